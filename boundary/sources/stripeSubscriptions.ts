import type { Row, Table } from '../paths';
import { cellText, isBlank, readerOf } from '../paths';
import type { RoleColumn } from './roleColumn';
import type { ChosenSubscriptionColumns, SubscriptionEntry, SubscriptionLayout, SubscriptionSource, SubscriptionState } from './subscriptionSource';

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;
const isSubscription = (value: unknown): boolean => isRow(value) && value.object === 'subscription';
const dataOf = (list: unknown): readonly unknown[] => (isRow(list) && Array.isArray(list.data) ? list.data : []);
const isList = (row: Row): boolean => row.object === 'list' && Array.isArray(row.data) && row.data.every(isSubscription);

/** The part of an entry that stands for one price: the subscription's own fields, and the item beside them. */
interface Part extends Row {
	readonly subscription: Row;
	readonly item: Row;
}

const partOf = (subscription: Row, item: unknown): Part => ({ subscription, item: isRow(item) ? item : {} });

/** A reader of the subscription's own field, and one of its price's. */
const ofSubscription = (path: string) => {
	const read = readerOf(path);
	return (part: Row) => read((part as Part).subscription);
};
const ofItem = (path: string) => {
	const read = readerOf(path);
	return (part: Row) => read((part as Part).item);
};

const firstOf =
	(...readers: ReadonlyArray<(part: Row) => unknown>) =>
	(part: Row): unknown => {
		for (const read of readers) {
			const value = read(part);
			if (!isBlank(value)) return value;
		}
		return undefined;
	};

const readCustomer = firstOf(ofSubscription('customer.id'), ofSubscription('customer'));
const readStatus = ofSubscription('status');
const readUnitAmount = firstOf(ofItem('price.unit_amount_decimal'), ofItem('price.unit_amount'), ofItem('plan.amount_decimal'), ofItem('plan.amount'));
const readInterval = firstOf(ofItem('price.recurring.interval'), ofItem('plan.interval'));
const readIntervalCount = firstOf(ofItem('price.recurring.interval_count'), ofItem('plan.interval_count'));
const readPlan = firstOf(ofItem('price.nickname'), ofItem('plan.nickname'), ofItem('price.product.name'), ofItem('price.product'), ofItem('price.id'), ofItem('plan.id'));

/** What metered prices cost is not known beforehand. */
const readUsage = firstOf(ofItem('price.recurring.usage_type'), ofItem('plan.usage_type'));
const isMetered = (part: Row) => readUsage(part) === 'metered';

/** What a coupon that never ends takes off: a share of 1, then an amount in the smallest coin. */
interface Reduction {
	readonly share: number;
	readonly amount: number;
}

const readCoupon = firstOf(readerOf('coupon'), readerOf('source.coupon'));
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const discountsOn = (subscription: Row): readonly unknown[] => [subscription.discount, ...listOf(subscription.discounts)].filter((discount) => !isBlank(discount));

/** What a coupon takes off in a currency; null where it ends, or is of another currency. */
function reductionOf(coupon: Row, currency: string): Reduction | null {
	if (coupon.duration !== 'forever') return null;
	if (typeof coupon.percent_off === 'number') return { share: coupon.percent_off / 100, amount: 0 };
	const own = coupon.currency === currency ? coupon.amount_off : readerOf(`currency_options.${currency}.amount_off`)(coupon);
	return typeof own === 'number' ? { share: 0, amount: own } : null;
}

/** What the coupons of some discounts take off, each coupon once, in the order of the discounts. */
function reductionsIn(discounts: readonly unknown[], currency: string): Map<unknown, Reduction> {
	const byCoupon = new Map<unknown, Reduction>();
	for (const discount of discounts.filter(isRow)) {
		const coupon = readCoupon(discount);
		const reduction = isRow(coupon) ? reductionOf(coupon, currency) : null;
		if (reduction) byCoupon.set((coupon as Row).id, reduction);
	}
	return byCoupon;
}

