/** Where everything stands in rows of purchases, found before the first row is read. */
import type { Problem } from '../../domain/problems';
import type { Zone } from '../../domain/time';
import type { DecimalMark } from '../amounts';
import type { AmountColumns } from '../columnNames';
import type { DateFormat } from '../dates';
import type { Item, Table } from '../paths';
import { readerOf, tableOf } from '../paths';
import { purchaseSources } from '../sources';
import type { RoleColumn } from '../sources/roleColumn';
import { columnAt } from '../sources/roleColumn';
import type { ChosenColumns, PurchaseLayout, PurchaseSource } from '../sources/source';
import type { AmountUnit } from './amountColumn';
import { amountColumnName, amountColumnsOf, amountUnitOf } from './amountColumn';
import type { AsOfSetting } from './asOf';
import { columnProblem } from './columnProblem';
import { isEmptyRow, namesNobody } from './customerColumn';
import type { Entries } from './entries';
import { entriesOf } from './entries';
import type { ProblemsOrEmpty } from './openStream';

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
	/** Whether refunds and cancellations are netted with what they take back, instead of being left out or lowering what was spent. */
	readonly netsRefunds: boolean;
	/** Whether an order of 0 is a purchase, as one that a voucher paid for. A price of 0 on a line never makes one. */
	readonly countsZeroAmounts: boolean;
	/** By what customers are told apart; null for what the source says. */
	readonly key: ((layout: PurchaseLayout) => RoleColumn) | null;
	readonly zone: Zone;
	readonly asOf: AsOfSetting;
	readonly groupBy: readonly string[];
	/** Columns to pass on with each customer, besides those found. */
	readonly keepColumns: readonly string[];
}

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

/** What tells customers apart, where the source says it: its customer column, and for a guest what names one. */
export function keyOfSource({ customer, readCustomer, guest }: PurchaseLayout): RoleColumn {
	const column = readCustomer ? { name: customer, read: readCustomer } : columnAt(customer);
	if (guest === null) return column;
	return {
		name: column.name,
		read(row) {
			const cell = column.read(row);
			return namesNobody(cell) ? guest.read(row) : cell;
		},
	};
}

export interface PurchasePlan {
	readonly source: PurchaseSource;
	readonly layout: PurchaseLayout;
	/** The rows that the items stand for, and what they hold. */
	readonly entries: Entries;
	readonly table: Table;
	/** What tells customers apart. */
	readonly key: RoleColumn;
	/** Null where amounts are not read. */
	readonly amountColumns: AmountColumns | null;
	readonly unit: 'whole' | 'minor';
}

/** Finds the source and where everything stands; answers what concerns a whole column, where something does. */
export function planPurchases(items: readonly Item[], tableOfItems: Table, settings: ReadingSettings): { readonly plan: PurchasePlan } | ProblemsOrEmpty {
	if (items.every(({ json }) => isEmptyRow(json))) return { isEmpty: true };
	const source = chooseSource(tableOfItems, settings.source);
	const entries = entriesOf(items, source.entriesOf);
	const table = entries.itemOfEntry === null ? tableOfItems : tableOf(entries.rows);
	const layout = source.layoutOf(table, settings.columns);
	if ('missing' in layout) return columnProblem('columnNotRecognised', layout.missing, table.paths);
	const missing = missingColumns(table, layout, settings);
	if (missing.length > 0) return { problems: missing };

	const key = settings.key ? settings.key(layout) : keyOfSource(layout);
	const found = { source, layout, entries, table, key };
	const readsAmounts = settings.rowsAre === 'purchases' || settings.columns.amount !== '';
	const amountColumns = readsAmounts ? layout.amount : null;
	if (amountColumns === null) return { plan: { ...found, amountColumns, unit: 'whole' } };
	const isKnown = layout.amountUnit !== null && settings.amountUnit === 'automatic' && settings.columns.amount === '';
	const unit = isKnown ? layout.amountUnit : amountUnitOf(settings.amountUnit, amountColumns, table, layout.currency);
	if (unit !== 'unclear') return { plan: { ...found, amountColumns, unit } };
	const column = amountColumnName(amountColumns);
	return columnProblem('ambiguousAmountUnit', column, readerOf(column)(entries.rows[0].json));
}

