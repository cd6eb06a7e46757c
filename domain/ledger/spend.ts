import type { History } from './history';

/** What each customer spent up to a day that moves forward. */
export interface RunningSpend {
	/** By customer: the sum of the amounts before the day last advanced to, in 1/10,000. */
	readonly before: Float64Array;
	/** Moves on to a day; days must not go back. */
	advanceTo(day: number): void;
}

/**
 * What has each customer spent before a day?
 *
 * Counts only amounts of the given currency (an index; null for all). Advancing through the whole history
 * costs O(events), each step O(customers).
 */
export function runningSpend(history: History, currency: number | null): RunningSpend {
	const { customerCount, firstEvent, day: dayOf, amount } = history;
	const before = new Float64Array(customerCount);
	const next = firstEvent.slice(0, customerCount);
	return {
		before,
		advanceTo(day) {
			for (let customer = 0; customer < customerCount; customer++) {
				let event = next[customer];
				for (; event < firstEvent[customer + 1] && dayOf[event] < day; event++) {
					const counts = currency === null || history.currency?.[event] === currency;
					if (counts) before[customer] += amount?.[event] ?? 0;
				}
				next[customer] = event;
			}
		},
	};
}
