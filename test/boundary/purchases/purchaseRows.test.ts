import type { AlsoRead, PurchaseRows, PurchaseRowsOutcome, PurchaseRowsSettings } from '../../../boundary/purchases/purchaseRows';
import { readPurchaseRows } from '../../../boundary/purchases/purchaseRows';
import { createZone } from '../../../domain/time';
import { activitySettings } from '../../support/activityReference';
import { dayOf } from '../../support/ledger';
import { itemsOf } from '../../support/reading';

type Row = Record<string, unknown>;

const settings: PurchaseRowsSettings = Object.freeze({ zone: createZone('UTC'), inputIs: 'automatic', purchaseColumns: { customer: '', date: '', amount: '' }, keepColumns: [], activity: activitySettings({ asOf: '2024-06-30', withHistory: false }) });
const ONCE = { purchaseDays: 1, repeats: 0, recencyDays: 0, ageDays: 10, net: 20, margin: null, currency: 'EUR' };
const item = (customer: string, rest: Row = {}): Row => ({ customer, asOf: '2024-06-30', customerSince: '2024-06-20', tenureDays: 10, streams: 'purchases', purchases: ONCE, activityVersion: 1, ...rest });

const outcomeOf = (rows: readonly Row[], also?: AlsoRead): PurchaseRowsOutcome => readPurchaseRows(itemsOf(rows), settings, also);

function readingOf(rows: readonly Row[], also?: AlsoRead): PurchaseRows {
	const outcome = outcomeOf(rows, also);
	if ('reading' in outcome) return outcome.reading;
	throw new Error(JSON.stringify(outcome));
}

describe('readPurchaseRows(items, settings)', () => {
	it('gives rows, ids, places and items in the order of customers, not of the input', () => {
		const { rows, ids, places, itemOf } = readingOf([item('cem'), item('ann'), item('bob')]);
		expect(ids).toEqual(['ann', 'bob', 'cem']);
		expect(rows.map(({ customer }) => customer)).toEqual(ids);
		expect([places, itemOf]).toEqual([[1, 2, 0], [1, 2, 0]]);
	});

	it('knows of purchases only where the stream is connected: a customer without any is not one of whom nothing is known', () => {
		const { customers, knowsPurchases } = readingOf([item('ann'), item('bob', { purchases: { ...ONCE, purchaseDays: 0, repeats: null, recencyDays: null, ageDays: null, net: 0, margin: 0, currency: null } }), item('cem', { purchases: null })]);
		expect([0, 1, 2].map((customer) => [customers.purchaseDays[customer], knowsPurchases(customer)])).toEqual([[1, true], [0, true], [0, false]]);
	});

	it('takes items of the latest day, and says which are of another', () => {
		const { ids, customers, problems } = readingOf([item('ann'), item('bob', { asOf: '2024-06-29' })]);
		expect([ids, customers.asOf, problems.map(({ code, item: place }) => [code, place])]).toEqual([['ann'], dayOf('2024-06-30'), [['otherAsOf', 1]]]);
	});

	it('keeps what is said of missing histories apart from the other hints, for nodes that forecast', () => {
		const { hints, historyHints } = readingOf([item('ann')]);
		expect([hints, historyHints.map(({ message }) => message)]).toEqual([[], [expect.stringMatching(/^The items have no histories of purchases\. Switch on "History"/)]]);
	});

	it('folds purchases with their histories, though the settings of Customer Activity say none, and says which item told last', () => {
		const { customers, itemOf, historyHints, ids } = readingOf([{ customer_id: 'ann', date: '2024-05-01', amount: 3 }, { customer_id: 'bob', date: '2024-05-02', amount: 4 }, { customer_id: 'ann', date: '2024-06-01', amount: 5 }]);
		expect([ids, [...itemOf], [...customers.history!.day], historyHints]).toEqual([['ann', 'bob'], [2, 1], ['2024-05-01', '2024-06-01', '2024-05-02'].map(dayOf), []]);
	});
});

describe('what else is read of each item', () => {
	const reading = (columns: readonly string[], fault: string | null = null) => {
		const seen: Array<[place: number, customer: unknown]> = [];
		const also: AlsoRead = {
			columns,
			readerOf: (rows) => (place, row, report) => {
				seen.push([place, row.customer]);
				expect(rows[place]).toBe(row);
				if (row.customer === fault) report('unreadableNumber', 'own', row.own);
			},
		};
		return { also, seen };
	};

	it('is read of each at its place in the input', () => {
		const { also, seen } = reading([]);
		readingOf([item('cem'), item('ann')], also);
		expect(seen).toEqual([[0, 'cem'], [1, 'ann']]);
	});

	it('leaves out an item in which it finds something wrong, with the problem in its own words', () => {
		const { also } = reading([], 'ann');
		const { ids, problems } = readingOf([item('cem'), item('ann', { own: 'x' })], also);
		expect([ids, problems]).toEqual([['cem'], [{ code: 'unreadableNumber', item: 1, column: 'own', received: 'x' }]]);
	});

	it('is not read where a column that it needs is in no item', () => {
		const { also, seen } = reading(['own', 'rude']);
		expect(outcomeOf([item('ann', { own: 1 })], also)).toEqual({ problems: [{ code: 'missingColumn', item: null, column: 'rude', received: undefined }] });
		expect(seen).toEqual([]);
	});
});
