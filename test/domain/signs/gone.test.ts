import { isGone } from '../../../domain/signs/gone';
import type { Given } from '../../support/signs';
import { daysAgo, observedOf, population } from '../../support/signs';

const W = 180;
const gone = (given: Given) => isGone(observedOf(given), population(), W);

const boughtOnce = (daysSince: number) => ({ purchases: { repeats: 0, recencyDays: 0, lastOn: daysAgo(daysSince), daysSince } });
/** Four purchases 200 days apart: with r 2 and α 60 the alarm is on day 660 · (10^(1/5) − 1) = 386.03. */
const rare = (daysSince: number) => ({ purchases: { repeats: 3, recencyDays: 600, lastOn: daysAgo(daysSince), daysSince } });

describe('somebody without a subscription', () => {
	it('who bought once is here on day 180 and gone on day 181', () => {
		expect([179, 180, 181].map((days) => gone(boughtOnce(days)))).toEqual([false, false, true]);
	});

	it('who buys every 200 days is here until the own alarm day 386.03, and gone on day 387', () => {
		expect([200, 386, 387].map((days) => gone(rare(days)))).toEqual([false, false, true]);
	});

	it('who buys every week is not gone when overdue, only after 180 days', () => {
		const weekly = (daysSince: number) => ({ purchases: { repeats: 50, recencyDays: 350, lastOn: daysAgo(daysSince), daysSince } });
		expect([60, 180, 181].map((days) => gone(weekly(days)))).toEqual([false, false, true]);
	});

	it('who still uses it is here, though the last purchase was 400 days ago', () => {
		expect(gone({ ...boughtOnce(400), usage: { lastOn: daysAgo(3) } })).toBe(false);
	});

	it('who used it last 200 days ago is gone where the rhythm of buying ran out 400 days after the last purchase, and here on day 380', () => {
		const usage = { lastOn: daysAgo(200) };
		expect(gone({ ...rare(400), usage })).toBe(true);
		expect(gone({ ...rare(380), usage })).toBe(false);
	});

	it('who neither bought nor used is gone by the last contact or payment, the later of them', () => {
		expect(gone({ contacts: { lastOn: daysAgo(181) } })).toBe(true);
		expect(gone({ contacts: { lastOn: daysAgo(181) }, payments: { lastPaidOn: daysAgo(180) } })).toBe(false);
		expect(gone({ payments: { lastPaidOn: daysAgo(181) } })).toBe(true);
	});

	it('who bought 181 days ago is gone, though we were in touch yesterday', () => {
		expect(gone({ ...boughtOnce(181), contacts: { lastOn: daysAgo(1) } })).toBe(true);
	});

	it('of whom no day is known is not gone', () => {
		expect([gone({}), gone({ purchases: {}, tickets: { recent: 0 }, subscriptions: {} })]).toEqual([false, false]);
	});
});

describe('somebody with a subscription', () => {
	it('that runs is never gone, whether active, on trial or paused, silent for years', () => {
		expect(['active', 'trial', 'paused'].map((status) => gone({ ...boughtOnce(2000), subscriptions: { status } }))).toEqual([false, false, false]);
	});

	it('that ended today is gone where nothing was bought or used since', () => {
		expect(gone({ subscriptions: { status: 'ended', endedOn: daysAgo(0) } })).toBe(true);
		expect(gone({ ...boughtOnce(11), subscriptions: { status: 'ended', endedOn: daysAgo(10) } })).toBe(true);
	});

	it('that ended ten days ago is here where they bought or used on that day, the first without it, or after', () => {
		const subscriptions = { status: 'ended', endedOn: daysAgo(10) };
		expect([gone({ ...boughtOnce(10), subscriptions }), gone({ subscriptions, usage: { lastOn: daysAgo(9) } })]).toEqual([false, false]);
	});

	it('that ended is gone though we were in touch since', () => {
		expect(gone({ subscriptions: { status: 'ended', endedOn: daysAgo(10) }, contacts: { lastOn: daysAgo(1) } })).toBe(true);
	});

	it('that ended a year ago is gone 181 days after the last purchase since', () => {
		const subscriptions = { status: 'ended', endedOn: daysAgo(365) };
		expect([180, 181].map((days) => gone({ ...boughtOnce(days), subscriptions }))).toEqual([false, true]);
	});

	it('that ended on a day not known is judged by what they did', () => {
		expect([20, 181].map((days) => gone({ ...boughtOnce(days), subscriptions: { status: 'ended' } }))).toEqual([false, true]);
	});
});

describe('the days of Gone After', () => {
	it('are those of the setting: 31 days are gone after 30', () => {
		expect([30, 31].map((days) => isGone(observedOf(boughtOnce(days)), population(), 30))).toEqual([false, true]);
	});

	it('hold where nobody has a rhythm to learn from', () => {
		expect(isGone(observedOf(rare(200)), population({ purchaseHabit: null }), W)).toBe(true);
	});
});
