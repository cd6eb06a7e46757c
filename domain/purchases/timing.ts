/** When customers bought, as the purchase models see it. DOMAIN W4. */
import type { PurchaseHistory } from './purchaseCustomers';

/** How often and when one customer bought. */
export interface Timing {
	readonly repeats: number;
	readonly recency: number;
	readonly age: number;
}

/**
 * How often and when, a row for customers alike
 *
 * x = `repeats`: days with a purchase after the first; t_x = `recency`: from the first to the last; T = `age`: from the
 * first to the day of looking. Two customers with the same three are one to every model, so equal ones are one row
 * with their number. Times are in days; the models take any unit.
 */
export interface TimingRows {
	readonly count: number;
	readonly repeats: Int32Array;
	readonly recency: Float64Array;
	readonly age: Float64Array;
	/** How many customers a row stands for. */
	readonly customers: Float64Array;
	/** By customer, the row; -1 for one who had not bought yet. */
	readonly rowOf: Int32Array;
}

/** Gives one customer's timing; a customer without a purchase has -1 repeats. */
export interface Timings {
	readonly count: number;
	readonly repeats: Int32Array;
	readonly recency: ArrayLike<number>;
	readonly age: ArrayLike<number>;
}

/** Puts equal timings together, in the order in which they are first met. O(customers). */
export function timingRows({ count, repeats, recency, age }: Timings): TimingRows {
	const rowOf = new Int32Array(count).fill(-1);
	const places = new Map<number, Map<number, number>>();
	const firstOf: number[] = [];
	const customers: number[] = [];
	for (let customer = 0; customer < count; customer++) {
		if (repeats[customer] < 0) continue;
		// A customer's repeats and age fit into one number; ages beyond 4 million units do not exist.
		const key = repeats[customer] * 2 ** 22 + age[customer];
		let byRecency = places.get(key);
		if (byRecency === undefined) places.set(key, (byRecency = new Map<number, number>()));
		let row = byRecency.get(recency[customer]);
		if (row === undefined) {
			byRecency.set(recency[customer], (row = firstOf.length));
			firstOf.push(customer);
			customers.push(0);
		}
		customers[row]++;
		rowOf[customer] = row;
	}
	return {
		count: firstOf.length,
		repeats: Int32Array.from(firstOf, (customer) => repeats[customer]),
		recency: Float64Array.from(firstOf, (customer) => recency[customer]),
		age: Float64Array.from(firstOf, (customer) => age[customer]),
		customers: Float64Array.from(customers),
		rowOf,
	};
}

/** How many of a customer's purchase days lie up to a day, that day included. O(log purchases). */
export function purchasesUpTo({ startOf, day }: PurchaseHistory, customer: number, upTo: number): number {
	let [low, high] = [startOf[customer], startOf[customer + 1]];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (day[middle] <= upTo) low = middle + 1;
		else high = middle;
	}
	return low - startOf[customer];
}

/** The customers as they were at the end of a day: who had not bought by then has no row. O(customers). */
export function timingAt(history: PurchaseHistory, upTo: number): TimingRows {
	const count = history.startOf.length - 1;
	const repeats = new Int32Array(count);
	const recency = new Float64Array(count);
	const age = new Float64Array(count);
	for (let customer = 0; customer < count; customer++) {
		const bought = purchasesUpTo(history, customer, upTo);
		repeats[customer] = bought - 1;
		if (bought === 0) continue;
		const start = history.startOf[customer];
		recency[customer] = history.day[start + bought - 1] - history.day[start];
		age[customer] = upTo - history.day[start];
	}
	return timingRows({ count, repeats, recency, age });
}
