import fc from 'fast-check';
import { descriptionOf, messageOf } from '../../../boundary/problemText';
import type { ForecastOutcome, ForecastReading, ForecastReadingSettings } from '../../../boundary/purchases/readForecast';
import { readForecast } from '../../../boundary/purchases/readForecast';
import type { PurchaseCustomers } from '../../../domain/purchases/purchaseCustomers';
import { createZone, dayOfDate } from '../../../domain/time';
import { flattened } from '../../../nodes/CustomerActivity/flatten';
import expected from '../../reference/activity_purchases.json';
import { activityReading, activitySettings, itemsIn } from '../../support/activityReference';
import { readCsv, sharedData } from '../../support/files.cjs';
import { law, TABLES } from '../../support/law';
import { itemsOf } from '../../support/reading';

type Row = Record<string, unknown>;

const asOf = dayOfDate(2024, 7, 1);
/** 2024-01-01, 19,723 days after 1970-01-01. */
const january = 19_723;

/** Customer Activity's settings say no History: the reading switches it on by itself. */
const settingsWith = (changes: Partial<ForecastReadingSettings> = {}): ForecastReadingSettings => ({
	zone: createZone('UTC'),
	inputIs: 'automatic',
	purchaseColumns: { customer: '', date: '', amount: '' },
	keepColumns: [],
	ownFields: { summary: null, chance: null },
	activity: activitySettings({ asOf: '2024-07-01', withHistory: false }),
	...changes,
});

const outcomeOf = (rows: readonly Row[], changes?: Partial<ForecastReadingSettings>): ForecastOutcome => readForecast(itemsOf(rows), settingsWith(changes));

function readingOf(rows: readonly Row[], changes?: Partial<ForecastReadingSettings>): ForecastReading {
	const outcome = outcomeOf(rows, changes);
	if ('reading' in outcome) return outcome.reading;
	throw new Error(JSON.stringify(outcome));
}

const all = <Value>({ customers }: ForecastReading, of: (customer: number) => Value): Value[] => Array.from({ length: customers.count }, (_, customer) => of(customer));
const idsOf = (reading: ForecastReading) => all(reading, reading.idOf);
const detailsOf = (reading: ForecastReading) => all(reading, (customer) => Object.fromEntries(reading.details.names.map((name, place) => [name, reading.details.of(customer)[place]])));
const saidOf = ({ hints }: ForecastReading) => hints.map(({ kind, message }) => `${kind}: ${message}`);
const codesOf = ({ problems }: ForecastReading) => problems.map(({ code, item, column }) => [code, item, column]);

/** The columns as lists. */
const plain = ({ history, purchaseDays, recencyDays, ageDays, net, margin, currency, ...rest }: PurchaseCustomers) => ({
	...rest,
	purchaseDays: [...purchaseDays],
	recencyDays: [...recencyDays],
	ageDays: [...ageDays],
	net: [...net],
	margin: [...margin],
	currency: [...currency],
	history: history && { startOf: [...history.startOf], day: [...history.day], net: history.net && [...history.net] },
});

const item = (customer: unknown, purchases: Row | null, rest: Row = {}): Row => ({ customer, asOf: '2024-07-01', customerSince: '2024-01-01', tenureDays: 182, streams: 'purchases', purchases, recentDays: 30, usualDays: 180, activityVersion: 1, ...rest });

/** Bought on 1 and 31 January and on 1 March, which are days 0, 30 and 60 of 182. */
const THRICE = { purchaseDays: 3, repeats: 2, recencyDays: 60, ageDays: 182, net: 90, margin: 40, currency: 'EUR' };
const THRICE_HISTORY = { historyDays: [january, january + 30, january + 60], historyNet: [50, -10, 50] };
/** Bought on 21 June, the day before the last ten days. */
const ONCE = { purchaseDays: 1, repeats: 0, recencyDays: 0, ageDays: 10, net: 20, margin: null, currency: 'USD' };
const ONCE_HISTORY = { historyDays: [asOf - 10], historyNet: [20] };
const NEVER = { purchaseDays: 0, repeats: null, recencyDays: null, ageDays: null, net: 0, margin: 0, currency: null };

