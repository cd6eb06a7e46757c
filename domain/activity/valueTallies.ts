import type { GroupColumn } from '../ledger/groups';

/** How often and for how much somebody bought of one value. */
interface Tally {
	count: number;
	lastThing: unknown;
	net: number;
}

/**
 * Of which value of a column did one customer after the other buy most?
 *
 * Counts things, such as days or orders, by the values they were met with: a thing that comes up again right after
 * itself counts once. 0 is no value.
 */
export class ValueTallies {
	private readonly tallyOf = new Map<number, Tally>();

	constructor(private readonly column: GroupColumn) {}

	/** Forgets the customer before. */
	clear(): void {
		this.tallyOf.clear();
	}

	/** Counts a thing of a value. */
	count(value: number, thing: unknown): void {
		if (value === 0) return;
		const tally = this.tallyOfValue(value);
		if (tally.count === 0 || tally.lastThing !== thing) tally.count++;
		tally.lastThing = thing;
	}

	/** Adds what came in for a value, or what went back as a negative amount. */
	add(value: number, worth: number): void {
		if (value !== 0) this.tallyOfValue(value).net += worth;
	}

	/** How many different values have a thing. */
	get size(): number {
		let size = 0;
		for (const { count } of this.tallyOf.values()) if (count > 0) size++;
		return size;
	}

	/** The value with most things; of several that which brought more, then the first in the alphabet; null where there is none. */
	get top(): string | null {
		const { values } = this.column;
		let [top, best]: [number, Tally | null] = [0, null];
		for (const [value, tally] of this.tallyOf) {
			if (tally.count === 0) continue;
			const lead = best === null ? 1 : tally.count - best.count || tally.net - best.net || Number(values[value] < values[top]);
			if (lead > 0) [top, best] = [value, tally];
		}
		return best && values[top];
	}

	private tallyOfValue(value: number): Tally {
		let tally = this.tallyOf.get(value);
		if (!tally) {
			tally = { count: 0, lastThing: null, net: 0 };
			this.tallyOf.set(value, tally);
		}
		return tally;
	}
}
