/** What was sent before to a customer, or to anybody at the same address. DOMAIN W5. */
import type { Contacts } from './contacts';
import type { SentBefore, WinBackCustomers } from './customers';

/** Whether something sent before was of a campaign, in small letters; what names neither campaign nor key counts. */
export function isOfCampaign({ campaign, key }: SentBefore, own: string): boolean {
	if (campaign !== null) return campaign === own;
	return key === null || key.startsWith(`${own}:`);
}

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

/** The last of each kind that is told apart: hold-outs or contacts, of the campaign or not, with a day, a key, or neither. */
function lastOfEachKind(rows: Iterable<SentBefore>, campaign: string): readonly SentBefore[] {
	const kinds = new Map<string, SentBefore>();
	for (const row of rows) {
		const kind = [row.isHeldOut, isOfCampaign(row, campaign), row.day === null, row.key === null].join();
		const known = kinds.get(kind);
		kinds.set(kind, known === undefined ? row : moreTelling(known, row));
	}
	return [...kinds.values()];
}

/**
 * Gives what was sent before to a customer, and of what was sent to others at the same address what can matter
 *
 * That is the last of each kind, found once for an address: a shop's own may stand on 100,000 customers. A campaign key is
 * that of one customer, so it is looked up for them alone. O(rows) for all customers.
 */
export function createSentTo({ contactedBefore }: Pick<WinBackCustomers, 'contactedBefore'>, contacts: Contacts, campaign: string): (customer: number, key: string) => readonly SentBefore[] {
	if (contactedBefore === null) return () => [];
	const ofGroup = new Map<number, readonly SentBefore[]>();
	const sentToSharers = (customer: number): readonly SentBefore[] => {
		const group = contacts.groupOf[customer];
		let sent = ofGroup.get(group);
		if (sent === undefined) {
			sent = lastOfEachKind(contacts.sharersOf(customer).flatMap((each) => contactedBefore.of(each, '')), campaign.toLowerCase());
			ofGroup.set(group, sent);
		}
		return sent;
	};
	return (customer, key) => {
		const own = contactedBefore.of(customer, key);
		return contacts.sharesAddress(customer) ? [...own, ...sentToSharers(customer)] : own;
	};
}
