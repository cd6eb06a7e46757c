import fc from 'fast-check';
import type { Zone } from '../../../domain/time';
import { createZone } from '../../../domain/time';
import { createSendTime } from '../../../domain/winback/quietHours';
import { law } from '../../support/law';

const sendAfter = (zone: string, now: string, earliestHour = 8, latestHour = 21) =>
	createSendTime(Object.freeze({ now: Date.parse(now), earliestHour, latestHour }))(createZone(zone));

describe('a contact, from 8 to 21 o’clock', () => {
	// In November Kyiv is two hours ahead of UTC.
	it.each([
		['2026-11-22T05:59:59.999Z', 'a millisecond before 8: at 8', '2026-11-22T08:00:00+02:00'],
		['2026-11-22T06:00:00.000Z', 'at 8: now', '2026-11-22T08:00:00+02:00'],
		['2026-11-22T06:00:00.001Z', 'just after 8: with the next second', '2026-11-22T08:00:01+02:00'],
		['2026-11-22T18:59:59.000Z', 'a second before 21: now', '2026-11-22T20:59:59+02:00'],
		['2026-11-22T18:59:59.001Z', 'less than a second before 21: tomorrow at 8', '2026-11-23T08:00:00+02:00'],
		['2026-11-22T19:00:00.000Z', 'at 21: tomorrow at 8', '2026-11-23T08:00:00+02:00'],
		['2026-11-22T22:30:00.000Z', 'half an hour after midnight: at 8 of that day', '2026-11-23T08:00:00+02:00'],
		['2026-12-31T20:00:00.000Z', 'at 22 on New Year’s Eve: next year', '2027-01-01T08:00:00+02:00'],
	])('in Kyiv, %s, %s', (now, _, expected) => expect(sendAfter('Europe/Kyiv', now)).toBe(expected));

	it.each([
		['UTC', '2026-11-22T08:00:00+00:00'],
		['America/New_York', '2026-11-22T08:00:00-05:00'],
		['Asia/Kolkata', '2026-11-22T11:30:07+05:30'],
		['Asia/Tehran', '2026-11-22T09:30:07+03:30'],
		['America/St_Johns', '2026-11-22T08:00:00-03:30'],
		// New Zealand's summer: 13:45 ahead.
		['Pacific/Chatham', '2026-11-22T19:45:07+13:45'],
		['Pacific/Kiritimati', '2026-11-22T20:00:07+14:00'],
		['Pacific/Pago_Pago', '2026-11-21T19:00:07-11:00'],
		['+05:30', '2026-11-22T11:30:07+05:30'],
	])('in %s, where it is 2026-11-22T06:00:07Z: %s', (zone, expected) => expect(sendAfter(zone, '2026-11-22T06:00:07Z')).toBe(expected));

	it('in one zone comes now, in another tomorrow, by one reader', () => {
		const send = createSendTime({ now: Date.parse('2026-11-22T18:30:00Z'), earliestHour: 8, latestHour: 21 });
		expect(['Europe/Kyiv', 'Asia/Tehran', 'Europe/Kyiv'].map((zone) => send(createZone(zone)))).toEqual(['2026-11-22T20:30:00+02:00', '2026-11-23T08:00:00+03:30', '2026-11-22T20:30:00+02:00']);
	});
});

describe('on a day on which the clocks change', () => {
	it('8 o’clock has the new offset: Kyiv on 29 March and 25 October 2026', () => {
		expect(sendAfter('Europe/Kyiv', '2026-03-28T20:00:00Z')).toBe('2026-03-29T08:00:00+03:00');
		expect(sendAfter('Europe/Kyiv', '2026-10-24T20:00:00Z')).toBe('2026-10-25T08:00:00+02:00');
	});

	it('an hour that does not exist begins at the next that does: 3 o’clock in Kyiv on 29 March 2026 is 4', () => {
		expect(sendAfter('Europe/Kyiv', '2026-03-28T22:00:00Z', 3, 5)).toBe('2026-03-29T04:00:00+03:00');
		expect(sendAfter('America/New_York', '2026-03-08T05:00:00Z', 2, 12)).toBe('2026-03-08T03:00:00-04:00');
	});

	it('where all hours allowed do not exist, it is the next day: from 3 to 4 in Kyiv on 29 March 2026', () => {
		expect(sendAfter('Europe/Kyiv', '2026-03-28T22:00:00Z', 3, 4)).toBe('2026-03-30T03:00:00+03:00');
	});

	it('an hour that comes twice begins when it comes first, and counts the second time too: 1 o’clock in New York on 1 November 2026', () => {
		expect(sendAfter('America/New_York', '2026-11-01T04:30:00Z', 1, 2)).toBe('2026-11-01T01:00:00-04:00');
		expect(sendAfter('America/New_York', '2026-11-01T05:59:59Z', 1, 2)).toBe('2026-11-01T01:59:59-04:00');
		expect(sendAfter('America/New_York', '2026-11-01T06:00:00Z', 1, 2)).toBe('2026-11-01T01:00:00-05:00');
		expect(sendAfter('America/New_York', '2026-11-01T07:00:00Z', 1, 2)).toBe('2026-11-02T01:00:00-05:00');
	});

	it('by half an hour, half of the hour is there: 2 o’clock on Lord Howe on 4 October 2026 is 2:30', () => {
		expect(sendAfter('Australia/Lord_Howe', '2026-10-03T14:00:00Z', 2, 3)).toBe('2026-10-04T02:30:00+11:00');
	});

	it('that is skipped as a whole, it is the day after: Apia had no 30 December 2011', () => {
		expect(sendAfter('Pacific/Apia', '2011-12-30T08:00:00Z')).toBe('2011-12-31T08:00:00+14:00');
	});
});

