/** The scores, worst first. */
export const scores = [1, 2, 3, 4, 5] as const;

export type Score = (typeof scores)[number];

/** Which values are better: of a silence the smaller, of purchases and of what was spent the larger. */
export type Better = 'larger' | 'smaller';

/** Of fewer customers no fifth can be told. */
const LEAST_KNOWN = scores.length;

/** Between five fifths. */
const BOUNDS = scores.length - 1;

/**
 * Scores by fifths
 *
 * Question: in which fifth of all customers is each, from 1, the worst, to 5, the best?
 *
 * The score is 1 + floor(5 · worse / n), where `worse` customers have a strictly worse value and n have one that is
 * known. So equal values have one score, whoever is listed first, and where many are equal a fifth can be empty or
 * larger than a fifth: if six of ten bought once, they have 1 and who bought twice has 4. If all are equal, all have 1.
 *
 * Recency here is the silence up to As Of, which is better the smaller it is; it is not what the purchase models call
 * recency, the days from the first purchase to the last.
 *
 * NaN stands for a value that is not known: its score is 0 and it is not in n. With `groups`, such as the currency,
 * each customer is held against those of the same group alone; a group is −1 or a small whole number from 0 on. In a
 * group with fewer than 5 known values every score is 0. The arguments stay as they are.
 *
 * Source: DOMAIN W6; Hughes, Strategic Database Marketing, 1994, but with ties kept together. O(n log n).
 */
export function quintiles(values: Float64Array, better: Better, groups: Int32Array | null = null): Uint8Array {
	const groupOf = groups ?? new Int32Array(values.length);
	const merits = better === 'larger' ? values : values.map((value) => -value);
	const bounds = boundsOf(merits, groupOf);
	const scoreOf = new Uint8Array(values.length);
	for (let customer = 0; customer < values.length; customer++) {
		const merit = merits[customer];
		const first = BOUNDS * (groupOf[customer] + 1);
		if (Number.isNaN(merit) || Number.isNaN(bounds[first])) continue;
		let passed = 0;
		while (passed < BOUNDS && merit > bounds[first + passed]) passed++;
		scoreOf[customer] = 1 + passed;
	}
	return scoreOf;
}

/**
 * The merits that must be exceeded for the scores 2 to 5, four a group; NaN for a group of which too few are known
 *
 * `worse` customers are strictly worse and 5 · worse / n ≥ k just when the merit exceeds that of the ⌈k · n / 5⌉-th
 * customer from the worst.
 */
function boundsOf(merits: Float64Array, groupOf: Int32Array): Float64Array {
	const { sorted, startOf } = knownByGroup(merits, groupOf);
	const groupCount = startOf.length - 1;
	const bounds = new Float64Array(BOUNDS * groupCount).fill(NaN);
	for (let group = 0; group < groupCount; group++) {
		const known = sorted.subarray(startOf[group], startOf[group + 1]);
		if (known.length < LEAST_KNOWN) continue;
		known.sort();
		for (let k = 1; k <= BOUNDS; k++) bounds[BOUNDS * group + k - 1] = known[Math.ceil((k * known.length) / scores.length) - 1];
	}
	return bounds;
}

/** The known merits of each group together; group −1 comes first. */
function knownByGroup(merits: Float64Array, groupOf: Int32Array): { readonly sorted: Float64Array; readonly startOf: Int32Array } {
	let largest = -1;
	for (const group of groupOf) if (group > largest) largest = group;
	const startOf = new Int32Array(largest + 3);
	for (let customer = 0; customer < merits.length; customer++) {
		if (!Number.isNaN(merits[customer])) startOf[groupOf[customer] + 2]++;
	}
	for (let group = 1; group < startOf.length; group++) startOf[group] += startOf[group - 1];
	const next = startOf.slice();
	const sorted = new Float64Array(startOf[startOf.length - 1]);
	for (let customer = 0; customer < merits.length; customer++) {
		if (!Number.isNaN(merits[customer])) sorted[next[groupOf[customer] + 1]++] = merits[customer];
	}
	return { sorted, startOf };
}
