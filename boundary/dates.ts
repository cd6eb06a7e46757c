/**
 * Reads a cell as a point in time on the flow's wall clock, or refuses it.
 *
 * Invariants:
 * - Nothing is clamped or guessed: a cell has exactly one reading or it has a fault.
 * - Every reading lies in the years 1900 to 2199. Gregorian years outside are Jalali or Buddhist
 *   years, typing slips, or stand-ins such as 0001-01-01 and 9999-12-31 for "none".
 */
import { MILLISECONDS_PER_DAY, dayOfDate, dayOfJalaliDate, type Zone } from '../domain/time';
import { tidyText } from './digits';

/**
 * What a column's dates mean where their text leaves it open. Each reads all that `automatic` reads,
 * and decides one thing more:
 * - `dayFirst`, `monthFirst`: the order in `3/4/2024` and `3-4-2024`
 * - `jalali`: dates with the year first and between 1300 and 1499 are of the Iranian solar calendar
 * - `spreadsheetSerial`: a number is a count of days since 30 December 1899, its fraction the time,
 *   and never an epoch or a date written in eight digits
 */
export type DateFormat = 'automatic' | 'dayFirst' | 'monthFirst' | 'jalali' | 'spreadsheetSerial';

export type DateFault = 'unreadableDate' | 'ambiguousDate';

export interface DateReader {
	/** The cell as local time in milliseconds (see `domain/time.ts`), or NaN with `fault` set. Never throws. */
	read(value: unknown): number;
	/** Why the last cell that gave NaN did. */
	readonly fault: DateFault;
	/** How many dates so far, such as 25/4/2024, exist in one order only. Never reset. */
	readonly evidence: { readonly dayFirst: number; readonly monthFirst: number };
}

type Reading = number | DateFault;

const FIRST_YEAR = 1900;
const YEAR_AFTER_LAST = 2200;

/** The day number of the first of each month, in order, closed by 1 January 2200. */
const monthStarts = Int32Array.from({ length: (YEAR_AFTER_LAST - FIRST_YEAR) * 12 + 1 }, (_, month) =>
	dayOfDate(FIRST_YEAR + Math.floor(month / 12), (month % 12) + 1, 1),
);

const firstLocalTime = monthStarts[0] * MILLISECONDS_PER_DAY;
const localTimeAfterLast = monthStarts[monthStarts.length - 1] * MILLISECONDS_PER_DAY;

const ifPlausible = (localTime: number) =>
	localTime >= firstLocalTime && localTime < localTimeAfterLast ? localTime : NaN;

/** As `dayOfDate`, without making a Date, and NaN outside the years 1900 to 2199. */
function dayOfPlausibleDate(year: number, month: number, dayOfMonth: number): number {
	if (!(year >= FIRST_YEAR && year < YEAR_AFTER_LAST && month >= 1 && month <= 12 && dayOfMonth >= 1)) return NaN;
	const index = (year - FIRST_YEAR) * 12 + month - 1;
	const day = monthStarts[index] + dayOfMonth - 1;
	return day < monthStarts[index + 1] ? day : NaN;
}

const isJalaliYear = (year: number) => year >= 1300 && year <= 1499;

const millisecondsOf = (hour: number, minute: number, second: number, millisecond: number) =>
	hour <= 23 && minute <= 59 && second <= 59
		? ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
		: NaN;

/** Zones reach from -12:00 to +14:00. */
const millisecondsOfOffset = (sign: number, hours: number, minutes: number) =>
	hours <= 14 && minutes <= 59 ? sign * (hours * 60 + minutes) * 60_000 : NaN;

/**
 * Two ASCII digits at a place as a number, NaN when there are none. NaN makes every comparison
 * below false, so that one check on the number covers the characters too.
 */
