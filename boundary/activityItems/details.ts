/** What travels along with an item of Customer Activity: contact details, and columns that the user keeps. */
import type { Details } from '../../domain/activity/customerActivity';
import { activityStreamIds, customerFields } from '../../domain/activity/customerActivity';
import type { Problem } from '../../domain/problems';
import type { Read, Row } from '../paths';
import { readerOf } from '../paths';

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
function namesInItem(columns: readonly string[], ownFields: Readonly<Record<string, unknown>>): string[] {
	const names = new Set<string>();
	for (const column of columns) {
		let name = column;
		while (Object.hasOwn(ownFields, name) || names.has(name)) name = `${name}Kept`;
		names.add(name);
	}
	return [...names];
}

/**
 * Contact details of the items and the columns the user keeps, under the names they have in the output: every item has all of them
 *
 * `ownFields` has the names that the item of the output has by itself.
 */
export function detailsIn(rows: readonly Row[], keepColumns: readonly string[], ownFields: Readonly<Record<string, unknown>>): Details {
	const met = new Set<string>();
	for (const row of rows) for (const name in row) met.add(name);
	const names = new Set([...met].filter((name) => !isOwnOfActivity(name) && !isFlatField(name, rows, met)));
	const columns = [...names, ...keepColumns.filter((column) => !names.has(column))];
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
