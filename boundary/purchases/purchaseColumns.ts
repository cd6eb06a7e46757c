/** Purchases of items as columns by customer. */
import type { PurchaseCustomers, PurchaseHistory } from '../../domain/purchases/purchaseCustomers';
import { purchaseDaysOf } from './disagreements';
import type { KnownPurchases } from './purchaseFields';

export interface PurchaseColumns {
	readonly customers: PurchaseCustomers;
	/** How many customers have a purchase, and how many of them have no history. */
	readonly buyers: number;
	readonly withoutHistory: number;
}

const NO_CURRENCY = -1;

type PurchasesOf = (customer: number) => KnownPurchases | null;

const hasEntries = (list: readonly number[] | null): list is readonly number[] => list !== null && list.length > 0;

/** Where the days of each customer begin. */
function startsOf(purchaseDays: Int32Array): Int32Array {
	const startOf = new Int32Array(purchaseDays.length + 1);
	for (let customer = 0; customer < purchaseDays.length; customer++) startOf[customer + 1] = startOf[customer] + purchaseDays[customer];
	return startOf;
}

/** The purchase days of all customers, each of whom has a history. */
function historyOf(purchaseDays: Int32Array, purchasesOf: PurchasesOf): PurchaseHistory {
	const startOf = startsOf(purchaseDays);
	const total = startOf[purchaseDays.length];
	const day = new Int32Array(total);
	const net = new Float64Array(total).fill(NaN);
	let hasAmounts = false;
	for (let customer = 0; customer < purchaseDays.length; customer++) {
		if (purchaseDays[customer] === 0) continue;
		const { historyDays, historyNet } = purchasesOf(customer)!;
		day.set(historyDays!, startOf[customer]);
		if (!hasEntries(historyNet)) continue;
		net.set(historyNet, startOf[customer]);
		hasAmounts = true;
	}
	return { startOf, day, net: hasAmounts ? net : null };
}

/** The columns of so many customers, as of a day; histories only where everybody with a purchase has one. O(customers + purchase days). */
export function purchaseColumns(count: number, asOf: number, purchasesOf: PurchasesOf): PurchaseColumns {
	const [purchaseDays, recencyDays, ageDays] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
	const [net, margin] = [new Float64Array(count).fill(NaN), new Float64Array(count).fill(NaN)];
	const currency = new Int32Array(count).fill(NO_CURRENCY);
	const numberOfCurrency = new Map<string, number>();
	let [buyers, withoutHistory] = [0, 0];
	for (let customer = 0; customer < count; customer++) {
		const purchases = purchasesOf(customer);
		const days = purchases === null ? 0 : (purchaseDaysOf(purchases) ?? 0);
		if (purchases === null || days === 0) continue;
		buyers++;
		purchaseDays[customer] = days;
		recencyDays[customer] = purchases.recencyDays ?? 0;
		ageDays[customer] = purchases.ageDays ?? 0;
		net[customer] = purchases.net ?? NaN;
		margin[customer] = purchases.margin ?? NaN;
		if (!hasEntries(purchases.historyDays)) withoutHistory++;
		const named = purchases.currency;
		if (named === null) continue;
		if (!numberOfCurrency.has(named)) numberOfCurrency.set(named, numberOfCurrency.size);
		currency[customer] = numberOfCurrency.get(named)!;
	}
	const history = withoutHistory === 0 ? historyOf(purchaseDays, purchasesOf) : null;
	return { customers: { count, asOf, purchaseDays, recencyDays, ageDays, net, margin, currency, currencies: [...numberOfCurrency.keys()], history }, buyers, withoutHistory };
}
