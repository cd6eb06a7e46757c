import fc from 'fast-check';
import { digamma } from '../../../domain/statistics/digamma';
import { logGamma } from '../../../domain/statistics/logGamma';
import { closeTo } from '../../support/closeTo';

/** Euler's constant (DLMF 5.2.3). */
const EULER = 0.5772156649015329;

describe('digamma(x)', () => {
	it('is −γ at 1, 1 − γ at 2 and 25/12 − γ at 5: the harmonic numbers (DLMF 5.4.14)', () => {
		closeTo(digamma(1), -EULER, 'x 1');
		closeTo(digamma(2), 1 - EULER, 'x 2');
		closeTo(digamma(5), 1 + 1 / 2 + 1 / 3 + 1 / 4 - EULER, 'x 5');
	});

	it('is −γ − 2 ln 2 at one half (DLMF 5.4.13), −γ − π/2 − 3 ln 2 at a quarter', () => {
		closeTo(digamma(0.5), -EULER - 2 * Math.LN2, 'x 1/2');
		closeTo(digamma(0.25), -EULER - Math.PI / 2 - 3 * Math.LN2, 'x 1/4');
	});

	it('grows by 1/x from x to x + 1, also from 11.9, where the series begins', () => {
		for (const x of [1e-9, 0.05, 0.7, 3, 10.9, 11, 11.9, 12, 12.1, 1000, 1e8]) closeTo(digamma(x + 1) - 1 / x, digamma(x), { x });
	});

	it('is the slope of the logarithm of the gamma function', () => {
		fc.assert(
			fc.property(fc.double({ min: 0.05, max: 1000, noNaN: true }), (x) => {
				const step = 1e-4 * x;
				const slope = (logGamma(x + step) - logGamma(x - step)) / (2 * step);
				expect(Math.abs(slope - digamma(x))).toBeLessThan(1e-6 * Math.max(1, 1 / x));
			}),
		);
	});

	it('is the logarithm less 1/(2x) of a large x: 1e12', () => {
		closeTo(digamma(1e12), Math.log(1e12) - 0.5e-12, '1e12');
	});

	it('is NaN for 0 and below', () => {
		expect([digamma(0), digamma(-0.5), digamma(NaN)]).toEqual([NaN, NaN, NaN]);
	});
});
