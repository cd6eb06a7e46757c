import fc from 'fast-check';
import { NO_ORDER, orderNumbers } from '../../../boundary/reading/orderNumbers';
import { readerOf } from '../../../boundary/paths';

const numbersOf = (...cells: readonly unknown[]) => {
	const rows = cells.map((order) => ({ order }));
	const numbers = orderNumbers(rows.length, (row) => rows[row], readerOf('order'));
	return numbers && [...numbers];
};

describe('which rows belong to one order', () => {
	it('is said by the first row of each order: O1 O2 O1 is 0 1 0', () => expect(numbersOf('O1', 'O2', 'O1')).toEqual([0, 1, 0]));

	it('is not said where each row is an order by itself, in order of their numbers or not', () => {
		expect(numbersOf('O9', 'O10', 'O11')).toBeNull();
		expect(numbersOf('O11', 'O9', 'O10')).toBeNull();
		expect(numbersOf()).toBeNull();
	});

	it('is said where only the last row repeats a number that rose until then', () => expect(numbersOf('O1', 'O2', 'O3', 'O1')).toEqual([0, 1, 2, 0]));

	it('is nothing for a row without a number, of which there may be several', () => {
		expect(numbersOf('O1', '', 'O1', null, '-')).toEqual([0, NO_ORDER, 0, NO_ORDER, NO_ORDER]);
	});

	it('takes 7 and "7" for one order and "07" for another', () => expect(numbersOf(7, '7', '07')).toEqual([0, 0, 2]));

	it('is what a dictionary of texts says', () => {
		const cells = fc.array(fc.oneof(fc.string({ maxLength: 3 }), fc.integer({ min: 0, max: 30 }), fc.constant('x'.repeat(9))), { maxLength: 60 });
		fc.assert(
			fc.property(cells, (drawn) => {
				const given = drawn.map((cell) => (String(cell).trim() === '' || String(cell).trim() === '-' ? 'A' : cell));
				const first = new Map<string, number>();
				given.forEach((cell, row) => first.has(String(cell)) || first.set(String(cell), row));
				const expected = given.map((cell) => first.get(String(cell)));
				const isEachItsOwn = first.size === given.length;
				expect(numbersOf(...given)).toEqual(isEachItsOwn ? null : expected);
			}),
		);
	});
});
