/**
 * From rows of JSON to the columns of a purchase history.
 *
 * Every row ends in exactly one place: it is an event, it is knowingly left out and counted by its kind,
 * or it is unusable and a problem. Nothing is read into an object per row: one pass a column.
 */
import type { GroupColumn } from '../domain/ledger/groups';
import type { EventColumns, History } from '../domain/ledger/history';
import { AMOUNT_SCALE, historyOf } from '../domain/ledger/history';
import type { Problem, ProblemCode } from '../domain/problems';
import type { Zone } from '../domain/time';
import { dayOfLocalTime } from '../domain/time';
import type { DecimalMark } from './amounts';
import { createAmountReader } from './amounts';
import type { AsOf, AsOfSetting } from './asOf';
import { resolveAsOf } from './asOf';
import { namesMinorUnits } from './columnNames';
import type { CustomerList } from './customers';
import { createCustomerList, GUEST, NO_CUSTOMER } from './customers';
import type { DateFormat } from './dates';
import { createDateReader } from './dates';
import { repeatedRows } from './duplicates';
import type { Row } from './paths';
import { isBlank, readerOf } from './paths';
import { purchaseSources } from './sources';
import { isEmptyRow } from './sources/plainTable';
import type { AmountColumns, ChosenColumns, LeftOutKind, PurchaseLayout, PurchaseSource } from './sources/source';
import { leftOutKinds } from './sources/source';

export interface Item {
	readonly json: Row;
}

export interface ReadingSettings {
	/** The id of a source profile, or 'automatic'. */
	readonly source: string;
	readonly columns: ChosenColumns;
	/** Purchases are worth something; a visit counts whatever its amount. */
	readonly rowsAre: 'purchases' | 'visits';
	readonly dateFormat: DateFormat;
	readonly decimalMark: DecimalMark;
	readonly amountUnit: 'automatic' | 'whole' | 'minor';
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
	readonly customers: CustomerList;
	/** The currencies' names by their number; empty where none is named. */
	readonly currencies: readonly string[];
	readonly groupColumns: readonly GroupColumn[];
	readonly asOf: AsOf;
	readonly leftOut: ReadonlyMap<LeftOutKind, number>;
	readonly refunds: number;
	/** Rows equal to an earlier one that were kept, since nothing says they are the same purchase. */
	readonly equalRowsKept: number;
	/** How many different orders; null where no column numbers them. */
	readonly orders: number | null;
	readonly dateOrderFrom: 'dayFirst' | 'monthFirst' | null;
	readonly decimalMarkFrom: 'point' | 'comma' | null;
	readonly problems: readonly Problem[];
}

/** A reading, or why there is none: no rows, or a column that is missing. */
export type ReadingOutcome =
	| { readonly reading: PurchaseReading }
	| { readonly problems: readonly Problem[] }
	| { readonly isEmpty: true };

const SAMPLE_SIZE = 100;
const MAX_GROUPS = 1000;

/** Some rows spread evenly over all, the first among them. */
export function sampleOf(items: readonly Item[]): Row[] {
	const step = Math.max(1, Math.floor(items.length / SAMPLE_SIZE));
	const sample: Row[] = [];
	for (let item = 0; item < items.length && sample.length < SAMPLE_SIZE; item += step) {
		if (!isEmptyRow(items[item].json)) sample.push(items[item].json);
	}
	return sample;
}

export const chooseSource = (sample: readonly Row[], id: string): PurchaseSource =>
	purchaseSources.find((source) => (id === 'automatic' ? source.recognises(sample) : source.id === id))!;

const COUNTS = 0;
const UNUSABLE = 255;
const leftOutOrder = Object.keys(leftOutKinds) as LeftOutKind[];

/** What became of each row: it counts, it is knowingly left out, or it is unusable. The first verdict holds. */
class Outcomes {
	private readonly verdict: Uint8Array;
	private readonly faults = new Map<number, { readonly code: ProblemCode; readonly column: string }>();

	constructor(private readonly items: readonly Item[]) {
		this.verdict = new Uint8Array(items.length);
	}

	isOut(item: number): boolean {
		return this.verdict[item] !== COUNTS;
	}

	leaveOut(item: number, kind: LeftOutKind): void {
		this.verdict[item] = leftOutOrder.indexOf(kind) + 1;
	}

	fail(item: number, code: ProblemCode, column: string): void {
		this.verdict[item] = UNUSABLE;
		this.faults.set(item, { code, column });
	}

	/** The problems in the order of the rows. */
	problems(): Problem[] {
		return [...this.faults]
			.sort(([one], [other]) => one - other)
			.map(([item, { code, column }]) => ({ code, item, column, received: readerOf(column)(this.items[item].json) }));
	}

