/**
 * Days, zones and periods: the only file that knows calendars.
 *
 * Invariants, which everything else relies on:
 * - A *day number* is the count of calendar days since 1 January 1970, a whole number.
 * - A *local time* is a wall clock reading in the flow's zone, in milliseconds, as if that clock
 *   ran in UTC; `Math.floor(localTime / MILLISECONDS_PER_DAY)` is its day number. A day has
 *   86,400,000 of them whether or not the clocks are changed on it.
 * - A period is [start, end): its first day is in it, `end` is the first day after it.
 */
import { tzOffset } from '@date-fns/tz';
import { utc } from '@date-fns/utc';
import {
	addDays,
	addMonths,
	addQuarters,
	addWeeks,
	addYears,
	format,
	startOfDay,
	startOfMonth,
	startOfQuarter,
	startOfWeek,
	startOfYear,
} from 'date-fns';
import { isValidJalaaliDate, toGregorian } from 'jalaali-js';

export const MILLISECONDS_PER_SECOND = 1000;
const MILLISECONDS_PER_MINUTE = 60_000;
const MILLISECONDS_PER_HOUR = 3_600_000;
export const MILLISECONDS_PER_DAY = 86_400_000;
export const DAYS_PER_YEAR = 365;
export const MONTHS_PER_YEAR = 12;
export const DAYS_PER_MONTH = DAYS_PER_YEAR / MONTHS_PER_YEAR;

const inUtc = { in: utc };

export const dayOfLocalTime = (localTime: number): number => Math.floor(localTime / MILLISECONDS_PER_DAY);

/** The local time at which a day is over. */
export const endOfDay = (day: number): number => (day + 1) * MILLISECONDS_PER_DAY;

/**
 * Which day number has a date of the Gregorian calendar?
 *
 * Months count from 1. NaN when there is no such day, as for 30 February.
 */
export function dayOfDate(year: number, month: number, dayOfMonth: number): number {
	const instant = Date.UTC(year, month - 1, dayOfMonth);
	const date = new Date(instant);
	const exists =
		date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
	return exists ? instant / MILLISECONDS_PER_DAY : NaN;
}

/** Which day number has a date of the Jalali (Iranian solar) calendar? NaN when there is no such day. */
export function dayOfJalaliDate(year: number, month: number, dayOfMonth: number): number {
	if (!isValidJalaaliDate(year, month, dayOfMonth)) return NaN;
	const gregorian = toGregorian(year, month, dayOfMonth);
	return dayOfDate(gregorian.gy, gregorian.gm, gregorian.gd);
}

const isoDateOfDay: string[] = [];

/** The days of 1970 to 2189 are remembered once they are written. */
const DAYS_REMEMBERED = 80_000;

const writeDate = (day: number): string => new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);

/** A day number as text, such as `2011-03-01`. */
export function isoDate(day: number): string {
	if (day < 0 || day >= DAYS_REMEMBERED) return writeDate(day);
	return (isoDateOfDay[day] ??= writeDate(day));
}

/** A zone of the tz database: turns instants into wall clock readings. */
export interface Zone {
	readonly name: string;
	/** The wall clock reading, in milliseconds, at an instant given in milliseconds since 1970 UTC. */
	localTime(instant: number): number;
	/** By how much its clocks are ahead of UTC at an instant, and for how long at least. */
	offsetAt(instant: number): ZoneOffset;
}

export interface ZoneOffset {
	/** In milliseconds, negative west of Greenwich. */
	readonly offset: number;
	/** The first instant at which it may be another. */
	readonly until: number;
}

/** The offsets of one UTC day, in milliseconds; `change` is the first instant that has the later one. */
interface OffsetsOfDay {
	readonly before: number;
	readonly change: number;
	readonly after: number;
}

/** Names such as `+05:30`, which older runtimes know only through date-fns. */
const bareOffset = /^[+-]\d\d(:?\d\d)?$/;

/** Does the runtime know a zone? date-fns by itself takes `Nowhere+02` for an offset of two hours. */
function isZoneName(name: string): boolean {
	try {
		return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
	} catch {
		return bareOffset.test(name);
	}
}

/**
 * A zone by its name, such as `Europe/Kyiv`.
 *
 * Offsets are looked up once per UTC day and reused. On a day during which the offset changes, the
 * instant of the change is found once, by halving the day; since 1970 no zone has changed its clocks
 * twice within a UTC day. @throws RangeError when there is no zone of that name.
 */
export function createZone(name: string): Zone {
	if (!isZoneName(name)) throw new RangeError(`There is no time zone named "${name}"`);
	// Local mean times have seconds, which are fractions of the minutes date-fns answers in.
	const lookUp = (instant: number) => Math.round(tzOffset(name, new Date(instant)) * MILLISECONDS_PER_MINUTE);
	const offsetsByDay = new Map<number, OffsetsOfDay>();

	const findOffsets = (day: number): OffsetsOfDay => {
		let last = day * MILLISECONDS_PER_DAY;
		let change = last + MILLISECONDS_PER_DAY;
		const before = lookUp(last);
		const after = lookUp(change);
		if (before === after) return { before, change, after };
		while (change - last > 1) {
			const middle = Math.floor((last + change) / 2);
			if (lookUp(middle) === before) last = middle;
			else change = middle;
		}
		return { before, change, after };
	};

	const offsetsOf = (day: number): OffsetsOfDay => {
		let offsets = offsetsByDay.get(day);
		if (offsets === undefined) {
			offsets = findOffsets(day);
			offsetsByDay.set(day, offsets);
		}
		return offsets;
	};

	return {
		name,
		localTime(instant) {
			const { before, change, after } = offsetsOf(dayOfLocalTime(instant));
			return instant + (instant < change ? before : after);
		},
		offsetAt(instant) {
			const day = dayOfLocalTime(instant);
			const { before, change, after } = offsetsOf(day);
			return instant < change ? { offset: before, until: change } : { offset: after, until: endOfDay(day) };
		},
	};
}

