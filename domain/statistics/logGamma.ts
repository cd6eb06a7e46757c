const LANCZOS_G = 7;
const LANCZOS_COEFFICIENTS = [
	0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
	12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/**
 * Logarithm of the gamma function
 *
 * The gamma function continues the factorial: gamma(n) = (n − 1)!. It overflows beyond 171, its
 * logarithm does not. Lanczos' approximation with g = 7 and nine terms; relative error below 1e-14.
 *
 * Defined for x > 0; NaN otherwise.
 * Source: Lanczos, A Precision Approximation of the Gamma Function, 1964.
 */
export function logGamma(x: number): number {
	if (!(x > 0)) return NaN;
	if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);

	const shifted = x - 1;
	let series = LANCZOS_COEFFICIENTS[0];
	for (let term = 1; term < LANCZOS_COEFFICIENTS.length; term++) {
		series += LANCZOS_COEFFICIENTS[term] / (shifted + term);
	}
	const base = shifted + LANCZOS_G + 0.5;
	return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(series);
}
