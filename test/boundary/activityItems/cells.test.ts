import type { CellReaders } from '../../../boundary/activityItems/cells';
import { cellReaders, isFault } from '../../../boundary/activityItems/cells';
import { createZone, dayOfDate } from '../../../domain/time';

const day = dayOfDate(2024, 7, 1);
const inZone = (zone: string): CellReaders => cellReaders(createZone(zone));
const { count, number, date, text, flag, texts, dates, numbers } = inZone('UTC');

describe('a number', () => {
	it.each<[cell: unknown, read: unknown]>([
		[4.5, 4.5],
		['4.5', 4.5],
		[' -12 ', -12],
		[0, 0],
		['0', 0],
		['', null],
		[null, null],
		[undefined, null],
		[NaN, null],
		['n/a', null],
		['4,5', 'unreadableNumber'],
		['1e3', 'unreadableNumber'],
		['two', 'unreadableNumber'],
		[Infinity, 'unreadableNumber'],
		[true, 'unreadableNumber'],
		[[4], 'unreadableNumber'],
	])('of %j is %j', (cell, read) => expect(number(cell)).toBe(read));
});

describe('a count', () => {
	it.each<[cell: unknown, read: unknown]>([
		[4.5, 4.5],
		[0, 0],
		['12', 12],
		[1e6, 1e6],
		['', null],
		[null, null],
		[-1, 'unreadableNumber'],
		['-0.5', 'unreadableNumber'],
		[1_000_001, 'unreadableNumber'],
		['two', 'unreadableNumber'],
	])('of %j is %j', (cell, read) => expect(count(cell)).toBe(read));
});

describe('a day', () => {
	it.each<[cell: unknown, read: unknown]>([
		['2024-07-01', day],
		['2024-07-01T00:00:00.000Z', day],
		['2024-07-01T00:00:00Z', day],
		['2024-07-01T00:00:00+00:00', day],
		['2024-07-01 10:30', day],
		['01.07.2024', day],
		[new Date('2024-07-01T00:00:00Z'), day],
		['', null],
		[null, null],
		['-', null],
		['          ', null],
		['soon', 'unreadableDate'],
		['2024-02-30', 'unreadableDate'],
		['03/04/2024', 'ambiguousDate'],
		[new Date(NaN), 'unreadableDate'],
		[{}, 'unreadableDate'],
	])('of %j is %j', (cell, read) => expect(date(cell)).toBe(read));

	it.each(['Europe/Kyiv', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])('that stands as midnight in UTC is that day in %s too', (zone) => {
		expect(inZone(zone).date('2024-07-01T00:00:00.000Z')).toBe(day);
		expect(inZone(zone).date(new Date('2024-07-01T00:00:00.000Z'))).toBe(day);
	});

	it('of any other instant is the day in the zone: 22 h in UTC is the next day in Kyiv', () => {
		expect([inZone('UTC').date('2024-06-30T22:00:00.000Z'), inZone('Europe/Kyiv').date('2024-06-30T22:00:00.000Z')]).toEqual([day - 1, day]);
	});
});

describe('an answer', () => {
	it.each<[cell: unknown, read: boolean | null]>([
		[true, true],
		[1, true],
		['true', true],
		['TRUE', true],
		['1', true],
		[false, false],
		[0, false],
		['False', false],
		['', null],
		[null, null],
		[undefined, null],
		['perhaps', null],
		['constructor', null],
	])('of %j is %j', (cell, read) => expect(flag(cell)).toBe(read));
});

describe('a text', () => {
	it.each<[cell: unknown, read: string | null]>([
		['Pro', 'Pro'],
		[7, '7'],
		['', null],
		['null', null],
		[null, null],
	])('of %j is %j', (cell, read) => expect(text(cell)).toBe(read));
});

describe('texts and their days', () => {
	it.each<[cell: unknown, read: readonly string[] | null]>([
		[['one', 'two'], ['one', 'two']],
		['one\ntwo', ['one', 'two']],
		['one', ['one']],
		[[], []],
		['', []],
		[null, null],
		[undefined, null],
	])('texts of %j are %j', (cell, read) => expect(texts(cell)).toEqual(read));

	it('an empty text keeps its place, so that the days beside it stay in theirs', () => expect(texts('one\n\nthree')).toEqual(['one', '', 'three']));

	it.each<[cell: unknown, read: unknown]>([
		[['2024-07-01', '2024-06-30'], [day, day - 1]],
		['2024-07-01\n2024-06-30', [day, day - 1]],
		['2024-07-01, 2024-06-30', [day, day - 1]],
		[[], []],
		['', []],
		[null, null],
		['2024-07-01\nsoon', 'unreadableDate'],
		[['2024-07-01', null], 'unreadableDate'],
	])('days of %j are %j', (cell, read) => expect(dates(cell)).toEqual(read));
});

describe('numbers', () => {
	it.each<[cell: unknown, read: unknown]>([
		[[80, -3.5], [80, -3.5]],
		['80, -3.5', [80, -3.5]],
		['80\n-3.5', [80, -3.5]],
		[' 80 ,\t-3.5\r\n4 ', [80, -3.5, 4]],
		['19785', [19785]],
		[19785, [19785]],
		[['19785', 19786], [19785, 19786]],
		[[], []],
		['', []],
		[null, null],
		[undefined, null],
		['19785, soon', 'unreadableNumber'],
		['19785, ', 'unreadableNumber'],
		['1e3', 'unreadableNumber'],
		['19785 19786', 'unreadableNumber'],
		[[19785, null], 'unreadableNumber'],
		[[NaN], 'unreadableNumber'],
		[{ 0: 19785 }, 'unreadableNumber'],
		[true, 'unreadableNumber'],
	])('of %j are %j', (cell, read) => expect(numbers(cell)).toEqual(read));

	it('that an item has as a list are that list, and no copy', () => {
		const list = Object.freeze([1, 2]);
		expect(numbers(list)).toBe(list);
	});
});

it('only a text where something else should be is a fault: of a text kind it is what it holds', () => {
	expect([isFault('count', 'unreadableNumber'), isFault('number', 'unreadableNumber'), isFault('date', 'unreadableDate'), isFault('text', 'unreadableDate'), isFault('number', 4), isFault('texts', ['a']), isFault('flag', null), isFault('numbers', 'unreadableNumber'), isFault('numbers', [4])]).toEqual([true, true, true, false, false, false, false, true, false]);
});
