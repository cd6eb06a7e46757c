import fc from 'fast-check';
import { symmetricInverse, varianceOf } from '../../../domain/statistics/symmetricInverse';
import { closeTo } from '../../support/closeTo';
import { law } from '../../support/law';

type Matrix = ReadonlyArray<readonly number[]>;

const product = (one: Matrix, other: Matrix): number[][] => one.map((row) => other[0].map((_, column) => row.reduce((sum, entry, k) => sum + entry * other[k][column], 0)));

/** B·Bᵗ + I, which is positive definite for any B. */
const anyDefinite: fc.Arbitrary<Matrix> = fc
	.integer({ min: 1, max: 6 })
	.chain((size) => fc.array(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }))
	.map((rows) => product(rows, rows[0].map((_, column) => rows.map((row) => row[column]))).map((row, i) => row.map((entry, j) => entry + Number(i === j))));

describe('symmetricInverse(matrix)', () => {
	it('of one number is its reciprocal: 1/4', () => expect(symmetricInverse([[4]])).toEqual([[0.25]]));

	it('of (2 1; 1 2) is (2 −1; −1 2) / 3', () => {
		const inverse = symmetricInverse([[2, 1], [1, 2]])!;
		[[2 / 3, -1 / 3], [-1 / 3, 2 / 3]].forEach((row, i) => row.forEach((entry, j) => closeTo(inverse[i][j], entry, [i, j])));
	});

	it('of nothing is nothing', () => expect(symmetricInverse([])).toEqual([]));

	it('times the matrix is the identity, and it is symmetric', () => {
		law(anyDefinite, fc.constant(0), (matrix) => {
			const inverse = symmetricInverse(matrix)!;
			product(matrix, inverse).forEach((row, i) => row.forEach((entry, j) => expect(Math.abs(entry - Number(i === j))).toBeLessThan(1e-9)));
			inverse.forEach((row, i) => row.forEach((entry, j) => expect(Math.abs(entry - inverse[j][i])).toBeLessThan(1e-12)));
		});
	});

	it('is not there where a figure is a combination of the others: (4 4; 4 4), (1 2 3; 2 4 6; 3 6 10)', () => {
		expect(symmetricInverse([[4, 4], [4, 4]])).toBeNull();
		expect(symmetricInverse([[1, 2, 3], [2, 4, 6], [3, 6, 10]])).toBeNull();
	});

	it('is not there of a saddle (1 2; 2 1), of a negative variance, of 0, of NaN', () => {
		for (const matrix of [[[1, 2], [2, 1]], [[-1]], [[0]], [[NaN]], [[1, NaN], [NaN, 1]]]) expect(symmetricInverse(matrix)).toBeNull();
	});

	it('does not mind figures of very different size: (1e-12 0; 0 1e12)', () => {
		const inverse = symmetricInverse([[1e-12, 0], [0, 1e12]])!;
		closeTo(inverse[0][0] / 1e12, 1, 'the small one');
		closeTo(inverse[1][1] * 1e12, 1, 'the large one');
	});

	it('leaves the matrix as it is', () => {
		expect(() => symmetricInverse(Object.freeze([Object.freeze([2, 1]), Object.freeze([1, 2])]))).not.toThrow();
	});
});

describe('varianceOf(weights, covariance)', () => {
	it('of a single figure is its variance times the weight squared: 3² · 4', () => expect(varianceOf([3], [[4]])).toBe(36));

	it('of a difference takes off what they have in common: 2 + 2 − 2 · 1', () => expect(varianceOf([1, -1], [[2, 1], [1, 2]])).toBe(2));

	it('of a figure less itself is 0, whatever rounding leaves: never below', () => {
		law(fc.double({ min: 1e-8, max: 1e8, noNaN: true }), fc.double({ min: -1e4, max: 1e4, noNaN: true }), (variance, weight) => {
			const covariance = [[variance, variance], [variance, variance]];
			expect(varianceOf([weight, -weight], covariance)).toBe(0);
			expect(varianceOf([weight, -weight * (1 + 1e-16)], covariance)).toBeGreaterThanOrEqual(0);
		});
	});

	it('of nothing is 0', () => expect(varianceOf([], [])).toBe(0));
});
