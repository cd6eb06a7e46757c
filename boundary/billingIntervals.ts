/** How often a price is paid: words, codes and plan names as months. */
import { DAYS_PER_MONTH } from '../domain/time';
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

/** Stems of the words, longest meaning first: "half-year" before "year", "півроку" before "рок". */
const STEMS: ReadonlyArray<readonly [unit: Unit, stems: readonly string[]]> = [
	['halfYear', ['half-year', 'half year', 'halfyear', 'semi-annual', 'semiannual', 'biannual', 'півроку', 'піврічн', 'полгода', 'полугод', 'شش ماه', 'ششماه', 'نیم سال']],
	['quarter', ['quarter', 'квартал', 'سه ماه', 'سهماه', 'فصل']],
	['year', ['year', 'annual', 'annum', 'yr', 'рік', 'рок', 'річн', 'год', 'лет', 'سال']],
	['month', ['month', 'mo', 'mth', 'місяц', 'міс', 'місяч', 'месяц', 'мес', 'месяч', 'ماه']],
	['week', ['week', 'wk', 'тиж', 'недел', 'هفته', 'هفتگی']],
	['day', ['day', 'daily', 'ден', 'дн', 'дня', 'щодня', 'روز']],
];

const LETTERS_OF_UNIT: Readonly<Record<string, Unit>> = { d: 'day', w: 'week', m: 'month', q: 'quarter', y: 'year', a: 'year' };
const ISO_UNITS: Readonly<Record<string, Unit>> = { D: 'day', W: 'week', M: 'month', Y: 'year' };

/** Whether a stem stands at the start of one of the words of a text, also behind "every" as Ukrainian and Russian write it. */
const hasStem = (text: string, stem: string) => new RegExp(`(?<!\\p{L})(?:що|еже|по)?${stem}`, 'u').test(text);

const unitNamedIn = (text: string): Unit | undefined => STEMS.find(([, stems]) => stems.some((stem) => hasStem(text, stem)))?.[0];

const countIn = (text: string): number => {
	if (/\bbi-?month|\bevery other month/.test(text)) return 2;
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
	const unit = unitNamedIn(lower.replace(/(?<!\p{L})(?:mo|yr|wk|mth)(?!\p{L})\.?/gu, (word) => ({ mo: 'month', mth: 'month', yr: 'year', wk: 'week' })[word.replace('.', '')] ?? word));
	if (unit === undefined || unit === 'day') return null;
	const count = /(\d+)[\s-]*(?:\p{L}+)/u.exec(lower);
	const isCounted = count !== null && unitNamedIn(count[0].replace(/^\d+[\s-]*/, '')) === unit;
	return (isCounted ? Number(count[1]) : 1) * MONTHS_OF_UNIT[unit];
}
