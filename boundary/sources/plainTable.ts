import type { Table } from '../paths';
import { cellText, readerOf } from '../paths';
import { findAmount, findColumn, findCustomer, plainName } from '../columnNames';
import { contactsIn } from './contactColumns';
import { detailsIn } from './detailColumns';
import type { PurchaseLayout, PurchaseSource } from './source';

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

const findStatus = ({ paths }: Table): string | null =>
	[...paths].sort().find((path) => STATUS_NAMES.includes(plainName(path))) ?? null;

function cancelledBy(statusColumn: string | null): PurchaseLayout['leftOut'] {
	if (statusColumn === null) return null;
	const readStatus = readerOf(statusColumn);
	const isCancelled = new Map<unknown, boolean>();
	return (row) => {
		const status = readStatus(row);
		let cancelled = isCancelled.get(status);
		if (cancelled === undefined) {
			cancelled = typeof status === 'string' && CANCELLED_WORDS.has(plainName(status));
			isCancelled.set(status, cancelled);
		}
		return cancelled ? 'cancelled' : null;
	};
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
			leftOut: cancelledBy(status),
		};
	},
};
