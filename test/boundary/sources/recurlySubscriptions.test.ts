import { withoutKey } from '../../support/withoutKey';
import type { Row } from '../../../boundary/paths';
import { recurlySubscriptions } from '../../../boundary/sources/recurlySubscriptions';
import { tableOfRows } from '../../support/reading';
import { faultsOf, figuresExpected, figuresRead, fixtureReading, intentsExpected, intentsRead, keepsEverything, leftOutOf, lossesRead, subscriptionFixture } from '../../support/subscriptionFixtures';
import { monthlyOf, spellsOf, subscriptionReading } from '../../support/subscriptions';

const shape = (id: string) => subscriptionFixture('recurly_export', id);
const [first] = shape('subscriptions').items;

describe.each(['subscriptions', 'churned'])('the export %s of the fixture', (id) => {
	const fixture = shape(id);

	it('has the spells and the monthly amounts that its description says', () => expect(figuresRead(fixture)).toEqual(figuresExpected(fixture)));
	it('has the kinds of leaving', () => expect(intentsRead(fixture)).toEqual(intentsExpected(fixture)));
});

describe('the export of all states', () => {
	const reading = fixtureReading(shape('subscriptions'));

	it('refuses a row without an account, leaves out what never began, trials and the free plan', () => {
		// Rows 12 (future) and 13 (failed) never began, 7 and 9 are trials, one of them running, 14 is free.
		expect([faultsOf(reading), leftOutOf(reading), reading.warnings]).toEqual([{ blankCustomer: [18] }, { trial: 2, freePlan: 1, notStarted: 2, unusable: 1 }, []]);
	});

	it('counts the two prices whose only period is a trial as taken for monthly', () => expect(reading.prices.assumedMonthly).toBe(2));

	it('has who left after a trial beside those who left', () => expect(reading.leftAfterTrial).toBe(1));
});

describe('the churned export', () => {
	it('warns that those who stayed are missing', () => {
		expect(fixtureReading(shape('churned')).warnings).toEqual([
			'All of these subscriptions have expired: those who stayed are missing, so the rates are far too high. Read the export of subscriptions of all states.',
		]);
	});

	it('has its own kinds: who cancels does not renew, who is terminated ends the contract, an account is closed', () => {
		const losses = lossesRead(fixtureReading(shape('churned'), keepsEverything));
		const kinds = Object.values(losses).map(({ kind, reason }) => `${reason}: ${kind!.intent}, ${kind!.ending}, ${kind!.control}`);
		// Intents as in "Where can I find the expiration reason for a churned subscription?" of Recurly's support pages.
		expect(kinds).toEqual([
			'canceled: voluntary, didNotRenew, unknown',
			'nonpayment: involuntary, unknown, unknown',
			'Fixed billing cycles: voluntary, didNotRenew, unknown',
			'Tax Location Invalid: involuntary, unknown, unknown',
			'Nonpayment_gift: voluntary, didNotRenew, unknown',
			'Nonpayment_trial: voluntary, didNotRenew, unknown',
			'account_closed: voluntary, closedAccount, unknown',
			'terminated: voluntary, endedContract, unknown',
		]);
	});

	it('put behind the export of all states repeats its subscriptions: a warning counts them', () => {
		const expired = { ...first, account_code: 'B', uuid: 'u', state: 'expired', expires_at: '2024-06-01 00:00:00 UTC' };
		expect(subscriptionReading([first, expired, { ...expired, expiration_reason: 'canceled' }]).warnings).toEqual([
			'1 subscription stands in several rows (uuid), so what they bring counts several times: put the two exports together by uuid.',
		]);
	});
});

it('an export without one expired subscription is told of: nobody seems ever to leave', () => {
	expect(subscriptionReading([first]).warnings).toEqual(['There is no expired subscription in the export, so it shows no churn: does it leave them out?']);
});

describe('a time', () => {
	const startOf = (activated_at: string) => spellsOf(subscriptionReading([{ ...first, activated_at }]))['A-0007']?.[0][0];

	it.each([
		['2024-02-15 20:00:00 UTC', '2024-02-15'],
		['2024-02-15 20:00:00 GMT', '2024-02-15'],
		['2024-02-15 20:00:00 PST', '2024-02-16'],
		['2024-05-31 18:30:00 PDT', '2024-06-01'],
		['2024-05-31 16:30:00 PDT', '2024-05-31'],
		['2024-02-15 18:59:59 EST', '2024-02-15'],
		['2024-02-15 19:00:00 EST', '2024-02-16'],
		['2024-06-15 20:00:00 EDT', '2024-06-16'],
		['2024-06-15 19:00:00 CDT', '2024-06-16'],
		['2024-06-15 18:00:00 MDT', '2024-06-16'],
		['2024-06-15 14:00:00 HST', '2024-06-16'],
		['2024-02-15 20:00:00', '2024-02-15'],
	])('of %s is on %s in UTC', (written, day) => expect(startOf(written)).toBe(day));

	it.each(['2024-02-15 20:00:00 IST', '2024-02-15 20:00:00 XYZ', 'soon UTC'])('of %s is not guessed at', (written) => {
		expect(faultsOf(subscriptionReading([first, { ...first, uuid: 'u', activated_at: written }]))).toEqual({ unreadableDate: [2] });
	});
});

