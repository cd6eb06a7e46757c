/** Tables that give a wrong figure to whoever does not look twice; each claim is what a careful person expects. */
import { describeKeys, faultyRows, leftOutOf, outcomeOf, readingOf, spentOf, warningsOn, type Rows } from '../../support/reading';

const monthly = (rows: Rows): Rows => rows.map((row, index) => ({ date: `2024-0${(index % 6) + 1}-10`, ...row }));
const codesOf = (rows: Rows, changes = {}) => Object.keys(faultyRows(rows, changes));

describe('amounts in the smallest coin', () => {
	it.each([
		['HUF', 199_900, 1999],
		['JPY', 1999, 1999],
		['KWD', 1999, 1.999],
		['USD', 1999, 19.99],
	])('199,900 fillér are 1,999 forint; yen have no coin below, dinar three decimals: %s', (currency, amount, units) => {
		const rows = [{ customer_id: 1, date: '2024-03-10', amount, currency }];
		expect(spentOf(readingOf(rows, { amountUnit: 'minor' }))).toEqual({ [currency]: units });
	});

	it('are asked about also as text, with a blank amount or currency between them', () => {
		const stripe = (amount: unknown, currency = 'usd') => ({ customer: 'cus_1', created: 1_710_000_000, amount, currency });
		expect(codesOf([stripe('1999'), stripe('2999')])).toEqual(['ambiguousAmountUnit']);
		expect(codesOf([stripe(1999), stripe(null), stripe(2999, '')])).toEqual(['ambiguousAmountUnit']);
		expect(codesOf([stripe(1999), stripe(29.99)])).toEqual([]);
	});

	it('are not meant by a column called spent_recent', () => {
		expect(spentOf(readingOf([{ customer_id: 1, date: '2024-03-10', spent_recent: 100 }], { columns: { amount: 'spent_recent' } }))).toEqual({ '': 100 });
	});
});

describe('orders on several rows', () => {
	const lines = (orders: number, amount: (line: number) => number) =>
		Array.from({ length: orders * 2 }, (_, index) => ({
			order_id: `A-${Math.floor(index / 2)}`,
			customer_id: 1 + Math.floor(index / 2),
			date: '2024-03-10',
			product: index % 2 === 0 ? 'tea' : 'cup',
			order_total: amount(index % 2),
		}));

	it('that all repeat one amount are asked about: 4 orders of 100 on two rows each are worth 400 or 800', () => {
		const rows = lines(4, () => 100);
		expect(codesOf(rows)).toEqual(['ambiguousOrderTotal']);
		expect(spentOf(readingOf(rows, { amountIs: 'perOrder' }))).toEqual({ '': 400 });
		expect(spentOf(readingOf(rows, { amountIs: 'perRow' }))).toEqual({ '': 800 });
	});

	it('without a number are each one by themselves: two of 100 are worth 200 where amounts are of the whole order', () => {
		const rows = [1, 2].map((customer_id) => ({ customer_id, date: '2024-03-10', order_id: '', order_total: 100 }));
		expect(spentOf(readingOf(rows, { amountIs: 'perOrder' }))).toEqual({ '': 200 });
	});

	it('are added where their amounts differ, and equal rows among them are kept and told of', () => {
		const rows = lines(4, (line) => 10 + line);
		expect(spentOf(readingOf(rows))).toEqual({ '': 4 * 21 });
		expect(warningsOn([...rows, rows[0]]).join(' ')).toContain('1 row equals an earlier one');
	});

	it('of a price and a quantity are multiplied, and a negative quantity is a return, no visit', () => {
		const rows = [
			{ customer_id: 1, date: '2024-03-10', price: 5, quantity: 3 },
			{ customer_id: 1, date: '2024-04-10', price: 5, quantity: -1 },
		];
		const reading = readingOf(rows);
		expect(spentOf(reading)).toEqual({ '': 10 });
		expect([...reading.history.isVisit]).toEqual([1, 0]);
	});
});

describe('a status', () => {
	const rows = monthly([1, 1, 1, 2, 2, 2].map((customer_id) => ({ customer_id, amount: 10, status: customer_id === 1 ? 'active' : 'cancelled' })));

	it('that is the same in all rows of each customer may be the customer’s: leaving out its rows would hide those who left', () => {
		expect(leftOutOf(readingOf(rows))).toEqual({ cancelled: 3 });
		expect(warningsOn(rows).join(' ')).toContain('"status" is the same in all rows of each customer');
		expect(warningsOn(rows, { keepsCancelled: true }).join(' ')).not.toContain('"status"');
	});

	it('can be another column, and is named in the hint', () => {
		const other = rows.map(({ status, ...rest }) => ({ ...rest, zustand: status }));
		expect(leftOutOf(readingOf(other))).toEqual({});
		expect(leftOutOf(readingOf(other, { columns: { status: 'zustand' } }))).toEqual({ cancelled: 3 });
	});
});

describe('a row', () => {
	it('that names two currencies is a problem: €10 in a row of US dollars', () => {
		expect(codesOf([{ customer_id: 1, date: '2024-03-10', amount: '€10.00', currency: 'USD' }])).toEqual(['twoCurrencies']);
		expect(codesOf([{ customer_id: 1, date: '2024-03-10', amount: '$10.00', currency: 'USD' }])).toEqual([]);
	});

	it('a century before all others is pointed out', () => {
		const rows = [{ customer_id: 1, date: '1924-01-05', amount: 1 }, ...monthly([{ customer_id: 1, amount: 1 }, { customer_id: 2, amount: 1 }])];
		expect(warningsOn(rows).join(' ')).toContain('The first row is from 1924-01-05 and the next from 2024-01-10');
	});

	it('has no column to keep that no row has: the column is named', () => {
		expect(outcomeOf([{ customer_id: 1, date: '2024-03-10' }], { keepColumns: ['citty'] })).toEqual({
			problems: [{ code: 'missingColumn', item: null, column: 'citty', received: undefined }],
		});
	});
});

describe('groups of several columns', () => {
	it('beyond 1,000 combinations are too many, each column alone having few', () => {
		const rows = Array.from({ length: 1200 }, (_, index) => ({ customer_id: index, date: '2024-03-10', a: index % 40, b: Math.floor(index / 40) }));
		expect(describeKeys(outcomeOf(rows, { groupBy: ['a', 'b'] }))).toEqual(['problems']);
		expect(describeKeys(outcomeOf(rows, { groupBy: ['a'] }))).toEqual(['reading']);
	});
});
