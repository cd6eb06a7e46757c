import { holdsOnlyOpenOrders, plainTable } from '../../../boundary/sources/plainTable';
import type { ChosenColumns, PurchaseLayout } from '../../../boundary/sources/source';
import { purchasesRead, tableFrom } from '../../support/sourceFixtures';
import { buyersOf, leftOutOf, readingOf, tableOfRows } from '../../support/reading';

const none: ChosenColumns = { customer: '', date: '', amount: '', order: '', currency: '', status: '' };
const layoutOf = (row: Record<string, unknown>, chosen: Partial<ChosenColumns> = {}) => plainTable.layoutOf(tableOfRows(row), { ...none, ...chosen });
const row = { customer_id: 7, email: 'a@example.com', date: '2024-03-14', amount: 10, 'Order No': 'A', currency: 'EUR' };

describe('the plain table', () => {
	it('takes any rows', () => expect([plainTable.recognises(tableOfRows(row)), plainTable.recognises(tableOfRows({}))]).toEqual([true, true]));

	it('finds its columns', () => {
		expect(layoutOf(row)).toMatchObject({
			customer: 'customer_id',
			customerKind: 'id',
			date: 'date',
			amount: { kind: 'total', column: 'amount' },
			order: 'Order No',
			currency: 'currency',
			isLineLevel: false,
		});
	});

	it('takes the columns that the user chose before those it finds', () => {
		expect(layoutOf(row, { customer: 'email', date: 'x', amount: 'y', order: 'z', currency: 'c' })).toMatchObject({
			customer: 'email',
			date: 'x',
			amount: { column: 'y' },
			order: 'z',
			currency: 'c',
		});
	});

	it('does without amount, order and currency, never without customer and date', () => {
		expect(layoutOf({ customer_id: 7, date: 1 })).toMatchObject({ amount: null, order: null, currency: null });
		expect(layoutOf({ id: 7, date: 1, amount: 10 })).toEqual({ missing: 'customer' });
		expect(layoutOf({ customer_id: 7, amount: 10 })).toEqual({ missing: 'date' });
	});

	it('has no customer in the id of an order', () => {
		for (const name of ['id', 'ID', 'order_id', 'Order ID', 'number', '_id']) expect(layoutOf({ [name]: 501, date: 1 })).toEqual({ missing: 'customer' });
	});
});

describe('a status', () => {
	const kindOf = (status: unknown, column = 'status') => (layoutOf({ ...row, [column]: status }) as PurchaseLayout).leftOut!({ ...row, [column]: status });

	it.each([
		'cancelled', 'Canceled', ' CANCELLED ', 'voided', 'refunded', 'failed', 'declined', 'returned',
		'скасовано', 'Скасоване', 'повернено', 'Отменён', 'отменено', 'возврат', 'لغو شده', 'لغو‌شده', 'مرجوعی', 'كنسل',
	])('%s says that nothing was bought in the end', (status) => expect(kindOf(status)).toBe('cancelled'));

	it.each(['paid', 'completed', 'fulfilled', 'Виконано', 'Выполнен', 'تکمیل شده', '', null, 0, 'not cancelled', 'partially refunded', ['cancelled']])(
		'%j does not',
		(status) => expect(kindOf(status)).toBeNull(),
	);

	it.each(['status', 'Order Status', 'payment_status', 'financial_status', 'Статус', 'Статус заказа', 'وضعیت سفارش'])('stands in a column called %s', (column) =>
		expect(kindOf('cancelled', column)).toBe('cancelled'),
	);

	it('of cancelled is counted, never a problem, also where nothing else in the row can be read; the user may keep such rows', () => {
		const rows = [{ ...row, status: 'paid' }, { customer_id: '', date: 'soon', amount: 'free', status: 'cancelled' }, { ...row, customer_id: 8, status: 'cancelled' }];
		const reading = readingOf(rows);
		expect([buyersOf(reading), leftOutOf(reading), reading.problems]).toEqual([[7], { cancelled: 2 }, []]);
		expect(buyersOf(readingOf([rows[0], rows[2]], { keepsCancelled: true }))).toEqual([7, 8]);
	});
});

describe('open orders', () => {
	it.each(['open', 'Open', ' PENDING ', 'відкрито', 'Открыт', 'باز'])('are those whose every status is %s', (status) => {
		expect(holdsOnlyOpenOrders(tableOfRows({ status }, { status }))).toBe(true);
		expect(holdsOnlyOpenOrders(tableOfRows({ status }, { status: 'paid' }))).toBe(false);
	});

	it('are not claimed without a status', () => expect(holdsOnlyOpenOrders(tableOfRows({ amount: 1 }))).toBe(false));
});

describe('what was not bought in a plain table', () => {
	const order = { customer_id: 1, date: '2024-05-01', amount: 10 };
	const read = (rows: ReadonlyArray<Record<string, unknown>>) => purchasesRead(plainTable, rows);

	it.each(['pending payment', 'Unpaid', 'draft', 'Awaiting payment', 'не оплачено', 'очікує оплати', 'не оплачен', 'ожидает оплаты', 'پرداخت نشده'])('is left out as not paid: %s', (status) =>
		expect(read([{ ...order, status }])).toEqual(['1 unpaid']),
	);

	it.each(['paid', 'pending', 'processing', 'something'])('is not what is %s', (status) => expect(read([{ ...order, status }])).toEqual(['1 1 2024-05-01 10']));

	it('is warned of where rows say that something was given back, with an amount above 0', () => {
		expect(plainTable.warningsOn?.(tableFrom([order, { ...order, type: 'refund' }]))).toEqual(['1 row says in "type" that something was given back, with an amount above 0: it counts as a purchase. Write what was given back with a minus.']);
		expect(plainTable.warningsOn?.(tableFrom([order, { ...order, amount: -10, type: 'refund' }, { ...order, type: 'sale' }]))).toEqual([]);
	});

	it('is warned of where a column has what was given back', () => {
		expect(plainTable.warningsOn?.(tableFrom([{ ...order, refunded_amount: '5.00' }, { ...order, refunded_amount: 0 }]))).toEqual([
			'1 row has an amount in "refunded_amount", which is not read: what was given back is not taken off. Give it as rows of their own, with a minus.',
		]);
		expect(plainTable.warningsOn?.(tableFrom([{ ...order, refunded_amount: '0.00' }]))).toEqual([]);
	});
});
