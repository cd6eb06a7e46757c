/**
 * Quantile
 *
 * Below which value lies a given share of the values? The place (n − 1) · share, counted from 0, and where it falls
 * between two values, so far along the straight line from one to the other.
 *
 * `sorted` is in ascending order; where only its first entries are meant, `count` says how many. Undefined for no
 * values: `count` is at least 1. Source: Hyndman and Fan, 1996, definition 7, which R, NumPy and Excel take unless told
 * otherwise. O(1).
 */
export function quantile(sorted: ArrayLike<number>, share: number, count = sorted.length): number {
	const place = (count - 1) * share;
	const below = Math.floor(place);
	const value = sorted[below];
	return place === below ? value : value + (place - below) * (sorted[below + 1] - value);
}

/** The middle value; of an even number the mean of the middle two. As for `quantile`, there is at least one. */
export const median = (sorted: ArrayLike<number>, count = sorted.length): number => quantile(sorted, 0.5, count);
