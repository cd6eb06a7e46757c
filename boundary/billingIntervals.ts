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

/** The stems of a unit at the start of a word, also behind "every" as Ukrainian and Russian write it, and behind "bi". */
const patterns = STEMS.map(([unit, stems]) => [unit, new RegExp(`(?<!\\p{L})(?:що|еже|по|bi-?)?(?:${stems.join('|').replace(/!/g, '(?!\\p{L})')})`, 'u')] as const);

const unitNamedIn = (text: string): Unit | undefined => patterns.find(([, pattern]) => pattern.test(text))?.[0];

const countIn = (text: string): number => {
	if (/\bbi-?(?:month|week)|\bevery other /.test(text)) return 2;
	return Number(/(\d+(?:[.,]\d+)?)/.exec(text)?.[1].replace(',', '.') ?? 1);
};

/** The interval in a text such as "monthly", "every 3 months", "P1Y", "12 міс", "سالانه"; null where it names none. */
function monthsInText(text: string): number | null {
	const iso = /^P(\d+)([DWMY])$/i.exec(text);
	if (iso) return Number(iso[1]) * MONTHS_OF_UNIT[ISO_UNITS[iso[2].toUpperCase()]];
	const lower = text.toLowerCase();
	const letter = /^(\d*)\s*([dwmqya])$/.exec(lower);
	if (letter) return Number(letter[1] || 1) * MONTHS_OF_UNIT[LETTERS_OF_UNIT[letter[2]]];
	const unit = unitNamedIn(lower);
	return unit === undefined ? null : countIn(lower) * MONTHS_OF_UNIT[unit];
}

/**
 * For how many months is one price?
 *
 * A word in English, Ukrainian, Russian or Persian, a code (`P1Y`, `3m`), or a bare number, which is of months.
 * A year is 12 months, a week 7 days of months of 365/12. Null where it says nothing of the kind.
 */
export function monthsOfInterval(cell: unknown): number | null {
	if (typeof cell === 'number') return cell > 0 && Number.isFinite(cell) ? cell : null;
	if (typeof cell !== 'string') return null;
	const text = tidyText(cell);
	if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) > 0 ? Number(text) : null;
	const months = monthsInText(text);
	return months !== null && months > 0 ? months : null;
}

/** For how many months a plan's name says that its price is: "pro annual" 12, "Basic monthly" 1; null where it does not say. */
export function monthsInPlanName(plan: unknown): number | null {
	if (typeof plan !== 'string') return null;
	const lower = tidyText(plan).toLowerCase();
	const unit = unitNamedIn(lower);
	if (unit === undefined || unit === 'day') return null;
	const count = /(\d+)[\s-]*(?:\p{L}+)/u.exec(lower);
	const isCounted = count !== null && unitNamedIn(count[0].replace(/^\d+[\s-]*/, '')) === unit;
	return (isCounted ? Number(count[1]) : 1) * MONTHS_OF_UNIT[unit];
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
