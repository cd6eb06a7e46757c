/** Who is on which list once everybody is looked at: one an address, hold-out, budget, calls, managers, ranks. */
import fc from 'fast-check';
import type { Manager } from '../../../domain/winback/managers';
import { createHoldout } from '../../../domain/winback/holdout';
import type { WinBackSettings } from '../../../domain/winback/settings';
import type { WinBackItem } from '../../../domain/winback/winBackItem';
import { closeTo } from '../../support/closeTo';
import { law, TABLES } from '../../support/law';
import type { Person } from '../../support/winBackPersons';
import { CALL_ADDS, codesOf, EMAIL_ADDS, itemsIn, itemsOfPersons, reportOf, settingsWith } from '../../support/winBackPersons';

type Changes = Partial<WinBackSettings>;

/** Somebody who can be called and written to, whose return earns so much. */
const reachable = (id: number, worth = 100, rest: Partial<Person> = {}): Person => ({ id, expectedMargin: 0.3 * worth, addresses: { phone: `+${id}` }, ...rest });

const idsOn = (list: string, persons: readonly Person[], changes?: Changes) => itemsOfPersons(persons, changes).filter((item) => item.list === list).map(({ customer }) => customer);
const manager = (name: string, calls: number): Manager => Object.freeze({ name, calls, called: null, wonBack: null });

describe('one an address', () => {
	const family: readonly Person[] = [{ id: 1 }, { id: 2, expectedMargin: 60, addresses: { email: '1@x.org' } }, { id: 3, expectedMargin: 45, addresses: { email: '1@x.org' } }];

	it('the one to whom a contact adds most is contacted, the others say so', () => expect(codesOf(family)).toEqual(['sameAddress', 'contactAdds', 'sameAddress']));

	it('of several to whom it adds the same the first', () => expect(codesOf([{ id: 1 }, { id: 2, addresses: { email: '1@x.org' } }])).toEqual(['contactAdds', 'sameAddress']));

	it('nobody makes room for one who is not contacted anyway: who is toxic or bought lately', () => {
		expect(codesOf([{ id: 1, expectedMargin: 900, behaviour: { isToxic: true } }, { id: 2, addresses: { email: '1@x.org' } }])).toEqual(['ruledOut', 'contactAdds']);
		expect(codesOf([{ id: 1, expectedMargin: 900, silent: 9 }, { id: 2, addresses: { email: '1@x.org' } }])).toEqual(['no output', 'contactAdds']);
	});

	it('is held out or contacted as one, whoever of them adds most: the draw is that of the first in the alphabet, in whatever order they come', () => {
		const persons = Array.from({ length: 60 }, (_, id): Person => ({ id, addresses: { email: `${id % 30}@x.org` }, expectedMargin: id < 30 ? 30 : 40 }));
		const isHeldOut = createHoldout({ key: 'a key', campaign: 'Spring', share: 0.5 });
		const codes = codesOf(persons, { secret: 'a key', holdoutShare: 0.5 });
		persons.slice(0, 30).forEach(({ id }, place) => {
			expect([codes[place], codes[place + 30]]).toEqual(['sameAddress', isHeldOut([String(id), String(Number(id) + 30)].sort()[0]) ? 'heldOut' : 'contactAdds']);
		});
		expect(codesOf([...persons].reverse(), { secret: 'a key', holdoutShare: 0.5 })).toEqual(codes.reverse());
	});
});

