/** From here on the asymptotic series is exact to the last digits. */
const LARGE = 12;

/**
 * Derivative of the logarithm of the gamma function
 *
 * Lifted to a large argument by ψ(x) = ψ(x + 1) − 1/x, then by its asymptotic series. Absolute error below 1e-14.
 *
 * Defined for x > 0; NaN otherwise.
 * Source: Abramowitz and Stegun, 6.3.5 and 6.3.18.
 */
export function digamma(x: number): number {
	if (!(x > 0)) return NaN;
	let lifted = x;
	let below = 0;
	while (lifted < LARGE) below += 1 / lifted++;
	const square = 1 / (lifted * lifted);
	const series = square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132)))));
	return Math.log(lifted) - 1 / (2 * lifted) - series - below;
}
