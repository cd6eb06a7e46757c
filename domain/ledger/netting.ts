/**
 * Netting: which purchases were taken back in full, so that nothing of them is left.
 *
 * A refund or cancellation is a row of a negative amount. It belongs to the order whose number it carries; one
 * that carries the number of no purchase, as cancellations with numbers of their own do, is matched with what it
 * takes back.
 */
import type { History } from './history';

export interface NettingColumns {
	readonly history: History;
	/** By row, which order it is of: rows of one order have one number; `NO_ORDER` where a row has none. Null where each is one by itself. */
	readonly orderOf: Int32Array | null;
	/** What was bought, where rows say it. */
	readonly productAt: ((row: number) => string) | null;
}

export interface NettedHistory {
	/** The history without what was taken back: there amounts are 0 and nothing is a visit. */
	readonly history: History;
	/** By event, what cancels out: a purchase `TAKEN_BACK`, what took it back `TAKES_BACK`, else 0; null where nothing does. */
	readonly reversal: Uint8Array | null;
}

/** The order of a row that has none. */
export const NO_ORDER = -1;

export const TAKEN_BACK = 1;
export const TAKES_BACK = 2;

/** The events of one order, or of one row that is in none. */
interface Order {
	readonly purchases: readonly number[];
	readonly refunds: readonly number[];
}

/** Purchases that a refund may take back, in order of time; those up to the present refund wait on a stack. */
interface Candidates {
	readonly purchases: number[];
	next: number;
	readonly waiting: number[];
}

/** Events in order of time, by what a refund must agree with. */
function candidatesBy(events: readonly number[], keyOf: (event: number) => string): Map<string, Candidates> {
	const candidatesOf = new Map<string, Candidates>();
	for (const event of events) {
		const key = keyOf(event);
		const known = candidatesOf.get(key);
		if (known) known.purchases.push(event);
		else candidatesOf.set(key, { purchases: [event], next: 0, waiting: [] });
	}
	return candidatesOf;
}

class Netting {
	readonly amount: Float64Array;
	readonly reversal: Uint8Array;
	hasReversed = false;

	constructor(private readonly columns: NettingColumns) {
		this.amount = columns.history.amount!.slice();
		this.reversal = new Uint8Array(this.amount.length);
	}

	/** Nets the events of a customer, from `start` up to, not including, `end`. */
	net(start: number, end: number): void {
		const orders = this.ordersOf(start, end);
		for (const { purchases, refunds } of orders) {
			if (purchases.length > 0 && refunds.length > 0) this.reverseIfTakenBack(purchases, refunds);
		}
		const refunds = orders.filter(({ purchases }) => purchases.length === 0).flatMap((order) => order.refunds);
		// Of one moment the larger refund goes first, whatever the order of the items.
		refunds.sort((one, other) => this.timeOf(one) - this.timeOf(other) || this.amount[one] - this.amount[other] || compareTexts(this.productOf(one), this.productOf(other)));
		this.matchOrders(this.matchRows(refunds, orders), orders);
	}

	private readonly timeOf = (event: number): number => this.columns.history.localTime[event];
	private readonly currencyOf = (event: number): number => this.columns.history.currency?.[event] ?? 0;
	private readonly productOf = (event: number): string => this.columns.productAt?.(this.columns.history.row[event]) ?? '';
	private readonly sumOf = (events: readonly number[]): number => events.reduce((sum, event) => sum + this.amount[event], 0);
	private readonly isWhole = (events: readonly number[]): boolean => events.every((event) => this.reversal[event] === 0);

	private ordersOf(start: number, end: number): Order[] {
		const { history, orderOf } = this.columns;
		const orders: Array<{ purchases: number[]; refunds: number[] }> = [];
		const orderOfNumber = new Map<number, (typeof orders)[number]>();
		for (let event = start; event < end; event++) {
			const isRefund = this.amount[event] < 0;
			if (!history.isVisit[event] && !isRefund) continue;
			const number = orderOf ? orderOf[history.row[event]] : NO_ORDER;
			let order = orderOfNumber.get(number);
			if (!order) {
				order = { purchases: [], refunds: [] };
				orders.push(order);
				if (number !== NO_ORDER) orderOfNumber.set(number, order);
			}
			(isRefund ? order.refunds : order.purchases).push(event);
		}
		return orders;
	}

