/**
 * From rows of JSON to a history of purchases or visits.
 *
 * Rows become columns once, one pass a column; nothing is kept as an object per row. What becomes of each
 * row is in `verdicts.ts`: nothing is lost, nothing is counted twice.
 */
import type { GroupColumn } from '../../domain/ledger/groups';
import type { EventColumns } from '../../domain/ledger/history';
import { historyOf } from '../../domain/ledger/history';
import type { Problem } from '../../domain/problems';
import type { Zone } from '../../domain/time';
import type { DecimalMark } from '../amounts';
import type { AmountColumns } from '../columnNames';
import type { DateFormat } from '../dates';
import type { LeftOutKind } from '../leftOut';
import type { Item, Table } from '../paths';
import { cellText, isBlank, readerOf, tableOf } from '../paths';
import { purchaseSources } from '../sources';
import type { ChosenColumns, PurchaseLayout, PurchaseSource } from '../sources/source';
import type { AmountColumn, AmountUnit, CurrencyColumn } from './amountColumn';
import { amountColumnName, amountColumnsOf, amountUnitOf, fromMinorUnits, readAmounts, readCurrencies } from './amountColumn';
import type { AsOf, AsOfSetting } from './asOf';
import { cutAtAsOf, lastDayUpTo, resolveAsOf } from './asOf';
import type { CustomerColumn } from './customerColumn';
import { isEmptyRow, readCustomers } from './customerColumn';
import type { DateColumn } from './dateColumn';
import { readDates } from './dateColumn';
import { repeatedRows } from './duplicates';
import { readGroupColumn, tooManyGroups } from './groupColumn';
import { columnProblem } from './columnProblem';
import { pickFloats, pickIntegers } from './pick';
import type { Rows } from './rows';
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
	/** Whether an amount is of its row or, repeated on each row, of the whole order. */
	readonly amountIs: 'automatic' | 'perRow' | 'perOrder';
	readonly dropsTrailingZero: boolean;
	readonly keepsCancelled: boolean;
	readonly zone: Zone;
	readonly asOf: AsOfSetting;
	readonly groupBy: readonly string[];
	/** Columns to pass on with each customer, besides those found. */
	readonly keepColumns: readonly string[];
}

/** Rows read, with everything about the reading that a hint tells. */
export interface PurchaseReading extends Rows {
	readonly source: PurchaseSource;
	readonly layout: PurchaseLayout;
	readonly customers: CustomerColumn;
	readonly currencies: readonly string[];
	readonly groupColumns: readonly GroupColumn[];
	readonly asOf: AsOf;
	readonly leftOut: ReadonlyMap<LeftOutKind, number>;
	/** Whether rows were left out by a status that may be the customer's and not the order's. */
	readonly hidesStatusOfCustomers: boolean;
	readonly refunds: number;
	/** Rows equal to an earlier one that were kept, since nothing says they are the same purchase. */
	readonly equalRowsKept: number;
	/** How many different orders the lines make; null where a row is a purchase. */
	readonly orders: number | null;
	readonly dates: Pick<DateColumn, 'orderFrom' | 'holdsBothOrders'>;
	readonly decimalMarkFrom: AmountColumn['markFrom'];
	readonly problems: readonly Problem[];
}

/** A reading, or why there is none: no rows, or something that concerns a whole column. */
export type ReadingOutcome =
	| { readonly reading: PurchaseReading }
	| { readonly problems: readonly Problem[] }
	| { readonly isEmpty: true };

const chooseSource = (table: Table, id: string): PurchaseSource =>
	purchaseSources.find((source) => (id === 'automatic' ? source.recognises(table) : source.id === id))!;

/** Columns that the layout or the settings name and no row has. */
function missingColumns(table: Table, layout: PurchaseLayout, { columns, groupBy, keepColumns }: ReadingSettings): Problem[] {
	const amounts = layout.amount === null ? [] : amountColumnsOf(layout.amount);
	const named = [layout.customer, layout.date, ...amounts, layout.order, layout.currency, layout.status, ...Object.values(columns), ...groupBy, ...keepColumns];
	return [...new Set(named)]
		.filter((column) => column !== null && column !== '' && !table.hasColumn(column))
		.map((column) => ({ code: 'missingColumn', item: null, column: column!, received: undefined }));
}

