import { logGamma } from '../statistics/logGamma';

/** Below it the exponential of a logarithm is 0. */
const SMALLEST_LOG = -700;

/**
 * How likely are more than 0, more than 1, more than 2 … purchases?
 *
 * Of a count that is Poisson at a gamma distributed rate, with the given shape and mean shape × `ratio` (the horizon
 * over the scale of the rate). Each call of what it gives is the next of the chances, which fall from at most 1 to 0.
 */
export function negativeBinomialTails(shape: number, ratio: number): () => number {
	const logNone = -shape * Math.log1p(ratio);
	const share = ratio / (1 + ratio);
	let j = 0;
	if (logNone > SMALLEST_LOG) {
		let exactly = Math.exp(logNone);
		let more = -Math.expm1(logNone);
		return () => {
			const now = more;
			exactly *= ((shape + j) / (j + 1)) * share;
			j++;
			// What is left of a difference of nearly equal numbers is below the last digit of 1.
			more = Math.max(0, more - exactly);
			return now;
		};
	}
	// With so many purchases the first chances are too small for a number, so each is taken from its logarithm.
	const constant = logNone - logGamma(shape);
	const logShare = Math.log(share);
	let atMost = 0;
	return () => {
		atMost += Math.exp(constant + logGamma(shape + j) - logGamma(j + 1) + j * logShare);
		j++;
		return Math.max(0, 1 - atMost);
	};
}
