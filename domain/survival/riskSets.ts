/**
 * Who could have been seen to leave, and who was, at each age.
 *
 * All days here are ages: days since the customer joined. A customer is *at risk* at age t when
 * entry < t ≤ exit: watched before t, and not gone or out of sight before t. So of those who leave and those
 * who are last seen at the same age, the leavers come first. DOMAIN C15.
 */
type Days = Int32Array | Float64Array;

/** How long customers stayed, an entry each, in any order. One whose entry is not before the exit was never watched and counts nowhere. */
export interface Lifetimes {
	/** The age from which the customer was watched; 0 for one seen to join. */
	readonly entry: Days;
	/** The age at which the customer left, or up to which nobody saw them leave. */
	readonly exit: Days;
	/** 1 where the customer left at `exit`, 0 where the end is not known. */
	readonly isEvent: Uint8Array;
}

/** The ages at which watching began, ended, and ended with a loss, each in order. */
export interface Watch {
	readonly entries: Float64Array;
	readonly exits: Float64Array;
	readonly losses: Float64Array;
}

/** The watched lifetimes as three ordered lists. O(n log n). */
export function watchOf({ entry, exit, isEvent }: Lifetimes): Watch {
	let watched = 0;
	let lost = 0;
	const entries = new Float64Array(entry.length);
	const exits = new Float64Array(entry.length);
	const losses = new Float64Array(entry.length);
	for (let index = 0; index < entry.length; index++) {
		if (!(entry[index] < exit[index])) continue;
		entries[watched] = entry[index];
		exits[watched++] = exit[index];
		if (isEvent[index]) losses[lost++] = exit[index];
	}
	return {
		entries: entries.subarray(0, watched).sort(),
		exits: exits.subarray(0, watched).sort(),
		losses: losses.subarray(0, lost).sort(),
	};
}

/** Each value once, of values in order. */
export const distinct = (ordered: Float64Array): Float64Array => ordered.filter((value, index) => index === 0 || value !== ordered[index - 1]);

/** How many of the ages, which are in order, are at most `days`? O(log ages). */
export function agesUpTo(ages: Float64Array, days: number): number {
	let low = 0;
	let high = ages.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (ages[middle] <= days) low = middle + 1;
		else high = middle;
	}
	return low;
}

export interface RiskSets {
	readonly atRisk: Int32Array;
	readonly events: Int32Array;
}

/** How many are at risk, and how many leave, at each of the given ages (in order)? O(n + ages). */
export function riskSetsAt({ entries, exits, losses }: Watch, ages: Float64Array): RiskSets {
	const atRisk = new Int32Array(ages.length);
	const events = new Int32Array(ages.length);
	let entered = 0;
	let gone = 0;
	let lost = 0;
	ages.forEach((age, index) => {
		while (entered < entries.length && entries[entered] < age) entered++;
		while (gone < exits.length && exits[gone] < age) gone++;
		while (lost < losses.length && losses[lost] < age) lost++;
		atRisk[index] = entered - gone;
		for (; lost < losses.length && losses[lost] === age; lost++) events[index]++;
	});
	return { atRisk, events };
}
