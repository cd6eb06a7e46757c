/**
 * Problems in words: what and where, then what to do and where else.
 *
 * No person's data may reach a log, and n8n logs messages; so a message quotes a cell only where it can be
 * nothing but a date or an amount. The error branch gets the cell itself in `details.received`.
 */
import { toAsciiDigits } from './digits';
import { isBlank } from './paths';
import type { Problem, ProblemCode } from '../domain/problems';
import { problemFaults } from '../domain/problems';

interface Advice {
	readonly expected: string;
	readonly remedy: string;
}

const LEAVE_OUT = 'or set "When a Row Is Unusable" to "Leave Out"';

/** What would have been right and what puts it right, by code; the docs list it. */
export const advice: Record<ProblemCode, Advice> = {
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
	ambiguousInterval: {
		expected: 'an interval with its unit, such as 30 days or 1 month',
		remedy: 'Write "30 days" or "1 month", or set "Price Is For" under "Subscriptions"',
	},
	amountTooLarge: {
		expected: 'an amount below 900 billion',
		remedy: `Check whether the amount column is the right one, ${LEAVE_OUT}`,
	},
	ambiguousOrderTotal: {
		expected: 'to know whether each row has its own price or repeats the total of its order',
		remedy: 'Set "Amount Is" under "How the Data Is Written" to "Of Each Row" or to "Of the Whole Order"',
	},
	blankCustomer: {
		expected: 'an id, an e-mail address or another name that tells customers apart',
		remedy: `Fill in the customer, choose another "Customer Column", ${LEAVE_OUT}`,
	},
	cancelledWithoutEnd: {
		expected: 'the day on which it ended',
		remedy: `Add the day on which each cancelled one ended, in a column of its own, or correct the status of those that go on, ${LEAVE_OUT}`,
	},
	columnNotRecognised: {
		expected: 'a column with a usual name in English, Ukrainian, Russian or Persian',
		remedy: 'Drag the column from the input onto the field of that name',
	},
	customerTwice: {
		expected: 'one item a customer',
		remedy: `Let one Customer Activity read all rows, ${LEAVE_OUT}`,
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
	internalFault: {
		expected: 'figures',
		remedy: 'Please report it with the settings of the node',
	},
	missingColumn: {
		expected: 'the name of a column that the input has',
		remedy: 'Drag the column from the input onto the field again, or empty the field to have it found',
	},
	negativePrice: {
		expected: 'a price of 0 or more',
		remedy: `Correct the price; a discount lowers it, it is no row of its own, ${LEAVE_OUT}`,
	},
	noActivityItem: {
		expected: 'an item as Customer Activity of this version gives it',
		remedy: `Connect Customer Activity and pass on all its fields, activityVersion too, or set "Input Is" to "Purchases" where these are orders, ${LEAVE_OUT}`,
	},
	otherAsOf: {
		expected: 'the same As Of in all items',
		remedy: `Let one run of Customer Activity give all items, ${LEAVE_OUT}`,
	},
	otherHorizon: {
		expected: 'the same horizon in all items',
		remedy: `Let one run of Customer Forecast give all items, ${LEAVE_OUT}`,
	},
	purchasesDisagree: {
		expected: 'figures of the same purchases',
		remedy: `Pass on all fields of an item as one run of Customer Activity gave them, ${LEAVE_OUT}`,
	},
	startsInFuture: {
		expected: 'a date up to today',
		remedy: `Correct the date, set "As Of" to a later day, ${LEAVE_OUT}`,
	},
	tooManyGroups: {
		expected: 'a column with at most 1,000 different values, such as a country or a plan',
		remedy: 'Choose another column under "Group By"',
	},
	twoCurrencies: {
		expected: 'one currency a row',
		remedy: `Correct the amount or the currency, ${LEAVE_OUT}`,
	},
	twoPlansAtOnce: {
		expected: 'one plan from each moment on',
		remedy: `Give the later one a later date, or a time of day, ${LEAVE_OUT}`,
	},
	unknownLevel: {
		expected: 'healthy, watch, atRisk or gone',
		remedy: 'Give the rows of the output State as they were, from a Data Table of their own',
	},
	unreadableAmount: {
		expected: 'a number, or text such as 1234.50, 1 234,50 or €1,234.50',
		remedy: `Correct the amount, choose another "Amount Column", ${LEAVE_OUT}`,
	},
	unreadableNumber: {
		expected: 'a number such as 9 or 4.5',
		remedy: `Correct the number, choose another column, ${LEAVE_OUT}`,
	},
	unreadableDate: {
		expected: 'a date such as 2024-04-03, 2024-04-03T12:30:00Z or 25.04.2024',
		remedy: `Correct the date, choose another column of dates, set "Date Format" where it is Jalali or a spreadsheet's number, ${LEAVE_OUT}`,
	},
	unreadableInterval: {
		expected: 'a word such as monthly or yearly, or 1, 2, 3, 4, 6, 12, 24 or 36 for months',
		remedy: `Correct the interval, choose another column under "Subscriptions", ${LEAVE_OUT}`,
	},
};

const A_DATE = /^\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2})( .{1,14})?$|^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}([ T].{1,14})?$/;
const AN_AMOUNT = /^[-+(]?(\d[\d ]{0,11}([.,-]\d{1,4}){1,4}|\d{1,6})\)?$/;
const SCORES = /^\d(?: ?[-\u2010-\u2015\u2212,;\u060c] ?\d){0,4}$/;
const A_SMALL_NUMBER = /^\d{1,3}(\.0{1,4})?$/;

