import fc from 'fast-check';
import {
	MILLISECONDS_PER_DAY,
	type PeriodUnitId,
	createZone,
	dayOfDate,
	dayOfJalaliDate,
	dayOfLocalTime,
	firstInstantBetween,
	isoDate,
	isoInstant,
	periodUnits,
	periodsCovering,
} from '../../domain/time';

/** The day number of ISO text, by the runtime's own parser. */
const day = (text: string) => Date.parse(text) / MILLISECONDS_PER_DAY;

const zones = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'Europe/Kyiv'];
const weekDays = [0, 1, 2, 3, 4, 5, 6] as const;

/** Periods as "label: first day to day after the last". */
const drawn = (...asked: Parameters<typeof periodsCovering>) =>
	periodsCovering(...asked).map(({ start, end, label }) => `${label}: ${isoDate(start)} to ${isoDate(end)}`);

describe('day numbers', () => {
	it.each([
		{ date: [1970, 1, 1], out: 0 },
		{ date: [1969, 12, 31], out: -1 },
		{ date: [1970, 2, 1], out: 31 },
		{ date: [2000, 1, 1], out: 10957 },
	] as const)('$date is day $out', ({ date: [year, month, dayOfMonth], out }) =>
		expect(dayOfDate(year, month, dayOfMonth)).toBe(out),
	);

	it.each([
		[2023, 2, 29], [1900, 2, 29], [2100, 2, 29], [2024, 2, 30], [2024, 4, 31], [2024, 13, 1], [2024, 0, 1],
		[2024, 1, 0], [2024, 1, 32], [99, 1, 1], [NaN, 1, 1], [2024, NaN, 1], [2024, 1, Infinity],
	])('there is no day %d-%d-%d', (year, month, dayOfMonth) => expect(dayOfDate(year, month, dayOfMonth)).toBeNaN());

	it('29 February is in 1600, 2000 and 2024, the day before 1 March', () => {
		for (const year of [1600, 2000, 2024]) expect(dayOfDate(year, 2, 29)).toBe(dayOfDate(year, 3, 1) - 1);
	});

	it('as text and back again are the same day, in any of nine thousand years', () => {
		fc.assert(
			fc.property(fc.integer({ min: day('1000-01-01'), max: day('9999-12-31') }), (number) => {
				const [year, month, dayOfMonth] = isoDate(number).split('-').map(Number);
				expect(dayOfDate(year, month, dayOfMonth)).toBe(number);
			}),
		);
	});

	it('begin at midnight of the wall clock, before 1970 too', () => {
		expect(dayOfLocalTime(0)).toBe(0);
		expect(dayOfLocalTime(MILLISECONDS_PER_DAY - 1)).toBe(0);
		expect(dayOfLocalTime(-1)).toBe(-1);
	});

	it('of the Jalali calendar: 1 Farvardin 1403 is 20 March 2024, 30 Esfand is in 1399 and not in 1400', () => {
		expect(isoDate(dayOfJalaliDate(1403, 1, 1))).toBe('2024-03-20');
		expect(isoDate(dayOfJalaliDate(1399, 12, 30))).toBe('2021-03-20');
		expect(dayOfJalaliDate(1400, 12, 30)).toBeNaN();
		expect(dayOfJalaliDate(1403, 13, 1)).toBeNaN();
	});
});

