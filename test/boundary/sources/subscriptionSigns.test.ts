import { purchaseSources } from '../../../boundary/sources';
import { plainSubscriptions } from '../../../boundary/sources/plainSubscriptions';
import { cancellingColumn, holdsSubscriptions } from '../../../boundary/sources/subscriptionSigns';
import type { Row } from '../../../boundary/paths';
import { tableOfRows } from '../../support/reading';
import { spellsOf, subscriptionReading } from '../../support/subscriptions';

/** A table of two rows that differ where a list gives two values. */
const tableOf = (columns: Record<string, unknown>): Row[] =>
	[0, 1].map((row) => Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, Array.isArray(value) ? value[row] : value])));

const holds = (columns: Record<string, unknown>) => holdsSubscriptions(tableOfRows(...tableOf(columns)));

describe('rows are subscriptions', () => {
	it.each<readonly [string, Record<string, unknown>]>([
		['with a start and an end', { customer: 'c1', start_date: '2024-01-01', end_date: ['2024-03-01', ''] }],
		['with a start, an end and the day they were made', { customer: 'c1', created_at: '2024-01-01', start_date: '2024-01-01', end_date: ['2024-03-01', ''] }],
		['with the day they were made and a cancellation', { customer: ['c1', 'c2'], created: '2024-01-01', cancelled_at: ['2024-03-01', ''], plan: 'Pro', mrr: 10 }],
		['with the day they were made and an MRR', { customer: ['c1', 'c2'], created: '2024-01-01', status: 'active', mrr: 10 }],
		['with a start and a plan', { customer: 'c1', start_date: '2024-01-01', plan: 'Pro' }],
		['with a membership from one day until another', { member_id: ['1', '2'], 'member since': '2023-01-01', 'valid until': '2025-01-01', fee: 30 }],
		['where cancelling is a plan', { customer_id: '1', date: ['2024-01-01', '2024-02-01'], plan: ['pro', 'churn'], price: [10, ''] }],
		['where cancelling is a status of its own row', { customer: 'c1', date: ['2024-01-01', '2024-03-05'], status: ['active', 'cancelled'], plan: 'Pro', amount: 20 }],
		['where cancelling is an event', { customer: 'c1', date: ['2024-01-01', '2024-03-05'], event: ['subscribed', 'cancelled'], amount: [20, 0] }],
	])('%s', (_title, columns) => expect(holds(columns)).toBe(true));
});

describe('rows are purchases', () => {
	it.each<readonly [string, Record<string, unknown>]>([
		['with a membership beside', { customer: 'c1', date: ['2024-01-01', '2024-02-01'], amount: 15, 'member since': '2020-01-01', 'valid until': '2025-01-01' }],
		['of hotel nights', { customer_id: '1', order_id: ['A1', 'A2'], date: '2024-01-01', from: '2024-02-01', to: '2024-02-04', amount: 300 }],
		['of check-ins that begin and end on one day', { customer: 'c1', start: '2024-01-05 10:00', end: '2024-01-05 11:00' }],
		['of flights from one town to another', { customer: 'c1', date: '2024-01-05', from: 'Kyiv', to: 'Lviv', amount: 100 }],
		['of a product that is called Left', { customer: 'c1', date: ['2024-01-01', '2024-02-01'], product: ['Right', 'Left'], price: 12 }],
		['with the plan of the customer beside', { customer: 'c1', order_date: '2024-01-01', plan: 'Gold', amount: 12 }],
		['with since when somebody is a customer', { customer: 'c1', date: '2024-01-01', customer_since: '2020-01-01', plan: 'Gold', amount: 12 }],
		['of which some were cancelled', { customer: 'c1', date: ['2024-01-01', '2024-02-01'], status: ['paid', 'cancelled'], amount: 20 }],
		['with the last purchase of each customer', { customer: ['c1', 'c2'], 'Customer Since': '2020-01-01', 'Last Purchase': '2024-01-01', 'Total Spent': 100, Plan: 'Gold' }],
		['with a date and an amount alone', { customer: 'c1', date: '2024-01-01', amount: 10 }],
	])('%s', (_title, columns) => {
		expect(holds(columns)).toBe(false);
		expect(purchaseSources.some((source) => source.recognises(tableOfRows(...tableOf(columns))))).toBe(true);
	});
});