describe('hours allowed', () => {
	it('from 0 to 24 are always: now', () => {
		expect(sendAfter('Europe/Kyiv', '2026-11-22T23:59:59Z', 0, 24)).toBe('2026-11-23T01:59:59+02:00');
	});

	it('from 23 to 24 and from 0 to 1 end and begin at midnight', () => {
		expect(sendAfter('UTC', '2026-11-22T00:00:00Z', 23, 24)).toBe('2026-11-22T23:00:00+00:00');
		expect(sendAfter('UTC', '2026-11-22T23:59:59Z', 23, 24)).toBe('2026-11-22T23:59:59+00:00');
		expect(sendAfter('UTC', '2026-11-22T01:00:00Z', 0, 1)).toBe('2026-11-23T00:00:00+00:00');
	});

	it('at no time that can be told end in an error, not in a search without end', () => {
		expect(() => createSendTime({ now: NaN, earliestHour: 8, latestHour: 21 })(createZone('UTC'))).toThrow(RangeError);
	});
});

it('a zone is asked once, however many customers live there', () => {
	const kyiv = createZone('Europe/Kyiv');
	const offsetAt = jest.fn((instant: number) => kyiv.offsetAt(instant));
	const zone: Zone = { ...kyiv, offsetAt };
	const send = createSendTime({ now: 0, earliestHour: 8, latestHour: 21 });
	send(zone);
	const asked = offsetAt.mock.calls.length;
	for (let customer = 0; customer < 1000; customer++) send(zone);
	expect(offsetAt).toHaveBeenCalledTimes(asked);
});

const MINUTE = 60_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** What the runtime's own formatter shows: the hour, and the whole as year-month-day hour:minute:second. */
function wallClock(zone: string, instant: number): string {
	let formatter = formatters.get(zone);
	if (formatter === undefined) {
		formatter = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
		formatters.set(zone, formatter);
	}
	return formatter.format(instant);
}

/** The slow twin: now, then minute by minute. */
function steppedTo(zone: string, now: number, from: number, before: number): number {
	let instant = now;
	for (;;) {
		const hour = Number(wallClock(zone, instant).slice(11, 13));
		if (from <= hour && hour < before) return instant;
		instant = (Math.floor(instant / MINUTE) + 1) * MINUTE;
	}
}

describe('laws of quiet hours', () => {
	const ZONES = ['UTC', 'Europe/Kyiv', 'America/New_York', 'Asia/Kolkata', 'Asia/Tehran', 'Pacific/Chatham', 'Australia/Lord_Howe', 'America/St_Johns', 'Africa/Casablanca'];
	/** Days on which some of these change their clocks, and any day. */
	const changes = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-09-27', '2026-10-04', '2026-10-25', '2026-11-01', '2026-02-15', '2026-03-22'].map((day) => Date.parse(day));
	const nearChange = fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -36 * 3600, max: 36 * 3600 })).map(([day, seconds]) => day + seconds * 1000);
	const anySecond = fc.integer({ min: Date.parse('1980-01-01') / 1000, max: Date.parse('2037-12-31') / 1000 }).map((seconds) => seconds * 1000);
	const anyNow = fc.oneof(nearChange, anySecond);
	const anyHours = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 24 })).filter(([from, before]) => from < before);

	it('the text is the first instant that stepping by the minute finds, and shows what the clock there shows', () => {
		law(fc.tuple(fc.constantFrom(...ZONES), anyNow), anyHours, ([zone, now], [earliestHour, latestHour]) => {
			const text = createSendTime({ now, earliestHour, latestHour })(createZone(zone));
			expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
			const instant = Date.parse(text);
			expect(new Date(instant).toISOString()).toBe(new Date(steppedTo(zone, now, earliestHour, latestHour)).toISOString());
			expect(text.slice(0, 19).replace('T', ' ')).toBe(wallClock(zone, instant));
		}, 400);
	});

	it('is never before now nor in quiet hours, with fractions of a second too, and less than a second late where now is allowed', () => {
		law(fc.tuple(fc.constantFrom(...ZONES), anyNow, fc.nat(999)), anyHours, ([zone, second, fraction], [earliestHour, latestHour]) => {
			const now = second + fraction;
			const instant = Date.parse(createSendTime({ now, earliestHour, latestHour })(createZone(zone)));
			const isAllowed = (moment: number) => {
				const hour = Number(wallClock(zone, moment).slice(11, 13));
				return earliestHour <= hour && hour < latestHour;
			};
			expect(instant).toBeGreaterThanOrEqual(now);
			expect(isAllowed(instant)).toBe(true);
			if (isAllowed(Math.ceil(now / 1000) * 1000)) expect(instant - now).toBeLessThan(1000);
		});
	});
});
