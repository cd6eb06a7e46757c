/** Reading rows in a test: everything automatic, zone UTC, today is Monday 1 July 2024, unless a test says otherwise. */
import type { CustomerId } from '../../boundary/reading/customerColumn';
import type { PurchaseReading, ReadingOutcome, ReadingSettings } from '../../boundary/reading/purchases';
import { readPurchases } from '../../boundary/reading/purchases';
import type { ReadingHint } from '../../boundary/reading/readingText';
import { hintsAbout } from '../../boundary/reading/readingText';
import type { Item, Table } from '../../boundary/paths';
import { tableOf } from '../../boundary/paths';
import { AMOUNT_SCALE } from '../../domain/ledger/history';
import type { Problem } from '../../domain/problems';
import { createZone, dayOfDate, isoDate } from '../../domain/time';

export type Rows = ReadonlyArray<Record<string, unknown>>;

export const today = dayOfDate(2024, 7, 1);

export interface Changes extends Partial<Omit<ReadingSettings, 'columns' | 'zone'>> {
	readonly columns?: Partial<ReadingSettings['columns']>;
	readonly zone?: string;
}

export const settingsWith = ({ columns, zone, ...rest }: Changes = {}): ReadingSettings => ({
	source: 'automatic',
	rowsAre: 'purchases',
	dateFormat: 'automatic',
	decimalMark: 'automatic',
	amountUnit: 'automatic',
	amountIs: 'automatic',
	dropsTrailingZero: false,
	keepsCancelled: false,
	netsRefunds: false,
	countsZeroAmounts: false,
	key: null,
	asOf: { kind: 'automatic', today },
	groupBy: [],
	keepColumns: [],
	...rest,
	zone: createZone(zone ?? 'UTC'),
	columns: { customer: '', date: '', amount: '', order: '', currency: '', status: '', ...columns },
});

/** Freezes a value and all in it, so that whoever writes to it fails. */
export function deepFrozen<Value>(value: Value): Value {
	if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		Object.values(value).forEach(deepFrozen);
	}
	return value;
}

export const itemsOf = (rows: Rows): Item[] => deepFrozen(rows.map((json) => ({ json })));

export const outcomeOf = (rows: Rows, changes?: Changes): ReadingOutcome => readPurchases(itemsOf(rows), settingsWith(changes));

export const tableOfRows = (...rows: Rows): Table => tableOf(rows.map((json) => ({ json })));

/** The reading of rows that can be read; fails where a whole column is wrong. */
export function readingOf(rows: Rows, changes?: Changes): PurchaseReading {
	const outcome = outcomeOf(rows, changes);
	if ('reading' in outcome) return outcome.reading;
	throw new Error(`There is no reading: ${JSON.stringify(outcome)}`);
}

/** What is wrong, with a row or with a whole column. */
export function problemsOf(rows: Rows, changes?: Changes): readonly Problem[] {
	const outcome = outcomeOf(rows, changes);
	if ('isEmpty' in outcome) return [];
	return 'reading' in outcome ? outcome.reading.problems : outcome.problems;
}

/** Rows, counted from 1, by what is wrong with them. */
export function faultyRows(rows: Rows, changes?: Changes): Record<string, number[]> {
	const rowsOfCode: Record<string, number[]> = {};
	for (const { code, item } of problemsOf(rows, changes)) (rowsOfCode[code] ??= []).push(item === null ? 0 : item + 1);
	return rowsOfCode;
}

/** The customers with an event that passes, in the order of the output. */
function customersWith(reading: PurchaseReading, passes: (event: number) => boolean): CustomerId[] {
	const { history, customers } = reading;
	const found: CustomerId[] = [];
	for (let customer = 0; customer < history.customerCount; customer++) {
		for (let event = history.firstEvent[customer]; event < history.firstEvent[customer + 1]; event++) {
			if (!passes(event)) continue;
			found.push(customers.idOf(customer));
			break;
		}
	}
	return found;
}

/** Who bought: those with a purchase, in the order of the output. */
export const buyersOf = (reading: PurchaseReading): CustomerId[] => customersWith(reading, (event) => reading.history.isVisit[event] === 1);

/** What was spent, by currency; '' where none is named. */
export function spentOf({ history, currencies }: PurchaseReading): Record<string, number> {
	const spent: Record<string, number> = {};
	history.amount?.forEach((amount, event) => {
		const name = currencies[history.currency?.[event] ?? 0] ?? '';
		spent[name] = (spent[name] ?? 0) + amount;
	});
	return Object.fromEntries(Object.entries(spent).map(([name, sum]) => [name, sum / AMOUNT_SCALE]));
}

/** The days of the events in the order of the items. */
export function daysOf({ history, itemOfRow }: PurchaseReading): string[] {
	const days = [...history.row].map((row, event) => ({ item: itemOfRow[row], day: history.day[event] }));
	return days.sort((one, other) => one.item - other.item).map(({ day }) => isoDate(day));
}

export const leftOutOf = (reading: PurchaseReading): Record<string, number> => Object.fromEntries(reading.leftOut);

export const hintsOn = (rows: Rows, changes?: Changes): ReadingHint[] => hintsAbout(readingOf(rows, changes), rows.length);

export const warningsOn = (rows: Rows, changes?: Changes): string[] =>
	hintsOn(rows, changes).flatMap(({ kind, message }) => (kind === 'warning' ? [message] : []));

/** Whether there is a reading, problems, or nothing. */
export const describeKeys = (outcome: ReadingOutcome): string[] => Object.keys(outcome);
