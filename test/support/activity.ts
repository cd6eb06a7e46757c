/** Draws the streams of Customer Activity, and what every stream's fields have in common to be tested. */
import fc from 'fast-check';
import type { ActivityField, ActivityFields, ActivityValue } from '../../domain/activity/activityField';
import type { Flags } from '../../domain/activity/streamColumns';
import { NO, UNKNOWN, YES } from '../../domain/activity/streamColumns';
import type { Windows } from '../../domain/activity/windows';
import type { History } from '../../domain/ledger/history';
import { AMOUNT_SCALE, historyOf } from '../../domain/ledger/history';
import type { NullReason } from '../../domain/problems';
import { dayOfDate, dayOfLocalTime, isoDate, MILLISECONDS_PER_DAY } from '../../domain/time';
import { closeTo } from './closeTo';
import { law, TABLES } from './law';
import { dayOf } from './ledger';

/** 30 June 2024. Recent: 1 to 30 June. Usual: 4 December 2023 to 31 May 2024. */
export const asOf = dayOfDate(2024, 6, 30);
export const windows: Windows = Object.freeze({ asOf, recentDays: 30, usualDays: 180 });

export const HOUR = 3_600_000;
export const DAY = MILLISECONDS_PER_DAY;

/** A local time from `2024-06-30` or `2024-06-30T10:00`; NaN for an empty cell. */
export const timeOf = (text: string): number => Date.parse(`${text.length === 10 ? `${text}T00:00` : text}Z`);

const flagOfText: Readonly<Record<string, number>> = { yes: YES, no: NO };
export const flagsOf = (texts: readonly string[]): Flags => Uint8Array.from(texts, (text) => flagOfText[text] ?? UNKNOWN);

export interface DatedRow {
	/** A number of the customer. */
	readonly customer: number;
	/** As a local time. */
	readonly at: number;
	/** In whole currency units. */
	readonly amount?: number;
	readonly currency?: number;
}

/** The history of rows of so many customers. */
export const historyOfRows = (rows: readonly DatedRow[], customerCount: number, has: { readonly amounts?: boolean; readonly currencies?: boolean } = {}): History =>
	historyOf({
		customerCount,
		customer: Int32Array.from(rows, ({ customer }) => customer),
		localTime: Float64Array.from(rows, ({ at }) => at),
		amount: has.amounts ? Float64Array.from(rows, ({ amount = NaN }) => Math.round(amount * AMOUNT_SCALE)) : null,
		currency: has.currencies ? Int32Array.from(rows, ({ currency = 0 }) => currency) : null,
		isVisit: new Uint8Array(rows.length).fill(1),
	});

/** What the fields say of a view. */
export const valuesOf = <View>(fields: ActivityFields<View>, view: View): Record<string, ActivityValue> =>
	Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.of(view)]));

/** Why those of the fields that are null are null. */
export const reasonsOf = <View>(fields: ActivityFields<View>, view: View): Record<string, NullReason | undefined> =>
	Object.fromEntries(
		Object.entries(fields)
			.filter(([, field]) => field.of(view) === null)
			.map(([name, field]: [string, ActivityField<View>]) => [name, field.why?.(view)]),
	);

/** Each field's example is its value there; each that can be null says when and why. */
export function describeExample<View>(fields: ActivityFields<View>, view: View): void {
	describe.each(Object.entries(fields))('the field %s', (_, field: ActivityField<View>) => {
		it('has in the example the value that it shows', () => expect(field.of(view)).toEqual(field.example));
		it('says when it is null where it says why', () => expect(field.nullWhen === undefined).toBe(field.why === undefined));
		it('says in words what it counts and how', () => {
			for (const words of [field.question, field.counts, field.aggregate, field.unit]) expect(words).toMatch(/^\S.*[^.\s]$/s);
			expect(field.question).toMatch(/\?$/);
		});
	});
}

/** Each field is what it should be: figures within the tolerance of all tests, everything else exactly. */
export function sameValues(got: Readonly<Record<string, ActivityValue>>, expected: Readonly<Record<string, ActivityValue>>, input: unknown): void {
	expect(Object.keys(got)).toEqual(Object.keys(expected));
	for (const [field, value] of Object.entries(expected)) {
		if (typeof value === 'number') closeTo(got[field], value, { field, input });
		else expect({ [field]: got[field] }).toEqual({ [field]: value });
	}
}

/** A day of a random stream: its windows are short, so that rows fall on all their edges. */
const LAST_DAY = 30;
export const shortWindows: Windows = Object.freeze({ asOf: LAST_DAY, recentDays: 5, usualDays: 10 });

/** A moment up to the end of As Of; few hours, so that rows share moments. */
export const anyMoment: fc.Arbitrary<number> = fc
	.tuple(fc.integer({ min: 0, max: LAST_DAY }), fc.constantFrom(0, 9 * HOUR, DAY - 1))
	.map(([day, time]) => day * DAY + time);

/** That or NaN: not happened, or not said. */
export const anyMomentOrNone: fc.Arbitrary<number> = fc.oneof(anyMoment, fc.constant(NaN));

