import { closeTo } from '../../../support/closeTo';
import { daysAgo, evidenceOf, inDays, strengthOf } from '../../../support/signs';

const rose = (previousMonthlyAmount: number, monthlyAmount: number, days = 10, plans: object = { plan: 'Pro', previousPlan: 'Pro' }) => ({
	subscriptions: { monthlyAmount, previousMonthlyAmount, priceChangedOn: daysAgo(days), ...plans },
});
const announced = (days: number | null) => ({ named: { isNamed: { priceRisesOn: true }, priceRisesOn: days === null ? null : inDays(days) } });

describe('priceRise: behind', () => {
	it('of 15 % is half, of 30 % and more all there is to say', () => {
		for (const [now, expected] of [[23, 1 / 2], [26, 1], [40, 1], [20.6, 0.1]] as const) closeTo(strengthOf('priceRise', rose(20, now)), expected, now);
	});

	it('counts fully up to day 60, half on day 90, not from day 120 on', () => {
		for (const [days, expected] of [[60, 1], [61, 59 / 60], [90, 1 / 2], [120, 0], [121, 0]] as const) closeTo(strengthOf('priceRise', rose(20, 26, days)), expected, days);
	});

	it('is none on another plan, and half where one of the plans is not named', () => {
		expect(strengthOf('priceRise', rose(20, 26, 10, { plan: 'Pro', previousPlan: 'Basic' }))).toBe(0);
		expect([{ plan: 'Pro' }, { previousPlan: 'Pro' }, {}].map((plans) => strengthOf('priceRise', rose(20, 26, 10, plans)))).toEqual([0.5, 0.5, 0.5]);
	});

	it('is 0 where the price fell, stayed or never changed', () => {
		const given = [rose(26, 20), rose(20, 20), { subscriptions: { monthlyAmount: 20 } }];
		expect(given.map((each) => strengthOf('priceRise', each))).toEqual([0, 0, 0]);
	});

	it('is told with both prices, since the day of the change', () => {
		expect(evidenceOf('priceRise', rose(20, 23))).toMatchObject({ kind: 'priceRose', measured: 23, usual: 20, since: daysAgo(10) });
	});
});

describe('priceRise: by a column', () => {
	it('today is .5, in 30 days .25, in 60 and more nothing', () => {
		for (const [days, expected] of [[0, 0.5], [30, 0.25], [59, 0.5 / 60], [60, 0], [61, 0]] as const) closeTo(strengthOf('priceRise', announced(days)), expected, days);
	});

	it('stays .5 for 60 days, and is 0 from day 120 on', () => {
		for (const [days, expected] of [[-1, 0.5], [-60, 0.5], [-90, 0.25], [-120, 0], [-121, 0]] as const) closeTo(strengthOf('priceRise', announced(days)), expected, days);
	});

	it('is told in days ahead, since 60 days before; once past, since that day', () => {
		expect(evidenceOf('priceRise', announced(15))).toMatchObject({ kind: 'priceWillRise', measured: 15, since: daysAgo(45) });
		expect(evidenceOf('priceRise', announced(-5))).toMatchObject({ kind: 'priceRose', measured: null, since: daysAgo(5) });
	});

	it('is 0 where the cell is blank', () => {
		expect(strengthOf('priceRise', announced(null))).toBe(0);
	});
});

describe('priceRise', () => {
	it('tells the stronger: a rise of 30 % ten days ago before one that is announced, that before a rise of 6 %', () => {
		expect(evidenceOf('priceRise', { ...rose(20, 26), ...announced(1) }).kind).toBe('priceRose');
		expect(evidenceOf('priceRise', { ...rose(50, 53), ...announced(1) }).kind).toBe('priceWillRise');
	});

	it('has no data where no amount is known and no column is named, which is noAmounts; a column is data without amounts', () => {
		expect(strengthOf('priceRise', { subscriptions: { status: 'trial' } })).toBe('noAmounts');
		expect(strengthOf('priceRise', { subscriptions: { status: 'trial' }, ...announced(30) })).toBe(0.25);
	});

	it('has no data where subscriptions are not connected and no column is named', () => {
		expect(strengthOf('priceRise', { payments: {}, named: { isNamed: { cancelledOn: true } } })).toBe('notConnected');
	});
});
