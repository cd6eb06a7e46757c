import { keepsAllTerms, subscriptionColumnsOf } from '../../../boundary/activity/subscriptionColumns';
import type { Row } from '../../../boundary/paths';
import { openSubscriptions } from '../../../boundary/reading/subscriptions';
import { dayOf } from '../../support/ledger';
import { itemsOf, today } from '../../support/reading';
import type { Fields } from '../../support/subscriptionActivity';
import { fieldsOf } from '../../support/subscriptionActivity';
import { subscriptionFixture } from '../../support/subscriptionFixtures';
import type { SubscriptionChanges } from '../../support/subscriptions';
import { subscriptionReading, subscriptionSettings } from '../../support/subscriptions';

/** What is told of each customer, as of 1 July 2024 unless a test says otherwise. */
function told(rows: readonly Row[], changes: SubscriptionChanges = {}): Record<string, Fields> {
	const chosen = { asOf: { kind: 'day', day: today, today }, ...changes, ...keepsAllTerms } as const;
	const reading = subscriptionReading(rows, chosen);
	const fields = fieldsOf(subscriptionColumnsOf(reading, subscriptionSettings(chosen)), reading.asOf.day);
	return Object.fromEntries(fields.map((each, customer) => [reading.customers.idOf(customer), each]));
}

const on = (date: string, todayIs = date): SubscriptionChanges => ({ asOf: { kind: 'day', day: dayOf(date), today: dayOf(todayIs) } });
const toldOfFixture = (name: string, shape?: string, changes: SubscriptionChanges = {}) => {
	const { items, today: day } = subscriptionFixture(name, shape);
	return told(items, { ...on(day), ...changes });
};

describe('Stripe, one item a subscription, as of 1 July 2025, which is today', () => {
	const fields = toldOfFixture('stripe_subscriptions', 'splitOut');

	it('a monthly one runs, and its next payment is the end of its period, as the items have it', () => {
		expect(fields.cus_monthly).toMatchObject({ status: 'active', since: '2024-03-15', subscriptions: 1, plan: 'Basic', monthlyAmount: 20, currency: 'USD', renewsOn: '2025-07-15', endsOn: null, onTrial: false, endedOn: null });
	});

	it('one with two prices is one subscription; two at once would be two, of which one has ended', () => {
		expect([fields.cus_twoitems.subscriptions, fields.cus_two.subscriptions]).toEqual([1, 1]);
	});

	it('one that is cancelled for the end of its period ends then and is not renewed; one cancelled for December is renewed until then', () => {
		expect(fields.cus_periodend).toMatchObject({ status: 'active', renewsOn: null, endsOn: '2025-07-18' });
		expect(fields.cus_cancelat).toMatchObject({ status: 'active', renewsOn: '2025-07-15', endsOn: '2025-12-31' });
	});

	it('one that is cancelled for the end of its period ends with it also where no day of cancelling is named', () => {
		const rows = subscriptionFixture('stripe_subscriptions', 'splitOut').items.filter(({ customer }) => customer === 'cus_periodend');
		expect(told(rows.map((row) => ({ ...row, cancel_at: null })), on('2025-07-01')).cus_periodend).toMatchObject({ renewsOn: null, endsOn: '2025-07-18' });
	});

	it('one that is cancelled for the end of its period, or for December, is cancelled already, since the day of the request; one that goes on is not', () => {
		expect(fields.cus_periodend).toMatchObject({ cancelled: true, cancelledOn: '2025-06-20' });
		expect(fields.cus_cancelat).toMatchObject({ cancelled: true, cancelledOn: '2025-06-02' });
		expect(fields.cus_monthly).toMatchObject({ cancelled: false, cancelledOn: null });
	});

	it('one of which no request is dated is cancelled all the same; a request that was taken back left no end and is none', () => {
		const rows = subscriptionFixture('stripe_subscriptions', 'splitOut').items.filter(({ customer }) => customer === 'cus_periodend');
		const of = (cells: Row) => {
			const { cancelled, cancelledOn } = told(rows.map((row) => ({ ...row, ...cells })), on('2025-07-01')).cus_periodend;
			return [cancelled, cancelledOn];
		};
		expect([of({ canceled_at: null, cancel_at: null }), of({ cancel_at: null, cancel_at_period_end: false })]).toEqual([[true, null], [false, null]]);
	});

	it('one that has ended is not cancelled any more, and of two at once the one that goes on decides', () => {
		expect([fields.cus_expensive.cancelled, fields.cus_two.cancelled, fields.cus_upgrade.cancelled]).toEqual([null, false, false]);
	});

	it('one on trial is told so, with the day on which the trial ends and the first payment comes', () => {
		expect(fields.cus_trialing).toMatchObject({ status: 'trial', onTrial: true, trialEndsOn: '2025-07-08', renewsOn: '2025-07-08', endsOn: null, monthlyAmount: 0, since: '2025-06-24' });
		expect(fields.cus_trialpaid).toMatchObject({ status: 'active', onTrial: false, trialEndsOn: null, since: '2025-02-01' });
		expect(fields.cus_trialquit).toMatchObject({ status: 'ended', endedOn: '2025-05-15', onTrial: false });
	});

	it('one whose payment failed left against its will, one that was too expensive of its own will', () => {
		expect([fields.cus_failed.reasonKind, fields.cus_expensive.reasonKind, fields.cus_monthly.reasonKind]).toEqual(['involuntary', 'voluntary', null]);
		expect(fields.cus_expensive).toMatchObject({ status: 'ended', endedOn: '2025-02-20', subscriptions: 0, plan: null, monthlyAmount: null, renewsOn: null });
	});

	it('a change of subscription on one day is a change of price and no new spell', () => {
		expect(fields.cus_upgrade).toMatchObject({ status: 'active', since: '2024-10-01', priceChangedOn: '2025-03-01' });
	});

	it('prices by use and in tiers are not known', () => {
		expect([fields.cus_metered.monthlyAmount, fields.cus_tiered.monthlyAmount, fields.cus_free.monthlyAmount]).toEqual([null, null, 0]);
	});

	it('as of 1 June with rows of July neither payments nor planned ends are told, but the trial that ran is', () => {
		const then = toldOfFixture('stripe_subscriptions', 'splitOut', on('2025-06-01', '2025-07-01'));
		expect([then.cus_monthly.renewsOn, then.cus_periodend.endsOn, then.cus_monthly.status]).toEqual([null, null, 'active']);
		expect([then.cus_periodend.cancelled, then.cus_periodend.cancelledOn, then.cus_monthly.cancelled]).toEqual([null, null, null]);
		const trial = toldOfFixture('stripe_subscriptions', 'splitOut', on('2025-05-10', '2025-07-01')).cus_trialquit;
		expect([trial.status, trial.trialEndsOn, trial.endedOn]).toEqual(['trial', '2025-05-15', null]);
	});

	it('a period that stands on the subscription itself, as in older lists, is told too', () => {
		expect(toldOfFixture('stripe_subscriptions', 'listObject').cus_monthly.renewsOn).toBe('2024-09-15');
	});
});

