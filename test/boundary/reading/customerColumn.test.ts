import fc from 'fast-check';
import { areIdsInOrder, isEmptyRow, readCustomers, sortIds } from '../../../boundary/reading/customerColumn';
import { Verdicts } from '../../../boundary/reading/verdicts';
import { itemsOf } from '../../support/reading';

function read(cells: readonly unknown[], dropsTrailingZero = false) {
	const items = itemsOf(cells.map((who) => ({ who, amount: 1 })));
	const verdicts = new Verdicts(items);
	const customers = readCustomers(items, 'who', dropsTrailingZero, verdicts);
	const who = cells.map((_, item) => (verdicts.counts(item) ? customers.idOf(customers.customerOf[item]) : null));
	return { who, count: customers.count, leftOut: Object.fromEntries(verdicts.leftOut()), problems: verdicts.problems() };
}

describe('ids', () => {
	it('stay numbers where every one is', () => expect(read([12, 7, 7]).who).toEqual([12, 7, 7]));

	it('17850 and "17850" are one customer, and then all ids are text', () => {
		expect(read([17850, '17850', 3])).toMatchObject({ who: ['17850', '17850', '3'], count: 2 });
	});

	it('"007", "07" and "7" are three customers, as 7 is the customer "7"', () => {
		expect(read(['007', '07', '7', 7])).toMatchObject({ who: ['007', '07', '7', '7'], count: 3 });
	});

	it('of nineteen digits that differ in the last are different people', () => {
		expect(read(['9007199254740993001', '9007199254740993002']).count).toBe(2);
	});

	it('that differ only after 500 characters are two customers, and come out as they were', () => {
		const [one, other] = [`${'x'.repeat(500)}1`, `${'x'.repeat(500)}2`];
		expect(read([one, other]).who).toEqual([one, other]);
	});

	it('"17850.0" is 17850 only where the setting says so', () => {
		const cells = [17850, '17850.0', '17850.00', '17850.5'];
		expect(read(cells).who).toEqual(['17850', '17850.0', '17850.00', '17850.5']);
		expect(read(cells, true).who).toEqual(['17850', '17850', '17850', '17850.5']);
	});

	it('that are e-mail addresses are compared in lower case, other ids as they stand', () => {
		expect(read(['Ann@Example.com', ' ann@example.com ', 'Ann', 'ann']).who).toEqual(['ann@example.com', 'ann@example.com', 'Ann', 'ann']);
	});

	it('with an @ in them that are no e-mail addresses stay as they stand', () => {
		expect(read(['@Ann', '@ann', '@SUM(A1)', 'Ann @ Work']).who).toEqual(['@Ann', '@ann', '@SUM(A1)', 'Ann @ Work']);
	});

	it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__proto__.x', '=1+1', '<script>', '{{ $json }}', 'Ann\nBob', '💸'])(
		'may be %j, which is a customer like any other',
		(id) => expect(read([id, 'ann']).who).toEqual([id, 'ann']),
	);

	it('are numbered in the order in which the output lists them: numbers by size, then text by its characters', () => {
		expect(sortIds(['b', '10', '07', 'a', '7', 'Z', '9', '100', 'é', '-1'])).toEqual(['07', '7', '9', '10', '100', '-1', 'Z', 'a', 'b', 'é']);
		expect(sortIds(['99999999999999999999', '100000000000000000000'])).toEqual(['99999999999999999999', '100000000000000000000']);
	});

	it('come out in one order, whatever the order they came in', () => {
		const ids = fc.uniqueArray(fc.oneof(fc.stringMatching(/^\d{1,4}$/), fc.string()));
		fc.assert(fc.property(ids, (given) => expect(sortIds([...given].reverse())).toEqual(sortIds(given))));
	});

	it('are in order exactly where sorting leaves them as they are, and none stands twice', () => {
		const id = fc.oneof(fc.stringMatching(/^\d{1,3}$/), fc.string({ maxLength: 2 }));
		fc.assert(
			fc.property(fc.array(id, { maxLength: 6 }), (given) => {
				const sorted = sortIds(given);
				expect(areIdsInOrder(given)).toBe(JSON.stringify(sorted) === JSON.stringify(given) && new Set(given).size === given.length);
				expect(areIdsInOrder([...new Set(sorted)])).toBe(true);
			}),
		);
	});
});

describe('customer 0', () => {
	it.each([0, '0', '0.0', ' 0 ', -0])('as %j is a guest and counted, never a person', (cell) => {
		expect(read([cell, 10])).toMatchObject({ who: [null, 10], count: 1, leftOut: { guest: 1 }, problems: [] });
	});

	it('does not take 10 or 100 with it', () => expect(read([10, '100']).leftOut).toEqual({}));
});

describe('nobody', () => {
	it.each(['', '  ', '\u00a0', '\u200b', null, undefined, 'null', '-', true, false, NaN, Infinity, {}, [], ['ann'], { id: 1 }])(
		'is named by %j: a problem at that row, and no person',
		(cell) => {
			const { problems, count } = read([10, cell]);
			expect(problems).toEqual([{ code: 'blankCustomer', item: 1, column: 'who', received: cell }]);
			expect(count).toBe(1);
		},
	);

	it('is missed in a row that is empty throughout', () => {
		const items = itemsOf([{}, { who: '', note: null }, { who: '', note: 'x' }]);
		const verdicts = new Verdicts(items);
		readCustomers(items, 'who', false, verdicts);
		expect(verdicts.leftOut()).toEqual(new Map([['empty', 2], ['unusable', 1]]));
		expect(isEmptyRow({ a: '', b: null, c: 'n/a' })).toBe(true);
	});
});
