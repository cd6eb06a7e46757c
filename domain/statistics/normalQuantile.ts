import { upperGammaQuantile } from './gammaQuantile';

/**
 * Quantile of the standard normal distribution
 *
 * How many standard deviations above the mean is the value below which the given share lies?
 * .975 gives 1.959964, the factor of a 95 % interval.
 *
 * Half the square of a standard normal variable is a gamma variable of shape ½, so the quantile is
 * read off that distribution. `probability` in (0, 1), NaN otherwise.
 */
export function normalQuantile(probability: number): number {
	if (!(probability > 0) || !(probability < 1)) return NaN;
	const bothTails = 2 * Math.min(probability, 1 - probability);
	return Math.sign(probability - 0.5) * Math.sqrt(2 * upperGammaQuantile(bothTails, 0.5));
}
