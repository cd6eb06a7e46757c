/** What stands in an item of Customer Activity beside its own fields: contact details, columns that the user keeps, fields that were flattened. */
import type { Details } from '../../domain/activity/customerActivity';
import { activityStreamIds, customerFields } from '../../domain/activity/customerActivity';
import type { Problem } from '../../domain/problems';
import type { Read, Row } from '../paths';
import { readerOf } from '../paths';

const STREAMS = new Set<string>(activityStreamIds);
const FLAT_FIELD = new RegExp(`^(${activityStreamIds.join('|')})[A-Z]`);

/** The stream of which a column is a field: Flatten puts them in its place, under its name and theirs. Beside the stream itself such a name is a column of the user's. */
function flattenedStream(name: string, rows: readonly Row[], names: ReadonlySet<string>): string | null {
	const [, stream] = FLAT_FIELD.exec(name) ?? [];
	if (stream === undefined) return null;
	return !names.has(stream) || !rows.some((row) => row[name] !== undefined && row[stream] !== undefined) ? stream : null;
}

const isOwnOfActivity = (name: string): boolean => Object.hasOwn(customerFields, name) || STREAMS.has(name);

/** Names in the output, each once: one that the item has by itself, or another column has already, gets "Kept" behind it. */
function namesInItem(columns: readonly string[], ownFields: Readonly<Record<string, unknown>>): string[] {
	const names = new Set<string>();
	for (const column of columns) {
		let name = column;
		while (Object.hasOwn(ownFields, name) || names.has(name)) name = `${name}Kept`;
		names.add(name);
	}
	return [...names];
}

export interface ColumnNames {
	/** Fields as Flatten calls them, by stream. */
	readonly flattened: ReadonlyMap<string, readonly string[]>;
	/** Contact details and whatever else is no field of Customer Activity. */
	readonly details: readonly string[];
}

/** The columns of all rows. Most rows have those of the first, in its order. */
function namesIn(rows: readonly Row[]): ReadonlySet<string> {
	const usual = rows.length === 0 ? [] : Object.keys(rows[0]);
	const met = new Set(usual);
	for (const row of rows) {
		let place = 0;
		for (const name in row) if (name !== usual[place++]) met.add(name);
	}
	return met;
}

/** What the items have besides the fields of Customer Activity as it gives them. */
export function columnNamesIn(rows: readonly Row[]): ColumnNames {
	const met = namesIn(rows);
	const flattened = new Map<string, string[]>();
	const details: string[] = [];
	for (const name of met) {
		if (isOwnOfActivity(name)) continue;
		const stream = flattenedStream(name, rows, met);
		if (stream === null) details.push(name);
		else flattened.set(stream, [...(flattened.get(stream) ?? []), name]);
	}
	return { flattened, details };
}

/**
 * Contact details of the items and the columns the user keeps, under the names they have in the output: every item has all of them
 *
 * `ownFields` has the names that the item of the output has by itself.
 */
export function detailsIn(rows: readonly Row[], { details }: ColumnNames, keepColumns: readonly string[], ownFields: Readonly<Record<string, unknown>>): Details {
	const known = new Set(details);
	const columns = [...details, ...keepColumns.filter((column) => !known.has(column))];
	const readers: readonly Read[] = columns.map(readerOf);
	return {
		names: namesInItem(columns, ownFields),
		of: (customer) => readers.map((read) => read(rows[customer]) ?? null),
	};
}

/** Columns that the user names and no item has, each once. */
export function missingColumns(rows: readonly Row[], columns: readonly string[]): Problem[] {
	if (rows.length === 0) return [];
	return [...new Set(columns)]
		.filter((column) => {
			const read = readerOf(column);
			return !rows.some((row) => read(row) !== undefined);
		})
		.map((column) => ({ code: 'missingColumn', item: null, column, received: undefined }));
}
