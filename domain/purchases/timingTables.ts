/** What the likelihoods of purchase models look up instead of computing it for every row. */
import type { TimingRows } from './timing';

/** The different values of a column, ascending, and which of them each row has. */
interface Distinct {
	readonly values: Float64Array;
	readonly placeOf: Int32Array;
}

function distinct(column: ArrayLike<number>, count: number): Distinct {
	const sorted = Float64Array.from({ length: count }, (_, row) => column[row]).sort();
	let length = 0;
	for (let at = 0; at < count; at++) if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[length++] = sorted[at];
	const values = sorted.slice(0, length);
	const places = new Map<number, number>();
	values.forEach((value, place) => places.set(value, place));
	return { values, placeOf: Int32Array.from({ length: count }, (_, row) => places.get(column[row])!) };
}

/** Sums over customers, and rows told by place instead of by value. */
export interface TimingTables {
	readonly rows: TimingRows;
	readonly ages: Distinct;
	readonly recencies: Distinct;
	/** The most repeats of anybody. */
	readonly mostRepeats: number;
	/** By number of repeats, how many customers have it. */
	readonly withRepeats: Float64Array;
	/** By age, how many customers have it and how many repeats they have together. */
	readonly customersOfAge: Float64Array;
	readonly repeatsOfAge: Float64Array;
	readonly customers: number;
	/** How many customers came again at least once. */
	readonly repeaters: number;
	readonly totalRepeats: number;
	readonly totalAge: number;
}

/** O(rows log rows). */
export function timingTables(rows: TimingRows): TimingTables {
	const ages = distinct(rows.age, rows.count);
	const recencies = distinct(rows.recency, rows.count);
	const mostRepeats = rows.repeats.reduce((most, repeats) => Math.max(most, repeats), 0);
	const withRepeats = new Float64Array(mostRepeats + 1);
	const customersOfAge = new Float64Array(ages.values.length);
	const repeatsOfAge = new Float64Array(ages.values.length);
	let [customers, totalRepeats, totalAge] = [0, 0, 0];
	for (let row = 0; row < rows.count; row++) {
		const [number, repeats] = [rows.customers[row], rows.repeats[row]];
		withRepeats[repeats] += number;
		customersOfAge[ages.placeOf[row]] += number;
		repeatsOfAge[ages.placeOf[row]] += number * repeats;
		customers += number;
		totalRepeats += number * repeats;
		totalAge += number * rows.age[row];
	}
	return { rows, ages, recencies, mostRepeats, withRepeats, customersOfAge, repeatsOfAge, customers, repeaters: customers - (withRepeats[0] ?? 0), totalRepeats, totalAge };
}

/** By number of repeats up to the most, Σ over i < x of ln(r + i) and of 1/(r + i): ln Γ(r + x)/Γ(r) and its slope, exact for any r. */
export interface RisingFactorials {
	readonly log: Float64Array;
	readonly slope: Float64Array;
}

export function risingFactorials(r: number, most: number): RisingFactorials {
	const log = new Float64Array(most + 1);
	const slope = new Float64Array(most + 1);
	for (let i = 0; i < most; i++) {
		log[i + 1] = log[i] + Math.log(r + i);
		slope[i + 1] = slope[i] + 1 / (r + i);
	}
	return { log, slope };
}
