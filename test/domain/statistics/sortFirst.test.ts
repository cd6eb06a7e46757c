import fc from 'fast-check';
import { sortFirst } from '../../../domain/statistics/sortFirst';
import { law } from '../../support/law';

describe('sortFirst(values, count)', () => {
	it('puts the first three of 3 1 2 0 in order and leaves the 0 where it is', () => {
		const values = Int32Array.of(3, 1, 2, 0);
		sortFirst(values, 3);
		expect([...values]).toEqual([1, 2, 3, 0]);
	});

	it('does what sorting a copy of them does, for few values and for many', () => {
		law(fc.array(fc.double({ noNaN: true }), { maxLength: 80 }), fc.nat(80), (given, wanted) => {
			const count = Math.min(wanted, given.length);
			const values = Float64Array.from(given);
			sortFirst(values, count);
			const expected = [...given.slice(0, count).sort((one, other) => one - other), ...given.slice(count)];
			// 0 and −0 are one value to `===`.
			expect(expected.every((value, index) => value === values[index])).toBe(true);
		});
	});
});
