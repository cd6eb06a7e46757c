/** From the items of both inputs to customers with their signs' fields and what the run before remembered of them. */
import type { Problem } from '../../domain/problems';
import type { Observed } from '../../domain/signs/observed';
import { signItemFields } from '../../domain/signs/signItem';
import type { SignCustomers } from '../../domain/signs/signsReport';
import type { Zone } from '../../domain/time';
import type { ActivityRows, ActivityRowsSettings } from '../activityItems/activityRows';
import { activityRows, leftOutHints } from '../activityItems/activityRows';
import type { Report } from '../activityItems/columns';
import { customerIdIn, placesInOrder } from '../activityItems/customersInOrder';
import { detailsIn, missingColumns } from '../activityItems/details';
import type { Item, Row } from '../paths';
import { isBlank } from '../paths';
import type { ReadingHint } from '../reading/readingText';
import { counted } from '../reading/readingText';
import type { NamedColumns } from './observedColumns';
import { ObservedColumns } from './observedColumns';
import type { PreviousState } from './previousState';
import { readPreviousState } from './previousState';

export interface SignsReadingSettings extends ActivityRowsSettings {
	readonly zone: Zone;
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

/** Columns that the user names for what no stream tells, or to keep. */
function columnsOfUser({ named, keepColumns }: SignsReadingSettings): string[] {
	const { texts, ...single } = named;
	return [...texts, ...Object.values<string>(single), ...keepColumns].filter((column) => column !== '');
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

/** Reads items; one with a cell that cannot be read, and a customer met twice, is a problem. */
function usableRows({ rows, items }: ActivityRows, { named, zone }: SignsReadingSettings): Usable {
	const problems: Problem[] = [];
	const columns = new ObservedColumns(rows.length, named, zone);
	const ids = rows.map(customerIdIn);
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
	const ids = new Set(rows.map(customerIdIn));
	const unmet = [...state.rowOf].filter(([id, { level }]) => level !== 'gone' && !ids.has(id)).length;
	const hints: ReadingHint[] = [];
	if (unmet > 0) hints.push({ kind: 'warning', message: `Not in the input: ${counted(unmet, 'customer', 'customers')} of the previous state; what is remembered of them stays. Did the node before give everybody?` });
	if (state.outdated > 0) hints.push({ kind: 'info', message: `The previous state has ${counted(state.outdated, 'further row', 'further rows')} of customers with a later one; the latest holds. Write the state by an upsert on customerId.` });
	return hints;
}

/** Reads both inputs. */
export function readSigns(items: readonly Item[], stateItems: readonly Item[], settings: SignsReadingSettings): SignsOutcome {
	const given = activityRows(items, settings);
	if (given.rows === undefined) return given;
	const state = readPreviousState(stateItems, settings.zone);
	if ('problems' in state) return { problems: state.problems };
	const missing = missingColumns(given.rows, columnsOfUser(settings));
	if (missing.length > 0) return { problems: missing };
	const { rows, ids, items: itemOf, of, problems } = usableRows(given, settings);
	const { rowOf } = state;
	const hasPreviousState = rowOf.size > 0;
	return {
		reading: {
			customers: {
				count: rows.length,
				of,
				idOf: (customer) => rows[customer].customer as string | number,
				details: detailsIn(rows, settings.keepColumns, signItemFields),
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
