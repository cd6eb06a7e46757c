/** Recent and usual: the two windows in which a customer is compared with the own habit. */
import type { NullReason } from '../problems';

/**
 * The windows as the user sets them
 *
 * Recent are the last `recentDays` days up to and with As Of; usual are the `usualDays` days before them.
 */
export interface Windows {
	readonly asOf: number;
	readonly recentDays: number;
	readonly usualDays: number;
}

/** The first day of the recent window. */
export const recentFrom = ({ asOf, recentDays }: Windows): number => asOf - recentDays + 1;

/** The first day of the usual window, which ends as the recent one begins. */
export const usualFrom = (windows: Windows): number => recentFrom(windows) - windows.usualDays;

/** How many days of each window lie in a customer's own tenure. */
export interface Exposure {
	/** At least 1; 0 where no row says since when the customer is one. */
	readonly recentDays: number;
	/** 0 for somebody who came within the recent window, too. */
	readonly usualDays: number;
}

const UNKNOWN_TENURE: Exposure = Object.freeze({ recentDays: 0, usualDays: 0 });

/** For how many days of each window has a customer been one, who was first seen on `since` (NaN: not known)? DOMAIN S4. */
export function exposureOf(windows: Windows, since: number): Exposure {
	if (Number.isNaN(since)) return UNKNOWN_TENURE;
	const daysBeforeRecent = recentFrom(windows) - since;
	return {
		recentDays: Math.min(windows.recentDays, windows.asOf - since + 1),
		usualDays: Math.min(windows.usualDays, Math.max(0, daysBeforeRecent)),
	};
}

/** Rates are told per so many days, whatever the lengths of the windows. */
export const RATE_DAYS = 30;

/** A count per 30 days of exposure; null where there was none, or it is not known. */
export const per30Days = (count: number, exposureDays: number): number | null =>
	exposureDays > 0 ? (count / exposureDays) * RATE_DAYS : null;

/** Why a rate is null. */
export const whyNoRate = ({ recentDays }: Exposure): NullReason => (recentDays === 0 ? 'tenureUnknown' : 'tooNewForUsual');
