import type { Row } from '../../../boundary/paths';
import { faultsOf } from '../../support/subscriptionFixtures';
import type { SubscriptionChanges } from '../../support/subscriptions';
import { monthlyOf, subscriptionOutcome, subscriptionReading } from '../../support/subscriptions';

const row: Row = { customer_id: 'ann', start_date: '2024-01-10', end_date: '', plan: 'basic' };
const pricesOf = (rows: readonly Row[], changes?: SubscriptionChanges) => subscriptionReading(rows, changes).prices;
/** What Ann brings a month. */
const monthOf = (cells: Row, changes?: SubscriptionChanges) => monthlyOf(subscriptionReading([{ ...row, ...cells }], { freePlans: 'keep', trials: 'keep', ...changes })).ann;

describe('a price a month', () => {
	it.each([
		['20 a month are 20', { price: 20, billing: 'monthly' }, 20],
		['540 a year are 45, a twelfth', { price: '$540.00', billing: 'Yearly' }, 45],
		['100 a year are 8.3333, a twelfth rounded to 1/10,000', { price: 100, billing: 'yearly' }, 8.3333],
		['12,000 a quarter are 4,000', { price: '12 000,00', billing: 'раз в квартал' }, 4000],
		// 350 × 365 / 12 / 7
		['350 a week are 1,520.8333', { price: '350,00', billing: 'щотижня' }, 1520.8333],
		// 10 × 365 / 12 / 30
		['10 for 30 days are 10.1389, since a month has 365/12', { price: 10, billing: '30 days' }, 10.1389],
		['24 for 12, a bare number of months, are 2', { price: 24, billing: 12 }, 2],
		['120 of a plan that calls itself annual are 10', { price: 120, plan: 'pro annual' }, 10],
		['120 a month of a plan that calls itself annual are 120: its own column goes first', { price: 120, plan: 'pro annual', billing: 'monthly' }, 120],
	])('%s', (_, cells, expected) => expect(Object.values(monthOf(cells))).toEqual([expected]));

	it('of plans whose names hold a number of seats or a year: 100 + 500 + 500', () => {
		const plans = [['Pro 2024 Annual', 1200], ['Team 50 monthly', 500], ['Basic (10 users) monthly', 500]];
		const rows = plans.map(([plan, price], index) => ({ ...row, customer_id: `c${index}`, plan, price }));
		expect(Object.values(monthlyOf(subscriptionReading(rows)))).toEqual([{ '': 100 }, { '': 500 }, { '': 500 }]);
	});

	it('for a bare 30 is a problem, since 30 may be days or months, unless the user says what prices are for', () => {
		const rows = [{ ...row, price: 20, billing: 30 }, { ...row, customer_id: 'bob', price: 20, billing: 12 }, { ...row, customer_id: 'eve', price: 20, billing: 5 }];
		expect(faultsOf(subscriptionReading(rows))).toEqual({ ambiguousInterval: [1], unreadableInterval: [3] });
		expect(faultsOf(subscriptionReading(rows, { priceIsFor: 'month' }))).toEqual({});
	});

	it('of what the user says it is for goes before what rows say', () => {
		expect(monthOf({ price: 120, billing: 'monthly' }, { priceIsFor: 'year' })).toEqual({ '': 10 });
		expect(monthOf({ price: 30 }, { priceIsFor: 'quarter' })).toEqual({ '': 10 });
		// 7 × 365 / 12 / 7
		expect(monthOf({ price: 7 }, { priceIsFor: 'week' })).toEqual({ '': 30.4167 });
		expect(monthOf({ price: 7, plan: 'yearly' }, { priceIsFor: 'month' })).toEqual({ '': 7 });
	});

	it('that nothing says the interval of is taken as monthly, and counted', () => {
		expect([monthOf({ price: 20 }), pricesOf([{ ...row, price: 20 }, { ...row, customer_id: 'bob', price: 120, plan: 'annual' }]).assumedMonthly]).toEqual([{ '': 20 }, 1]);
	});

	it.each([0, '0', '$0.00', '0,00'])('of %j is none to wonder about: no interval is assumed', (price) => {
		expect(pricesOf([{ ...row, price }], { freePlans: 'keep' }).assumedMonthly).toBe(0);
	});

	it('with an interval that cannot be read is a problem', () => {
		expect(faultsOf(subscriptionReading([{ ...row, price: 20, billing: 'monthly' }, { ...row, price: 20, billing: 'when it suits' }]))).toEqual({ unreadableInterval: [2] });
	});

	it('below 0 is a problem, 0 is a free plan, nothing is unreadable', () => {
		const reading = subscriptionReading([{ ...row, price: 20 }, { ...row, price: -5 }, { ...row, price: 0 }, { ...row, price: '' }]);
		expect([faultsOf(reading), reading.leftOut.get('freePlan')]).toEqual([{ negativePrice: [2], unreadableAmount: [4] }, 1]);
	});

	it('may be missing where the row is a trial or a pause, and where it cancels', () => {
		const rows = [{ ...row, price: 20, status: '' }, { ...row, price: '', status: 'trial' }, { ...row, price: '', status: 'paused' }, { ...row, price: '', status: 'cancelled', end_date: '2024-02-01' }];
		expect(faultsOf(subscriptionReading(rows))).toEqual({});
	});
});

describe('currencies', () => {
	it('are told from their column and from beside the price; two that contradict each other are a problem', () => {
		expect([monthOf({ price: 20, currency: 'EUR' }), monthOf({ price: '€20' })]).toEqual([{ EUR: 20 }, { EUR: 20 }]);
		expect(faultsOf(subscriptionReading([{ ...row, price: '€20', currency: 'USD' }]))).toEqual({ twoCurrencies: [1] });
	});

	it('of one customer stay apart', () => {
		const rows = [{ ...row, price: 20, currency: 'EUR' }, { ...row, price: 3000, currency: 'JPY' }];
		expect(monthlyOf(subscriptionReading(rows))).toEqual({ ann: { EUR: 20, JPY: 3000 } });
	});

	it('have the smallest coin that they have: 3,000 yen are 3,000, 12,340 fils are 12.34 dinar, 2,000 cents are 20', () => {
		const minor = { amountUnit: 'minor' } as const;
		const amounts = ['jpy', 'kwd', 'usd'].map((currency, index) => monthOf({ price: [3000, 12_340, 2000][index], currency }, minor));
		expect(amounts).toEqual([{ JPY: 3000 }, { KWD: 12.34 }, { USD: 20 }]);
	});

	it('in small letters beside whole numbers leave open whether these are cents: only the user can say', () => {
		expect(subscriptionOutcome([{ ...row, price: 2000, currency: 'usd' }])).toMatchObject({ problems: [{ code: 'ambiguousAmountUnit', column: 'price', received: 2000 }] });
	});
});

describe('the decimal mark', () => {
	it('is told from the prices that show it', () => {
		const reading = subscriptionReading([{ ...row, price: '1.234,50' }, { ...row, customer_id: 'bob', price: '1,234' }]);
		expect([reading.prices.markFrom, monthlyOf(reading)]).toEqual(['comma', { ann: { '': 1234.5 }, bob: { '': 1.234 } }]);
	});
});

it('rows without any amount have no prices', () => {
	expect(pricesOf([row])).toEqual({ monthly: null, currencies: { names: [], currencyOf: null }, markFrom: null, withoutPrice: 0, assumedMonthly: 0 });
});