describe('a price', () => {
	const monthOf = (from: string, until: string, changes: Row = {}) => {
		const reading = subscriptionReading([{ ...first, total_recurring_amount: '84', plan_name: 'Gold', current_period_started_at: from, current_period_ends_at: until, modified_at: '', ...changes }]);
		return [monthlyOf(reading)['A-0007'].USD, reading.prices.assumedMonthly];
	};

	it.each([
		['a month of 31 days', '2024-05-15 08:12:44 UTC', '2024-06-15 08:12:44 UTC', 84],
		['a month of 29 days', '2024-02-15 08:12:44 UTC', '2024-03-15 08:12:44 UTC', 84],
		['a month in which clocks change', '2024-03-02 00:30:00 UTC', '2024-04-01 23:30:00 UTC', 84],
		['the 31st to the last day of a shorter month', '2024-01-31 08:00:00 UTC', '2024-02-29 08:00:00 UTC', 84],
		['three months', '2024-05-30 10:00:00 UTC', '2024-08-30 10:00:00 UTC', 28],
		['a year', '2023-10-01 00:00:00 UTC', '2024-10-01 00:00:00 UTC', 7],
		// 84 × 365 / 12 / 7
		['a week', '2024-06-24 10:00:00 UTC', '2024-07-01 10:00:00 UTC', 365],
		// 84 × 365 / 12 / 28
		['four weeks', '2024-05-27 10:00:00 UTC', '2024-06-24 10:00:00 UTC', 91.25],
	])('of 84 for %s is %#', (_, from, until, expected) => expect(monthOf(from, until)).toEqual([expected, 0]));

	it('of a period that was cut, 17 days, is taken as the plan says, else as monthly, and counted', () => {
		const cut = ['2024-06-14 10:00:00 UTC', '2024-07-01 10:00:00 UTC'] as const;
		expect(monthOf(...cut)).toEqual([84, 1]);
		expect(monthOf(...cut, { plan_name: 'Gold yearly' })).toEqual([7, 0]);
	});

	it('of a period that is a trial of 14 days is not for two weeks', () => {
		const trial = { trial_started_at: '2024-06-25 12:00:00 UTC', trial_ends_at: '2024-07-09 12:00:00 UTC', activated_at: '2024-06-25 12:00:00 UTC' };
		expect(subscriptionReading([{ ...first, ...trial, current_period_started_at: trial.trial_started_at, current_period_ends_at: trial.trial_ends_at }], keepsEverything).prices.assumedMonthly).toBe(1);
	});
});

describe('a pause', () => {
	const paused = { ...first, state: 'paused', paused_at: '2024-06-07 10:00:00 UTC' };

	it('keeps the customer and brings nothing from its day on; left out it ends the spell', () => {
		expect([spellsOf(subscriptionReading([paused])), monthlyOf(subscriptionReading([paused]))]).toEqual([{ 'A-0007': [['2024-02-15', null]] }, { 'A-0007': { USD: 0 } }]);
		expect(spellsOf(subscriptionReading([paused], { pauses: 'leaveOut' }))).toEqual({ 'A-0007': [['2024-02-15', '2024-06-07']] });
	});

	it('without a day counts as running at its price, and is counted: nothing says since when', () => {
		const reading = subscriptionReading([{ ...paused, paused_at: '' }]);
		expect([monthlyOf(reading), reading.pausedUndated]).toEqual([{ 'A-0007': { USD: 114 } }, 1]);
	});

	it('that is over, of a subscription that is active again, says nothing of today', () => {
		expect(monthlyOf(subscriptionReading([{ ...paused, state: 'active' }]))).toEqual({ 'A-0007': { USD: 114 } });
	});
});

describe('an end', () => {
	it('of a cancelled one that still runs is its expires_at, once that is over', () => {
		const row = { ...first, state: 'canceled', canceled_at: '2024-06-20 00:00:00 UTC', expires_at: '2024-07-20 00:00:00 UTC' };
		expect(spellsOf(subscriptionReading([row]))).toEqual({ 'A-0007': [['2024-02-15', null]] });
		expect(spellsOf(subscriptionReading([{ ...row, expires_at: '2024-06-28 00:00:00 UTC' }]))).toEqual({ 'A-0007': [['2024-02-15', '2024-06-28']] });
	});
});

it('Recurly is recognised by its own columns only', () => {
	expect(recurlySubscriptions.recognises(tableOfRows(first))).toBe(true);
	const rest = withoutKey(first, 'account_code');
	expect(recurlySubscriptions.recognises(tableOfRows(rest))).toBe(false);
	expect(recurlySubscriptions.recognises(tableOfRows({ customer: 1, state: 'active', activated_at: '2024-01-01', expires_at: '' }))).toBe(false);
});
