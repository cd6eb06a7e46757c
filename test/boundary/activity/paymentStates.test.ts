import { activityReading, fieldsIn, itemsIn } from '../../support/activityReference';

type Row = Record<string, unknown>;
const read = (rows: readonly Row[], changes: { asOf?: string; today?: string } = {}) =>
	activityReading([{ id: 'payments', rows: rows.map((row) => ({ customer_id: 'A1', ...row })), columns: {} }], { asOf: '2024-07-01', ...changes });
const paymentsOf = (rows: readonly Row[], changes?: { asOf?: string; today?: string }) => fieldsIn(itemsIn(read(rows, changes))[0], 'payments');
const warnings = (rows: readonly Row[]) => read(rows).hints.filter(({ kind }) => kind === 'warning').map(({ message }) => message);

describe('the state of a payment', () => {
	it('is failed where its status says so, on the day that the table calls the day of payment', () => {
		expect(paymentsOf([{ payment_date: '2024-06-28', amount: 100, status: 'failed' }])).toMatchObject({ failed: 1, onTime: null, lastPaidOn: null });
		expect(paymentsOf([{ invoice_date: '2024-05-01', payment_date: '2024-06-28', amount: 100, status: 'failed' }], { asOf: '2024-06-10', today: '2024-07-01' })).toMatchObject({ payments: 0 });
	});

	it('is open where its status says that a part was paid on that day', () => {
		const invoice = { due_date: '2024-06-01', payment_date: '2024-06-02', amount: 100, amount_paid: 30, status: 'partially paid' };
		expect(paymentsOf([invoice])).toMatchObject({ pastDue: 70, partial: 1, late: 0, lastPaidOn: null });
		expect(paymentsOf([invoice], { asOf: '2024-06-01', today: '2024-07-01' })).toMatchObject({ open: 1, partial: 0 });
	});

	it('is open before the day on which it was paid, and paid from then on', () => {
		const invoice = { due_date: '2024-06-01', paid_at: '2024-06-20', amount: 100, status: 'paid' };
		expect(paymentsOf([invoice], { asOf: '2024-06-10', today: '2024-07-01' })).toMatchObject({ open: 1, late: 0 });
		expect(paymentsOf([invoice])).toMatchObject({ open: 0, late: 1 });
	});

	it('is paid on a day where the word of its status is not known, also in a column that the user chose', () => {
		const rows = [{ customer_id: 'A1', due_date: '2024-06-01', paid_at: '2024-06-20', amount: 100, how: 'foo' }];
		const reading = activityReading([{ id: 'payments', rows, columns: { state: 'how' } }], { asOf: '2024-07-01' });
		expect(fieldsIn(itemsIn(reading)[0], 'payments')).toMatchObject({ open: 0, late: 1 });
		expect(reading.hints.filter(({ message }) => message.includes('not known'))).toEqual([]);
	});

	it('is open where the word is not known and no day says more, and a warning counts words and rows', () => {
		const rows = [['foo'], ['foo'], ['bar'], ['']].map(([status]) => ({ due_date: '2024-06-01', amount: 100, status }));
		expect(paymentsOf(rows)).toMatchObject({ open: 4 });
		expect(warnings(rows)).toContain('2 words in "status" are not known; 3 payments count as open.');
	});
});

describe('a column called "paid"', () => {
	const due = { due_date: '2024-06-01', amount: 100 };

	it.each([[true, false], ['yes', 'no'], [1, 0], ['✓', '✗'], ['так', 'ні'], ['да', 'нет'], ['بله', 'خیر']])('says whether with %s and %s', (yes, no) =>
		expect(paymentsOf([{ ...due, paid: yes }, { ...due, paid: no }])).toMatchObject({ open: 1, pastDue: 100 }),
	);

	it.each(['paid', 'Оплачено', 'Сплачено', 'پرداخت شده'])('says when with dates: %s', (column) => {
		expect(paymentsOf([{ ...due, [column]: '2024-06-03' }, { ...due, [column]: '' }])).toMatchObject({ open: 1, late: 1, lastPaidOn: '2024-06-03' });
		expect(paymentsOf([{ ...due, [column]: '2024-06-03' }, { ...due, [column]: 'no' }])).toMatchObject({ open: 1, late: 1 });
	});

	it.each([['Оплачено', 'Сума'], ['Оплачено', 'Сумма'], ['paid', 'amount']])('says how much with other numbers, and %s is not the amount beside %s', (column, amount) =>
		expect(paymentsOf([{ due_date: '2024-06-01', [amount]: 100, [column]: 30 }])).toMatchObject({ pastDue: 70, partial: 1 }),
	);

	it('holds before a status, which says why it is not paid', () => {
		expect(paymentsOf([{ ...due, paid: true, status: 'active' }, { ...due, paid: false, status: 'failed' }, { ...due, paid: false, status: 'paid' }])).toMatchObject({ open: 1, failed: 1 });
		expect(paymentsOf([{ ...due, paid: '✓' }, { ...due, paid: '' }])).toMatchObject({ open: 1 });
	});

	it('is the amount where no other column is', () => expect(paymentsOf([{ date: '2024-06-01', paid: 30 }])).toMatchObject({ payments: 1, open: 0 }));
});
