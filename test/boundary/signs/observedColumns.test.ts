import type { NamedColumns } from '../../../boundary/signs/observedColumns';
import { ObservedColumns } from '../../../boundary/signs/observedColumns';
import type { Observed } from '../../../domain/signs/observed';
import { observedFields } from '../../../domain/signs/observed';
import { createZone, dayOfDate } from '../../../domain/time';
import { flattened } from '../../../nodes/CustomerActivity/flatten';
import { deepFrozen } from '../../support/reading';

type Row = Record<string, unknown>;

const NOTHING_NAMED: NamedColumns = { texts: [], cancelledOn: '', priceRisesOn: '', bonusesLapseOn: '', bonuses: '', value: '' };
const asOf = dayOfDate(2024, 7, 1);
const zone = createZone('UTC');

interface Read {
	readonly columns: ObservedColumns;
	readonly faults: ReadonlyArray<readonly [code: string, column: string, received: unknown]>;
}

function readAll(rows: readonly Row[], named: Partial<NamedColumns> = {}): Read {
	const columns = new ObservedColumns(rows.length, { ...NOTHING_NAMED, ...named }, zone);
	const faults: Array<readonly [string, string, unknown]> = [];
	deepFrozen(rows).forEach((row, place) => columns.read(place, row, (code, column, received) => faults.push([code, column, received])));
	return { columns, faults };
}

/** What is observed, in plain objects that stay as they are. */
const plain = (observed: Observed): Row => JSON.parse(JSON.stringify(observed)) as Row;
const observedOf = (row: Row, named?: Partial<NamedColumns>): Row => plain(readAll([{ asOf: '2024-07-01', ...row }], named).columns.of(0));
const faultsOf = (row: Row, named?: Partial<NamedColumns>) => readAll([{ asOf: '2024-07-01', ...row }], named).faults;

const fullStreams = Object.fromEntries(
	Object.entries(observedFields).map(([stream, fields]) => {
		const examples: Row = { count: 2, number: -3, date: '2024-06-30', text: 'Pro', flag: true, texts: ['one', 'two'], dates: ['2024-06-30', '2024-06-29'] };
		return [stream, Object.fromEntries(Object.entries(fields).map(([name, kind]) => [name, examples[kind]]))];
	}),
);

describe('the streams', () => {
	it('that are not connected are null, whether the item says null or nothing', () => {
		for (const row of [{}, { purchases: null, tickets: null }]) expect(observedOf(row)).toMatchObject({ purchases: null, subscriptions: null, payments: null, tickets: null, contacts: null, usage: null });
	});

	it('that are there have every field of the registry, null where the item has none', () => {
		const { usage } = observedOf({ usage: { lastOn: '2024-06-30', other: 5 } });
		expect(usage).toEqual({ ...Object.fromEntries(Object.keys(observedFields.usage).map((name) => [name, null])), lastOn: asOf - 1 });
	});

	it('are read field by field by their kind', () => {
		const values: Row = { count: 2, number: -3, date: asOf - 1, text: 'Pro', flag: true, texts: ['one', 'two'], dates: [asOf - 1, asOf - 2] };
		const observed = observedOf(fullStreams);
		for (const [stream, fields] of Object.entries(observedFields)) expect(observed[stream]).toEqual(Object.fromEntries(Object.entries(fields).map(([name, kind]) => [name, values[kind]])));
	});

	it('read the same flattened', () => {
		const row = { tenureDays: 9, ...fullStreams };
		expect(observedOf(flattened(row))).toEqual(observedOf(row));
	});

	it('are not confused with columns that begin like them: usagePlan alone is no usage', () => expect(observedOf({ usagePlan: 'yearly' }).usage).toBeNull());
});

