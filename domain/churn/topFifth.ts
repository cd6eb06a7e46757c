import { kthLargest } from '../statistics/kthLargest';

/** Customers here as a period opened, an entry each, in the order in which the output lists them. */
export interface Members {
	/** What each had spent before the period. */
	readonly spentBefore: Float64Array;
	/** 1 for those lost by the start-of-period rule, else 0. */
	readonly isLost: Uint8Array;
	/** Room for as many values, to select in; a copy is made where it is not given. */
	readonly scratch?: Float64Array;
}

export interface TopFifth {
	readonly customers: number;
	/** Their share of what all customers here at the start had spent. */
	readonly shareOfSpend: number;
	/** How many of them are lost. */
	readonly churned: number;
}

/**
 * What does the fifth of the customers who spent most bring, and how many of them leave?
 *
 * By what they spent before the period: by total spend it would be circular, since those who stay go on
 * spending. A fifth is rounded down. Of several who have spent the same at its edge, each is in with the same
 * part, so that the answer does not depend on what customers are called; `churned` may then be a fraction.
 *
 * Null below five customers and where nothing was spent. Source: DOMAIN C16. Expected O(n).
 */
export function topFifth({ spentBefore, isLost, scratch = new Float64Array(spentBefore.length) }: Members): TopFifth | null {
	const size = Math.floor(spentBefore.length / 5);
	if (size === 0) return null;

	scratch.set(spentBefore);
	const threshold = kthLargest(scratch, size);
	let total = 0;
	let spentAbove = 0;
	let above = 0;
	let lostAbove = 0;
	let tied = 0;
	let lostTied = 0;
	for (let member = 0; member < spentBefore.length; member++) {
		const spent = spentBefore[member];
		total += spent;
		if (spent > threshold) {
			spentAbove += spent;
			above++;
			lostAbove += isLost[member];
		} else if (spent === threshold) {
			tied++;
			lostTied += isLost[member];
		}
	}
	if (!(total > 0)) return null;
	const places = size - above;
	return {
		customers: size,
		shareOfSpend: (spentAbove + places * threshold) / total,
		churned: lostAbove + (places * lostTied) / tied,
	};
}
