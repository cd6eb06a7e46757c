/** What customers had spent as a day opens, and what they bring of late: from purchases, or from terms. */
import { DAYS_PER_YEAR, MONTHS_PER_YEAR } from '../time';
import type { History } from './history';
import type { Terms } from './terms';


/** Spending in one currency, in 1/10,000. For each customer days must not go back. */
export interface Spend {
	/** All that a customer spent before a day; beyond 2^53 not exact. */
	spentBefore(customer: number, day: number): number;
	/** What a customer brought in the `broughtInDays` before a day; NaN where a sum was too large to be exact on the way. */
	broughtBefore(customer: number, day: number): number;
	readonly broughtInDays: number;
}

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

/** Spending by purchases: all of them, and those of the `window` days before. */
export function spendOfVisits(history: History, window: number, currency: number | null): Spend {
	const spentBefore = spendBefore(history, currency);
	const spentBeforeWindow = spendBefore(history, currency);
	return {
		spentBefore,
		broughtBefore(customer, day) {
			const spent = spentBefore(customer, day);
			return Number.isSafeInteger(spent) ? spent - spentBeforeWindow(customer, day - window) : NaN;
		},
		broughtInDays: window,
	};
}

/**
 * Spending by terms: what they cost from their start on, by the day, and what those running bring in a year.
 *
 * A term runs as a day opens when start < day ≤ end. A day costs twelve monthly amounts over 365, rounded to
 * 1/10,000 for each term. O(terms of the customer).
 */
export function spendOfTerms(terms: Terms, currency: number | null): Spend {
	const { firstTerm, start, end, monthlyAmount, currency: currencyOf } = terms;
	const sumOver = (customer: number, amountOf: (term: number) => number): number => {
		let sum = 0;
		for (let term = firstTerm[customer]; term < firstTerm[customer + 1]; term++) {
			if (currency === null || currencyOf?.[term] === currency) sum += amountOf(term);
		}
		return sum;
	};
	return {
		spentBefore: (customer, day) =>
			sumOver(customer, (term) => {
				const days = Math.max(0, Math.min(day, end[term]) - start[term]);
				return Math.round((monthlyAmount![term] * MONTHS_PER_YEAR * days) / DAYS_PER_YEAR);
			}),
		broughtBefore(customer, day) {
			const runs = (term: number) => start[term] < day && day <= end[term];
			const brought = sumOver(customer, (term) => (runs(term) ? monthlyAmount![term] * MONTHS_PER_YEAR : 0));
			return Number.isSafeInteger(brought) ? brought : NaN;
		},
		broughtInDays: DAYS_PER_YEAR,
	};
}
