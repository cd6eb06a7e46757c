/** What each customer brought as each period opened and as it closed. DOMAIN C11, "snapshots as a and b open". */
import type { Period } from '../time';
import type { PricedTerms } from './question';

/** One customer in one period. Amounts are a month's, in 1/10,000. */
export interface SnapshotPair {
	readonly customer: number;
	/** Which period, as an index. */
	readonly period: number;
	/** What the customer brings as the period opens, and as the next one opens. */
	readonly before: number;
	readonly after: number;
	/** Whether a term that brings something began before the period. */
	readonly paidEarlier: boolean;
}

/** How many of the days, which ascend, are on `day` or before. */
function countUpTo(days: Int32Array, day: number): number {
	let low = 0;
	let high = days.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (days[middle] <= day) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The sum of two amounts; Infinity, which stays so, where it is too large to be exact. */
function exactSum(one: number, other: number): number {
	const sum = one + other;
	return Math.abs(sum) <= Number.MAX_SAFE_INTEGER ? sum : Infinity;
}

/**
 * Visits every customer in each period that opens or closes with a term of theirs in the given currency (null:
 * in any), in order of customer and, within a customer, of period.
 *
 * A term is here as day t opens when start < t ≤ end. Terms that overlap add up; a sum below 0, as of a credit,
 * is 0. A sum beyond 2^53 is Infinity. `periods` follow each other without gaps.
 * O(terms × periods each touches).
 */
export function forEachSnapshotPair(
	terms: PricedTerms,
	periods: readonly Period[],
	currency: number | null,
	visit: (pair: SnapshotPair) => void,
): void {
	if (periods.length === 0) return;
	const opening = Int32Array.from([periods[0].start, ...periods.map(({ end }) => end)]);
	const lastPeriod = periods.length - 1;
	const amountAt = new Float64Array(opening.length);
	const counts = (term: number) => currency === null || terms.currency === null || terms.currency[term] === currency;
	/** The snapshots a term is in: from `first` up to, not including, `end`. */
	const snapshotsOf = (term: number) => ({ first: countUpTo(opening, terms.start[term]), end: countUpTo(opening, terms.end[term]) });

	for (let customer = 0; customer < terms.customerCount; customer++) {
		let paysFrom = Infinity;
		for (let term = terms.firstTerm[customer]; term < terms.firstTerm[customer + 1]; term++) {
			if (!counts(term)) continue;
			if (terms.monthlyAmount[term] > 0) paysFrom = Math.min(paysFrom, terms.start[term]);
			const { first, end } = snapshotsOf(term);
			for (let snapshot = first; snapshot < end; snapshot++) amountAt[snapshot] = exactSum(amountAt[snapshot], terms.monthlyAmount[term]);
		}
		let next = 0;
		for (let term = terms.firstTerm[customer]; term < terms.firstTerm[customer + 1]; term++) {
			const { first, end } = snapshotsOf(term);
			if (first === end || !counts(term)) continue;
			for (let period = Math.max(next, first - 1); period < end && period <= lastPeriod; period++) {
				const before = Math.max(0, amountAt[period]);
				const after = Math.max(0, amountAt[period + 1]);
				visit({ customer, period, before, after, paidEarlier: paysFrom < periods[period].start });
				next = period + 1;
			}
		}
		for (let term = terms.firstTerm[customer]; term < terms.firstTerm[customer + 1]; term++) {
			const { first, end } = snapshotsOf(term);
			amountAt.fill(0, first, end);
		}
	}
}