/** What a cell may look like to be quoted; an amount, a date or a few digits and nothing that could be a number to call or to pay with. */
const quotable: Partial<Record<ProblemCode, RegExp>> = {
	ambiguousAmount: AN_AMOUNT,
	ambiguousAmountUnit: AN_AMOUNT,
	ambiguousDate: A_DATE,
	ambiguousInterval: A_SMALL_NUMBER,
	endsBeforeItStarts: A_DATE,
	invalidSetting: SCORES,
	negativePrice: AN_AMOUNT,
	otherAsOf: A_DATE,
	purchasesDisagree: AN_AMOUNT,
	startsInFuture: A_DATE,
	twoPlansAtOnce: A_DATE,
	unreadableAmount: AN_AMOUNT,
	unreadableNumber: AN_AMOUNT,
	unreadableDate: A_DATE,
};

/** A cell, quoted where that is allowed, else its kind and length. */
function cellInWords(cell: unknown, mayQuote: RegExp | undefined): string {
	if (isBlank(cell)) return 'nothing';
	if (typeof cell === 'boolean') return String(cell);
	if (typeof cell === 'object') return Array.isArray(cell) ? 'a list' : 'an object';
	const text = String(cell);
	if (mayQuote?.test(toAsciiDigits(text))) return `"${text}"`;
	return typeof cell === 'string' ? `a text of ${text.length} characters` : `a number of ${text.length} digits`;
}

/** Choices of settings that may be refused: words of ours, which may be told. */
const CHOICES = new Set<unknown>(['automatic', 'purchases', 'visits', 'subscriptions', 'lifetimes', 'curve', 'causes']);

/** What was found, told without giving away a person's data; null where nothing can be said. */
function receivedInWords({ code, received }: Problem): string | null {
	if (code === 'missingColumn' || code === 'ambiguousOrderTotal' || code === 'internalFault') return null;
	if (code === 'tooManyGroups') return `${countFormat.format(received as number)} different values`;
	if (code === 'columnNotRecognised') return `${(received as string[]).length} columns`;
	if (code === 'invalidSetting' && typeof received === 'number') return String(received);
	if (code === 'invalidSetting' && CHOICES.has(received)) return `"${received as string}"`;
	return cellInWords(received, quotable[code]);
}

/** A column's name, unless an expression gave what may be a person's data in its place. */
function columnInWords(column: string): string {
	const mayBePersonal = column.includes('@') || /\d{7}/.test(column.replace(/[\s()-]/g, ''));
	return mayBePersonal ? 'chosen' : `"${column}"`;
}

const NAMES_OF_ROLES: Readonly<Record<string, string>> = { amount: 'Amount Column', customer: 'Customer Column', reason: 'Reason Column', date: 'Date Column', start: 'Start Column' };

