import { gammaQuantile } from './gammaQuantile';
import { normalQuantile } from './normalQuantile';

/** Limits between which the true figure lies with the stated confidence. */
export interface Interval {
	readonly low: number;
	readonly high: number;
}

export const DEFAULT_CONFIDENCE = 0.95;

const factorOfConfidence = new Map<number, number>();

/** The normal factor of a two-sided interval: 1.959964 at 95 %. Each is computed once and remembered. */
export function normalFactor(confidence: number): number {
	let factor = factorOfConfidence.get(confidence);
	if (factor === undefined) {
		factor = normalQuantile(1 - (1 - confidence) / 2);
		factorOfConfidence.set(confidence, factor);
	}
	return factor;
}

/**
 * Wilson's score interval for a share
 *
 * Between which limits lies the true share when `count` of `total` were seen? Unlike the textbook
 * interval it stays within 0 and 1 and works for 0 of 10.
 *
 * `count` in [0, total], `total` > 0. 3 of 20 gives [.0523687, .3604189].
 * Source: Wilson, Probable Inference, 1927. DOMAIN C8.
 */
export const wilsonInterval = (count: number, total: number, confidence = DEFAULT_CONFIDENCE): Interval =>
	wilsonIntervalOfShare(count / total, total, confidence);

/**
 * The same for a share that is no quotient of counts, such as a share of money: `size` is then the number of
 * customers who, all alike, would tell as much.
 *
 * `share` in [0, 1], `size` > 0, a whole number or not.
 */
export function wilsonIntervalOfShare(share: number, size: number, confidence = DEFAULT_CONFIDENCE): Interval {
	const factor = normalFactor(confidence);
	const shrinkage = factor ** 2 / size;
	const centre = (share + shrinkage / 2) / (1 + shrinkage);
	const halfWidth = (factor * Math.sqrt((share * (1 - share)) / size + factor ** 2 / (4 * size ** 2))) / (1 + shrinkage);
	return {
		low: share === 0 ? 0 : Math.max(0, centre - halfWidth),
		high: share === 1 ? 1 : Math.min(1, centre + halfWidth),
	};
}

/**
 * Garwood's exact interval for a count of events
 *
 * Between which limits lies the expected number of events when `count` were seen? Exact in the sense
 * that it covers the truth at least as often as stated, also for 0 events.
 *
 * `count` ≥ 0, a whole number where events are counted; 0 gives [0, 3.6888794]. For a sum of unequal parts it is the
 * number of equal ones that would tell as much.
 * Source: Garwood, Fiducial Limits for the Poisson Distribution, 1936. DOMAIN C8.
 */
export function poissonInterval(count: number, confidence = DEFAULT_CONFIDENCE): Interval {
	const tail = (1 - confidence) / 2;
	return {
		low: count === 0 ? 0 : gammaQuantile(tail, count),
		high: gammaQuantile(1 - tail, count + 1),
	};
}

/** A figure with its own interval, such as a rate. */
export interface Estimate extends Interval {
	readonly value: number;
}

/**
 * Interval for the difference of two independent figures, from their own intervals
 *
 * By how much is `one` above `other`? The method of variance estimates recovery (MOVER) takes, on each
 * side, the distance of the limit that matters there. With Wilson intervals it is Newcombe's method.
 *
 * 5 of 100 against 67 of 800 gives [−.0692603, .0303683].
 * Source: Newcombe, Interval Estimation for the Difference, 1998, method 10; Zou and Donner, 2008. DOMAIN C8.
 */
export function differenceInterval(one: Estimate, other: Estimate): Interval {
	const difference = one.value - other.value;
	return {
		low: difference - Math.hypot(one.value - one.low, other.high - other.value),
		high: difference + Math.hypot(one.high - one.value, other.value - other.low),
	};
}
