import { withoutKey } from '../../support/withoutKey';
import type { Row } from '../../../boundary/paths';
import { chartMogulSubscriptions } from '../../../boundary/sources/chartMogulSubscriptions';
import { tableOfRows } from '../../support/reading';
import { faultsOf, figuresExpected, figuresRead, fixtureReading, intentsExpected, intentsRead, leftOutOf, subscriptionFixture } from '../../support/subscriptionFixtures';
import { monthlyOf, spellsOf, subscriptionOutcome, subscriptionProblems, subscriptionReading } from '../../support/subscriptions';

const shape = (id: string) => subscriptionFixture('chartmogul_export', id);

// The fixture names customers of movements by CUSTOMER_EXTERNAL_ID; found without a setting is CUSTOMER_UUID, see below.
const byExternalId = { columns: { customer: 'CUSTOMER_EXTERNAL_ID' } };

describe.each([
	['subscriptionsApi', {}],
	['mrrIntervals', {}],
	['mrrMovements', byExternalId],
] as const)('the shape %s of the fixture', (id, changes) => {
	const fixture = shape(id);

	it('has the spells and the monthly amounts that its description says', () => expect(figuresRead(fixture, changes)).toEqual(figuresExpected(fixture)));
	it('has leavings of which nothing says why', () => expect(intentsRead(fixture, changes)).toEqual(intentsExpected(fixture)));
	it('is read as of ChartMogul, without a warning', () => {
		const { source, warnings } = fixtureReading(fixture);
		expect([source.id, warnings]).toEqual(['chartMogulSubscriptions', []]);
	});
});

describe('entries of the API', () => {
	const { items } = shape('subscriptionsApi');
	const [entry] = items;
	const withoutCustomer = (row: Row): Row => withoutKey(row, 'customer_uuid');

	it('refuse what ends before it starts and leave out the free plan', () => {
		const reading = fixtureReading(shape('subscriptionsApi'));
		expect([faultsOf(reading), leftOutOf(reading)]).toEqual([{ endsBeforeItStarts: [13] }, { freePlan: 1, unusable: 1 }]);
	});

	it('without a customer beside them ask for one, and take none of the ids of the subscription', () => {
		expect(subscriptionProblems(items.map(withoutCustomer))).toMatchObject([{ code: 'columnNotRecognised', item: null, column: 'customer' }]);
		expect(subscriptionProblems(shape('subscriptionsEnvelope').items)).toMatchObject([{ code: 'columnNotRecognised', item: null, column: 'customer' }]);
	});

	it('a running one has no end, whatever its end-date says; a cancelled one without a date is a problem', () => {
		const running = { ...entry, 'end-date': '2024-03-01T00:00:00Z' };
		const cancelled = { ...entry, customer_uuid: 'cus_b', status: 'cancelled', 'end-date': null };
		const reading = subscriptionReading([running, cancelled]);
		expect(spellsOf(reading)).toEqual({ [String(entry.customer_uuid)]: [['2023-06-20', null]] });
		expect(faultsOf(reading)).toEqual({ cancelledWithoutEnd: [2] });
	});

	it('an MRR of 12,000 cents is 120 a month, of 8 pieces in 3 months all the same', () => {
		const rows = [{ ...entry, mrr: 12_000, quantity: 8, 'billing-cycle': 'month', 'billing-cycle-count': 3 }];
		expect(monthlyOf(subscriptionReading(rows))).toEqual({ [String(entry.customer_uuid)]: { USD: 120 } });
	});

	it('in envelopes are those of the customer who stands beside them', () => {
		const [envelope] = shape('subscriptionsEnvelope').items;
		const reading = subscriptionReading([
			{ ...envelope, customer_uuid: 'cus_a' },
			{ entries: [], has_more: false, customer_uuid: 'cus_none' },
			{ entries: [withoutCustomer(entry)], has_more: false, customer_uuid: 'cus_b' },
		]);
		expect(spellsOf(reading)).toEqual({ cus_a: [['2024-02-10', null]], cus_b: [['2023-06-20', null]] });
		expect(reading.warnings).toEqual([]);
	});

	it('are told to be cut where all pages of a customer say that more follow, not where one of them is the last', () => {
		const page = (customer: string, number: number, has_more: boolean) => ({ entries: [{ ...withoutCustomer(entry), uuid: `${customer}${number}` }], has_more, customer_uuid: customer });
		const warnings = (...pages: Row[]) => subscriptionReading(pages).warnings;
		expect(warnings(page('a', 1, true), page('a', 2, false), page('b', 1, false))).toEqual([]);
		expect(warnings(page('a', 1, true), page('b', 1, false))).toEqual(['ChartMogul has more subscriptions than these (has_more): ask for the following pages too, or subscriptions are missing.']);
	});
});