describe('zones', () => {
	it.each(['Nowhere', 'Europe/Nowhere', '', 'Nowhere+02', 'Mars/Phobos+01:00', 'toString', '+2'])(
		'there is none named "%s"',
		(name) => expect(() => createZone(name)).toThrow(new RangeError(`There is no time zone named "${name}"`)),
	);

	it.each([
		{ name: 'UTC', instant: '2024-03-04T12:00:00Z', out: '2024-03-04T12:00:00.000Z' },
		{ name: 'Asia/Kathmandu', instant: '2024-03-04T12:00:00Z', out: '2024-03-04T17:45:00.000Z' },
		{ name: '+05:30', instant: '2024-03-04T12:00:00Z', out: '2024-03-04T17:30:00.000Z' },
		{ name: 'America/St_Johns', instant: '2024-01-01T00:00:00Z', out: '2023-12-31T20:30:00.000Z' },
		// Until 1906 the clocks of Kolkata were 5:21:10 ahead.
		{ name: 'Asia/Kolkata', instant: '1900-06-01T00:00:00Z', out: '1900-06-01T05:21:10.000Z' },
	])('the clock of $name at $instant shows $out', ({ name, instant, out }) => {
		const localTime = createZone(name).localTime(Date.parse(instant));
		expect(new Date(localTime).toISOString()).toBe(out);
		expect(Number.isInteger(localTime)).toBe(true);
	});

	it.each([
		{ name: 'Europe/Kyiv', change: '2024-03-31T01:00:00Z', before: '02:59:59.999', after: '04:00:00.000' },
		{ name: 'Europe/Kyiv', change: '2024-10-27T01:00:00Z', before: '03:59:59.999', after: '03:00:00.000' },
		{ name: 'America/New_York', change: '2024-03-10T07:00:00Z', before: '01:59:59.999', after: '03:00:00.000' },
		{ name: 'America/New_York', change: '2024-11-03T06:00:00Z', before: '01:59:59.999', after: '01:00:00.000' },
		{ name: 'America/St_Johns', change: '2010-03-14T03:31:00Z', before: '00:00:59.999', after: '01:01:00.000' },
		{ name: 'Pacific/Apia', change: '2011-12-30T10:00:00Z', before: '23:59:59.999', after: '00:00:00.000' },
	])('the clock of $name goes from $before to $after at $change', ({ name, change, before, after }) => {
		const zone = createZone(name);
		const shown = (instant: number) => new Date(zone.localTime(instant)).toISOString().slice(11, -1);
		expect([shown(Date.parse(change) - 1), shown(Date.parse(change))]).toEqual([before, after]);
	});

	it('say their offset and until when it holds: in Kyiv two hours until 1:00 UTC on 31 March 2024, then three', () => {
		const change = Date.parse('2024-03-31T01:00:00Z');
		const kyiv = createZone('Europe/Kyiv');
		expect(kyiv.offsetAt(change - 1)).toEqual({ offset: 2 * 3_600_000, until: change });
		expect(kyiv.offsetAt(change)).toEqual({ offset: 3 * 3_600_000, until: Date.parse('2024-04-01T00:00:00Z') });
	});

	it('show the same by their offset as by their clock, and no other until it ends', () => {
		const instants = fc.integer({ min: Date.parse('1970-01-01'), max: Date.parse('2100-01-01') });
		fc.assert(
			fc.property(fc.constantFrom(...zones), instants, (name, instant) => {
				const zone = createZone(name);
				const { offset, until } = zone.offsetAt(instant);
				expect(until).toBeGreaterThan(instant);
				for (const moment of [instant, until - 1]) expect(zone.localTime(moment)).toBe(moment + offset);
			}),
		);
	});

	it.each([
		['Asia/Kolkata', '2026-11-22T02:30:00Z', '2026-11-22T08:00:00+05:30'],
		['America/St_Johns', '2026-01-01T00:00:59.999Z', '2025-12-31T20:30:59-03:30'],
		['Africa/Abidjan', '2026-11-22T08:00:00Z', '2026-11-22T08:00:00+00:00'],
		// In 1900 5:21:10 ahead, which the text says to the minute.
		['Asia/Kolkata', '1900-06-01T00:00:00Z', '1900-06-01T05:21:00+05:21'],
	])('write in %s the instant %s as %s', (name, instant, text) => expect(isoInstant(Date.parse(instant), createZone(name))).toBe(text));

	it('have their first instant between two hours: 8 o’clock in New York on 8 March 2026, when the clocks were put forward, is 12:00 UTC', () => {
		const midnight = Date.parse('2026-03-08T05:00:00Z');
		expect(firstInstantBetween(createZone('America/New_York'), midnight, { from: 8, before: 21 })).toBe(Date.parse('2026-03-08T12:00:00Z'));
	});

	// Oracle: the runtime's own formatter.
	it.each(zones)('the clock of %s shows what Intl shows, at any instant of 1900 to 2199', (name) => {
		const zone = createZone(name);
		const oracle = new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' });
		const seconds = fc.integer({ min: Date.parse('1900-01-01') / 1000, max: Date.parse('2200-01-01') / 1000 - 1 });
		fc.assert(
			fc.property(seconds, (second) => {
				const shown = new Date(zone.localTime(second * 1000)).toISOString().slice(0, 19).replace('T', ' ');
				expect(shown).toBe(oracle.format(second * 1000));
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('periods', () => {
	it('of days from 28 February to 1 March 2024 are three', () => {
		expect(drawn(day('2024-02-28'), day('2024-03-01'), 'day')).toEqual([
			'2024-02-28: 2024-02-28 to 2024-02-29',
			'2024-02-29: 2024-02-29 to 2024-03-01',
			'2024-03-01: 2024-03-01 to 2024-03-02',
		]);
	});

	it('of months hold whole months: 31 January to 1 March 2023 are three', () => {
		expect(drawn(day('2023-01-31'), day('2023-03-01'), 'month')).toEqual([
			'2023-01: 2023-01-01 to 2023-02-01',
			'2023-02: 2023-02-01 to 2023-03-01',
			'2023-03: 2023-03-01 to 2023-04-01',
		]);
	});

	it('of quarters from 31 December 2023 to 1 April 2024 are three', () => {
		expect(drawn(day('2023-12-31'), day('2024-04-01'), 'quarter')).toEqual([
			'2023-Q4: 2023-10-01 to 2024-01-01',
			'2024-Q1: 2024-01-01 to 2024-04-01',
			'2024-Q2: 2024-04-01 to 2024-07-01',
		]);
	});

	it('of years have 366 days in 2024 and 365 in 1900', () => {
		expect(drawn(day('2024-05-05'), day('2024-05-05'), 'year')).toEqual(['2024: 2024-01-01 to 2025-01-01']);
		const [leap] = periodsCovering(day('2024-05-05'), day('2024-05-05'), 'year');
		const [common] = periodsCovering(day('1900-05-05'), day('1900-05-05'), 'year');
		expect([leap.end - leap.start, common.end - common.start]).toEqual([366, 365]);
	});

	// 4 March 2024 was a Monday.
	it.each([
		{ weekStartsOn: 0, out: 'Week of 2024-03-03: 2024-03-03 to 2024-03-10' },
		{ weekStartsOn: 1, out: 'Week of 2024-03-04: 2024-03-04 to 2024-03-11' },
		{ weekStartsOn: 2, out: 'Week of 2024-02-27: 2024-02-27 to 2024-03-05' },
		{ weekStartsOn: 6, out: 'Week of 2024-03-02: 2024-03-02 to 2024-03-09' },
	] as const)('of weeks that start on day $weekStartsOn, around Monday 4 March 2024: $out', ({ weekStartsOn, out }) =>
		expect(drawn(day('2024-03-04'), day('2024-03-04'), 'week', weekStartsOn)).toEqual([out]),
	);

	it('of weeks start on Monday unless told', () => {
		expect(drawn(day('2024-03-10'), day('2024-03-11'), 'week')).toEqual([
			'Week of 2024-03-04: 2024-03-04 to 2024-03-11',
			'Week of 2024-03-11: 2024-03-11 to 2024-03-18',
		]);
	});

	it('are so many months: a quarter 3, a year 12, a week 7 of 365 days times 12', () => {
		expect(Object.values(periodUnits).map(({ months }) => months)).toEqual([12 / 365, (7 * 12) / 365, 1, 3, 12]);
	});

	it.each(Object.keys(periodUnits) as PeriodUnitId[])('of %ss there are none when the last day is before the first', (unit) => {
		expect(periodsCovering(1, 0, unit)).toEqual([]);
	});

	it('of a day hold one day on days the clocks change: 31 March 2024', () => {
		const [{ start, end }] = periodsCovering(day('2024-03-31'), day('2024-03-31'), 'day');
		expect([start, end]).toEqual([day('2024-03-31'), day('2024-04-01')]);
	});

	it('hold all days asked for, without gaps, each beginning where its label says, and no period too many', () => {
		const units = fc.constantFrom(...(Object.keys(periodUnits) as PeriodUnitId[]));
		const firstDays = fc.integer({ min: day('1900-01-01'), max: day('2199-01-01') });
		fc.assert(
			fc.property(units, firstDays, fc.nat(800), fc.constantFrom(...weekDays), (unit, firstDay, length, weekStartsOn) => {
				const lastDay = firstDay + length;
				const periods = periodsCovering(firstDay, lastDay, unit, weekStartsOn);
				expect(periods[0].start).toBeLessThanOrEqual(firstDay);
				expect(periods[0].end).toBeGreaterThan(firstDay);
				const last = periods[periods.length - 1];
				expect(last.start).toBeLessThanOrEqual(lastDay);
				expect(last.end).toBeGreaterThan(lastDay);
				periods.slice(1).forEach(({ start }, place) => expect(start).toBe(periods[place].end));
				for (const { start, end } of periods) {
					const date = new Date(start * MILLISECONDS_PER_DAY);
					if (unit === 'day') expect(end - start).toBe(1);
					if (unit === 'week') expect([end - start, date.getUTCDay()]).toEqual([7, weekStartsOn]);
					if (unit !== 'day' && unit !== 'week') expect(date.getUTCDate()).toBe(1);
					if (unit === 'quarter') expect(date.getUTCMonth() % 3).toBe(0);
					if (unit === 'year') expect(date.getUTCMonth()).toBe(0);
				}
			}),
			{ numRuns: 300 },
		);
	});
});
