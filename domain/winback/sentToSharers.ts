/** What was sent before to those who share an address. DOMAIN W5. */
import type { Contacts } from './contacts';
import type { ContactedBefore, SentBefore, WinBackCustomers } from './customers';

/** Whether something sent before was of a campaign, in small letters; what names neither campaign nor key counts. */
export function isOfCampaign({ campaign, key }: SentBefore, own: string): boolean {
	if (campaign !== null) return campaign === own;
	return key === null || key.startsWith(`${own}:`);
}

const NOTHING: readonly SentToSharer[] = Object.freeze([]);

/** Before every day that a contact can have. */
const NO_DAY = -1;

/** Of two the one of the later day, else the one that says more: so the order of the rows does not matter. */
function moreTelling(one: SentBefore, other: SentBefore): SentBefore {
	const lead = (other.day ?? NO_DAY) - (one.day ?? NO_DAY);
	const saysMore = one.heldOutFrom === null || other.heldOutFrom === 'first';
	return lead > 0 || (lead === 0 && saysMore) ? other : one;
}

/** The last of several; null for none. */
export const lastOf = (sent: readonly SentBefore[]): SentBefore | null => (sent.length === 0 ? null : sent.reduce(moreTelling));

export interface SentToSharer {
	readonly sent: SentBefore;
	/** Whether it has no day and the campaign key of the one it was sent to, as of today: an attempt in their silence. */
	readonly isOfTheirSilence: boolean;
}

/** The last of each kind that is told apart: hold-outs or contacts, of the campaign or not, with a day, a key, or neither. */
function lastOfEachKind(rows: readonly SentToSharer[], campaign: string): readonly SentToSharer[] {
	const kinds = new Map<string, SentToSharer>();
	for (const row of rows) {
		const { sent, isOfTheirSilence } = row;
		const kind = [sent.isHeldOut, isOfCampaign(sent, campaign), sent.day === null, sent.key === null, isOfTheirSilence].join();
		const known = kinds.get(kind);
		if (known === undefined || moreTelling(known.sent, sent) === sent) kinds.set(kind, row);
	}
	return [...kinds.values()];
}

/**
 * Gives what can matter of what was sent before to those who share an address with a customer; nothing where nobody does
 *
 * That is the last of each kind, found once for an address: a shop's own may stand on 100,000 customers. `keyOf` is a
 * customer's campaign key in small letters. O(rows) for all customers.
 */
export function createSentToSharers({ contactedBefore }: Pick<WinBackCustomers, 'contactedBefore'>, contacts: Contacts, campaign: string, keyOf: (customer: number) => string): (customer: number) => readonly SentToSharer[] {
	const ofGroup = new Map<number, readonly SentToSharer[]>();
	const sentTo = (before: ContactedBefore, customer: number): SentToSharer[] => {
		const key = keyOf(customer);
		return before.of(customer, key).map((sent) => ({ sent, isOfTheirSilence: sent.day === null && sent.key === key }));
	};
	return (customer) => {
		if (contactedBefore === null || !contacts.sharesAddress(customer)) return NOTHING;
		const group = contacts.groupOf[customer];
		let sent = ofGroup.get(group);
		if (sent === undefined) {
			sent = lastOfEachKind(contacts.sharersOf(customer).flatMap((each) => sentTo(contactedBefore, each)), campaign.toLowerCase());
			ofGroup.set(group, sent);
		}
		return sent;
	};
}
