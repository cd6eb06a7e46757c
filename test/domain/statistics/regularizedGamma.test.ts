import { regularizedGamma } from '../../../domain/statistics/regularizedGamma';
import { closeTo } from '../../support/closeTo';
import { statisticsReference } from '../../support/reference';

describe('regularizedGamma(shape, x)', () => {
	it('of shape 1 is the exponential distribution: 1 − 1/e lies below 1', () => {
		closeTo(regularizedGamma(1, 1).lower, 1 - Math.exp(-1), 'shape 1, x 1');
	});

	it('of a whole shape 3 is the chance that a Poisson count of mean 2 reaches 3: 1 − 5/e²', () => {
		closeTo(regularizedGamma(3, 2).lower, 1 - 5 * Math.exp(-2), 'shape 3, x 2');
	});

	it('has tails that add up to 1', () => {
		for (const [shape, x] of [[0.5, 0.1], [4, 4], [100, 130], [1e6, 1e6]]) {
			const { lower, upper } = regularizedGamma(shape, x);
			closeTo(lower + upper, 1, { shape, x });
		}
	});

	it('keeps the digits of an upper tail of 1e-20 and less, where the lower tail is 1: e^−50 for shape 1', () => {
		const { upper } = regularizedGamma(1, 50);
		expect(Math.abs(upper / Math.exp(-50) - 1)).toBeLessThan(1e-9);
	});

	it('agrees with SciPy up to shape 10,000, where the file was checked to fifty digits (statistics.json, lowerIncompleteGamma)', () => {
		for (const { a, x, p, q } of statisticsReference().lowerIncompleteGamma) {
			if (a > 1e4) continue;
			const { lower, upper } = regularizedGamma(a, x);
			closeTo(lower, p, { tail: 'lower', a, x });
			closeTo(upper, q, { tail: 'upper', a, x });
		}
	});

	it('of shape a million, five standard deviations below, is 2.7495803593e-7 (the Poisson sum in 60-digit decimals; SciPy 1.17.1 is 4e-6 off)', () => {
		const { lower } = regularizedGamma(1e6, 995_000);
		expect(Math.abs(lower / 2.74958035927e-7 - 1)).toBeLessThan(1e-8);
	});

	it('puts everything above 0 at x = 0', () => {
		expect(regularizedGamma(2, 0)).toEqual({ lower: 0, upper: 1 });
	});

	it('is NaN for a shape of 0 and for an x below 0', () => {
		expect(regularizedGamma(0, 1)).toEqual({ lower: NaN, upper: NaN });
		expect(regularizedGamma(1, -1)).toEqual({ lower: NaN, upper: NaN });
	});
});
