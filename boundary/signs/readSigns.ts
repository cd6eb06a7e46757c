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
import type { NamedColumns, Report } from './observedColumns';
import { ObservedColumns } from './observedColumns';
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

/** Items of Customer Activity, and which item of the input each is or stems from. */
interface ActivityRows {
	readonly rows: readonly Row[];
	readonly items: readonly number[];
	readonly hints: readonly ReadingHint[];
	readonly problems: readonly Problem[];
}

type ActivityRowsOutcome = ActivityRows | { readonly problems: readonly Problem[]; readonly rows?: undefined } | { readonly isEmpty: true; readonly rows?: undefined };

/** An item of Customer Activity, also one that lost its version on the way, which is then named. */
const isActivity = ({ json }: Item): boolean => json.activityVersion !== undefined || (json.asOf !== undefined && json.tenureDays !== undefined && json.streams !== undefined);
const isNothing = ({ json }: Item): boolean => Object.keys(json).length === 0;

/** Purchases folded into items by the function that Customer Activity uses. */
function foldedPurchases(items: readonly Item[], { activity, purchaseColumns }: SignsReadingSettings): ActivityRowsOutcome {
	const outcome = readActivity([{ id: 'purchases', input: 0, items, source: 'automatic', columns: purchaseColumns }], activity);
	if (!('reading' in outcome)) return outcome;
	const { base, customerCount, streams, hints, problems } = outcome.reading;
	const activityOf = activityItems(base);
	const [rows, itemOfRow]: [Row[], number[]] = [[], []];
	for (let customer = 0; customer < customerCount; customer++) {
		const item = streams[0].lastItemOf(customer);
		if (item === null) continue;
		rows.push(activityOf(customer));
		itemOfRow.push(item);
	}
	return { rows, items: itemOfRow, hints, problems };
}

/** Items of Customer Activity as they come; one that is none is a problem. */
function givenActivity(items: readonly Item[]): ActivityRowsOutcome {
	const [rows, itemOfRow, problems]: [Row[], number[], Problem[]] = [[], [], []];
	items.forEach(({ json }, item) => {
		const { activityVersion } = json;
		if (activityVersion !== ACTIVITY_VERSION && activityVersion !== String(ACTIVITY_VERSION)) {
			problems.push({ code: 'noActivityItem', item, column: 'activityVersion', received: activityVersion });
			return;
		}
		rows.push(json);
		itemOfRow.push(item);
	});
	return { rows, items: itemOfRow, hints: leftOutHints(problems), problems };
}

function activityRows(items: readonly Item[], settings: SignsReadingSettings): ActivityRowsOutcome {
	if (items.every(isNothing)) return { isEmpty: true };
	const { inputIs } = settings;
	return inputIs === 'purchases' || (inputIs === 'automatic' && !items.some(isActivity)) ? foldedPurchases(items, settings) : givenActivity(items);
}

const STREAMS = new Set<string>(activityStreamIds);
const FLAT_FIELD = new RegExp(`^(${activityStreamIds.join('|')})[A-Z]`);

/** Flatten puts the fields of a stream in its place, under its name and theirs; beside the stream itself such a name is a column of the user's. */
function isFlatField(name: string, rows: readonly Row[], names: ReadonlySet<string>): boolean {
	const [, stream] = FLAT_FIELD.exec(name) ?? [];
	if (stream === undefined) return false;
	return !names.has(stream) || !rows.some((row) => row[name] !== undefined && row[stream] !== undefined);
}

const isOwnOfActivity = (name: string): boolean => Object.hasOwn(customerFields, name) || STREAMS.has(name);

/** Names in the output, each once: one that the item has by itself, or another column has already, gets "Kept" behind it. */
function namesInItem(columns: readonly string[]): string[] {
	const names = new Set<string>();
	for (const column of columns) {
		let name = column;
		while (Object.hasOwn(signItemFields, name) || names.has(name)) name = `${name}Kept`;
		names.add(name);
	}
	return [...names];
}

/** Contact details of the items and the columns the user keeps, under the names they have in the output: every item has all of them. */
function detailsIn(rows: readonly Row[], keepColumns: readonly string[]): Details {
	const met = new Set<string>();
	for (const row of rows) for (const name in row) met.add(name);
	const names = new Set([...met].filter((name) => !isOwnOfActivity(name) && !isFlatField(name, rows, met)));
	const columns = [...names, ...keepColumns.filter((column) => !names.has(column))];
	const readers: readonly Read[] = columns.map(readerOf);
	return {
		names: namesInItem(columns),
		of: (customer) => readers.map((read) => read(rows[customer]) ?? null),
	};
}

