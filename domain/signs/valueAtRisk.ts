import { DAYS_PER_YEAR, MONTHS_PER_YEAR } from '../time';
import type { NullReason } from '../problems';
import type { Observed } from './observed';

/** What a customer brings in a year, and in which currency where one is named. */
export interface Value {
	readonly value: number | null;
	readonly currency: string | null;
	/** Why there is no value; null where there is one. */
	readonly reason: NullReason | null;
}

const rounded = (amount: number): number => Math.round(amount * 10_000) / 10_000;

/** What purchases bring a day: in the windows, or since the first where there was none in them, as with who buys once a year. */
function broughtPerDay(purchases: Observed['purchases'], windowDays: number): number | null {
	if (purchases === null || purchases.recentNet === null || purchases.usualNet === null) return null;
	const inWindows = purchases.recentNet + purchases.usualNet;
	const { net, ageDays } = purchases;
	const isRare = inWindows === 0 && net !== null && ageDays !== null && ageDays > windowDays;
	return isRare ? net / ageDays : inWindows / windowDays;
}

/**
 * What is lost in a year if the customer leaves?
 *
 * The column the user names, else twelve times what subscriptions bring a month, else what purchases brought in the
 * usual and recent days as the pace of a year: their sum over those days, times 365; since the first purchase where
 * there was none in them. Somebody who came within them is told too low rather than too high. Never below 0. It is not multiplied by the risk, which is an index.
 */
export function valueAtRisk({ purchases, subscriptions, recentDays, usualDays, named }: Observed): Value {
	if (named.value !== null) return { value: rounded(Math.max(0, named.value)), currency: subscriptions?.currency ?? purchases?.currency ?? null, reason: null };
	const monthly = subscriptions?.monthlyAmount ?? null;
	if (subscriptions !== null && monthly !== null && monthly > 0) return { value: rounded(MONTHS_PER_YEAR * monthly), currency: subscriptions.currency, reason: null };
	const perDay = broughtPerDay(purchases, recentDays + usualDays);
	return perDay === null ? { value: null, currency: null, reason: 'noAmounts' } : { value: rounded(Math.max(0, perDay) * DAYS_PER_YEAR), currency: purchases?.currency ?? null, reason: null };
}
