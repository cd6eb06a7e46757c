import type { LeftOutKind } from '../leftOut';
import type { Row, Table } from '../paths';
import { cellText, isBlank, readerOf } from '../paths';
import { firstOf, joined, knownColumn, listIn, pathIn, present, readColumn, rowsIn, yesOrNo } from './knownColumns';
import type { OrderColumns, TakenBack } from './orderEntries';
import { amountIn, gathered, isUnseenRefund, leftOf, rowTakingBack } from './orderEntries';
import type { OrderPaths } from './orderLayout';
import { orderLayout } from './orderLayout';
import type { ChosenColumns, PurchaseLayout, PurchaseSource } from './source';

const COLUMNS: OrderColumns = { dates: ['processed_at', 'created_at'], amount: 'total_price', currency: 'currency' };

/** What was never paid; `authorized` is reserved on the customer's card until the goods leave, and counts. */
const UNPAID = new Set(['pending', 'voided', 'expired', 'unpaid']);
const isUnpaid = ({ financial_status: status }: Row): boolean => UNPAID.has(cellText(status).toLowerCase());

const isGiven = ({ kind, status }: Row): boolean => kind === 'refund' && (status === 'success' || status === undefined);
const momentOf = firstOf(readerOf('processed_at'), readerOf('created_at'));

/** What a unit of the customer's currency is in the shop's; null where the order does not say it. */
function rateOf(order: Row, currency: string): number | null {
	const paid = readerOf('total_price_set.presentment_money')(order) as Row | undefined;
	const rate = paid?.currency_code === currency ? amountIn(order.total_price) / amountIn(paid.amount) : NaN;
	return Number.isFinite(rate) ? rate : null;
}

/** A refund's money is in the currency in which the customer paid, the order's total in that of the shop. */
function takenBackBy(transaction: Row, refund: Row, order: Row): TakenBack {
	const [at, amount] = [momentOf(transaction) ?? momentOf(refund), amountIn(transaction.amount)];
	const currency = cellText(transaction.currency);
	if (currency === '' || isBlank(order.currency) || currency === order.currency) return { at, amount };
	const rate = rateOf(order, currency);
	return rate === null ? { at, amount, currency } : { at, amount: amount * rate };
}

/** What was given back, each part dated by itself; goods that come back without money take nothing. */
const refundsOf = (order: Row): TakenBack[] =>
	gathered(rowsIn(order.refunds).flatMap((refund) => rowsIn(refund.transactions).filter(isGiven).map((transaction) => takenBackBy(transaction, refund, order))));

/**
 * An order, what was given back of it, and its cancellation, which takes back what is left
 *
 * Orders are dated by `processed_at`: an order brought over from another shop has its own day there, and the day on
 * which it was brought over in `created_at`.
 */
function entriesOf(order: Row): readonly Row[] {
	const refunds = refundsOf(order);
	const left = leftOf(amountIn(order.total_price), refunds);
	const cancelled: TakenBack[] = isBlank(order.cancelled_at) || isUnpaid(order) || !(left > 0) ? [] : [{ at: order.cancelled_at, amount: left }];
	const isUndated = isBlank(order.processed_at) && 'processed_at' in order;
	const own = isUndated ? { ...order, processed_at: order.created_at } : order;
	return [own, ...gathered([...refunds, ...cancelled]).map((each) => rowTakingBack(order, COLUMNS, each))];
}

const isRefundedWithoutDay = (order: Row): boolean =>
	order.financial_status === 'refunded' && isBlank(order.cancelled_at) && refundsOf(order).length === 0;

function leftOutBy(isGuest: (row: Row) => boolean, chosen: ChosenColumns) {
	return (row: Row): LeftOutKind | null => {
		if (row.test === true) return 'test';
		if (isUnpaid(row)) return 'unpaid';
		if (isUnseenRefund(row, COLUMNS, chosen.amount)) return 'unseenRefund';
		if (isRefundedWithoutDay(row)) return 'cancelled';
		return isGuest(row) ? 'guest' : null;
	};
}