describe('what the input is', () => {
	const order = { customer_id: 'ann', date: '2024-06-01', amount: 3 };

	it('automatic: items of Customer Activity where one is, else purchases; set: what the setting says', () => {
		expect(codesOf(readingOf([item('ann', ONCE), order]))).toEqual([['noActivityItem', 1, 'activityVersion']]);
		expect(idsOf(readingOf([order]))).toEqual(['ann']);
		expect(codesOf(readingOf([order], { inputIs: 'activity' }))).toEqual([['noActivityItem', 0, 'activityVersion']]);
		expect(outcomeOf([item('ann', ONCE)], { inputIs: 'purchases' })).toMatchObject({ problems: [{ code: 'columnNotRecognised' }] });
	});

	it('purchases are folded with their days and what each brought, though the settings of Customer Activity say no History', () => {
		const reading = readingOf([order, { ...order, date: '2024-05-02', amount: 8 }, { ...order, date: '2024-06-03', amount: -2 }]);
		expect(plain(reading.customers)).toEqual({
			count: 1, asOf, purchaseDays: [2], recencyDays: [30], ageDays: [60], net: [9], margin: [NaN], currency: [-1], currencies: [],
			history: { startOf: [0, 2], day: [asOf - 60, asOf - 30], net: [8, 1] },
		});
		expect([reading.itemOf, saidOf(reading)[0]]).toEqual([[2], expect.stringMatching(/^info: Plain Table: 3 rows of 1 customer, worth 9\.00/)]);
	});

	it('a lone empty item, or none but empty ones, is the empty input', () => {
		for (const rows of [[{}], [{}, {}], []]) expect(outcomeOf(rows)).toEqual({ isEmpty: true });
	});

	it('a column to keep that no item has stops the reading', () => {
		expect(outcomeOf([item('ann', ONCE)], { keepColumns: ['tier', 'streams', 'tier'] })).toEqual({ problems: [{ code: 'missingColumn', item: null, column: 'tier', received: undefined }] });
	});
});

describe('the columns', () => {
	const rows = [item('cat', null), item('bob', { ...ONCE, ...ONCE_HISTORY }), item('dan', { ...NEVER, historyDays: [], historyNet: [] }), item('ann', { ...THRICE, ...THRICE_HISTORY })];
	const expected = {
		count: 4,
		asOf,
		purchaseDays: [3, 1, 0, 0],
		recencyDays: [60, 0, 0, 0],
		ageDays: [182, 10, 0, 0],
		net: [90, 20, NaN, NaN],
		margin: [40, NaN, NaN, NaN],
		currency: [0, 1, -1, -1],
		currencies: ['EUR', 'USD'],
		history: { startOf: [0, 3, 4, 4, 4], day: [january, january + 30, january + 60, asOf - 10], net: [50, -10, 50, 20] },
	};

	it('are in the order of Customer Activity; who never bought stays in, without money, whether the stream is not connected or does not know them', () => {
		const reading = readingOf(rows);
		expect([idsOf(reading), reading.itemOf, reading.hints, reading.problems]).toEqual([['ann', 'bob', 'cat', 'dan'], [3, 1, 0, 2], [], []]);
		expect(plain(reading.customers)).toEqual(expected);
	});

	it('are the same of flattened items', () => expect(plain(readingOf(rows.map(flattened)).customers)).toEqual(expected));

	it('are the same where a database turned everything into text', () => {
		const textOf = (value: unknown) => (value === null ? null : String(value));
		const texts = rows.map((row) => Object.fromEntries(Object.entries(flattened(row)).map(([name, value]) => [name, textOf(value)])));
		expect(plain(readingOf(texts).customers)).toEqual(expected);
	});

	it('count purchase days by repeats where the items have only these', () => {
		const { purchaseDays, ...rest } = THRICE;
		expect([...readingOf([item('ann', rest)]).customers.purchaseDays]).toEqual([purchaseDays]);
	});

	it.each([null, ''])('a row of a database or a sheet with %j in every column of the stream is somebody whose purchases nobody connected', (nothing) => {
		const empty = Object.fromEntries(Object.keys(flattened({ purchases: { ...THRICE, ...THRICE_HISTORY } })).map((name) => [name, nothing]));
		const { purchases, ...rest } = item('ann', null);
		const reading = readingOf([{ ...rest, ...empty }]);
		expect([purchases, reading.problems, [...reading.customers.purchaseDays]]).toEqual([null, [], [0]]);
	});

	it('zeros that a system wrote for null, of somebody who never bought, say the same', () => {
		const reading = readingOf([item('ann', { ...NEVER, repeats: 0, recencyDays: 0, ageDays: 0 })]);
		expect([reading.problems, [...reading.customers.purchaseDays]]).toEqual([[], [0]]);
	});

	it('of no customers are empty, as of the day that is set', () => {
		expect(plain(readingOf([{ ...item('ann', ONCE), activityVersion: 2 }]).customers)).toEqual({
			count: 0, asOf, purchaseDays: [], recencyDays: [], ageDays: [], net: [], margin: [], currency: [], currencies: [], history: { startOf: [0], day: [], net: null },
		});
	});
});