describe('what stands beside the streams', () => {
	it('windows are those of the item, 30 and 180 days where it does not say', () => {
		expect(observedOf({})).toMatchObject({ asOf, tenureDays: null, recentDays: 30, usualDays: 180 });
		expect(observedOf({ tenureDays: '400', recentDays: 14, usualDays: '90' })).toMatchObject({ tenureDays: 400, recentDays: 14, usualDays: 90 });
	});

	it('windows of no days are refused, since figures are divided by them; a tenure of none is somebody of today', () => {
		expect(faultsOf({ tenureDays: 0, recentDays: 0, usualDays: 0 })).toEqual([['unreadableNumber', 'recentDays', 0], ['unreadableNumber', 'usualDays', 0]]);
	});

	it('without an As Of the item cannot be used, and it is said once', () => {
		for (const cell of [undefined, null, '']) expect(faultsOf({ asOf: cell })).toEqual([['unreadableDate', 'asOf', cell]]);
		expect(faultsOf({ asOf: 'soon' })).toEqual([['unreadableDate', 'asOf', 'soon']]);
	});
});

describe('columns of one\'s own', () => {
	const named = { texts: ['why', 'customers.note'], cancelledOn: 'customers.leaves', priceRisesOn: 'rise', bonusesLapseOn: 'lapse', bonuses: 'points', value: 'worth' };

	it('that nobody names say nothing', () => {
		expect(observedOf({ why: 'no', worth: 5 }).named).toEqual({ isNamed: { cancelledOn: false, priceRisesOn: false, bonusesLapseOn: false, texts: false }, texts: [], cancelledOn: null, priceRisesOn: null, bonusesLapseOn: null, bonuses: null, value: null });
	});

	it('are found by their paths; texts that are blank are passed over', () => {
		expect(observedOf({ why: ' ', rise: '2024-08-01', lapse: '2024-07-11T00:00:00.000Z', points: '12', worth: 99.5, customers: { note: 'hm', leaves: '31.07.2024' } }, named).named).toEqual({
			isNamed: { cancelledOn: true, priceRisesOn: true, bonusesLapseOn: true, texts: true },
			texts: ['hm'],
			cancelledOn: asOf + 30,
			priceRisesOn: asOf + 31,
			bonusesLapseOn: asOf + 10,
			bonuses: 12,
			value: 99.5,
		});
	});

	it('that are named and blank are named all the same', () => {
		expect(observedOf({}, { cancelledOn: 'leaves' }).named).toMatchObject({ isNamed: { cancelledOn: true, priceRisesOn: false }, cancelledOn: null, texts: [] });
	});

	it('that cannot be read are faults under the path that the user gave', () => {
		expect(faultsOf({ rise: 'soon', points: 'many', customers: { leaves: 'no' } }, named)).toEqual([
			['unreadableDate', 'customers.leaves', 'no'],
			['unreadableDate', 'rise', 'soon'],
			['unreadableNumber', 'points', 'many'],
		]);
	});
});

describe('cells that cannot be read', () => {
	it('are faults with their path, and null', () => {
		const row = { asOf: '2024-07-01', tenureDays: 'long', purchases: { repeats: 'often', lastOn: 'soon', daysSince: 3 } };
		const { columns, faults } = readAll([row]);
		expect(faults).toEqual([['unreadableNumber', 'tenureDays', 'long'], ['unreadableNumber', 'purchases.repeats', 'often'], ['unreadableDate', 'purchases.lastOn', 'soon']]);
		expect(columns.of(0).purchases).toMatchObject({ repeats: null, lastOn: null, daysSince: 3 });
	});

	it('of a flattened item are faults under its column', () => expect(faultsOf({ purchasesRepeats: 'often' })).toEqual([['unreadableNumber', 'purchasesRepeats', 'often']]));
});

it('one item says nothing of another: each is read at its own place, in any order', () => {
	const { columns } = readAll([
		{ asOf: '2024-07-01', usage: { recentActiveDays: 1 }, why: 'a' },
		{ asOf: '2024-06-30' },
		{ asOf: '2024-06-29', usage: { usualActiveDays: 2 }, contacts: {}, why: 'c' },
	], { texts: ['why'] });
	const told = (place: number) => {
		const { asOf: day, usage, contacts, named } = columns.of(place);
		return [asOf - day, usage?.recentActiveDays, usage?.usualActiveDays, contacts === null, named.texts.join()];
	};
	expect([2, 0, 1, 0].map(told)).toEqual([[2, null, 2, false, 'c'], [0, 1, null, true, 'a'], [1, undefined, undefined, true, ''], [0, 1, null, true, 'a']]);
});
