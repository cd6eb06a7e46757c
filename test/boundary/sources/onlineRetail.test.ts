import { onlineRetail } from '../../../boundary/sources/onlineRetail';
import type { PurchaseLayout } from '../../../boundary/sources/source';
import { buyersOf, leftOutOf, outcomeOf, readingOf, tableOfRows } from '../../support/reading';

const none = { customer: '', date: '', amount: '', order: '', currency: '', status: '' };
const line = { InvoiceNo: '536365', StockCode: '85123A', Description: 'HEART', Quantity: '6', InvoiceDate: '2010-12-01 08:26:00', UnitPrice: '2.55', CustomerID: '17850.0', Country: 'UK' };

describe('Online Retail lines', () => {
	it('are recognised as text and as numbers, with and without a customer', () => {
		expect(onlineRetail.recognises(tableOfRows(line, { ...line, CustomerID: '' }, { ...line, CustomerID: null }))).toBe(true);
		expect(onlineRetail.recognises(tableOfRows({ ...line, InvoiceNo: 536365, Quantity: 6, UnitPrice: 2.55, CustomerID: 17850 }))).toBe(true);
	});

	it.each(['InvoiceNo', 'StockCode', 'Quantity', 'UnitPrice'])('are not recognised without %s', (column) => {
		const others = Object.entries(line).filter(([name]) => name !== column);
		expect(onlineRetail.recognises(tableOfRows(Object.fromEntries(others)))).toBe(false);
	});

	it('have their columns, a line an article', () => {
		expect(onlineRetail.layoutOf(tableOfRows(line), none)).toMatchObject({
			customer: 'CustomerID',
			date: 'InvoiceDate',
			amount: { kind: 'quantityTimesPrice', quantity: 'Quantity', price: 'UnitPrice' },
			order: 'InvoiceNo',
			isLineLevel: true,
		});
	});

	it('keep equal lines, which are two of an article', () => {
		const reading = readingOf([line, line]);
		expect([reading.history.row.length, reading.orders, reading.problems]).toEqual([2, 1, []]);
	});

	it('leave out cancelled invoices and lines without a customer, cancelled first, and count them', () => {
		const rows = [line, { ...line, InvoiceNo: 'C536379', Quantity: '-1' }, { ...line, InvoiceNo: 'c1', CustomerID: '' }, { ...line, CustomerID: '' }, { ...line, UnitPrice: '0' }];
		const reading = readingOf(rows);
		expect([buyersOf(reading), leftOutOf(reading), reading.problems]).toEqual([['17850.0'], { cancelled: 2, guest: 1, zeroPrice: 1 }, []]);
	});

	it('that were chosen as the source and are none of it lack its columns', () => {
		const outcome = outcomeOf([{ who: 'ann', date: '2024-03-14', amount: 10 }], { source: 'onlineRetail' });
		expect('problems' in outcome && outcome.problems).toContainEqual(expect.objectContaining({ code: 'missingColumn', column: 'CustomerID' }));
	});

	it('with another customer column chosen are guests only where that column is blank', () => {
		const layout = onlineRetail.layoutOf(tableOfRows(line), { ...none, customer: 'Country' }) as PurchaseLayout;
		expect([layout.customer, layout.leftOut!({ ...line, CustomerID: '' })]).toEqual(['Country', null]);
	});
});