describe('histories', () => {
	const why = 'without it the forecast cannot be tested on your own customers, nor be made from them by days of silence.';

	it('are there where every customer with a purchase has one', () => {
		const { customers, hints } = readingOf([item('ann', { ...THRICE, ...THRICE_HISTORY }), item('bob', NEVER), item('cat', null)]);
		expect([customers.history?.day.length, hints]).toEqual([3, []]);
	});

	it('are not where no item has one, and a hint says how to get them', () => {
		const reading = readingOf([item('ann', THRICE), item('bob', ONCE)]);
		expect([reading.customers.history, saidOf(reading)]).toEqual([null, [`warning: The items have no histories of purchases. Switch on "History" in Customer Activity: ${why}`]]);
	});

	it('are not where some have none, and the hint says how many', () => {
		const reading = readingOf([item('ann', { ...THRICE, ...THRICE_HISTORY }), item('bob', ONCE), item('cat', null)]);
		expect([reading.customers.history, saidOf(reading)]).toEqual([null, [`warning: 1 of 2 customers with a purchase has no history, so none is used. Switch on "History" in Customer Activity: ${why}`]]);
		expect(saidOf(readingOf([...['ann', 'bob'].map((id) => item(id, ONCE)), item('cat', { ...THRICE, ...THRICE_HISTORY })]))[0]).toContain('2 of 3 customers with a purchase have no history');
	});

	it('of an item that cannot be used are not missed', () => {
		const { customers } = readingOf([item('ann', { ...THRICE, ...THRICE_HISTORY }), item('', ONCE)]);
		expect([customers.count, customers.history?.day.length]).toEqual([1, 3]);
	});

	it('have no amounts where nobody has any, and NaN for a customer whose amounts cannot be added up', () => {
		const noNet = { ...ONCE, historyDays: ONCE_HISTORY.historyDays, historyNet: null };
		expect(readingOf([item('ann', noNet)]).customers.history).toMatchObject({ net: null });
		expect([...readingOf([item('ann', noNet), item('bob', { ...THRICE, ...THRICE_HISTORY })]).customers.history!.net!]).toEqual([NaN, 50, -10, 50]);
	});

	it('with an empty cell in place of the amounts, as sheets write null, have none either', () => {
		expect(readingOf([flattened(item('ann', { ...ONCE, ...ONCE_HISTORY, historyNet: [] }))]).customers.history).toMatchObject({ net: null });
	});
});

