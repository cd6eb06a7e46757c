/** How often a price is paid: words, codes and plan names as months. */
import { DAYS_PER_MONTH, DAYS_PER_YEAR, dayOfDate, isoDate } from '../domain/time';
import { tidyText } from './digits';

const MONTHS_OF_UNIT = {
	day: 1 / DAYS_PER_MONTH,
	week: 7 / DAYS_PER_MONTH,
	month: 1,
	quarter: 3,
	halfYear: 6,
	year: 12,
} as const;

type Unit = keyof typeof MONTHS_OF_UNIT;

/**
 * Beginnings of the words, as patterns, longest meaning first: "half-year" before "year", "півроку" before "року".
 * `!` ends a word, so that neither a Mobile plan is monthly nor a rock club's ("рок") yearly.
 */
const STEMS: ReadonlyArray<readonly [unit: Unit, stems: readonly string[]]> = [
	['halfYear', ['half-year', 'half year', 'halfyear', 'semi-annual', 'semiannual', 'biannual', 'bi-annual', 'півроку', 'піврічн', 'полгода', 'полугод', 'شش ماه', 'ششماه', 'نیم سال']],
	['quarter', ['quarter', 'квартал', 'سه ماه', 'سهماه', 'فصل']],
	['year', ['year', 'annual', 'annum', 'yrs?!', 'рік!', 'рок(?:у|и|ів)!', 'річн', 'год(?:а|у|ы)?!', 'годов', 'годн', 'лет!', 'سال!', 'سالان', 'سالیان', 'ساله']],
	['month', ['month', 'mos?!', 'mths?!', 'міс!', 'місяц', 'місяч', 'мес!', 'месяц', 'месяч', 'ماه!', 'ماهان', 'ماهیان', 'ماهه']],
	['week', ['week', 'wks?!', 'тиж', 'недел', 'هفته', 'هفتگی']],
	['day', ['day', 'daily', 'ден', 'дн', 'روز']],
];

const LETTERS_OF_UNIT: Readonly<Record<string, Unit>> = { d: 'day', w: 'week', m: 'month', q: 'quarter', y: 'year', a: 'year' };
const ISO_UNITS: Readonly<Record<string, Unit>> = { D: 'day', W: 'week', M: 'month', Y: 'year' };

/** What stands before a stem in one word: "every" as Ukrainian and Russian write it, "bi" and "semi". */
const PREFIXES = 'що|еже|по|bi-?|semi-?';

/** The stems of a unit at the start of a word, and the rest of that word. */
const patterns = STEMS.map(
	([unit, stems]) => [unit, new RegExp(`(?<!\\p{L})(?<prefix>${PREFIXES})?(?:${stems.join('|').replace(/!/g, '(?!\\p{L})')})\\p{L}*`, 'u')] as const,
);

/** Numbers as words, where they stand before a unit; Persian "three months" and "six months" are stems above. */
const NUMBER_WORDS: Readonly<Record<string, number>> = {
	one: 1, two: 2, three: 3, four: 4, six: 6, twelve: 12, 'every other': 2,
	два: 2, две: 2, дві: 2, три: 3, чотири: 4, четыре: 4, шість: 6, шесть: 6, دو: 2, سه: 3, چهار: 4, دوازده: 12,
};

/** A count that ends right before a unit's word, or is hyphenated to it. */
const COUNT_BEFORE = new RegExp(`(?:(?<![\\d.,])(\\d+(?:[.,]\\d+)?)|(?<!\\p{L})(${Object.keys(NUMBER_WORDS).join('|')}))[\\s-]*$`, 'u');

/** Words that say how often by themselves: "monthly", "annual", "ماهانه"; a number before one counts something else. */
const ADVERB = /ly$|annual|انه$|هفتگی$/u;

interface CountedUnit {
	readonly unit: Unit;
	readonly count: number;
}

/** The unit that a text names, in small letters, and the count that stands before its word, else 1. */
function unitNamedIn(text: string): CountedUnit | null {
	for (const [unit, pattern] of patterns) {
		const found = pattern.exec(text);
		if (!found) continue;
		const prefix = found.groups?.prefix ?? '';
		if (prefix.startsWith('semi')) return { unit, count: 0.5 };
		if (prefix.startsWith('bi')) return { unit, count: 2 };
		const counted = prefix === '' && !ADVERB.test(found[0]) ? COUNT_BEFORE.exec(text.slice(0, found.index)) : null;
		if (!counted) return { unit, count: 1 };
		const [, digits, word] = counted;
		return { unit, count: word ? NUMBER_WORDS[word] : Number(digits.replace(',', '.')) };
	}
	return null;
}

