import type { KnownDays } from '../edges';
import type { Grouping } from '../ledger/groups';
import type { Terms } from '../ledger/terms';
import type { Period } from '../time';

/** Terms whose rows carry amounts; without them there is no revenue to speak of. */
export interface PricedTerms extends Terms {
	readonly monthlyAmount: Float64Array;
}

/** All that a table of revenue churn depends on. */
export interface RevenueQuestion extends KnownDays {
	readonly terms: PricedTerms;
	/** In order of time and without gaps. */
	readonly periods: readonly Period[];
	/** How many months a period is: `periodUnits[…].months`. */
	readonly monthsPerPeriod: number;
	readonly grouping: Grouping | null;
	/** The names of the currencies that the terms' currency numbers stand for; empty where none is named. */
	readonly currencies: readonly string[];
	/** Which share of the revenue stays after the cost of serving it, above 0 and at most 1. */
	readonly grossMargin: number;
	/** The longest life that is believed of a customer, in months. */
	readonly horizonMonths: number;
	readonly timeZone: string;
}