describe('items that cannot be used', () => {
	const LEAVE_OUT = 'or set "When a Row Is Unusable" to "Leave Out".';
	const AS_GIVEN = `Pass on all fields of an item as one run of Customer Activity gave them, ${LEAVE_OUT}`;
	const A_NUMBER = `Correct the number, choose another column, ${LEAVE_OUT}`;
	const DISAGREES = 'the figures of the purchases do not agree';
	const history = (days: unknown, net: unknown = null) => ({ ...THRICE, historyDays: days, historyNet: net });

	it.each<[what: string, purchases: Row, message: string, description: string]>([
		['a last purchase before the first', { ...THRICE, recencyDays: -1 }, 'Row 1, column "purchases.recencyDays": the number cannot be read', `Received "-1", expected a whole number from 0 to 1,000,000. ${A_NUMBER}`],
		['half a day', { ...THRICE, ageDays: 182.5 }, 'Row 1, column "purchases.ageDays": the number cannot be read', `Received "182.5", expected a whole number from 0 to 1,000,000. ${A_NUMBER}`],
		['more days than there are', { ...THRICE, ageDays: 5e9 }, 'Row 1, column "purchases.ageDays": the number cannot be read', `Received a number of 10 digits, expected a whole number from 0 to 1,000,000. ${A_NUMBER}`],
		['a text for a number', { ...THRICE, repeats: 'often' }, 'Row 1, column "purchases.repeats": the number cannot be read', `Received a text of 5 characters, expected a number such as 9 or 4.5. ${A_NUMBER}`],
		['a purchase of nobody knows when', { ...THRICE, ageDays: null }, 'Row 1, column "purchases.ageDays": the number cannot be read', `Received nothing, expected a whole number from 0 to 1,000,000. ${A_NUMBER}`],
		['a purchase of nobody knows how many', { recencyDays: 4, ageDays: 9 }, 'Row 1, column "purchases.purchaseDays": the number cannot be read', `Received nothing, expected a whole number from 0 to 1,000,000. ${A_NUMBER}`],
		['two counts of purchases', { ...THRICE, repeats: 3 }, `Row 1, column "purchases.repeats": ${DISAGREES}`, `Received "3", expected purchaseDays less one. ${AS_GIVEN}`],
		['the last purchase after As Of', { ...THRICE, recencyDays: 183 }, `Row 1, column "purchases.recencyDays": ${DISAGREES}`, `Received "183", expected ageDays at most. ${AS_GIVEN}`],
		['several purchases within no days', { ...THRICE, recencyDays: 0 }, `Row 1, column "purchases.recencyDays": ${DISAGREES}`, `Received "0", expected repeats at least, since each is on a day of its own. ${AS_GIVEN}`],
		['one purchase within some days', { ...ONCE, recencyDays: 5 }, `Row 1, column "purchases.recencyDays": ${DISAGREES}`, `Received "5", expected 0, since there is one purchase day. ${AS_GIVEN}`],
		['no purchase some days ago', { ...NEVER, ageDays: 5 }, `Row 1, column "purchases.ageDays": ${DISAGREES}`, `Received "5", expected nothing, since there is no purchase day. ${AS_GIVEN}`],
		['a history of fewer days', history([january, january + 60]), `Row 1, column "purchases.historyDays": ${DISAGREES}`, `Received a list, expected as many days as purchaseDays says. ${AS_GIVEN}`],
		['a history of somebody who never bought', { ...NEVER, historyDays: [january] }, `Row 1, column "purchases.historyDays": ${DISAGREES}`, `Received a list, expected as many days as purchaseDays says. ${AS_GIVEN}`],
		['a history out of order', history([january, january + 60, january + 30]), `Row 1, column "purchases.historyDays": ${DISAGREES}`, `Received a list, expected days since 1970-01-01 in order, each once. ${AS_GIVEN}`],
		['a day twice', history([january, january, january + 60]), `Row 1, column "purchases.historyDays": ${DISAGREES}`, `Received a list, expected days since 1970-01-01 in order, each once. ${AS_GIVEN}`],
		['half a day of history', history([january, january + 0.5, january + 60]), `Row 1, column "purchases.historyDays": ${DISAGREES}`, `Received a list, expected days since 1970-01-01 in order, each once. ${AS_GIVEN}`],
		['a history that goes on after As Of', history([january, january + 30, asOf + 1]), `Row 1, column "purchases.historyDays": ${DISAGREES}`, `Received a list, expected no day after As Of. ${AS_GIVEN}`],
		['a history that begins later', history([january + 1, january + 30, january + 60]), `Row 1, column "purchases.historyDays": ${DISAGREES}`, `Received a list, expected the first day to be ageDays before As Of. ${AS_GIVEN}`],
		['a history that ends earlier', history([january, january + 30, january + 59]), `Row 1, column "purchases.historyDays": ${DISAGREES}`, `Received a list, expected the last day to be recencyDays after the first. ${AS_GIVEN}`],
		['amounts of fewer days', history(THRICE_HISTORY.historyDays, [50, 40]), `Row 1, column "purchases.historyNet": ${DISAGREES}`, `Received a list, expected an amount for each of historyDays. ${AS_GIVEN}`],
	])('%s', (_, purchases, message, description) => {
		const reading = readingOf([item('ann', purchases), item('bob', ONCE)]);
		expect([messageOf(reading.problems[0]), descriptionOf(reading.problems)]).toEqual([message, description]);
		expect([idsOf(reading), saidOf(reading)[0]]).toEqual([['bob'], expect.stringMatching(/^warning: 1 item left out: .+ in row 1\.$/)]);
	});

	it('of flattened items are told with the column as Flatten calls it, and what it holds', () => {
		const [{ code, column, received }] = readingOf([flattened(item('ann', history([january])))]).problems;
		expect([code, column, received]).toEqual(['purchasesDisagree', 'purchasesHistoryDays', '19723']);
	});

	it('without a customer or an As Of, or with a customer who was met, are told as Warning Signs tells them; the first holds', () => {
		const reading = readingOf([item('ann', ONCE), item(' ', ONCE), item('bob', ONCE, { asOf: '' }), item('cat', ONCE, { asOf: 'soon' }), item('ann', THRICE)]);
		expect(codesOf(reading)).toEqual([['blankCustomer', 1, 'customer'], ['unreadableDate', 2, 'asOf'], ['unreadableDate', 3, 'asOf'], ['customerTwice', 4, 'customer']]);
		expect([idsOf(reading), [...reading.customers.purchaseDays]]).toEqual([['ann'], [1]]);
	});

	it('what a purchase figure cannot be read of is told once, and not that others miss it', () => {
		expect(codesOf(readingOf([item('ann', { ...THRICE, purchaseDays: 'some', repeats: 'many' })]))).toEqual([['unreadableNumber', 0, 'purchases.purchaseDays'], ['unreadableNumber', 0, 'purchases.repeats']]);
	});
});

