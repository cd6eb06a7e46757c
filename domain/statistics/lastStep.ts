import type { Bounds, Maximum, Objective } from './maximise';
import { varianceOf } from './symmetricInverse';

/**
 * One step of Newton's from where a search ended
 *
 * A search stops where the value gains no more that could be told, and there half the digits of the point are still
 * open; this step doubles them. `covariance` is the inverse of the information there. Where the step would leave the
 * bounds, or not end nearer to a slope of 0, the maximum stays what it is. O(1 evaluation).
 */
export function lastStep(objective: Objective, maximum: Maximum, covariance: ReadonlyArray<readonly number[]>, bounds: readonly Bounds[]): Maximum {
	const point = maximum.point.map((value, i) => value + covariance[i].reduce((sum, entry, j) => sum + entry * maximum.gradient[j], 0));
	if (!point.every((at, i) => at >= bounds[i].low && at <= bounds[i].high)) return maximum;
	const gradient = new Float64Array(point.length);
	const value = objective(point, gradient);
	return varianceOf(gradient, covariance) < varianceOf(maximum.gradient, covariance) ? { ...maximum, point, gradient, value } : maximum;
}
