/** What holds for all who share an address. */
import { createZone } from '../../../domain/time';
import { contactsOf } from '../../../domain/winback/contacts';
import type { Contact, ContactedBefore, SentBefore } from '../../../domain/winback/customers';

const zone = createZone('UTC');
const [earlier, later] = [20_514, 20_521];

const contact = (email: string | null, others: Partial<Contact> = {}): Contact => Object.freeze({ consent: null, addresses: { email, phone: null, messenger: null }, unusable: [], lastContactOn: null, zone, owner: null, ...others });
const sent = (day: number | null, isHeldOut = false): SentBefore => Object.freeze({ campaign: null, key: null, day, isHeldOut, heldOutFrom: null });

/** Customers in their order, and what was sent to each before. */
function contactsAmong(contacts: readonly Contact[], sentTo: ReadonlyArray<readonly SentBefore[]> | null = null) {
	const contactedBefore: ContactedBefore | null = sentTo === null ? null : { of: (customer) => sentTo[customer] };
	return contactsOf({ customers: { count: contacts.length }, contactOf: (customer) => contacts[customer], contactedBefore });
}

describe('contactsOf({ customers, contactOf, contactedBefore })', () => {
	const household = [contact('home@example.com'), contact('Home@example.com'), contact('alone@example.com')];

	it('takes what was sent to one for a contact with everybody at the address, and with nobody else', () => {
		const { lastContactOn } = contactsAmong(household, [[], [sent(earlier), sent(later)], []]);
		expect([0, 1, 2].map(lastContactOn)).toEqual([later, later, -Infinity]);
	});

	it('takes the latest of what the customers say and of what was sent', () => {
		const told = [contact('home@example.com', { lastContactOn: later }), household[1], contact('alone@example.com', { lastContactOn: earlier })];
		const { lastContactOn } = contactsAmong(told, [[sent(earlier)], [], [sent(later)]]);
		expect([0, 1, 2].map(lastContactOn)).toEqual([later, later, later]);
	});

	it('takes neither a hold-out nor a row without a day for a contact on a day', () => {
		const { lastContactOn } = contactsAmong(household, [[sent(later, true)], [sent(null)], []]);
		expect([0, 1, 2].map(lastContactOn)).toEqual([-Infinity, -Infinity, -Infinity]);
	});

	it('knows of no contact where nothing is told', () => {
		expect([0, 1, 2].map(contactsAmong(household).lastContactOn)).toEqual([-Infinity, -Infinity, -Infinity]);
	});

	it('counts an objection for the others at the address as one of somebody else', () => {
		const { isObjectionOfOther } = contactsAmong([contact('home@example.com', { consent: false }), household[1], household[2]]);
		expect([0, 1, 2].map(isObjectionOfOther)).toEqual([false, true, false]);
	});
});
