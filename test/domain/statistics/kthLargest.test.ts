import fc from 'fast-check';
import { kthLargest } from '../../../domain/statistics/kthLargest';
import { law } from '../../support/law';

describe('kthLargest(values, k)', () => {
	const values = Object.freeze([3, 1, 4, 1, 5, 9, 2, 6]);

	it('is the largest for k = 1, 9 of 3 1 4 1 5 9 2 6', () => {
		expect(kthLargest(Float64Array.from(values), 1)).toBe(9);
	});

	it('is the third largest for k = 3, 5 of 3 1 4 1 5 9 2 6', () => {
		expect(kthLargest(Float64Array.from(values), 3)).toBe(5);
	});

	it('is the smallest for k = the number of values, also where it comes twice', () => {
		expect(kthLargest(Float64Array.from(values), 8)).toBe(1);
		expect(kthLargest(Float64Array.from(values), 7)).toBe(1);
	});

	it('is the one value where all are the same', () => {
		expect(kthLargest(new Float64Array(1000).fill(7), 200)).toBe(7);
	});

	it('keeps the values it was given, though it may put them in another order', () => {
		const given = Float64Array.from(values);
		kthLargest(given, 4);
		expect([...given].sort()).toEqual([...values].sort());
	});

	it('is what sorting finds, for any values and k', () => {
		const amounts = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true })), { minLength: 1, maxLength: 60 });
		law(amounts, fc.nat(), (given, place) => {
			const k = (place % given.length) + 1;
			const sorted = Float64Array.from(given).sort();
			// 0 and −0 are one value to `===`; sort puts them in an order that no amount has.
			expect(kthLargest(Float64Array.from(given), k) === sorted[given.length - k]).toBe(true);
		});
	});
});
