/** What one customer's purchases come to. */
import type { DaysView, GapsView } from './commonFields';
import type { EventDays } from './eventDays';
import { DayCollector } from './eventDays';
import { gapMeter } from './gaps';
import type { OrderTallies } from './orderTallies';
import { orderTallier } from './orderTallies';
import type { PurchaseColumns } from './streamColumns';
import { ValueTallies } from './valueTallies';
import type { Windows } from './windows';
import { exposureOf, recentFrom, usualFrom } from './windows';

/** Sums of amounts, in 1/10,000. Of a customer with several currencies they mean nothing and are not told. */
export interface PurchaseSums {
	/** What purchases brought, and what came back of them, as a positive amount. */
	readonly gross: number;
	readonly refunded: number;
	/** What purchases and refunds dated in each window come to. */
	readonly recentNet: number;
	readonly usualNet: number;
	readonly hasSeveralCurrencies: boolean;
	/** The customer's currency, an index into the currencies; null where nothing is left of any row. */
	readonly currency: number | null;
}

/** What is known of one customer's purchases. Its lists serve all customers: they hold until the next is asked for. */
export interface PurchaseView extends DaysView, GapsView, PurchaseSums {
	readonly columns: PurchaseColumns;
	/** By purchase day, what it brought; refunds go to the latest purchase day up to theirs, else to the first. */
	readonly netOfDay: Float64Array;
	readonly orders: OrderTallies;
	/** In 1/10,000; NaN where a row does not say what it earned. */
	readonly margin: number;
	/** The category of the most purchase days, null where none is named, and how many there are. */
	readonly topCategory: string | null;
	readonly categories: number;
}

const NO_SUMS: PurchaseSums = Object.freeze({ gross: 0, refunded: 0, recentNet: 0, usualNet: 0, hasSeveralCurrencies: false, currency: null });

/** Adds up the amounts of a customer's events; `netOfDay` gets those of each of the customer's purchase days. */
function sumsOf({ history }: PurchaseColumns, windows: Windows, days: EventDays, netOfDay: Float64Array): (start: number, end: number) => PurchaseSums {
	const { amount, currency, day, isVisit } = history;
	if (amount === null) return () => NO_SUMS;
	const [startOfRecent, startOfUsual] = [recentFrom(windows), usualFrom(windows)];

	return (start, end) => {
		let [gross, refunded, recentNet, usualNet] = [0, 0, 0, 0];
		let place = 0;
		let own: number | null = null;
		let hasSeveralCurrencies = false;
		netOfDay.fill(0, 0, end - start);
		for (let event = start; event < end; event++) {
			const worth = amount[event];
			if (!isVisit[event] && worth === 0) continue;
			while (place + 1 < days.count && days.days[place + 1] <= day[event]) place++;
			netOfDay[place] += worth;
			if (worth >= 0) gross += worth;
			else refunded -= worth;
			if (day[event] >= startOfRecent) recentNet += worth;
			else if (day[event] >= startOfUsual) usualNet += worth;
			const ofEvent = currency === null ? 0 : currency[event];
			hasSeveralCurrencies ||= own !== null && own !== ofEvent;
			own = ofEvent;
		}
		return { gross, refunded, recentNet, usualNet, hasSeveralCurrencies, currency: own };
	};
}

/** Adds up what a customer's events earned; of what cancels out only what was paid back beyond its worth. */
function marginsOf({ history, margin, isCancelled, reversal }: PurchaseColumns): (start: number, end: number) => number {
	const { amount, row } = history;
	return (start, end) => {
		let sum = 0;
		for (let event = start; margin !== null && event < end; event++) {
			if (isCancelled?.[row[event]]) continue;
			sum += reversal?.[event] ? amount![event] : margin[row[event]];
		}
		return sum;
	};
}

const NO_CATEGORIES = Object.freeze({ topCategory: null, categories: 0 });

/** Counts purchase days by category. Refunds that name one lower what it brought. */
function categoriesOf({ history, category }: PurchaseColumns): (start: number, end: number, hasSeveralCurrencies: boolean) => { readonly topCategory: string | null; readonly categories: number } {
	if (category === null) return () => NO_CATEGORIES;
	const { amount, day, isVisit, row } = history;
	const tallies = new ValueTallies(category);
	return (start, end, hasSeveralCurrencies) => {
		tallies.clear();
		for (let event = start; event < end; event++) {
			const value = category.valueOfRow[row[event]];
			if (isVisit[event]) tallies.count(value, day[event]);
			if (amount && !hasSeveralCurrencies) tallies.add(value, amount[event]);
		}
		return { topCategory: tallies.top, categories: tallies.size };
	};
}

/**
 * The purchases of one customer after the other
 *
 * A purchase is a row of a positive amount that was neither taken back nor cancelled; several on one day are one
 * purchase day (DOMAIN 3). `sinceOf` gives the day on which a customer was first seen in any stream, or NaN.
 * O(events log events of a customer) over all.
 */
export function purchaseViews(columns: PurchaseColumns, windows: Windows, sinceOf: (customer: number) => number): (customer: number) => PurchaseView {
	const { firstEvent, day, isVisit } = columns.history;
	const days = new DayCollector(columns.history, windows);
	const netOfDay = new Float64Array(days.days.length);
	const measureGaps = gapMeter();
	const tallyOrders = orderTallier(columns);
	const addUp = sumsOf(columns, windows, days, netOfDay);
	const addMargins = marginsOf(columns);
	const tallyCategories = categoriesOf(columns);

	return (customer) => {
		const [start, end] = [firstEvent[customer], firstEvent[customer + 1]];
		days.clear();
		for (let event = start; event < end; event++) if (isVisit[event]) days.add(day[event]);
		const { gross, refunded, recentNet, usualNet, hasSeveralCurrencies, currency } = addUp(start, end);
		const { topCategory, categories } = tallyCategories(start, end, hasSeveralCurrencies);
		return {
			columns,
			windows,
			exposure: exposureOf(windows, sinceOf(customer)),
			days,
			netOfDay,
			gaps: measureGaps(days.days, days.count),
			gross,
			refunded,
			recentNet,
			usualNet,
			hasSeveralCurrencies,
			currency,
			orders: tallyOrders(start, end, hasSeveralCurrencies),
			margin: addMargins(start, end),
			topCategory,
			categories,
		};
	};
}
