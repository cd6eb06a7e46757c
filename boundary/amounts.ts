/**
 * Reads a cell as an amount of money, exactly, or refuses it.
 *
 * Invariants:
 * - An amount is a whole number of 1/10,000, at most Number.MAX_SAFE_INTEGER from 0, so that sums
 *   are exact and do not depend on their order.
 * - Decimals of text are never floating-point numbers: 1.005 is 10,050, not 10,049.999.
 */
import { currencyNamedBy } from './currencies';
import { digitOf, tidyText } from './digits';

/** Which mark stands before the decimals where text leaves it open, as in `1,234` and `1.234`. */
export type DecimalMark = 'automatic' | 'point' | 'comma';

export type AmountFault = 'unreadableAmount' | 'ambiguousAmount' | 'amountTooLarge';

export interface AmountReader {
	/** The cell as a whole number of 1/10,000, or NaN with `fault` set. Never throws. */
	read(value: unknown): number;
	/** Why the last cell that gave NaN did. */
	readonly fault: AmountFault;
	/** The currency the last cell read names (see `currencyNamedBy`), '' when it names none. */
	readonly currency: string;
	/** How many texts so far, such as `12,50` and `1.234.567`, allow one decimal mark only. Never reset. */
	readonly evidence: { readonly point: number; readonly comma: number };
}

const TEN_THOUSANDTHS = 10_000;

/** No amount anybody writes is longer. */
const LONGEST_TEXT = 64;

/**
 * Up to here a number differs by less than 1/100 of a ten-thousandth, its own error and that of the
 * product together (2 ** 45 * 2 ** -52), from the decimal it is shown as. If its product is not
 * within twice that of a half, it rounds as the decimal does; else the decimal itself is read.
 */
const LARGEST_CLOSE_PRODUCT = 2 ** 45;
const FARTHEST_FROM_WHOLE = 0.48;

const COMMA = 0x2c;
const POINT = 0x2e;
const PERSIAN_DECIMAL = 0x66b;
const PERSIAN_THOUSANDS = 0x66c;
const APOSTROPHE = 0x27;
const SPACE = 0x20;

/** Spaces of all widths count as one mark, and so do the two apostrophes; 0 for what is no mark at all. */
function markOf(code: number): number {
	if (code === COMMA || code === POINT || code === PERSIAN_DECIMAL || code === PERSIAN_THOUSANDS) return code;
	if (code === APOSTROPHE || code === 0x2019) return APOSTROPHE;
	if (code === SPACE || code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200a)) return SPACE;
	return 0;
}

const isDecimalMark = (code: number) => code === COMMA || code === POINT || code === PERSIAN_DECIMAL;

/** A sign or bracket may stand at either end of what surrounds a number, a currency between them. */
const beforeNumber = /^([+−(-])?(?: ?([^+−()-]+?))?(?: ?([+−(-]))?$/;
const behindNumber = /^([−)-])?(?: ?([^−()-]+?))?(?: ?([−)-]))?$/;

interface Surroundings {
	readonly negative: boolean;
	readonly currency: string;
}

/** What stands before and behind a number, null when it is anything but at most one sign and one currency. */
function readSurroundings(before: string, behind: string): Surroundings | null {
	const start = beforeNumber.exec(tidyText(before));
	const end = behindNumber.exec(tidyText(behind));
	if (start === null || end === null) return null;

	const marks = [start[1], start[3], end[1], end[3]].filter((mark) => mark !== undefined).join('');
	if (!['', '+', '-', '−', '()'].includes(marks)) return null;

	const words = [start[2], end[2]].flatMap((text) => text?.split(' ') ?? []);
	const currency = currencyNamedBy(words);
	return currency === undefined ? null : { negative: marks !== '' && marks !== '+', currency };
}

/** The place of a text's first digit, or of the mark before it in ".5"; the text's length when it has none. */
function numberStart(text: string): number {
	let start = 0;
	while (start < text.length && digitOf(text.charCodeAt(start)) < 0) start += 1;
	const isMarkBefore = start > 0 && start < text.length && isDecimalMark(text.charCodeAt(start - 1));
	// In "Rs.500" the mark ends the word.
	return isMarkBefore && !/\p{L}/u.test(text[start - 2] ?? '') ? start - 1 : start;
}