describe('MRR intervals', () => {
	it('leave out trials and free stretches, and count them', () => {
		const reading = fixtureReading(shape('mrrIntervals'));
		expect([leftOutOf(reading), faultsOf(reading), reading.leftAfterTrial]).toEqual([{ trial: 2, freePlan: 2 }, {}, 1]);
	});
});

describe('MRR movements', () => {
	const fixture = shape('mrrMovements');
	const [row] = fixture.items;

	it('tell customers apart by CUSTOMER_UUID, which is one where several services know somebody by several external ids', () => {
		expect(Object.keys(spellsOf(fixtureReading(fixture)))).toEqual(['cus_728b0b6e-7a44-4275-920b-000000001001', 'cus_728b0b6e-7a44-4275-920b-000000001002', 'cus_728b0b6e-7a44-4275-920b-000000001003']);
	});

	it('of one instant are ordered by RANK, 75 after 65 a month, in whatever order they stand', () => {
		const kite = fixture.items.filter(({ CUSTOMER_NAME }) => CUSTOMER_NAME === 'Kite Labs');
		for (const items of [kite, [...kite].reverse()]) expect(monthlyOf(fixtureReading({ ...fixture, items }, byExternalId))).toEqual({ 1003: { USD: 75 } });
	});

	it('of one instant and one rank with different sums are a problem, both of them', () => {
		const items = fixture.items.map((each) => ({ ...each, RANK: '1' }));
		expect(faultsOf(fixtureReading({ ...fixture, items }))).toEqual({ twoPlansAtOnce: [7, 8] });
	});

	it('of a customer before their new_biz or reactivation are left out and counted; after it they count', () => {
		expect(leftOutOf(fixtureReading(fixture))).toEqual({ withoutStart: 2 });
		const back = { ...row, CUSTOMER_UUID: 'cus_728b0b6e-7a44-4275-920b-000000001004', DATE: '2025-06-01 07:30:00', MOVEMENT_TYPE: 'reactivation', MRR: '1500' };
		const reading = fixtureReading({ ...fixture, items: [...fixture.items, back] });
		expect(spellsOf(reading)['cus_728b0b6e-7a44-4275-920b-000000001004']).toEqual([['2025-06-01', null]]);
		expect(leftOutOf(reading)).toEqual({ withoutStart: 2 });
	});

	it('end with churn and with nothing else', () => {
		expect(fixtureReading(fixture).cancellations).toBe(2);
	});
});

describe('ChartMogul', () => {
	const [apiEntry] = shape('subscriptionsApi').items;

	it('is recognised by its own columns only', () => {
		expect(chartMogulSubscriptions.recognises(tableOfRows(apiEntry))).toBe(true);
		expect(chartMogulSubscriptions.recognises(tableOfRows({ entries: [] }))).toBe(false);
		expect(chartMogulSubscriptions.recognises(tableOfRows({ entries: [{ id: 1 }] }))).toBe(false);
		expect(chartMogulSubscriptions.recognises(tableOfRows({ customer_uuid: 'a', mrr: 1, status: 'active', start_date: '2024-01-01', end_date: '' }))).toBe(false);
	});

	it('gives an answer without a subscription: nothing to read is no fault of ChartMogul', () => {
		expect(subscriptionOutcome([{ entries: [], has_more: false, cursor: null }])).toMatchObject({ problems: [{ code: 'columnNotRecognised' }] });
	});
});
