/**
 * Items of Customer Activity as columns, with days as numbers.
 *
 * A customer is looked at through one object whose fields read the columns at a cursor, so that 200,000 customers do not
 * become a million objects. Figures stay the values that they are in the items: a typed array would box each one anew
 * whenever it is read. What `of` gives holds until the next customer is asked for.
 */
import type { FieldKind, NamedFacts, Observed, ObservedStreamId } from '../../domain/signs/observed';
import { namedColumns, observedFields } from '../../domain/signs/observed';
import type { Problem } from '../../domain/problems';
import type { Zone } from '../../domain/time';
import type { Read, Row } from '../paths';
import { cellText, isBlank, readerOf } from '../paths';
import type { CellReaders } from './observedCells';
import { cellReaders, isFault } from './observedCells';

/** Paths into the item for what no stream tells; an empty one is not given. */
export interface NamedColumns {
	readonly texts: readonly string[];
	readonly cancelledOn: string;
	readonly priceRisesOn: string;
	readonly bonusesLapseOn: string;
	readonly bonuses: string;
	readonly value: string;
}

/** Takes what is wrong with a cell. */
export type Report = (code: Problem['code'], column: string, received: unknown) => void;

interface Cursor {
	place: number;
}

/** One field of all customers as it stands in the items; takes room only once there is something in it. */
class Column {
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
const viewOn = (columns: ReadonlyArray<readonly [string, Column]>, cursor: Cursor): object =>
	Object.defineProperties({}, Object.fromEntries(columns.map(([name, column]) => [name, { enumerable: true, get: () => column.at(cursor.place) }])));

const streamIds = Object.keys(observedFields) as ObservedStreamId[];
const capitalised = (name: string): string => `${name[0].toUpperCase()}${name.slice(1)}`;

interface Field {
	readonly name: string;
	/** How Flatten calls it. */
	readonly flatName: string;
	readonly path: string;
	readonly kind: FieldKind;
	readonly column: Column;
}

const isObject = (value: unknown): value is Row => typeof value === 'object' && value !== null;

/** One stream of all customers. */
class StreamColumns {
	readonly fields: readonly Field[];
	private readonly isThere: Uint8Array;
	private readonly view: object;

	constructor(
		readonly stream: ObservedStreamId,
		count: number,
		private readonly cursor: Cursor,
	) {
		this.fields = Object.entries<FieldKind>(observedFields[stream]).map(([name, kind]) => ({ name, flatName: `${stream}${capitalised(name)}`, path: `${stream}.${name}`, kind, column: new Column(count) }));
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

/** Reads one value; what cannot be read is reported and null. */
function valueIn(cell: unknown, kind: FieldKind, column: string, readers: CellReaders, report: Report): unknown {
	const value = readers[kind](cell);
	if (!isFault(kind, value)) return value;
	report(value, column, cell);
	return null;
}

/** A column by a path of the user's or a name of the item. */
interface PathColumn {
	readonly name: string;
	readonly path: string;
	readonly kind: FieldKind;
	readonly read: Read;
	readonly column: Column;
}

const NOTHING_NAMED: NamedFacts = Object.freeze({
	isNamed: { cancelledOn: false, priceRisesOn: false, bonusesLapseOn: false, texts: false },
	texts: [],
	cancelledOn: null,
	priceRisesOn: null,
	bonusesLapseOn: null,
	bonuses: null,
	value: null,
});

const NAMED_KINDS = { cancelledOn: 'date', priceRisesOn: 'date', bonusesLapseOn: 'date', bonuses: 'number', value: 'number' } as const;
const OWN_KINDS = { asOf: 'date', tenureDays: 'count', recentDays: 'count', usualDays: 'count' } as const;

/** The windows of Customer Activity, for items that do not say theirs; none has no days, since figures are divided by them. */
const USUAL_DAYS: Readonly<Record<string, number | undefined>> = { recentDays: 30, usualDays: 180 };

export class ObservedColumns {
	private readonly cursor: Cursor = { place: 0 };
	private readonly readers: CellReaders;
	private readonly streams: readonly StreamColumns[];
	private readonly own: readonly PathColumn[];
	private readonly named: readonly PathColumn[];
	private readonly textPaths: readonly Read[];
	private readonly texts: Column;
	private readonly view: Observed;

	/** For so many items. */
	constructor(count: number, columns: NamedColumns, zone: Zone) {
		this.readers = cellReaders(zone);
		this.streams = streamIds.map((stream) => new StreamColumns(stream, count, this.cursor));
		const pathColumn = (name: string, path: string, kind: FieldKind): PathColumn => ({ name, path, kind, read: path === '' ? () => null : readerOf(path), column: new Column(count) });
		this.own = Object.entries(OWN_KINDS).map(([name, kind]) => pathColumn(name, name, kind));
		const paths = columns as unknown as Readonly<Record<string, string>>;
		this.named = Object.entries(NAMED_KINDS).map(([name, kind]) => pathColumn(name, paths[name], kind));
		this.textPaths = columns.texts.map(readerOf);
		this.texts = new Column(count);
		this.view = this.viewOf(columns);
	}

	/** Reads an item; what cannot be read is reported and null. */
	read(place: number, row: Row, report: Report): void {
		for (const { name, path, kind, read, column } of this.own) {
			const usual = USUAL_DAYS[name] ?? null;
			const value = valueIn(read(row), kind, path, this.readers, report) ?? usual;
			if (value === 0 && usual !== null) report('unreadableNumber', name, row[name]);
			column.set(place, value);
		}
		if (isBlank(row.asOf)) report('unreadableDate', 'asOf', row.asOf);
		for (const { path, kind, read, column } of this.named) if (path !== '') column.set(place, valueIn(read(row), kind, path, this.readers, report));
		if (this.textPaths.length > 0) this.texts.set(place, this.textPaths.map((read) => read(row)).filter((cell) => !isBlank(cell)).map(cellText));
		for (const stream of this.streams) stream.read(place, row, this.readers, report);
	}

	/** What is known of one item, until the next is asked for. */
	of(place: number): Observed {
		this.cursor.place = place;
		return this.view;
	}

	private viewOf(columns: NamedColumns): Observed {
		const isNamed = { cancelledOn: columns.cancelledOn !== '', priceRisesOn: columns.priceRisesOn !== '', bonusesLapseOn: columns.bonusesLapseOn !== '', texts: columns.texts.length > 0 };
		const namesNothing = columns.value === '' && columns.bonuses === '' && namedColumns.every((name) => !isNamed[name]);
		const named = namesNothing ? NOTHING_NAMED : Object.assign(viewOn(this.named.map(({ name, column }) => [name, column] as const), this.cursor), { isNamed });
		if (!namesNothing) Object.defineProperty(named, 'texts', { enumerable: true, get: () => this.texts.at(this.cursor.place) ?? NOTHING_NAMED.texts });
		const view = viewOn(this.own.map(({ name, column }) => [name, column]), this.cursor);
		for (const stream of this.streams) Object.defineProperty(view, stream.stream, { enumerable: true, get: () => stream.current() });
		// The registry names streams, fields and kinds, and each value was read by its kind.
		return Object.assign(view, { named }) as Observed;
	}
}
