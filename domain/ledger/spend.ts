import type { History } from './history';

/**
 * What has a customer spent before a day?
 *
 * The answer is a function of customer and day, which counts only amounts of the given currency (an index;
 * null for all), in 1/10,000. For each customer days must not go back; asking about a whole history then
 * costs O(events), however often it is asked.
 */
export function spendBefore(history: History, currency: number | null): (customer: number, day: number) => number {
	const { customerCount, firstEvent, day: dayOf, amount, currency: currencyOf } = history;
	const spent = new Float64Array(customerCount);
	const next = firstEvent.slice(0, customerCount);
	return (customer, day) => {
		const end = firstEvent[customer + 1];
		let event = next[customer];
		for (; event < end && dayOf[event] < day; event++) {
			const counts = amount !== null && (currency === null || currencyOf?.[event] === currency);
			if (counts) spent[customer] += amount[event];
		}
		next[customer] = event;
		return spent[customer];
	};
}
