/** What the papers write down, computed the obvious way, to hold the product's own roads against. */
import { logGamma } from '../../domain/statistics/logGamma';
import type { Timing } from './forecastSamples';

/** Gauss' hypergeometric function by its series; |z| < 1. */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
	let [sum, term] = [1, 1];
	for (let n = 0; n < 100_000 && Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
		term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
		sum += term;
	}
	return sum;
}

const logBeta = (a: number, b: number) => logGamma(a) + logGamma(b) - logGamma(a + b);

type Four = readonly [r: number, alpha: number, third: number, fourth: number];

/** One customer's likelihood: Fader, Hardie and Lee 2005, equation 3 (`first` 0); Batislam et al. 2007, equation 3 (`first` 1). */
export function betaGeometricOfOne([r, alpha, a, b]: Four, { repeats: x, recency, age }: Timing, first: 0 | 1): number {
	const pace = logGamma(r + x) - logGamma(r) + r * Math.log(alpha);
	const here = logBeta(a, b + x + first) - logBeta(a, b) - (r + x) * Math.log(alpha + age);
	const left = x + first > 0 ? Math.exp(logBeta(a + 1, b + x + first - 1) - logBeta(a, b) - (r + x) * Math.log(alpha + recency) - here) : 0;
	return pace + here + Math.log1p(left);
}

/** Expected purchases in a horizon: Fader, Hardie and Lee 2005, equation 10; Batislam et al. 2007, equation 8. Not for a = 1. */
export function betaGeometricExpected([r, alpha, a, b]: Four, { repeats: x, recency, age }: Timing, first: 0 | 1, horizon: number): number {
	const share = horizon / (alpha + age + horizon);
	const none = ((alpha + age) / (alpha + age + horizon)) ** (r + x);
	const ifHere = ((a + b + x + first - 1) / (a - 1)) * (1 - none * hypergeometric(r + x, b + x + first, a + b + x + first - 1, share));
	const left = x + first > 0 ? (a / (b + x + first - 1)) * ((alpha + age) / (alpha + recency)) ** (r + x) : 0;
	return ifHere / (1 + left);
}

/** One customer's likelihood by Pareto/NBD: Fader and Hardie 2005, with Gauss' function; the larger of α and β goes first. */
export function paretoOfOne([r, alpha, s, beta]: Four, { repeats: x, recency, age }: Timing): number {
	const total = r + s + x;
	const [larger, smaller, second] = alpha >= beta ? [alpha, beta, s + 1] : [beta, alpha, r + x];
	const at = (time: number) => hypergeometric(total, second, total + 1, (larger - smaller) / (larger + time)) / (larger + time) ** total;
	const here = (alpha + age) ** -(r + x) * (beta + age) ** -s;
	return logGamma(r + x) - logGamma(r) + r * Math.log(alpha) + s * Math.log(beta) + Math.log(here + (s / total) * (at(recency) - at(age)));
}
