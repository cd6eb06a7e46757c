import { median, quantile } from '../statistics/quantile';
import { sortFirst } from '../statistics/sortFirst';

/** A customer's own rhythm, in days from one day with an event to the next. */
export interface Gaps {
	/** Null below two days. */
	readonly median: number | null;
	/** From the first to the third quartile; null below three days, which have two gaps between them. */
	readonly spread: number | null;
	/** Null below two days. */
	readonly longest: number | null;
}

const NO_GAPS: Gaps = Object.freeze({ median: null, spread: null, longest: null });

/**
 * What measures the gaps of one customer after the other
 *
 * Question: after how many days does this customer come again, how much does that vary, and which was the longest
 * wait? `days` holds the days with an event, each once and in ascending order, in its first `count` entries. The wait
 * since the last day is no gap: it is not over. One buffer serves all customers. O(n log n) in the days of a customer.
 */
export function gapMeter(): (days: Int32Array, count: number) => Gaps {
	let buffer = new Int32Array(64);
	return (days, count) => {
		const gapCount = count - 1;
		if (gapCount < 1) return NO_GAPS;
		if (gapCount > buffer.length) buffer = new Int32Array(2 * gapCount);
		for (let gap = 0; gap < gapCount; gap++) buffer[gap] = days[gap + 1] - days[gap];
		sortFirst(buffer, gapCount);
		return {
			median: median(buffer, gapCount),
			spread: gapCount < 2 ? null : quantile(buffer, 0.75, gapCount) - quantile(buffer, 0.25, gapCount),
			longest: buffer[gapCount - 1],
		};
	};
}
