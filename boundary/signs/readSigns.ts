/** From the items of both inputs to customers with their signs' fields and what the run before remembered of them. */
import type { Problem } from '../../domain/problems';
import { signItemFields } from '../../domain/signs/signItem';
import type { SignCustomers } from '../../domain/signs/signsReport';
import type { Zone } from '../../domain/time';
import type { ActivityRowsSettings } from '../activityItems/activityRows';
import { activityRows, leftOutHints } from '../activityItems/activityRows';
import { customerIdIn } from '../activityItems/customersInOrder';
import { columnNamesIn, detailsIn, missingColumns } from '../activityItems/details';
import { usableItems } from '../activityItems/usableItems';
import type { Item, Row } from '../paths';
import type { ReadingHint } from '../reading/readingText';
import { counted } from '../reading/readingText';
import type { NamedColumns } from './observedColumns';
import { ObservedColumns } from './observedColumns';
import type { PreviousState } from './previousState';
import { readPreviousState } from './previousState';

export interface SignsReadingSettings extends ActivityRowsSettings {
	readonly zone: Zone;
	readonly named: NamedColumns;
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
function columnsOfUser({ named }: SignsReadingSettings, keepColumns: readonly string[]): string[] {
	const { texts, ...single } = named;
	return [...texts, ...Object.values<string>(single), ...keepColumns].filter((column) => column !== '');
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
	const missing = missingColumns(given.rows, columnsOfUser(settings, given.keepColumns));
	if (missing.length > 0) return { problems: missing };
	const columns = new ObservedColumns(given.rows.length, settings.named, settings.zone);
	const { rows, ids, places, items: itemOf, problems } = usableItems(given, (place, row, report) => columns.read(place, row, report));
	const { rowOf } = state;
	const hasPreviousState = rowOf.size > 0;
	return {
		reading: {
			customers: {
				count: rows.length,
				of: (customer) => columns.of(places[customer]),
				idOf: (customer) => rows[customer].customer as string | number,
				details: detailsIn(rows, columnNamesIn(rows), given.keepColumns, signItemFields),
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
