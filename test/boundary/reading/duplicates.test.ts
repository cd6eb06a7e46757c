import { repeatedRows } from '../../../boundary/reading/duplicates';
import { historyOf } from '../../../domain/ledger/history';
import { faultyRows, leftOutOf, readingOf, spentOf, type Rows } from '../../support/reading';

/** All rows are of one customer at one moment unless they say otherwise. */
function repetition(rows: Rows, hasOrder = true) {
	const history = historyOf({
		customerCount: 2,
		customer: Int32Array.from(rows, (row) => (row.customer === 'bob' ? 1 : 0)),
		localTime: Float64Array.from(rows, (row) => (row.at as number) ?? 0),
		amount: null,
		currency: null,
		isVisit: new Uint8Array(rows.length).fill(1),
	});
	return repeatedRows(history, (row) => rows[row], hasOrder ? (row) => row.order : null);
}

describe('repeated rows', () => {
	it('repeat an earlier row in every column, the order among them', () => {
		const rows = [{ order: 'A-1', amount: 10 }, { order: 'A-1', amount: 10 }, { order: 'A-2', amount: 10 }];
		expect(repetition(rows)).toEqual({ repeated: [1], ordersHaveLines: false, linesRepeatOneAmount: false });
	});

	it('are all but the first', () => expect(repetition([{ order: 1 }, { order: 1 }, { order: 1 }]).repeated).toEqual([1, 2]));

	it('are the same with the row numbers that a sheet adds', () => {
		expect(repetition([{ row_number: 2, order: 'A-1' }, { row_number: 3, order: 'A-1' }]).repeated).toEqual([1]);
	});

	it('are told where an order is spread over rows that differ, too: equal lines may be two of an article', () => {
		const rows = [{ order: 'A-1', sku: 'tea' }, { order: 'A-1', sku: 'cup' }, { order: 'A-1', sku: 'cup' }];
		expect(repetition(rows)).toEqual({ repeated: [2], ordersHaveLines: true, linesRepeatOneAmount: false });
	});

	it('are none of another customer or moment', () => {
		expect(repetition([{ order: 1 }, { order: 1, customer: 'bob' }, { order: 1, at: 5 }])).toEqual({ repeated: [], ordersHaveLines: false, linesRepeatOneAmount: false });
	});

	it('without an order column are found too, and left to whoever asks', () => {
		expect(repetition([{ amount: 3 }, { amount: 3 }], false)).toEqual({ repeated: [1], ordersHaveLines: false, linesRepeatOneAmount: false });
	});
});

describe('a reading', () => {
	const twice = { customer: 'ann', date: '2024-03-14', amount: 10 };

	it('counts an order that was exported twice once and names the second row', () => {
		const rows = [{ order: 'A-1', ...twice }, { order: 'A-1', ...twice }, { order: 'A-2', ...twice }];
		expect(faultyRows(rows)).toEqual({ duplicateRow: [2] });
		expect(spentOf(readingOf(rows))).toEqual({ '': 20 });
		expect(leftOutOf(readingOf(rows))).toEqual({ unusable: 1 });
	});

	it('keeps equal rows where no order tells whether they are one purchase, and says how many', () => {
		const reading = readingOf([twice, twice, twice]);
		expect(spentOf(reading)).toEqual({ '': 30 });
		expect(reading.equalRowsKept).toBe(2);
		expect(reading.problems).toEqual([]);
	});

	it('takes one order of two articles for one order of 30', () => {
		const reading = readingOf([{ order: 'A-1', sku: 'tea', ...twice }, { order: 'A-1', sku: 'cup', ...twice, amount: 20 }]);
		expect(spentOf(reading)).toEqual({ '': 30 });
		expect(reading.orders).toBe(1);
	});
});
