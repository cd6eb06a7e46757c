/**
 * Items of Customer Activity as columns, with days as numbers; each node names the fields that it reads.
 *
 * A customer is looked at through one object whose fields read the columns at a cursor, so that 200,000 customers do not
 * become a million objects. Figures stay the values that they are in the items: a typed array would box each one anew
 * whenever it is read. What is seen of a customer holds until the cursor is moved.
 */
import type { ActivityStreamId } from '../../domain/activity/customerActivity';
import type { FieldKind, KnownStreams, NamedFields, NamedStreams } from '../../domain/activity/itemFields';
import type { Problem } from '../../domain/problems';
import type { Read, Row } from '../paths';
import { readerOf } from '../paths';
import type { CellReaders } from './cells';
import { isFault } from './cells';

/** Takes what is wrong with a cell, and what would have been right where more can be said than the code says. */
export type Report = (code: Problem['code'], column: string, received: unknown, expected?: string) => void;

export interface Cursor {
	place: number;
}

/** One field of all customers as it stands in the items; takes room only once there is something in it. */
export class Column {
	private values: unknown[] | null = null;

	constructor(private readonly count: number) {}

	set(place: number, value: unknown): void {
		if (value === null) return;
		this.values ??= new Array<unknown>(this.count).fill(null);
		this.values[place] = value;
	}

	at(place: number): unknown {
		return this.values === null ? null : this.values[place];
	}
}

/** An object whose fields read columns at the cursor. */
export const viewOn = (columns: ReadonlyArray<readonly [string, Column]>, cursor: Cursor): object =>
	Object.defineProperties({}, Object.fromEntries(columns.map(([name, column]) => [name, { enumerable: true, get: () => column.at(cursor.place) }])));

/** Reads one value; what cannot be read is reported and null. */
export function valueIn(cell: unknown, kind: FieldKind, column: string, readers: CellReaders, report: Report): unknown {
	const value = readers[kind](cell);
	if (!isFault(kind, value)) return value;
	report(value, column, cell);
	return null;
}

/** A column by a path of the user's or a name of the item. */
export interface PathColumn {
	readonly name: string;
	readonly path: string;
	readonly kind: FieldKind;
	readonly read: Read;
	readonly column: Column;
}

/** A column for so many items; an empty path is not given, and null in all of them. */
export const pathColumn = (name: string, path: string, kind: FieldKind, count: number): PathColumn => ({ name, path, kind, read: path === '' ? () => null : readerOf(path), column: new Column(count) });

const capitalised = (name: string): string => `${name[0].toUpperCase()}${name.slice(1)}`;

/** How Flatten calls a field of a stream. */
export const flatNameOf = (stream: string, field: string): string => `${stream}${capitalised(field)}`;

export const isObject = (value: unknown): value is Row => typeof value === 'object' && value !== null;

/** A field of a stream in an item, which may be flattened: what it is called there, and what it holds. */
export function fieldIn(row: Row, stream: ActivityStreamId, field: string): { readonly name: string; readonly cell: unknown } {
	const holder = row[stream];
	if (isObject(holder)) return { name: `${stream}.${field}`, cell: holder[field] };
	const name = flatNameOf(stream, field);
	return { name, cell: row[name] };
}

interface Field {
	readonly name: string;
	readonly flatName: string;
	readonly path: string;
	readonly kind: FieldKind;
	readonly column: Column;
}

/** One stream of all customers. */
class StreamColumns {
	readonly fields: readonly Field[];
	private readonly isThere: Uint8Array;
	private readonly view: object;

	constructor(
		readonly stream: string,
		fields: NamedFields,
		count: number,
		private readonly cursor: Cursor,
	) {
		this.fields = Object.entries(fields).map(([name, kind]) => ({ name, flatName: flatNameOf(stream, name), path: `${stream}.${name}`, kind, column: new Column(count) }));
		this.isThere = new Uint8Array(count);
		this.view = viewOn(this.fields.map(({ name, column }) => [name, column]), cursor);
	}

	/** What is known at the cursor; null where the stream is not connected. */
	current(): object | null {
		return this.isThere[this.cursor.place] === 1 ? this.view : null;
	}

	read(place: number, row: Row, readers: CellReaders, report: Report): void {
		const holder = row[this.stream];
		if (holder === null) return;
		const isFlat = !isObject(holder);
		if (isFlat && !this.fields.some(({ flatName }) => row[flatName] !== undefined)) return;
		this.isThere[place] = 1;
		const from = isFlat ? row : holder;
		for (const { name, flatName, path, kind, column } of this.fields) {
			const cell = from[isFlat ? flatName : name];
			// Most cells are null.
			if (cell !== null) column.set(place, valueIn(cell, kind, isFlat ? flatName : path, readers, report));
		}
	}
}

/** The streams of a registry, of all customers. */
export class ItemStreams<Streams extends NamedStreams> {
	private readonly streams: readonly StreamColumns[];

	/** For so many items. */
	constructor(
		fieldsOf: Streams,
		count: number,
		cursor: Cursor,
		private readonly readers: CellReaders,
	) {
		this.streams = Object.entries(fieldsOf).map(([stream, fields]) => new StreamColumns(stream, fields, count, cursor));
	}

	/** Reads the streams of an item; what cannot be read is reported and null. */
	read(place: number, row: Row, report: Report): void {
		for (const stream of this.streams) stream.read(place, row, this.readers, report);
	}

	/** Gives an object a field for each stream, which says what is known at the cursor. */
	addTo<View extends object>(view: View): View & KnownStreams<Streams> {
		for (const stream of this.streams) Object.defineProperty(view, stream.stream, { enumerable: true, get: () => stream.current() });
		// The registry names streams, fields and kinds, and each value was read by its kind.
		return view as View & KnownStreams<Streams>;
	}
}
