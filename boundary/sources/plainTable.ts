import { findAmount, findColumn, findCustomer, firstMatch, plainName } from '../columnNames';
import { toAsciiDigits } from '../digits';
import type { LeftOutKind } from '../leftOut';
import type { Row, Table } from '../paths';
import { cellText, readerOf } from '../paths';
import { contactsIn } from './contactColumns';
import { detailsIn } from './detailColumns';
import type { PurchaseLayout, PurchaseSource } from './source';
import { remembered } from './subscriptionWords';

const STATUS_NAMES = ['status', 'orderstatus', 'paymentstatus', 'financialstatus', 'статус', 'статусзамовлення', 'статусзаказа', 'وضعیت', 'وضعیتسفارش'];

/** What a status says when nothing was bought in the end. */
const CANCELLED_WORDS = new Set(
	[
		'cancelled', 'canceled', 'void', 'voided', 'refunded', 'failed', 'declined', 'returned',
		'скасовано', 'скасований', 'скасоване', 'повернено', 'відмінено',
		'отменен', 'отменено', 'отмененный', 'аннулирован', 'возврат', 'возвращен',
		'لغوشده', 'لغو', 'کنسل', 'کنسلشده', 'مرجوعی', 'ناموفق',
	].map(plainName),
);

/** What a status says when it was never paid for; what is only pending may be on its way. */
const UNPAID_WORDS = new Set(
	[
		'pending payment', 'payment pending', 'awaiting payment', 'waiting for payment', 'unpaid', 'not paid', 'draft', 'checkout draft', 'abandoned', 'payment failed',
		'не оплачено', 'неоплачено', 'не сплачено', 'неоплачений', 'не оплачений', 'очікує оплати', 'очікує на оплату', 'чернетка',
		'не оплачен', 'неоплачен', 'ожидает оплаты', 'ждет оплаты', 'не оплачена', 'черновик',
		'پرداخت نشده', 'در انتظار پرداخت', 'پیش نویس',
	].map(plainName),
);

function leftOutKindOf(status: unknown): LeftOutKind | null {
	if (typeof status !== 'string') return null;
	const name = plainName(status);
	if (CANCELLED_WORDS.has(name)) return 'cancelled';
	return UNPAID_WORDS.has(name) ? 'unpaid' : null;
}

const findStatus = ({ paths }: Table): string | null =>
	[...paths].sort().find((path) => STATUS_NAMES.includes(plainName(path))) ?? null;

function leftOutBy(statusColumn: string | null): PurchaseLayout['leftOut'] {
	if (statusColumn === null) return null;
	const readStatus = readerOf(statusColumn);
	const kindOf = remembered(leftOutKindOf);
	return (row) => kindOf(readStatus(row));
}

const KIND_NAMES = ['type', 'kind', 'transactiontype', 'ordertype', 'operation', 'тип', 'видоперації', 'типоперації', 'видоперации', 'типоперации', 'نوع', 'نوعتراکنش'];
const REFUND_WORDS = new Set(['refund', 'refunded', 'refunds', 'chargeback', 'return', 'credit note', 'повернення', 'повернено', 'возврат', 'возвращено', 'مرجوعی', 'بازگشت وجه', 'استرداد'].map(plainName));
const REFUNDED_NAMES = ['refundedamount', 'refundamount', 'amountrefunded', 'totalrefunded', 'refunded', 'refund', 'сумаповернення', 'повернено', 'суммавозврата', 'возвращено', 'مبلغبازگشتی', 'مبلغاسترداد'];

/** How many rows pass. */
function countRows(table: Table, passes: (row: Row) => boolean): number {
	let count = 0;
	table.every((row) => {
		if (passes(row)) count++;
		return true;
	});
	return count;
}

/** Whether a cell is an amount above 0, as far as its characters tell. */
const isAboveZero = (cell: unknown): boolean => (typeof cell === 'number' ? cell > 0 : typeof cell === 'string' && /^[^-−(]*[1-9]/.test(toAsciiDigits(cell.trim())));

/** Rows and columns that tell of money given back, and are not read as such. */
function warningsOnRefunds(table: Table): string[] {
	const amount = findAmount(table);
	const kind = firstMatch(table.paths, KIND_NAMES);
	const warnings: string[] = [];
	if (kind !== null && amount !== null) {
		const [readKind, readAmount] = [readerOf(kind), readerOf(amount.kind === 'total' ? amount.column : amount.quantity)];
		const count = countRows(table, (row) => REFUND_WORDS.has(plainName(cellText(readKind(row)))) && isAboveZero(readAmount(row)));
		if (count > 0) warnings.push(`${count} ${count === 1 ? 'row says' : 'rows say'} in "${kind}" that something was given back, with an amount above 0: ${count === 1 ? 'it counts as a purchase' : 'they count as purchases'}. Write what was given back with a minus.`);
	}
	const refunded = firstMatch(table.paths.filter((path) => amount?.kind !== 'total' || path !== amount.column), REFUNDED_NAMES);
	if (refunded !== null) {
		const readRefunded = readerOf(refunded);
		const count = countRows(table, (row) => isAboveZero(readRefunded(row)));
		if (count > 0) warnings.push(`${count} ${count === 1 ? 'row has' : 'rows have'} an amount in "${refunded}", which is not read: what was given back is not taken off. Give it as rows of their own, with a minus.`);
	}
	return warnings;
}

const OPEN_WORDS = new Set(['open', 'pending', 'відкрито', 'открыт', 'باز']);

/** Whether every row has the status of an order that is still open, as a list does that leaves out the finished ones. */
export function holdsOnlyOpenOrders(table: Table): boolean {
	const statusColumn = findStatus(table);
	if (statusColumn === null) return false;
	const readStatus = readerOf(statusColumn);
	return table.every((row) => OPEN_WORDS.has(cellText(readStatus(row)).trim().toLowerCase()));
}

/** One row a purchase or visit, or one a line of an order, in whatever columns people keep them. */
export const plainTable: PurchaseSource = {
	id: 'plainTable',
	title: 'Plain Table',
	description: 'A row a purchase or visit; columns are found by their usual names in English, Ukrainian, Russian and Persian',
	nouns: ['row', 'rows'],
	recognises: () => true,
	layoutOf(table, chosen) {
		const customer = chosen.customer ? { path: chosen.customer, kind: 'id' as const } : findCustomer(table);
		if (!customer) return { missing: 'customer' };
		const date = chosen.date || findColumn(table, 'date');
		if (!date) return { missing: 'date' };
		const status = chosen.status || findStatus(table);
		return {
			customer: customer.path,
			customerKind: customer.kind,
			date,
			amount: chosen.amount ? { kind: 'total', column: chosen.amount } : findAmount(table),
			order: chosen.order || findColumn(table, 'order'),
			currency: chosen.currency || findColumn(table, 'currency'),
			status,
			guest: null,
			contacts: contactsIn(table),
			details: detailsIn(table),
			amountUnit: null,
			isLineLevel: false,
			leftOut: leftOutBy(status),
		};
	},
	warningsOn: warningsOnRefunds,
};
