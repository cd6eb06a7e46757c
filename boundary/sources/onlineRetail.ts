import { z } from 'zod/v4';
import type { Row } from '../paths';
import { isBlank } from '../paths';
import type { PurchaseSource } from './source';

/** A line of an invoice, as the wholesaler's till wrote it: text or numbers, the customer often missing. */
const invoiceLine = z.object({
	InvoiceNo: z.union([z.string(), z.number()]),
	StockCode: z.union([z.string(), z.number()]),
	Quantity: z.union([z.string(), z.number()]),
	InvoiceDate: z.unknown(),
	UnitPrice: z.union([z.string(), z.number()]),
	CustomerID: z.unknown(),
});

const isCancellation = ({ InvoiceNo }: Row) => /^c/i.test(String(InvoiceNo));

/** The lines of the Online Retail file: cancelled invoices begin with C, lines without a customer are walk-in sales. */
export const onlineRetail: PurchaseSource = {
	id: 'onlineRetail',
	title: 'Online Retail Lines',
	description: 'A row a line of an invoice (InvoiceNo, Quantity, UnitPrice, CustomerID); invoices beginning with C are cancelled',
	nouns: ['line', 'lines'],
	recognises: (sample) => sample.every((row) => invoiceLine.safeParse(row).success),
	layoutOf: (_sample, chosen) => ({
		customer: chosen.customer || 'CustomerID',
		customerKind: 'id',
		date: chosen.date || 'InvoiceDate',
		amount: chosen.amount
			? { kind: 'total', column: chosen.amount }
			: { kind: 'quantityTimesPrice', quantity: 'Quantity', price: 'UnitPrice' },
		order: chosen.order || 'InvoiceNo',
		currency: chosen.currency || null,
		isLineLevel: true,
		leftOut(row) {
			if (isCancellation(row)) return 'cancelled';
			return isBlank(row.CustomerID) ? 'guest' : null;
		},
	}),
};