/** What is left of an amount, never below 0. */
const leftAfter = (amount: number, reductions: Iterable<Reduction>): number =>
	[...reductions].reduce((left, { share, amount: off }) => Math.max(0, left * (1 - share) - off), amount);

const readQuantity = (part: Row): unknown => ofItem('quantity')(part) ?? 1;
const readCurrency = firstOf(ofItem('price.currency'), ofItem('plan.currency'), ofSubscription('currency'));

const hasFixedPrice = (part: Row): boolean => !isBlank(readUnitAmount(part)) && !isMetered(part);

/** Hundredths of the smallest coin are the finest that is kept of an amount. */
const toHundredths = (amount: number): number => Math.round(amount * 100);

const hasDiscounts = (subscription: Row): boolean =>
	discountsOn(subscription).length > 0 || dataOf(subscription.items).some((item) => isRow(item) && listOf(item.discounts).length > 0);

/**
 * What the item of a part costs in the smallest coin, in the interval of its price, after coupons that last
 *
 * As Stripe's own MRR does, only coupons of duration forever count. One of an item takes its part off the item, one
 * of the subscription off the sum of the items, once, each in the order of the list; never below 0. What is left
 * of the sum is spread over the items by what they cost, so that it adds up; prices that are not fixed take no
 * part in it. Null where no coupon lowers anything: then quantity and price are read as they stand.
 */
function amountAfterCoupons(part: Part): number | null {
	const { subscription, item } = part;
	if (!hasDiscounts(subscription)) return null;
	const currency = cellText(readCurrency(part)).toLowerCase();
	const ofAll = reductionsIn(discountsOn(subscription), currency);
	const amounts: number[] = [];
	let isLowered = ofAll.size > 0;
	let own = -1;
	for (const each of dataOf(subscription.items)) {
		const sibling = partOf(subscription, each);
		if (!hasFixedPrice(sibling)) continue;
		if (sibling.item === item) own = amounts.length;
		const ofItsOwn = reductionsIn(listOf(sibling.item.discounts), currency);
		for (const coupon of ofAll.keys()) ofItsOwn.delete(coupon);
		isLowered ||= ofItsOwn.size > 0;
		amounts.push(leftAfter(Number(readUnitAmount(sibling)) * Number(readQuantity(sibling)), ofItsOwn.values()));
	}
	if (!isLowered || own === -1) return null;
	const sumBefore = (items: number) => amounts.slice(0, items).reduce((sum, amount) => sum + amount, 0);
	const sum = sumBefore(amounts.length);
	const share = sum > 0 ? leftAfter(sum, ofAll.values()) / sum : 0;
	return (toHundredths(sumBefore(own + 1) * share) - toHundredths(sumBefore(own) * share)) / 100;
}

/** What one unit costs in the smallest coin, or the item in whole where coupons lower it; nothing where the price is not fixed. */
const readAmount = (part: Row): unknown => (hasFixedPrice(part) ? (amountAfterCoupons(part as Part) ?? readUnitAmount(part)) : null);

/** How many units the amount is to be taken for: once where it is of the item in whole. */
const readUnits = (part: Row): unknown => (hasFixedPrice(part) && amountAfterCoupons(part as Part) !== null ? 1 : readQuantity(part));

/** The cell that says why: the service's code, and what the customer chose and wrote. */
const readReason = (part: Row): unknown =>
	['cancellation_details.reason', 'cancellation_details.feedback', 'cancellation_details.comment']
		.map((path) => ofSubscription(path)(part))
		.filter((value) => !isBlank(value))
		.join(', ');

const STATES: Readonly<Record<string, SubscriptionState>> = {
	incomplete: 'notStarted',
	incomplete_expired: 'notStarted',
	trialing: 'trial',
	canceled: 'cancelled',
};

/** A subscription that is paused by its status had a trial and no card: it never began to be paid. */
function stateOf(part: Row): SubscriptionState {
	const status = cellText(readStatus(part));
	if (status === 'paused') return 'trial';
	return STATES[status] ?? 'runs';
}

