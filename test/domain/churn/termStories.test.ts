import type { Row } from '../../../boundary/paths';
import { baseOfTerms } from '../../../domain/churn/baseOfTerms';
import { movementsOf } from '../../../domain/churn/movements';
import { termStoryFields } from '../../../domain/churn/termStories';
import { STILL_HERE } from '../../../domain/ledger/spells';
import { isoDate, periodsCovering } from '../../../domain/time';
import { dayOf } from '../../support/ledger';
import type { StoryFields } from '../../../domain/churn/customerBase';
import type { SubscriptionChanges } from '../../support/subscriptions';
import { subscriptionReading } from '../../support/subscriptions';

/** The stories of all losses of the first half of 2024, by customer and day. */
function storiesOf(rows: readonly Row[], changes: SubscriptionChanges = {}, allowedGap = 0) {
	const reading = subscriptionReading(rows, changes);
	const base = baseOfTerms(reading, allowedGap);
	const { losses } = movementsOf(base.ledger, periodsCovering(dayOf('2024-01-01'), dayOf('2024-06-30'), 'month'));
	const tell = base.storyTeller();
	return Object.fromEntries(
		losses.map((loss) => {
			const fields: StoryFields = {};
			tell(loss, fields);
			return [`${reading.customers.idOf(loss.customer)} ${isoDate(base.ledger.end[loss.spell])}`, fields];
		}),
	);
}

const basic = { customer_id: 'ann', start_date: '2024-01-10', end_date: '2024-03-10', plan: 'basic', price: 20, currency: 'USD' };

describe('the story of a loss', () => {
	it('names the plan that ended, what it brought a month and in which currency', () => {
		expect(storiesOf([basic])).toEqual({ 'ann 2024-03-10': { plan: 'basic', monthlyAmount: 20, monthlyCurrency: 'USD' } });
	});

	it('tells of the plan at the end, not of the one before it', () => {
		const pro = { ...basic, start_date: '2024-03-10', end_date: '2024-05-01', plan: 'pro', price: 30 };
		expect(storiesOf([basic, pro])).toEqual({ 'ann 2024-05-01': { plan: 'pro', monthlyAmount: 30, monthlyCurrency: 'USD' } });
	});

	it('tells of two plans that end on one day in the order of the alphabet, and adds them up', () => {
		expect(storiesOf([{ ...basic, plan: 'team', price: 5 }, basic])['ann 2024-03-10']).toMatchObject({ plan: 'basic, team', monthlyAmount: 25 });
	});

	it('does not count what had ended before: of two subscriptions the first was a contraction', () => {
		expect(storiesOf([basic, { ...basic, end_date: '2024-02-20', plan: 'team', price: 5 }])).toEqual({ 'ann 2024-03-10': { plan: 'basic', monthlyAmount: 20, monthlyCurrency: 'USD' } });
	});

	it('of a yearly price tells a twelfth', () => {
		expect(storiesOf([{ ...basic, billing: 'yearly', price: 120 }])['ann 2024-03-10']).toMatchObject({ monthlyAmount: 10 });
	});

	it('of a pause that was never over tells the plan and that it brought nothing', () => {
		expect(storiesOf([{ ...basic, paused_on: '2024-02-01' }])['ann 2024-03-10']).toMatchObject({ plan: 'basic', monthlyAmount: 0 });
	});

	it('of two currencies at once has no one amount, but one in each', () => {
		const rows = [basic, { ...basic, plan: 'team', price: 5, currency: 'EUR' }];
		expect(storiesOf(rows)).toEqual({ 'ann 2024-03-10': { plan: 'basic, team', monthlyAmount: null, monthlyCurrency: null, monthlyAmountByCurrency: { EUR: 5, USD: 20 } } });
	});

	it('of one currency where others have another has both the amount and the amounts by currency', () => {
		const rows = [basic, { ...basic, customer_id: 'bob', price: 5, currency: 'EUR' }];
		expect(storiesOf(rows)).toEqual({
			'ann 2024-03-10': { plan: 'basic', monthlyAmount: 20, monthlyCurrency: 'USD', monthlyAmountByCurrency: { USD: 20 } },
			'bob 2024-03-10': { plan: 'basic', monthlyAmount: 5, monthlyCurrency: 'EUR', monthlyAmountByCurrency: { EUR: 5 } },
		});
	});

	it('says nothing of plan and amount where no column holds them', () => {
		expect(storiesOf([{ customer_id: 'ann', start_date: '2024-01-10', end_date: '2024-03-10' }])).toEqual({ 'ann 2024-03-10': { plan: null, monthlyAmount: null, monthlyCurrency: null } });
	});

	it('with reasons has the reason as the row has it, and its kind', () => {
		expect(storiesOf([{ ...basic, reason: 'Card expired' }])['ann 2024-03-10']).toMatchObject({ leavingReason: 'Card expired', leavingIntent: 'involuntary', leavingControl: 'unknown', leavingEnding: 'unknown' });
		const rows = [{ ...basic, reason: '' }, { ...basic, customer_id: 'bob', reason: 'too expensive' }];
		expect(storiesOf(rows)['ann 2024-03-10']).toMatchObject({ leavingReason: null, leavingIntent: 'unknown' });
		expect(storiesOf(rows)['bob 2024-03-10']).toMatchObject({ leavingReason: 'too expensive', leavingIntent: 'voluntary', leavingControl: 'controllable' });
	});

	it('where cancelling is a row has the reason of that row', () => {
		const changesOfPlan = [
			{ customer_id: 'ann', start_date: '2024-01-10', plan: 'basic', price: 20, reason: '' },
			{ customer_id: 'ann', start_date: '2024-03-10', plan: 'churn', price: '', reason: 'moved away' },
		];
		expect(storiesOf(changesOfPlan)).toEqual({
			'ann 2024-03-10': { plan: 'basic', monthlyAmount: 20, monthlyCurrency: null, leavingReason: 'moved away', leavingIntent: 'voluntary', leavingControl: 'uncontrollable', leavingEnding: 'unknown' },
		});
	});

	it('of a loss behind a bridged gap tells the last plan only', () => {
		const back = { ...basic, start_date: '2024-03-15', end_date: '2024-05-01', plan: 'pro', price: 30 };
		expect(storiesOf([basic, back], {}, 7)).toEqual({ 'ann 2024-05-01': { plan: 'pro', monthlyAmount: 30, monthlyCurrency: 'USD' } });
	});
});

it('the row that tells it is the one that ended last', () => {
	const rows = [basic, { ...basic, start_date: '2024-03-10', end_date: '2024-05-01', plan: 'pro' }];
	const base = baseOfTerms(subscriptionReading(rows), 0);
	expect([base.ledger.end.includes(STILL_HERE), base.storyTeller()({ customer: 0, spell: 0, period: 4, spellWasHereAtStart: true, isBackAtEnd: false }, {})]).toEqual([false, 1]);
});

it('every field of a story says what it means and when it is null', () => {
	for (const { meaning } of Object.values(termStoryFields)) expect(meaning).toMatch(/^Only with/);
});
