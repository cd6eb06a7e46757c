import { closeTo } from '../../../support/closeTo';
import { daysAgo, evidenceOf, strengthOf } from '../../../support/signs';

/** Eleven purchase days in 300 days, the last so many days ago. */
const boughtAgo = (daysSince: number) => ({ purchases: { repeats: 10, recencyDays: 300, lastOn: daysAgo(daysSince), daysSince, gapMedianDays: 28 } });

describe('orderOverdue', () => {
	it('90 days after eleven purchases in 300 is q (360 / 450)^12 = .0687195 (DOMAIN)', () => {
		closeTo(strengthOf('orderOverdue', boughtAgo(90)), (Math.log10(1 / (360 / 450) ** 12) - 1) / 2, '(360 / 450)^12');
	});

	it('says nothing on day 76, before the alarm day 76.150 (DOMAIN), and something on day 77, since when it warns', () => {
		expect(strengthOf('orderOverdue', boughtAgo(76))).toBe(0);
		expect(strengthOf('orderOverdue', boughtAgo(77))).toBeGreaterThan(0);
		expect(evidenceOf('orderOverdue', boughtAgo(90)).since).toBe(daysAgo(90 - 77));
	});

	it('grows as the days go by: 90 days warn more than 80, less than 150', () => {
		const [sooner, now, later] = [80, 90, 150].map((days) => evidenceOf('orderOverdue', boughtAgo(days)).strength);
		expect(sooner).toBeLessThan(now);
		expect(now).toBeLessThan(later);
	});

	it('is told in days since the last purchase, beside the days usual from one to the next', () => {
		expect(evidenceOf('orderOverdue', boughtAgo(90))).toMatchObject({ kind: 'orderOverdue', measured: 90, usual: 28 });
	});

	it('has too little history of two purchase days (one gap), and enough of three', () => {
		const purchases = (repeats: number) => ({ purchases: { repeats, recencyDays: 100, lastOn: daysAgo(800), daysSince: 800 } });
		expect([purchases(0), purchases(1)].map((given) => strengthOf('orderOverdue', given))).toEqual(['tooFewEvents', 'tooFewEvents']);
		// (160 / 960)^4 is below .001.
		expect(strengthOf('orderOverdue', purchases(2))).toBe(1);
	});

	it('has no data where nobody has bought twice, where purchases are not connected, or where the customer never bought', () => {
		expect(strengthOf('orderOverdue', boughtAgo(90), { purchaseHabit: null })).toBe('tooFewEvents');
		expect(strengthOf('orderOverdue', {})).toBe('notConnected');
		expect(strengthOf('orderOverdue', { purchases: {} })).toBe('noRows');
	});
});