/** Ways to pay later in parts, by the names of their gateways. */
const PAYS_LATER = /installment|afterpay|clearpay|klarna|affirm|sezzle|zip|laybuy|scalapay|alma/i;

const hasAmount = (cell: unknown): boolean => amountIn(cell) > 0;

function detailsOf(table: Table): PurchaseLayout['details'] {
	const isOnPromotion = ({ discount_codes: codes, total_discounts: discounts }: Row) => listIn(codes).length > 0 || hasAmount(discounts);
	const hasDiscounts = pathIn(table, 'discount_codes', 'total_discounts');
	return present({
		promotion: hasDiscounts === null ? undefined : { name: hasDiscounts, read: isOnPromotion },
		instalments: knownColumn(table, ['payment_gateway_names'], (names) => listIn(names).some((name) => PAYS_LATER.test(cellText(name)))),
		channel: knownColumn(table, ['source_name']),
	});
}

const CONSENT_STATES: Readonly<Record<string, boolean>> = { subscribed: true, unsubscribed: false, not_subscribed: false, pending: false, invalid: false, redacted: false };

/** Whether the customer may be written to, by the customer's own record before the box that was ticked on the order. */
export const readShopifyConsent = (customer: string) => {
	const readState = readerOf(`${customer}email_marketing_consent.state`);
	const readAccepts = firstOf(readerOf(`${customer}accepts_marketing`), readerOf('buyer_accepts_marketing'));
	return (row: Row): unknown => CONSENT_STATES[cellText(readState(row)).toLowerCase()] ?? yesOrNo(readAccepts(row));
};

function contactsOf(table: Table): PurchaseLayout['contacts'] {
	const consent = pathIn(table, 'customer.email_marketing_consent', 'customer.email_marketing_consent.state', 'customer.accepts_marketing', 'buyer_accepts_marketing');
	return present({
		email: knownColumn(table, ['customer.email', 'email', 'contact_email']),
		phone: knownColumn(table, ['customer.phone', 'phone', 'billing_address.phone']),
		name: readColumn(table, 'customer.first_name', joined(readerOf('customer.first_name'), readerOf('customer.last_name'))) ?? knownColumn(table, ['billing_address.name']),
		language: knownColumn(table, ['customer_locale']),
		consent: consent === null ? undefined : { name: consent, read: readShopifyConsent('customer.') },
	});
}

const PATHS: OrderPaths = {
	customer: ['customer.id'],
	date: COLUMNS.dates,
	amount: [COLUMNS.amount],
	order: ['id'],
	currency: [COLUMNS.currency],
	status: ['financial_status'],
};

function layoutOf(table: Table, chosen: ChosenColumns): PurchaseLayout | { readonly missing: 'customer' | 'date' } {
	const email = knownColumn(table, ['email', 'contact_email', 'customer.email']);
	const found = orderLayout(table, chosen, PATHS, email ? { column: email, kind: 'email' } : null);
	if ('missing' in found) return found;
	return {
		...found.columns,
		contacts: contactsOf(table),
		details: detailsOf(table),
		amountUnit: 'whole',
		isLineLevel: false,
		leftOut: leftOutBy(found.isGuest, chosen),
	};
}

const isOrder = (row: Row): boolean =>
	/^gid:\/\/shopify\/Order\/\d/.test(cellText(row.admin_graphql_api_id)) ||
	['order_number', 'total_price', 'created_at', 'financial_status', 'line_items'].every((column) => row[column] !== undefined);

/** Orders as Shopify's REST API and its webhooks give them, an item each. */
export const shopifyOrders: PurchaseSource = {
	id: 'shopifyOrders',
	title: 'Shopify Orders',
	description: 'The orders of a shop as the Shopify node gives them; ask it with Status Any, or it leaves out the archived ones',
	nouns: ['order', 'orders'],
	recognises: (table) => table.every(isOrder),
	entriesOf,
	layoutOf,
	warningsOn(table) {
		const isOpen = table.every((row) => row.closed_at === null && row.cancelled_at === null);
		return isOpen ? ['Every order is open, none archived or cancelled: set Status of the Shopify node to Any, or older purchases are missing.'] : [];
	},
};