function leaveOutKnown(items: readonly Item[], layout: PurchaseLayout, settings: ReadingSettings, verdicts: Verdicts): void {
	if (layout.leftOut === null) return;
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

/** Whether a status never differs between the rows of one customer, though some have several: then it may be the customer's. */
function isStatusOfCustomers(items: readonly Item[], { status, customer }: PurchaseLayout): boolean {
	if (status === null) return false;
	const readStatus = readerOf(status);
	const readCustomer = readerOf(customer);
	const statusOfCustomer = new Map<unknown, unknown>();
	let rowsBeyondFirst = 0;
	for (let item = 0; item < items.length; item++) {
		const who = readCustomer(items[item].json);
		const found = readStatus(items[item].json);
		if (!statusOfCustomer.has(who)) statusOfCustomer.set(who, found);
		else if (statusOfCustomer.get(who) !== found) return false;
		else rowsBeyondFirst++;
	}
	return rowsBeyondFirst >= statusOfCustomer.size && new Set(statusOfCustomer.values()).size > 1;
}

/** The columns read, an entry for each item, whether it counts or not. */
interface ItemColumns {
	readonly customers: CustomerColumn;
	readonly dates: DateColumn;
	readonly amounts: AmountColumn | null;
	readonly currencies: CurrencyColumn;
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

/** Where everything stands, found before the first row is read. */
interface Plan {
	readonly source: PurchaseSource;
	readonly layout: PurchaseLayout;
	/** Null where amounts are not read. */
	readonly amountColumns: AmountColumns | null;
	readonly unit: 'whole' | 'minor';
}

type ProblemsOrEmpty = Exclude<ReadingOutcome, { readonly reading: PurchaseReading }>;

function planReading(items: readonly Item[], table: Table, settings: ReadingSettings): { readonly plan: Plan } | ProblemsOrEmpty {
	if (items.every(({ json }) => isEmptyRow(json))) return { isEmpty: true };
	const source = chooseSource(table, settings.source);
	const layout = source.layoutOf(table, settings.columns);
	if ('missing' in layout) return columnProblem('columnNotRecognised', layout.missing, table.paths);
	const missing = missingColumns(table, layout, settings);
	if (missing.length > 0) return { problems: missing };

	const readsAmounts = settings.rowsAre === 'purchases' || settings.columns.amount !== '';
	const amountColumns = readsAmounts ? layout.amount : null;
	if (amountColumns === null) return { plan: { source, layout, amountColumns, unit: 'whole' } };
	const unit = amountUnitOf(settings.amountUnit, amountColumns, table, layout.currency);
	if (unit !== 'unclear') return { plan: { source, layout, amountColumns, unit } };
	const column = amountColumnName(amountColumns);
	return columnProblem('ambiguousAmountUnit', column, readerOf(column)(items[0].json));
}

/** Reads every column; rows that do not count end up in the verdicts. */
function readColumns(items: readonly Item[], plan: Plan, settings: ReadingSettings, verdicts: Verdicts): ItemColumns & { asOf: AsOf } {
	const { layout, amountColumns } = plan;
	leaveOutKnown(items, layout, settings, verdicts);
	const customers = readCustomers(items, layout.customer, settings.dropsTrailingZero, verdicts);
	const dates = readDates(items, layout.date, settings.dateFormat, settings.zone, verdicts);
	const amounts = amountColumns && readAmounts(items, amountColumns, settings.decimalMark, verdicts);
	const currencies = readCurrencies(items, amounts && layout.currency, amounts?.currency ?? null, verdicts);
	if (amounts && plan.unit === 'minor') fromMinorUnits(amounts.amount, currencies);
	if (amounts && settings.rowsAre === 'purchases') leaveOutZeroPrices(amounts.amount, verdicts);
	const asOf = resolveAsOf(settings.asOf, lastDayUpTo(settings.asOf.today, dates.localTime, verdicts));
	cutAtAsOf(asOf, settings.asOf, dates.localTime, layout.date, verdicts);
	return { customers, dates, amounts, currencies, asOf };
}

/** Where each row repeats the total of its order, the first row keeps it and the others are worth nothing; a row without an order is one by itself. */
function countOrderTotalsOnce(items: readonly Item[], orderColumn: string, amount: Float64Array, verdicts: Verdicts): void {
	const readOrder = readerOf(orderColumn);
	const seen = new Set<string>();
	for (let item = 0; item < items.length; item++) {
		if (!verdicts.counts(item)) continue;
		const order = readOrder(items[item].json);
		if (isBlank(order)) continue;
		if (seen.has(cellText(order))) amount[item] = 0;
		seen.add(cellText(order));
	}
}

/** The history of the rows that count, once rows that repeat another are out of it. */
function gatherOnce(items: readonly Item[], { layout }: Plan, columns: ItemColumns, settings: ReadingSettings, verdicts: Verdicts) {
	const { order } = layout;
	const gathered = gather(columns, settings.rowsAre, verdicts);
	if (layout.isLineLevel) return { ...gathered, hasLines: true, equalRowsKept: 0, repeatsTotals: false };
	const rowAt = (row: number) => items[gathered.itemOfRow[row]].json;
	const { repeated, ordersHaveLines, linesRepeatOneAmount } = repeatedRows(gathered.history, rowAt, order === null ? null : readerOf(order));
	const areProblems = order !== null && !ordersHaveLines && repeated.length > 0;
	const about = { hasLines: ordersHaveLines, repeatsTotals: linesRepeatOneAmount };
	if (!areProblems) return { ...gathered, ...about, equalRowsKept: repeated.length };
	for (const row of repeated) verdicts.fail(gathered.itemOfRow[row], 'duplicateRow', order);
	return { ...gather(columns, settings.rowsAre, verdicts), ...about, equalRowsKept: 0 };
}

/**
 * Reads purchases or visits off rows
 *
 * `items` are any node's output, `table` what they hold. Finds the source and its columns unless the settings name them. What
 * concerns a whole column ends the reading; what concerns a row is a problem beside it.
 */
export function readPurchases(items: readonly Item[], settings: ReadingSettings, table = tableOf(items)): ReadingOutcome {
	const planned = planReading(items, table, settings);
	if (!('plan' in planned)) return planned;
	const { source, layout } = planned.plan;

	const verdicts = new Verdicts(items);
	const { asOf, ...columns } = readColumns(items, planned.plan, settings, verdicts);
	if (settings.amountIs === 'perOrder' && columns.amounts && layout.order !== null) {
		countOrderTotalsOnce(items, layout.order, columns.amounts.amount, verdicts);
	}
	const { hasLines, repeatsTotals, ...gathered } = gatherOnce(items, planned.plan, columns, settings, verdicts);
	if (repeatsTotals && settings.amountIs === 'automatic') {
		return columnProblem('ambiguousOrderTotal', amountColumnName(planned.plan.amountColumns!), undefined);
	}
	const { itemOfRow } = gathered;
	const leftOut = verdicts.leftOut();
	const groupColumns = settings.groupBy.map((column) => readGroupColumn(items, itemOfRow, column));
	const tooMany = tooManyGroups(groupColumns);
	if (tooMany) return tooMany;
	return {
		reading: {
			table,
			source,
			layout,
			...gathered,
			rowAt: (row: number) => items[itemOfRow[row]].json,
			customerColumn: { name: layout.customer, kind: layout.customerKind },
			customers: columns.customers,
			currencies: columns.currencies.names,
			groupColumns,
			asOf,
			leftOut,
			hidesStatusOfCustomers: leftOut.has('cancelled') && isStatusOfCustomers(items, layout),
			orders: layout.order !== null && hasLines ? countOrders(items, itemOfRow, layout.order) : null,
			dates: { orderFrom: columns.dates.orderFrom, holdsBothOrders: columns.dates.holdsBothOrders },
			decimalMarkFrom: columns.amounts?.markFrom ?? null,
			problems: verdicts.problems(),
		},
	};
}
