/** What is known of customers' purchases, in columns; a customer is an index. */

/** Every purchase day, each customer's in order. */
export interface PurchaseHistory {
	/** Where a customer's days begin in the columns below; one more than there are customers. */
	readonly startOf: Int32Array;
	/** Day numbers. */
	readonly day: Int32Array;
	/** What each of those days brought; NaN for a customer whose amounts cannot be added up; null without amounts. */
	readonly net: Float64Array | null;
}

export interface PurchaseCustomers {
	readonly count: number;
	/** The last day that was read, a day number. */
	readonly asOf: number;
	/** On how many days a customer bought; 0 of somebody who never did. */
	readonly purchaseDays: Int32Array;
	/** Days from the first purchase to the last, and from the first to As Of; 0 without a purchase. */
	readonly recencyDays: Int32Array;
	readonly ageDays: Int32Array;
	/** What a customer brought and what of it was earned, in the customer's currency; NaN where it is not known. */
	readonly net: Float64Array;
	readonly margin: Float64Array;
	/** Index into `currencies`; -1 where none is named. */
	readonly currency: Int32Array;
	readonly currencies: readonly string[];
	/** Null where the items came without histories. */
	readonly history: PurchaseHistory | null;
}