describe('As Of', () => {
	it('is that of the latest items; those of another day cannot be used, though nothing else is wrong with them', () => {
		const reading = readingOf([item('ann', ONCE, { asOf: '2024-06-30' }), item('bob', ONCE), item('cat', ONCE, { asOf: '2024-06-29' })]);
		expect([reading.customers.asOf, idsOf(reading), codesOf(reading)]).toEqual([asOf, ['bob'], [['otherAsOf', 0, 'asOf'], ['otherAsOf', 2, 'asOf']]]);
		expect([messageOf(reading.problems[0]), descriptionOf(reading.problems)]).toEqual([
			'Row 1, column "asOf": the item tells of another day',
			'Received "2024-06-30", expected 2024-07-01, the As Of of the latest items. Let one run of Customer Activity give all items, or set "When a Row Is Unusable" to "Leave Out". The same in row 3.',
		]);
		expect(saidOf(reading)[0]).toBe('warning: 2 items left out: the item tells of another day in rows 1, 3.');
	});

	it('of a table with the items of several runs: each customer once, by the latest run, and nobody is met twice', () => {
		const reading = readingOf([item('ann', ONCE, { asOf: '2024-06-30' }), item('ann', { ...THRICE, ...THRICE_HISTORY })]);
		expect([codesOf(reading), [...reading.customers.purchaseDays]]).toEqual([[['otherAsOf', 0, 'asOf']], [3]]);
	});

	it('of an item that cannot be used does not make the others old', () => {
		const reading = readingOf([item('ann', ONCE), item('', ONCE, { asOf: '2024-08-01' })]);
		expect([reading.customers.asOf, codesOf(reading)]).toEqual([asOf, [['blankCustomer', 1, 'customer']]]);
	});
});

