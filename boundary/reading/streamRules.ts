/** What becomes of rows of a stream besides what is in their cells: given twice, planned, cancelled later, not due yet. */
import type { Zone } from '../../domain/time';
import { dayOfLocalTime, endOfDay } from '../../domain/time';
import type { DateFormat } from '../dates';
import type { Item, Row } from '../paths';
import { cellText, isBlank } from '../paths';
import type { RoleColumn } from '../sources/roleColumn';
import type { StreamLayout } from '../sources/streamSource';
import type { CustomerColumn } from './customerColumn';
import { readDates } from './dateColumn';
import { repeatedRows } from './duplicates';
import type { Announced, Rows } from './rows';
import { Verdicts } from './verdicts';

/** When rows were last changed, where a column says so; a cell that is no date says nothing. */
export function changesOf(rows: readonly Item[], column: RoleColumn | undefined, format: DateFormat, zone: Zone): Float64Array | null {
	if (!column) return null;
	const { localTime } = readDates(rows, column, format, zone, new Verdicts(rows), true);
	return localTime;
}

/** How far a state has come: of two rows that nothing else puts in order, the one that has come farther is the later. */
const PROGRESS: Readonly<Record<string, number>> = { failed: 1, writtenOff: 2, paid: 3, closed: 3 };

const contentOf = (row: Row): string => JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)) ?? '';

const known = (time: number): number => (Number.isNaN(time) ? -Infinity : time);

/** Tells which of two rows tells the later story; no answer depends on the order of rows. */
function laterRow(rows: readonly Item[], state: RoleColumn | undefined, times: readonly Float64Array[]): (one: number, other: number) => number {
	const progress = (row: number) => (state ? (PROGRESS[cellText(state.read(rows[row].json))] ?? 0) : 0);
	return (one, other) => {
		for (const time of times) if (known(time[one]) !== known(time[other])) return known(time[one]) > known(time[other]) ? one : other;
		if (progress(one) !== progress(other)) return progress(one) > progress(other) ? one : other;
		return contentOf(rows[one].json) > contentOf(rows[other].json) ? one : other;
	};
}

/** What leads to the rows that are one and the same. */
export interface Numbered {
	readonly rows: readonly Item[];
	readonly layout: StreamLayout<string>;
	readonly customers: CustomerColumn;
	/** When each row was made or due, as it stands in its cells. */
	readonly made: Float64Array;
	/** What puts rows in order, the most telling first. */
	readonly times: readonly Float64Array[];
}

/**
 * Leaves out all but the latest row of a customer and number
 *
 * Where numbers may name something else than the row, such as the invoice of several payments, only rows of the same
 * moment are the same. O(rows).
 */
export function leaveOutRepeated({ rows, layout, customers, made, times }: Numbered, verdicts: Verdicts): void {
	const { number, state } = layout.columns as Readonly<Record<string, RoleColumn | undefined>>;
	if (!number) return;
	const later = laterRow(rows, state, times);
	const rowOfKey = new Map<string, number>();
	for (let row = 0; row < rows.length; row++) {
		const cell = verdicts.counts(row) ? number.read(rows[row].json) : undefined;
		if (isBlank(cell) || typeof cell === 'object') continue;
		const moment = layout.isNumberShared ? made[row] : '';
		const key = `${customers.customerOf[row]} ${moment} ${cellText(cell)}`;
		const other = rowOfKey.get(key);
		const kept = other === undefined ? row : later(row, other);
		rowOfKey.set(key, kept);
		if (other !== undefined) verdicts.leaveOut(kept === row ? other : row, 'repeated');
	}
}

/** How many rows without a number equal an earlier one in every column. */
export function equalRowsIn({ history, rowAt }: Pick<Rows, 'history' | 'rowAt'>, number: RoleColumn | undefined): number {
	return repeatedRows(history, rowAt, null).repeated.filter((row) => !number || isBlank(number.read(rowAt(row)))).length;
}

/** Leaves out what lies after today, such as a meeting that is only planned. */
export function leaveOutPlanned(localTime: Float64Array, today: number, verdicts: Verdicts): void {
	const end = endOfDay(today);
	for (let row = 0; row < localTime.length; row++) if (localTime[row] >= end && verdicts.counts(row)) verdicts.leaveOut(row, 'notDone');
}

/** Leaves out rows that begin after a day, where a column says when they do: a customer who was not there yet. */
export function leaveOutLater(begins: Float64Array, asOf: number, verdicts: Verdicts): void {
	const end = endOfDay(asOf);
	for (let row = 0; row < begins.length; row++) if (begins[row] >= end && verdicts.counts(row)) verdicts.leaveOut(row, 'afterAsOf');
}

/** Leaves out what was cancelled by As Of; what was cancelled later counts. */
export function leaveOutCancelled(cancelledAt: Float64Array, asOf: number, verdicts: Verdicts): void {
	const end = endOfDay(asOf);
	for (let row = 0; row < cancelledAt.length; row++) if (cancelledAt[row] < end && verdicts.counts(row)) verdicts.leaveOut(row, 'cancelled');
}

/** By customer, the first of the rows that were made by As Of and are due after it: of them the stream knows, though it has nothing to count yet. */
export function announcedRows(localTime: Float64Array, made: Float64Array, customers: CustomerColumn, asOf: number, verdicts: Verdicts): Map<number, Announced> {
	const end = endOfDay(asOf);
	const announced = new Map<number, Announced>();
	for (let row = 0; row < localTime.length; row++) {
		if (!verdicts.counts(row) || localTime[row] < end || !(made[row] < end)) continue;
		const day = dayOfLocalTime(made[row]);
		const earlier = announced.get(customers.customerOf[row]);
		if (earlier === undefined || day < earlier.day) announced.set(customers.customerOf[row], { row, day });
	}
	return announced;
}
