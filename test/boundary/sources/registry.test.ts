import { purchaseSources, subscriptionSources } from '../../../boundary/sources';
import { plainSubscriptions } from '../../../boundary/sources/plainSubscriptions';
import { plainTable } from '../../../boundary/sources/plainTable';
import type { PurchaseSource } from '../../../boundary/sources/source';
import type { SubscriptionLayout, SubscriptionSource } from '../../../boundary/sources/subscriptionSource';
import { tableOfRows } from '../../support/reading';
import { subscriptionFixture } from '../../support/subscriptionFixtures';
import { subscriptionReading } from '../../support/subscriptions';

const sources: readonly PurchaseSource[] = purchaseSources;
const ofSubscriptions: readonly SubscriptionSource[] = subscriptionSources;

describe('the sources', () => {
	it('have ids of their own', () => expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length));

	it('end with the plain table, which takes what no other recognises', () => {
		expect(sources.at(-1)).toBe(plainTable);
		for (const source of sources.slice(0, -1)) expect(source.recognises(tableOfRows({ customer: 'ann', date: '2024-03-14', amount: 10 }))).toBe(false);
	});
});

describe.each(sources.map((source) => [source.id, source] as const))('%s', (id, source) => {
	it('is called by words, and its rows too', () => {
		expect(id).toMatch(/^[a-z][A-Za-z]+$/);
		expect(source.title).toMatch(/^[A-Z]/);
		expect(source.description).toMatch(/^[A-Z].*[^.]$/);
		expect(source.nouns.every((noun) => /^[a-z]+$/.test(noun))).toBe(true);
	});

	it('takes the columns that the user chose', () => {
		const chosen = { customer: 'who', date: 'when', amount: 'worth', order: 'number', currency: 'money', status: 'state' };
		expect(source.layoutOf(tableOfRows(Object.fromEntries(Object.values(chosen).map((column) => [column, 1]))), chosen)).toMatchObject({
			customer: 'who',
			date: 'when',
			amount: { kind: 'total', column: 'worth' },
			order: 'number',
			currency: 'money',
		});
	});
});

describe('the sources of subscriptions', () => {
	it('have ids of their own, also beside those of purchases', () => {
		const ids = [...sources, ...ofSubscriptions].map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('end with the plain table, the particular ones before it, which leave it its rows', () => {
		expect(ofSubscriptions.at(-1)).toBe(plainSubscriptions);
		const row = { customer: 'ann', start_date: '2024-03-14', end_date: '', status: 'active', plan: 'basic', mrr: 10 };
		expect(ofSubscriptions.filter((source) => source.recognises(tableOfRows(row)))).toEqual([plainSubscriptions]);
	});

	it.each([
		['stripe_subscriptions', 'listObject', 'stripeSubscriptions'],
		['stripe_subscriptions', 'splitOut', 'stripeSubscriptions'],
		['chartmogul_export', 'subscriptionsApi', 'chartMogulSubscriptions'],
		['chartmogul_export', 'subscriptionsEnvelope', 'chartMogulSubscriptions'],
		['chartmogul_export', 'mrrIntervals', 'chartMogulSubscriptions'],
		['chartmogul_export', 'mrrMovements', 'chartMogulSubscriptions'],
		['recurly_export', 'subscriptions', 'recurlySubscriptions'],
		['recurly_export', 'churned', 'recurlySubscriptions'],
		['plan_changes', undefined, 'plainSubscriptions'],
	])('tell rows of %s (%s) from all others: %s', (name, shape, id) => {
		const table = tableOfRows(...subscriptionFixture(name, shape).items);
		const particular = ofSubscriptions.filter((source) => source !== plainSubscriptions && source.recognises(table));
		expect(particular.map((source) => source.id)).toEqual(id === 'plainSubscriptions' ? [] : [id]);
	});

	it('read a table by the source that the user names, whatever it looks like', () => {
		const row = { customer: 'ann', start_date: '2024-03-14', plan: 'basic' };
		expect(subscriptionReading([row], { source: 'plainSubscriptions' }).source).toBe(plainSubscriptions);
	});
});

describe.each(ofSubscriptions.map((source) => [source.id, source] as const))('%s', (id, source) => {
	it('is called by words, and its rows too', () => {
		expect(id).toMatch(/^[a-z][A-Za-z]+$/);
		expect(source.title).toMatch(/^[A-Z]/);
		expect(source.description).toMatch(/^[A-Z].*[^.]$/);
		expect(source.nouns.every((noun) => /^[a-z]+$/.test(noun))).toBe(true);
	});

	it('takes the columns that the user chose', () => {
		const chosen = { customer: 'who', start: 'since', end: 'until', amount: '', currency: '', interval: '', plan: 'what', status: '', reason: 'why', trialEnd: '' };
		const layout = source.layoutOf(tableOfRows({ who: 1, since: 1, until: 1, what: 1, why: 1 }), chosen) as SubscriptionLayout;
		const { customer, start, end, plan, reason } = layout.columns;
		expect([customer, start, end, plan, reason].map((column) => column?.name)).toEqual(['who', 'since', 'until', 'what', 'why']);
	});
});