const readPeriodEnd = firstOf(ofItem('current_period_end'), ofSubscription('current_period_end'));
const endsWithPeriod = (part: Row): boolean => ofSubscription('cancel_at_period_end')(part) === true;
const readPlannedEnd = (part: Row): unknown => firstOf(ofSubscription('cancel_at'), (own) => (endsWithPeriod(own) ? readPeriodEnd(own) : undefined))(part);

const isCancelled = (part: Row): boolean => endsWithPeriod(part) || !isBlank(ofSubscription('cancel_at')(part));
const readCancelledOn = (part: Row): unknown => (isCancelled(part) ? ofSubscription('canceled_at')(part) : undefined);

const RENEWING = ['active', 'trialing', 'past_due', 'unpaid'];

/** The end of the period that is paid, unless the subscription is over by then. */
function readRenewal(part: Row): unknown {
	const [end, plannedEnd] = [readPeriodEnd(part), readPlannedEnd(part)];
	const isOver = !isBlank(plannedEnd) && Number(plannedEnd) <= Number(end);
	return isOver || !RENEWING.includes(cellText(readStatus(part))) ? undefined : end;
}

const column = (name: string, read: (part: Row) => unknown): RoleColumn => ({ name, read });

const chosenOr = (path: string, otherwise: RoleColumn): RoleColumn => (path === '' ? otherwise : column(path, ofSubscription(path)));

function layoutOf(_table: Table, chosen: ChosenSubscriptionColumns): SubscriptionLayout {
	return {
		columns: {
			customer: chosenOr(chosen.customer, column('customer', readCustomer)),
			start: chosenOr(chosen.start, column('start_date', firstOf(ofSubscription('start_date'), ofSubscription('created')))),
			end: chosenOr(chosen.end, column('ended_at', ofSubscription('ended_at'))),
			trialEnd: column('trial_end', ofSubscription('trial_end')),
			amount: column('items.data[0].price.unit_amount', readAmount),
			quantity: column('items.data[0].quantity', readUnits),
			interval: column('items.data[0].price.recurring.interval', (part) => `${cellText(readIntervalCount(part) ?? 1)} ${cellText(readInterval(part) ?? 'month')}`),
			currency: column('currency', readCurrency),
			plan: chosenOr(chosen.plan, column('items.data[0].price', readPlan)),
			status: column('status', readStatus),
			reason: chosenOr(chosen.reason, column('cancellation_details.reason', readReason)),
			subscription: column('id', ofSubscription('id')),
			renewsOn: column('items.data[0].current_period_end', readRenewal),
			plannedEnd: column('cancel_at', readPlannedEnd),
			cancelledOn: column('canceled_at', readCancelledOn),
		},
		customerKind: 'id',
		rowsAre: 'subscriptions',
		amountIsFor: 'interval',
		amountUnit: 'minor',
		mayLackAmount: true,
		seenOn: [ofSubscription('current_period_start'), ofItem('current_period_start'), ofSubscription('canceled_at'), ofSubscription('created')],
		stateOf,
		isCancelled,
	};
}

/** A subscription has an entry for each of its prices. */
const entriesOfSubscription = (row: Row): SubscriptionEntry[] => {
	const items = dataOf(row.items);
	return (items.length > 0 ? items : [null]).map((item) => ({ row, part: partOf(row, item) }));
};

/** Which of some discounts are only named by their ids, or name their coupons so: what they take off cannot be seen. */
function unseenIn(discounts: readonly unknown[]): 'discounts' | 'coupons' | null {
	const seen = new Set(discounts.filter(isRow).map(({ id }) => id));
	if (discounts.some((discount) => typeof discount === 'string' && !seen.has(discount))) return 'discounts';
	return discounts.some((discount) => isRow(discount) && typeof readCoupon(discount) === 'string') ? 'coupons' : null;
}

