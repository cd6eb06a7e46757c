import fc from 'fast-check';
import { DateTime } from 'luxon';
import { type DateFormat, createDateReader } from '../../boundary/dates';
import { MILLISECONDS_PER_DAY, createZone, dayOfDate, isoDate } from '../../domain/time';

const formats: DateFormat[] = ['automatic', 'dayFirst', 'monthFirst', 'jalali', 'spreadsheetSerial'];
const zones = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'Europe/Kyiv'];

/** A local time as text, such as `2024-03-04T12:30:00.000`. */
const wallClock = (localTime: number) => new Date(localTime).toISOString().slice(0, -1);

/** What one cell reads as: the wall clock as text, or the fault. */
function reading(value: unknown, format: DateFormat = 'automatic', zone = 'Europe/Kyiv') {
	const reader = createDateReader({ format, zone: createZone(zone) });
	const localTime = reader.read(value);
	return Number.isNaN(localTime) ? reader.fault : wallClock(localTime);
}

const midnight = (day: string) => `${day}T00:00:00.000`;

/** Oracle: the wall clock at an instant as the runtime's own formatter tells it. */
const clocks = new Map<string, Intl.DateTimeFormat>();
function wallClockByIntl(instant: number, zone: string) {
	const clock =
		clocks.get(zone) ??
		new Intl.DateTimeFormat('en-US', {
			timeZone: zone,
			hourCycle: 'h23',
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
			second: '2-digit',
			fractionalSecondDigits: 3,
		});
	clocks.set(zone, clock);
	const part = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]));
	return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}.${part.fractionalSecond}`;
}

describe('ISO text', () => {
	it.each(formats)('without an offset is wall clock in the flow\'s zone, in every zone, as %s', (format) => {
		for (const zone of zones) {
			expect(reading('2024-03-04', format, zone)).toBe('2024-03-04T00:00:00.000');
			expect(reading('2024-03-04 23:30', format, zone)).toBe('2024-03-04T23:30:00.000');
			expect(reading('2024-03-04T00:30:45', format, zone)).toBe('2024-03-04T00:30:45.000');
		}
	});

	it.each([
		{ text: '2024-03-04 12:30:45.123', out: '2024-03-04T12:30:45.123' },
		{ text: '2024-03-04T12:30:45.1', out: '2024-03-04T12:30:45.100' },
		{ text: '2024-03-04 12:30:45,12', out: '2024-03-04T12:30:45.120' },
		{ text: '2024-03-04 12:30:45.123999', out: '2024-03-04T12:30:45.123' },
		{ text: '2024-03-04 12:30:45.123999999', out: '2024-03-04T12:30:45.123' },
		{ text: '2024-03-04 9:05', out: '2024-03-04T09:05:00.000' },
		{ text: '2024-3-4', out: midnight('2024-03-04') },
		{ text: '2024/03/04', out: midnight('2024-03-04') },
		{ text: '2024/3/4 12:30', out: '2024-03-04T12:30:00.000' },
		{ text: '2024.03.04', out: midnight('2024-03-04') },
		{ text: '20240304', out: midnight('2024-03-04') },
		{ text: ' 2024-03-04 ', out: midnight('2024-03-04') },
		{ text: '\ufeff2024-03-04', out: midnight('2024-03-04') },
		{ text: '۲۰۲۴-۰۳-۰۴', out: midnight('2024-03-04') },
		{ text: '٢٠٢٤/٠٣/٠٤ ١٢:٣٠', out: '2024-03-04T12:30:00.000' },
		{ text: '1900-01-01', out: midnight('1900-01-01') },
		{ text: '2199-12-31', out: midnight('2199-12-31') },
		{ text: '2024-02-29', out: midnight('2024-02-29') },
		{ text: '2000-02-29', out: midnight('2000-02-29') },
	])('"$text" is $out', ({ text, out }) => expect(reading(text)).toBe(out));

	it.each([
		{ text: '2024-03-04T23:30:00Z', out: '2024-03-05T01:30:00.000' },
		{ text: '2024-03-04T23:30:00.123Z', out: '2024-03-05T01:30:00.123' },
		{ text: '2024-03-04T23:30:00.123456Z', out: '2024-03-05T01:30:00.123' },
		{ text: '2024-03-04T23:30Z', out: '2024-03-05T01:30:00.000' },
		{ text: '2024-03-04 23:30:00 UTC', out: '2024-03-05T01:30:00.000' },
		{ text: '2024-03-04T00:30:00+02:00', out: '2024-03-04T00:30:00.000' },
		{ text: '2024-03-04T00:30:00.000+05:30', out: '2024-03-03T21:00:00.000' },
		{ text: '2024-03-04 00:30:00-0800', out: '2024-03-04T10:30:00.000' },
		{ text: '2024-03-04 00:30:00+00', out: '2024-03-04T02:30:00.000' },
		{ text: '2024-07-04T23:30:00Z', out: '2024-07-05T02:30:00.000' },
	])('"$text" is an instant, in Kyiv $out', ({ text, out }) => expect(reading(text)).toBe(out));

	it.each([
		['2023-02-29', '1900-02-29', '2100-02-29', '2024-02-30', '2024-04-31', '2024-13-01', '2024-00-10', '2024-01-00'],
		['2024-01-32', '2024-03-04 24:00', '2024-03-04T24:00:00', '2024-03-04 25:00', '2024-03-04 12:60', '2024-03-04 12:30:60'],
		['2024-03-04T12', '2024-03-04T', '2024-03-04 12:3', '2024-03-04 12:30:4', '2024-03-04T12:30:45.', '2024-03-04Z'],
		['2024-03-04T12:30+15:00', '2024-03-04T12:30+02:60', '2024-03-04T12:30Z+02:00', '2024-03-04T12:30 EST'],
		['2024-03', '2024', '2024-W10-1', '2024-064', '2024-03/04', '2024/03-04', '12:30', '12:30 2024-03-04', '-2024-03-04'],
		['1899-12-31', '2200-01-01', '0001-01-01', '0000-00-00', '9999-12-31', '2567-03-04', '20240230', '02024-03-04'],
		['2024-03-04 apples', '2024-03-045', '2024-03-04-05', '2024-03-04 12:30 (about)', '12024-03-04'],
		['', ' ', 'n/a', 'null', 'today', 'T12:30', '٫', '1.5', '-1'],
	].flat())('"%s" is unreadable as any format', (text) => {
		for (const format of formats.filter((id) => id !== 'spreadsheetSerial' || !/^[\d.]+$/.test(text))) {
			expect([format, reading(text, format)]).toEqual([format, 'unreadableDate']);
		}
	});

	it('reads a Jalali-looking year as a date in no format but jalali: "1403-01-15" is unreadable', () => {
		for (const text of ['1403-01-15', '1403/01/15', '1403.1.15', '14030115', '۱۴۰۳/۰۱/۱۵', '1300-01-01', '1499-12-29', '15/01/1403']) {
			for (const format of ['automatic', 'dayFirst', 'monthFirst'] as const) {
				expect([text, reading(text, format)]).toEqual([text, 'unreadableDate']);
			}
		}
	});
});

describe('slash and hyphen dates', () => {
	it.each(['3/4/2024', '03/04/2024', '3-4-2024', '12/11/2024', '1/2/2024 12:30', '3/4/2024, 12:30:00 PM'])(
		'"%s" is ambiguous: two orders, two days',
		(text) => expect(reading(text)).toBe('ambiguousDate'),
	);

	it.each([
		{ text: '25/4/2024', out: midnight('2024-04-25') },
		{ text: '4/25/2024', out: midnight('2024-04-25') },
		{ text: '25-04-2024', out: midnight('2024-04-25') },
		{ text: '04-25-2024', out: midnight('2024-04-25') },
		{ text: '4/4/2024', out: midnight('2024-04-04') },
		{ text: '29/2/2024', out: midnight('2024-02-29') },
		{ text: '25/04/2024 23:05', out: '2024-04-25T23:05:00.000' },
		{ text: '25/04/2024 23:05:06', out: '2024-04-25T23:05:06.000' },
		{ text: '4/25/2024 11:05 PM', out: '2024-04-25T23:05:00.000' },
		{ text: '4/25/2024 11:05:06pm', out: '2024-04-25T23:05:06.000' },
		{ text: '4/25/2024, 12:05:06\u202fAM', out: '2024-04-25T00:05:06.000' },
		{ text: '4/25/2024 12:05 p.m.', out: '2024-04-25T12:05:00.000' },
		{ text: '25/04/2024, 23:05:06', out: '2024-04-25T23:05:06.000' },
	])('"$text" exists in one order only: $out', ({ text, out }) => expect(reading(text)).toBe(out));

	it.each([
		{ text: '3/4/2024', format: 'dayFirst', out: midnight('2024-04-03') },
		{ text: '3/4/2024', format: 'monthFirst', out: midnight('2024-03-04') },
		{ text: '3-4-2024 1:05 PM', format: 'dayFirst', out: '2024-04-03T13:05:00.000' },
		{ text: '25/4/2024', format: 'dayFirst', out: midnight('2024-04-25') },
		{ text: '25/4/2024', format: 'monthFirst', out: 'unreadableDate' },
		{ text: '4/25/2024', format: 'dayFirst', out: 'unreadableDate' },
		{ text: '3/4/2024', format: 'jalali', out: 'ambiguousDate' },
		{ text: '3/4/2024', format: 'spreadsheetSerial', out: 'ambiguousDate' },
	] as const)('as $format "$text" gives $out', ({ text, format, out }) => expect(reading(text, format)).toBe(out));

	it.each(['30/2/2024', '29/2/2023', '13/13/2024', '0/5/2024', '32/1/2024', '25/4/2024 24:00', '4/25/2024 13:05 PM', '4/25/2024 0:05 AM', '25/4-2024', '25/4/2024/1', '25//2024'])(
		'"%s" is unreadable',
		(text) => expect(reading(text)).toBe('unreadableDate'),
	);

	it.each(['3/4/24', '25/4/24', '25.04.24', '24-03-04', '4-Mar-24', 'Mar 4, 24', '3/4/24 12:30', '03/01/15'])(
		'"%s" has a year of two digits, ambiguous where no order is given',
		(text) => {
			for (const format of ['automatic', 'jalali', 'spreadsheetSerial'] as const) expect([format, reading(text, format)]).toEqual([format, 'ambiguousDate']);
		},
	);

	it.each([
		{ text: '3/4/24', format: 'dayFirst', out: midnight('2024-04-03') },
		{ text: '3/4/24', format: 'monthFirst', out: midnight('2024-03-04') },
		{ text: '25.04.24', format: 'dayFirst', out: midnight('2024-04-25') },
		{ text: '25.12.69', format: 'dayFirst', out: midnight('2069-12-25') },
		{ text: '25.12.70', format: 'dayFirst', out: midnight('1970-12-25') },
		{ text: '25/4/24', format: 'monthFirst', out: 'unreadableDate' },
		{ text: '24-03-04', format: 'dayFirst', out: 'ambiguousDate' },
		{ text: '4-Mar-24', format: 'dayFirst', out: 'ambiguousDate' },
	] as const)('with the order given, as $format, "$text" gives $out', ({ text, format, out }) => expect(reading(text, format)).toBe(out));

	it('with dots the day is first in every format: "3.4.2024" is 3 April, "4.25.2024" unreadable', () => {
		for (const format of formats) {
			expect(reading('25.04.2024', format)).toBe(midnight('2024-04-25'));
			expect(reading('3.4.2024 12:30', format)).toBe('2024-04-03T12:30:00.000');
			expect(reading('4.25.2024', format)).toBe('unreadableDate');
		}
	});
});

describe('evidence for a column', () => {
	it.each([
		{ text: '25/4/2024', evidence: { dayFirst: 1, monthFirst: 0 } },
		{ text: '4/25/2024', evidence: { dayFirst: 0, monthFirst: 1 } },
		{ text: '25-4-2024 12:30', evidence: { dayFirst: 1, monthFirst: 0 } },
		{ text: '3/4/2024', evidence: { dayFirst: 0, monthFirst: 0 } },
		{ text: '4/4/2024', evidence: { dayFirst: 0, monthFirst: 0 } },
		{ text: '30/2/2024', evidence: { dayFirst: 0, monthFirst: 0 } },
		{ text: '25/4/2024 25:00', evidence: { dayFirst: 0, monthFirst: 0 } },
		{ text: '25/4/2024 apples', evidence: { dayFirst: 0, monthFirst: 0 } },
		{ text: '25.4.2024', evidence: { dayFirst: 0, monthFirst: 0 } },
		{ text: '2024-04-25', evidence: { dayFirst: 0, monthFirst: 0 } },
	])('"$text" counts as $evidence, in every format', ({ text, evidence }) => {
		for (const format of formats) {
			const reader = createDateReader({ format, zone: createZone('UTC') });
			reader.read(text);
			expect(reader.evidence).toEqual(evidence);
		}
	});

	it('adds up over cells: 25/4, 3/4, 26/4 and 4/27 give two days first and one month first', () => {
		const reader = createDateReader({ format: 'automatic', zone: createZone('UTC') });
		for (const text of ['25/4/2024', '3/4/2024', '26/4/2024', '4/27/2024']) reader.read(text);
		expect(reader.evidence).toEqual({ dayFirst: 2, monthFirst: 1 });
	});
});

describe('English month names', () => {
	it.each([
		{ text: 'Mar 4, 2024', out: midnight('2024-03-04') },
		{ text: 'March 4, 2024', out: midnight('2024-03-04') },
		{ text: 'Mar. 4, 2024', out: midnight('2024-03-04') },
		{ text: 'March 4th, 2024', out: midnight('2024-03-04') },
		{ text: '4 March 2024', out: midnight('2024-03-04') },
		{ text: '4 mar 2024', out: midnight('2024-03-04') },
		{ text: '4-Mar-2024', out: midnight('2024-03-04') },
		{ text: '04-MAR-2024 12:30', out: '2024-03-04T12:30:00.000' },
		{ text: '9 Sept 2024', out: midnight('2024-09-09') },
		{ text: '31 May 2024', out: midnight('2024-05-31') },
		{ text: 'Mar 4, 2024 12:30 PM', out: '2024-03-04T12:30:00.000' },
		{ text: 'Mar 4, 2024, 1:30:05 PM', out: '2024-03-04T13:30:05.000' },
		{ text: 'March 4, 2024 at 1:30 PM', out: '2024-03-04T13:30:00.000' },
		{ text: 'Monday, March 4, 2024', out: midnight('2024-03-04') },
		{ text: 'Mon, 04 Mar 2024 12:30:45 GMT', out: '2024-03-04T14:30:45.000' },
		{ text: 'Mon, 4 Mar 2024 12:30:45 +0000', out: '2024-03-04T14:30:45.000' },
		{ text: '4 Mar 2024 23:30 -0500', out: '2024-03-05T06:30:00.000' },
		{ text: 'Mon Mar 04 2024 12:30:45 GMT+0100 (Central European Standard Time)', out: '2024-03-04T13:30:45.000' },
	])('"$text" is, in Kyiv, $out', ({ text, out }) => expect(reading(text)).toBe(out));

	it.each(['31 Apr 2024', 'Feb 29, 2023', '4 Marz 2024', '4 Ma 2024', 'Mar 2024', 'Mar 4', 'March', '4th', 'Foo 4 Mar 2024', 'Mar 4, 12:30', '4 Mar 1403'])(
		'"%s" is unreadable',
		(text) => expect(reading(text)).toBe('unreadableDate'),
	);

	it('refuses a weekday that is not the date\'s: "Tue, 4 Mar 2024" was a Monday', () => {
		expect(reading('Tue, 4 Mar 2024')).toBe('unreadableDate');
		expect(reading('Mon, 4 Mar 2024')).toBe(midnight('2024-03-04'));
		expect(reading('Wed, 31 Dec 1969')).toBe(midnight('1969-12-31'));
		expect(reading('Mon 2024-03-04')).toBe(midnight('2024-03-04'));
	});
});

describe('numbers', () => {
	// 1709595000 is 2024-03-04T23:30:00Z.
	it.each([
		{ value: 1709595000, out: '2024-03-05T01:30:00.000' },
		{ value: 1709595000123, out: '2024-03-05T01:30:00.123' },
		{ value: 1709595000.123, out: '2024-03-05T01:30:00.123' },
		{ value: 1709595000123.9, out: '2024-03-05T01:30:00.123' },
		{ value: '1709595000', out: '2024-03-05T01:30:00.000' },
		{ value: '1709595000123', out: '2024-03-05T01:30:00.123' },
		{ value: '1709595000.123456', out: '2024-03-05T01:30:00.123' },
		{ value: '۱۷۰۹۵۹۵۰۰۰', out: '2024-03-05T01:30:00.000' },
		{ value: 1e8, out: '1973-03-03T12:46:40.000' },
		{ value: 1e11, out: '1973-03-03T12:46:40.000' },
		{ value: 20240304, out: midnight('2024-03-04') },
	])('$value is, in Kyiv, $out', ({ value, out }) => {
		for (const format of ['automatic', 'dayFirst', 'monthFirst', 'jalali'] as const) expect(reading(value, format)).toBe(out);
	});

	it('reads epochs of 1973 to 2199 and nothing between, below or above', () => {
		const end = Date.UTC(2200, 0, 1);
		expect(reading(end / 1000 - 1, 'automatic', 'UTC')).toBe('2199-12-31T23:59:59.000');
		expect(reading(end - 1, 'automatic', 'UTC')).toBe('2199-12-31T23:59:59.999');
		const refused = [0, 1, -1, 365, 45123, 45123.5, 99999999, 1e8 - 1, end / 1000, 1e10, 1e11 - 1, end, 1709595000123000, 1e18, 1e300, -1709595000, 0.5];
		for (const value of refused) expect([value, reading(value, 'automatic', 'UTC')]).toEqual([value, 'unreadableDate']);
	});

	it('finds twelve digits ambiguous that are milliseconds of 1976 and a minute of 2024', () => {
		expect(reading(202403041230)).toBe('ambiguousDate');
		expect(reading('202403041230')).toBe('ambiguousDate');
		expect(reading(202403041260, 'automatic', 'UTC')).toBe('1976-05-31T15:04:01.260');
		expect(reading(202413041230, 'automatic', 'UTC')).toBe('1976-05-31T17:50:41.230');
	});

	it.each([
		{ value: 45123, out: midnight('2023-07-16') },
		{ value: 45123.5, out: '2023-07-16T12:00:00.000' },
		{ value: 45123.99999, out: '2023-07-16T23:59:59.136' },
		{ value: '45123', out: midnight('2023-07-16') },
		{ value: '۴۵۱۲۳', out: midnight('2023-07-16') },
		{ value: 61, out: midnight('1900-03-01') },
		{ value: 60, out: 'unreadableDate' },
		{ value: 0, out: 'unreadableDate' },
		{ value: -45123, out: 'unreadableDate' },
		{ value: 109574, out: midnight('2199-12-31') },
		{ value: 109575, out: 'unreadableDate' },
		{ value: 1709595000, out: 'unreadableDate' },
		{ value: 20240304, out: 'unreadableDate' },
		{ value: '2023-07-16', out: midnight('2023-07-16') },
	])('as spreadsheet serial $value is $out', ({ value, out }) => expect(reading(value, 'spreadsheetSerial')).toBe(out));
});

describe('Jalali dates', () => {
	// Nowruz days: 1 Farvardin 1403 was 20 March 2024, 30 Esfand 1399 the day before 21 March 2021.
	it.each([
		{ text: '1403/01/01', out: midnight('2024-03-20') },
		{ text: '1403/01/15', out: midnight('2024-04-03') },
		{ text: '1403-1-15', out: midnight('2024-04-03') },
		{ text: '۱۴۰۳/۰۱/۱۵', out: midnight('2024-04-03') },
		{ text: '\u200f۱۴۰۳/۱/۱۵ ۲۳:۳۰', out: '2024-04-03T23:30:00.000' },
		{ text: '1403/01/15 11:30:05 PM', out: '2024-04-03T23:30:05.000' },
		{ text: '14030115', out: midnight('2024-04-03') },
		{ text: '1399/12/30', out: midnight('2021-03-20') },
		{ text: '1400/12/30', out: 'unreadableDate' },
		{ text: '1403/07/31', out: 'unreadableDate' },
		{ text: '1403/13/01', out: 'unreadableDate' },
		{ text: '1299/12/29', out: 'unreadableDate' },
		{ text: '1500/01/01', out: 'unreadableDate' },
		{ text: '15/01/1403', out: 'unreadableDate' },
		{ text: '2024-04-03', out: midnight('2024-04-03') },
		{ text: '2024-04-03T23:30:00Z', out: '2024-04-04T02:30:00.000' },
	])('as jalali "$text" is $out', ({ text, out }) => expect(reading(text, 'jalali')).toBe(out));
});

describe('objects', () => {
	const instant = Date.UTC(2024, 2, 4, 23, 30);

	it('reads a luxon DateTime and a Date as instants, in every format and zone', () => {
		for (const format of formats) {
			for (const zone of zones) {
				const expected = wallClockByIntl(instant, zone);
				expect(reading(DateTime.fromMillis(instant), format, zone)).toBe(expected);
				expect(reading(DateTime.fromMillis(instant, { zone: 'Asia/Tokyo' }), format, zone)).toBe(expected);
				expect(reading(new Date(instant), format, zone)).toBe(expected);
			}
		}
	});

	it.each([
		['an invalid DateTime', DateTime.invalid('test')],
		['an invalid Date', new Date(NaN)],
		['a Date of 1899', new Date('1899-01-01')],
		['a Date of 2200', new Date('2200-06-01')],
		['the last Date', new Date(8.64e15)],
		['a thing that gives no number', { isValid: true, toMillis: () => '5' }],
		['a thing that gives Infinity', { isValid: true, toMillis: () => Infinity }],
		['a thing that does not say it is valid', { toMillis: () => instant }],
		['a thing that throws', { isValid: true, toMillis: () => { throw new Error('hostile'); } }],
		['a thing that throws as text', { toString: () => { throw new Error('hostile'); } }],
		['a thing that says it is a Date', { [Symbol.toStringTag]: 'Date' }],
		['a proxy that throws', new Proxy({}, { get: () => { throw new Error('hostile'); } })],
		['an object without a prototype', Object.create(null)],
		['a date in an array', ['2024-03-04']],
		['true', true],
		['false', false],
		['null', null],
		['undefined', undefined],
		['NaN', NaN],
		['Infinity', Infinity],
		['a bigint', 1709595000n],
		['a symbol', Symbol('2024-03-04')],
	])('%s is unreadable', (_what, value) => expect(reading(value)).toBe('unreadableDate'));

	it('refuses a revoked proxy', () => {
		const { proxy, revoke } = Proxy.revocable({}, {});
		revoke();
		expect(reading(proxy)).toBe('unreadableDate');
	});
});

describe('faults', () => {
	it('are those of the last cell refused: ambiguous, then unreadable, then ambiguous', () => {
		const reader = createDateReader({ format: 'automatic', zone: createZone('UTC') });
		const faults = ['3/4/2024', 'n/a', '3/4/2024'].map((text) => (reader.read(text), reader.fault));
		expect(faults).toEqual(['ambiguousDate', 'unreadableDate', 'ambiguousDate']);
	});
});

describe('any day', () => {
	const firstDay = dayOfDate(1900, 1, 1);
	const lastDay = dayOfDate(2199, 12, 31);
	const anyDay = fc.integer({ min: firstDay, max: lastDay });
	const two = (number: number) => String(number).padStart(2, '0');
	const english = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...options });
	const parts = (day: number) => {
		const [year, month, dayOfMonth] = isoDate(day).split('-').map(Number);
		return { year, month, dayOfMonth };
	};

	const ways: { name: string; format: DateFormat; write: (day: number) => unknown }[] = [
		{ name: 'ISO', format: 'automatic', write: isoDate },
		{ name: 'slashes, year first', format: 'automatic', write: (day) => isoDate(day).replaceAll('-', '/') },
		{ name: 'dots, year first', format: 'automatic', write: (day) => isoDate(day).replaceAll('-', '.') },
		{ name: 'eight digits', format: 'automatic', write: (day) => isoDate(day).replaceAll('-', '') },
		{ name: 'a number of eight digits', format: 'automatic', write: (day) => Number(isoDate(day).replaceAll('-', '')) },
		{ name: 'dots', format: 'automatic', write: (day) => isoDate(day).split('-').reverse().join('.') },
		{ name: 'slashes, day first', format: 'dayFirst', write: (day) => isoDate(day).split('-').reverse().join('/') },
		{
			name: 'slashes, month first',
			format: 'monthFirst',
			write: (day) => `${parts(day).month}/${parts(day).dayOfMonth}/${parts(day).year}`,
		},
		{ name: 'English, short', format: 'automatic', write: (day) => english({ dateStyle: 'medium' }).format(day * MILLISECONDS_PER_DAY) },
		{ name: 'English, long', format: 'automatic', write: (day) => english({ dateStyle: 'full' }).format(day * MILLISECONDS_PER_DAY) },
		{
			name: 'British',
			format: 'automatic',
			write: (day) => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' }).format(day * MILLISECONDS_PER_DAY),
		},
		{ name: 'RFC 2822', format: 'automatic', write: (day) => new Date(day * MILLISECONDS_PER_DAY).toUTCString() },
	];

	it.each(ways)('in $name reads back, as $format', ({ format, write }) => {
		const reader = createDateReader({ format, zone: createZone('UTC') });
		fc.assert(fc.property(anyDay, (day) => expect(reader.read(write(day))).toBe(day * MILLISECONDS_PER_DAY)));
	});

	it('in slashes, automatic: read where day or month exceeds 12 or both are equal, ambiguous else', () => {
		fc.assert(
			fc.property(anyDay, fc.boolean(), (day, dayFirst) => {
				const { year, month, dayOfMonth } = parts(day);
				const text = dayFirst ? `${dayOfMonth}/${month}/${year}` : `${two(month)}/${two(dayOfMonth)}/${year}`;
				const isPlain = dayOfMonth > 12 || dayOfMonth === month;
				expect(reading(text)).toBe(isPlain ? midnight(isoDate(day)) : 'ambiguousDate');
			}),
		);
	});

	it('as a spreadsheet serial with any time reads back to the millisecond', () => {
		const reader = createDateReader({ format: 'spreadsheetSerial', zone: createZone('Asia/Kolkata') });
		fc.assert(
			fc.property(
				fc.integer({ min: dayOfDate(1900, 3, 1), max: lastDay }),
				fc.integer({ min: 0, max: MILLISECONDS_PER_DAY - 1 }),
				(day, time) => {
					const serial = day - dayOfDate(1899, 12, 30) + time / MILLISECONDS_PER_DAY;
					expect(reader.read(serial)).toBe(day * MILLISECONDS_PER_DAY + time);
				},
			),
		);
	});

	// Oracle: the runtime's own Iranian calendar.
	it('in the Jalali calendar reads back, with Persian digits and without', () => {
		const iranian = new Intl.DateTimeFormat('en-u-ca-persian', { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' });
		const reader = createDateReader({ format: 'jalali', zone: createZone('Asia/Tehran') });
		fc.assert(
			fc.property(fc.integer({ min: dayOfDate(1921, 3, 21), max: dayOfDate(2088, 3, 19) }), (day) => {
				const written = iranian.formatToParts(day * MILLISECONDS_PER_DAY);
				const part = Object.fromEntries(written.map(({ type, value }) => [type, value]));
				const text = `${part.year ?? part.relatedYear}/${part.month}/${part.day}`;
				expect([text, reader.read(text)]).toEqual([text, day * MILLISECONDS_PER_DAY]);
				const persian = text.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]);
				expect(reader.read(persian)).toBe(day * MILLISECONDS_PER_DAY);
			}),
			{ numRuns: 2000 },
		);
	});

	it('and time in ISO reads alike by the quick way and by the long way round', () => {
		const reader = createDateReader({ format: 'automatic', zone: createZone('America/New_York') });
		const upTo = (max: number) => fc.integer({ min: 0, max });
		const date = fc.tuple(fc.integer({ min: 1890, max: 2210 }), upTo(13), upTo(32));
		const clock = fc.tuple(upTo(25), upTo(61), upTo(61), upTo(999));
		const offsets = fc.constantFrom('', 'Z', '+02:00', '-05:30', '+15:00', '+01:60');
		const shapes = [date, clock, offsets, fc.constantFrom('T', ' '), upTo(3)] as const;
		fc.assert(
			fc.property(...shapes, ([year, month, day], [hour, minute, second, fraction], offset, separator, length) => {
				const time = `${separator}${two(hour)}:${two(minute)}`;
				const seconds = ['', `:${two(second)}`, `:${two(second)}.${String(fraction).padStart(3, '0')}`];
				const text = `${year}-${two(month)}-${two(day)}${length === 0 ? '' : time + seconds[length - 1] + offset}`;
				// A leading space is beyond the quick way.
				expect([text, reader.read(` ${text}`)]).toEqual([text, reader.read(text)]);
			}),
			{ numRuns: 5000 },
		);
	});
});

describe('instants on the days clocks change', () => {
	/** UTC days around changes, and 30 December 2011, which Apia skipped. */
	const days = ['2011-12-29', '2011-12-30', '2011-12-31', '2024-03-10', '2024-03-31', '2024-10-27', '2024-11-03', '2021-04-03', '2021-09-25', '1988-05-01'];
	const changing = fc
		.tuple(fc.constantFrom(...days), fc.integer({ min: -MILLISECONDS_PER_DAY, max: 2 * MILLISECONDS_PER_DAY }))
		.map(([day, shift]) => Date.parse(day) + shift);
	const anywhere = fc.integer({ min: Date.parse('1973-03-04'), max: Date.parse('2100-01-01') });

	it.each(zones)('in %s read as the runtime\'s own clock shows them, however they are written', (zone) => {
		const reader = createDateReader({ format: 'automatic', zone: createZone(zone) });
		fc.assert(
			fc.property(fc.oneof({ weight: 3, arbitrary: changing }, anywhere), (instant) => {
				const expected = wallClockByIntl(instant, zone);
				const iso = new Date(instant).toISOString();
				const shifted = new Date(instant + 5.5 * 3_600_000).toISOString().replace('Z', '+05:30');
				const written = [iso, shifted, instant, String(instant), instant / 1000, new Date(instant), DateTime.fromMillis(instant)];
				for (const value of written) expect([value, wallClock(reader.read(value))]).toEqual([value, expected]);
				const wholeSecond = Math.floor(instant / 1000) * 1000;
				expect(wallClock(reader.read(new Date(instant).toUTCString()))).toBe(wallClockByIntl(wholeSecond, zone));
			}),
			{ numRuns: 500 },
		);
	});

	it('skip from 29 to 31 December 2011 in Apia, within a second', () => {
		expect(reading('2011-12-30T09:59:59Z', 'automatic', 'Pacific/Apia')).toBe('2011-12-29T23:59:59.000');
		expect(reading('2011-12-30T10:00:00Z', 'automatic', 'Pacific/Apia')).toBe('2011-12-31T00:00:00.000');
	});

	it('leave text without an offset alone, even where no clock showed it: 30 December 2011 in Apia', () => {
		expect(reading('2011-12-30', 'automatic', 'Pacific/Apia')).toBe(midnight('2011-12-30'));
		expect(reading('2024-03-10 02:30', 'automatic', 'America/New_York')).toBe('2024-03-10T02:30:00.000');
	});
});

describe('whatever a cell holds', () => {
	it.each(formats)('never throws, and gives a whole number of milliseconds of 1900 to 2199 or NaN, as %s', (format) => {
		const reader = createDateReader({ format, zone: createZone('America/New_York') });
		const first = dayOfDate(1900, 1, 1) * MILLISECONDS_PER_DAY;
		const end = dayOfDate(2199, 12, 31) * MILLISECONDS_PER_DAY + MILLISECONDS_PER_DAY;
		const anything = fc.oneof(
			fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }),
			fc.string({ unit: fc.constantFrom(...'0123456789-/.: TZ+,aprmMondۺ۴٤') }),
			fc.stringMatching(/^[0-9]{1,4}[-/.][0-9]{1,4}[-/.][0-9]{1,4}[T ]?([0-9]{2}:[0-9]{2}(:[0-9]{2})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?$/),
			fc.double(),
			fc.integer({ min: -1e13, max: 1e13 }),
		);
		fc.assert(
			fc.property(anything, (value) => {
				const localTime = reader.read(value);
				const isInRange = Number.isInteger(localTime) && localTime >= first && localTime < end;
				expect(Number.isNaN(localTime) || isInRange).toBe(true);
			}),
			{ numRuns: 3000 },
		);
	});

	it('refuses a megabyte of anything at once', () => {
		for (const character of ['1', ' ', '-', 'T', '1/', '2024-03-04 ', '(', '۱', 'a ']) {
			expect(reading(character.repeat(1_000_000))).toBe('unreadableDate');
			expect(reading(character.repeat(1_000_000).slice(0, 100))).toBe('unreadableDate');
		}
	});
});
