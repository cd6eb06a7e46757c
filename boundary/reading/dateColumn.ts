import type { ProblemCode } from '../../domain/problems';
import type { Zone } from '../../domain/time';
import type { DateFormat } from '../dates';
import { createDateReader } from '../dates';
import type { Item } from '../paths';
import { isBlank } from '../paths';
import type { Column } from '../sources/roleColumn';
import { asColumn } from '../sources/roleColumn';
import type { Verdicts } from './verdicts';

export interface DateColumn {
	/** By item, the local time (see `domain/time.ts`). */
	readonly localTime: Float64Array;
	/** The order in which 3/4/2024 was read where other dates of the column decided it. */
	readonly orderFrom: 'dayFirst' | 'monthFirst' | null;
	/** Whether some dates exist only with the day first and others only with the month first. */
	readonly holdsBothOrders: boolean;
}

const LAST_YEAR = /^\s*9999|[-/. ]9999(?!\d)/;

/** What stands for "none" in a column of ends: nothing, or the last year that programs know. */
const isNoDate = (cell: unknown): boolean => isBlank(cell) || (typeof cell === 'string' && LAST_YEAR.test(cell));

/**
 * Reads a column of dates
 *
 * A column in which some dates exist in one order only (25/4/2024), and none in the other, has that order
 * throughout; without such a date, one that reads in two ways is a problem. Where a date may be missing
 * (`isOptional`), a cell that says nothing, and one in the year 9999, is NaN and no problem.
 */
export function readDates(
	items: readonly Item[],
	column: Column,
	format: DateFormat,
	zone: Zone,
	verdicts: Verdicts,
	isOptional = false,
): DateColumn {
	const { read } = asColumn(column);
	const reader = createDateReader({ format, zone });
	const localTime = new Float64Array(items.length);
	const faults: Array<readonly [item: number, code: ProblemCode]> = [];
	for (let item = 0; item < items.length; item++) {
		if (!verdicts.counts(item)) continue;
		const cell = read(items[item].json);
		const time = isOptional && isNoDate(cell) ? NaN : reader.read(cell);
		localTime[item] = time;
		if (Number.isNaN(time) && !(isOptional && isNoDate(cell))) faults.push([item, reader.fault]);
	}

	const { dayFirst, monthFirst } = reader.evidence;
	const isUndecided = format === 'automatic' && faults.some(([, code]) => code === 'ambiguousDate');
	if (isUndecided && (dayFirst === 0) !== (monthFirst === 0)) {
		const orderFrom = dayFirst > 0 ? 'dayFirst' : 'monthFirst';
		return { ...readDates(items, column, orderFrom, zone, verdicts, isOptional), orderFrom };
	}
	for (const [item, code] of faults) verdicts.fail(item, code, column);
	return { localTime, orderFrom: null, holdsBothOrders: dayFirst > 0 && monthFirst > 0 };
}