function twoDigits(text: string, at: number): number {
	const tens = text.charCodeAt(at) - 0x30;
	const ones = text.charCodeAt(at + 1) - 0x30;
	return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

function oneDigit(text: string, at: number): number {
	const digit = text.charCodeAt(at) - 0x30;
	return digit >= 0 && digit <= 9 ? digit : NaN;
}

const HYPHEN = 0x2d;
const POINT = 0x2e;
const COLON = 0x3a;

/**
 * The everyday ISO shapes, read without a regular expression: `2024-03-04`, with `T12:30`, `:45`,
 * `.123` and `Z` or `+02:00` behind it. NaN for all other text, which `readText` then looks at in
 * full; the two agree on what both can read.
 */
function readPlainIso(text: string, zone: Zone): number {
	if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return NaN;
	const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
	const midnight = dayOfPlausibleDate(year, twoDigits(text, 5), twoDigits(text, 8)) * MILLISECONDS_PER_DAY;
	const length = text.length;
	if (length === 10) return midnight;

	const separator = text[10];
	if ((separator !== 'T' && separator !== ' ') || text.charCodeAt(13) !== COLON) return NaN;
	let second = 0;
	let millisecond = 0;
	let at = 16;
	if (text.charCodeAt(at) === COLON) {
		second = twoDigits(text, 17);
		at = 19;
		if (text.charCodeAt(at) === POINT) {
			millisecond = twoDigits(text, 20) * 10 + oneDigit(text, 22);
			at = 23;
			while (at < 29 && oneDigit(text, at) >= 0) at += 1;
		}
	}
	const wallClock = midnight + millisecondsOf(twoDigits(text, 11), twoDigits(text, 14), second, millisecond);
	if (at === length || Number.isNaN(wallClock)) return wallClock;

	const mark = text[at];
	if (mark === 'Z' && at + 1 === length) return zone.localTime(wallClock);
	if ((mark !== '+' && mark !== '-') || at + 6 !== length || text.charCodeAt(at + 3) !== COLON) return NaN;
	const offset = millisecondsOfOffset(mark === '+' ? 1 : -1, twoDigits(text, at + 1), twoDigits(text, at + 4));
	return Number.isNaN(offset) ? NaN : zone.localTime(wallClock - offset);
}

/** No date anybody writes is longer; what `String(new Date())` gives has about 70 characters. */
const LONGEST_TEXT = 100;

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;
const shortYear = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{2})$/;
const dayThenMonthName = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]+)\.?(?:, |[, -])(\d{4}|\d{2})$/i;
const monthNameThenDay = /^([a-z]+)\.?[ -](\d{1,2})(?:st|nd|rd|th)?(?:, |[, -])(\d{4}|\d{2})$/i;
const weekdayBefore = /^([a-z]+)(?:\.?,? )(?=\S)/i;
const plainNumber = /^[1-9]\d*(?:\.\d+)?$/;

/** The time at the end of a text; its offset may be named UTC or GMT and explained in brackets, as JavaScript does. */
const timeAtEnd =
	/(?:T|,? at |, ?| )(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([ap])\.?m\.?)?(?: ?(?:(Z|(?:UTC|GMT)(?![+-]))|(?:UTC|GMT)?([+-])(\d{2})(?::?(\d{2}))?(?: \([^()]*\))?))?$/i;

const monthNames = [
	'january', 'february', 'march', 'april', 'may', 'june',
	'july', 'august', 'september', 'october', 'november', 'december',
];
const weekdayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Names and their first three letters, and the two longer short forms in use, to their place in the list. */
const placesOf = (names: string[]) =>
	new Map(names.flatMap((name, place) => [[name, place] as const, [name.slice(0, 3), place] as const]));
const months = placesOf(monthNames).set('sept', 8);
const weekdays = placesOf(weekdayNames).set('tues', 2).set('thur', 4).set('thurs', 4);

/** 1 January 1970 was a Thursday. */
const weekdayOf = (day: number) => (((day + 4) % 7) + 7) % 7;

/** How many milliseconds the digits behind a decimal mark are; what is finer is not kept. */
const millisecondsOfFraction = (digits: string) => Number(digits.padEnd(3, '0').slice(0, 3));