	leftOut(): Map<LeftOutKind, number> {
		const counts = new Map<LeftOutKind, number>();
		for (const verdict of this.verdict) {
			if (verdict === COUNTS) continue;
			const kind = verdict === UNUSABLE ? 'unusable' : leftOutOrder[verdict - 1];
			counts.set(kind, (counts.get(kind) ?? 0) + 1);
		}
		return counts;
	}
}

/** Leaves out what the source knows not to count. */
function leaveOutKnown(items: readonly Item[], layout: PurchaseLayout, settings: ReadingSettings, outcomes: Outcomes): void {
	for (let item = 0; item < items.length; item++) {
		const kind = layout.leftOut(items[item].json);
		if (kind && !(kind === 'cancelled' && settings.keepsCancelled)) outcomes.leaveOut(item, kind);
	}
}

function readCustomers(items: readonly Item[], column: string, customers: CustomerList, outcomes: Outcomes): Int32Array {
	const read = readerOf(column);
	const customerOf = new Int32Array(items.length);
	for (let item = 0; item < items.length; item++) {
		if (outcomes.isOut(item)) continue;
		const customer = customers.numberOf(read(items[item].json));
		if (customer === NO_CUSTOMER && isEmptyRow(items[item].json)) outcomes.leaveOut(item, 'empty');
		else if (customer === NO_CUSTOMER) outcomes.fail(item, 'blankCustomer', column);
		else if (customer === GUEST) outcomes.leaveOut(item, 'guest');
		else customerOf[item] = customer;
	}
	return customerOf;
}

interface DateColumn {
	readonly localTime: Float64Array;
	readonly orderFrom: 'dayFirst' | 'monthFirst' | null;
}

function readDates(items: readonly Item[], column: string, format: DateFormat, zone: Zone, outcomes: Outcomes): DateColumn {
	const read = readerOf(column);
	const reader = createDateReader({ format, zone });
	const localTime = new Float64Array(items.length);
	const faults: Array<readonly [item: number, code: ProblemCode]> = [];
	for (let item = 0; item < items.length; item++) {
		if (outcomes.isOut(item)) continue;
		localTime[item] = reader.read(read(items[item].json));
		if (Number.isNaN(localTime[item])) faults.push([item, reader.fault]);
	}

	// A column in which some dates exist in one order only, and none in the other, has that order throughout.
	const { dayFirst, monthFirst } = reader.evidence;
	const isAmbiguous = faults.some(([, code]) => code === 'ambiguousDate');
	if (format === 'automatic' && isAmbiguous && (dayFirst === 0) !== (monthFirst === 0)) {
		const orderFrom = dayFirst > 0 ? 'dayFirst' : 'monthFirst';
		return { ...readDates(items, column, orderFrom, zone, outcomes), orderFrom };
	}
	for (const [item, code] of faults) outcomes.fail(item, code, column);
	return { localTime, orderFrom: null };
}

interface AmountColumn {
	readonly amount: Float64Array;
	/** The currency named beside the amount, by item; null where none ever was. */
	readonly currency: string[] | null;
	readonly markFrom: 'point' | 'comma' | null;
}

/** Reads one column of amounts, or of quantities. */
function readAmounts(items: readonly Item[], column: string, decimalMark: DecimalMark, outcomes: Outcomes): AmountColumn {
	const read = readerOf(column);
	const reader = createAmountReader({ decimalMark });
	const amount = new Float64Array(items.length);
	const faults: Array<readonly [item: number, code: ProblemCode]> = [];
	let currency: string[] | null = null;
	for (let item = 0; item < items.length; item++) {
		if (outcomes.isOut(item)) continue;
		amount[item] = reader.read(read(items[item].json));
		if (Number.isNaN(amount[item])) faults.push([item, reader.fault]);
		else if (reader.currency !== '') (currency ??= [])[item] = reader.currency;
	}

	const { point, comma } = reader.evidence;
	const isAmbiguous = faults.some(([, code]) => code === 'ambiguousAmount');
	if (decimalMark === 'automatic' && isAmbiguous && (point === 0) !== (comma === 0)) {
		const markFrom = point > 0 ? 'point' : 'comma';
		return { ...readAmounts(items, column, markFrom, outcomes), markFrom };
	}
	for (const [item, code] of faults) outcomes.fail(item, code, column);
	return { amount, currency, markFrom: null };
}

function readAmountColumns(items: readonly Item[], columns: AmountColumns, mark: DecimalMark, outcomes: Outcomes): AmountColumn {
	if (columns.kind === 'total') return readAmounts(items, columns.column, mark, outcomes);
	const quantity = readAmounts(items, columns.quantity, mark, outcomes);
	const price = readAmounts(items, columns.price, mark, outcomes);
	const product = price.amount.map((each, item) => Math.round((each * quantity.amount[item]) / AMOUNT_SCALE));
	return { ...price, amount: product };
}

