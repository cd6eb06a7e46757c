import fc from 'fast-check';
import { findAmount, findColumn, findContactColumns, findCustomer, namesMinorUnits, plainName } from '../../boundary/columnNames';
import { pathsIn } from '../../boundary/paths';
import english from '../fixtures/plain_english.json';
import persian from '../fixtures/plain_persian.json';
import russian from '../fixtures/plain_russian.json';
import ukrainian from '../fixtures/plain_ukrainian.json';
import { deepFrozen, tableOfRows, type Rows } from '../support/reading';

const tables = { english, ukrainian, russian, persian };

describe.each(Object.entries(tables))('a shop export in %s', (_, { rows, expected }) => {
	it('is read by its usual column names', () => {
		expect(findCustomer(tableOfRows(...(rows as Rows)))?.path).toBe(expected.customer);
		expect(findColumn(tableOfRows(...(rows as Rows)), 'date')).toBe(expected.date);
		expect(findColumn(tableOfRows(...(rows as Rows)), 'amount')).toBe(expected.amount);
		expect(findColumn(tableOfRows(...(rows as Rows)), 'order')).toBe(expected.order);
		expect(findColumn(tableOfRows(...(rows as Rows)), 'currency')).toBe(expected.currency);
	});

	it('gives the columns that say whom to write to', () => {
		expect(findContactColumns(tableOfRows(...(rows as Rows)))).toEqual(expect.arrayContaining([expected.email, expected.phone, expected.name]));
		expect(findContactColumns(tableOfRows(...(rows as Rows)))).not.toContain(expected.city);
	});
});

describe('the customer', () => {
	it.each([
		['an id before an e-mail address', { email: 'a@example.com', customer_id: 7 }, 'customer_id', 'id'],
		['an e-mail address before a phone number', { phone: '1', email: 'a@example.com' }, 'email', 'email'],
		['a phone number before a name', { customer: 'Ann', phone: '1' }, 'phone', 'phone'],
		['a name where there is nothing else', { customer: 'Ann Lee' }, 'customer', 'name'],
		['a column called customer that holds ids, before an e-mail address', { customer: 'cus_81', email: 'a@example.com' }, 'customer', 'id'],
		['an e-mail address before a column called customer that holds names', { customer: 'Ann', email: 'a@example.com' }, 'email', 'email'],
		['an id one level down', { customer: { id: 7, email: 'a@example.com' } }, 'customer.id', 'id'],
		['an e-mail address one level down', { customer: { email: 'a@example.com' } }, 'customer.email', 'email'],
		['a Ukrainian code', { 'Код клієнта': '0041', Клієнт: 'Оксана' }, 'Код клієнта', 'id'],
		['a Persian code in Arabic letters', { 'كد مشتري': '41' }, 'كد مشتري', 'id'],
	])('is told by %s', (_, row, path, kind) => expect(findCustomer(tableOfRows(row))).toEqual({ path, kind }));

	it.each([
		[{ id: 501, created_at: '2024-03-14', total: 10 }],
		[{ order_id: 501, date: '2024-03-14' }],
		[{ ID: 501, Date: '2024-03-14', Amount: 10 }],
		[{ order: { id: 5 }, date: '2024-03-14' }],
		[{ invoice_id: 5, number: 7, date: '2024-03-14' }],
	])('is never the order, as in %j', (row) => expect(findCustomer(tableOfRows(row))).toBeNull());
});

describe('columns', () => {
	it.each([
		['date', { created_at: 1, order_date: 2 }, 'order_date'],
		['date', { updated_at: 1 }, null],
		['amount', { price: 5, quantity: 2, total: 10 }, 'total'],
		['date', { 'Created (UTC)': 1 }, 'Created (UTC)'],
		['order', { 'Order No.': 'A-1' }, 'Order No.'],
		['order', { id: 'A-1' }, null],
		['currency', { Валюта: 'UAH' }, 'Валюта'],
	] as const)('the %s of %j is %s', (role, row, path) => expect(findColumn(tableOfRows(row), role)).toBe(path));

	it.each([
		[{ price: 5 }, { kind: 'total', column: 'price' }],
		[{ price: 5, quantity: 2 }, { kind: 'quantityTimesPrice', quantity: 'quantity', price: 'price' }],
		[{ Цена: 5, Количество: 2 }, { kind: 'quantityTimesPrice', quantity: 'Количество', price: 'Цена' }],
		[{ total: 10, price: 5, quantity: 2 }, { kind: 'total', column: 'total' }],
		[{ quantity: 2 }, null],
	])('the amount of %j is %j', (row, amount) => expect(findAmount(tableOfRows(row))).toEqual(amount));

	it('are found behind a byte order mark, capitals, spaces and line breaks', () => {
		const row = { '\ufeffCustomer E-mail ': 'a@example.com', ' ORDER\nDATE': '2024-03-14', 'Total  amount': '10.00' };
		expect(findCustomer(tableOfRows(row))?.path).toBe('\ufeffCustomer E-mail ');
		expect(findColumn(tableOfRows(row), 'date')).toBe(' ORDER\nDATE');
		expect(findColumn(tableOfRows(row), 'amount')).toBe('Total  amount');
	});

	it('that are found are columns of the rows, whatever the rows are called', () => {
		const key = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', 'a.b', '["x"]', '', '💸', 'date', 'Amount', 'customer'), fc.string());
		fc.assert(
			fc.property(fc.array(fc.dictionary(key, fc.jsonValue()), { minLength: 1 }), (rows) => {
				deepFrozen(rows);
				const paths: Array<string | null> = [null, ...pathsIn(rows)];
				expect(paths).toContain(findCustomer(tableOfRows(...(rows as Rows)))?.path ?? null);
				for (const role of ['date', 'amount', 'order', 'currency'] as const) expect(paths).toContain(findColumn(tableOfRows(...(rows as Rows)), role));
				expect(findContactColumns(tableOfRows(...(rows as Rows))).every((path) => paths.includes(path))).toBe(true);
			}),
		);
	});
});

describe('names', () => {
	it.each([
		['Order Date', 'orderdate'],
		['ORDER_DATE', 'orderdate'],
		['Счёт №', 'счетno'],
		['تاريخ سفارش', 'تاریخسفارش'],
		['كد', 'کد'],
		['Ｄａｔｅ', 'date'],
		['#', ''],
		['Start Date (UTC)', 'startdate'],
		['Ended At (GMT) ', 'endedat'],
		['utc', 'utc'],
		['Date (local)', 'datelocal'],
	])('%s is compared as %s', (name, plain) => expect(plainName(name)).toBe(plain));

	it.each([
		['amount_cents', true],
		['Amount (minor)', true],
		['total_cent', true],
		['pence', true],
		['amount', false],
		['percentage', false],
	])('whether %s is in the smallest coin: %s', (name, isMinor) => expect(namesMinorUnits(name)).toBe(isMinor));
});
