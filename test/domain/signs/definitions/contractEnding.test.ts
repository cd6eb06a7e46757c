import { closeTo } from '../../../support/closeTo';
import { daysAgo, evidenceOf, inDays, strengthOf } from '../../../support/signs';

const ends = (days: number, rest: object = {}) => ({ subscriptions: { status: 'active', endsOn: inDays(days), ...rest } });

describe('contractEnding', () => {
	it('is 1 in the last 30 days, the day itself too, then less and less up to 90 days ahead', () => {
		expect([0, 1, 30, 90, 91].map((days) => strengthOf('contractEnding', ends(days)))).toEqual([1, 1, 1, 0, 0]);
		closeTo(strengthOf('contractEnding', ends(31)), 59 / 60, '31 days ahead');
		closeTo(strengthOf('contractEnding', ends(60)), 1 / 2, '60 days ahead');
	});

	it('is 0 where it was cancelled, which they told us, and counts where that is not known', () => {
		expect(strengthOf('contractEnding', ends(10, { cancelled: true }))).toBe(0);
		expect([false, null].map((cancelled) => strengthOf('contractEnding', ends(10, { cancelled })))).toEqual([1, 1]);
	});

	it('is 0 where something runs and no end is planned', () => {
		expect(['active', 'trial', 'paused'].map((status) => strengthOf('contractEnding', { subscriptions: { status } }))).toEqual([0, 0, 0]);
	});

	it('is 0 where the end lies before As Of, and 1 on the day itself', () => {
		expect([-200, -1, 0].map((days) => strengthOf('contractEnding', ends(days)))).toEqual([0, 0, 1]);
	});

	it('has no data where planned ends were not known then, which the item says, and is 0 where only another field was not', () => {
		const reasons = 'plan: noColumn; endsOn: notKnownThen';
		expect(strengthOf('contractEnding', { subscriptions: { status: 'active', reasons } })).toBe('notKnownThen');
		expect(strengthOf('contractEnding', { subscriptions: { status: 'active', reasons: 'cancelledOn: notKnownThen' } })).toBe(0);
	});

	it('is told in days ahead, since 90 days before', () => {
		expect(evidenceOf('contractEnding', ends(60))).toMatchObject({ kind: 'contractEnds', measured: 60, since: daysAgo(30) });
	});

	it('has no data where subscriptions are not connected, none runs any more or none ever did', () => {
		expect(strengthOf('contractEnding', {})).toBe('notConnected');
		expect([{ status: 'ended' }, {}].map((subscriptions) => strengthOf('contractEnding', { subscriptions }))).toEqual(['noRows', 'noRows']);
	});
});
