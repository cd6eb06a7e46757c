/** From an item of Customer Activity to what the signs take of it. */
import type { FieldKind, NamedFacts, Observed, ObservedStreamId } from '../../domain/signs/observed';
import { observedFields } from '../../domain/signs/observed';
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

const FIELDS: ReadonlyArray<{ readonly stream: ObservedStreamId; readonly fields: readonly Field[] }> = streamIds.map((stream) => ({ stream, fields: fieldsOf(stream) }));

const isObject = (value: unknown): value is Row => typeof value === 'object' && value !== null;

/** Where the fields of a stream stand: in an object, flat in the item, or nowhere. */
function placeOfStream(row: Row, stream: ObservedStreamId, fields: readonly Field[]): { readonly holder: Row; readonly isFlat: boolean } | null {
	const holder = row[stream];
	if (isObject(holder)) return { holder, isFlat: false };
	return fields.some(({ flatName }) => row[flatName] !== undefined) ? { holder: row, isFlat: true } : null;
}

/** Reads one value; what cannot be read is reported and null. */
function valueIn(cell: unknown, kind: FieldKind, column: string, readers: CellReaders, report: Report): unknown {
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

	const namedIn = (row: Row, report: Report): NamedFacts => ({
		texts: texts.length === 0 ? [] : texts.map((read) => read(row)).filter((cell) => !isBlank(cell)).map(cellText),
		cancelledOn: cancelledOn(row, report),
		priceRisesOn: priceRisesOn(row, report),
		bonusesLapseOn: bonusesLapseOn(row, report),
		bonuses: bonuses(row, report),
		value: value(row, report),
	});

	function streamsIn(row: Row, report: Report): Record<string, unknown> {
		const streams: Record<string, unknown> = {};
		for (const { stream, fields } of FIELDS) {
			const place = placeOfStream(row, stream, fields);
			if (place === null) {
				streams[stream] = null;
				continue;
			}
			const { holder, isFlat } = place;
			const its: Record<string, unknown> = {};
			for (const { name, flatName, path, kind } of fields) its[name] = valueIn(holder[isFlat ? flatName : name], kind, isFlat ? flatName : path, readers, report);
			streams[stream] = its;
		}
		return streams;
	}

	return (row, report = SILENT) => {
		const day = asOf(row, report);
		if (day === null) report('unreadableDate', 'asOf', row.asOf);
		const named = namedIn(row, report);
		const own = { asOf: day ?? NaN, tenureDays: tenureDays(row, report), recentDays: recentDays(row, report) ?? DEFAULT_RECENT, usualDays: usualDays(row, report) ?? DEFAULT_USUAL, named };
		// The registry names the streams and their kinds, and each value was read by its kind.
		return { ...streamsIn(row, report), ...own } as Observed;
	};
}

/** The windows of Customer Activity, for items that do not say theirs. */
const DEFAULT_RECENT = 30;
const DEFAULT_USUAL = 180;
