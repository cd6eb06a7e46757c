/** Is this silence longer than the customer's own habit explains? DOMAIN S1, S6. */

/** Gaps of a customer are exponential with a rate of their own; rates are gamma distributed over customers. */
export interface HabitPrior {
	/** Shape of the rates: the larger, the more alike customers are. */
	readonly r: number;
	/** Scale of the rates, in days. */
	readonly alpha: number;
}
