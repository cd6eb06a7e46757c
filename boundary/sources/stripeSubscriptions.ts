import type { Row, Table } from '../paths';
import { cellText, isBlank, readerOf } from '../paths';
import type { ChosenSubscriptionColumns, RoleColumn, SubscriptionEntry, SubscriptionLayout, SubscriptionSource, SubscriptionState } from './subscriptionSource';

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
const isMetered = (part: Row) => firstOf(ofItem('price.recurring.usage_type'), ofItem('plan.usage_type'))(part) === 'metered';

/** The percentages of coupons that never end; Stripe counts these into its own MRR and no others. */
function percentOffForever({ subscription, item }: Part): number {
	const discounts = [subscription.discount, ...(Array.isArray(subscription.discounts) ? subscription.discounts : []), ...(Array.isArray(item.discounts) ? item.discounts : [])];
	const readCoupon = firstOf(readerOf('coupon'), readerOf('source.coupon'));
	const byCoupon = new Map<unknown, number>();
	for (const discount of discounts.filter(isRow)) {
		const coupon = readCoupon(discount);
		if (isRow(coupon) && coupon.duration === 'forever' && typeof coupon.percent_off === 'number') byCoupon.set(coupon.id, coupon.percent_off);
	}
	return [...byCoupon.values()].reduce((left, percent) => left * (1 - percent / 100), 1);
}

/** What one unit costs in the smallest coin, after coupons that last; nothing where the price is not fixed. */
function readAmount(part: Row): unknown {
	const amount = readUnitAmount(part);
	if (isBlank(amount) || isMetered(part)) return null;
	const left = percentOffForever(part as Part);
	return left === 1 ? amount : Number((Number(amount) * left).toFixed(4));
}

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
			quantity: column('items.data[0].quantity', (part) => ofItem('quantity')(part) ?? 1),
			interval: column('items.data[0].price.recurring.interval', (part) => `${cellText(readIntervalCount(part) ?? 1)} ${cellText(readInterval(part) ?? 'month')}`),
			currency: column('currency', firstOf(ofItem('price.currency'), ofItem('plan.currency'), ofSubscription('currency'))),
			plan: chosenOr(chosen.plan, column('items.data[0].price', readPlan)),
			status: column('status', readStatus),
			reason: chosenOr(chosen.reason, column('cancellation_details.reason', readReason)),
			subscription: column('id', ofSubscription('id')),
		},
		customerKind: 'id',
		rowsAre: 'subscriptions',
		amountIsFor: 'interval',
		amountUnit: 'minor',
		mayLackAmount: true,
		seenOn: [ofSubscription('current_period_start'), ofItem('current_period_start'), ofSubscription('canceled_at'), ofSubscription('created')],
		stateOf,
	};
}

/** A subscription has an entry for each of its prices. */
const entriesOfSubscription = (row: Row): SubscriptionEntry[] => {
	const items = dataOf(row.items);
	return (items.length > 0 ? items : [null]).map((item) => ({ row, part: partOf(row, item) }));
};

function warningsOn(table: Table, entries: readonly SubscriptionEntry[]): string[] {
	const warnings: string[] = [];
	if (!table.every((row) => row.has_more !== true) && !lastPageIsWhole(table)) {
		warnings.push('Stripe has more subscriptions than these (has_more): ask for the following pages too, or customers are missing.');
	}
	const statusOf = ({ row }: SubscriptionEntry) => row.status;
	const running = entries.filter((entry) => statusOf(entry) !== 'canceled').length;
	if (entries.length > 0 && running === entries.length) {
		warnings.push('There is no cancelled subscription in the list, so it shows no churn: Stripe leaves them out unless it is asked with status=all.');
	}
	const unpaid = entries.filter((entry) => statusOf(entry) === 'unpaid').length;
	if (unpaid > 0) warnings.push(`${unpaid} ${unpaid === 1 ? 'subscription is' : 'subscriptions are'} unpaid and counted as running, since nothing says since when.`);
	const paused = entries.filter(({ row }) => isRow(row.pause_collection)).length;
	if (paused > 0) warnings.push(`${paused} ${paused === 1 ? 'subscription is' : 'subscriptions are'} not being collected (pause_collection) and counted as running, since nothing says since when.`);
	return warnings;
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