/** What to ask Stripe with so that the discounts of a subscription can be seen; none where they can. */
function missingExpansions(subscription: Row): string[] {
	const missing: string[] = [];
	const places = [
		['data.discounts', discountsOn(subscription)],
		['data.items.data.discounts', dataOf(subscription.items).flatMap((item) => (isRow(item) ? listOf(item.discounts) : []))],
	] as const;
	for (const [path, discounts] of places) {
		const unseen = unseenIn(discounts);
		if (unseen !== null) missing.push(`expand[]=${path}${unseen === 'coupons' ? '.source.coupon' : ''}`);
	}
	return missing;
}

const creationsOfItem = ['created', 'price.created', 'plan.created'].map(readerOf);
const DAY_IN_SECONDS = 86_400;

/** Whether a price or an item is over a day younger than its subscription: then another was paid before. */
function hasYoungerPrice(subscription: Row): boolean {
	const { created } = subscription;
	if (typeof created !== 'number') return false;
	const isYounger = (time: unknown) => typeof time === 'number' && time > created + DAY_IN_SECONDS;
	return dataOf(subscription.items).some((item) => isRow(item) && creationsOfItem.some((read) => isYounger(read(item))));
}

function warningsOnPrices(subscriptions: readonly Row[]): string[] {
	const warnings: string[] = [];
	const missing = subscriptions.map(missingExpansions).filter((expansions) => expansions.length > 0);
	if (missing.length > 0) {
		const have = missing.length === 1 ? 'subscription has' : 'subscriptions have';
		warnings.push(`${missing.length} ${have} discounts that the list names by their ids only, so the full price is counted: ask Stripe with ${[...new Set(missing.flat())].sort().join(' and ')}.`);
	}
	const changed = subscriptions.filter(hasYoungerPrice).length;
	if (changed > 0) {
		const have = changed === 1 ? 'subscription has a price or an item that is' : 'subscriptions have prices or items that are';
		warnings.push(`${changed} ${have} younger than the subscription: the list holds today's prices only, so these count from its start, and the change shows neither as expansion nor as contraction.`);
	}
	return warnings;
}

function warningsOn(table: Table, entries: readonly SubscriptionEntry[]): string[] {
	const warnings: string[] = [];
	if (!table.every((row) => row.has_more !== true) && !lastPageIsWhole(table)) {
		warnings.push('Stripe has more subscriptions than these (has_more): ask for the following pages too, or customers are missing.');
	}
	const subscriptions = [...new Set(entries.map(({ row }) => row))];
	const running = subscriptions.filter(({ status }) => status !== 'canceled').length;
	if (subscriptions.length > 0 && running === subscriptions.length) {
		warnings.push('There is no cancelled subscription in the list, so it shows no churn: Stripe leaves them out unless it is asked with status=all.');
	}
	const unpaid = subscriptions.filter(({ status }) => status === 'unpaid').length;
	if (unpaid > 0) warnings.push(`${unpaid} ${unpaid === 1 ? 'subscription is' : 'subscriptions are'} unpaid and counted as running, since nothing says since when.`);
	const paused = subscriptions.filter((row) => isRow(row.pause_collection)).length;
	if (paused > 0) warnings.push(`${paused} ${paused === 1 ? 'subscription is' : 'subscriptions are'} not being collected (pause_collection) and counted as running, since nothing says since when.`);
	return [...warnings, ...warningsOnPrices(subscriptions)];
}

/** Whether some page says that nothing follows it: then all pages are there. */
const lastPageIsWhole = (table: Table): boolean => !table.every((row) => row.has_more !== false);

/** Subscriptions as Stripe's API lists them: pages with `data`, or an item each. */
export const stripeSubscriptions: SubscriptionSource = {
	id: 'stripeSubscriptions',
	title: 'Stripe Subscriptions',
	description: 'The list of subscriptions as the API of Stripe gives it, pages or an item each; ask it with status=all',
	nouns: ['subscription', 'subscriptions'],
	recognises: (table) => table.every((row) => isSubscription(row) || isList(row)),
	entriesOf: (json) => (isList(json) ? (json.data as Row[]).flatMap(entriesOfSubscription) : entriesOfSubscription(json)),
	layoutOf,
	warningsOn,
};
