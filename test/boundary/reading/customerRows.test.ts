import type { CustomerRows, CustomerRowsOutcome, CustomerRowsSettings } from '../../../boundary/reading/customerRows';
import { readCustomerRows } from '../../../boundary/reading/customerRows';
import { purchaseSources, subscriptionSources } from '../../../boundary/sources';
import { isoDate } from '../../../domain/time';
import { itemsOf, type Rows, settingsWith } from '../../support/reading';
import { subscriptionSettings } from '../../support/subscriptions';

const settings: CustomerRowsSettings = Object.freeze({
	rowsAre: 'automatic',
	source: 'automatic',
	purchases: settingsWith(),
	subscriptions: subscriptionSettings(),
	churnWindow: 30,
	allowedGap: 0,
});
const outcomeOf = (rows: Rows, chosen: Partial<CustomerRowsSettings> = {}): CustomerRowsOutcome => readCustomerRows(itemsOf(rows), { ...settings, ...chosen });

function read(rows: Rows, chosen?: Partial<CustomerRowsSettings>): CustomerRows {
	const outcome = outcomeOf(rows, chosen);
	if ('customerRows' in outcome) return outcome.customerRows;
	throw new Error(JSON.stringify(outcome));
}
const kindOf = (rows: Rows, chosen?: Partial<CustomerRowsSettings>) => (read(rows, chosen).subscriptions === null ? 'purchases' : 'subscriptions');

const purchase = { customer_id: 'ann', date: '2024-03-01', amount: 10 };
const subscription = { customer_id: 'ann', started: '2024-03-01', ended: '2024-05-01', price: 10 };

describe('which rows are taken for subscriptions', () => {
	it.each<[string, Rows, string]>([
		['a customer, a date and an amount', [purchase], 'purchases'],
		['a start and an end', [subscription], 'subscriptions'],
		['a start and an end that is always empty', [{ ...subscription, ended: '' }], 'subscriptions'],
		['a start and a plan without a date', [{ customer_id: 'ann', started: '2024-03-01', plan: 'Pro', price: 10 }], 'subscriptions'],
		['purchases that carry a plan and since when somebody is a customer', [{ ...purchase, plan: 'Pro', started: '2020-01-01' }], 'purchases'],
		['changes of plan, of which one is a cancellation', [{ customer_id: 'ann', date: '2024-03-01', plan: 'Pro', price: 10 }, { customer_id: 'ann', date: '2024-04-01', plan: 'churn', price: '' }], 'subscriptions'],
		['changes of plan, none of which is a cancellation, since purchases look so too', [{ customer_id: 'ann', date: '2024-03-01', plan: 'Pro', price: 10 }], 'purchases'],
		['invoices of Online Retail', [{ InvoiceNo: '536365', StockCode: '85123A', Description: 'x', Quantity: '6', InvoiceDate: '2010-12-01 08:26:00', UnitPrice: '2.55', CustomerID: '17850', Country: 'United Kingdom' }], 'purchases'],
	])('%s', (_, rows, expected) => expect(kindOf(rows)).toBe(expected));

	it('those of which the setting says so', () => {
		expect(kindOf([purchase], { rowsAre: 'subscriptions' })).toBe('subscriptions');
		expect(kindOf([{ ...subscription, date: '2024-03-01' }], { rowsAre: 'purchases' })).toBe('purchases');
		expect(kindOf([{ ...subscription, date: '2024-03-01' }], { rowsAre: 'visits' })).toBe('purchases');
	});

	it('those of which the source says so', () => {
		expect(kindOf([purchase], { source: 'plainSubscriptions' })).toBe('subscriptions');
		expect(kindOf([{ ...subscription, date: '2024-03-01' }], { source: 'plainTable' })).toBe('purchases');
	});
});

