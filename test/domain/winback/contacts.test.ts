import fc from 'fast-check';
import type { Contact } from '../../../domain/winback/customers';
import { contactsOf, groupsByAddress } from '../../../domain/winback/contacts';
import { law } from '../../support/law';
import type { Person } from '../../support/winBackPersons';
import { customersOf } from '../../support/winBackPersons';

type Addresses = Contact['addresses'];

const none: Addresses = { email: null, phone: null, messenger: null };
const groups = (...addresses: Array<Partial<Addresses>>) => [...groupsByAddress(Object.freeze(addresses.map((own) => ({ ...none, ...own }))))];

/** Who shares an address is put together, again and again until nothing changes. */
function slowGroups(addresses: readonly Addresses[]): number[] {
	const groupOf = addresses.map((_, customer) => customer);
	const share = (one: Addresses, other: Addresses) =>
		(one.email !== null && one.email.toLowerCase() === other.email?.toLowerCase()) || (one.phone !== null && one.phone === other.phone);
	for (let isDone = false; !isDone; ) {
		isDone = true;
		addresses.forEach((one, customer) => addresses.forEach((other, place) => {
			if (!share(one, other) || groupOf[place] >= groupOf[customer]) return;
			groupOf[customer] = groupOf[place];
			isDone = false;
		}));
	}
	return groupOf;
}

describe('groupsByAddress(addresses)', () => {
	it('puts who share an e-mail address or a phone number under the first of them: 0 and 2 by e-mail, 1 and 3 by phone', () => {
		expect(groups({ email: 'a@x.org' }, { phone: '+1' }, { email: 'a@x.org' }, { phone: '+1' })).toEqual([0, 1, 0, 1]);
	});

	it('goes on from one to the next: the third shares a phone with the second, who shares an e-mail with the first', () => {
		expect(groups({ email: 'a@x.org' }, { email: 'a@x.org', phone: '+1' }, { phone: '+1' })).toEqual([0, 0, 0]);
		expect(groups({ email: 'b@x.org' }, { phone: '+1' }, { email: 'b@x.org', phone: '+1' })).toEqual([0, 0, 0]);
	});

	it('takes an e-mail address in any letters for one', () => expect(groups({ email: 'Ann@x.org' }, { email: 'ann@x.org' })).toEqual([0, 0]));

	it('does not go by names in a messenger, nor by what is not there', () => expect(groups({ messenger: '@ann' }, { messenger: '@ann' }, {}, {})).toEqual([0, 1, 2, 3]));

	it('does not take a phone number for an e-mail address', () => expect(groups({ email: '+1' }, { phone: '+1' })).toEqual([0, 1]));

	it('is what comparing everybody with everybody gives', () => {
		const anyOf = (...texts: string[]) => fc.option(fc.constantFrom(...texts), { nil: null });
		const anyAddresses = fc.record({ email: anyOf('a@x', 'A@x', 'b@x', 'c@x', 'd@x', 'e@x'), phone: anyOf('+1', '+2', '+3', '+4', '+5', '+6'), messenger: anyOf('@a', '@b') });
		law(fc.array(anyAddresses, { maxLength: 14, size: 'max' }), fc.constant(null), (addresses) => expect([...groupsByAddress(addresses)]).toEqual(slowGroups(addresses)), 400);
	});

	it('takes a chain of 100,000 in no order: each shares a phone with the one before and an e-mail with the one after', () => {
		const chain = Array.from({ length: 100_000 }, (_, place): Addresses => ({ ...none, email: `${Math.floor((place + 1) / 2)}@x`, phone: `+${Math.floor(place / 2)}` })).reverse();
		expect(new Set(groupsByAddress(chain))).toEqual(new Set([0]));
	});
});

describe('contactsOf(customers)', () => {
	const same = { addresses: { email: 'ann@x.org' } };
	const contacts = (persons: readonly Person[]) => contactsOf(customersOf(persons));

	it('lets an objection hold for everybody at the address but who objected, whose own it is', () => {
		const { isObjectionOfOther, of } = contacts([{ id: 1, ...same, contact: { consent: true } }, { id: 2, ...same, contact: { consent: false } }, { id: 3 }]);
		expect([0, 1, 2].map(isObjectionOfOther)).toEqual([true, false, false]);
		expect([0, 1, 2].map((customer) => of(customer).consent)).toEqual([true, false, null]);
	});

	it('does not take consent that is not understood, or is not there, for an objection of others', () => {
		const { isObjectionOfOther } = contacts([{ id: 1, ...same, contact: { consent: 'unclear' } }, { id: 2, ...same }]);
		expect([0, 1].map(isObjectionOfOther)).toEqual([false, false]);
	});

	it('takes the last contact with anybody at the address; -Infinity where none is known', () => {
		const { lastContactOn } = contacts([{ id: 1, ...same, contact: { lastContactOn: 19_000 } }, { id: 2, ...same, contact: { lastContactOn: 19_500 } }, { id: 3, ...same }, { id: 4 }]);
		expect([0, 1, 2, 3].map(lastContactOn)).toEqual([19_500, 19_500, 19_500, -Infinity]);
	});

	it('knows who shares an address with whom, oneself among them; who shares none is alone', () => {
		const { sharersOf, sharesAddress } = contacts([{ id: 1, ...same }, { id: 2 }, { id: 3, ...same }]);
		expect([0, 1, 2].map(sharersOf)).toEqual([[0, 2], [1], [0, 2]]);
		expect([0, 1, 2].map(sharesAddress)).toEqual([true, false, true]);
	});

	it('keeps what else is known of each', () => {
		const { addresses, unusable, owner, zone } = contacts([{ id: 1, contact: { owner: 'Bob', unusable: ['phone'] } }]).of(0);
		expect([addresses.email, unusable, owner, zone.name]).toEqual(['1@x.org', ['phone'], 'Bob', 'UTC']);
	});
});