function numberEnd(text: string): number {
	let end = text.length;
	while (end > 0 && digitOf(text.charCodeAt(end - 1)) < 0) end -= 1;
	return end;
}

/**
 * Which mark stands before the decimals of the number from `start` to `end`?
 *
 * `mark` is the only possible one, 'any' where neither comma nor point is written for it, 'open'
 * where both are possible; `at` is its place, or that of the single mark in question, or `end`.
 * Null when there is a character that is in no number.
 */
function findDecimalMark(text: string, start: number, end: number) {
	let commas = 0;
	let points = 0;
	let lastAt = end;
	let persianAt = -1;
	let hasOtherMarks = false;
	for (let at = start; at < end; at += 1) {
		const code = text.charCodeAt(at);
		if (digitOf(code) >= 0) continue;
		const mark = markOf(code);
		if (mark === 0) return null;
		if (mark === COMMA) commas += 1;
		else if (mark === POINT) points += 1;
		else if (mark === PERSIAN_DECIMAL) persianAt = at;
		else hasOtherMarks = true;
		if (mark === COMMA || mark === POINT) lastAt = at;
	}
	if (persianAt >= 0) return { at: persianAt, mark: 'any' } as const;
	if (commas + points === 0) return { at: end, mark: 'any' } as const;

	const last = text.charCodeAt(lastAt) === COMMA ? 'comma' : 'point';
	if (commas > 0 && points > 0) return { at: lastAt, mark: last } as const;
	if (commas + points > 1) return { at: end, mark: last === 'comma' ? 'point' : 'comma' } as const;

	const digitsBefore = lastAt - start;
	const couldGroup = digitsBefore >= 1 && digitsBefore <= 3 && digitOf(text.charCodeAt(start)) !== 0;
	const isOpen = couldGroup && end - lastAt === 4 && !hasOtherMarks;
	return { at: lastAt, mark: isOpen ? 'open' : last } as const;
}

/**
 * The whole part of a number, NaN when its digits are not grouped as anybody groups them: by threes,
 * or in India the last three and twos before them, always with the same mark.
 */
function readWhole(text: string, start: number, end: number): number {
	let whole = 0;
	let groupMark = 0;
	let firstSize = 0;
	let groupSize = 0;
	let digits = 0;
	for (let at = start; at < end; at += 1) {
		const code = text.charCodeAt(at);
		const digit = digitOf(code);
		if (digit >= 0) {
			whole = whole * 10 + digit;
			digits += 1;
			continue;
		}
		const mark = markOf(code);
		if (groupMark === 0) {
			if (digits < 1 || digits > 3 || digitOf(text.charCodeAt(start)) === 0) return NaN;
			groupMark = mark;
			firstSize = digits;
		} else {
			const isGroup = digits === 3 || (digits === 2 && firstSize <= 2 && mark === COMMA);
			const isAsBefore = groupSize === 0 || groupSize === digits;
			if (mark !== groupMark || !isGroup || !isAsBefore) return NaN;
			groupSize = digits;
		}
		digits = 0;
	}
	return groupMark !== 0 && digits !== 3 ? NaN : whole;
}

/** The decimals from `start` on as ten-thousandths, half a one and more counting as one; NaN when there is a mark. */
function readDecimals(text: string, start: number, end: number): number {
	let decimals = 0;
	let weight = 1000;
	for (let at = start; at < end; at += 1) {
		const digit = digitOf(text.charCodeAt(at));
		if (digit < 0) return NaN;
		if (at === start + 4 && digit >= 5) decimals += 1;
		decimals += digit * Math.floor(weight);
		weight /= 10;
	}
	return decimals;
}

/** An amount without its sign from its two parts; Infinity when it is too large to be exact. */
function joinParts(whole: number, decimals: number): number {
	const amount = whole * TEN_THOUSANDTHS + decimals;
	return amount > Number.MAX_SAFE_INTEGER ? Infinity : amount;
}

