import { closeTo } from '../../../support/closeTo';
import { daysAgo, evidenceOf, strengthOf } from '../../../support/signs';

const delays = (recentDelayDays: number, usualDelayDays: number | null = 2, onTime: number | null = 3, late: number | null = 3) => ({ payments: { recentDelayDays, usualDelayDays, onTime, late } });
const price = (previousMonthlyAmount: number | null, monthlyAmount: number, days = 10) => ({ subscriptions: { monthlyAmount, previousMonthlyAmount, priceChangedOn: daysAgo(days) } });
const median = (usualDelayDays: number) => ({ usualDelayDays });

describe('paymentsChanged: later', () => {
	it('says nothing of 3 days more than usual, half of 16.5, all of 30', () => {
		for (const [more, expected] of [[0, 0], [3, 0], [4, 1 / 27], [16.5, 1 / 2], [30, 1], [90, 1]] as const) closeTo(strengthOf('paymentsChanged', delays(2 + more)), expected, more);
	});

	it('draws the usual to the median as if that stood for three payments: 2 days of six and 8 of everybody are 4', () => {
		closeTo(evidenceOf('paymentsChanged', delays(20.5, 2), median(8)).usual, 4, '(6 · 2 + 3 · 8) / 9');
		closeTo(strengthOf('paymentsChanged', delays(20.5, 2), median(8)), 1 / 2, '(16.5 − 3) / 27');
	});

	it('counts payments that are not counted as none: then the median alone holds', () => {
		closeTo(evidenceOf('paymentsChanged', delays(20.5, 2, null, null), median(8)).usual, 8, '(0 + 3 · 8) / 3');
	});

	it('expects no payment ahead of time: usually 10 days early, 16.5 days late is half', () => {
		closeTo(strengthOf('paymentsChanged', delays(16.5, -10)), 1 / 2, '(16.5 − 0 − 3) / 27');
	});

	it('takes everybody’s where the customer has nothing usual, and says nothing where nobody has', () => {
		closeTo(strengthOf('paymentsChanged', delays(18.5, null), median(2)), 1 / 2, 'M alone');
		expect(strengthOf('paymentsChanged', delays(18.5, null))).toBe('noRows');
	});

	it('is told in days, since no day that is known', () => {
		expect(evidenceOf('paymentsChanged', delays(18.5))).toMatchObject({ kind: 'paysLater', measured: 18.5, usual: 2, since: null });
	});
});

describe('paymentsChanged: less', () => {
	it('is the share by which they pay less: 20 after 25 is 1/5', () => {
		closeTo(strengthOf('paymentsChanged', price(25, 20)), 1 / 5, '(25 − 20) / 25');
		expect(evidenceOf('paymentsChanged', price(25, 20))).toMatchObject({ kind: 'paysLess', measured: 20, usual: 25, since: daysAgo(10) });
	});

	it('fades from day 30 to day 180', () => {
		for (const [days, expected] of [[30, 0.2], [31, (0.2 * 149) / 150], [105, 0.1], [180, 0], [181, 0]] as const) closeTo(strengthOf('paymentsChanged', price(25, 20, days)), expected, days);
	});

	it('is 0 where they pay more, as much or as they always did', () => {
		expect([price(20, 25), price(20, 20), { subscriptions: { monthlyAmount: 20 } }].map((given) => strengthOf('paymentsChanged', given))).toEqual([0, 0, 0]);
	});
});

describe('paymentsChanged: in part, or in another way', () => {
	it('is .5 for one payment in part and for three, 0 for none', () => {
		expect([0, 1, 3].map((partial) => strengthOf('paymentsChanged', { payments: { partial } }))).toEqual([0, 0.5, 0.5]);
	});

	it('is .3 for another way to pay up to day 30, and 0 from day 90 on', () => {
		for (const [days, expected] of [[0, 0.3], [30, 0.3], [60, 0.15], [90, 0], [91, 0]] as const) closeTo(strengthOf('paymentsChanged', { payments: { methodChangedOn: daysAgo(days) } }), expected, days);
	});
});

describe('paymentsChanged', () => {
	it('tells the strongest: half a month later goes before in part, and that before another way', () => {
		const payments = { ...delays(30).payments, partial: 1, methodChangedOn: daysAgo(1) };
		expect(evidenceOf('paymentsChanged', { payments }).kind).toBe('paysLater');
		expect(evidenceOf('paymentsChanged', { payments: { ...payments, recentDelayDays: 4 } }).kind).toBe('paysInPart');
		expect(evidenceOf('paymentsChanged', { payments: { ...payments, recentDelayDays: 4, partial: 0 } }).kind).toBe('paysOtherwise');
	});

	it('has no data where neither stream is connected, or both say nothing of it', () => {
		expect(strengthOf('paymentsChanged', {})).toBe('notConnected');
		expect(strengthOf('paymentsChanged', { payments: { onTime: 3 }, subscriptions: { status: 'active' } })).toBe('noRows');
	});
});