/** How a stream is computed, and what the slow twin says of one customer's rows. */
export interface StreamUnderTest<Row extends DatedRow, Columns, View> {
	readonly fields: ActivityFields<View>;
	views(columns: Columns, windows: Windows, sinceOf: (customer: number) => number): (customer: number) => View;
	columnsOf(rows: readonly Row[], customerCount: number): Columns;
	readonly anyRow: fc.Arbitrary<Row>;
	shifted(row: Row, days: number): Row;
	slow(rows: readonly Row[], windows: Windows, since: number): Record<string, ActivityValue>;
}

const CUSTOMERS = 3;
export const anyCustomer: fc.Arbitrary<number> = fc.nat(CUSTOMERS - 1);

/** A date, or a list of dates, so many days later; everything else as it is. */
function laterBy(days: number, value: ActivityValue, unit: string): ActivityValue {
	const later = (date: string) => isoDate(dayOf(date) + days);
	if (unit === 'dates' && Array.isArray(value)) return value.map(later);
	return unit === 'date' && typeof value === 'string' ? later(value) : value;
}

/** What holds for every stream: it is its slow twin, and the order of rows, other customers and the calendar do not matter. */
export function describeLaws<Row extends DatedRow, Columns, View>(stream: StreamUnderTest<Row, Columns, View>): void {
	const { fields, columnsOf, anyRow, shifted, slow } = stream;
	/** By customer, the first day in any stream: not after that in this one. */
	const sinceOf = (rows: readonly Row[], offset: number) => (customer: number) =>
		Math.min(LAST_DAY - ((offset + 7 * customer) % LAST_DAY), ...rows.filter((row) => row.customer === customer).map(({ at }) => dayOfLocalTime(at)));
	const viewsOf = (rows: readonly Row[], since: (customer: number) => number, customerCount = CUSTOMERS) =>
		stream.views(columnsOf(rows, customerCount), shortWindows, since);
	const customers = Array.from({ length: CUSTOMERS }, (_, customer) => customer);
	const anyRows = fc.array(anyRow, { maxLength: 25 });

	it('says of each customer what a plain loop over the rows says, and why where it says nothing', () => {
		law(anyRows, fc.nat(LAST_DAY), (rows, offset) => {
			const since = sinceOf(rows, offset);
			const viewOf = viewsOf(rows, since);
			for (const customer of customers) {
				const own = rows.filter((row) => row.customer === customer);
				const view = viewOf(customer);
				sameValues(valuesOf(fields, view), slow(own, shortWindows, since(customer)), own);
				for (const [field, reason] of Object.entries(reasonsOf(fields, view))) expect({ [field]: typeof reason }).toEqual({ [field]: 'string' });
			}
		});
	});

	it('says the same whatever the order of rows', () => {
		const shuffled = anyRows.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
		law(shuffled, fc.nat(LAST_DAY), ([rows, others], offset) => {
			const since = sinceOf(rows, offset);
			const [viewOf, otherViewOf] = [viewsOf(rows, since), viewsOf(others, since)];
			for (const customer of customers) sameValues(valuesOf(fields, otherViewOf(customer)), valuesOf(fields, viewOf(customer)), rows);
		}, TABLES);
	});

	it('says of a customer among others what it says of the customer alone, in whatever order and however often it is asked', () => {
		law(anyRows, fc.nat(LAST_DAY), (rows, offset) => {
			const since = sinceOf(rows, offset);
			const viewOf = viewsOf(rows, since);
			for (const customer of [2, 0, 1, 1]) {
				const own = rows.filter((row) => row.customer === customer).map((row) => ({ ...row, customer: 0 }));
				sameValues(valuesOf(fields, viewOf(customer)), valuesOf(fields, viewsOf(own, () => since(customer), 1)(0)), own);
			}
		}, TABLES);
	});

	it('says the same of the same story some days later, with dates as many days later', () => {
		law(anyRows, fc.integer({ min: 1, max: 20_000 }), (rows, days) => {
			const since = sinceOf(rows, 0);
			const viewOf = viewsOf(rows, since);
			const later = stream.views(
				columnsOf(rows.map((row) => shifted(row, days)), CUSTOMERS),
				{ ...shortWindows, asOf: LAST_DAY + days },
				(customer) => since(customer) + days,
			);
			for (const customer of customers) {
				const expected = Object.entries(valuesOf(fields, viewOf(customer))).map(([field, value]) => [field, laterBy(days, value, fields[field].unit)]);
				sameValues(valuesOf(fields, later(customer)), Object.fromEntries(expected), rows);
			}
		}, TABLES);
	});
}

/** How a stream of 50,000 rows of one customer is checked: a slow way to do it would run into the time limit of a test. */
export const MANY_ROWS = 50_000;

/**
 * One customer may have all the rows
 *
 * `rowAt` gives each of them; `expected` are values of fields that follow from the rows.
 */
export function describeOneWithAll<Row extends DatedRow, Columns, View>(stream: StreamUnderTest<Row, Columns, View>, rowAt: (index: number) => Row, expected: Readonly<Record<string, ActivityValue>>): void {
	it('says of one customer with 50,000 rows what follows from them', () => {
		const columns = stream.columnsOf(Array.from({ length: MANY_ROWS }, (_, index) => rowAt(index)), 1);
		expect(valuesOf(stream.fields, stream.views(columns, shortWindows, () => 0)(0))).toMatchObject(expected);
	});
}