describe('a plain table in English, as of 1 July 2025, which is today', () => {
	const fields = toldOfFixture('plain_subscriptions_english');

	it('a change of plan from 20 to 50 in June 2024', () => {
		expect(fields['Harbor Cafe']).toMatchObject({ status: 'active', since: '2024-01-10', plan: 'Pro', monthlyAmount: 50, priceChangedOn: '2024-06-01', previousMonthlyAmount: 20, previousPlan: 'Basic' });
	});

	it('two plans that overlap from 20 January to 10 February: the last change is the end of the old one, and the customer has left', () => {
		expect(fields['Bright Kids']).toMatchObject({ status: 'ended', since: '2024-09-01', endedOn: '2025-06-05', reason: 'support took days to answer', reasonKind: 'voluntary', priceChangedOn: '2025-02-10', previousMonthlyAmount: 70 });
	});

	it('an end in September is planned; a yearly price of 540 is 45 a month; a trial before a plan begins the spell', () => {
		expect(fields['Old Mill Books']).toMatchObject({ status: 'active', endsOn: '2025-09-30', endedOn: null, reason: null });
		expect(fields['Pine Dental'].monthlyAmount).toBe(45);
		expect(fields['Lotus Yoga']).toMatchObject({ since: '2025-05-20', status: 'active', plan: 'Basic', onTrial: false });
	});

	it('on 1 June 2025, in the past of its rows, a trial runs whose end is not known', () => {
		expect(toldOfFixture('plain_subscriptions_english', undefined, on('2025-06-01', '2025-07-01'))['Lotus Yoga']).toMatchObject({ status: 'trial', onTrial: true, plan: 'Trial', trialEndsOn: null });
		expect(toldOfFixture('plain_subscriptions_english', undefined, on('2025-06-01'))['Lotus Yoga']).toMatchObject({ status: 'trial', trialEndsOn: '2025-06-03', endsOn: null });
	});
});

