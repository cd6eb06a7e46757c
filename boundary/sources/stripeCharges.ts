import type { LeftOutKind } from '../leftOut';
import type { Row, Table } from '../paths';
import { cellText, readerOf } from '../paths';
import { isRow, knownColumn, present, readColumn, rowsIn, yesOrNo } from './knownColumns';
import type { OrderColumns, TakenBack } from './orderEntries';
import { amountIn, gathered, isUnseenRefund, leftOf, rowTakingBack, sumOf } from './orderEntries';
import type { OrderPaths } from './orderLayout';
import { orderLayout } from './orderLayout';
import type { ChosenColumns, PurchaseLayout, PurchaseSource } from './source';
import { onPage, recognisesStripe, testsAmongOthers, warningsOnStripe } from './stripeObjects';

const COLUMNS: OrderColumns = { dates: ['created'], amount: 'amount', currency: 'currency' };

const isGiven = ({ status }: Row): boolean => status === undefined || status === null || status === 'succeeded' || status === 'pending';

/** The refunds in a charge, where Stripe was asked for them; newer versions leave them out. */
const refundsOf = (charge: Row): TakenBack[] =>
	gathered(rowsIn(readerOf('refunds.data')(charge)).filter(isGiven).map(({ created, amount }) => ({ at: created, amount: amountIn(amount) })));

/** What was given back without a day that is known. */
function undatedOf(charge: Row): number {
	const all = amountIn(charge.amount_refunded);
	return all > 0 ? Math.max(0, all - sumOf(refundsOf(charge))) : 0;
}

/** A dispute that was lost took the money back; one that is open is not decided. */
function lostBy({ dispute }: Row): unknown {
	return isRow(dispute) && dispute.status === 'lost' ? dispute.created : undefined;
}

/** A charge and its refunds. What was given back without a day is taken off the charge itself: it did not stay. */
function entriesOfCharge(charge: Row): readonly Row[] {
	const undated = undatedOf(charge);
	const refunds = refundsOf(charge);
	if (undated === 0 && refunds.length === 0 && lostBy(charge) === undefined) return [charge];
	const amount = amountIn(charge.amount) - undated;
	const left = lostBy(charge) === undefined ? 0 : leftOf(amount, refunds);
	const lost: TakenBack[] = left > 0 ? [{ at: lostBy(charge), amount: left }] : [];
	const own = undated === 0 ? charge : { ...charge, amount };
	return [own, ...gathered([...refunds, ...lost]).map((each) => rowTakingBack(charge, COLUMNS, each))];
}

/** What was tried and not paid, or is only reserved on the customer's card. */
const isUnpaid = ({ status, paid, captured }: Row): boolean => status === 'failed' || status === 'pending' || paid === false || captured === false;

function leftOutBy(isTest: (row: Row) => boolean, isGuest: (row: Row) => boolean, chosen: ChosenColumns) {
	return (row: Row): LeftOutKind | null => {
		if (isTest(row)) return 'test';
		if (isUnpaid(row)) return 'unpaid';
		if (row.refunded === true && row.amount === 0) return 'cancelled';
		if (isUnseenRefund(row, COLUMNS, chosen.amount)) return 'unseenRefund';
		return isGuest(row) ? 'guest' : null;
	};
}

const PAYS_LATER = new Set(['klarna', 'affirm', 'afterpay_clearpay', 'alma', 'billie', 'scalapay', 'sequra', 'zip']);
const readInstalments = readerOf('payment_method_details.card.installments');

const pathsOf = (table: Table): OrderPaths => ({
	customer: [table.hasColumn('customer.id') ? 'customer.id' : 'customer'],
	date: COLUMNS.dates,
	amount: [COLUMNS.amount],
	order: ['id'],
	currency: [COLUMNS.currency],
	status: ['status'],
});

function detailsOf(table: Table): PurchaseLayout['details'] {
	const readWay = readerOf('payment_method_details.type');
	return present({
		instalments: readColumn(table, 'payment_method_details.type', (row) => PAYS_LATER.has(cellText(readWay(row))) || isRow(readInstalments(row))),
	});
}

function layoutOf(table: Table, chosen: ChosenColumns): PurchaseLayout | { readonly missing: 'customer' | 'date' } {
	const email = knownColumn(table, ['billing_details.email', 'receipt_email', 'customer.email']);
	const found = orderLayout(table, chosen, pathsOf(table), email ? { column: email, kind: 'email' } : null);
	if ('missing' in found) return found;
	return {
		...found.columns,
		contacts: present({
			email,
			phone: knownColumn(table, ['billing_details.phone', 'customer.phone']),
			name: knownColumn(table, ['billing_details.name', 'customer.name']),
		}),
		details: detailsOf(table),
		amountUnit: 'minor',
		isLineLevel: false,
		leftOut: leftOutBy(testsAmongOthers(table), found.isGuest, chosen),
	};
}

/** How many charges pass. */
function countCharges(table: Table, passes: (charge: Row) => boolean): number {
	let count = 0;
	table.every((item) => {
		count += onPage(item).filter(passes).length;
		return true;
	});
	return count;
}

/** Charges as Stripe's API lists them: an item each as the Stripe node gives them, or pages with `data`. */
export const stripeCharges: PurchaseSource = {
	id: 'stripeCharges',
	title: 'Stripe Charges',
	description: 'The charges as the Stripe node gives them; failed ones and those that are only reserved are left out',
	nouns: ['charge', 'charges'],
	recognises: recognisesStripe('charge'),
	entriesOf: (json) => onPage(json).flatMap(entriesOfCharge),
	layoutOf,
	warningsOn(table) {
		const warnings = warningsOnStripe(table);
		const undated = countCharges(table, (charge) => undatedOf(charge) > 0);
		if (undated > 0) {
			warnings.push(`${undated} ${undated === 1 ? 'charge was' : 'charges were'} refunded, and the list does not say when: what was given back is taken off the charge's own day. Ask Stripe with expand[]=data.refunds for the days.`);
		}
		const disputed = countCharges(table, (charge) => yesOrNo(charge.disputed) === true && lostBy(charge) === undefined);
		if (disputed > 0) warnings.push(`${disputed} ${disputed === 1 ? 'charge is' : 'charges are'} disputed and counted, since nothing says that the dispute was lost.`);
		return warnings;
	},
};
