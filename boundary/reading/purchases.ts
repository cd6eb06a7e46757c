/**
 * From rows of JSON to a history of purchases or visits.
 *
 * Rows become columns once, one pass a column; nothing is kept as an object per row. What becomes of each
 * row is in `verdicts.ts`: nothing is lost, nothing is counted twice.
 */
import type { GroupColumn } from '../../domain/ledger/groups';
import type { EventColumns, History } from '../../domain/ledger/history';
import { historyOf } from '../../domain/ledger/history';
import { netted } from '../../domain/ledger/netting';
import type { Problem } from '../../domain/problems';
import type { LeftOutKind } from '../leftOut';
import type { Item, Row } from '../paths';
import { cellText, isBlank, readerOf, tableOf } from '../paths';
import type { PurchaseLayout, PurchaseSource } from '../sources/source';
import type { AmountColumn, CurrencyColumn } from './amountColumn';
import { amountColumnName, fromMinorUnits, readAmounts, readCurrencies } from './amountColumn';
import type { AsOf } from './asOf';
import { cutAtAsOf, lastDayUpTo, resolveAsOf } from './asOf';
import type { CustomerColumn } from './customerColumn';
import { namesNobody, readCustomers } from './customerColumn';
import type { DateColumn } from './dateColumn';
import { readDates } from './dateColumn';
import { repeatedRows } from './duplicates';
import { problemsOfItems } from './entries';
import { readGroupColumn, tooManyGroups } from './groupColumn';
import { columnProblem } from './columnProblem';
import { orderNumbers } from './orderNumbers';
import type { OpenStream, ProblemsOrEmpty } from './openStream';
import { pickFloats, pickIntegers } from './pick';
import type { PurchasePlan, ReadingSettings } from './purchasePlan';
import { planPurchases } from './purchasePlan';
import type { Rows } from './rows';
import { Verdicts } from './verdicts';

export type { ReadingSettings } from './purchasePlan';

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
	/** What to watch in what the source gave, each in a sentence. */
	readonly warnings: readonly string[];
	readonly refunds: number;
	/** Rows equal to an earlier one that were kept, since nothing says they are the same purchase. */
	readonly equalRowsKept: number;
	/** How many different orders the lines make; null where a row is a purchase. */
	readonly orders: number | null;
	/** By row, which order it is of (see `orderNumbers`); null where refunds are not netted, or each row is an order by itself. */
	readonly orderOf: Int32Array | null;
	/** By event of the history, which cancel each other out (see `NettedHistory`); null where none does. */
	readonly reversal: Uint8Array | null;
	/** By row of the history's columns, 1 where a status says that nothing was bought in the end; null where none does. */
	readonly isCancelled: Uint8Array | null;
	readonly dates: Pick<DateColumn, 'orderFrom' | 'holdsBothOrders'>;
	readonly decimalMarkFrom: AmountColumn['markFrom'];
	readonly problems: readonly Problem[];
}

/** A reading, or why there is none: no rows, or something that concerns a whole column. */
export type ReadingOutcome =
	| { readonly reading: PurchaseReading }
	| { readonly problems: readonly Problem[] }
	| { readonly isEmpty: true };

/** Leaves out what the source knows not to count; answers which items are cancelled and kept to be netted, null where none is. */
function leaveOutKnown(items: readonly Item[], { layout, key }: PurchasePlan, settings: ReadingSettings, verdicts: Verdicts): Uint8Array | null {
	if (layout.leftOut === null) return null;
	let isCancelled: Uint8Array | null = null;
	for (let item = 0; item < items.length; item++) {
		const { json } = items[item];
		const kind = layout.leftOut(json);
		if (kind === null || (kind === 'cancelled' && settings.keepsCancelled)) continue;
		const isNetted = kind === 'cancelled' && settings.netsRefunds && !namesNobody(key.read(json));
		if (isNetted) (isCancelled ??= new Uint8Array(items.length))[item] = 1;
		else verdicts.leaveOut(item, kind);
	}
	return isCancelled;
}

function leaveOutZeroPrices(amount: Float64Array, verdicts: Verdicts): void {
	for (let item = 0; item < amount.length; item++) {
		if (amount[item] === 0 && verdicts.counts(item)) verdicts.leaveOut(item, 'zeroPrice');
	}
}

