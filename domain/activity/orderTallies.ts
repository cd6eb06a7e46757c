/** One customer's orders, counted by what is known of them. */
import { TAKEN_BACK } from '../ledger/netting';
import type { Flags, PurchaseColumns } from './streamColumns';
import { NO, UNKNOWN, YES } from './streamColumns';
import { ValueTallies } from './valueTallies';

/** How many orders there are of each kind. One object serves all customers. */
export interface OrderTallies {
	/** Orders of which a purchase is left. */
	readonly orders: number;
	/** Orders that were taken back in full, and those that a status calls cancelled. */
	readonly reversed: number;
	readonly cancelled: number;
	/** Orders on promotion, and those of which it is known; the same of instalments. */
	readonly onPromotion: number;
	readonly promotionKnown: number;
	readonly inInstalments: number;
	readonly instalmentsKnown: number;
	/** The channel of the most orders; null where none is named. */
	readonly channel: string | null;
}

/** What is known of one order; what was taken back of it, or cancelled, says nothing of the rest. */
interface Order {
	isBought: boolean;
	isCancelled: boolean;
	promotion: number;
	instalments: number;
	readonly channels: number[];
}

/** Up to so many rows, a list is searched faster than a dictionary is made. */
const SHORT_LIST = 12;

/** A flag of several rows: yes where one says yes, else no where one says no. */
function together(one: number, other: number): number {
	if (one === YES || other === YES) return YES;
	return one === NO || other === NO ? NO : UNKNOWN;
}

/** Tells how many different orders some events are of; a row without a number is an order by itself. */
function countDifferent(numbers: ReadonlyArray<string | number>): number {
	if (numbers.length <= SHORT_LIST) return numbers.filter((number, index) => number === '' || numbers.indexOf(number) === index).length;
	const known = numbers.filter((number) => number !== '');
	return new Set(known).size + numbers.length - known.length;
}

/** Gives the tallies of a customer's events, from `start` up to, not including, `end`; of several currencies nothing is added up. O(events). */
export function orderTallier(columns: PurchaseColumns): (start: number, end: number, hasSeveralCurrencies: boolean) => OrderTallies {
	const { history, orderAt, reversal, isCancelled, onPromotion, inInstalments, channel } = columns;
	const { isVisit, row, amount } = history;
	const isOnlyCounted = [onPromotion, inInstalments, channel, reversal, isCancelled].every((column) => column === null);
	const channels = channel && new ValueTallies(channel);
	const tallies = { orders: 0, reversed: 0, cancelled: 0, onPromotion: 0, promotionKnown: 0, inInstalments: 0, instalmentsKnown: 0, channel: null as string | null };

	function countOrders(start: number, end: number): number {
		let visits = 0;
		const numbers: Array<string | number> = [];
		for (let event = start; event < end; event++) {
			if (!isVisit[event]) continue;
			visits++;
			if (orderAt !== null) numbers.push(orderAt(row[event]));
		}
		return orderAt === null ? visits : countDifferent(numbers);
	}

	const flagAt = (flags: Flags | null, event: number) => (flags === null ? UNKNOWN : flags[row[event]]);

	/** Refunds are in no order of their own. */
	function ordersOf(start: number, end: number): Order[] {
		const orders: Order[] = [];
		const orderOfNumber = new Map<string | number, Order>();
		for (let event = start; event < end; event++) {
			const isCancelledRow = isCancelled !== null && isCancelled[row[event]] === 1;
			const isPurchase = isVisit[event] === 1;
			if (!isPurchase && !isCancelledRow && reversal?.[event] !== TAKEN_BACK) continue;
			const number = orderAt?.(row[event]) ?? '';
			let order = orderOfNumber.get(number);
			if (!order) {
				order = { isBought: false, isCancelled: false, promotion: UNKNOWN, instalments: UNKNOWN, channels: [] };
				orders.push(order);
				if (number !== '') orderOfNumber.set(number, order);
			}
			order.isCancelled ||= isCancelledRow;
			if (!isPurchase) continue;
			order.isBought = true;
			order.promotion = together(order.promotion, flagAt(onPromotion, event));
			order.instalments = together(order.instalments, flagAt(inInstalments, event));
			if (channel) order.channels.push(channel.valueOfRow[row[event]]);
		}
		return orders;
	}

	function topChannel(bought: readonly Order[], start: number, end: number, hasSeveralCurrencies: boolean): string | null {
		if (channel === null || channels === null) return null;
		channels.clear();
		for (const order of bought) for (const value of order.channels) channels.count(value, order);
		const isAddedUp = amount !== null && !hasSeveralCurrencies;
		for (let event = start; isAddedUp && event < end; event++) channels.add(channel.valueOfRow[row[event]], amount[event]);
		return channels.top;
	}

	return (start, end, hasSeveralCurrencies) => {
		if (isOnlyCounted) {
			tallies.orders = countOrders(start, end);
			return tallies;
		}
		const orders = ordersOf(start, end);
		const bought = orders.filter(({ isBought }) => isBought);
		const count = (passes: (order: Order) => boolean) => bought.reduce((sum, order) => sum + Number(passes(order)), 0);
		tallies.orders = bought.length;
		tallies.cancelled = orders.filter((order) => !order.isBought && order.isCancelled).length;
		tallies.reversed = orders.length - bought.length - tallies.cancelled;
		tallies.onPromotion = count(({ promotion }) => promotion === YES);
		tallies.promotionKnown = count(({ promotion }) => promotion !== UNKNOWN);
		tallies.inInstalments = count(({ instalments }) => instalments === YES);
		tallies.instalmentsKnown = count(({ instalments }) => instalments !== UNKNOWN);
		tallies.channel = topChannel(bought, start, end, hasSeveralCurrencies);
		return tallies;
	};
}