describe('changes of plan, as of 1 July 2025, which is today', () => {
	const fields = toldOfFixture('plan_changes');

	it('from a trial to 12.50 and 24 a month, until a row cancels', () => {
		expect(fields[101]).toMatchObject({ status: 'ended', since: '2024-03-01', endedOn: '2025-03-08', priceChangedOn: '2024-09-08', previousMonthlyAmount: 12.5 });
	});

	it('a cancellation dated ahead is a planned end', () => {
		expect(fields[108]).toMatchObject({ status: 'active', endsOn: '2025-08-08', endedOn: null, cancelled: true, cancelledOn: null });
		expect(fields[103].cancelled).toBe(false);
	});

	it('a trial that runs has no end that is known', () => expect(fields[107]).toMatchObject({ status: 'trial', onTrial: true, trialEndsOn: null, monthlyAmount: 0 }));
	it('who was back after a while counts from then on', () => expect(fields[103]).toMatchObject({ status: 'active', since: '2025-01-15', plan: 'studio monthly' }));
});

describe('rows of a plain table', () => {
	const row: Row = { customer_id: 'ann', start_date: '2024-01-10', status: 'active', plan: 'basic', price: 20 };
	const ann = (cells: Row, changes?: SubscriptionChanges) => told([{ ...row, ...cells }], changes).ann;

	it('with a day up to which is paid renew then where they are active, and end then where they are cancelled', () => {
		expect([ann({ expires_at: '2024-07-10' }).renewsOn, ann({ expires_at: '2024-07-10' }).endsOn]).toEqual(['2024-07-10', null]);
		expect([ann({ expires_at: '2024-07-10', status: 'cancelled' }).renewsOn, ann({ expires_at: '2024-07-10', status: 'cancelled' }).endsOn]).toEqual([null, '2024-07-10']);
	});

	it.each(['Next Billing Date', 'renewal_date', 'Дата наступного платежу', 'Следующая оплата', 'تاریخ تمدید'])('renew on the day in "%s", also without a status; not where they are cancelled', (name) => {
		expect([ann({ [name]: '2024-07-05' }).renewsOn, ann({ [name]: '2024-07-05', status: '' }).renewsOn]).toEqual(['2024-07-05', '2024-07-05']);
		expect(ann({ [name]: '2024-07-05', status: 'cancelled', end_date: '2024-08-01' })).toMatchObject({ renewsOn: null, endsOn: '2024-08-01' });
	});

	it('with a renewal that cannot be read count all the same, and one in the order of the other dates is read so', () => {
		expect(ann({ renewal_date: 'soon' })).toMatchObject({ status: 'active', renewsOn: null });
		const rows = [{ ...row, start_date: '25/01/2024', renewal_date: '03/07/2024' }, { ...row, customer_id: 'bob', start_date: '03/04/2024' }];
		expect([told(rows).ann.renewsOn, told(rows).bob.since]).toEqual(['2024-07-03', '2024-04-03']);
	});

	it('a column that the user takes for the end is no renewal', () => {
		expect(ann({ expires_at: '2024-07-10' }, { columns: { end: 'expires_at' } })).toMatchObject({ renewsOn: null, endsOn: '2024-07-10' });
	});

	it('with a pause are paused from its day to the day of its end, and bring nothing then', () => {
		const pause = { paused_on: '2024-06-01', resumes_on: '2024-07-01' };
		expect(ann(pause, on('2024-06-30', '2024-07-01'))).toMatchObject({ status: 'paused', monthlyAmount: 0, since: '2024-01-10', priceChangedOn: null });
		expect([ann(pause).status, ann(pause).monthlyAmount, ann(pause).endsOn]).toEqual(['active', 20, null]);
	});

	it('know plans as of the day after the last of them, also where today is much later; not on that day', () => {
		const rows = { expires_at: '2024-03-10' };
		const renewsOn = (date: string) => told([{ ...row, ...rows }, { ...row, customer_id: 'bob', start_date: '2024-02-20' }], on(date, '2024-07-01')).ann.renewsOn;
		expect([renewsOn('2024-02-20'), renewsOn('2024-02-21')]).toEqual([null, '2024-03-10']);
	});

	it('of one subscription number are one subscription', () => {
		expect(told([{ ...row, subscription_id: 'S-1' }, { ...row, subscription_id: 'S-1', plan: 'seats' }, { ...row, subscription_id: 'S-2' }]).ann).toMatchObject({ subscriptions: 2, monthlyAmount: 60, plan: 'basic + seats' });
	});
});