/** A number without its sign as ten-thousandths, rounded as the decimal it is shown as. */
function fromNumber(number: number): number {
	const product = number * TEN_THOUSANDTHS;
	const rounded = Math.round(product);
	if (product < LARGEST_CLOSE_PRODUCT && Math.abs(product - rounded) < FARTHEST_FROM_WHOLE) return rounded;
	if (product > 2 * Number.MAX_SAFE_INTEGER) return Infinity;
	const text = String(number);
	const point = text.includes('.') ? text.indexOf('.') : text.length;
	return joinParts(readWhole(text, 0, point), readDecimals(text, point + 1, text.length));
}

const fromBigint = (number: bigint) => joinParts(Number(number), 0);

/**
 * A reader of amount cells.
 *
 * Question: which amount, in units of 1/10,000 of its currency, does a cell name?
 *
 * Numbers, bigints and text are read: with a comma or a point before the decimals, digits grouped by
 * the other mark, spaces, apostrophes or the Persian mark, in three scripts; negative with a minus
 * on either side or in brackets; with a currency on either side. The fifth decimal rounds, half away
 * from 0. A single mark with one to three digits before it and three behind it is ambiguous unless
 * the decimal mark is given; text that contradicts the given mark is unreadable, not reinterpreted.
 *
 * O(1) per cell: text of more than 64 characters is refused unread.
 */
export function createAmountReader({ decimalMark }: { decimalMark: DecimalMark }): AmountReader {
	let fault: AmountFault = 'unreadableAmount';
	let currency = '';
	const evidence = { point: 0, comma: 0 };
	/** A column repeats its few surroundings; those that a hostile column invents are not kept. */
	const knownSurroundings = new Map<string, Surroundings | null>();

	function surroundingsOf(text: string, start: number, end: number): Surroundings | null {
		const before = text.slice(0, start);
		const behind = text.slice(end);
		// Neither part has a digit, so the 0 keeps them apart.
		const key = `${before}0${behind}`;
		const known = knownSurroundings.get(key);
		if (known !== undefined) return known;
		const surroundings = readSurroundings(before, behind);
		if (knownSurroundings.size < 100) knownSurroundings.set(key, surroundings);
		return surroundings;
	}

	function finish(amount: number, negative: boolean): number {
		if (amount === Infinity) return refuse('amountTooLarge');
		return negative && amount !== 0 ? -amount : amount;
	}

	function refuse(reason: AmountFault): number {
		fault = reason;
		currency = '';
		return NaN;
	}

	function readText(text: string): number {
		const start = numberStart(text);
		const end = numberEnd(text);
		if (start >= end) return refuse('unreadableAmount');
		const isBare = start === 0 && end === text.length;
		const surroundings = isBare ? null : surroundingsOf(text, start, end);
		if (!isBare && surroundings === null) return refuse('unreadableAmount');

		const found = findDecimalMark(text, start, end);
		if (found === null) return refuse('unreadableAmount');
		const { at, mark } = found;
		if (mark === 'open' && decimalMark === 'automatic') return refuse('ambiguousAmount');

		const markIsComma = text.charCodeAt(at) === COMMA;
		const groupsOnly = mark === 'open' && markIsComma !== (decimalMark === 'comma');
		const decimalAt = groupsOnly ? end : at;
		const amount = joinParts(readWhole(text, start, decimalAt), readDecimals(text, decimalAt + 1, end));
		if (Number.isNaN(amount)) return refuse('unreadableAmount');

		if (mark === 'point' || mark === 'comma') {
			evidence[mark] += 1;
			if (decimalMark !== 'automatic' && mark !== decimalMark) return refuse('unreadableAmount');
		}
		currency = surroundings?.currency ?? '';
		return finish(amount, surroundings?.negative ?? false);
	}

	return {
		read(value) {
			currency = '';
			if (typeof value === 'number') {
				return Number.isFinite(value) ? finish(fromNumber(Math.abs(value)), value < 0) : refuse('unreadableAmount');
			}
			if (typeof value === 'string') return value.length > LONGEST_TEXT ? refuse('unreadableAmount') : readText(value);
			if (typeof value === 'bigint') return finish(fromBigint(value < 0n ? -value : value), value < 0n);
			return refuse('unreadableAmount');
		},
		get fault() {
			return fault;
		},
		get currency() {
			return currency;
		},
		evidence,
	};
}