/** Columns that the user names and no item has. */
function missingColumns(rows: readonly Row[], { named, keepColumns }: SignsReadingSettings): Problem[] {
	const { texts, ...single } = named;
	const columns = [...new Set([...texts, ...Object.values<string>(single), ...keepColumns])].filter((column) => column !== '');
	return columns
		.filter((column) => {
			const read = readerOf(column);
			return !rows.some((row) => read(row) !== undefined);
		})
		.map((column) => ({ code: 'missingColumn', item: null, column, received: undefined }));
}

/** Items that can be used, in the order of the customers. */
interface Usable {
	readonly rows: readonly Row[];
	readonly ids: readonly string[];
	/** Which item of the input each is or stems from. */
	readonly items: readonly number[];
	of(customer: number): Observed;
	readonly problems: readonly Problem[];
}

/** Whether texts stand in the order of the output, each once. */
function areInOrder(ids: readonly string[]): boolean {
	const sorted = sortIds(ids);
	for (let place = 0; place < ids.length; place++) if (sorted[place] !== ids[place] || sorted[place] === sorted[place - 1]) return false;
	return true;
}

const idIn = ({ customer }: Row): string => (typeof customer === 'string' ? visibleText(customer) : cellText(customer));

/** The places of rows in the order of the output, in which Customer Activity gives them; `onTwice` takes the place of a customer met before. */
function placesInOrder(places: readonly number[], ids: readonly string[], onTwice: (place: number) => void): readonly number[] {
	if (areInOrder(places.map((place) => ids[place]))) return places;
	const placeOf = new Map<string, number>();
	for (const place of places) {
		if (placeOf.has(ids[place])) onTwice(place);
		else placeOf.set(ids[place], place);
	}
	return sortIds(placeOf.keys()).map((id) => placeOf.get(id)!);
}

/** Reads items; one with a cell that cannot be read, and a customer met twice, is a problem. */
function usableRows({ rows, items }: ActivityRows, { named, zone }: SignsReadingSettings): Usable {
	const problems: Problem[] = [];
	const columns = new ObservedColumns(rows.length, named, zone);
	const ids = rows.map(idIn);
	const readable: number[] = [];
	let current = 0;
	const report: Report = (code, column, received) => problems.push({ code, item: items[current], column, received });
	for (; current < rows.length; current++) {
		const { length } = problems;
		if (isBlank(ids[current])) report('blankCustomer', 'customer', rows[current].customer);
		columns.read(current, rows[current], report);
		if (problems.length === length) readable.push(current);
	}
	const places = placesInOrder(readable, ids, (place) => problems.push({ code: 'customerTwice', item: items[place], column: 'customer', received: rows[place].customer }));
	return { rows: places.map((place) => rows[place]), ids: places.map((place) => ids[place]), items: places.map((place) => items[place]), of: (customer) => columns.of(places[customer]), problems };
}

function stateHints(state: PreviousState, rows: readonly Row[]): ReadingHint[] {
	if (state.rowOf.size === 0) return [];
	const ids = new Set(rows.map(idIn));
	const unmet = [...state.rowOf].filter(([id, { level }]) => level !== 'gone' && !ids.has(id)).length;
	const hints: ReadingHint[] = [];
	if (unmet > 0) hints.push({ kind: 'warning', message: `Not in the input: ${counted(unmet, 'customer', 'customers')} of the previous state; what is remembered of them stays. Did the node before give everybody?` });
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
	const { rows, ids, items: itemOf, of, problems } = usableRows(given, settings);
	const { rowOf } = state;
	const hasPreviousState = rowOf.size > 0;
	return {
		reading: {
			customers: {
				count: rows.length,
				of,
				idOf: (customer) => rows[customer].customer as string | number,
				details: detailsIn(rows, settings.keepColumns),
				previousOf: (customer) => (hasPreviousState ? (rowOf.get(ids[customer]) ?? null) : null),
				hasPreviousState,
				stateOn: state.latestOn,
			},
			itemOf,
			hints: [...given.hints, ...leftOutHints(problems), ...stateHints(state, given.rows)],
			problems: [...given.problems, ...problems],
		},
	};
}
