import fc from 'fast-check';
import { gammaQuantile } from '../../../domain/statistics/gammaQuantile';
import { regularizedGamma } from '../../../domain/statistics/regularizedGamma';
import { closeTo } from '../../support/closeTo';
import { law } from '../../support/law';
import { statisticsReference } from '../../support/reference';

describe('gammaQuantile(probability, shape)', () => {
	it('of shape 1 is the exponential quantile: half lies below ln 2', () => {
		closeTo(gammaQuantile(0.5, 1), Math.LN2, 'p .5, shape 1');
	});

	it('gives the upper limit of a count of 0: 97.5 % lies below −ln .025 = 3.688879', () => {
		closeTo(gammaQuantile(0.975, 1), -Math.log(0.025), 'p .975, shape 1');
	});

	it('agrees with SciPy gamma.ppf from p 1e-12 to .999 and shapes from .5 to a million (statistics.json)', () => {
		for (const { shape, p, x } of statisticsReference().gammaQuantiles) {
			if (p !== undefined) closeTo(gammaQuantile(p, shape), x, { shape, p });
		}
	});

	it('agrees with SciPy gamma.isf for upper tails down to 1e-8; a smaller one is lost in 1 − q, which has 16 digits', () => {
		for (const { shape, q, x } of statisticsReference().gammaQuantiles) {
			if (q !== undefined && q >= 1e-8) closeTo(gammaQuantile(1 - q, shape), x, { shape, q });
		}
	});

	it('is the inverse of regularizedGamma: the chance below the quantile is the probability asked for', () => {
		law(fc.double({ min: 1e-9, max: 0.999999, noNaN: true }), fc.double({ min: 0.5, max: 1e5, noNaN: true }), (probability, shape) => {
			closeTo(regularizedGamma(shape, gammaQuantile(probability, shape)).lower, probability, { probability, shape });
		});
	});

	it('is 0 for probability 0', () => {
		expect(gammaQuantile(0, 3)).toBe(0);
	});

	it('is NaN for probability 1, which no number reaches, and outside of the ranges', () => {
		expect([gammaQuantile(1, 3), gammaQuantile(-0.1, 3), gammaQuantile(0.5, 0)]).toEqual([NaN, NaN, NaN]);
	});
});