describe('the hold-out', () => {
	const persons = Array.from({ length: 200 }, (_, id) => reachable(id, 50 + id));
	const changes: Changes = { holdoutShare: 0.3, calls: 20, budget: 100, secret: 'a key' };

	it('is who the keyed draw says, scored, on Not Contacted, with the list they would be on at the prices of the run', () => {
		const isHeldOut = createHoldout({ key: 'a key', campaign: 'Spring', share: 0.3 });
		const items = itemsOfPersons(persons, changes);
		for (const item of items) {
			if (item.reasonCode === 'heldOut') expect([isHeldOut(String(item.customer)), item.list, item.holdout]).toEqual([true, 'notContacted', true]);
			else expect([item.holdout, item.heldOutFrom]).toEqual([false, null]);
			if (item.list === 'first' || item.list === 'worthIt') expect(isHeldOut(String(item.customer))).toBe(false);
			if (item.reasonCode === 'heldOut') expect([item.heldOutFrom, item.channel, item.rank, item.sendAfter]).toEqual(item.channel === 'call' ? ['first', 'call', null, null] : ['worthIt', 'email', null, null]);
		}
		expect(new Set(items.map(({ heldOutFrom }) => heldOutFrom))).toEqual(new Set(['first', 'worthIt', null]));
	});

	it('does not count who would get nothing anyway: those the budget does not reach are on Not Worth It', () => {
		const codes = new Set(codesOf(persons.map((person) => ({ ...person, addresses: { phone: `+${person.id}`, email: null } })), { ...changes, calls: 5 }));
		expect(codes).toEqual(new Set(['callAddsMost', 'heldOut', 'callsTaken']));
	});

	it('is keyed by the campaign’s name where no key is given, so another campaign draws others', () => {
		const heldOut = (more: Changes) => idsOn('notContacted', persons, { ...changes, budget: null, ...more });
		expect(heldOut({ secret: null })).toEqual(heldOut({ secret: 'Spring' }));
		expect(heldOut({ secret: null })).not.toEqual(heldOut({ secret: null, campaign: 'Autumn' }));
	});

	it('is nobody at a share of 0', () => expect(idsOn('notContacted', persons, { holdoutShare: 0 })).toEqual([]));
});

describe('First and Worth It', () => {
	it('First are the calls by what they add, then Worth It goes on with the ranks: 300, 200 and then 250 and 100 by e-mail', () => {
		const persons = [reachable(1, 200), reachable(2, 100, { addresses: {} }), reachable(3, 300), reachable(4, 250, { addresses: {} })];
		expect(itemsOfPersons(persons).map(({ customer, list, rank }) => [customer, list, rank])).toEqual([[3, 'first', 1], [1, 'first', 2], [4, 'worthIt', 3], [2, 'worthIt', 4]]);
	});

	it('of those who add the same the earlier customer comes first', () => {
		expect(itemsOfPersons([reachable(5), reachable(2), reachable(9)]).map(({ customer }) => customer)).toEqual([5, 2, 9]);
	});

	it('a call goes to whom it adds most over an e-mail; who gets none is written to', () => {
		expect(itemsOfPersons([reachable(1, 100), reachable(2, 200)], { calls: 1 }).map(({ customer, channel }) => [customer, channel])).toEqual([[2, 'call'], [1, 'email']]);
	});

	it('a call that adds less than an e-mail is not made: worth 30, a call adds .5 · .1615 · 30 − 3 < 0', () => {
		expect(itemsOfPersons([reachable(1, 30)]).map(({ channel }) => channel)).toEqual(['email']);
	});

	it('is of 100 a call the priority of W3, and an e-mail too', () => {
		const [call, email] = itemsOfPersons([reachable(1), { id: 2 }]);
		closeTo(call.priority, CALL_ADDS, 'call', 4);
		closeTo(email.priority, EMAIL_ADDS, 'e-mail', 4);
	});
});

describe('who is left', () => {
	it('says that the budget ends before them: .05 for one e-mail of two', () => {
		expect(codesOf([{ id: 1 }, { id: 2, expectedMargin: 60 }], { budget: 0.05 })).toEqual(['budgetSpent', 'contactAdds']);
	});

	it('says that the calls go to others where only a call would do', () => {
		const byPhone = { addresses: { email: null, phone: '+1' } };
		expect(codesOf([reachable(1, 100, byPhone), reachable(2, 200, { addresses: { email: null, phone: '+2' } })], { calls: 1 })).toEqual(['callsTaken', 'callAddsMost']);
	});

	it('says that the calls are none where there are none', () => expect(codesOf([reachable(1, 100, { addresses: { email: null, phone: '+1' } })], { calls: 0 })).toEqual(['callsTaken']));

	it('of 17 and more by phone alone says what binds: the money, where it would not pay the call', () => {
		const persons = Array.from({ length: 20 }, (_, id) => reachable(id + 1, 100 + id, { addresses: { email: null, phone: `+${id + 1}` } }));
		expect(new Set(codesOf(persons, { calls: 20, budget: 30 }))).toEqual(new Set(['callAddsMost', 'budgetSpent']));
		expect(new Set(codesOf(persons, { calls: 5 }))).toEqual(new Set(['callAddsMost', 'callsTaken']));
	});
});