describe('where cancelling is a row', () => {
	const statuses = [
		{ customer: 'c1', date: '2024-01-01', status: 'active', plan: 'Pro', amount: 20 },
		{ customer: 'c1', date: '2024-03-05', status: 'cancelled', plan: 'Pro', amount: 0 },
		{ customer: 'c2', date: '2024-01-10', status: 'active', plan: 'Pro', amount: 20 },
	];

	it('a status that is cancelled ends the stay of its customer on its day', () => {
		expect(spellsOf(subscriptionReading(statuses))).toEqual({ c1: [['2024-01-01', '2024-03-05']], c2: [['2024-01-10', null]] });
	});

	it('a status of the customer, one row each, ends nothing: the row lacks its end', () => {
		const list = [
			{ customer: 'c1', signup_date: '2024-01-01', status: 'cancelled', plan: 'Pro' },
			{ customer: 'c2', signup_date: '2024-01-10', status: 'active', plan: 'Pro' },
		];
		expect(cancellingColumn(tableOfRows(...list))).toBeNull();
		expect(subscriptionReading(list).problems.map(({ code, item }) => [code, item])).toEqual([['cancelledWithoutEnd', 0]]);
	});
});

describe('the end of a subscription', () => {
	it('is the cancellation where the end is blank', () => {
		const rows = [
			{ customer: 'c1', start_date: '2024-01-01', end_date: '', cancelled_at: '2024-03-01' },
			{ customer: 'c2', start_date: '2024-01-01', end_date: '2024-04-01', cancelled_at: '' },
		];
		expect(spellsOf(subscriptionReading(rows))).toEqual({ c1: [['2024-01-01', '2024-03-01']], c2: [['2024-01-01', '2024-04-01']] });
	});

	it('is no day up to which an active customer has paid, and the reading says so', () => {
		const reading = subscriptionReading([
			{ customer: 'c1', start_date: '2024-01-01', expires_at: '2024-05-05', status: 'active' },
			{ customer: 'c2', start_date: '2024-01-01', expires_at: '2024-05-05', status: 'expired' },
		]);
		expect(spellsOf(reading)).toEqual({ c1: [['2024-01-01', null]], c2: [['2024-01-01', '2024-05-05']] });
		expect(reading.warnings).toEqual(['1 row with an active "status" and a "expires_at": it is taken for the next renewal, not for leaving.']);
	});

	it('is missing where the status says lapsed, deactivated or stopped', () => {
		const rows = ['lapsed', 'deactivated', 'stopped', 'expired'].map((status, index) => ({ customer: `c${index}`, start_date: '2024-01-01', end_date: '', status }));
		expect(subscriptionReading(rows).problems.map(({ code }) => code)).toEqual(Array(4).fill('cancelledWithoutEnd'));
	});
});

it('words of a status that are not known are named, with how many rows run because of them', () => {
	const rows = [
		{ customer: 'c1', start_date: '2024-01-01', plan: 'Pro', status: 'grandfathered' },
		{ customer: 'c2', start_date: '2024-01-01', plan: 'Pro', status: 'active' },
	];
	expect(plainSubscriptions.warningsOn!(tableOfRows(...rows), [])).toContain('The words "grandfathered" (1 row) in "status" are not known, and these rows count as running.');
});

it('seats are named where the price is not multiplied by them', () => {
	const rows = [{ customer: 'c1', start_date: '2024-01-01', plan: 'Pro', price: 10, seats: 25 }];
	expect(plainSubscriptions.warningsOn!(tableOfRows(...rows), [])).toContain('The price is taken as it stands and not multiplied by "seats". If it is the price of one, multiply it in a node before this one.');
});
