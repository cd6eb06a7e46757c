import { alarmDays, LEAST_GAPS } from './habit';
import type { Observed } from './observed';
import type { Population } from './population';
import { rhythmOfPurchases } from './rhythms';
import { ALARM_CHANCE } from './strengths';

const NO_SUBSCRIPTION = { status: null, endedOn: null } as const;

/** The later of two days; null where neither is known. */
function later(one: number | null | undefined, other: number | null | undefined): number | null {
	if (one == null || other == null) return one ?? other ?? null;
	return Math.max(one, other);
}

/** When did they last buy or use anything? */
const lastActiveOn = ({ purchases, usage }: Observed): number | null => later(purchases?.lastOn, usage?.lastOn);

/** When were they last in touch, or paid? */
const lastInTouchOn = ({ contacts, payments }: Observed): number | null => later(contacts?.lastOn, payments?.lastPaidOn);

/** Is the time since the last purchase still within the own rhythm of buying? Without a rhythm it is not. */
function isWithinHabit(observed: Observed, { purchaseHabit }: Population): boolean {
	const rhythm = rhythmOfPurchases(observed);
	const daysSince = observed.purchases?.daysSince ?? null;
	if (purchaseHabit === null || rhythm === null || daysSince === null || rhythm.gaps < LEAST_GAPS) return false;
	return daysSince < alarmDays(purchaseHabit, rhythm, ALARM_CHANCE);
}

/**
 * Has the customer left already, so that there is nobody to keep?
 *
 * Their subscription ended and they have neither bought nor used anything since; or none runs, and the last purchase or
 * use is more than `goneAfterDays` ago and longer than their own rhythm explains. Where neither is known, the last
 * contact or payment says it. Of somebody without any day nothing is known, and they have not left.
 */
export function isGone(observed: Observed, population: Population, goneAfterDays: number): boolean {
	const { asOf, subscriptions } = observed;
	const { status, endedOn } = subscriptions ?? NO_SUBSCRIPTION;
	if (status !== null && status !== 'ended') return false;
	const activeOn = lastActiveOn(observed);
	if (status === 'ended' && endedOn !== null && (activeOn === null || activeOn < endedOn)) return true;
	const lastOn = activeOn ?? lastInTouchOn(observed);
	if (lastOn === null) return false;
	return asOf - lastOn > goneAfterDays && !isWithinHabit(observed, population);
}