	/** Cancels out purchases and what took them back; what was paid back beyond their worth stays, on the last refund. */
	private reverse(purchases: readonly number[], refunds: readonly number[]): void {
		const beyond = this.sumOf(purchases) + this.sumOf(refunds);
		for (const event of purchases) this.cancelOut(event, TAKEN_BACK);
		for (const event of refunds) this.cancelOut(event, TAKES_BACK);
		if (beyond < 0) this.amount[refunds[refunds.length - 1]] = beyond;
		this.hasReversed = true;
	}

	private cancelOut(event: number, reversal: number): void {
		this.amount[event] = 0;
		this.reversal[event] = reversal;
	}

	private reverseIfTakenBack(purchases: readonly number[], refunds: readonly number[]): void {
		if (this.sumOf(purchases) + this.sumOf(refunds) <= 0) this.reverse(purchases, refunds);
	}

	/** Matches each refund with the latest purchase of the same thing at the same amount; answers those without one. */
	private matchRows(refunds: readonly number[], orders: readonly Order[]): number[] {
		if (refunds.length === 0) return [];
		const keyOf = (event: number) => `${Math.abs(this.amount[event])} ${this.currencyOf(event)} ${this.productOf(event)}`;
		const purchases = orders.flatMap((order) => order.purchases).filter((event) => this.reversal[event] === 0);
		purchases.sort((one, other) => this.timeOf(one) - this.timeOf(other) || one - other);
		const candidatesOf = candidatesBy(purchases, keyOf);
		return refunds.filter((refund) => {
			const candidates = candidatesOf.get(keyOf(refund));
			const purchase = candidates && this.latestUpTo(this.timeOf(refund), candidates);
			if (purchase === undefined) return true;
			this.reverse([purchase], [refund]);
			return false;
		});
	}

	/** Takes the latest candidate that is not later than a moment; moments may not go back. */
	private latestUpTo(moment: number, candidates: Candidates): number | undefined {
		const { purchases, waiting } = candidates;
		while (candidates.next < purchases.length && this.timeOf(purchases[candidates.next]) <= moment) waiting.push(purchases[candidates.next++]);
		return waiting.pop();
	}

	/** Matches refunds with whole orders of several rows and exactly that worth, the latest first. */
	private matchOrders(refunds: readonly number[], orders: readonly Order[]): void {
		if (refunds.length === 0) return;
		const lastOf = ({ purchases }: Order) => purchases[purchases.length - 1];
		const keyOf = (amount: number, event: number) => `${amount} ${this.currencyOf(event)}`;
		const whole = orders.filter(({ purchases, refunds: own }) => purchases.length > 1 && own.length === 0 && this.isWhole(purchases));
		whole.sort((one, other) => this.timeOf(lastOf(one)) - this.timeOf(lastOf(other)));
		const orderOfLast = new Map(whole.map((order) => [lastOf(order), order]));
		const candidatesOf = candidatesBy([...orderOfLast.keys()], (last) => keyOf(this.sumOf(orderOfLast.get(last)!.purchases), last));
		for (const refund of refunds) {
			const candidates = candidatesOf.get(keyOf(-this.amount[refund], refund));
			const last = candidates && this.latestUpTo(this.timeOf(refund), candidates);
			if (last !== undefined) this.reverse(orderOfLast.get(last)!.purchases, [refund]);
		}
	}
}

const compareTexts = (one: string, other: string): number => Number(one > other) - Number(one < other);

/** Which events are visits still, where some were taken back. */
function visitsLeft({ isVisit }: History, reversal: Uint8Array): Uint8Array {
	return isVisit.map((visit, event) => (reversal[event] === 0 ? visit : 0));
}

/**
 * What is left of a history, once what was taken back in full is out of it?
 *
 * An order whose refunds reach its worth is reversed. A refund of no such order is matched with the latest purchase
 * of the same customer, currency, product and amount at the same or an earlier moment; else with the latest whole
 * order of that worth. What is left of refunds only lowers what the customer spent; the sum of amounts stays as it
 * was. O(events · log events).
 */
export function netted(columns: NettingColumns): NettedHistory {
	const { history } = columns;
	const { customerCount, firstEvent, amount } = history;
	if (amount === null || !amount.some((each) => each < 0)) return { history, reversal: null };
	const netting = new Netting(columns);
	for (let customer = 0; customer < customerCount; customer++) {
		const [start, end] = [firstEvent[customer], firstEvent[customer + 1]];
		let hasRefund = false;
		for (let event = start; event < end && !hasRefund; event++) hasRefund = amount[event] < 0;
		if (hasRefund) netting.net(start, end);
	}
	if (!netting.hasReversed) return { history, reversal: null };
	const { reversal } = netting;
	return { history: { ...history, amount: netting.amount, isVisit: visitsLeft(history, reversal) }, reversal };
}
