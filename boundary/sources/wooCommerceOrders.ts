import type { LeftOutKind } from '../leftOut';
import type { Row, Table } from '../paths';
import { cellText, isBlank, readerOf } from '../paths';
import { firstOf, joined, knownColumn, listIn, pathIn, present, readColumn, rowsIn, saidInUtc } from './knownColumns';
import type { OrderColumns, TakenBack } from './orderEntries';
import { amountIn, gathered, isUnseenRefund, leftOf, rowTakingBack } from './orderEntries';
import type { OrderPaths } from './orderLayout';
import { orderLayout } from './orderLayout';
import type { ChosenColumns, PurchaseLayout, PurchaseSource } from './source';

/** Dates of UTC, which do not say so. */
const UTC_DATES = ['date_created_gmt', 'date_paid_gmt', 'date_completed_gmt'];
const COLUMNS: OrderColumns = { dates: [...UTC_DATES, 'date_created', 'date_paid', 'date_completed'], amount: 'total', currency: 'currency' };

const readModified = firstOf(readerOf('date_modified_gmt'), readerOf('date_modified'), readerOf('date_created_gmt'), readerOf('date_created'));
const statusOf = ({ status }: Row): string => cellText(status).toLowerCase().replace(/^wc-/, '');
const wasPaid = firstOf(readerOf('date_paid_gmt'), readerOf('date_paid'));
const isPaid = (order: Row): boolean => !isBlank(wasPaid(order));

/** Refunds in an order have no date. The order's last change is none before them, so that a past As Of knows nothing too early. */
const refundsOf = (order: Row): TakenBack[] =>
	gathered(rowsIn(order.refunds).map(({ total }) => ({ at: saidInUtc(readModified(order)), amount: Math.abs(amountIn(total)) })));

const UNPAID = new Set(['pending', 'on-hold', 'failed', 'checkout-draft', 'auto-draft', 'draft']);

/** Whether an order came to nothing without money; one that is paid on delivery is `processing` and no such. */
const isNeverPaid = (order: Row): boolean => !isPaid(order) && (UNPAID.has(statusOf(order)) || statusOf(order) === 'cancelled');

/** What ends an order that was paid; a cancellation is dated by the order's last change, too. */
const ENDED = new Set(['cancelled', 'refunded']);

function entriesOf(order: Row): readonly Row[] {
	const refunds = refundsOf(order);
	const left = ENDED.has(statusOf(order)) && !isNeverPaid(order) ? leftOf(amountIn(order.total), refunds) : 0;
	const ended: TakenBack[] = left > 0 ? [{ at: saidInUtc(readModified(order)), amount: left }] : [];
	const dates = Object.fromEntries(UTC_DATES.filter((column) => column in order).map((column) => [column, saidInUtc(order[column])]));
	return [{ ...order, ...dates }, ...gathered([...refunds, ...ended]).map((each) => rowTakingBack(order, COLUMNS, each))];
}

function leftOutBy(isGuest: (row: Row) => boolean, chosen: ChosenColumns) {
	return (row: Row): LeftOutKind | null => {
		const status = statusOf(row);
		if (status === 'trash') return 'deleted';
		if (isNeverPaid(row)) return status === 'cancelled' ? 'cancelled' : 'unpaid';
		if (isUnseenRefund(row, COLUMNS, chosen.amount)) return 'unseenRefund';
		return isGuest(row) ? 'guest' : null;
	};
}

/** What shops add to be paid later in parts, by the names of the ways to pay. */
const PAYS_LATER = /installment|afterpay|clearpay|klarna|affirm|sezzle|scalapay|alma|частин|частями|اقساط/i;

const hasAmount = (cell: unknown): boolean => amountIn(cell) > 0;

function detailsOf(table: Table): PurchaseLayout['details'] {
	const discounts = pathIn(table, 'coupon_lines', 'discount_total');
	return present({
		promotion: discounts === null ? undefined : { name: discounts, read: (row) => listIn(row.coupon_lines).length > 0 || hasAmount(row.discount_total) },
		instalments: readColumn(table, 'payment_method', (row) => PAYS_LATER.test(`${cellText(row.payment_method)} ${cellText(row.payment_method_title)}`)),
		channel: knownColumn(table, ['created_via']),
	});
}

const PATHS: OrderPaths = {
	customer: ['customer_id'],
	date: ['date_created_gmt', 'date_created'],
	amount: [COLUMNS.amount],
	order: ['id'],
	currency: [COLUMNS.currency],
	status: ['status'],
};

function layoutOf(table: Table, chosen: ChosenColumns): PurchaseLayout | { readonly missing: 'customer' | 'date' } {
	const email = knownColumn(table, ['billing.email']);
	const found = orderLayout(table, chosen, PATHS, email ? { column: email, kind: 'email' } : null);
	if ('missing' in found) return found;
	return {
		...found.columns,
		contacts: present({
			email,
			phone: knownColumn(table, ['billing.phone']),
			name: readColumn(table, 'billing.first_name', joined(readerOf('billing.first_name'), readerOf('billing.last_name'))),
		}),
		details: detailsOf(table),
		amountUnit: 'whole',
		isLineLevel: false,
		leftOut: leftOutBy(found.isGuest, chosen),
	};
}

const OWN_COLUMNS = ['order_key', 'customer_id', 'date_created', 'total', 'status', 'currency'];

/** Orders as WooCommerce's REST API gives them, an item each. */
export const wooCommerceOrders: PurchaseSource = {
	id: 'wooCommerceOrders',
	title: 'WooCommerce Orders',
	description: 'The orders of a shop as the WooCommerce node gives them; guests count by their e-mail address',
	nouns: ['order', 'orders'],
	recognises: (table) => table.every((row) => OWN_COLUMNS.every((column) => row[column] !== undefined) && cellText(row.order_key).startsWith('wc_')),
	entriesOf,
	layoutOf,
	warningsOn(table) {
		let refunded = 0;
		table.every((row) => {
			if (refundsOf(row).length > 0 || (ENDED.has(statusOf(row)) && isPaid(row))) refunded++;
			return true;
		});
		if (refunded === 0) return [];
		return [`${refunded} ${refunded === 1 ? 'order was' : 'orders were'} refunded or cancelled, and WooCommerce does not say when: the day of the order's last change is taken.`];
	},
};