const amountColumnName = (columns: AmountColumns): string => (columns.kind === 'total' ? columns.column : columns.price);

/** How many decimals a currency's smallest coin has: yen 0, dinar 3; 2 where the currency is not known. */
function decimalsOf(currency: string): number {
	try {
		return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
	} catch {
		return 2;
	}
}

/** Whether amounts look like those of a payment service: whole numbers beside a currency in small letters. */
function mayBeMinorUnits(sample: readonly Row[], layout: PurchaseLayout): boolean {
	if (layout.amount?.kind !== 'total' || layout.currency === null || sample.length === 0) return false;
	const readAmount = readerOf(layout.amount.column);
	const readCurrency = readerOf(layout.currency);
	return sample.every((row) => Number.isInteger(readAmount(row)) && /^[a-z]{3}$/.test(String(readCurrency(row))));
}

/** Numbers the values of a text column in the order of the alphabet, so that the order of rows does not matter. */
function numberTexts(texts: Iterable<string>): Map<string, number> {
	return new Map([...new Set(texts)].sort().map((text, index) => [text, index] as const));
}

function readCurrencies(items: readonly Item[], layout: PurchaseLayout, amounts: AmountColumn | null, isOut: (item: number) => boolean) {
	if (layout.currency === null && !amounts?.currency) return { names: [], currencyOf: null };
	const readCurrency = layout.currency === null ? () => undefined : readerOf(layout.currency);
	const textOf = (item: number): string => {
		const cell = readCurrency(items[item].json);
		return isBlank(cell) ? (amounts?.currency?.[item] ?? '') : String(cell).trim().toUpperCase();
	};
	const seen = new Set<string>();
	for (let item = 0; item < items.length; item++) if (!isOut(item)) seen.add(textOf(item));
	const numberOf = numberTexts(seen);
	const currencyOf = new Int32Array(items.length);
	for (let item = 0; item < items.length; item++) currencyOf[item] = numberOf.get(textOf(item)) ?? 0;
	const names = [...numberOf.keys()];
	return names.length === 1 && names[0] === '' ? { names: [], currencyOf: null } : { names, currencyOf };
}

const groupText = (cell: unknown): string => (isBlank(cell) || typeof cell === 'object' ? '' : String(cell).trim());

function readGroupColumn(items: readonly Item[], itemOfRow: Int32Array, column: string): GroupColumn {
	const read = readerOf(column);
	const valueOfText = new Map([['', 0]]);
	const values = [''];
	const valueOfRow = itemOfRow.map((item) => {
		const text = groupText(read(items[item].json));
		let value = valueOfText.get(text);
		if (value === undefined) {
			value = values.push(text) - 1;
			valueOfText.set(text, value);
		}
		return value;
	});
	return { name: column, values, valueOfRow };
}

function columnProblems(sample: readonly Row[], columns: readonly string[]): Problem[] {
	return columns
		.filter((column) => column !== '' && sample.every((row) => readerOf(column)(row) === undefined))
		.map((column) => ({ code: 'missingColumn', item: null, column, received: undefined }));
}

function lastDayUpTo(today: number, localTime: Float64Array, outcomes: Outcomes): number | null {
	let last = -Infinity;
	for (let item = 0; item < localTime.length; item++) {
		if (outcomes.isOut(item)) continue;
		const day = dayOfLocalTime(localTime[item]);
		if (day <= today && day > last) last = day;
	}
	return last === -Infinity ? null : last;
}

/** Leaves out what lies after As Of; what lies after today is a problem unless the user chose the day. */
function cutAtAsOf(asOf: AsOf, setting: AsOfSetting, localTime: Float64Array, column: string, outcomes: Outcomes): void {
	for (let item = 0; item < localTime.length; item++) {
		if (outcomes.isOut(item)) continue;
		const day = dayOfLocalTime(localTime[item]);
		if (setting.kind === 'automatic' && day > setting.today) outcomes.fail(item, 'startsInFuture', column);
		else if (day > asOf.day) outcomes.leaveOut(item, 'afterAsOf');
	}
}

/**
 * Reads purchases or visits off rows
 *
 * `items` are any node's output. Finds the source and its columns unless the settings name them.
 */
