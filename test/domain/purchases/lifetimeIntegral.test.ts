import fc from 'fast-check';
import type { LifetimeTerms } from '../../../domain/purchases/lifetimeIntegral';
import { lifetimeIntegral } from '../../../domain/purchases/lifetimeIntegral';
import { closeTo } from '../../support/closeTo';
import { within } from '../../support/forecastReference';
import { law } from '../../support/law';

const integral = (terms: LifetimeTerms, from: number, to: number) => lifetimeIntegral(terms, from, to, { log: NaN, ofK: NaN, ofM: NaN, ofAlpha: NaN, ofBeta: NaN });

/** ln ∫ by Simpson's rule over v = ln(smaller scale + t), so fine that it is good to nine digits. */
function bySimpson({ alpha, beta, k, m }: LifetimeTerms, from: number, to: number): number {
	const smaller = Math.min(alpha, beta);
	const [start, end] = [Math.log(smaller + from), Math.log(smaller + to)];
	const pieces = 2 * Math.ceil(((end - start) * (k + m + 10)) / 0.05);
	const peak = -k * Math.log(alpha + from) - m * Math.log(beta + from);
	let sum = 0;
	for (let place = 0; place <= pieces; place++) {
		const width = Math.exp(start + ((end - start) * place) / pieces);
		const weight = place === 0 || place === pieces ? 1 : 2 + 2 * (place % 2);
		sum += weight * width * Math.exp(-k * Math.log(alpha + width - smaller) - m * Math.log(beta + width - smaller) - peak);
	}
	return Math.log((sum * (end - start)) / (3 * pieces)) + peak;
}

const anyBetween = (low: number, high: number) => fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp);
const anyTerms = fc.record({ alpha: anyBetween(1e-3, 1e5), beta: anyBetween(1e-3, 1e5), k: anyBetween(1e-3, 600), m: anyBetween(1e-3, 50) });
const anyTimes = fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 5000 })).map(([from, length]) => [from, from + length] as const);

describe('lifetimeIntegral({ alpha, beta, k, m }, from, to)', () => {
	it('with k = m = 1 and equal scales is 1/(α + from) − 1/(α + to): 1/10 − 1/30', () => {
		closeTo(integral({ alpha: 10, beta: 10, k: 1, m: 1 }, 0, 20).log, Math.log(1 / 10 - 1 / 30), 'equal scales');
	});

	it('with k = m = 1 is ln((α + to)(β + from) / ((α + from)(β + to))) / (β − α): α 2, β 50, from 3 to 400', () => {
		closeTo(integral({ alpha: 2, beta: 50, k: 1, m: 1 }, 3, 400).log, Math.log(Math.log((402 * 53) / (5 * 450)) / 48), 'partial fractions');
		closeTo(integral({ alpha: 50, beta: 2, k: 1, m: 1 }, 3, 400).log, Math.log(Math.log((402 * 53) / (5 * 450)) / 48), 'scales exchanged');
	});

	it('with equal scales is that of one power: ((α + from)^(1 − n) − (α + to)^(1 − n)) / (n − 1), n = k + m', () => {
		law(anyBetween(0.1, 1e4), fc.tuple(anyBetween(1.2, 600), anyTimes), (alpha, [n, [from, to]]) => {
			const expected = (1 - n) * Math.log(alpha + from) + Math.log(-Math.expm1((1 - n) * Math.log((alpha + to) / (alpha + from)))) - Math.log(n - 1);
			expect(Math.abs(integral({ alpha, beta: alpha, k: n - 0.7, m: 0.7 }, from, to).log - expected)).toBeLessThan(1e-11 * (1 + Math.abs(expected)));
		});
	});

	it('is what Simpson’s rule finds, for scales apart by eight powers of ten too', () => {
		law(anyTerms, anyTimes, (terms, [from, to]) => {
			expect(Math.abs(integral(terms, from, to).log - bySimpson(terms, from, to))).toBeLessThan(1e-8);
		}, 40);
	});

	it('over no time is nothing, ln −Infinity, with slopes of 0', () => {
		expect(integral({ alpha: 3, beta: 5, k: 2, m: 1 }, 30, 30)).toEqual({ log: -Infinity, ofK: 0, ofM: 0, ofAlpha: 0, ofBeta: 0 });
	});

	it('over an hour of 5,000 days is about the integrand times the hour', () => {
		const { log } = integral({ alpha: 10, beta: 20, k: 3, m: 2 }, 5000, 5000 + 1 / 24);
		within(log, -3 * Math.log(5010) - 2 * Math.log(5020) - Math.log(24), 'an hour', 1e-5);
	});

	it('writes into what it is given, and keeps nothing of before', () => {
		const result = { log: 1, ofK: 1, ofM: 1, ofAlpha: 1, ofBeta: 1 };
		const terms = { alpha: 3, beta: 5, k: 2, m: 1 };
		expect(lifetimeIntegral(terms, 1, 9, result)).toBe(result);
		expect(result).toEqual(integral(terms, 1, 9));
	});
});

describe('laws of the integral', () => {
	it('over two stretches it is the sum of both', () => {
		law(anyTerms, fc.tuple(anyTimes, fc.double({ min: 0.01, max: 0.99, noNaN: true })), (terms, [[from, to], share]) => {
			const middle = from + share * (to - from);
			const [whole, first, second] = [integral(terms, from, to), integral(terms, from, middle), integral(terms, middle, to)].map(({ log }) => log);
			expect(Math.abs(Math.exp(first - whole) + Math.exp(second - whole) - 1)).toBeLessThan(1e-11);
		});
	});

	it('its slopes are those that its differences show', () => {
		law(anyTerms, anyTimes, (terms, [from, to]) => {
			const { ofK, ofM, ofAlpha, ofBeta } = integral(terms, from, to);
			const slopes = { k: ofK, m: ofM, alpha: ofAlpha, beta: ofBeta };
			for (const name of ['k', 'm', 'alpha', 'beta'] as const) {
				const step = 1e-4 * terms[name];
				const at = (steps: number) => integral({ ...terms, [name]: terms[name] + steps * step }, from, to).log;
				const slope = (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * step);
				// What a relative change of the term changes; rounding of the logarithm is divided by the step.
				expect(Math.abs(slopes[name] - slope) * terms[name]).toBeLessThan(1e-11 * (1e4 + 1e3 * Math.abs(integral(terms, from, to).log)));
			}
		});
	});

	it('stays a number for 10,000 purchases and scales of 1e-6 and 1e9', () => {
		for (const terms of [{ alpha: 1e-6, beta: 1e9, k: 10_000, m: 1e-5 }, { alpha: 1e9, beta: 1e-6, k: 10_000, m: 1e-5 }, { alpha: 1e-6, beta: 1e-6, k: 1e-5, m: 10_000 }]) {
			expect(Object.values(integral(terms, 0, 5000)).every(Number.isFinite)).toBe(true);
			expect(Object.values(integral(terms, 4000, 5000)).every(Number.isFinite)).toBe(true);
		}
	});
});