describe('what travels along', () => {
	const email = 'ann@example.com';

	it('contact details and columns of one\'s own, in every item; one called as a field of the answer gets Kept behind its name', () => {
		const reading = readingOf([item('ann', ONCE, { email, chance: 'small' }), item('bob', ONCE, { tier: 2 })], { keepColumns: ['streams', 'email'] });
		expect(detailsOf(reading)).toEqual([{ email, chanceKept: 'small', tier: null, streamsKept: 'purchases' }, { email: null, chanceKept: null, tier: 2, streamsKept: 'purchases' }]);
	});

	it('fields that were flattened are none of them', () => expect(detailsOf(readingOf([flattened(item('ann', ONCE, { email }))]))).toEqual([{ email }]));
});

describe('what is passed on', () => {
	const tickets = { open: 2, reasons: '' };

	it('is the item of Customer Activity without histories, without what the next item says itself, and without details', () => {
		const { passedOn } = readingOf([item('ann', { ...ONCE, ...ONCE_HISTORY, reasons: 'margin: costUnknown' }, { tickets, summary: 'x', email: 'ann@example.com', otherIds: 'A1' })]);
		expect(passedOn(0)).toEqual({
			customerSince: '2024-01-01', tenureDays: 182, streams: 'purchases', otherIds: 'A1',
			purchases: { ...ONCE, reasons: 'margin: costUnknown' }, subscriptions: null, payments: null, tickets, contacts: null, usage: null, customers: null,
			recentDays: 30, usualDays: 180, activityVersion: 1,
		});
		expect(Object.keys(passedOn(0))).toEqual(['customerSince', 'tenureDays', 'streams', 'otherIds', 'purchases', 'subscriptions', 'payments', 'tickets', 'contacts', 'usage', 'customers', 'recentDays', 'usualDays', 'activityVersion']);
	});

	it('has no reason of a field that is not in it', () => {
		const reasonsOf = (reasons: string) => readingOf([item('ann', { ...ONCE, historyDays: ONCE_HISTORY.historyDays, historyNet: null, reasons })]).passedOn(0).purchases;
		expect(reasonsOf('net: noAmounts; historyNet: noAmounts')).toMatchObject({ reasons: 'net: noAmounts' });
		expect(reasonsOf('historyNet: noAmounts')).toMatchObject({ reasons: '' });
	});

	it('of a flattened item is flat, and a stream that is flat is not said to be null beside its fields', () => {
		const { passedOn } = readingOf([flattened(item('ann', { ...ONCE, ...ONCE_HISTORY }, { tickets }))]);
		const { purchases, ...rest } = { purchases: null, subscriptions: null, payments: null, contacts: null, usage: null, customers: null };
		expect(passedOn(0)).toEqual({
			customerSince: '2024-01-01', tenureDays: 182, streams: 'purchases', otherIds: null, ...rest, ...flattened({ purchases: ONCE, tickets }), recentDays: 30, usualDays: 180, activityVersion: 1,
		});
		expect([purchases, 'purchases' in passedOn(0)]).toEqual([null, false]);
	});

	it('of an item that is not flat, among some that are, is as that item has it', () => {
		const { passedOn } = readingOf([flattened(item('ann', ONCE)), item('bob', ONCE), item('cat', null)]);
		expect([passedOn(1).purchases, 'purchasesRepeats' in passedOn(1), passedOn(2).purchases, 'purchasesRepeats' in passedOn(2)]).toEqual([ONCE, false, null, false]);
		expect([passedOn(0).purchasesNet, 'purchases' in passedOn(0)]).toEqual([20, false]);
	});

	it('is read again with the same figures, but for the histories', () => {
		const rows = [item('ann', { ...THRICE, ...THRICE_HISTORY }), item('bob', null), item('cat', NEVER)];
		for (const given of [rows, rows.map(flattened)]) {
			const first = readingOf(given);
			const again = readingOf(all(first, (customer) => ({ customer: first.idOf(customer), asOf: '2024-07-01', ...first.passedOn(customer) })));
			expect([again.problems, plain(again.customers)]).toEqual([[], { ...plain(first.customers), history: null }]);
		}
	});
});

