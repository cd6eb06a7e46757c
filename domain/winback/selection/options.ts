/** What the choice is among, within what, and what comes of it. */

/** Ways to contact each customer: options of one customer stand one after the other. */
export interface Options {
	/** Where a customer's options begin; one more than there are customers. */
	readonly startOf: Int32Array;
	/** What it adds, above 0. */
	readonly value: Float64Array;
	/** What the budget pays for it, 0 or more. */
	readonly cost: Float64Array;
	readonly isCall: Uint8Array;
}

export interface Limits {
	/** Null where there is none. */
	readonly budget: number | null;
	/** A whole number. */
	readonly calls: number;
}

/** What money and calls are worth at the margin: what one more unit of budget, one more call, would add. */
export interface Prices {
	readonly money: number;
	readonly call: number;
}

export interface Selection {
	/** By customer the option that is taken, an index into `Options`; -1 for none. */
	readonly taken: Int32Array;
	readonly value: number;
	readonly cost: number;
	readonly calls: number;
	/** No choice within the limits adds more than this. */
	readonly bound: number;
	readonly prices: Prices;
	/** Whether the choice is known to be the best. */
	readonly isExact: boolean;
}
