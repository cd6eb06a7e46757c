/** From an item of Customer Activity to what the signs take of it. */
import type { FieldKind, NamedFacts, Observed, ObservedStreamId } from '../../domain/signs/observed';
import { namedColumns, observedFields } from '../../domain/signs/observed';
import type { Problem } from '../../domain/problems';
import type { Zone } from '../../domain/time';
import type { Row } from '../paths';
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
type Report = (code: Problem['code'], column: string, received: unknown) => void;

const SILENT: Report = () => undefined;

const streamIds = Object.keys(observedFields) as ObservedStreamId[];

const capitalised = (name: string): string => `${name[0].toUpperCase()}${name.slice(1)}`;

interface Field {
	readonly name: string;
	/** How Flatten calls it. */
	readonly flatName: string;
	readonly path: string;
	readonly kind: FieldKind;
}

const fieldsOf = (stream: ObservedStreamId): Field[] =>
	Object.entries<FieldKind>(observedFields[stream]).map(([name, kind]) => ({ name, flatName: `${stream}${capitalised(name)}`, path: `${stream}.${name}`, kind }));

interface StreamFields {
	readonly stream: ObservedStreamId;
	readonly fields: readonly Field[];
	/** Every field, null. */
	readonly empty: Readonly<Record<string, null>>;
}

const nulls = (names: readonly string[]): Record<string, null> => Object.fromEntries(names.map((name) => [name, null]));

const STREAMS: readonly StreamFields[] = streamIds.map((stream) => ({ stream, fields: fieldsOf(stream), empty: nulls(Object.keys(observedFields[stream])) }));

const NOTHING_NAMED: NamedFacts = Object.freeze({
	isNamed: { cancelledOn: false, priceRisesOn: false, bonusesLapseOn: false, texts: false },
	texts: [],
	cancelledOn: null,
	priceRisesOn: null,
	bonusesLapseOn: null,
	bonuses: null,
	value: null,
});

const NOTHING_OBSERVED = { ...nulls(streamIds), asOf: NaN, tenureDays: null, recentDays: null, usualDays: null, named: NOTHING_NAMED };

const isObject = (value: unknown): value is Row => typeof value === 'object' && value !== null;

/** Where the fields of a stream stand: in an object, flat in the item, or nowhere. */
function placeOfStream(row: Row, stream: ObservedStreamId, fields: readonly Field[]): { readonly holder: Row; readonly isFlat: boolean } | null {
	const holder = row[stream];
	if (isObject(holder)) return { holder, isFlat: false };
	return fields.some(({ flatName }) => row[flatName] !== undefined) ? { holder: row, isFlat: true } : null;
}

/** Reads one value; what cannot be read is reported and null. */
function valueIn(cell: unknown, kind: FieldKind, column: string, readers: CellReaders, report: Report): unknown {
	// Most cells are numbers as they should be.
	if (kind === 'number' && typeof cell === 'number' && Number.isFinite(cell)) return cell;
	const value = readers[kind](cell);
	if (!isFault(kind, value)) return value;
	report(value, column, cell);
	return null;
}

export type ObservedReader = (row: Row, report?: Report) => Observed;

/** Gives what reads items; a cell that cannot be read is reported, where somebody listens, and null. */
export function observedReader(columns: NamedColumns, zone: Zone): ObservedReader {
	const readers = cellReaders(zone);
	const reading = (column: string, kind: 'date' | 'number') => {
		if (column === '') return () => null;
		const read = readerOf(column);
		return (row: Row, report: Report): number | null => {
			const value = valueIn(read(row), kind, column, readers, report);
			return typeof value === 'number' ? value : null;
		};
	};
	const texts = columns.texts.map(readerOf);
	const cancelledOn = reading(columns.cancelledOn, 'date');
	const priceRisesOn = reading(columns.priceRisesOn, 'date');
	const bonusesLapseOn = reading(columns.bonusesLapseOn, 'date');
	const bonuses = reading(columns.bonuses, 'number');
	const value = reading(columns.value, 'number');
	const asOf = reading('asOf', 'date');
	const tenureDays = reading('tenureDays', 'number');
	const recentDays = reading('recentDays', 'number');
	const usualDays = reading('usualDays', 'number');

	const isNamed: NamedFacts['isNamed'] = { cancelledOn: columns.cancelledOn !== '', priceRisesOn: columns.priceRisesOn !== '', bonusesLapseOn: columns.bonusesLapseOn !== '', texts: texts.length > 0 };
	const namesNothing = columns.value === '' && columns.bonuses === '' && namedColumns.every((name) => !isNamed[name]);

	function namedIn(row: Row, report: Report): NamedFacts {
		if (namesNothing) return NOTHING_NAMED;
		return {
			isNamed,
			texts: texts.map((read) => read(row)).filter((cell) => !isBlank(cell)).map(cellText),
			cancelledOn: cancelledOn(row, report),
			priceRisesOn: priceRisesOn(row, report),
			bonusesLapseOn: bonusesLapseOn(row, report),
			bonuses: bonuses(row, report),
			value: value(row, report),
		};
	}

	/** What a stream says, in an object that has every field from the start: one that grows field by field is slow to make. */
	function streamIn(row: Row, { stream, fields, empty }: StreamFields, report: Report): Record<string, unknown> | null {
		const place = placeOfStream(row, stream, fields);
		if (place === null) return null;
		const { holder, isFlat } = place;
		const its: Record<string, unknown> = { ...empty };
		for (const { name, flatName, path, kind } of fields) {
			const cell = holder[isFlat ? flatName : name];
			if (cell !== null) its[name] = valueIn(cell, kind, isFlat ? flatName : path, readers, report);
		}
		return its;
	}

	return (row, report = SILENT) => {
		const day = asOf(row, report);
		if (day === null) report('unreadableDate', 'asOf', row.asOf);
		const own: Record<string, unknown> = { ...NOTHING_OBSERVED };
		own.asOf = day ?? NaN;
		own.tenureDays = tenureDays(row, report);
		own.recentDays = recentDays(row, report) ?? DEFAULT_RECENT;
		own.usualDays = usualDays(row, report) ?? DEFAULT_USUAL;
		own.named = namedIn(row, report);
		for (const each of STREAMS) if (row[each.stream] !== null) own[each.stream] = streamIn(row, each, report);
		// The registry names the streams and their kinds, and each value was read by its kind.
		return own as unknown as Observed;
	};
}

/** The windows of Customer Activity, for items that do not say theirs. */
const DEFAULT_RECENT = 30;
const DEFAULT_USUAL = 180;
