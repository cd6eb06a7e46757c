import { instantIn, resolveAsOf } from '../../../boundary/reading/asOf';
import { createZone } from '../../../domain/time';

const today = 20_000;

describe('As Of, automatic', () => {
	it.each([
		[0, { day: today, how: 'today' }],
		[1, { day: today, how: 'today' }],
		[7, { day: today, how: 'today' }],
		[8, { day: today - 7, how: 'dayAfterLastEvent' }],
		[400, { day: today - 399, how: 'dayAfterLastEvent' }],
	])('with a last row %i days old is %j', (age, answer) => {
		expect(resolveAsOf({ kind: 'automatic', today }, today - age)).toEqual({ ...answer, today });
	});

	it('is today where no row says otherwise', () => expect(resolveAsOf({ kind: 'automatic', today }, null)).toEqual({ day: today, today, how: 'today' }));
});

it('As Of is the day that the user chose, whatever the rows', () => {
	for (const lastEventDay of [null, 10, today]) {
		expect(resolveAsOf({ kind: 'day', day: 15_000, today }, lastEventDay)).toEqual({ day: 15_000, today, how: 'chosen' });
	}
});

describe('the instant that a setting names', () => {
	const instantOf = (setting: unknown, zone: string) => {
		const instant = instantIn(setting, createZone(zone));
		return instant === null ? null : new Date(instant).toISOString();
	};

	it.each([
		['2024-06-30T09:00', 'UTC', '2024-06-30T09:00:00.000Z', 'as its clock says'],
		['2024-06-30T09:00', 'Europe/Kyiv', '2024-06-30T06:00:00.000Z', 'in summer three hours ahead of UTC'],
		['2024-01-30T09:00', 'Europe/Kyiv', '2024-01-30T07:00:00.000Z', 'in winter two'],
		['2024-06-30T09:00', 'America/New_York', '2024-06-30T13:00:00.000Z', 'four behind'],
		['2024-06-30T09:00', 'Asia/Kolkata', '2024-06-30T03:30:00.000Z', 'five and a half ahead'],
		['2024-06-30', 'Europe/Kyiv', '2024-06-29T21:00:00.000Z', 'a day is its beginning'],
		['2024-06-30T09:00:00Z', 'Europe/Kyiv', '2024-06-30T09:00:00.000Z', 'an instant is itself'],
		['2024-06-30T09:00:00-04:00', 'Europe/Kyiv', '2024-06-30T13:00:00.000Z', 'with an offset of its own'],
	])('%s in %s is %s: %s', (setting, zone, instant) => expect(instantOf(setting, zone)).toBe(instant));

	it('is of 02:30, which clocks skip, an hour later by the clock: New York, 2024-03-10, 03:30 there', () => {
		expect(instantOf('2024-03-10T02:30', 'America/New_York')).toBe('2024-03-10T07:30:00.000Z');
	});

	it('is of 01:30, which clocks show twice, the first of the two: New York, 2024-11-03, in summer time', () => {
		expect(instantOf('2024-11-03T01:30', 'America/New_York')).toBe('2024-11-03T05:30:00.000Z');
		expect(instantOf('2024-10-27T03:30', 'Europe/Kyiv')).toBe('2024-10-27T00:30:00.000Z');
	});

	it.each(['03:00', '04:00', '01:59'])('is of %s around a change of clocks the instant at which they show it', (time) => {
		const zone = createZone('Europe/Kyiv');
		for (const day of ['2024-03-31', '2024-10-27', '2024-06-30']) {
			const shown = zone.localTime(instantIn(`${day}T${time}`, zone)!);
			const asked = Date.parse(`${day}T${time}Z`);
			// 03:00 to 04:00 is skipped on 2024-03-31: an hour later.
			expect(shown - asked).toBe(day === '2024-03-31' && time === '03:00' ? 3_600_000 : 0);
		}
	});

	it('is none of what is no day', () => expect(['soon', '', null, '2024-02-30'].map((setting) => instantOf(setting, 'UTC'))).toEqual([null, null, null, null]));
});
