import { closeTo } from '../../../support/closeTo';
import { daysAgo, evidenceOf, inDays, strengthOf } from '../../../support/signs';

const due = (pastDueDays: number, usualDelayDays: number | null = null) => ({ payments: { pastDueDays, usualDelayDays } });
const card = (days: number, subscriptions?: { status: string | null }) => ({ payments: { cardExpiresOn: inDays(days) }, ...(subscriptions && { subscriptions }) });

describe('paymentFailing: past due', () => {
	it('is days past due over 30: 15 are half, 30 and 90 all there is to say, due today nothing', () => {
		expect([0, 15, 30, 31, 90].map((days) => strengthOf('paymentFailing', due(days)))).toEqual([0, 0.5, 1, 1, 1]);
	});

	it('begins only after the days by which they are usually late: 20 after 5 is half, 5 after 5 nothing', () => {
		expect([due(20, 5), due(5, 5), due(4, 5)].map((given) => strengthOf('paymentFailing', given))).toEqual([0.5, 0, 0]);
	});

	it('gives nobody who pays ahead of time less time: 15 days, usually 5 early, are half', () => {
		expect(strengthOf('paymentFailing', due(15, -5))).toBe(0.5);
	});

	it('is told in days, since the day it was due', () => {
		expect(evidenceOf('paymentFailing', due(20, 5))).toMatchObject({ kind: 'pastDue', measured: 20, usual: 5, since: daysAgo(20) });
	});
});

describe('paymentFailing: attempts that failed', () => {
	it('halve the doubt one by one: 1/2, 3/4, 7/8; none says nothing', () => {
		expect([0, 1, 2, 3].map((retries) => strengthOf('paymentFailing', { payments: { retries } }))).toEqual([0, 1 / 2, 3 / 4, 7 / 8]);
		expect(evidenceOf('paymentFailing', { payments: { retries: 2 } })).toMatchObject({ kind: 'retried', measured: 2 });
	});
});

describe('paymentFailing: the card', () => {
	it('that expires today is .5, in 15 days .25, in 30 and more nothing', () => {
		for (const [days, expected] of [[0, 0.5], [15, 0.25], [29, 0.5 / 30], [30, 0], [400, 0]] as const) closeTo(strengthOf('paymentFailing', card(days)), expected, days);
	});

	it('that expired yesterday is .8, since today', () => {
		expect(evidenceOf('paymentFailing', card(-1))).toMatchObject({ strength: 0.8, kind: 'cardExpired', measured: 1, since: daysAgo(0) });
	});

	it('that expired counts fully for 90 days, then less and less, and is 0 after a year', () => {
		for (const [days, expected] of [[90, 0.8], [91, 0.8 * (274 / 275)], [200, 0.8 * (165 / 275)], [365, 0], [400, 0]] as const) closeTo(strengthOf('paymentFailing', card(-days)), expected, days);
	});

	it('that expired says nothing where something was paid after that day, and .8 where the last was paid on it or before', () => {
		const paid = (days: number) => ({ payments: { cardExpiresOn: daysAgo(10), lastPaidOn: daysAgo(days) } });
		expect([9, 10, 40].map((days) => strengthOf('paymentFailing', paid(days)))).toEqual([0, 0.8, 0.8]);
	});

	it('that expired says nothing where subscriptions are connected and none runs', () => {
		expect([card(-1, { status: 'ended' }), card(-1, { status: null })].map((given) => strengthOf('paymentFailing', given))).toEqual([0, 0]);
		expect(['active', 'trial', 'paused'].map((status) => strengthOf('paymentFailing', card(-1, { status })))).toEqual([0.8, 0.8, 0.8]);
	});
});

describe('paymentFailing', () => {
	it('tells the strongest: an expired card before two attempts, three attempts before that', () => {
		const payments = { retries: 2, pastDueDays: 10, cardExpiresOn: daysAgo(1) };
		expect(evidenceOf('paymentFailing', { payments }).kind).toBe('cardExpired');
		expect(evidenceOf('paymentFailing', { payments: { ...payments, retries: 3 } }).kind).toBe('retried');
	});

	it('is 0, and no data is missing, where payments are connected and nothing fails', () => {
		expect(strengthOf('paymentFailing', { payments: {} })).toBe(0);
	});

	it('has no data where there is no payment and nothing fails, and is data where there are 3 or something fails', () => {
		expect([{ payments: 0 }, { payments: 0, retries: 0 }, { payments: 3 }, { payments: 0, pastDueDays: 15 }, { payments: 0, retries: 1 }, { payments: 0, cardExpiresOn: daysAgo(1) }].map((payments) => strengthOf('paymentFailing', { payments }))).toEqual([
			'noRows',
			'noRows',
			0,
			0.5,
			0.5,
			0.8,
		]);
	});

	it('has no data where payments are not connected', () => {
		expect(strengthOf('paymentFailing', { subscriptions: { status: 'active' } })).toBe('notConnected');
	});
});