describe('purchases, and the items that Customer Activity makes of them', () => {
	const purchase = fc.record({
		customer_id: fc.constantFrom('ann', 'bob', 'cat', '7', '12'),
		date: fc.integer({ min: 0, max: 400 }).map((day) => new Date((asOf - day) * 86_400_000).toISOString().slice(0, 10)),
		amount: fc.constantFrom(5, 12.5, 80, -5, -1),
		cost: fc.constantFrom(1, 4, ''),
		currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'),
	});
	const tables = fc.array(purchase, { minLength: 1, maxLength: 25 }).chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));

	it('give the same columns, nested, flattened and shuffled', () => {
		law(tables, fc.constant(null), ([rows, shuffled]) => {
			const columns = plain(readingOf(rows).customers);
			const items = itemsIn(activityReading([{ id: 'purchases', rows, columns: {} }], { asOf: '2024-07-01' }));
			const given = [items, items.map(flattened), [...items].reverse()].map((activity) => readingOf(activity));
			for (const reading of [...given, readingOf(shuffled)]) {
				expect(reading.problems).toEqual([]);
				expect(plain(reading.customers)).toEqual(columns);
			}
		}, TABLES);
	});

	it('pass the same on', () => {
		law(tables, fc.constant(null), ([rows]) => {
			const direct = readingOf(rows);
			const items = itemsIn(activityReading([{ id: 'purchases', rows, columns: {} }], { asOf: '2024-07-01' }));
			const throughItems = readingOf(items);
			expect(all(throughItems, throughItems.passedOn)).toEqual(all(direct, direct.passedOn));
			expect([throughItems.details.names, idsOf(throughItems)]).toEqual([direct.details.names, idsOf(direct)]);
		}, TABLES);
	});
});

const transactions = sharedData('cdnow_sample_transactions.csv');
const whenCdnowIsThere = transactions === null ? describe.skip : describe;

whenCdnowIsThere(`CDNOW as of 30 September 1997${transactions === null ? ' (../shared/data/cdnow_sample_transactions.csv is missing)' : ''}`, () => {
	it('has the 2,357 customers of the papers, with repeats, recency and age as Python counts them, and every purchase day', () => {
		const { customers, recencyDays, ageDays, repeats } = expected.cdnow;
		const reading = readingOf(readCsv(transactions!), { activity: activitySettings({ asOf: expected.cdnow.asOf }) });
		const sumOf = (column: Int32Array) => column.reduce((sum, value) => sum + value, 0);
		const { count, purchaseDays, recencyDays: recency, ageDays: age, history } = reading.customers;
		expect([count, sumOf(purchaseDays) - count, sumOf(recency), sumOf(age)]).toEqual([customers, repeats.sum, recencyDays.sum, ageDays.sum]);
		expect([history?.day.length, reading.problems]).toEqual([repeats.sum + customers, []]);
	});
});
