import type { NullReason } from '../problems';
import { wilsonInterval } from '../statistics/interval';
import { DAYS_PER_YEAR } from '../time';

export interface LifetimeValueQuestion {
	/** By complete period: customers lost by the start-of-period rule, and customers here at its start. */
	readonly lost: readonly number[];
	readonly atStart: readonly number[];
	/** What a customer brings in a period, after what it costs to serve them. */
	readonly marginPerPeriod: number;
	/** The most periods that are counted; 60 where periods are months. */
	readonly horizonPeriods: number;
}

export type LifetimeValue =
	| {
			readonly value: number;
			/** Limits from those of the churn rate alone; that the margin is not sure either is not in them. */
			readonly low: number;
			readonly high: number;
			/** Pooled churn: all lost / all at the start, with the two sums. */
			readonly churnRate: number;
			readonly lost: number;
			readonly atStart: number;
			/** How many periods a customer stays, the horizon at most. */
			readonly periods: number;
			/** Whether the horizon was the shorter of the two. */
			readonly isCapped: boolean;
			readonly reason: null;
	  }
	| { readonly value: null; readonly reason: NullReason };

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/**
 * What is a customer worth, from joining to leaving?
 *
 * The margin of a period times the periods a customer stays: 1 / churn, at most the horizon, since a low
 * churn of few customers would promise decades. Churn is pooled over the periods, all lost over all at the
 * start: the mean of the rates would weigh a period of ten customers like one of a thousand. High churn makes
 * the low limit.
 *
 * In the unit of the margin. Periods 5 of 100, 0 of 200, 10 of 100 and a margin of 100 give 2,666.67
 * [1,640.85, 4,375.40]. Null without customers (`noCustomersAtStart`), where nobody left (`noChurn`), and for a
 * margin that is not above 0 (`noSpend`). Source: DOMAIN C12.
 */
export function lifetimeValue({ lost, atStart, marginPerPeriod, horizonPeriods }: LifetimeValueQuestion): LifetimeValue {
	const allLost = sumOf(lost);
	const allAtStart = sumOf(atStart);
	if (allAtStart === 0) return { value: null, reason: 'noCustomersAtStart' };
	if (allLost === 0) return { value: null, reason: 'noChurn' };
	if (!(marginPerPeriod > 0)) return { value: null, reason: 'noSpend' };
	const churnRate = allLost / allAtStart;
	const { low, high } = wilsonInterval(allLost, allAtStart);
	const periodsAt = (rate: number) => Math.min(1 / rate, horizonPeriods);
	return {
		value: marginPerPeriod * periodsAt(churnRate),
		low: marginPerPeriod * periodsAt(high),
		high: marginPerPeriod * periodsAt(low),
		churnRate,
		lost: allLost,
		atStart: allAtStart,
		periods: periodsAt(churnRate),
		isCapped: 1 / churnRate > horizonPeriods,
		reason: null,
	};
}

export interface LoyalValueQuestion {
	/** By customer: days from joining to leaving, or so far. */
	readonly days: Float64Array;
	/** By customer: what they spent in those days, in any unit. */
	readonly spent: Float64Array;
	/** The median lifetime; null where it is not known. */
	readonly medianDays: number | null;
}

export type LoyalValue =
	| {
			readonly value: number;
			/** How many customers stayed at least the median. */
			readonly customers: number;
			/** How long they stayed on average, in years of 365 days. */
			readonly years: number;
			/** What one of them spent in a year. */
			readonly spendPerYear: number;
			readonly reason: null;
	  }
	| { readonly value: null; readonly reason: NullReason };

/**
 * What has a loyal customer brought: the length of the relationship times the spend per year?
 *
 * Loyal are those who stayed at least the median. Length is that so far where they are still here, so the
 * figure is what a loyal customer has brought, not all that one will. It is not the value of a new customer,
 * half of whom will not stay so long.
 *
 * In the unit of `spent`. Null where the median is not known (`medianNotReached`), nobody stayed so long
 * (`noCustomers`), or the sum is not above 0 (`noSpend`) or not exact (`amountTooLarge`). Source: DOMAIN C12, O.
 */
export function loyalValue({ days, spent, medianDays }: LoyalValueQuestion): LoyalValue {
	if (medianDays === null) return { value: null, reason: 'medianNotReached' };
	let customers = 0;
	let allDays = 0;
	let allSpent = 0;
	for (let index = 0; index < days.length; index++) {
		if (days[index] < medianDays) continue;
		customers++;
		allDays += days[index];
		allSpent += spent[index];
	}
	if (customers === 0 || allDays === 0) return { value: null, reason: 'noCustomers' };
	if (!(Math.abs(allSpent) <= Number.MAX_SAFE_INTEGER)) return { value: null, reason: 'amountTooLarge' };
	if (allSpent <= 0) return { value: null, reason: 'noSpend' };
	const years = allDays / customers / DAYS_PER_YEAR;
	const spendPerYear = allSpent / (allDays / DAYS_PER_YEAR);
	return { value: years * spendPerYear, customers, years, spendPerYear, reason: null };
}
