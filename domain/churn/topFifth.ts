import { kthLargest } from '../statistics/kthLargest';

/** A customer here as the period opened. */
export interface Member {
	readonly customer: number;
	/** What the customer had spent before the period. */
	readonly spentBefore: number;
	/** Whether the customer is among those lost by the start-of-period rule. */
	readonly isLost: boolean;
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
 * spending. A fifth is rounded down; where several have spent the same, `compare` decides who is in.
 *
 * Null below five customers. Source: DOMAIN C16. Expected O(n).
 */
export function topFifth(members: readonly Member[], compare: (one: number, other: number) => number): TopFifth | null {
	const size = Math.floor(members.length / 5);
	if (size === 0) return null;

	const threshold = kthLargest(Float64Array.from(members, (member) => member.spentBefore), size);
	const above = members.filter((member) => member.spentBefore > threshold);
	const tied = members.filter((member) => member.spentBefore === threshold);
	const stillNeeded = size - above.length;
	const chosenOfTied =
		stillNeeded === tied.length
			? tied
			: tied.sort((one, other) => compare(one.customer, other.customer)).slice(0, stillNeeded);
	const top = [...above, ...chosenOfTied];

	const spendOf = (group: readonly Member[]) => group.reduce((sum, member) => sum + member.spentBefore, 0);
	const total = spendOf(members);
	return {
		customers: size,
		shareOfSpend: total > 0 ? spendOf(top) / total : null,
		churned: top.filter((member) => member.isLost).length,
	};
}
