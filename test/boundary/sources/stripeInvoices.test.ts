import { stripeInvoices } from '../../../boundary/sources/stripeInvoices';
import { rowsOf, streamLayoutOf, streamRead, tableFrom } from '../../support/sourceFixtures';
import { withoutKey } from '../../support/withoutKey';

const rows = rowsOf('stripe_invoices');
const read = streamRead(stripeInvoices, rows);
const at = (time: string) => Date.parse(`${time}Z`) / 1000;

describe('Stripe invoices', () => {
	it('that are charged by themselves are due as they are made', () =>
		expect(read[0]).toEqual({
			customer: 'cus_ann', date: at('2024-01-10T10:00'), due: at('2024-01-10T10:00'), paidAt: at('2024-01-10T10:00'), amount: 2000, paidAmount: 2000, currency: 'eur', state: 'paid', attempts: 1, number: 'in_0001',
			email: 'ann@example.com', name: 'Ann',
		}));

	it('with terms are due on their day', () => expect(read[1]).toMatchObject({ due: at('2024-03-11T09:00'), paidAt: at('2024-03-20T10:00'), state: 'paid' }));

	it('that are open say what was paid of them and how often it was tried', () => {
		expect(read[2]).toMatchObject({ state: 'open', amount: 5000, paidAmount: 1500, attempts: 3 });
		expect(read[2]).not.toHaveProperty('paidAt');
	});

	it('that are given up are written off; void ones are left out from the day on which they were voided; drafts, void ones without a day, those of nothing and tests are left out', () => {
		expect(read[3]).toMatchObject({ state: 'writtenOff' });
		expect([4, 5, 6, 8].map((row) => read[row])).toMatchObject(['draft', { voidedAt: at('2024-05-02T00:00') }, 'zeroPrice', 'test']);
		expect(streamRead(stripeInvoices, [{ ...rows[5], status_transitions: {} }])).toEqual(['cancelled']);
	});

	it('name customers that were asked for as objects by their ids, and amounts are in the smallest coin', () => {
		expect(read[7]).toMatchObject({ customer: 'cus_kei', currency: 'jpy', amount: 3000, email: 'kei@example.com' });
		expect(streamLayoutOf(stripeInvoices, rows).amountUnit).toBe('minor');
	});

	it('are read from the columns that the user chose', () => {
		expect(streamRead(stripeInvoices, rows.slice(0, 1), { customer: 'customer_email', amount: 'total', state: 'status' })[0]).toMatchObject({ customer: 'ann@example.com', amount: 2000, state: 'paid' });
		expect(stripeInvoices.layoutOf(tableFrom([{ object: 'invoice', customer: 'cus_ann', created: 1 }]), {})).toEqual({ missing: 'amount' });
	});

	it('without the days on which they changed are dated as they were made', () => expect(streamRead(stripeInvoices, [withoutKey(rows[0], 'status_transitions')])[0]).toMatchObject({ date: at('2024-01-10T09:00'), due: at('2024-01-10T09:00') }));

	it('come on pages, too', () => expect(streamRead(stripeInvoices, [{ object: 'list', data: rows, has_more: false }])).toEqual(read));
});
