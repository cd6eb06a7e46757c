/**
 * From rows of JSON to a history of purchases or visits.
 *
 * Rows become columns once, one pass a column; nothing is kept as an object per row. What becomes of each
 * row is in `verdicts.ts`: nothing is lost, nothing is counted twice.
 */
import type { GroupColumn } from '../../domain/ledger/groups';
import type { EventColumns, History } from '../../domain/ledger/history';
import { historyOf } from '../../domain/ledger/history';
import type { Problem, ProblemCode } from '../../domain/problems';
import type { Zone } from '../../domain/time';
import { dayOfLocalTime } from '../../domain/time';
import type { DecimalMark } from '../amounts';
import type { DateFormat } from '../dates';
import type { LeftOutKind } from '../leftOut';
import type { Row } from '../paths';
import { readerOf } from '../paths';
import { purchaseSources } from '../sources';
import type { ChosenColumns, PurchaseLayout, PurchaseSource } from '../sources/source';
import type { AmountColumn, AmountUnit, CurrencyColumn } from './amountColumn';
import { amountColumnName, amountUnitOf, fromMinorUnits, readAmounts, readCurrencies } from './amountColumn';
import type { AsOf, AsOfSetting } from './asOf';
import { resolveAsOf } from './asOf';
import type { CustomerColumn } from './customerColumn';
import { isEmptyRow, readCustomers } from './customerColumn';
import type { DateColumn } from './dateColumn';
import { readDates } from './dateColumn';
import { repeatedRows } from './duplicates';
import { readGroupColumn } from './groupColumn';
import type { Item } from './verdicts';
import { Verdicts } from './verdicts';

export interface ReadingSettings {
	/** The id of a source profile, or 'automatic'. */
	readonly source: string;
	readonly columns: ChosenColumns;
	/** Purchases are worth something; a visit counts whatever its amount. */
	readonly rowsAre: 'purchases' | 'visits';
	readonly dateFormat: DateFormat;
	readonly decimalMark: DecimalMark;
	readonly amountUnit: AmountUnit;
	readonly dropsTrailingZero: boolean;
	readonly keepsCancelled: boolean;
	readonly zone: Zone;
	readonly asOf: AsOfSetting;
	readonly groupBy: readonly string[];
}

/** Rows read, with everything about the reading that a hint tells. */
export interface PurchaseReading {
	readonly source: PurchaseSource;
	readonly layout: PurchaseLayout;
	readonly history: History;
	/** Which input item each entry of the history's columns came from. */
	readonly itemOfRow: Int32Array;
	readonly customers: CustomerColumn;
	readonly currencies: readonly string[];
	readonly groupColumns: readonly GroupColumn[];
	readonly asOf: AsOf;
	readonly leftOut: ReadonlyMap<LeftOutKind, number>;
	readonly refunds: number;
	/** Rows equal to an earlier one that were kept, since nothing says they are the same purchase. */
	readonly equalRowsKept: number;
	/** How many different orders the lines make; null where a row is a purchase. */
	readonly orders: number | null;
	readonly dateOrderFrom: DateColumn['orderFrom'];
	readonly decimalMarkFrom: AmountColumn['markFrom'];
	readonly problems: readonly Problem[];
}

/** A reading, or why there is none: no rows, or something that concerns a whole column. */
export type ReadingOutcome =
	| { readonly reading: PurchaseReading }
	| { readonly problems: readonly Problem[] }
	| { readonly isEmpty: true };

const SAMPLE_SIZE = 100;
const MAX_GROUPS = 1000;

/** Some rows spread evenly over all, the first among them; empty rows tell nothing and are passed over. */
export function sampleOf(items: readonly Item[]): Row[] {
	const step = Math.max(1, Math.floor(items.length / SAMPLE_SIZE));
	const sample: Row[] = [];
	for (let item = 0; item < items.length && sample.length < SAMPLE_SIZE; item += step) {
		if (!isEmptyRow(items[item].json)) sample.push(items[item].json);
	}
	return sample;
}

