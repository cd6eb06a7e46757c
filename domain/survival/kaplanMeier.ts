import type { NullReason } from '../problems';
import type { Interval } from '../statistics/interval';
import { DEFAULT_CONFIDENCE } from '../statistics/interval';
import { logLogInterval } from '../statistics/logLogInterval';
import type { Lifetimes, Watch } from './riskSets';
import { agesUpTo, distinct, riskSetsAt, watchOf } from './riskSets';

/** The share still here after so many days: 1 up to the first age, then a step down at each. */
export interface SurvivalCurve {
	/** The ages, in days, at which somebody left, in order. */
	readonly age: Float64Array;
	readonly atRisk: Int32Array;
	readonly events: Int32Array;
	/** The share still here once those who left at this age are gone. */
	readonly survival: Float64Array;
	/** Log-log limits; null where the share is 0 or 1. */
	readonly limits: ReadonlyArray<Interval | null>;
	/** How many customers were watched. */
	readonly customers: number;
	/** The highest age at which anybody was watched; beyond it nothing is known. Null where nobody was. */
	readonly lastObserved: number | null;
	/**
	 * The first age at which nobody was left to watch though others were watched at higher ages; null where that
	 * never happens. From there on the curve is a guess: flat, or 0 for good. 0 when nobody was watched from the start.
	 */
	readonly riskSetRanOut: number | null;
}

/** When was there nobody at risk, or nobody left of those at risk, below the highest age watched? */
function ageWithoutRiskSet({ entries, exits }: Watch, emptiedAt: number): number | null {
	if (entries.length > 0 && entries[0] > 0) return 0;
	for (let gone = 1; gone < exits.length; gone++) {
		const age = exits[gone - 1];
		if (entries[gone] > age || (entries[gone] >= age && age === emptiedAt)) return age;
	}
	return null;
}

/**
 * Which share of customers is still here after so many days? (Kaplan–Meier)
 *
 * At each age at which somebody leaves, the share shrinks by those who leave out of those at risk. A customer
 * who is still here counts as at risk up to today and then no longer, which is neither a loss nor a life
 * without end. One who had joined before watching began comes into the risk set late (delayed entry);
 * leaving those out, or counting them from the start, would both be wrong.
 *
 * Ages in days, share 0 to 1, limits by Greenwood's variance on the log-log scale.
 * (0, 5, left) (3, 8, left) (6, 10, here) (0, 4, here): .5 after 5 days, .25 after 8.
 * No customers give a curve without ages. Source: Kaplan and Meier, 1958; DOMAIN C15. O(n log n).
 */
export function kaplanMeier(lifetimes: Lifetimes, confidence = DEFAULT_CONFIDENCE): SurvivalCurve {
	const watch = watchOf(lifetimes);
	const age = distinct(watch.losses);
	const { atRisk, events } = riskSetsAt(watch, age);
	const survival = new Float64Array(age.length);
	const limits: Array<Interval | null> = [];
	let share = 1;
	let logVariance = 0;
	for (let step = 0; step < age.length; step++) {
		const staying = atRisk[step] - events[step];
		share *= staying / atRisk[step];
		logVariance += events[step] / (atRisk[step] * staying);
		survival[step] = share;
		limits.push(logLogInterval(share, Math.sqrt(logVariance), confidence));
	}
	return {
		age,
		atRisk,
		events,
		survival,
		limits,
		customers: watch.exits.length,
		lastObserved: watch.exits.at(-1) ?? null,
		riskSetRanOut: ageWithoutRiskSet(watch, age[survival.indexOf(0)]),
	};
}

export interface SurvivalPoint {
	readonly survival: number;
	/** Null where the share is 0 or 1. */
	readonly limits: Interval | null;
}

/** Which share is still here after `days` days? Null beyond the highest age watched (`notWatchedThatLong`). O(log ages). */
export function survivalAt({ age, survival, limits, lastObserved }: SurvivalCurve, days: number): SurvivalPoint | null {
	if (lastObserved === null || days > lastObserved) return null;
	const steps = agesUpTo(age, days);
	return steps === 0 ? { survival: 1, limits: null } : { survival: survival[steps - 1], limits: limits[steps - 1] };
}

/** Shares nearer to each other than this are the same share, as in R: products of fractions are off in their last digits. */
const SAME_SHARE = 2 ** -26;

/** At which age does a curve come down to a level? Halfway along the step where it stays at the level itself. */
function ageAtLevel(age: Float64Array, levelAt: (step: number) => number | null, level: number, lastObserved: number | null): number | null {
	let onLevel: number | null = null;
	for (let step = 0; step < age.length; step++) {
		const share = levelAt(step);
		if (share === null) continue;
		if (share < level - SAME_SHARE) return onLevel === null ? age[step] : (onLevel + age[step]) / 2;
		if (share <= level + SAME_SHARE) onLevel ??= age[step];
	}
	return onLevel === null || lastObserved === null ? null : (onLevel + lastObserved) / 2;
}

export interface LifetimeQuantile {
	/** Null where the curve does not come down so far (`medianNotReached`). */
	readonly days: number | null;
	readonly low: number | null;
	/** Null where the upper limit of the curve does not come down so far: the true figure may have no bound. */
	readonly high: number | null;
}

/**
 * After how many days had the given share of customers left?
 *
 * `share` .5 is the median. The first age at which the share still here is 1 − share or less; where the
 * curve stays at exactly 1 − share for a while, the middle of that while, up to the highest age watched. The
 * limits are the ages at which the limits of the curve first get there. `share` in (0, 1).
 *
 * Source: Brookmeyer and Crowley, 1982; DOMAIN C15. As R's quantile.survfit, but where a limit of the curve
 * rises on its way (few were watched early), R takes the age with the nearest limit and its print the first.
 */
export function quantileOf({ age, survival, limits, lastObserved }: SurvivalCurve, share: number): LifetimeQuantile {
	const level = 1 - share;
	return {
		days: ageAtLevel(age, (step) => survival[step], level, lastObserved),
		low: ageAtLevel(age, (step) => limits[step]?.low ?? null, level, lastObserved),
		high: ageAtLevel(age, (step) => limits[step]?.high ?? null, level, lastObserved),
	};
}

export type RestrictedMean =
	| { readonly days: number; readonly standardError: number; readonly reason: null }
	| { readonly days: null; readonly standardError: null; readonly reason: NullReason };

/**
 * How many days does a customer stay on average, of the first `horizon` days?
 *
 * The area under the curve up to the horizon. Unlike the mean of all lifetimes, which nobody knows while
 * customers are still here, it needs no guess. 0 to `horizon` days. Null beyond the highest age watched.
 * Source: the variance is Greenwood's, as in R's print.survfit with rmean. DOMAIN C15.
 */
export function restrictedMean({ age, atRisk, events, survival, lastObserved }: SurvivalCurve, horizon: number): RestrictedMean {
	if (lastObserved === null) return { days: null, standardError: null, reason: 'noCustomers' };
	if (horizon > lastObserved) return { days: null, standardError: null, reason: 'notWatchedThatLong' };
	let areaBehind = 0;
	let variance = 0;
	let nextAge = horizon;
	for (let step = agesUpTo(age, horizon) - 1; step >= 0; step--) {
		areaBehind += survival[step] * (nextAge - age[step]);
		nextAge = age[step];
		const staying = atRisk[step] - events[step];
		if (staying > 0) variance += (areaBehind ** 2 * events[step]) / (atRisk[step] * staying);
	}
	return { days: nextAge + areaBehind, standardError: Math.sqrt(variance), reason: null };
}
