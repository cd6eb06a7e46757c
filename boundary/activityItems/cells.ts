/** Cells of an item of Customer Activity, by their kind; a database in between may have turned numbers and lists into text. */
import type { FieldKind, Kinds } from '../../domain/activity/itemFields';
import type { ProblemCode } from '../../domain/problems';
import type { Zone } from '../../domain/time';
import { dayOfLocalTime } from '../../domain/time';
import { createDateReader } from '../dates';
import { cellText, isBlank } from '../paths';

/** What a cell holds; null where it is blank, a fault where it cannot be read. */
type Cell<Kind extends FieldKind> = Kinds[Kind] | null | ProblemCode;

export type CellReaders = { readonly [Kind in FieldKind]: (cell: unknown) => Cell<Kind> };

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]\d{1,3})?$/i;
/** A day that a database keeps as the instant of its beginning in UTC. */
const MIDNIGHT_IN_UTC = /^(\d{4}-\d{2}-\d{2})T00:00:00(?:\.0+)?(?:Z|\+00:00)$/;

function numberIn(cell: unknown): number | null | ProblemCode {
	if (typeof cell === 'number' && Number.isFinite(cell)) return cell;
	if (isBlank(cell)) return null;
	return typeof cell === 'string' && PLAIN_NUMBER.test(cell.trim()) ? Number(cell) : 'unreadableNumber';
}

/** No count of days, hours or anything else of a customer is larger. */
const LARGEST_COUNT = 1e6;

function countIn(cell: unknown): number | null | ProblemCode {
	const count = numberIn(cell);
	return typeof count === 'number' && (count < 0 || count > LARGEST_COUNT) ? 'unreadableNumber' : count;
}

/** The parts of a list, or of the text that Flatten makes of it. */
const partsOf = (cell: unknown, separator: RegExp): readonly unknown[] => (Array.isArray(cell) ? cell : cellText(cell).split(separator));

/** Flatten makes an empty text of an empty list, which says that there are none. */
const NO_PARTS = '';

function textsIn(cell: unknown): readonly string[] | null {
	if (cell === NO_PARTS) return [];
	if (isBlank(cell)) return null;
	// An empty one keeps its place: days stand beside texts.
	return partsOf(cell, /\n/).map(cellText);
}

const isFiniteNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Whether a cell is a list of numbers, as the items have it. */
const isListOfNumbers = (cell: unknown): cell is readonly number[] => Array.isArray(cell) && cell.every(isFiniteNumber);

/** One test of a whole list takes a fraction of one of each number. */
const PLAIN_NUMBERS = /^[ \t\r]*-?\d+(?:\.\d+)?(?:[ \t\r]*[,\n][ \t\r]*-?\d+(?:\.\d+)?)*[ \t\r]*$/;

function numbersIn(cell: unknown): readonly number[] | null | ProblemCode {
	if (isListOfNumbers(cell)) return cell;
	if (cell === NO_PARTS) return [];
	if (isBlank(cell)) return null;
	if (Array.isArray(cell)) {
		const numbers = cell.map(numberIn);
		return numbers.every(isFiniteNumber) ? numbers : 'unreadableNumber';
	}
	const text = cellText(cell);
	return PLAIN_NUMBERS.test(text) ? text.replaceAll('\n', ',').split(',').map(Number) : 'unreadableNumber';
}

/** As databases and sheets write an answer. */
const FLAGS: ReadonlyMap<string, boolean> = new Map([['true', true], ['1', true], ['yes', true], ['false', false], ['0', false], ['no', false]]);

const flagIn = (cell: unknown): boolean | null => FLAGS.get(cellText(cell).trim().toLowerCase()) ?? null;

/** 2024-06-30, as nearly every cell has it. */
const DATE_LENGTH = 10;

/** Readers of cells in a zone; a day that stands as midnight in UTC is that day in every zone. */
export function cellReaders(zone: Zone): CellReaders {
	const dates = createDateReader({ format: 'automatic', zone });
	function dayOfText(text: string): number | null | ProblemCode {
		const time = dates.read(text);
		if (!Number.isNaN(time)) return dayOfLocalTime(time);
		return isBlank(text) ? null : dates.fault;
	}
	function dayIn(cell: unknown): number | null | ProblemCode {
		if (typeof cell === 'string' && cell.length === DATE_LENGTH) return dayOfText(cell);
		if (isBlank(cell)) return null;
		const iso = cell instanceof Date && !Number.isNaN(cell.getTime()) ? cell.toISOString() : cell;
		const midnight = typeof iso === 'string' && iso.length > 10 ? MIDNIGHT_IN_UTC.exec(iso) : null;
		const time = dates.read(midnight === null ? iso : midnight[1]);
		return Number.isNaN(time) ? dates.fault : dayOfLocalTime(time);
	}
	function daysIn(cell: unknown): readonly number[] | null | ProblemCode {
		if (cell === NO_PARTS) return [];
		if (isBlank(cell)) return null;
		const days = partsOf(cell, /[\n,]/).map((part) => dayIn(typeof part === 'string' ? part.trim() : part));
		return days.every((day) => typeof day === 'number') ? days : 'unreadableDate';
	}
	return {
		count: countIn,
		number: numberIn,
		date: dayIn,
		text: (cell) => (isBlank(cell) ? null : cellText(cell)),
		flag: flagIn,
		texts: textsIn,
		dates: daysIn,
		numbers: numbersIn,
	};
}

/** A fault is a code of letters; no text that a cell of these kinds holds is mistaken for one, since they are looked at by kind. */
export const isFault = (kind: FieldKind, cell: unknown): cell is ProblemCode => typeof cell === 'string' && kind !== 'text';
