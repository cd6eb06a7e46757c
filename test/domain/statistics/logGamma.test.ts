import { logGamma } from '../../../domain/statistics/logGamma';
import { closeTo } from '../../support/closeTo';
import { statisticsReference } from '../../support/reference';

describe('logGamma(x)', () => {
	it('is the logarithm of the factorial of x − 1: of 24 for 5', () => {
		closeTo(logGamma(5), Math.log(24), 'x 5');
	});

	it('is half the logarithm of π at one half', () => {
		closeTo(logGamma(0.5), Math.log(Math.PI) / 2, 'x .5');
	});

	it('is 0 at 1 and at 2, where the factorial is 1', () => {
		closeTo(logGamma(1), 0, 'x 1');
		closeTo(logGamma(2), 0, 'x 2');
	});

	it('grows by the logarithm of x from x to x + 1', () => {
		for (const x of [0.3, 1.7, 12.25, 171, 1e5]) closeTo(logGamma(x + 1), logGamma(x) + Math.log(x), { x });
	});

	it('agrees with SciPy gammaln from 1e-300 to 1e100 (statistics.json, logGamma)', () => {
		for (const { x, logGamma: expected } of statisticsReference().logGamma) closeTo(logGamma(x), expected, { x });
	});

	it('is NaN for 0 and below', () => {
		expect([logGamma(0), logGamma(-0.5)]).toEqual([NaN, NaN]);
	});
});
