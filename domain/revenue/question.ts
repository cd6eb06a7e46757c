import type { Grouping } from '../ledger/groups';
import type { Terms } from '../ledger/terms';
import type { NullReason } from '../problems';
import type { Period } from '../time';

/** Terms whose rows carry amounts; without them there is no revenue to speak of. */
export interface PricedTerms extends Terms {
	readonly monthlyAmount: Float64Array;
}

/** All that a table of revenue churn depends on. */
export interface RevenueQuestion {
	readonly terms: PricedTerms;
	/** In order of time and without gaps. */
	readonly periods: readonly Period[];
	/** How many months a period is: `periodUnits[…].months`. */
	readonly monthsPerPeriod: number;
	readonly grouping: Grouping | null;
	/** The names of the currencies that the terms' currency numbers stand for; empty where none is named. */
	readonly currencies: readonly string[];
	/** The last day that is read; it is not over. */
	readonly asOf: number;
	/** The first day on which a period may begin to have a rate; -Infinity where the data has no left edge. */
	readonly ratedFrom: number;
	/** For how many days a loss can still be undone, as a gap that is allowed; 0 where none is. */
	readonly settlingDays: number;
	/** Which share of the revenue stays after the cost of serving it, above 0 and at most 1. */
	readonly grossMargin: number;
	/** The longest life that is believed of a customer, in months. */
	readonly horizonMonths: number;
	readonly timeZone: string;
}

/**
 * Why no rate of a period can be known, whatever the amounts
 *
 * The left edge goes before any other reason. A period is over when its end is on As Of or before; its losses
 * stand once whoever left on its last day can no longer come back within the allowed gap. DOMAIN C7.
 */
export function reasonAgainst(period: Period, { ratedFrom, asOf, settlingDays }: RevenueQuestion): NullReason | null {
	if (period.start < ratedFrom) return 'leftEdge';
	if (period.end > asOf) return 'periodUnfinished';
	return period.end + settlingDays > asOf ? 'withinAllowedGap' : null;
}
