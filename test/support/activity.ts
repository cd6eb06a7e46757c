/** Draws the streams of Customer Activity, and what every stream's fields have in common to be tested. */
import type { ActivityField, ActivityFields, ActivityValue } from '../../domain/activity/activityField';
import type { Flags } from '../../domain/activity/streamColumns';
import { NO, UNKNOWN, YES } from '../../domain/activity/streamColumns';
import type { Windows } from '../../domain/activity/windows';
import type { History } from '../../domain/ledger/history';
import { AMOUNT_SCALE, historyOf } from '../../domain/ledger/history';
import type { NullReason } from '../../domain/problems';
import { dayOfDate, MILLISECONDS_PER_DAY } from '../../domain/time';

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
