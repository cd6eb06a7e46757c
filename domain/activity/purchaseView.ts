/** What one customer's purchases come to, in one pass over the events. */
import type { GroupColumn } from '../ledger/groups';
import type { GapsView, WatchedView } from './commonFields';
import { gapMeter } from './gaps';
import type { OrderTallies } from './orderTallies';
import { orderTallier } from './orderTallies';
import type { PurchaseColumns } from './streamColumns';
import type { Windows } from './windows';
import { exposureOf, recentFrom, usualFrom } from './windows';

/** What is known of one customer's purchases. One object serves all customers: it holds until the next is asked for. */
export interface PurchaseView extends WatchedView, GapsView {
	/** Days with a purchase; `days` holds them in its first entries, in ascending order. */
	readonly purchaseDays: number;
	readonly days: Int32Array;
	/** By purchase day, what it brought; refunds go to the latest purchase day up to theirs, else to the first. */
	readonly netOfDay: Float64Array;
	readonly orders: OrderTallies;
	/** In 1/10,000. Gross are purchases, refunded what came back, as a positive amount. */
	readonly gross: number;
	readonly refunded: number;
	readonly recentNet: number;
	readonly usualNet: number;
	/** NaN where it is not known. */
	readonly margin: number;
	/** Purchase days in the windows. */
	readonly recent: number;
	readonly usual: number;
	/** Whether rows carry amounts at all, and of the customer in how many currencies. */
	readonly hasAmounts: boolean;
	readonly hasSeveralCurrencies: boolean;
	/** The number of the customer's currency; -1 before the first row. */
	readonly currency: number;
	/** The category of the most purchase days; 0 where none is named. */
	readonly topCategory: number;
	readonly categories: number;
	readonly columns: PurchaseColumns;
}

type Mutable<View> = { -readonly [Key in keyof View]: View[Key] };

/** How often and for how much somebody bought of a category. */
interface CategoryTally {
	days: number;
	lastDay: number;
	net: number;
}

/** The category of the most purchase days; of several the one with the larger net, then the first in the alphabet. */
function topOf(tallies: ReadonlyMap<number, CategoryTally>, { values }: GroupColumn): number {
	const ranked = [...tallies].sort(
		([one, tally], [other, best]) => best.days - tally.days || best.net - tally.net || Number(values[one] > values[other]) - Number(values[one] < values[other]),
	);
	return ranked.length === 0 ? 0 : ranked[0][0];
}

const NO_TALLIES: ReadonlyMap<number, CategoryTally> = new Map();

function tallyCategories({ history, category }: PurchaseColumns, start: number, end: number): ReadonlyMap<number, CategoryTally> {
	if (category === null) return NO_TALLIES;
	const tallies = new Map<number, CategoryTally>();
	for (let event = start; event < end; event++) {
		const value = category.valueOfRow[history.row[event]];
		if (value === 0 || !history.isVisit[event]) continue;
		let tally = tallies.get(value);
		if (!tally) tallies.set(value, (tally = { days: 0, lastDay: -Infinity, net: 0 }));
		if (tally.lastDay !== history.day[event]) tally.days++;
		tally.lastDay = history.day[event];
		tally.net += history.amount?.[event] ?? 0;
	}
	return tallies;
}

/**
 * Gives what is known of each customer's purchases
 *
 * `sinceOf` gives the day on which a customer was first seen in any stream, or NaN. Asking about all customers costs
 * O(events log events of a customer).
 */
export function purchaseViews(columns: PurchaseColumns, windows: Windows, sinceOf: (customer: number) => number): (customer: number) => PurchaseView {
	const { history, category, margin } = columns;
	const { firstEvent, day, amount, currency, isVisit, row } = history;
	const [startOfRecent, startOfUsual] = [recentFrom(windows), usualFrom(windows)];
	const measureGaps = gapMeter();
	const tallyOrders = orderTallier(columns);
	let days = new Int32Array(64);
	let netOfDay = new Float64Array(64);
	const view = { windows, hasAmounts: amount !== null, columns } as Mutable<PurchaseView>;

	/** Room for so many days. */
	function ensureRoom(events: number): void {
		if (events <= days.length) return;
		days = new Int32Array(2 * events);
		netOfDay = new Float64Array(2 * events);
	}

	/** Days and counts: what does not need amounts. */
	function countDays(start: number, end: number): void {
		let [count, recent, usual] = [0, 0, 0];
		for (let event = start; event < end; event++) {
			if (!isVisit[event] || (count > 0 && days[count - 1] === day[event])) continue;
			days[count] = day[event];
			netOfDay[count++] = 0;
			if (day[event] >= startOfRecent) recent++;
			else if (day[event] >= startOfUsual) usual++;
		}
		view.purchaseDays = count;
		view.recent = recent;
		view.usual = usual;
	}

	/** Sums of amounts; of a customer with several currencies they are added all the same, and not told. */
	function sumAmounts(start: number, end: number): void {
		let [gross, refunded, recentNet, usualNet] = [0, 0, 0, 0];
		let place = -1;
		let own = -1;
		let several = false;
		for (let event = start; event < end; event++) {
			if (isVisit[event] && (place === -1 || days[place] !== day[event])) place++;
			const worth = amount![event];
			if (worth === 0) continue;
			if (worth > 0) gross += worth;
			else refunded -= worth;
			if (view.purchaseDays > 0) netOfDay[Math.max(place, 0)] += worth;
			if (day[event] >= startOfRecent) recentNet += worth;
			else if (day[event] >= startOfUsual) usualNet += worth;
			if (currency === null) continue;
			several ||= own !== -1 && own !== currency[event];
			own = currency[event];
		}
		Object.assign(view, { gross, refunded, recentNet, usualNet, hasSeveralCurrencies: several, currency: currency === null && start < end ? 0 : own });
	}

	function sumMargins(start: number, end: number): number {
		let sum = 0;
		if (margin === null) return sum;
		for (let event = start; event < end; event++) {
			if (columns.isCancelled?.[row[event]]) continue;
			sum += columns.reversal?.[event] ? amount![event] : margin[row[event]];
		}
		return sum;
	}

	return (customer) => {
		const [start, end] = [firstEvent[customer], firstEvent[customer + 1]];
		ensureRoom(end - start);
		countDays(start, end);
		if (amount) sumAmounts(start, end);
		view.exposure = exposureOf(windows, sinceOf(customer));
		view.days = days;
		view.netOfDay = netOfDay;
		view.gaps = measureGaps(days, view.purchaseDays);
		view.orders = tallyOrders(start, end);
		view.margin = sumMargins(start, end);
		const tallies = tallyCategories(columns, start, end);
		view.topCategory = category === null ? 0 : topOf(tallies, category);
		view.categories = tallies.size;
		return view;
	};
}