/**
 * Between which hours a wall clock is to stand: from the full hour `from` on and before the full hour `before`.
 *
 * 0 ≤ `from` < `before` ≤ 24, whole numbers.
 */
export interface HoursOfDay {
	readonly from: number;
	readonly before: number;
}

/**
 * Which is the first instant, `earliest` or later, at which a zone's wall clock stands between two hours?
 *
 * Milliseconds since 1970 UTC. Where the clocks are put forward past the first hour, it is the instant at which they are;
 * an hour that comes twice counts both times. O(days to the next change or opening), of which there are at most a few.
 */
export function firstInstantBetween(zone: Zone, earliest: number, hours: HoursOfDay): number {
	const [opens, closes] = [hours.from * MILLISECONDS_PER_HOUR, hours.before * MILLISECONDS_PER_HOUR];
	let start = earliest;
	for (;;) {
		const { offset, until } = zone.offsetAt(start);
		const timeOfDay = start + offset - dayOfLocalTime(start + offset) * MILLISECONDS_PER_DAY;
		if (opens <= timeOfDay && timeOfDay < closes) return start;
		const opening = start + opens - timeOfDay + (opens < timeOfDay ? MILLISECONDS_PER_DAY : 0);
		// So written that what is no number ends the search.
		if (!(opening >= until)) return opening;
		start = until;
	}
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/**
 * An instant as text with its zone's offset, such as `2026-11-22T08:00:00+02:00`.
 *
 * To the second, fractions are cut; the offset to the minute, as ISO 8601 has it.
 */
export function isoInstant(instant: number, zone: Zone): string {
	const minutes = Math.round(zone.offsetAt(instant).offset / MILLISECONDS_PER_MINUTE);
	const wallClock = new Date(instant + minutes * MILLISECONDS_PER_MINUTE).toISOString().slice(0, -'.000Z'.length);
	const ahead = Math.abs(minutes);
	return `${wallClock}${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(ahead / 60))}:${twoDigits(ahead % 60)}`;
}

/** The zone of a name, or null where there is none. */
export function zoneNamed(name: string): Zone | null {
	try {
		return createZone(name);
	} catch {
		return null;
	}
}

/** A stretch of days, `start` in it and `end` the first day after it. */
export interface Period {
	readonly start: number;
	readonly end: number;
	/** How people write it: `2011-03`, `2011-Q1`, `2011`, `2011-03-05`, `Week of 2011-02-28`. */
	readonly label: string;
}

export type WeekDay = 0 | 1 | 2 | 3 | 4 | 5 | 6;

interface PeriodUnit {
	readonly title: string;
	startOf(date: Date, weekStartsOn: WeekDay): Date;
	add(date: Date, count: number): Date;
	readonly label: string;
	/** How many months it is; months are twelfths of 365 days where it is no number of them. */
	readonly months: number;
}

/** The lengths a period can have. `weekStartsOn` counts from Sunday, 0, and matters to weeks only. */
export const periodUnits = {
	day: {
		title: 'Day',
		startOf: (date) => startOfDay(date, inUtc),
		add: (date, count) => addDays(date, count, inUtc),
		label: 'yyyy-MM-dd',
		months: 12 / DAYS_PER_YEAR,
	},
	week: {
		title: 'Week',
		startOf: (date, weekStartsOn) => startOfWeek(date, { ...inUtc, weekStartsOn }),
		add: (date, count) => addWeeks(date, count, inUtc),
		label: "'Week of' yyyy-MM-dd",
		months: 84 / DAYS_PER_YEAR,
	},
	month: {
		title: 'Month',
		startOf: (date) => startOfMonth(date, inUtc),
		add: (date, count) => addMonths(date, count, inUtc),
		label: 'yyyy-MM',
		months: 1,
	},
	quarter: {
		title: 'Quarter',
		startOf: (date) => startOfQuarter(date, inUtc),
		add: (date, count) => addQuarters(date, count, inUtc),
		label: "yyyy-'Q'Q",
		months: 3,
	},
	year: {
		title: 'Year',
		startOf: (date) => startOfYear(date, inUtc),
		add: (date, count) => addYears(date, count, inUtc),
		label: 'yyyy',
		months: 12,
	},
} as const satisfies Record<string, PeriodUnit>;

export type PeriodUnitId = keyof typeof periodUnits;

/**
 * Which calendar periods of a unit are needed to hold all days from `firstDay` to `lastDay`?
 *
 * In order of time and without gaps: each ends where the next starts. Empty when lastDay < firstDay.
 */
export function periodsCovering(
	firstDay: number,
	lastDay: number,
	unitId: PeriodUnitId,
	weekStartsOn: WeekDay = 1,
): Period[] {
	const unit: PeriodUnit = periodUnits[unitId];
	const dateOf = (day: number) => utc(day * MILLISECONDS_PER_DAY);
	const first = unit.startOf(dateOf(firstDay), weekStartsOn);
	const periods: Period[] = [];
	let start = first.getTime() / MILLISECONDS_PER_DAY;
	while (start <= lastDay && firstDay <= lastDay) {
		const end = unit.add(first, periods.length + 1).getTime() / MILLISECONDS_PER_DAY;
		periods.push({ start, end, label: format(dateOf(start), unit.label, inUtc) });
		start = end;
	}
	return periods;
}