const chooseSource = (sample: readonly Row[], id: string): PurchaseSource =>
	purchaseSources.find((source) => (id === 'automatic' ? source.recognises(sample) : source.id === id))!;

const columnProblem = (code: ProblemCode, column: string, received: unknown) => ({
	problems: [{ code, item: null, column, received }],
});

/** Columns that the user chose and no row of the sample has. */
const missingColumns = (sample: readonly Row[], { columns, groupBy }: ReadingSettings): Problem[] =>
	[...Object.values(columns), ...groupBy]
		.filter((column) => column !== '' && sample.every((row) => readerOf(column)(row) === undefined))
		.map((column) => ({ code: 'missingColumn', item: null, column, received: undefined }));

function leaveOutKnown(items: readonly Item[], layout: PurchaseLayout, settings: ReadingSettings, verdicts: Verdicts): void {
	for (let item = 0; item < items.length; item++) {
		const kind = layout.leftOut(items[item].json);
		if (kind !== null && !(kind === 'cancelled' && settings.keepsCancelled)) verdicts.leaveOut(item, kind);
	}
}

function leaveOutZeroPrices(amount: Float64Array, verdicts: Verdicts): void {
	for (let item = 0; item < amount.length; item++) {
		if (amount[item] === 0 && verdicts.counts(item)) verdicts.leaveOut(item, 'zeroPrice');
	}
}

/** The last day with a row, up to today; null where there is none. */
function lastDayUpTo(today: number, localTime: Float64Array, verdicts: Verdicts): number | null {
	let last = -Infinity;
	for (let item = 0; item < localTime.length; item++) {
		if (!verdicts.counts(item)) continue;
		const day = dayOfLocalTime(localTime[item]);
		if (day <= today && day > last) last = day;
	}
	return last === -Infinity ? null : last;
}

/** Leaves out what lies after As Of; what lies after today is a problem unless the user chose the day. */
function cutAtAsOf(asOf: AsOf, setting: AsOfSetting, localTime: Float64Array, column: string, verdicts: Verdicts): void {
	for (let item = 0; item < localTime.length; item++) {
		if (!verdicts.counts(item)) continue;
		const day = dayOfLocalTime(localTime[item]);
		if (setting.kind === 'automatic' && day > setting.today) verdicts.fail(item, 'startsInFuture', column);
		else if (day > asOf.day) verdicts.leaveOut(item, 'afterAsOf');
	}
}

/** The columns read, an entry for each item, whether it counts or not. */
interface ItemColumns {
	readonly customers: CustomerColumn;
	readonly dates: DateColumn;
	readonly amounts: AmountColumn | null;
	readonly currencies: CurrencyColumn;
}

function pickFloats(values: Float64Array, items: Int32Array): Float64Array {
	const picked = new Float64Array(items.length);
	for (let row = 0; row < items.length; row++) picked[row] = values[items[row]];
	return picked;
}

function pickIntegers(values: Int32Array, items: Int32Array): Int32Array {
	const picked = new Int32Array(items.length);
	for (let row = 0; row < items.length; row++) picked[row] = values[items[row]];
	return picked;
}

/** The items that count, as a history. A purchase of a negative amount is a refund: it moves money and is no visit. */
function gather(columns: ItemColumns, rowsAre: ReadingSettings['rowsAre'], verdicts: Verdicts) {
	const itemOfRow = verdicts.countingItems();
	const amount = columns.amounts && pickFloats(columns.amounts.amount, itemOfRow);
	const isVisit = new Uint8Array(itemOfRow.length).fill(1);
	let refunds = 0;
	if (amount && rowsAre === 'purchases') {
		for (let row = 0; row < amount.length; row++) {
			if (amount[row] >= 0) continue;
			isVisit[row] = 0;
			refunds++;
		}
	}
	const events: EventColumns = {
		customerCount: columns.customers.count,
		customer: pickIntegers(columns.customers.customerOf, itemOfRow),
		localTime: pickFloats(columns.dates.localTime, itemOfRow),
		amount,
		currency: columns.currencies.currencyOf && pickIntegers(columns.currencies.currencyOf, itemOfRow),
		isVisit,
	};
	return { itemOfRow, refunds, history: historyOf(events) };
}

