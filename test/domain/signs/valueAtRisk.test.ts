import { valueAtRisk } from '../../../domain/signs/valueAtRisk';
import { closeTo } from '../../support/closeTo';
import type { Given } from '../../support/signs';
import { observedOf } from '../../support/signs';

const valueOf = (given: Given) => valueAtRisk(observedOf(given));

const purchases = { recentNet: 30, usualNet: 180, currency: 'UAH' };
const subscriptions = { status: 'active', monthlyAmount: 20, currency: 'EUR' };

describe('valueAtRisk()', () => {
	it('takes the column the user names before everything', () => {
		expect(valueOf({ purchases, subscriptions, named: { value: 999.5 } })).toEqual({ value: 999.5, currency: 'EUR', reason: null });
		expect(valueOf({ purchases, named: { value: 1 } })).toMatchObject({ value: 1, currency: 'UAH' });
		expect(valueOf({ named: { value: 1 } })).toMatchObject({ value: 1, currency: null });
	});

	it('is never below 0: a named value of −50, purchases of which more was taken back', () => {
		expect(valueOf({ subscriptions, named: { value: -50 } }).value).toBe(0);
		expect(valueOf({ purchases: { recentNet: -300, usualNet: 180 } }).value).toBe(0);
	});

	it('is twelve times what subscriptions bring a month: 20 are 240', () => {
		expect(valueOf({ purchases, subscriptions })).toEqual({ value: 240, currency: 'EUR', reason: null });
	});

	it('is else the pace of purchases in the 30 and 180 days: 210 in 210 are 365 a year', () => {
		expect(valueOf({ purchases })).toEqual({ value: 365, currency: 'UAH', reason: null });
		closeTo(valueOf({ purchases: { recentNet: 10, usualNet: 0 }, recentDays: 7, usualDays: 60 }).value, (10 / 67) * 365, '10 in 67 days', 4);
	});

	it('is of who buys once a year what they brought since the first purchase: 400 in 730 days are 200 a year, and not 0', () => {
		const yearly = (changes: object) => valueOf({ purchases: { recentNet: 0, usualNet: 0, net: 400, ageDays: 730, currency: 'UAH', ...changes } }).value;
		expect(yearly({})).toBe(200);
		expect([yearly({ ageDays: 210 }), yearly({ net: null }), yearly({ ageDays: null }), yearly({ net: -5 })]).toEqual([0, 0, 0, 0]);
		closeTo(yearly({ ageDays: 211 }), (400 / 211) * 365, 'a day before the windows', 4);
		expect(yearly({ recentNet: 210 })).toBe(365);
	});

	it('takes purchases where nothing is paid for a subscription: a trial of 0 a month', () => {
		expect(valueOf({ purchases, subscriptions: { status: 'trial', monthlyAmount: 0, currency: 'EUR' } })).toMatchObject({ value: 365, currency: 'UAH' });
	});

	it('is null, for want of amounts, where none are known', () => {
		const nothing = { value: null, currency: null, reason: 'noAmounts' };
		expect([{}, { purchases: { repeats: 3 } }, { subscriptions: { status: 'active' } }, { purchases: { recentNet: 5 } }].map(valueOf)).toEqual([nothing, nothing, nothing, nothing]);
	});

	it('is told with four decimals: 0.1 in 210 days is 0.1738 a year', () => {
		expect(valueOf({ purchases: { recentNet: 0.1, usualNet: 0 } }).value).toBe(0.1738);
	});
});
