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
	/** The number of a row's order, '' where it has none; null where rows carry none. */
	readonly orderAt: ((row: number) => string) | null;
	/** What was bought, '' where a row does not say it; null where none does. */
	readonly productAt: ((row: number) => string) | null;
	/** All that a row says: of two purchases alike in everything else, which one is taken back must not hang on the order of rows. */
	textAt(row: number): string;
}

export interface NettedHistory {
	/** The history without what was taken back: there amounts are 0 and nothing is a visit. */
	readonly history: History;
	/** By event, what cancels out: a purchase `TAKEN_BACK`, what took it back `TAKES_BACK`, else 0; null where nothing does. */
	readonly reversal: Uint8Array | null;
}

export const TAKEN_BACK = 1;
export const TAKES_BACK = 2;

/** The events of one order, or of one row that is in none. */
interface Order {
	readonly purchases: number[];
	readonly refunds: number[];
}

/** Orders or single rows of them that a refund may take back, in order of time; those up to the present refund wait on a stack. */
interface Candidates {
	readonly inOrder: Order[];
	next: number;
	readonly waiting: Order[];
}

const lastOf = ({ purchases }: Order): number => purchases[purchases.length - 1];
const compareTexts = (one: string, other: string): number => Number(one > other) - Number(one < other);

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
		const bought = orders.filter(({ purchases }) => purchases.length > 0);
		for (const order of bought) {
			if (order.refunds.length > 0 && this.worthOf(order) <= 0) this.reverse(order.purchases, order.refunds);
		}
		const refunds = orders.filter(({ purchases }) => purchases.length === 0).flatMap((order) => order.refunds);
		if (refunds.length === 0) return;
		refunds.sort(this.compareRefunds);
		const rows = bought.flatMap(({ purchases }) => purchases.map((event) => ({ purchases: [event], refunds: [] })));
		this.match(this.match(refunds, rows), bought);
	}

	private readonly timeOf = (event: number): number => this.columns.history.localTime[event];
	private readonly currencyOf = (event: number): number => this.columns.history.currency?.[event] ?? 0;
	private readonly productOf = (event: number): string => this.columns.productAt?.(this.columns.history.row[event]) ?? '';
	private readonly numberOf = (event: number): string => this.columns.orderAt?.(this.columns.history.row[event]) ?? '';
	private readonly compareTexts = (one: number, other: number): number => compareTexts(this.columns.textAt(this.columns.history.row[one]), this.columns.textAt(this.columns.history.row[other]));
	private readonly sumOf = (events: readonly number[]): number => events.reduce((sum, event) => sum + this.amount[event], 0);
	/** What is left of an order. */
	private readonly worthOf = ({ purchases, refunds }: Order): number => this.sumOf(purchases) + this.sumOf(refunds);
	private readonly isWhole = ({ purchases }: Order): boolean => purchases.every((event) => this.reversal[event] === 0);

	/** An order is the rows of one number and one currency. */
	private ordersOf(start: number, end: number): Order[] {
		const { isVisit } = this.columns.history;
		const orders: Order[] = [];
		const orderOfNumber = new Map<string, Order>();
		for (let event = start; event < end; event++) {
			const isRefund = this.amount[event] < 0;
			if (!isVisit[event] && !isRefund) continue;
			const number = this.numberOf(event);
			const key = number === '' ? '' : `${this.currencyOf(event)} ${number}`;
			let order = orderOfNumber.get(key);
			if (!order) {
				order = { purchases: [], refunds: [] };
				orders.push(order);
				if (key !== '') orderOfNumber.set(key, order);
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
		if (beyond < 0) this.amount[[...refunds].sort(this.compareRefunds).at(-1)!] = beyond;
		this.hasReversed = true;
	}

	private cancelOut(event: number, reversal: number): void {
		this.amount[event] = 0;
		this.reversal[event] = reversal;
	}

	/** Matches each refund, in order of time, with the latest of some orders or rows that has its worth; answers the refunds without one. */
	private match(refunds: readonly number[], orders: readonly Order[]): number[] {
		const candidatesOf = this.candidatesFor(refunds, orders);
		return refunds.filter((refund) => {
			const latest = this.keysOfRefund(refund).map((key) => this.latestUpTo(this.timeOf(refund), candidatesOf.get(key)!));
			const order = latest.reduce((one, other) => (one && other ? [one, other].sort(this.compareOrders)[1] : (one ?? other)));
			if (!order) return true;
			this.reverse(order.purchases, [...order.refunds, refund]);
			return false;
		});
	}

	/** What may take an order back: a refund of its product or of none; an order of several rows is of no product. */
	private keysOfOrder(order: Order): string[] {
		const last = lastOf(order);
		const worth = `${this.worthOf(order)} ${this.currencyOf(last)}`;
		return [`${worth} of ${order.purchases.length > 1 ? '' : this.productOf(last)}`, `${worth} of any`];
	}

	private keysOfRefund(refund: number): string[] {
		const worth = `${-this.amount[refund]} ${this.currencyOf(refund)}`;
		const product = this.productOf(refund);
		return product === '' ? [`${worth} of any`] : [`${worth} of ${product}`, `${worth} of `];
	}

	/** By what refunds must agree with, the orders that do, in order of time. */
	private candidatesFor(refunds: readonly number[], orders: readonly Order[]): ReadonlyMap<string, Candidates> {
		const candidatesOf = new Map<string, Candidates>();
		for (const key of refunds.flatMap((refund) => this.keysOfRefund(refund))) candidatesOf.set(key, { inOrder: [], next: 0, waiting: [] });
		for (const order of orders) {
			if (!this.isWhole(order)) continue;
			for (const key of this.keysOfOrder(order)) candidatesOf.get(key)?.inOrder.push(order);
		}
		for (const { inOrder } of candidatesOf.values()) inOrder.sort(this.compareOrders);
		return candidatesOf;
	}

	/** By time; of one moment by number, then by all that the last row says. */
	private readonly compareOrders = (order: Order, another: Order): number => {
		const [one, other] = [lastOf(order), lastOf(another)];
		return this.timeOf(one) - this.timeOf(other) || compareTexts(this.numberOf(one), this.numberOf(other)) || this.compareTexts(one, other);
	};

	/** By time; of one moment those that name a product first, since they can choose least. */
	private readonly compareRefunds = (one: number, other: number): number =>
		this.timeOf(one) - this.timeOf(other) || compareTexts(this.productOf(other), this.productOf(one)) || this.compareTexts(one, other);

	/** The latest candidate that is not later than a moment and not taken back yet; moments may not go back. */
	private latestUpTo(moment: number, candidates: Candidates): Order | undefined {
		const { inOrder, waiting } = candidates;
		while (candidates.next < inOrder.length && this.timeOf(lastOf(inOrder[candidates.next])) <= moment) waiting.push(inOrder[candidates.next++]);
		while (waiting.length > 0 && !this.isWhole(waiting[waiting.length - 1])) waiting.pop();
		return waiting.at(-1);
	}
}

/** Which events are visits still, where some were taken back. */
function visitsLeft({ isVisit }: History, reversal: Uint8Array): Uint8Array {
	return isVisit.map((visit, event) => (reversal[event] === 0 ? visit : 0));
}

/**
 * What is left of a history, once what was taken back in full is out of it?
 *
 * An order whose refunds reach its worth is reversed. A refund of no such order is matched with the latest purchase
 * row of the same customer, currency, amount and, where both say it, product, at the same or an earlier moment; else
 * with the latest order of which so much is left. An order of a single row that says another product than the refund is
 * not what it takes back. What is left of refunds only lowers what the customer spent; the sum of amounts stays as it
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