function countOrders(items: readonly Item[], itemOfRow: Int32Array, column: string): number {
	const read = readerOf(column);
	const orders = new Set<unknown>();
	for (const item of itemOfRow) orders.add(read(items[item].json));
	return orders.size;
}

/**
 * Reads purchases or visits off rows
 *
 * `items` are any node's output. Finds the source and its columns unless the settings name them. What
 * concerns a whole column ends the reading; what concerns a row is a problem beside it.
 */
export function readPurchases(items: readonly Item[], settings: ReadingSettings): ReadingOutcome {
	const sample = sampleOf(items);
	if (sample.length === 0) return { isEmpty: true };
	const source = chooseSource(sample, settings.source);
	const layout = source.layoutOf(sample, settings.columns);
	if ('missing' in layout) return columnProblem('columnNotRecognised', layout.missing, Object.keys(sample[0]));
	const missing = missingColumns(sample, settings);
	if (missing.length > 0) return { problems: missing };
	const readsAmounts = settings.rowsAre === 'purchases' || settings.columns.amount !== '';
	const amountColumns = readsAmounts ? layout.amount : null;
	const unit = amountColumns && amountUnitOf(settings.amountUnit, amountColumns, sample, layout.currency);
	if (amountColumns && unit === 'unclear') {
		const column = amountColumnName(amountColumns);
		return columnProblem('ambiguousAmountUnit', column, readerOf(column)(sample[0]));
	}

	const verdicts = new Verdicts(items);
	leaveOutKnown(items, layout, settings, verdicts);
	const customers = readCustomers(items, layout.customer, settings.dropsTrailingZero, verdicts);
	const dates = readDates(items, layout.date, settings.dateFormat, settings.zone, verdicts);
	const amounts = amountColumns && readAmounts(items, amountColumns, settings.decimalMark, verdicts);
	const currencies = readCurrencies(items, amounts && layout.currency, amounts?.currency ?? null, verdicts);
	if (amounts && unit === 'minor') fromMinorUnits(amounts.amount, currencies);
	if (amounts && settings.rowsAre === 'purchases') leaveOutZeroPrices(amounts.amount, verdicts);
	const asOf = resolveAsOf(settings.asOf, lastDayUpTo(settings.asOf.today, dates.localTime, verdicts));
	cutAtAsOf(asOf, settings.asOf, dates.localTime, layout.date, verdicts);

	const columns: ItemColumns = { customers, dates, amounts, currencies };
	let gathered = gather(columns, settings.rowsAre, verdicts);
	const { itemOfRow, history } = gathered;
	const repetition = layout.isLineLevel
		? { repeated: [], ordersHaveLines: true }
		: repeatedRows(history, (row) => items[itemOfRow[row]].json, layout.order === null ? null : readerOf(layout.order));
	if (layout.order !== null && repetition.repeated.length > 0) {
		for (const row of repetition.repeated) verdicts.fail(itemOfRow[row], 'duplicateRow', layout.order);
		gathered = gather(columns, settings.rowsAre, verdicts);
	}

	const groupColumns = settings.groupBy.map((column) => readGroupColumn(items, gathered.itemOfRow, column));
	const tooWide = groupColumns.find(({ values }) => values.length - 1 > MAX_GROUPS);
	if (tooWide) return columnProblem('tooManyGroups', tooWide.name, tooWide.values.length - 1);
	const hasOrders = layout.order !== null && repetition.ordersHaveLines;
	return {
		reading: {
			source,
			layout,
			...gathered,
			customers,
			currencies: currencies.names,
			groupColumns,
			asOf,
			leftOut: verdicts.leftOut(),
			equalRowsKept: layout.order === null ? repetition.repeated.length : 0,
			orders: hasOrders ? countOrders(items, gathered.itemOfRow, layout.order!) : null,
			dateOrderFrom: dates.orderFrom,
			decimalMarkFrom: amounts?.markFrom ?? null,
			problems: verdicts.problems(),
		},
	};
}
