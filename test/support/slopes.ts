/** Slopes by differences, to hold analytic ones against. */
import type { Objective } from '../../domain/statistics/maximise';

const STEP = 1e-3;

/**
 * Slopes by central differences of the fourth order: (8 (f₁ − f₋₁) − (f₂ − f₋₂)) / 12 steps. Exact for polynomials up to the
 * fourth degree; what rounding leaves is about 1e-13 of the value.
 */
export function slopesByDifferences(objective: Objective, point: ArrayLike<number>): number[] {
	const at = (variable: number, steps: number) =>
		objective(
			Float64Array.from(point, (value, i) => (i === variable ? value + steps * STEP : value)),
			new Float64Array(point.length),
		);
	return Array.from({ length: point.length }, (_, variable) => (8 * (at(variable, 1) - at(variable, -1)) - (at(variable, 2) - at(variable, -2))) / (12 * STEP));
}

/** Fails where an objective's slopes are none of its own, or any of it is not a finite number; `parts` is how large parts of it are that cancel. */
export function expectOwnSlopes(objective: Objective, point: ArrayLike<number>, parts = 0): void {
	const gradient = new Float64Array(point.length);
	const value = objective(Float64Array.from(point), gradient);
	const figures = [value, ...gradient];
	if (!figures.every(Number.isFinite)) throw new Error(`not finite: ${figures.join(' ')}`);
	// Parts of a slope cancel, so what it may be off by goes by the value and by the steepest of the slopes.
	const allowed = 1e-9 * (1 + parts + Math.abs(value) + gradient.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0));
	slopesByDifferences(objective, point).forEach((slope, variable) => {
		if (!(Math.abs(slope - gradient[variable]) <= allowed)) throw new Error(`slope ${variable}\nexpected  ${slope}\ngot       ${gradient[variable]}\nallowed   ${allowed}\nvalue     ${value}`);
	});
}
