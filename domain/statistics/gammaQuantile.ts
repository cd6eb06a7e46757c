import { regularizedGamma } from './regularizedGamma';

const DOUBLINGS_AT_MOST = 1100;
const HALVINGS_AT_MOST = 1100;

/**
 * The value with the given chance of falling below it (`lower`) and above it (`upper`), which add up to 1
 *
 * Both are asked for, since near 0 or 1 only one of them can be written with all its digits; the smaller one
 * is compared. The value is bracketed by doubling and then halved down to a relative width of 1e-15, so it is
 * as exact as the distribution function itself and cannot run away.
 */
function quantileWhere(lower: number, upper: number, shape: number): number {
	const isBelow = (x: number): boolean => {
		const tails = regularizedGamma(shape, x);
		return lower < upper ? tails.lower < lower : tails.upper > upper;
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

/**
 * Quantile of the gamma distribution with scale 1
 *
 * Below which value does a gamma variable of the given shape fall with the given chance? The exact
 * limits of a Poisson count are such quantiles.
 *
 * `probability` in [0, 1); 0 gives 0. NaN outside the ranges.
 */
export function gammaQuantile(probability: number, shape: number): number {
	if (!(shape > 0) || !(probability >= 0) || !(probability < 1)) return NaN;
	return probability === 0 ? 0 : quantileWhere(probability, 1 - probability, shape);
}

/**
 * Upper quantile of the gamma distribution with scale 1
 *
 * Which value does a gamma variable of the given shape exceed with the given chance? Keeps its digits for
 * chances so small that 1 minus them is 1.
 *
 * `probability` in (0, 1]; 1 gives 0. NaN outside the ranges.
 */
export function upperGammaQuantile(probability: number, shape: number): number {
	if (!(shape > 0) || !(probability > 0) || !(probability <= 1)) return NaN;
	return probability === 1 ? 0 : quantileWhere(1 - probability, probability, shape);
}