describe('Source and Rows Are that contradict each other', () => {
	const problemOf = (source: string, rowsAre: CustomerRowsSettings['rowsAre']) => {
		const outcome = outcomeOf([purchase], { source, rowsAre });
		return 'problems' in outcome ? outcome.problems : null;
	};

	it.each(subscriptionSources.map(({ id }) => id))('a source of subscriptions (%s) is of no purchases and no visits', (source) => {
		for (const rowsAre of ['purchases', 'visits'] as const) {
			expect(problemOf(source, rowsAre)).toEqual([{ code: 'invalidSetting', item: null, column: 'Rows Are', received: rowsAre, expected: '"Subscriptions" or "Automatic", as the source is of subscriptions' }]);
		}
	});

	it.each(purchaseSources.map(({ id }) => id))('a source of purchases (%s) is of no subscriptions', (source) => {
		expect(problemOf(source, 'subscriptions')).toEqual([{ code: 'invalidSetting', item: null, column: 'Rows Are', received: 'subscriptions', expected: '"Purchases", "Visits" or "Automatic", as the source is of purchases' }]);
	});

	it('agree in every other pair', () => {
		expect([problemOf('plainTable', 'visits'), problemOf('plainTable', 'automatic'), problemOf('plainSubscriptions', 'subscriptions')]).toEqual([null, null, null]);
	});
});

describe('the base that rows are read as', () => {
	it('of purchases has the churn window and no allowed gap', () => {
		const { base, subscriptions, rows, problems } = read([purchase, { ...purchase, date: '2024-04-20' }]);
		expect([base.churnWindow, base.allowedGap, subscriptions, problems]).toEqual([30, null, null, []]);
		expect([...base.ledger.start].map(isoDate)).toEqual(['2024-03-01', '2024-04-20']);
		expect([...rows.itemOfRow]).toEqual([0, 1]);
	});

	it('of visits counts those worth nothing too', () => {
		const free = [{ ...purchase, amount: 0 }, purchase];
		expect([read(free).base.history.row.length, read(free, { rowsAre: 'visits' }).base.history.row.length]).toEqual([1, 2]);
	});

	it('of subscriptions has the allowed gap and no churn window', () => {
		const twice = [subscription, { ...subscription, started: '2024-05-11', ended: '' }];
		expect([read(twice).base.churnWindow, read(twice).base.allowedGap, read(twice).base.ledger.start.length]).toEqual([null, 0, 2]);
		expect(read(twice, { allowedGap: 10 }).base.ledger.start.length).toBe(1);
	});

	it('is told of in hints of its own kind', () => {
		expect(read([purchase]).hints[0].message).toMatch(/^Plain Table: 1 row of 1 customer/);
		expect(read([subscription]).hints[0].message).toMatch(/^Plain Table of Subscriptions: 1 row of 1 customer/);
	});

	it('comes with the problems of rows beside it', () => {
		expect(read([purchase, { ...purchase, date: 'soon' }]).problems.map(({ code, item }) => [code, item])).toEqual([['unreadableDate', 1]]);
		expect(read([subscription, { ...subscription, ended: '2023-01-01' }]).problems.map(({ code, item }) => [code, item])).toEqual([['endsBeforeItStarts', 1]]);
	});
});

describe('what cannot be read', () => {
	it('has the problem of a whole column: neither customer nor date', () => {
		const outcome = outcomeOf([{ what: 'x' }]);
		expect('problems' in outcome && outcome.problems.map(({ code, column }) => [code, column])).toEqual([['columnNotRecognised', 'customer']]);
		const ofSubscriptions = outcomeOf([{ what: 'x' }], { rowsAre: 'subscriptions' });
		expect('problems' in ofSubscriptions && ofSubscriptions.problems.map(({ code, column }) => [code, column])).toEqual([['columnNotRecognised', 'customer']]);
	});

	it('is nothing where there are no items, and where items have no field or only empty ones', () => {
		for (const rows of [[], [{}], [{}, { customer_id: '', date: null }]]) expect(outcomeOf(rows)).toEqual({ isEmpty: true });
	});

	it('is nothing also where the settings contradict each other', () => {
		expect(outcomeOf([{}], { source: 'plainTable', rowsAre: 'subscriptions' })).toEqual({ isEmpty: true });
	});
});