export function readPurchases(items: readonly Item[], settings: ReadingSettings): ReadingOutcome {
	const sample = sampleOf(items);
	if (sample.length === 0) return { isEmpty: true };
	const source = chooseSource(sample, settings.source);
	const layout = source.layoutOf(sample, settings.columns);
	if ('missing' in layout) {
		return { problems: [{ code: 'columnNotRecognised', item: null, column: layout.missing, received: Object.keys(sample[0]) }] };
	}
	const missing = columnProblems(sample, [...Object.values(settings.columns), ...settings.groupBy]);
	if (missing.length > 0) return { problems: missing };

	const outcomes = new Outcomes(items);
	const isOut = (item: number) => outcomes.isOut(item);
	leaveOutKnown(items, layout, settings, outcomes);
	const customers = createCustomerList(settings);
	const customerOf = readCustomers(items, layout.customer, customers, outcomes);
	const dates = readDates(items, layout.date, settings.dateFormat, settings.zone, outcomes);

	const readsAmounts = layout.amount !== null && (settings.rowsAre === 'purchases' || settings.columns.amount !== '');
	const amounts = readsAmounts ? readAmountColumns(items, layout.amount!, settings.decimalMark, outcomes) : null;
	const { names: currencies, currencyOf } = readCurrencies(items, layout, amounts, isOut);
	if (amounts && layout.amount) {
		const column = amountColumnName(layout.amount);
		if (settings.amountUnit === 'automatic' && !namesMinorUnits(column) && mayBeMinorUnits(sample, layout)) {
			return { problems: [{ code: 'ambiguousAmountUnit', item: null, column, received: readerOf(column)(sample[0]) }] };
		}
		const isMinor = settings.amountUnit === 'minor' || (settings.amountUnit === 'automatic' && namesMinorUnits(column));
		if (isMinor) {
			const divisors = (currencies.length > 0 ? currencies : ['']).map((currency) => 10 ** decimalsOf(currency));
			amounts.amount.forEach((each, item) => {
				amounts.amount[item] = Math.round(each / divisors[currencyOf?.[item] ?? 0]);
			});
		}
		if (settings.rowsAre === 'purchases') {
			for (let item = 0; item < items.length; item++) {
				if (!isOut(item) && amounts.amount[item] === 0) outcomes.leaveOut(item, 'zeroPrice');
			}
		}
	}

	const lastDay = lastDayUpTo(settings.asOf.today, dates.localTime, outcomes);
	const asOf = resolveAsOf(settings.asOf, lastDay);
	cutAtAsOf(asOf, settings.asOf, dates.localTime, layout.date, outcomes);

	const gather = () => {
		const kept: number[] = [];
		for (let item = 0; item < items.length; item++) if (!isOut(item)) kept.push(item);
		const itemOfRow = Int32Array.from(kept);
		const pick = <Values extends Float64Array | Int32Array>(values: Values): Values =>
			values.constructor === Float64Array
				? (Float64Array.from(itemOfRow, (item) => values[item]) as Values)
				: (Int32Array.from(itemOfRow, (item) => values[item]) as Values);
		const amount = amounts && pick(amounts.amount);
		const isRefund = (row: number) => settings.rowsAre === 'purchases' && amount !== null && amount[row] < 0;
		const columns: EventColumns = {
			customerCount: customers.count,
			customer: pick(customerOf),
			localTime: pick(dates.localTime),
			amount,
			currency: currencies.length > 1 && currencyOf ? pick(currencyOf) : null,
			isVisit: Uint8Array.from(itemOfRow, (_, row) => (isRefund(row) ? 0 : 1)),
		};
		return { columns, itemOfRow, history: historyOf(columns) };
	};

	let { columns, itemOfRow, history } = gather();
	const readOrder = layout.order === null ? null : readerOf(layout.order);
	const repeated = layout.isLineLevel ? [] : repeatedRows(history, (row) => items[itemOfRow[row]].json, readOrder);
	if (readOrder && repeated.length > 0) {
		for (const row of repeated) outcomes.fail(itemOfRow[row], 'duplicateRow', layout.order!);
		({ columns, itemOfRow, history } = gather());
	}

	const groupColumns = settings.groupBy.map((column) => readGroupColumn(items, itemOfRow, column));
	const tooWide = groupColumns.find(({ values }) => values.length - 1 > MAX_GROUPS);
	if (tooWide) {
		return { problems: [{ code: 'tooManyGroups', item: null, column: tooWide.name, received: tooWide.values.length - 1 }] };
	}

	return {
		reading: {
			source,
			layout,
			history,
			itemOfRow,
			customers,
			currencies,
			groupColumns,
			asOf,
			leftOut: outcomes.leftOut(),
			refunds: columns.isVisit.reduce((count, isVisit) => count + (1 - isVisit), 0),
			equalRowsKept: readOrder ? 0 : repeated.length,
			orders: readOrder ? new Set(Array.from(itemOfRow, (item) => readOrder(items[item].json))).size : null,
			dateOrderFrom: dates.orderFrom,
			decimalMarkFrom: amounts?.markFrom ?? null,
			problems: outcomes.problems(),
		},
	};
}
