/** Makes the columns of the streams' examples, each one customer as of 30 June 2024, from rows that a reader can follow. */
import type { GroupColumn } from '../../ledger/groups';
import type { History } from '../../ledger/history';
import { AMOUNT_SCALE, historyOf } from '../../ledger/history';
import { dayOfDate, MILLISECONDS_PER_DAY } from '../../time';
import type { Flags } from '../streamColumns';
import { NO, UNKNOWN, YES } from '../streamColumns';
import type { Windows } from '../windows';

/** Recent is 1 to 30 June 2024; usual the 180 days before, from 4 December 2023. */
export const exampleWindows: Windows = { asOf: dayOfDate(2024, 6, 30), recentDays: 30, usualDays: 180 };

/** The customer's first day, 3 March 2024: the customer's own part of the usual window has 90 days. */
export const exampleSince = dayOfDate(2024, 3, 3);

const MILLISECONDS_PER_MINUTE = 60_000;

/** `2024-06-28` or `2024-06-28 10:30` as a local time; NaN for an empty cell. */
export function exampleTime(text: string): number {
	if (text === '') return NaN;
	const [date, clock = '00:00'] = text.split(' ');
	const [year, month, day] = date.split('-').map(Number);
	const [hours, minutes] = clock.split(':').map(Number);
	return dayOfDate(year, month, day) * MILLISECONDS_PER_DAY + (hours * 60 + minutes) * MILLISECONDS_PER_MINUTE;
}

export const exampleTimes = (texts: readonly string[]): Float64Array => Float64Array.from(texts, exampleTime);

/** Numbers; NaN for an empty cell. */
export const exampleNumbers = (cells: ReadonlyArray<number | string>): Float64Array => Float64Array.from(cells, (cell) => (cell === '' ? NaN : Number(cell)));

/** The history of the one customer, with amounts in whole currency units where there are any. */
export const exampleHistory = (on: readonly string[], amounts: readonly number[] | null = null): History =>
	historyOf({
		customerCount: 1,
		customer: new Int32Array(on.length),
		localTime: exampleTimes(on),
		amount: amounts && Float64Array.from(amounts, (amount) => amount * AMOUNT_SCALE),
		currency: null,
		isVisit: new Uint8Array(on.length).fill(1),
	});

/** A column of names; an empty cell names nothing. */
export function exampleGroup(name: string, texts: readonly string[]): GroupColumn {
	const values = ['', ...new Set(texts.filter((text) => text !== ''))];
	return { name, values, valueOfRow: Int32Array.from(texts, (text) => values.indexOf(text)) };
}

const flagOfWord: Readonly<Record<string, number>> = { yes: YES, no: NO };

/** Cells of yes and no; anything else is not known. */
export const exampleFlags = (words: readonly string[]): Flags => Uint8Array.from(words, (word) => flagOfWord[word] ?? UNKNOWN);

/** Texts by row; an empty cell is none. */
export const exampleTexts =
	(texts: readonly string[]) =>
	(row: number): string | null =>
		texts[row] || null;
