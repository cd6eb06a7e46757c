/**
 * What happened within a horizon after days in the past. DOMAIN W4.
 *
 * A landmark is a day on which one pretends to stand: what was known of each customer then, and what they did in the
 * horizon after it. Every label is closed by the day that is known, so that nothing of the future is learned from.
 */
import type { PurchaseHistory } from './purchaseCustomers';
import { purchasesUpTo } from './timing';

/** Up to so many landmarks: more tell little more, and the oldest tell of other times. */
const MOST_LANDMARKS = 5;
/** On other days of the week and of the month each: who pays on the first would else be as long silent at every one of them. */
const DAYS_APART = 23;
/** Before it the log does not tell who is silent from who is new. */
const LEAST_LOG = 30;

/** The first purchase day of anybody; Infinity without any. */
export function firstDayOf({ day }: PurchaseHistory): number {
	let first = Infinity;
	for (let at = 0; at < day.length; at++) if (day[at] < first) first = day[at];
	return first;
}

/** Landmark days whose labels are closed by `day`, the latest first; none where the log is too short. */
export function landmarkDays(firstDay: number, day: number, horizon: number): number[] {
	const latest = day - horizon;
	return Array.from({ length: MOST_LANDMARKS }, (_, place) => latest - DAYS_APART * place).filter((landmark) => landmark - firstDay >= LEAST_LOG);
}

/** Customers at landmarks, those alike together; and which of these cells each customer was in. */
export interface LandmarkCells {
	readonly count: number;
	/** Days of silence and repeats at the landmark. */
	readonly silence: Float64Array;
	readonly repeats: Float64Array;
	/** How many customers, how many of them bought in the horizon, and on how many days beyond the first. */
	readonly customers: Float64Array;
	readonly returned: Float64Array;
	readonly more: Float64Array;
	/** By customer and landmark: the cell, -1 for nobody yet; and on how many days they bought in the horizon. */
	readonly cellOf: Int32Array;
	readonly bought: Int32Array;
	readonly landmarks: number;
}

/** O(customers × landmarks × log purchases). */
export function landmarkCells(history: PurchaseHistory, days: readonly number[], horizon: number): LandmarkCells {
	const { startOf, day } = history;
	const count = startOf.length - 1;
	const cellOf = new Int32Array(count * days.length).fill(-1);
	const bought = new Int32Array(count * days.length);
	const places = new Map<number, number>();
	const [silence, repeats, customers, returned, more]: [number[], number[], number[], number[], number[]] = [[], [], [], [], []];
	const cellWith = (silent: number, known: number): number => {
		const key = silent * 2 ** 26 + known;
		const met = places.get(key);
		if (met !== undefined) return met;
		places.set(key, silence.length);
		repeats.push(known - 1);
		for (const sums of [customers, returned, more]) sums.push(0);
		return silence.push(silent) - 1;
	};
	for (let customer = 0; customer < count; customer++) {
		for (let landmark = 0; landmark < days.length; landmark++) {
			const known = purchasesUpTo(history, customer, days[landmark]);
			if (known === 0) continue;
			const later = purchasesUpTo(history, customer, days[landmark] + horizon) - known;
			const cell = cellWith(days[landmark] - day[startOf[customer] + known - 1], known);
			customers[cell]++;
			returned[cell] += Number(later > 0);
			more[cell] += Math.max(0, later - 1);
			cellOf[customer * days.length + landmark] = cell;
			bought[customer * days.length + landmark] = later;
		}
	}
	const [silenceColumn, repeatsColumn, customersColumn, returnedColumn, moreColumn] = [silence, repeats, customers, returned, more].map((column) => Float64Array.from(column));
	return { count: silence.length, silence: silenceColumn, repeats: repeatsColumn, customers: customersColumn, returned: returnedColumn, more: moreColumn, cellOf, bought, landmarks: days.length };
}
