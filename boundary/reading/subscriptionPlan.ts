/** Where everything stands in rows of subscriptions, found before the first is read. */
import type { Problem } from '../../domain/problems';
import type { Zone } from '../../domain/time';
import type { DecimalMark } from '../amounts';
import type { DateFormat } from '../dates';
import type { Item, Row, Table } from '../paths';
import { tableOf } from '../paths';
import { subscriptionSources } from '../sources';
import { contactsIn } from '../sources/contactColumns';
import type { RoleColumn } from '../sources/roleColumn';
import type { ChosenSubscriptionColumns, SubscriptionEntry, SubscriptionLayout, SubscriptionSource } from '../sources/subscriptionSource';
import type { AmountUnit } from './amountColumn';
import type { AsOfSetting } from './asOf';
import { columnProblem } from './columnProblem';
import { isEmptyRow } from './customerColumn';
import type { ProblemsOrEmpty } from './openStream';
import type { PriceSetting } from './prices';
import { priceUnitOf } from './prices';
import type { StretchSettings } from './stretches';
import type { SubscriptionCells } from './subscriptionCells';
import { cellItems } from './subscriptionCells';

export interface SubscriptionSettings extends StretchSettings {
	/** The id of a source profile, or 'automatic'. */
	readonly source: string;
	readonly columns: ChosenSubscriptionColumns;
	readonly dateFormat: DateFormat;
	readonly decimalMark: DecimalMark;
	readonly amountUnit: AmountUnit;
	/** For how long a price is, where the rows do not say it. */
	readonly priceIsFor: PriceSetting;
	readonly dropsTrailingZero: boolean;
	readonly zone: Zone;
	readonly asOf: AsOfSetting;
	readonly groupBy: readonly string[];
	readonly keepColumns: readonly string[];
	/** By what customers are told apart, read off the user's rows; null for what the source says. */
	readonly key: ((who: WhoOfSubscriptions) => RoleColumn) | null;
}

/** Where the user's rows say whom they are about. */
export interface WhoOfSubscriptions {
	readonly customer: RoleColumn;
	readonly contacts: ReturnType<typeof contactsIn>;
}

/** The source by its id, or the first that recognises the table; null where none does. */
export const subscriptionSourceOf = (table: Table, id: string): SubscriptionSource | null =>
	subscriptionSources.find((source) => (id === 'automatic' ? source.recognises(table) : source.id === id)) ?? null;

export interface SubscriptionPlan {
	readonly source: SubscriptionSource;
	readonly layout: SubscriptionLayout;
	readonly who: WhoOfSubscriptions;
	/** The table of the subscriptions themselves, also where an item is a page of them. */
	readonly table: Table;
	readonly entries: readonly SubscriptionEntry[];
	readonly itemOfEntry: Int32Array;
	readonly cells: ReadonlyArray<{ readonly json: SubscriptionCells }>;
	readonly unit: 'whole' | 'minor';
}

function missingColumns(table: Table, { columns, groupBy, keepColumns }: SubscriptionSettings): Problem[] {
	const named = new Set([...Object.values(columns), ...groupBy, ...keepColumns]);
	return [...named]
		.filter((column) => column !== '' && !table.hasColumn(column))
		.map((column) => ({ code: 'missingColumn', item: null, column, received: undefined }));
}

/** All entries of the items, and which item each came from. */
function entriesOf(items: readonly Item[], source: SubscriptionSource) {
	const entries: SubscriptionEntry[] = [];
	const itemOfEntry: number[] = [];
	items.forEach(({ json }, item) => {
		for (const entry of source.entriesOf(json)) {
			entries.push(entry);
			itemOfEntry.push(item);
		}
	});
	return { entries, itemOfEntry: Int32Array.from(itemOfEntry) };
}

/** Whom the rows are about: a row that stands for several prices has the customer of each of them. */
function whoOf(table: Table, entries: readonly SubscriptionEntry[], { columns: { customer } }: SubscriptionLayout): WhoOfSubscriptions {
	let partOf: Map<Row, Row> | null = null;
	const read = (row: Row) => {
		partOf ??= new Map(entries.map((entry) => [entry.row, entry.part]));
		return customer.read(partOf.get(row) ?? row);
	};
	return { customer: { name: customer.name, read }, contacts: contactsIn(table) };
}

/** The cells with the customers that a key names. */
const withKeys = (cells: SubscriptionPlan['cells'], entries: readonly SubscriptionEntry[], key: RoleColumn): SubscriptionPlan['cells'] =>
	cells.map(({ json }, entry) => ({ json: { ...json, customer: key.read(entries[entry].row) } }));

/** Finds the source and where everything stands; answers what concerns a whole column, where something does. */
export function planSubscriptions(items: readonly Item[], settings: SubscriptionSettings, tableOfItems: Table = tableOf(items)): SubscriptionPlan | ProblemsOrEmpty {
	if (items.every(({ json }) => isEmptyRow(json))) return { isEmpty: true };
	const source = subscriptionSourceOf(tableOfItems, settings.source) ?? subscriptionSources[subscriptionSources.length - 1];
	const { entries, itemOfEntry } = entriesOf(items, source);
	const table = tableOf(entries.map(({ row }) => ({ json: row })));
	const layout = source.layoutOf(table, settings.columns);
	if ('missing' in layout) return columnProblem('columnNotRecognised', layout.missing, table.paths);
	const missing = missingColumns(table, settings);
	if (missing.length > 0) return { problems: missing };
	const who = whoOf(table, entries, layout);
	const own = cellItems(entries, layout);
	const cells = settings.key ? withKeys(own, entries, settings.key(who)) : own;
	const unit = priceUnitOf(layout, cells, settings.amountUnit);
	if (unit === 'unclear') return columnProblem('ambiguousAmountUnit', layout.columns.amount!.name, cells[0].json.amount);
	return { source, layout, who, table, entries, itemOfEntry, cells, unit };
}

