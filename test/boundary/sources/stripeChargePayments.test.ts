import { stripeChargePayments } from '../../../boundary/sources/stripeChargePayments';
import { rowsOf, streamLayoutOf, streamRead } from '../../support/sourceFixtures';

const rows = rowsOf('stripe_charges');
const read = streamRead(stripeChargePayments, rows);
const at = (time: string) => Date.parse(`${time}Z`) / 1000;

describe('Stripe charges as payments', () => {
	it('that went through were paid as they were made, with a card that is valid until the end of a month', () =>
		expect(read[0]).toEqual({ customer: 'cus_ann', date: at('2024-01-10T09:00'), paidAt: at('2024-01-10T09:00'), amount: 2000, currency: 'eur', state: 'paid', cardExpiresAt: '2026-08-31', method: 'visa 4242', number: 'ch_0001' }));

	it('that failed say so; pending ones and those only reserved are open', () => {
		expect([10, 11, 12].map((row) => read[row])).toMatchObject([{ state: 'failed' }, { state: 'open' }, { state: 'open' }]);
		for (const row of [10, 11, 12]) expect(read[row]).not.toHaveProperty('paidAt');
	});

	it('are of guests by their address, else of nobody', () => {
		expect(read[7]).toMatchObject({ email: 'dee@example.com', name: 'Dee Guest' });
		expect(read[7]).not.toHaveProperty('customer');
		expect([read[9], read[13]]).toEqual(['guest', 'test']);
	});

	it('name what they were paid with, also where it is no card', () => expect([8, 14, 15].map((row) => read[row])).toMatchObject([{ method: 'klarna' }, { method: 'jcb 0007', cardExpiresAt: '2025-12-31' }, { method: 'visa 1881', cardExpiresAt: '2028-02-29' }]));

	it('of older versions have the card in the source of the charge', () => {
		const older = { object: 'charge', id: 'ch_1', customer: 'cus_ann', created: 1700000000, amount: 100, currency: 'eur', status: 'succeeded', source: { object: 'card', brand: 'Visa', last4: '4242', exp_month: 2, exp_year: 2025 } };
		expect(streamRead(stripeChargePayments, [older])[0]).toMatchObject({ method: 'Visa 4242', cardExpiresAt: '2025-02-28' });
	});

	it('were due on no day', () => {
		const layout = streamLayoutOf(stripeChargePayments, rows);
		expect([layout.columns.due, layout.columns.attempts, layout.amountUnit]).toEqual([undefined, undefined, 'minor']);
	});
});