/** The interval in a text such as "monthly", "every 3 months", "P1Y", "12 міс", "سالانه"; null where it names none. */
function monthsInText(text: string): number | null {
	const iso = /^P(\d+)([DWMY])$/i.exec(text);
	if (iso) return Number(iso[1]) * MONTHS_OF_UNIT[ISO_UNITS[iso[2].toUpperCase()]];
	const lower = text.toLowerCase();
	const letter = /^(\d*)\s*([dwmqya])$/.exec(lower);
	if (letter) return Number(letter[1] || 1) * MONTHS_OF_UNIT[LETTERS_OF_UNIT[letter[2]]];
	const named = unitNamedIn(lower);
	return named && named.count * MONTHS_OF_UNIT[named.unit];
}

/** Bare numbers that are surely of months. */
const USUAL_MONTHS: readonly number[] = [1, 2, 3, 4, 6, 12, 24, 36];
const USUAL_WEEKS: readonly number[] = [1, 2, 4];

/** Bare numbers, from and to, that are as likely of days: a week, two, a month, a quarter, half a year, a year. */
const USUAL_DAYS = [[7, 7], [14, 14], [28, 31], [90, 92], [180, 184], [364, 366]] as const;

/** The number that a cell is and nothing else, in any digits; null for any other cell. */
function bareNumberIn(cell: unknown): number | null {
	if (typeof cell === 'number') return cell;
	const text = typeof cell === 'string' ? tidyText(cell) : '';
	return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
}

/**
 * For how many months is one price?
 *
 * A word in English, Ukrainian, Russian or Persian, a code (`P1Y`, `3m`), or a bare number of months that
 * prices are usually for. A number counts only right before its unit: "monthly (30 days)" is a month. A year
 * is 12 months, a week 7 days of months of 365/12. Null where it says nothing of the kind; `faultOfInterval` says why.
 */
export function monthsOfInterval(cell: unknown): number | null {
	const number = bareNumberIn(cell);
	if (number !== null) return USUAL_MONTHS.includes(number) ? number : null;
	if (typeof cell !== 'string') return null;
	const months = monthsInText(tidyText(cell));
	return months !== null && months > 0 ? months : null;
}

/** What is wrong with an interval that `monthsOfInterval` does not read: 30 may be days or months, "once" is neither. */
export function faultOfInterval(cell: unknown): 'ambiguousInterval' | 'unreadableInterval' {
	const number = bareNumberIn(cell);
	const mayBeDays = number !== null && Number.isInteger(number) && USUAL_DAYS.some(([from, to]) => number >= from && number <= to);
	return mayBeDays ? 'ambiguousInterval' : 'unreadableInterval';
}

/**
 * For how many months does a plan's name say that its price is: "pro annual" 12, "Basic monthly" 1?
 *
 * A number may be of seats or a year, so it counts only before the unit's word and where prices are usually for
 * so long: "Pro 6 months" 6, "Team 50 month" 1. Null where it names no interval.
 */
export function monthsInPlanName(plan: unknown): number | null {
	if (typeof plan !== 'string') return null;
	const named = unitNamedIn(tidyText(plan).toLowerCase());
	if (named === null || named.unit === 'day') return null;
	const { unit, count } = named;
	const isUsual = unit === 'week' ? USUAL_WEEKS.includes(count) : USUAL_MONTHS.includes(count * MONTHS_OF_UNIT[unit]);
	return (isUsual || count === 0.5 ? count : 1) * MONTHS_OF_UNIT[unit];
}

/** The day of the month, the number of the month since year 0, and the last day of that month. */
function calendarOf(day: number) {
	const [year, month, dayOfMonth] = isoDate(day).split('-').map(Number);
	const nextMonth = month === 12 ? dayOfDate(year + 1, 1, 1) : dayOfDate(year, month + 1, 1);
	return { dayOfMonth, month: year * 12 + month, isLastOfMonth: day + 1 === nextMonth };
}

/** Lengths in days at which prices are paid; any other length is of a period that was cut. */
const isUsualLength = (days: number): boolean => days === 1 || days % 7 === 0 || days % 30 === 0 || days % DAYS_PER_YEAR === 0;

/**
 * How often is a price paid that is for the days from `start` up to, not including, `end`?
 *
 * Every so many months where both fall on one day of the month, or the later or earlier on the last day of a
 * month too short for it; else every so many days, if days, weeks, thirty days or years fill it. A text that
 * `monthsOfInterval` reads; null for a length that no price is for, such as the rest of a month after a change.
 */
export function intervalBetween(start: number, end: number): string | null {
	if (!(start < end)) return null;
	const [first, last] = [calendarOf(start), calendarOf(end)];
	const months = last.month - first.month;
	const isCutEnd = last.isLastOfMonth && first.dayOfMonth > last.dayOfMonth;
	const isCutStart = first.isLastOfMonth && last.dayOfMonth > first.dayOfMonth;
	if (months > 0 && (first.dayOfMonth === last.dayOfMonth || isCutEnd || isCutStart)) return `${months} months`;
	return isUsualLength(end - start) ? `${end - start} days` : null;
}
