/** What customers bought in the days of the horizon a year before: the yardstick of a forecast that knows no season. */
import { DAYS_PER_YEAR } from '../time';
import { firstDayOf } from './landmarks';
import type { PurchaseCustomers } from './purchaseCustomers';

export interface BoughtTogether {
	/** Days with a purchase, over all customers. */
	readonly purchases: number;
	/** What they brought, by index of the currency; -1 where none is named. Nothing for customers whose amounts are not known. */
	readonly spendIn: ReadonlyMap<number, number>;
}

/**
 * The purchases of all customers from the day after As Of to the end of the horizon, 365 days earlier
 *
 * Null without histories, where the log begins later than the first of these days, and for a horizon of more than a
 * year, whose days a year before are not over. O(purchase days).
 */
export function yearBefore({ count, asOf, currency, history }: PurchaseCustomers, horizonDays: number): BoughtTogether | null {
	const first = asOf + 1 - DAYS_PER_YEAR;
	if (history === null || horizonDays > DAYS_PER_YEAR || firstDayOf(history) > first) return null;
	const { startOf, day, net } = history;
	const end = first + horizonDays;
	let purchases = 0;
	const spendIn = new Map<number, number>();
	for (let customer = 0; customer < count; customer++) {
		for (let at = startOf[customer]; at < startOf[customer + 1]; at++) {
			if (day[at] < first || day[at] >= end) continue;
			purchases++;
			if (net !== null && !Number.isNaN(net[at])) spendIn.set(currency[customer], (spendIn.get(currency[customer]) ?? 0) + net[at]);
		}
	}
	return { purchases, spendIn };
}
