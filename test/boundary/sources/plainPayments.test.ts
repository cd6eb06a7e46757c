import type { Row } from '../../../boundary/paths';
import { plainPayments } from '../../../boundary/sources/plainPayments';
import { rowsOf, streamLayoutOf, streamRead, tableFrom } from '../../support/sourceFixtures';

const rows = rowsOf('sheet_payments');
const readOne = (row: Row) => streamRead(plainPayments, [row])[0];

describe('a plain table of payments', () => {
	it('has its columns in English, the row number none of them', () =>
		expect(readOne(rows[0])).toEqual({
			customer: 'c1', number: 'A-1', date: '2024-05-01', due: '2024-05-15', paidAt: '2024-05-20', amount: '100.00', paidAmount: '100.00', currency: 'EUR', state: 'paid', cardExpiresAt: '2026-08-31', attempts: 2, method: 'visa 4242',
		}));

	it('has them in Ukrainian: paid in part is open', () =>
		expect(readOne(rows[1])).toEqual({ customer: 'c1', number: 'Р-1', date: '01.05.2024', due: '15.05.2024', amount: '1 000,00', paidAmount: '400,00', currency: 'UAH', state: 'open' }));

	it('has them in Russian: a word that is not known says nothing beside the day of payment', () =>
		expect(readOne(rows[2])).toEqual({ customer: 'c1', number: 'С-1', date: '01.05.2024', due: '15.05.2024', paidAt: '16.05.2024', amount: '1 000,00', currency: 'RUB', method: 'карта 1111' }));

	it('has them in Persian', () => expect(readOne(rows[3])).toEqual({ customer: 'c1', number: 'ف-۱', date: '۱۴۰۳/۰۲/۱۲', due: '۱۴۰۳/۰۲/۲۶', amount: '۱۰۰٬۰۰۰', currency: 'تومان', state: 'failed' }));

	const invoice = { customer_id: 'c1', invoice_date: '2024-05-01', amount: 10 };

	it.each([
		['paid', 'paid'], ['Settled', 'paid'], ['refunded', 'paid'], ['unpaid', 'open'], ['Past due', 'open'], ['declined', 'failed'], ['written off', 'writtenOff'],
		['не оплачено', 'open'], ['сплачено', 'paid'], ['оплачен', 'paid'], ['відхилено', 'failed'], ['списано', 'writtenOff'], ['پرداخت نشده', 'open'], ['پرداخت شده', 'paid'], ['ناموفق', 'failed'],
		['Cleared', 'paid'], ['Payed', 'paid'], ['Done', 'paid'], ['Проплачено', 'paid'], ['Отримано', 'paid'], ['Оплачено (картка)', 'paid'], ['Paid - card', 'paid'], ['Bezahlt', 'paid'], ['Paid late', 'paid'], ['Not paid yet', 'open'], ['Partially paid (cash)', 'open'], ['Payment failed', 'failed'],
	])('reads %s as %s', (status, state) => expect(readOne({ ...invoice, status })).toMatchObject({ state }));

	it.each(['something', 'Paid: no', 'Paid - not received', 'Closed as lost', 'No', ''])('does not know what %s says', (status) => expect(readOne({ ...invoice, status })).not.toHaveProperty('state'));

	it.each([['void', 'cancelled'], ['Cancelled', 'cancelled'], ['draft', 'draft'], ['скасовано', 'cancelled'], ['черновик', 'draft'], ['باطل شده', 'cancelled']])('leaves out what is %s: %s', (status, kind) => expect(readOne({ ...invoice, status })).toBe(kind));

	it('knows what is paid by a yes, or by its day alone', () => {
		expect([true, false, 'yes', 'ні'].map((paid) => readOne({ ...invoice, paid }))).toMatchObject([{ state: 'paid' }, { state: 'open' }, { state: 'paid' }, { state: 'open' }]);
		expect(['2024-05-02', ''].map((paid_at) => readOne({ ...invoice, paid_at }))).toMatchObject([{ paidAt: '2024-05-02' }, {}]);
		expect(streamLayoutOf(plainPayments, [invoice]).columns.state).toBeUndefined();
	});

	it('is dated by when it was paid or due where nothing else says when', () => {
		expect(readOne({ customer_id: 'c1', payment_date: '2024-05-02', amount: 10 })).toMatchObject({ date: '2024-05-02', paidAt: '2024-05-02' });
		expect(readOne({ customer_id: 'c1', due_date: '2024-05-02', amount: 10 })).toMatchObject({ date: '2024-05-02', due: '2024-05-02' });
	});

	it.each([['8/26', '2026-08-31'], ['02-2028', '2028-02-29'], ['2025-12', '2025-12-31'], ['2025-12-05', '2025-12-05'], ['13/26', '13/26']])('reads a card that expires %s as %s', (card_expiry, day) => expect(readOne({ ...invoice, card_expiry })).toMatchObject({ cardExpiresAt: day }));

	it('names its customer by an address alone, or lacks one', () => {
		const { customer, contacts } = streamLayoutOf(plainPayments, [{ email: 'ann@example.com', date: '2024-05-01', amount: 10 }]);
		expect([customer, contacts.email?.name]).toEqual([null, 'email']);
		expect(plainPayments.layoutOf(tableFrom([{ id: 5, date: '2024-05-01', amount: 10 }]), {})).toEqual({ missing: 'customer' });
		expect(plainPayments.layoutOf(tableFrom([{ customer_id: 5, amount: 10 }]), {})).toEqual({ missing: 'date' });
		expect(plainPayments.layoutOf(tableFrom([{ customer_id: 5, date: '2024-05-01' }]), {})).toEqual({ missing: 'amount' });
	});

	it('is read from the columns that the user chose, by the same words', () =>
		expect(streamRead(plainPayments, [{ who: 7, when: '2024-05-01', sum: 3, how: 'declined' }], { customer: 'who', date: 'when', amount: 'sum', state: 'how' })[0]).toEqual({ customer: 7, date: '2024-05-01', amount: 3, state: 'failed' }));
});
