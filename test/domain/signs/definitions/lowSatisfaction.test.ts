import { closeTo } from '../../../support/closeTo';
import { daysAgo, evidenceOf, inDays, strengthOf } from '../../../support/signs';

const nps = (lastNps: number, days = 10) => ({ tickets: { lastNps, lastNpsOn: daysAgo(days) } });
const score = (lastSatisfaction: number, days = 10) => ({ tickets: { lastSatisfaction, lastSatisfactionOn: daysAgo(days) } });
const onScale = (satisfactionScale: number) => ({ satisfactionScale });

describe('lowSatisfaction by the score for recommending', () => {
	it('is 1 at 0, 4/10 at 6, and nothing at 7, who is no detractor', () => {
		for (const [given, expected] of [[0, 1], [3, 0.7], [6, 0.4], [7, 0], [10, 0]] as const) closeTo(strengthOf('lowSatisfaction', nps(given)), expected, given);
	});

	it('counts fully for 90 days, then less and less up to 365: half on day 227.5', () => {
		expect([90, 91, 365, 366].map((days) => strengthOf('lowSatisfaction', nps(0, days)))).toEqual([1, 274 / 275, 0, 0]);
		closeTo(strengthOf('lowSatisfaction', nps(0, 200)), 165 / 275, 'day 200');
	});

	it('counts fully where it is dated tomorrow', () => {
		expect(strengthOf('lowSatisfaction', { tickets: { lastNps: 0, lastNpsOn: inDays(1) } })).toBe(1);
	});

	it('is told with its scale and its day', () => {
		expect(evidenceOf('lowSatisfaction', nps(3))).toMatchObject({ kind: 'wouldNotRecommend', measured: 3, usual: 10, since: daysAgo(10) });
	});
});

describe('lowSatisfaction by a score of satisfaction', () => {
	it('of one to five stars is 1, 1 − 1.2/4 = .7, .4, and nothing above the middle', () => {
		for (const [given, expected] of [[1, 1], [2, 0.7], [3, 0.4], [3.1, 0], [4, 0], [5, 0]] as const) closeTo(strengthOf('lowSatisfaction', score(given), onScale(5)), expected, given);
	});

	it('of 0 on a scale of stars is no less than one star', () => {
		expect(strengthOf('lowSatisfaction', score(0), onScale(5))).toBe(1);
	});

	it('of 0 or 1 is 1 and nothing', () => {
		expect([0, 1].map((given) => strengthOf('lowSatisfaction', score(given), onScale(1)))).toEqual([1, 0]);
	});

	it('of 5 in 10 and 50 in 100 is .4, of 51 in 100 nothing', () => {
		closeTo(strengthOf('lowSatisfaction', score(5), onScale(10)), 0.4, '5 in 10');
		closeTo(strengthOf('lowSatisfaction', score(50), onScale(100)), 0.4, '50 in 100');
		expect(strengthOf('lowSatisfaction', score(51), onScale(100))).toBe(0);
	});

	it('is told with the highest of the scale', () => {
		expect(evidenceOf('lowSatisfaction', score(2), onScale(5))).toMatchObject({ kind: 'notSatisfied', measured: 2, usual: 5, since: daysAgo(10) });
	});
});

describe('lowSatisfaction where both were given', () => {
	const both = (npsDays: number, scoreDays: number, lastNps: number, stars: number) => ({ tickets: { ...nps(lastNps, npsDays).tickets, ...score(stars, scoreDays).tickets } });

	it('takes the later, though the other warns more: an NPS of 0 twenty days ago, five stars ten days ago', () => {
		expect(strengthOf('lowSatisfaction', both(20, 10, 0, 5), onScale(5))).toBe(0);
		expect(strengthOf('lowSatisfaction', both(10, 20, 0, 5), onScale(5))).toBe(1);
	});

	it('takes of the same day the one that warns more', () => {
		expect(strengthOf('lowSatisfaction', both(10, 10, 9, 1), onScale(5))).toBe(1);
		expect(strengthOf('lowSatisfaction', both(10, 10, 0, 5), onScale(5))).toBe(1);
	});
});

describe('lowSatisfaction without data', () => {
	it('says so: tickets not connected, no score, a score that has no day', () => {
		expect(strengthOf('lowSatisfaction', {})).toBe('notConnected');
		expect(strengthOf('lowSatisfaction', { tickets: { recent: 2, usual: 0 } })).toBe('noRows');
		expect(strengthOf('lowSatisfaction', { tickets: { lastNps: 0 } })).toBe('noRows');
	});
});