describe('managers', () => {
	const called = (persons: readonly Person[], changes: Changes) => itemsOfPersons(persons, changes).filter(({ list }) => list === 'first').map(({ customer, suggestedManager }) => [customer, suggestedManager]);

	it('the best calls the first, and never whom they handled before', () => {
		expect(called([reachable(1, 300), reachable(2, 200, { contact: { owner: 'Olena' } })], { managers: [manager('Olena', 1), manager('Petro', 1)] })).toEqual([[1, 'Olena'], [2, 'Petro']]);
	});

	it('bound the calls by what they can make together', () => {
		expect(called([reachable(1), reachable(2), reachable(3)], { managers: [manager('Olena', 2)], calls: 3 })).toEqual([[1, 'Olena'], [2, 'Olena']]);
	});

	it('none of whom can call somebody leave the call to the next: Olena’s own customer is written to', () => {
		const persons = [reachable(1, 300, { contact: { owner: 'Olena' } }), reachable(2, 200)];
		const items = itemsOfPersons(persons, { managers: [manager('Olena', 1)] });
		expect(items.map(({ customer, channel, suggestedManager }) => [customer, channel, suggestedManager])).toEqual([[2, 'call', 'Olena'], [1, 'email', null]]);
	});

	it('one of whom has too few calls for the other’s customers leave calls to those they can serve', () => {
		const persons = [...[400, 350, 300].map((worth, at) => reachable(at + 1, worth, { contact: { owner: 'Olena' } })), reachable(4, 150), reachable(5, 140), reachable(6, 130)];
		expect(called(persons, { managers: [manager('Olena', 3), manager('Petro', 1)], calls: 4 })).toEqual([[1, 'Petro'], [4, 'Olena'], [5, 'Olena'], [6, 'Olena']]);
	});

	it('are not suggested where none are named, nor for an e-mail', () => {
		expect(itemsOfPersons([reachable(1), { id: 2 }]).map(({ suggestedManager }) => suggestedManager)).toEqual([null, null]);
		expect(itemsOfPersons([{ id: 2 }], { managers: [manager('Olena', 3)] })[0].suggestedManager).toBeNull();
	});

	it('of whom none has a call leave everybody to e-mail', () => {
		expect(itemsOfPersons([reachable(1)], { managers: [manager('Olena', 0)] }).map(({ channel }) => channel)).toEqual(['email']);
	});

	it('always have somebody for each on First, within their calls, never the previous one', () => {
		const anyone = fc.record({ worth: fc.integer({ min: 40, max: 900 }), owner: fc.constantFrom('Olena', 'Olena', 'Petro', null) });
		law(fc.array(anyone, { maxLength: 20, size: 'max' }), fc.tuple(fc.nat(6), fc.nat(6)), (drawn, [olena, petro]) => {
			const persons = drawn.map(({ worth, owner }, id) => reachable(id, worth, { contact: { owner } }));
			const first = called(persons, { managers: [manager('Olena', olena), manager('Petro', petro)], calls: 9 });
			expect(first.length).toBeLessThanOrEqual(9);
			for (const [name, calls] of [['Olena', olena], ['Petro', petro]]) expect(first.filter(([, suggested]) => suggested === name).length).toBeLessThanOrEqual(Number(calls));
			for (const [customer, suggested] of first) {
				expect(suggested).not.toBeNull();
				expect(suggested).not.toBe(drawn[Number(customer)].owner);
			}
		});
	});
});

