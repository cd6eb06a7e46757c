import { regularizedGamma } from './regularizedGamma';

const DOUBLINGS_AT_MOST = 1100;
const HALVINGS_AT_MOST = 1100;

/**
 * Quantile of the gamma distribution with scale 1
 *
 * Below which value does a gamma variable of the given shape fall with the given chance? The exact
 * limits of a Poisson count are such quantiles.
 *
 * The answer is bracketed by doubling and then halved down to neighbouring floating point numbers
 * (or to a relative width of 1e-15), so it is as exact as the distribution function itself and cannot
 * run away. The tail that is smaller is the one compared, so that far tails keep their digits.
 *
 * `probability` in [0, 1); 0 gives 0. NaN outside the ranges.
 */
export function gammaQuantile(probability: number, shape: number): number {
	if (!(shape > 0) || !(probability >= 0) || !(probability < 1)) return NaN;
	if (probability === 0) return 0;

	const isBelow = (x: number): boolean => {
		const { lower, upper } = regularizedGamma(shape, x);
		return probability < 0.5 ? lower < probability : upper > 1 - probability;
	};

	let low = 0;
	let high = shape;
	for (let step = 0; step < DOUBLINGS_AT_MOST && isBelow(high); step++) {
		low = high;
		high *= 2;
	}
	for (let step = 0; step < HALVINGS_AT_MOST; step++) {
		const middle = low + (high - low) / 2;
		if (middle <= low || middle >= high || high - low < high * 1e-15) break;
		if (isBelow(middle)) low = middle;
		else high = middle;
	}
	return low + (high - low) / 2;
}