/** `customer`, `date` and `start` are roles where no column was recognised; elsewhere `column` is the column's own name. */
function placeOf({ code, item, column }: Problem): string {
	if (code === 'columnNotRecognised') return `"${NAMES_OF_ROLES[column] ?? 'Date Column'}"`;
	if (code === 'invalidSetting') return `"${column}"`;
	if (code === 'internalFault') return `This node (${column})`;
	return item === null ? `Column ${columnInWords(column)}` : `Row ${item + 1}, column ${columnInWords(column)}`;
}

/** What is wrong and where: `Row 4, column "endedOn": ends before it starts`. */
export const messageOf = (problem: Problem): string => `${streamOf(problem)}${placeOf(problem)}: ${problemFaults[problem.code]}`;

const streamOf = ({ stream }: Problem): string => (stream ? `${stream.title}: ` : '');

const ROWS_NAMED = 5;

/** Each row once: several of its cells may have one fault. */
function rowsInWords(withFault: readonly number[]): string {
	const rows = [...new Set(withFault)];
	const named = rows.slice(0, ROWS_NAMED).join(', ');
	const further = rows.length - ROWS_NAMED;
	if (further > 0) return `rows ${named} and ${further} more`;
	return rows.length === 1 ? `row ${named}` : `rows ${named}`;
}

const rowOf = ({ item }: Problem) => item! + 1;
const countFormat = new Intl.NumberFormat('en-US');

/** The codes in some problems, in the order in which they come up. */
const codesIn = (problems: readonly Problem[]) => [...new Set(problems.map(({ code }) => code))];

const withCode = (problems: readonly Problem[], code: ProblemCode) => problems.filter((problem) => problem.code === code);

/** What is wrong with which rows: `no customer is named in row 3; the date cannot be read in rows 4, 9`. */
export const faultsInWords = (problems: readonly Problem[]): string =>
	codesIn(problems)
		.map((code) => `${problemFaults[code]} in ${rowsInWords(withCode(problems, code).map(rowOf))}`)
		.join('; ');

function otherPlaces(first: Problem, others: readonly Problem[]): string[] {
	if (first.item === null) return others.map((problem) => `${messageOf(problem)}.`);
	const ofStream = others.filter(({ stream, item }) => stream?.input === first.stream?.input && item !== null);
	const sameFault = withCode(ofStream, first.code).map(rowOf);
	const otherFaults = ofStream.filter(({ code }) => code !== first.code);
	const elsewhere = others.filter((problem) => !ofStream.includes(problem));
	return [
		...(sameFault.length > 0 ? [`The same in ${rowsInWords(sameFault)}.`] : []),
		...codesIn(otherFaults).map((code) => `In ${rowsInWords(withCode(otherFaults, code).map(rowOf))}: ${problemFaults[code]}.`),
		...(elsewhere.length > 0 ? [`${messageOf(elsewhere[0])}.`] : []),
	];
}

/** The remedy of the first problem, where else it is, and which others there are. */
export function descriptionOf(problems: readonly Problem[]): string {
	const [first, ...others] = problems;
	const { expected, remedy } = adviceOn(first);
	const received = receivedInWords(first);
	const gap = received === null ? `Expected ${expected}.` : `Received ${received}, expected ${expected}.`;
	return [gap, `${remedy}.`, ...otherPlaces(first, others)].join(' ');
}

/** The advice of the code, made more exact where the problem says more. */
const adviceOn = ({ code, expected, remedy, stream }: Problem): Advice => ({
	...advice[code],
	...(expected === undefined ? {} : { expected }),
	...(remedy === undefined ? {} : { remedy }),
	...(code === 'columnNotRecognised' && stream ? { remedy: `Add the setting of that name under "${stream.title}: Source and Columns" and drag the column onto it` } : {}),
});

/** A problem as data, for the error branch. Rows count from 1, as people count them. */
export interface ProblemDetails {
	readonly code: ProblemCode;
	readonly row: number | null;
	readonly column: string;
	readonly received: unknown;
	readonly expected: string;
	readonly remedy: string;
}

export function detailsOf(problem: Problem): ProblemDetails {
	const { code, item, column, received } = problem;
	return { code, row: item === null ? null : item + 1, column, received: received ?? null, ...adviceOn(problem) };
}
