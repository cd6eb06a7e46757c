import type { Row } from '../../../boundary/paths';
import { faultsOf } from '../../support/subscriptionFixtures';
import { monthlyOf, subscriptionProblems, subscriptionReading } from '../../support/subscriptions';

const row: Row = { subscription_id: 'S-1', customer_id: 'ann', start_date: '2024-01-10', end_date: '', plan: 'basic', price: 20 };
const withoutId = { customer_id: 'ann', start_date: '2024-01-10', end_date: '', plan: 'basic', price: 20 };

describe('rows that equal an earlier one in every column', () => {
	it('are a problem where an id says that it is the same subscription, which is named by it', () => {
		expect(subscriptionProblems([row, row])).toEqual([{ code: 'duplicateRow', item: 1, column: 'subscription_id', received: 'S-1' }]);
		expect(monthlyOf(subscriptionReading([row, row]))).toEqual({ ann: { '': 20 } });
	});

	it('without an id may be two subscriptions: they are kept, add up and are counted', () => {
		const reading = subscriptionReading([withoutId, withoutId, withoutId]);
		expect([reading.problems, reading.equalRowsKept, monthlyOf(reading)]).toEqual([[], 2, { ann: { '': 60 } }]);
	});

	it('each count against the first of them, also three times', () => {
		expect(faultsOf(subscriptionReading([row, row, row]))).toEqual({ duplicateRow: [2, 3] });
	});
});

describe('rows that differ from an earlier one', () => {
	it.each([
		['in the plan', { plan: 'pro' }],
		['in the start', { start_date: '2024-01-11' }],
		['in the customer', { customer_id: 'bob' }],
		['in a column that nothing is read from', { note: 'x' }],
	])('%s are kept, also with the same id', (_, changed) => {
		const reading = subscriptionReading([row, { ...row, ...changed }]);
		expect([reading.problems, reading.equalRowsKept]).toEqual([[], 0]);
	});
});

it('rows that are left out for something else are no repeats', () => {
	const reading = subscriptionReading([{ ...row, customer_id: '' }, { ...row, customer_id: '' }]);
	expect(faultsOf(reading)).toEqual({ blankCustomer: [1, 2] });
});

it('the two prices of one subscription of Stripe are no repeats of each other', () => {
	const item = (id: string) => ({ id, quantity: 1, price: { currency: 'usd', unit_amount: 2000, recurring: { interval: 'month', interval_count: 1 } } });
	const subscription = (...items: Row[]) => ({ object: 'subscription', id: 'sub_1', customer: 'cus_1', status: 'active', start_date: 1_704_067_200, items: { data: items } });
	expect(monthlyOf(subscriptionReading([subscription(item('si_1'), item('si_2'))]))).toEqual({ cus_1: { USD: 40 } });
	expect(faultsOf(subscriptionReading([subscription(item('si_1'), item('si_2')), subscription(item('si_1'), item('si_2'))]))).toEqual({ duplicateRow: [2] });
});
