/** What the likelihoods of purchase models look up instead of computing it for every row. */
import type { TimingRows } from './timing';

/** The different values of a column, ascending, and which of them each row has. */
interface Distinct {
	readonly values: Float64Array;
	readonly placeOf: Int32Array;
}

/** Above it values are put in order instead of being counted. */
const MOST_COUNTED = 2 ** 22;

function distinct(column: Float64Array): Distinct {
	let most = -1;
	for (let row = 0; row < column.length; row++) {
		const value = column[row];
		if (!(value >= 0 && value < MOST_COUNTED) || value !== Math.floor(value)) return distinctAny(column);
		if (value > most) most = value;
	}
	return distinctWhole(column, most);
}

/** Whole numbers, such as days: marked in a list of all there can be. O(rows + the largest). */
function distinctWhole(column: Float64Array, most: number): Distinct {
	const place = new Int32Array(most + 1).fill(-1);
	for (let row = 0; row < column.length; row++) place[column[row]] = 0;
	const values: number[] = [];
	for (let value = 0; value <= most; value++) if (place[value] === 0) place[value] = values.push(value) - 1;
	const placeOf = new Int32Array(column.length);
	for (let row = 0; row < column.length; row++) placeOf[row] = place[column[row]];
	return { values: Float64Array.from(values), placeOf };
}

function distinctAny(column: Float64Array): Distinct {
	const places = new Map<number, number>();
	for (const value of column.slice().sort()) if (!places.has(value)) places.set(value, places.size);
	return { values: Float64Array.from(places.keys()), placeOf: Int32Array.from(column, (value) => places.get(value)!) };
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

/** O(rows). */
export function timingTables(rows: TimingRows): TimingTables {
	const ages = distinct(rows.age);
	const recencies = distinct(rows.recency);
	let mostRepeats = 0;
	for (let row = 0; row < rows.count; row++) if (rows.repeats[row] > mostRepeats) mostRepeats = rows.repeats[row];
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
