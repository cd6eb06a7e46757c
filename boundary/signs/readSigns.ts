/** From the items of both inputs to customers with their signs' fields and what the run before remembered of them. */
import type { Details } from '../../domain/activity/customerActivity';
import { activityItems, activityStreamIds, ACTIVITY_VERSION, customerFields } from '../../domain/activity/customerActivity';
import type { Problem } from '../../domain/problems';
import type { Observed } from '../../domain/signs/observed';
import { signItemFields } from '../../domain/signs/signItem';
import type { SignCustomers } from '../../domain/signs/signsReport';
import type { Zone } from '../../domain/time';
import type { ActivitySettings } from '../activity/readActivity';
import { readActivity } from '../activity/readActivity';
import { faultsInWords } from '../problemText';
import type { Item, Read, Row } from '../paths';
import { cellText, isBlank, readerOf, visibleText } from '../paths';
import { sortIds } from '../reading/customerColumn';
import type { ReadingHint } from '../reading/readingText';
import { counted } from '../reading/readingText';
import type { NamedColumns } from './observedReader';
import { observedReader } from './observedReader';
import type { PreviousState } from './previousState';
import { readPreviousState } from './previousState';

export type InputKind = 'automatic' | 'activity' | 'purchases';

export interface SignsReadingSettings {
	readonly zone: Zone;
	readonly inputIs: InputKind;
	/** How purchases are folded, where the input is that. */
	readonly activity: ActivitySettings;
	readonly purchaseColumns: Readonly<Record<string, string>>;
	readonly named: NamedColumns;
	readonly keepColumns: readonly string[];
}

export interface SignsReading {
	readonly customers: SignCustomers;
	/** By customer, the input item that told last of them. */
	readonly itemOf: readonly number[];
	readonly hints: readonly ReadingHint[];
	/** Items that cannot be used. */
	readonly problems: readonly Problem[];
}

export type SignsOutcome = { readonly reading: SignsReading } | { readonly problems: readonly Problem[] } | { readonly isEmpty: true };

/** An item of Customer Activity, and which item of the input it is or stems from. */
interface ActivityRow {
	readonly row: Row;
	readonly item: number;
}

interface ActivityRows {
	readonly rows: readonly ActivityRow[];
	readonly hints: readonly ReadingHint[];
	readonly problems: readonly Problem[];
}

type ActivityRowsOutcome = ActivityRows | { readonly problems: readonly Problem[]; readonly rows?: undefined } | { readonly isEmpty: true; readonly rows?: undefined };

const isActivity = ({ json }: Item): boolean => json.activityVersion !== undefined;
const isNothing = ({ json }: Item): boolean => Object.keys(json).length === 0;

/** Purchases folded into items by the function that Customer Activity uses. */
function foldedPurchases(items: readonly Item[], { activity, purchaseColumns }: SignsReadingSettings): ActivityRowsOutcome {
	const outcome = readActivity([{ id: 'purchases', input: 0, items, source: 'automatic', columns: purchaseColumns }], activity);
	if (!('reading' in outcome)) return outcome;
	const { base, customerCount, streams, hints, problems } = outcome.reading;
	const itemOf = activityItems(base);
	const rows: ActivityRow[] = [];
	for (let customer = 0; customer < customerCount; customer++) {
		const item = streams[0].lastItemOf(customer);
		if (item !== null) rows.push({ row: itemOf(customer), item });
	}
	return { rows, hints, problems };
}

/** Items of Customer Activity as they come; one that is none is a problem. */
function givenActivity(items: readonly Item[]): ActivityRowsOutcome {
	const rows: ActivityRow[] = [];
	const problems: Problem[] = [];
	items.forEach((each, item) => {
		if (each.json.activityVersion === ACTIVITY_VERSION || each.json.activityVersion === String(ACTIVITY_VERSION)) rows.push({ row: each.json, item });
		else problems.push({ code: 'noActivityItem', item, column: 'activityVersion', received: each.json.activityVersion });
	});
	return { rows, hints: leftOutHints(problems), problems };
}

function activityRows(items: readonly Item[], settings: SignsReadingSettings): ActivityRowsOutcome {
	if (items.every(isNothing)) return { isEmpty: true };
	const { inputIs } = settings;
	return inputIs === 'purchases' || (inputIs === 'automatic' && !items.some(isActivity)) ? foldedPurchases(items, settings) : givenActivity(items);
}

const STREAMS = new Set<string>(activityStreamIds);
/** Flatten puts the name of a stream before the names of its fields. */
const FLAT_FIELD = new RegExp(`^(?:${activityStreamIds.join('|')})[A-Z]`);

const isOwnOfActivity = (name: string): boolean => Object.hasOwn(customerFields, name) || STREAMS.has(name) || FLAT_FIELD.test(name);
const nameInItem = (name: string): string => (Object.hasOwn(signItemFields, name) ? `${name}Kept` : name);

