/**
 * Problems in words: what and where, then what to do and where else.
 *
 * No person's data may reach a log, and n8n logs messages; so a message quotes a cell only where it can be
 * nothing but a date or an amount. The error branch gets the cell itself in `details.received`.
 */
import type { Problem, ProblemCode } from '../domain/problems';
import { problemFaults } from '../domain/problems';

interface Advice {
	readonly expected: string;
	readonly remedy: string;
}

const LEAVE_OUT = 'or set "When a Row Is Unusable" to "Leave Out"';

const advice: Record<ProblemCode, Advice> = {
	ambiguousAmount: {
		expected: 'an amount that reads in one way, such as 1234.50',
		remedy: 'Say under "How the Data Is Written" whether the decimal mark is a point or a comma',
	},
	ambiguousAmountUnit: {
		expected: 'to know whether 1999 means 1,999 or 19.99',
		remedy: 'Set "Amount Unit" under "How the Data Is Written" to "Whole Units" or to "Smallest Coin (Cents)"',
	},
	ambiguousDate: {
		expected: 'a date that reads in one way, such as 2024-04-03',
		remedy: 'Say under "How the Data Is Written" whether the day or the month comes first',
	},
	amountTooLarge: {
		expected: 'an amount below 900 billion',
		remedy: `Check whether the amount column is the right one, ${LEAVE_OUT}`,
	},
	blankCustomer: {
		expected: 'an id, an e-mail address or another name that tells customers apart',
		remedy: `Fill in the customer, choose another "Customer Column", ${LEAVE_OUT}`,
	},
	columnNotRecognised: {
		expected: 'a column with a usual name in English, Ukrainian, Russian or Persian',
		remedy: 'Drag the column from the input onto the field of that name',
	},
	duplicateRow: {
		expected: 'each order once',
		remedy: `Remove the repeated rows (n8n's Remove Duplicates does), ${LEAVE_OUT}`,
	},
	endsBeforeItStarts: {
		expected: 'an end on or after the start',
		remedy: `Swap the two columns, ${LEAVE_OUT}`,
	},
	invalidSetting: {
		expected: 'a value the setting can take',
		remedy: 'Change the setting; where it is an expression, look at what it gives',
	},
	missingColumn: {
		expected: 'the name of a column that the input has',
		remedy: 'Drag the column from the input onto the field again, or empty the field to have it found',
	},
	startsInFuture: {
		expected: 'a date up to today',
		remedy: `Correct the date, set "As Of" to a later day, ${LEAVE_OUT}`,
	},
	tooManyGroups: {
		expected: 'a column with at most 1,000 different values, such as a country or a plan',
		remedy: 'Choose another column under "Group By"',
	},
	unreadableAmount: {
		expected: 'a number, or text such as 1234.50, 1 234,50 or €1,234.50',
		remedy: `Correct the amount, choose another "Amount Column", ${LEAVE_OUT}`,
	},
	unreadableDate: {
		expected: 'a date such as 2024-04-03, 2024-04-03T12:30:00Z or 25.04.2024',
		remedy: `Correct the date, choose another "Date Column", set "Date Format", ${LEAVE_OUT}`,
	},
};

const LONGEST_QUOTE = 24;
const NUMBER_OR_DATE = /^[\d\s.,:;/+−\-TZ%]*$/;

const QUOTED_CODES = new Set<ProblemCode>([
	'ambiguousAmount',
	'ambiguousDate',
	'amountTooLarge',
	'startsInFuture',
	'unreadableAmount',
	'unreadableDate',
]);

/** A cell, quoted where that is allowed and it can be nothing but a date or an amount; else its kind and length. */
function cellInWords(cell: unknown, mayQuote: boolean): string {
	if (cell === undefined || cell === null) return 'nothing';
	if (typeof cell === 'object') return Array.isArray(cell) ? 'a list' : 'an object';
	const text = String(cell);
	if (text.trim() === '') return 'nothing';
	if (mayQuote && text.length <= LONGEST_QUOTE && NUMBER_OR_DATE.test(text)) return `"${text}"`;
	return `a ${typeof cell === 'string' ? 'text' : typeof cell} of ${text.length} characters`;
}

/** What was found, told without giving away a person's data. */
function receivedInWords({ code, received }: Problem): string {
	if (code === 'tooManyGroups') return `${received as number} different values`;
	if (code === 'columnNotRecognised') return `the columns ${(received as string[]).join(', ')}`;
	if (code === 'invalidSetting') return JSON.stringify(received) ?? 'nothing';
	return cellInWords(received, QUOTED_CODES.has(code));
}

/** `customer` and `date` are roles where no column was recognised; elsewhere `column` is the column's own name. */
function placeOf({ code, item, column }: Problem): string {
	if (code === 'columnNotRecognised') return `"${column === 'customer' ? 'Customer Column' : 'Date Column'}"`;
	if (code === 'invalidSetting') return `"${column}"`;
	return item === null ? `Column "${column}"` : `Row ${item + 1}, column "${column}"`;
}

/** What is wrong and where: `Row 4, column "endedOn": ends before it starts`. */
export const messageOf = (problem: Problem): string => `${placeOf(problem)}: ${problemFaults[problem.code]}`;

const ROWS_NAMED = 5;

function rowsInWords(rows: readonly number[]): string {
	const named = rows.slice(0, ROWS_NAMED).join(', ');
	const further = rows.length - ROWS_NAMED;
	if (further > 0) return `rows ${named} and ${further} more`;
	return rows.length === 1 ? `row ${named}` : `rows ${named}`;
}

/** The remedy of the first problem, where else it is, and which others there are. */
export function descriptionOf(problems: readonly Problem[]): string {
	const [first, ...others] = problems;
	const { expected, remedy } = advice[first.code];
	const rowsOf = (code: ProblemCode) => others.filter((problem) => problem.code === code).map(({ item }) => (item ?? 0) + 1);
	const sameFault = rowsOf(first.code);
	const otherCodes = [...new Set(others.map(({ code }) => code))].filter((code) => code !== first.code);
	return [
		`Received ${receivedInWords(first)}, expected ${expected}.`,
		`${remedy}.`,
		...(sameFault.length > 0 ? [`The same in ${rowsInWords(sameFault)}.`] : []),
		...otherCodes.map((code) => `In ${rowsInWords(rowsOf(code))}: ${problemFaults[code]}.`),
	].join(' ');
}

/** A problem as data, for the error branch. Rows count from 1, as people count them. */
export interface ProblemDetails {
	readonly code: ProblemCode;
	readonly row: number | null;
	readonly column: string;
	readonly received: unknown;
	readonly expected: string;
	readonly remedy: string;
}

export function detailsOf({ code, item, column, received }: Problem): ProblemDetails {
	const { expected, remedy } = advice[code];
	return { code, row: item === null ? null : item + 1, column, received: received ?? null, expected, remedy };
}