describe('cancelled and cancelledOn in rows of a plain table, as of 1 July 2024', () => {
	const row: Row = { customer_id: 'ann', start_date: '2024-01-10', plan: 'basic', price: 20 };
	const ann = (cells: Row, changes?: SubscriptionChanges) => {
		const { status, cancelled, cancelledOn } = told([{ ...row, ...cells }], changes).ann;
		return [status, cancelled, cancelledOn];
	};

	it.each(['Cancelled', 'скасовано', 'отменена', 'لغو شده'])('are true where the status is "%s" and the end, 31 July, is ahead', (status) => {
		expect(ann({ status, end_date: '2024-07-31' })).toEqual(['active', true, null]);
	});

	it('are false beside an end in December where the status says active, and null where it says nothing: that is the end of a contract', () => {
		expect([ann({ status: 'active', end_date: '2024-12-31' }), ann({ status: '', end_date: '2024-12-31' }), ann({ end_date: '2024-12-31' })]).toEqual([['active', false, null], ['active', null, null], ['active', null, null]]);
	});

	it('are null once the end, 30 June, is over', () => {
		expect(ann({ status: 'cancelled', end_date: '2024-06-30', cancelled_on: '2024-06-12' })).toEqual(['ended', null, null]);
	});

	it.each(['Cancelled At', 'cancellation_date', 'Cancel requested on', 'Дата скасування', 'Дата заяви на скасування', 'Дата отмены', 'تاریخ لغو'])('are true and 12 June where "%s" says so beside an end on 31 July, whatever the status', (name) => {
		expect([ann({ end_date: '2024-07-31', [name]: '2024-06-12' }), ann({ status: 'active', end_date: '2024-07-31', [name]: '2024-06-12' })]).toEqual([['active', true, '2024-06-12'], ['active', true, '2024-06-12']]);
	});

	it('are false where the column of the day is there and blank, true where only the status says it', () => {
		expect([ann({ end_date: '2024-07-31', cancelled_on: '' }), ann({ status: 'cancelled', end_date: '2024-07-31', cancelled_on: '' })]).toEqual([['active', false, null], ['active', true, null]]);
	});

	it('are null where the day of cancelling cannot be read and no status says it, and false where one does', () => {
		expect([ann({ end_date: '2024-07-31', cancelled_on: 'soon' }), ann({ status: 'active', end_date: '2024-07-31', cancelled_on: 'soon' })]).toEqual([['active', null, null], ['active', false, null]]);
	});

	it('end with the day of leaving and not with that of cancelling, also where that is called a termination date', () => {
		expect(told([{ ...row, cancelled_at: '2024-06-12', 'Termination Date': '2024-07-31' }]).ann).toMatchObject({ endsOn: '2024-07-31', cancelled: true, cancelledOn: '2024-06-12' });
	});

	it('without another end the day of cancelling is the end: one in August is true, with no day yet; one in June has ended', () => {
		expect([ann({ cancelled_at: '2024-08-15' }), ann({ cancelled_at: '2024-06-12' }), ann({ cancelled_at: '' })]).toEqual([['active', true, null], ['ended', null, null], ['active', false, null]]);
	});

	it('a column that the user takes for the end is none of cancelling', () => {
		expect(ann({ cancelled_at: '2024-08-15' }, { columns: { end: 'cancelled_at' } })).toEqual(['active', null, null]);
	});

	it('are not told as of 1 June where the day of cancelling, 12 June, comes after it, nor is the end that was known since', () => {
		const changes = on('2024-06-01', '2024-07-01');
		expect(told([{ ...row, end_date: '2024-07-31', cancelled_on: '2024-06-12' }], changes).ann).toMatchObject({ status: 'active', cancelled: null, cancelledOn: null, endsOn: null });
		expect(told([{ ...row, end_date: '2024-07-31', cancelled_on: '2024-05-12' }], changes).ann).toMatchObject({ cancelled: true, cancelledOn: '2024-05-12', endsOn: '2024-07-31' });
	});
});

