import { isGone } from '../../../domain/signs/gone';
import type { Given } from '../../support/signs';
import { daysAgo, observedOf, population } from '../../support/signs';

const W = 180;
const gone = (given: Given) => isGone(observedOf(given), population(), W);

const boughtOnce = (daysSince: number) => ({ purchases: { repeats: 0, recencyDays: 0, lastOn: daysAgo(daysSince), daysSince } });
/** Four purchases 200 days apart: with r 2 and α 60 a silence has the chance .001 on day 660 · (1000^(1/5) − 1) = 1967.51. */
const rare = (daysSince: number) => ({ purchases: { repeats: 3, recencyDays: 600, lastOn: daysAgo(daysSince), daysSince } });

describe('somebody without a subscription', () => {
	it('who bought once is here on day 180 and gone on day 181', () => {
		expect([179, 180, 181].map((days) => gone(boughtOnce(days)))).toEqual([false, false, true]);
	});

	it('who buys every 200 days is overdue from day 387 on and here until day 1967, which their rhythm explains in one of a thousand cases, and gone on day 1968', () => {
		expect([387, 1967, 1968].map((days) => gone(rare(days)))).toEqual([false, false, true]);
	});

	it('who buys every week is not gone when overdue, only after 180 days', () => {
		const weekly = (daysSince: number) => ({ purchases: { repeats: 50, recencyDays: 350, lastOn: daysAgo(daysSince), daysSince } });
		expect([60, 180, 181].map((days) => gone(weekly(days)))).toEqual([false, false, true]);
	});

	it('who still uses it is here, though the last purchase was 400 days ago', () => {
		expect(gone({ ...boughtOnce(400), usage: { lastOn: daysAgo(3) } })).toBe(false);
	});

	it('who used it last 200 days ago is gone where the rhythm of buying ran out 1968 days after the last purchase, and here on day 1967', () => {
		const usage = { lastOn: daysAgo(200) };
		expect(gone({ ...rare(1968), usage })).toBe(true);
		expect(gone({ ...rare(1967), usage })).toBe(false);
	});

	it('who pays is here, though they bought 400 days ago and used it last 300 days ago', () => {
		const given = { ...boughtOnce(400), usage: { lastOn: daysAgo(300) } };
		expect([180, 181].map((days) => gone({ ...given, payments: { lastPaidOn: daysAgo(days) } }))).toEqual([false, true]);
	});

	it('who neither bought, used nor paid is gone by the last contact, and by nothing else where one of it is known', () => {
		expect([180, 181].map((days) => gone({ contacts: { lastOn: daysAgo(days) } }))).toEqual([false, true]);
		expect(gone({ payments: { lastPaidOn: daysAgo(181) }, contacts: { lastOn: daysAgo(1) } })).toBe(true);
	});

	it('who is only in touch, every 200 days, is here while that rhythm explains it, until day 1967, and gone on day 1968', () => {
		const inTouch = (days: number) => ({ contacts: { contactDays: 4, firstOn: daysAgo(days + 600), lastOn: daysAgo(days), daysSince: days } });
		expect([1967, 1968].map((days) => gone(inTouch(days)))).toEqual([false, true]);
		expect(gone({ ...inTouch(200), ...boughtOnce(200) })).toBe(true);
	});

	it('who says or asks that they leave is not passed over, however long they are silent', () => {
		const wrote = (text: string, days: number) => ({ ...boughtOnce(400), tickets: { recentTexts: [text], recentTextsOn: [daysAgo(days)] } });
		expect([wrote('Please cancel my subscription.', 3), wrote('How do I cancel my subscription?', 3)].map(gone)).toEqual([false, false]);
		expect([wrote('Please cancel my subscription.', 120), wrote('Thank you for the delivery.', 3)].map(gone)).toEqual([true, true]);
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

	it('that ended ten days ago is here where they bought, used or paid on that day, the first without it, or after', () => {
		const subscriptions = { status: 'ended', endedOn: daysAgo(10) };
		expect([gone({ ...boughtOnce(10), subscriptions }), gone({ subscriptions, usage: { lastOn: daysAgo(9) } }), gone({ subscriptions, payments: { lastPaidOn: daysAgo(10) } })]).toEqual([false, false, false]);
	});

	it('that ended is gone though they say that they leave: they did', () => {
		expect(gone({ subscriptions: { status: 'ended', endedOn: daysAgo(10) }, tickets: { recentTexts: ['Please cancel my subscription.'], recentTextsOn: [daysAgo(12)] } })).toBe(true);
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
