import type { Row } from '../paths';
import { cellText, isBlank, readerOf } from '../paths';
import { contactsIn } from './contactColumns';
import { columnAt } from './roleColumn';
import type { PurchaseSource } from './source';

/** A line of an invoice as the wholesaler's till wrote it; the customer is often missing. */
const LINE_COLUMNS = ['InvoiceNo', 'StockCode', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID'];

const isCancellation = ({ InvoiceNo }: Row) => /^c/i.test(cellText(InvoiceNo));

/** The lines of the Online Retail file: cancelled invoices begin with C, lines without a customer are walk-in sales. */
export const onlineRetail: PurchaseSource = {
	id: 'onlineRetail',
	title: 'Online Retail Lines',
	description: 'A row a line of an invoice (InvoiceNo, Quantity, UnitPrice, CustomerID); invoices beginning with C are cancelled',
	nouns: ['line', 'lines'],
	recognises: ({ paths }) => LINE_COLUMNS.every((column) => paths.includes(column)),
	layoutOf(table, chosen) {
		const customer = chosen.customer || 'CustomerID';
		const readCustomer = readerOf(customer);
		return {
			customer,
			customerKind: 'id',
			date: chosen.date || 'InvoiceDate',
			amount: chosen.amount
				? { kind: 'total', column: chosen.amount }
				: { kind: 'quantityTimesPrice', quantity: 'Quantity', price: 'UnitPrice' },
			order: chosen.order || 'InvoiceNo',
			currency: chosen.currency || null,
			status: chosen.status || null,
			guest: null,
			contacts: contactsIn(table),
			details: { product: columnAt('StockCode') },
			amountUnit: null,
			isLineLevel: true,
			leftOut(row) {
				if (isCancellation(row)) return 'cancelled';
				return isBlank(readCustomer(row)) ? 'guest' : null;
			},
		};
	},
};
