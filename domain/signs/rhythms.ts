/** The rhythms of a customer, as the item tells them. */
import type { Rhythm } from './habit';
import type { Observed } from './observed';

/** Of purchase days; null where there is none. */
export function rhythmOfPurchases({ purchases }: Observed): Rhythm | null {
	if (purchases === null || purchases.repeats === null || purchases.recencyDays === null) return null;
	return { gaps: purchases.repeats, span: purchases.recencyDays };
}

/** Of contact days; null where there is none. */
export function rhythmOfContacts({ contacts }: Observed): Rhythm | null {
	if (contacts === null || contacts.contactDays === null || contacts.firstOn === null || contacts.lastOn === null) return null;
	return { gaps: contacts.contactDays - 1, span: contacts.lastOn - contacts.firstOn };
}