/** A cancelled order brings nothing; a cancelled row of a negative amount is itself what takes an order back. */
function cancelAmounts(amount: Float64Array, isCancelled: Uint8Array): void {
	for (let item = 0; item < amount.length; item++) {
		if (!isCancelled[item]) continue;
		if (amount[item] < 0) isCancelled[item] = 0;
		else amount[item] = 0;
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
	readonly isCancelled: Uint8Array | null;
	readonly customers: CustomerColumn;
	readonly dates: DateColumn;
	readonly amounts: AmountColumn | null;
	readonly currencies: CurrencyColumn;
}

/** The items that count, as a history. A purchase of a negative amount is a refund: it moves money and is no visit. */
function gather(columns: ItemColumns, rowsAre: ReadingSettings['rowsAre'], verdicts: Verdicts) {
	const itemOfRow = verdicts.countingItems();
	const amount = columns.amounts && pickFloats(columns.amounts.amount, itemOfRow);
	const isCancelled = columns.isCancelled && Uint8Array.from(itemOfRow, (item) => columns.isCancelled![item]);
	const isVisit = isCancelled ? isCancelled.map((cancelled) => 1 - cancelled) : new Uint8Array(itemOfRow.length).fill(1);
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
	return { itemOfRow, refunds, isCancelled, history: historyOf(events) };
}

function countOrders(items: readonly Item[], itemOfRow: Int32Array, column: string): number {
	const read = readerOf(column);
	const orders = new Set<unknown>();
	for (const item of itemOfRow) orders.add(read(items[item].json));
	return orders.size;
}

/** Reads every column; rows that do not count end up in the verdicts. */
function readColumns(rows: readonly Item[], plan: PurchasePlan, settings: ReadingSettings, verdicts: Verdicts): ItemColumns {
	const { layout, key, amountColumns } = plan;
	const isCancelled = leaveOutKnown(rows, plan, settings, verdicts);
	const customers = readCustomers(rows, key, settings.dropsTrailingZero, verdicts);
	const dates = readDates(rows, layout.date, settings.dateFormat, settings.zone, verdicts);
	const amounts = amountColumns && readAmounts(rows, amountColumns, settings.decimalMark, verdicts);
	const currencies = readCurrencies(rows, amounts && layout.currency, amounts?.currency ?? null, verdicts);
	if (amounts && plan.unit === 'minor') fromMinorUnits(amounts.amount, currencies);
	const countsZeros = settings.countsZeroAmounts && amountColumns?.kind === 'total';
	if (amounts && settings.rowsAre === 'purchases' && !countsZeros) leaveOutZeroPrices(amounts.amount, verdicts);
	if (amounts && isCancelled) cancelAmounts(amounts.amount, isCancelled);
	return { isCancelled, customers, dates, amounts, currencies };
}

/** Where each row repeats the total of its order, the first row keeps it and the others are worth nothing; a row without an order is one by itself. */
function countOrderTotalsOnce(rows: readonly Item[], { order: orderColumn }: PurchaseLayout, amounts: AmountColumn | null, verdicts: Verdicts): void {
	if (amounts === null || orderColumn === null) return;
	const { amount } = amounts;
	const readOrder = readerOf(orderColumn);
	const seen = new Set<string>();
	for (let item = 0; item < rows.length; item++) {
		if (!verdicts.counts(item)) continue;
		const order = readOrder(rows[item].json);
		if (isBlank(order)) continue;
		if (seen.has(cellText(order))) amount[item] = 0;
		seen.add(cellText(order));
	}
}

/** The history of the rows that count, once rows that repeat another are out of it. */
function gatherOnce(rows: readonly Item[], { layout }: PurchasePlan, columns: ItemColumns, settings: ReadingSettings, verdicts: Verdicts) {
	const { order } = layout;
	const gathered = gather(columns, settings.rowsAre, verdicts);
	if (layout.isLineLevel) return { ...gathered, hasLines: true, equalRowsKept: 0, repeatsTotals: false };
	const rowAt = (row: number) => rows[gathered.itemOfRow[row]].json;
	const { repeated, ordersHaveLines, linesRepeatOneAmount } = repeatedRows(gathered.history, rowAt, order === null ? null : readerOf(order));
	const areProblems = order !== null && !ordersHaveLines && repeated.length > 0;
	const about = { hasLines: ordersHaveLines, repeatsTotals: linesRepeatOneAmount };
	if (!areProblems) return { ...gathered, ...about, equalRowsKept: repeated.length };
	for (const row of repeated) verdicts.fail(gathered.itemOfRow[row], 'duplicateRow', order);
	return { ...gather(columns, settings.rowsAre, verdicts), ...about, equalRowsKept: 0 };
}

/** What a cell says, '' where it says nothing: rows with a dash for a number are no order together. */
const textIn = (cell: unknown): string => (isBlank(cell) ? '' : cellText(cell));

/** All that a row says, whatever the order of its columns. */
const wholeText = (row: Row): string =>
	Object.keys(row)
		.sort()
		.map((key) => `${key} ${cellText(row[key])}`)
		.join('; ');

/** Nets refunds with what they take back, where the source or the settings want it. */
function nettedOf(history: History, rowAt: Rows['rowAt'], { source, layout }: PurchasePlan, settings: ReadingSettings) {
	if (!settings.netsRefunds && !source.entriesOf) return { history, reversal: null, orderOf: null };
	const { order, details } = layout;
	const { product } = details;
	const readOrder = order === null ? null : readerOf(order);
	const orderOf = readOrder && orderNumbers(history.row.length, rowAt, readOrder);
	return {
		orderOf,
		...netted({
			history,
			orderAt: readOrder && ((row) => textIn(readOrder(rowAt(row)))),
			productAt: product ? (row) => textIn(product.read(rowAt(row))) : null,
			textAt: (row) => wholeText(rowAt(row)),
		}),
	};
}

/** Purchases whose columns are read, before it is known up to which day they count. */
export type OpenPurchases = OpenStream<PurchaseReading>;

/** Opens rows of purchases: finds their source and reads every column, but for what depends on As Of. */
export function openPurchases(items: readonly Item[], settings: ReadingSettings, tableOfItems = tableOf(items)): OpenPurchases | ProblemsOrEmpty {
	const planned = planPurchases(items, tableOfItems, settings);
	if (!('plan' in planned)) return planned;
	const { plan } = planned;
	const { source, layout, amountColumns } = plan;
	const { rows, itemOfEntry } = plan.entries;
	const verdicts = new Verdicts(rows);
	const columns = readColumns(rows, plan, settings, verdicts);
	const { localTime } = columns.dates;

	function close(asOf: AsOf, customers: CustomerColumn): ReturnType<OpenPurchases['close']> {
		cutAtAsOf(asOf, settings.asOf, localTime, layout.date, verdicts);
		if (settings.amountIs === 'perOrder') countOrderTotalsOnce(rows, layout, columns.amounts, verdicts);
		const { hasLines, repeatsTotals, itemOfRow, history, ...gathered } = gatherOnce(rows, plan, { ...columns, customers }, settings, verdicts);
		if (repeatsTotals && settings.amountIs === 'automatic') return columnProblem('ambiguousOrderTotal', amountColumnName(amountColumns!), undefined);
		const groupColumns = settings.groupBy.map((column) => readGroupColumn(rows, itemOfRow, column));
		const tooMany = tooManyGroups(groupColumns);
		if (tooMany) return tooMany;
		const leftOut = verdicts.leftOut();
		const rowAt = (row: number) => rows[itemOfRow[row]].json;
		return {
			reading: {
				table: plan.table,
				source,
				layout,
				...gathered,
				...nettedOf(history, rowAt, plan, settings),
				itemOfRow: itemOfEntry ? itemOfRow.map((entry) => itemOfEntry[entry]) : itemOfRow,
				rowAt,
				customerColumn: { name: plan.key.name, kind: layout.customerKind },
				customers,
				currencies: columns.currencies.names,
				groupColumns,
				asOf,
				leftOut,
				hidesStatusOfCustomers: !source.entriesOf && leftOut.has('cancelled') && isStatusOfCustomers(rows, layout),
				warnings: source.warningsOn?.(tableOfItems) ?? [],
				orders: layout.order !== null && hasLines ? countOrders(rows, itemOfRow, layout.order) : null,
				dates: { orderFrom: columns.dates.orderFrom, holdsBothOrders: columns.dates.holdsBothOrders },
				decimalMarkFrom: columns.amounts?.markFrom ?? null,
				problems: problemsOfItems(verdicts.problems(), itemOfEntry),
			},
		};
	}
	return { customers: columns.customers, lastDay: lastDayUpTo(settings.asOf.today, localTime, verdicts), close };
}

/**
 * Reads purchases or visits off rows
 *
 * `items` are any node's output, `table` what they hold. Finds the source and its columns unless the settings name them. What
 * concerns a whole column ends the reading; what concerns a row is a problem beside it.
 */
export function readPurchases(items: readonly Item[], settings: ReadingSettings, table = tableOf(items)): ReadingOutcome {
	const opened = openPurchases(items, settings, table);
	return 'close' in opened ? opened.close(resolveAsOf(settings.asOf, opened.lastDay), opened.customers) : opened;
}
