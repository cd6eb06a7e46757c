import { kthLargest } from '../statistics/kthLargest';

/** Customers here as a period opened, an entry each, in the order in which the output lists them. */
export interface Members {
	/** What each had spent before the period. */
	readonly spentBefore: Float64Array;
	/** 1 for those lost by the start-of-period rule, else 0. */
	readonly isLost: Uint8Array;
}

export interface TopFifth {
	readonly customers: number;
	/** Their share of what all customers here at the start had spent; null where that is not positive. */
	readonly shareOfSpend: number | null;
	readonly churned: number;
}

/**
 * What does the fifth of the customers who spent most bring, and how many of them leave?
 *
 * By what they spent before the period: by total spend it would be circular, since those who stay go on
 * spending. A fifth is rounded down; of several who have spent the same, those listed first are in.
 *
 * Null below five customers. Source: DOMAIN C16. Expected O(n).
 */
export function topFifth({ spentBefore, isLost }: Members): TopFifth | null {
	const size = Math.floor(spentBefore.length / 5);
	if (size === 0) return null;

	const threshold = kthLargest(spentBefore.slice(), size);
	let aboveThreshold = 0;
	for (const spent of spentBefore) if (spent > threshold) aboveThreshold++;

	let placesForTied = size - aboveThreshold;
	let total = 0;
	let spentByTop = 0;
	let churned = 0;
	for (let member = 0; member < spentBefore.length; member++) {
		const spent = spentBefore[member];
		total += spent;
		const isTop = spent > threshold || (spent === threshold && placesForTied-- > 0);
		if (!isTop) continue;
		spentByTop += spent;
		churned += isLost[member];
	}
	return { customers: size, shareOfSpend: total > 0 ? spentByTop / total : null, churned };
}