describe('all lists', () => {
	const anyone = fc.record({
		worth: fc.integer({ min: 1, max: 500 }),
		silent: fc.integer({ min: 80, max: 300 }),
		consent: fc.constantFrom(null, null, true, false, 'unclear' as const),
		phone: fc.constantFrom(null, '+1', '+2', '+3', '+4', '+5'),
		isToxic: fc.constantFrom(null, null, null, true),
	});
	const personsOf = (drawn: ReadonlyArray<{ readonly worth: number; readonly silent: number; readonly consent: boolean | 'unclear' | null; readonly phone: string | null; readonly isToxic: boolean | null }>) =>
		drawn.map(({ worth, silent, consent, phone, isToxic }, id): Person => reachable(id, worth, { silent, contact: { consent }, addresses: { phone }, behaviour: { isToxic } }));
	const anyPersons = fc.array(anyone, { maxLength: 25, size: 'max' }).map(personsOf);
	const changes: Changes = { holdoutShare: 0.2, calls: 3, budget: 12 };

	it('have each lapsed customer once, ranks 1, 2, 3 … in order, what is asked within budget and calls, and adds money', () => {
		law(anyPersons, fc.constant(changes), (persons, asked) => {
			const { lists } = reportOf(persons, asked);
			const items = itemsIn({ lists, advice: [] });
			expect(items.map(({ customer }) => customer).sort((one, other) => Number(one) - Number(other))).toEqual(persons.filter(({ silent }) => silent! > 90).map(({ id }) => id));
			const contacted = [...lists.first, ...lists.worthIt].map(({ json }) => json);
			expect(contacted.map(({ rank }) => rank)).toEqual(contacted.map((_, place) => place + 1));
			expect(lists.first.length).toBeLessThanOrEqual(3);
			expect(contacted.reduce((sum, item) => sum + Number(item.contactCost) + Number(item.offerCost), 0)).toBeLessThanOrEqual(12 + 1e-9);
			for (const item of contacted) expect(item.priority).toBeGreaterThan(0);
			for (const list of [lists.notWorthIt, lists.notContacted]) for (const { json } of list) expect([json.rank, json.sendAfter]).toEqual([null, null]);
		});
	});

	it('contact nobody at an address where anybody objected, and nobody twice', () => {
		law(anyPersons, fc.constant(changes), (persons, asked) => {
			const contacted = itemsOfPersons(persons, asked).filter(({ rank }) => rank !== null).map(({ customer }) => persons[Number(customer)]);
			const objecting = new Set(persons.filter(({ contact }) => contact?.consent === false).map(({ addresses }) => addresses?.phone));
			const phones = contacted.flatMap(({ addresses }) => addresses?.phone ?? []);
			for (const phone of phones) expect(objecting.has(phone)).toBe(false);
			expect(new Set(phones).size).toBe(phones.length);
		});
	});

	it('never add less in all with a larger budget, nor more for a dearer contact', () => {
		const valueOf = (persons: readonly Person[], more: Changes) => itemsOfPersons(persons, { ...more }).reduce((sum, { rank, priority }) => sum + (rank === null ? 0 : Number(priority)), 0);
		const { figures } = settingsWith();
		law(anyPersons, fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 20 })), (persons, [budget, more]) => {
			expect(valueOf(persons, { budget: budget + more })).toBeGreaterThanOrEqual(valueOf(persons, { budget }) - 1e-3);
			const dearer = { ...figures, email: { ...figures.email, cost: figures.email.cost + more } };
			expect(valueOf(persons, { figures: dearer })).toBeLessThanOrEqual(valueOf(persons, {}) + 1e-3);
		}, TABLES);
	});

	it('say the same of the same customers again, whatever the order in which those who add differently come', () => {
		const persons = Array.from({ length: 12 }, (_, id) => reachable(id, 40 + 17 * id));
		const of = (given: readonly Person[]) => itemsOfPersons(given, { calls: 4, holdoutShare: 0.3 }).map(({ customer, list, rank }): Pick<WinBackItem, string> => ({ customer, list, rank }));
		const byCustomer = (items: ReturnType<typeof of>) => [...items].sort((one, other) => Number(one.customer) - Number(other.customer));
		expect(byCustomer(of([...persons].reverse()))).toEqual(byCustomer(of(persons)));
	});
});
