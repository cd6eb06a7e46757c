/** What speaks for or against winning somebody back, whatever the figures say. DOMAIN W1, W2, W8. */

/** What rules know of a customer; null where it is not known. */
export interface RuleFacts {
	/** Days with a purchase; 0 of somebody who never bought. */
	readonly purchaseDays: number | null;
	/** Days from the first purchase to As Of. */
	readonly ageDays: number | null;
	/** Fifths among all customers, 1 the lowest, 5 the highest; 0 where they are not known: how often they bought, since how long, what a purchase brings in their currency. */
	readonly frequencyScore: number;
	readonly ageScore: number;
	readonly purchaseScore: number;
	/** What a day with a purchase brought on average, and the median of that over customers of the same currency. */
	readonly averagePurchase: number | null;
	readonly usualPurchase: number | null;
	/** What part of their spend is earned, and that of all customers of the same currency. */
	readonly marginRate: number | null;
	readonly usualMarginRate: number | null;
	/** Orders that were not taken back. */
	readonly orders: number | null;
	/** Shares of the orders of which it is known, and of how many that is. */
	readonly promotionShare: number | null;
	readonly promotionKnown: number | null;
	readonly instalmentShare: number | null;
	readonly instalmentsKnown: number | null;
	/** Share of all orders that were returned or cancelled in full. */
	readonly returnedShare: number | null;
	/** Payments in time and late. */
	readonly paidOnTime: number | null;
	readonly paidLate: number | null;
	/** What columns of the user's say. */
	readonly isToxic: boolean | null;
	readonly isBigName: boolean | null;
	readonly isWholesale: boolean | null;
}

/** What a rule found, in numbers; what a number does not apply to is null. */
export interface Finding {
	/** So many, such as purchases on promotion. */
	readonly count: number | null;
	/** Of so many. */
	readonly of: number | null;
	/** Since so many days. */
	readonly days: number | null;
	/** Money or a share, and what is usual among all. */
	readonly measured: number | null;
	readonly usual: number | null;
}

/**
 * What follows from it: not worth it; first of all, a return then counts so many times; an audience of its own.
 *
 * Where rules of the first and the second kind meet in one customer, money alone decides, unless the rule is final.
 */
export type Effect =
	| { readonly kind: 'notWorth'; readonly isFinal: boolean }
	| { readonly kind: 'first'; readonly worthTimes: number }
	| { readonly kind: 'audience' };

export interface Rule {
	/** As the canvas calls it. */
	readonly title: string;
	readonly question: string;
	/** What has to be known for it, in words. */
	readonly needs: string;
	readonly effect: Effect;
	/** The id in the rule book. */
	readonly source: 'W1' | 'W2' | 'W8';
	/** When it fires, with its bounds, and that they are assumptions. */
	readonly bounds: string;
	/** What was found; null where it does not fire, or not enough is known. */
	finding(facts: RuleFacts): Finding | null;
}

const NOTHING: Finding = { count: null, of: null, days: null, measured: null, usual: null };

/** A finding with these numbers. */
export const found = (numbers: Partial<Finding> = {}): Finding => ({ ...NOTHING, ...numbers });
