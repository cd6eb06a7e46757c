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
	readonly recentDays: number;
	/** 0 for somebody who came within the recent window. */
	readonly usualDays: number;
}

/** For how many days of each window has a customer been one, who was first seen on `since`? NaN for NaN, where no row says. DOMAIN S4. */
export function exposureOf(windows: Windows, since: number): Exposure {
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

/** Why a usual figure is null. */
export const NO_USUAL: NullReason = 'tooNewForUsual';