/** Hours of a twelve-hour clock run 12, 1, 2 … 11. */
function hourOfDay(hour: number, half: string | undefined): number {
	if (half === undefined) return hour;
	if (hour < 1 || hour > 12) return NaN;
	return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/** What `timeAtEnd` found: milliseconds into the day, and its offset from UTC, null when none is written. */
function timeWritten(parts: RegExpExecArray): { timeOfDay: number; offset: number | null } {
	const [, hour, minute, second = '0', fraction = '', half, universal, sign, offsetHours, offsetMinutes = '0'] = parts;
	const timeOfDay = millisecondsOf(
		hourOfDay(Number(hour), half),
		Number(minute),
		Number(second),
		millisecondsOfFraction(fraction),
	);
	if (sign !== undefined) {
		return { timeOfDay, offset: millisecondsOfOffset(sign === '+' ? 1 : -1, Number(offsetHours), Number(offsetMinutes)) };
	}
	return { timeOfDay, offset: universal === undefined ? null : 0 };
}

const MIDNIGHT = { timeOfDay: 0, offset: null };

/**
 * Seconds since 1970 from March 1973 on, and milliseconds from March 1973 on, both up to the end of
 * 2199. So limited the two never meet, and neither can be an eight-digit date, a spreadsheet serial
 * or the 0 that many systems write for "never". Microseconds are above both and refused.
 */
const FIRST_EPOCH_SECOND = 1e8;
const FIRST_EPOCH_MILLISECOND = 1e11;

/**
 * Spreadsheets agree on serials from 61, 1 March 1900, on: Excel counts a 29 February 1900, which
 * did not exist.
 */
const FIRST_SERIAL = 61;
const DAY_OF_SERIAL_ZERO = dayOfDate(1899, 12, 30);

/** The milliseconds since 1970 of a JavaScript Date of any realm or a luxon DateTime, NaN for other things. */
function instantOf(value: object): number {
	try {
		if (Object.prototype.toString.call(value) === '[object Date]') return Date.prototype.getTime.call(value);
		const { toMillis, isValid } = value as { toMillis?: unknown; isValid?: unknown };
		if (typeof toMillis !== 'function' || isValid !== true) return NaN;
		const instant: unknown = toMillis.call(value);
		return typeof instant === 'number' ? instant : NaN;
	} catch {
		return NaN;
	}
}

/**
 * A reader of date cells.
 *
 * Question: which wall clock reading, in the flow's zone, does a cell name?
 *
 * Read are ISO text, dates with the year first, dates with an English month name, dotted dates
 * (day first), slash and hyphen dates where only one order exists, luxon DateTimes, JavaScript
 * Dates, seconds and milliseconds since 1970 and dates of eight digits, as numbers or text, all
 * also with Persian or Arabic-Indic digits. Text without an offset is a wall clock reading already,
 * so its day is the day written; text with an offset, objects and epochs are instants and are
 * converted. Years of two digits are ambiguous unless the order is given. A weekday that is not the date's
 * makes it unreadable.
 *
 * O(1) per cell: text of more than 100 characters is refused unread.
 */
export function createDateReader({ format, zone }: { format: DateFormat; zone: Zone }): DateReader {
	let fault: DateFault = 'unreadableDate';
	const evidence = { dayFirst: 0, monthFirst: 0 };

	const dayOfYearFirstDate = (year: number, month: number, dayOfMonth: number) =>
		format === 'jalali' && isJalaliYear(year)
			? dayOfJalaliDate(year, month, dayOfMonth)
			: dayOfPlausibleDate(year, month, dayOfMonth);

	function dayOfSlashDate(first: number, second: number, year: number): Reading {
		const asDayFirst = dayOfPlausibleDate(year, second, first);
		const asMonthFirst = dayOfPlausibleDate(year, first, second);
		if (Number.isNaN(asMonthFirst) && !Number.isNaN(asDayFirst)) evidence.dayFirst += 1;
		if (Number.isNaN(asDayFirst) && !Number.isNaN(asMonthFirst)) evidence.monthFirst += 1;
		if (format === 'dayFirst' || asDayFirst === asMonthFirst) return asDayFirst;
		if (format === 'monthFirst') return asMonthFirst;
		if (Number.isNaN(asDayFirst)) return asMonthFirst;
		return Number.isNaN(asMonthFirst) ? asDayFirst : 'ambiguousDate';
	}

	/** Years of two digits are read only where the order is given: then 00 to 69 are of this century. */
	function dayOfShortYearDate(first: number, second: number, shortened: number): Reading {
		if (format !== 'dayFirst' && format !== 'monthFirst') return 'ambiguousDate';
		const year = shortened + (shortened < 70 ? 2000 : 1900);
		return format === 'dayFirst' ? dayOfPlausibleDate(year, second, first) : dayOfPlausibleDate(year, first, second);
	}

	/** The day of a date written in eight digits, such as 20240304. */
	const dayOfCompactDate = (number: number) =>
		Number.isInteger(number)
			? dayOfYearFirstDate(Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100)
			: NaN;

	/** Does a number of twelve digits also read as year, month, day, hour and minute? */
	const isCompactMinute = (number: number) =>
		!Number.isNaN(dayOfCompactDate(Math.floor(number / 10_000))) &&
		!Number.isNaN(millisecondsOf(Math.floor(number / 100) % 100, number % 100, 0, 0));

	function dayOfNamedMonth(dayText: string, monthName: string, yearText: string): Reading {
		const month = months.get(monthName.toLowerCase());
		if (month === undefined) return NaN;
		return yearText.length === 2 ? 'ambiguousDate' : dayOfPlausibleDate(Number(yearText), month + 1, Number(dayText));
	}

	function dayWritten(text: string): Reading {
		const startingWithYear = yearFirst.exec(text);
		if (startingWithYear !== null) {
			const [, year, , month, dayOfMonth] = startingWithYear;
			return dayOfYearFirstDate(Number(year), Number(month), Number(dayOfMonth));
		}
		const endingWithYear = yearLast.exec(text);
		if (endingWithYear !== null) {
			const [, first, separator, second, year] = endingWithYear;
			return separator === '.'
				? dayOfPlausibleDate(Number(year), Number(second), Number(first))
				: dayOfSlashDate(Number(first), Number(second), Number(year));
		}
		const endingWithShortYear = shortYear.exec(text);
		if (endingWithShortYear !== null) {
			const [, first, separator, second, year] = endingWithShortYear;
			// 24-03-04 may as well begin with its year.
			if (separator === '-') return 'ambiguousDate';
			return dayOfShortYearDate(Number(first), Number(second), Number(year));
		}
		const dayNamed = dayThenMonthName.exec(text);
		if (dayNamed !== null) return dayOfNamedMonth(dayNamed[1], dayNamed[2], dayNamed[3]);
		const monthNamed = monthNameThenDay.exec(text);
		return monthNamed === null ? NaN : dayOfNamedMonth(monthNamed[2], monthNamed[1], monthNamed[3]);
	}

	function readText(untidied: string): Reading {
		const text = tidyText(untidied);
		if (plainNumber.test(text)) return readNumber(Number(text));

		const time = timeAtEnd.exec(text);
		const { timeOfDay, offset } = time === null ? MIDNIGHT : timeWritten(time);
		if (Number.isNaN(timeOfDay) || Number.isNaN(offset)) return NaN;

		const dated = time === null ? text : text.slice(0, time.index);
		const named = weekdayBefore.exec(dated);
		const weekday = named === null ? undefined : weekdays.get(named[1].toLowerCase());
		const day = dayWritten(named === null || weekday === undefined ? dated : dated.slice(named[0].length));

		if (typeof day === 'string' || Number.isNaN(day)) return day;
		if (weekday !== undefined && weekday !== weekdayOf(day)) return NaN;
		const wallClock = day * MILLISECONDS_PER_DAY + timeOfDay;
		return offset === null ? wallClock : zone.localTime(wallClock - offset);
	}

	function readNumber(number: number): Reading {
		if (format === 'spreadsheetSerial') {
			if (!(number >= FIRST_SERIAL)) return NaN;
			return ifPlausible(DAY_OF_SERIAL_ZERO * MILLISECONDS_PER_DAY + Math.round(number * MILLISECONDS_PER_DAY));
		}
		if (number >= FIRST_EPOCH_MILLISECOND) {
			return isCompactMinute(number) ? 'ambiguousDate' : readInstant(Math.floor(number));
		}
		// Through microseconds, since 1709550000.123 seconds times 1000 may end just below a millisecond.
		if (number >= FIRST_EPOCH_SECOND) return readInstant(Math.floor(Math.round(number * 1e6) / 1000));
		return dayOfCompactDate(number) * MILLISECONDS_PER_DAY;
	}

	/** An instant of the years 1900 to 2199 by the zone's clock, checked before the zone is asked. */
	function readInstant(instant: number): number {
		const isNear = instant >= firstLocalTime - MILLISECONDS_PER_DAY && instant < localTimeAfterLast + MILLISECONDS_PER_DAY;
		return isNear ? ifPlausible(zone.localTime(instant)) : NaN;
	}

	function readingOf(value: unknown): Reading {
		if (typeof value === 'string') return value.length > LONGEST_TEXT ? NaN : readText(value);
		if (typeof value === 'number') return readNumber(value);
		return typeof value === 'object' && value !== null ? readInstant(Math.floor(instantOf(value))) : NaN;
	}

	return {
		read(value) {
			if (typeof value === 'string') {
				const plain = readPlainIso(value, zone);
				if (!Number.isNaN(plain)) return plain;
			}
			const reading = readingOf(value);
			if (typeof reading === 'number' && !Number.isNaN(reading)) return reading;
			fault = typeof reading === 'string' ? reading : 'unreadableDate';
			return NaN;
		},
		get fault() {
			return fault;
		},
		evidence,
	};
}