describe('ChartMogul and Recurly', () => {
	it('an active entry of ChartMogul renews where its invoices end, a cancelled one does not', () => {
		const fields = toldOfFixture('chartmogul_export', 'subscriptionsApi');
		expect(fields['cus_3f6f53d3-bca7-4fcd-ad47-345180000001']).toMatchObject({ status: 'active', renewsOn: '2025-07-20', endsOn: null });
		expect(Object.values(fields).filter(({ status, renewsOn }) => status === 'ended' && renewsOn !== null)).toEqual([]);
	});

	it('an active entry of ChartMogul is not cancelled, though it has an end; one that is cancelled for an end ahead is; intervals say nothing of it', () => {
		const [entry] = subscriptionFixture('chartmogul_export', 'subscriptionsApi').items;
		const cancelled = (cells: Row) => Object.values(told([{ ...entry, ...cells }], on('2025-07-01'))).map((fields) => [fields.cancelled, fields.endsOn]);
		expect([cancelled({}), cancelled({ status: 'cancelled' })]).toEqual([[[false, null]], [[true, '2025-07-20']]]);
		const [interval] = subscriptionFixture('chartmogul_export', 'mrrIntervals').items;
		expect(Object.values(told([{ ...interval, IS_TRIAL: 'false', END_DATE: '2025-09-01' }], on('2025-07-01'))).map((fields) => [fields.cancelled, fields.endsOn])).toEqual([[null, '2025-09-01']]);
	});

	const { items } = subscriptionFixture('recurly_export', 'subscriptions');
	const first: Row = items[0];
	const ofFirst = (cells: Row) => told([{ ...first, ...cells }], on('2025-07-01'))['A-0007'];

	it('an active subscription of Recurly renews with its period', () => {
		expect(ofFirst({})).toMatchObject({ status: 'active', since: '2024-02-15', monthlyAmount: 114, renewsOn: '2025-07-15', endsOn: null });
	});

	it('one that does not renew itself ends with its term, or with the period after which no cycle is left', () => {
		expect(ofFirst({ auto_renew: 'FALSE' })).toMatchObject({ renewsOn: null, endsOn: '2025-07-15' });
		expect(ofFirst({ auto_renew: 'FALSE', remaining_billing_cycles: '3', current_term_ends_at: '2025-10-15 08:12:44 UTC' })).toMatchObject({ renewsOn: '2025-07-15', endsOn: '2025-10-15' });
		expect(ofFirst({ auto_renew: 'FALSE', remaining_billing_cycles: '3' })).toMatchObject({ renewsOn: '2025-07-15', endsOn: null });
	});

	it('one that was cancelled ends when it expires', () => {
		expect(ofFirst({ state: 'canceled', expires_at: '2025-07-15 08:12:44 UTC' })).toMatchObject({ status: 'active', renewsOn: null, endsOn: '2025-07-15', cancelled: true, cancelledOn: null });
		expect(toldOfFixture('recurly_export', 'subscriptions')['A-0013']).toMatchObject({ status: 'active', endsOn: '2025-07-20', cancelled: true, cancelledOn: '2025-06-25' });
	});

	it('one that was cancelled within a term of several periods is active and cancelled; one whose contract does not renew is not cancelled', () => {
		const inTerm = { auto_renew: 'FALSE', remaining_billing_cycles: '3', current_term_ends_at: '2025-10-15 08:12:44 UTC' };
		expect(ofFirst({ ...inTerm, canceled_at: '2025-06-20 23:30:00 PDT' })).toMatchObject({ status: 'active', endsOn: '2025-10-15', cancelled: true, cancelledOn: '2025-06-21' });
		expect([ofFirst(inTerm).cancelled, ofFirst({}).cancelled, ofFirst({ canceled_at: '2025-06-20 08:00:00 UTC' }).cancelled]).toEqual([false, false, false]);
	});
});

it('customers are numbered as in all streams together, and one without a subscription has none', () => {
	const settings = subscriptionSettings({ ...on('2024-07-01'), ...keepsAllTerms });
	const opened = openSubscriptions(itemsOf([{ customer_id: 'bob', start_date: '2024-01-10', end_date: '', price: 20 }]), settings);
	if (!('close' in opened)) throw new Error('There is no stream');
	const ids = ['ann', 'bob'];
	const together = { ...opened.customers, customerOf: opened.customers.customerOf.map(() => 1), count: 2, ids, idOf: (customer: number) => ids[customer] };
	const closed = opened.close({ day: today, today, how: 'today' }, together);
	if (!('reading' in closed)) throw new Error('There is no reading');
	expect(fieldsOf(subscriptionColumnsOf(closed.reading, settings), today).map(({ status, subscriptions }) => [status, subscriptions])).toEqual([[null, 0], ['active', 1]]);
});
