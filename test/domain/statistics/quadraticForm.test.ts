import { quadraticForm } from '../../../domain/statistics/quadraticForm';
import { closeTo } from '../../support/closeTo';

describe('quadraticForm(figures, covariance)', () => {
	it('of one figure is its square over its variance: 3² / 4', () => {
		expect(quadraticForm([3], [[4]])).toEqual({ value: 9 / 4, rank: 1 });
	});

	it('of figures that vary on their own is the sum: 1/2 + 4/8', () => {
		const { value, rank } = quadraticForm([1, 2], [[2, 0], [0, 8]]);
		expect([value, rank]).toEqual([1, 2]);
	});

	it('of (1, 2) under (2 1; 1 2) is (2·1 − 2·2 + 2·4) / 3 = 2, by the inverse (2 −1; −1 2) / 3', () => {
		closeTo(quadraticForm([1, 2], [[2, 1], [1, 2]]).value, 2, 'correlated');
	});

	it('counts a figure once that is given twice: rank 1', () => {
		expect(quadraticForm([3, 3], [[4, 4], [4, 4]])).toEqual({ value: 9 / 4, rank: 1 });
	});

	it('passes over a figure that cannot vary, wherever it stands', () => {
		expect(quadraticForm([0, 3], [[0, 0], [0, 4]])).toEqual({ value: 9 / 4, rank: 1 });
		expect(quadraticForm([3, 0], [[4, 0], [0, 0]])).toEqual({ value: 9 / 4, rank: 1 });
	});

	it('of nothing is 0 of rank 0', () => {
		expect(quadraticForm([], [])).toEqual({ value: 0, rank: 0 });
	});

	it('leaves figures and covariance as they are', () => {
		const figures = Object.freeze([1, 2]);
		const covariance = Object.freeze([Object.freeze([2, 1]), Object.freeze([1, 2])]);
		expect(() => quadraticForm(figures, covariance)).not.toThrow();
	});
});