/** Contact details of the items and the columns the user keeps, under the names they have in the output: every item has all of them. */
function detailsIn(rows: readonly ActivityRow[], keepColumns: readonly string[]): Details {
	const names = new Set<string>();
	for (const { row } of rows) for (const name in row) if (!names.has(name) && !isOwnOfActivity(name)) names.add(name);
	const columns = [...names, ...keepColumns.filter((column) => !names.has(column))];
	const readers: readonly Read[] = columns.map(readerOf);
	return {
		names: columns.map(nameInItem),
		of: (customer) => readers.map((read) => read(rows[customer].row) ?? null),
	};
}

/** Columns that the user names and no item has. */
function missingColumns(rows: readonly ActivityRow[], { named, keepColumns }: SignsReadingSettings): Problem[] {
	const { texts, ...single } = named;
	const columns = [...new Set([...texts, ...Object.values<string>(single), ...keepColumns])].filter((column) => column !== '');
	return columns
		.filter((column) => {
			const read = readerOf(column);
			return !rows.some(({ row }) => read(row) !== undefined);
		})
		.map((column) => ({ code: 'missingColumn', item: null, column, received: undefined }));
}

interface ObservedRow extends ActivityRow {
	readonly id: string;
	readonly observed: Observed;
}

interface Usable {
	/** In the order of the customers. */
	readonly rows: readonly ObservedRow[];
	readonly problems: readonly Problem[];
}

/** The items that can be used, by customer; a customer met twice or a cell that cannot be read is a problem. */
function usableRows(rows: readonly ActivityRow[], read: ReturnType<typeof observedReader>): Usable {
	const problems: Problem[] = [];
	const rowOf = new Map<string, ObservedRow>();
	for (const { row, item } of rows) {
		const before = problems.length;
		const id = visibleText(cellText(row.customer));
		if (isBlank(row.customer) || id === '') problems.push({ code: 'blankCustomer', item, column: 'customer', received: row.customer });
		else if (rowOf.has(id)) problems.push({ code: 'customerTwice', item, column: 'customer', received: row.customer });
		const observed = read(row, (code, column, received) => problems.push({ code, item, column, received }));
		if (problems.length === before) rowOf.set(id, { row, item, id, observed });
	}
	return { rows: sortIds(rowOf.keys()).map((id) => rowOf.get(id)!), problems };
}

function stateHints(state: PreviousState, rows: readonly ActivityRow[]): ReadingHint[] {
	if (state.rowOf.size === 0) return [];
	const ids = new Set(rows.map(({ row }) => visibleText(cellText(row.customer))));
	const unmet = [...state.rowOf].filter(([id, { level }]) => level !== 'gone' && !ids.has(id)).length;
	const hints: ReadingHint[] = [];
	if (unmet > 0) hints.push({ kind: 'warning', message: `${counted(unmet, 'customer', 'customers')} of the previous state are not in the input; what is remembered of them stays. Did the node before give everybody?` });
	if (state.outdated > 0) hints.push({ kind: 'info', message: `The previous state has ${counted(state.outdated, 'further row', 'further rows')} of customers with a later one; the latest holds. Write the state by an upsert on customerId.` });
	return hints;
}

/** Items that are left out where the node goes on without them. */
const leftOutHints = (problems: readonly Problem[]): ReadingHint[] =>
	problems.length === 0 ? [] : [{ kind: 'warning', message: `${counted(new Set(problems.map(({ item }) => item)).size, 'item', 'items')} left out: ${faultsInWords(problems)}.` }];

/** Reads both inputs. */
export function readSigns(items: readonly Item[], stateItems: readonly Item[], settings: SignsReadingSettings): SignsOutcome {
	const given = activityRows(items, settings);
	if (given.rows === undefined) return given;
	const state = readPreviousState(stateItems, settings.zone);
	if ('problems' in state) return { problems: state.problems };
	const missing = missingColumns(given.rows, settings);
	if (given.rows.length > 0 && missing.length > 0) return { problems: missing };
	const read = observedReader(settings.named, settings.zone);
	const { rows, problems } = usableRows(given.rows, read);
	return {
		reading: {
			customers: {
				count: rows.length,
				of: (customer) => rows[customer].observed,
				idOf: (customer) => rows[customer].row.customer as string | number,
				details: detailsIn(rows, settings.keepColumns),
				previousOf: (customer) => state.rowOf.get(rows[customer].id) ?? null,
				hasPreviousState: state.rowOf.size > 0,
			},
			itemOf: rows.map(({ item }) => item),
			hints: [...given.hints, ...leftOutHints(problems), ...stateHints(state, given.rows)],
			problems: [...given.problems, ...problems],
		},
	};
}
