/** One customer's orders, counted by what is known of them. */
import type { GroupColumn } from '../ledger/groups';
import { NO_ORDER, TAKEN_BACK } from '../ledger/netting';
import type { Flags, PurchaseColumns } from './streamColumns';
import { NO, UNKNOWN, YES } from './streamColumns';

/** How many orders there are of each kind. One object serves all customers. */
export interface OrderTallies {
	/** Orders that brought something and were not taken back. */
	readonly orders: number;
	/** Orders that were taken back in full, and those that a status calls cancelled. */
	readonly reversed: number;
	readonly cancelled: number;
	/** Orders on promotion, and those of which it is known; the same of instalments. */
	readonly onPromotion: number;
	readonly promotionKnown: number;
	readonly inInstalments: number;
	readonly instalmentsKnown: number;
	/** The channel of the most orders, of several the first in the alphabet; 0 where none is named. */
	readonly channel: number;
}

/** What is known of one order. */
interface Order {
	bought: boolean;
	cancelled: boolean;
	promotion: number;
	instalments: number;
	channel: number;
}

/** Up to so many rows, a list is searched faster than a dictionary is made. */
const SHORT_LIST = 12;

/** A flag of several rows: yes where one says yes, else no where one says no. */
function together(one: number, other: number): number {
	if (one === YES || other === YES) return YES;
	return one === NO || other === NO ? NO : UNKNOWN;
}

/** Of two values of a column the first in the alphabet, blank ones last. */
function firstInAlphabet(column: GroupColumn | null, one: number, other: number): number {
	if (column === null || one === 0 || other === 0) return one || other;
	return column.values[one] < column.values[other] ? one : other;
}

/** Tells how many different orders some events are of; a row without a number is an order by itself. */
function countDifferent(numbers: readonly number[]): number {
	if (numbers.length > SHORT_LIST) {
		const blank = numbers.filter((number) => number === NO_ORDER).length;
		return new Set(numbers).size + (blank > 0 ? blank - 1 : 0);
	}
	return numbers.filter((number, index) => number === NO_ORDER || numbers.indexOf(number) === index).length;
}

/** Gives the tallies of a customer's events, from `start` up to, not including, `end`. O(events). */
export function orderTallier(columns: PurchaseColumns): (start: number, end: number) => OrderTallies {
	const { history, orderOf, reversal, isCancelled, onPromotion, inInstalments, channel } = columns;
	const { isVisit, row } = history;
	const needsOrders = onPromotion !== null || inInstalments !== null || channel !== null || reversal !== null || isCancelled !== null;
	const tallies = { orders: 0, reversed: 0, cancelled: 0, onPromotion: 0, promotionKnown: 0, inInstalments: 0, instalmentsKnown: 0, channel: 0 };

	/** Only how many: where nothing else is known of orders. */
	function countOrders(start: number, end: number): number {
		if (orderOf === null) return countVisits(start, end);
		const numbers: number[] = [];
		for (let event = start; event < end; event++) if (isVisit[event]) numbers.push(orderOf[row[event]]);
		return countDifferent(numbers);
	}

	function countVisits(start: number, end: number): number {
		let visits = 0;
		for (let event = start; event < end; event++) visits += isVisit[event];
		return visits;
	}

	const flagAt = (flags: Flags | null, event: number) => (flags === null ? UNKNOWN : flags[row[event]]);

	function ordersOf(start: number, end: number): Order[] {
		const orders: Order[] = [];
		const orderOfNumber = new Map<number, Order>();
		for (let event = start; event < end; event++) {
			const isRefund = !isVisit[event] && !isCancelled?.[row[event]] && reversal?.[event] !== TAKEN_BACK;
			if (isRefund) continue;
			const number = orderOf ? orderOf[row[event]] : NO_ORDER;
			let order = orderOfNumber.get(number);
			if (!order) {
				order = { bought: false, cancelled: false, promotion: UNKNOWN, instalments: UNKNOWN, channel: 0 };
				orders.push(order);
				if (number !== NO_ORDER) orderOfNumber.set(number, order);
			}
			order.bought ||= isVisit[event] === 1;
			order.cancelled ||= isCancelled?.[row[event]] === 1;
			order.promotion = together(order.promotion, flagAt(onPromotion, event));
			order.instalments = together(order.instalments, flagAt(inInstalments, event));
			order.channel = firstInAlphabet(channel, order.channel, channel?.valueOfRow[row[event]] ?? 0);
		}
		return orders;
	}

	function topChannel(orders: readonly Order[]): number {
		if (channel === null) return 0;
		const ordersOf = new Map<number, number>();
		for (const order of orders) if (order.bought && order.channel !== 0) ordersOf.set(order.channel, (ordersOf.get(order.channel) ?? 0) + 1);
		let top = 0;
		for (const [value, count] of ordersOf) {
			const most = ordersOf.get(top) ?? 0;
			if (count > most || (count === most && value === firstInAlphabet(channel, value, top))) top = value;
		}
		return top;
	}

	return (start, end) => {
		if (!needsOrders) {
			tallies.orders = countOrders(start, end);
			return tallies;
		}
		const orders = ordersOf(start, end);
		const bought = orders.filter((order) => order.bought);
		const count = (passes: (order: Order) => boolean) => bought.reduce((sum, order) => sum + Number(passes(order)), 0);
		tallies.orders = bought.length;
		tallies.cancelled = orders.filter((order) => !order.bought && order.cancelled).length;
		tallies.reversed = orders.length - bought.length - tallies.cancelled;
		tallies.onPromotion = count((order) => order.promotion === YES);
		tallies.promotionKnown = count((order) => order.promotion !== UNKNOWN);
		tallies.inInstalments = count((order) => order.instalments === YES);
		tallies.instalmentsKnown = count((order) => order.instalments !== UNKNOWN);
		tallies.channel = topChannel(orders);
		return tallies;
	};
}
