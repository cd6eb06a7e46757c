/**
 * What happened, customer by customer and in order of time.
 *
 * Invariants that `historyOf` establishes and all readers rely on:
 * - events of customer c are those from `firstEvent[c]` up to, not including, `firstEvent[c + 1]`;
 * - within a customer, events are in order of local time;
 * - nothing lies after the As Of day: whoever calls has left that out;
 * - amounts are whole numbers of 1/10,000, so that their sums do not depend on order.
 */
import { dayOfLocalTime } from '../time';

/** Amounts are counted in ten-thousandths, as whole numbers. */
export const AMOUNT_SCALE = 10_000;

/** Events as columns, one entry a row, in any order. */
export interface EventColumns {
	readonly customerCount: number;
	/** Which customer, numbered from 0 in the order in which the output lists them. */
	readonly customer: Int32Array;
	/** When, as a local time (see `time.ts`). */
	readonly localTime: Float64Array;
	/** What it brought, in 1/10,000; null where the rows carry no amounts. */
	readonly amount: Float64Array | null;
	/** Which currency, as an index into a list kept elsewhere; null where there is one or none. */
	readonly currency: Int32Array | null;
	/** 1 where the event is a purchase or visit, 0 where it only moves money (a refund). */
	readonly isVisit: Uint8Array;
}

/** The same events, gathered by customer and in order of time. */
export interface History {
	readonly customerCount: number;
	readonly firstEvent: Int32Array;
	readonly day: Int32Array;
	readonly localTime: Float64Array;
	readonly isVisit: Uint8Array;
	readonly amount: Float64Array | null;
	readonly currency: Int32Array | null;
	/** Which entry of the columns each event was. */
	readonly row: Int32Array;
	readonly firstDay: number;
	readonly lastDay: number;
}

/** Positions of the entries in ascending order of key; entries with equal keys stay in the given order. */
function sortedPositions(positions: Int32Array, keyOf: Int32Array, smallestKey: number, keyCount: number): Int32Array {
	const next = new Int32Array(keyCount + 1);
	for (let index = 0; index < positions.length; index++) next[keyOf[positions[index]] - smallestKey + 1]++;
	for (let key = 0; key < keyCount; key++) next[key + 1] += next[key];
	const sorted = new Int32Array(positions.length);
	for (let index = 0; index < positions.length; index++) {
		const position = positions[index];
		sorted[next[keyOf[position] - smallestKey]++] = position;
	}
	return sorted;
}

/** Fills `ordered` with the values at the given positions. */
function inOrder<Column extends Int32Array | Float64Array | Uint8Array>(values: Column, positions: Int32Array, ordered: Column): Column {
	for (let index = 0; index < positions.length; index++) ordered[index] = values[positions[index]];
	return ordered;
}

/** Puts the events of one customer and day in order of local time, where they are not already. */
function sortWithinDays(rows: Int32Array, columns: EventColumns, day: Int32Array): void {
	const { customer, localTime } = columns;
	const belongTogether = (one: number, other: number) => customer[one] === customer[other] && day[one] === day[other];
	let start = 0;
	while (start < rows.length) {
		let end = start + 1;
		let isSorted = true;
		for (; end < rows.length && belongTogether(rows[start], rows[end]); end++) {
			if (localTime[rows[end]] < localTime[rows[end - 1]]) isSorted = false;
		}
		if (!isSorted) rows.subarray(start, end).sort((one, other) => localTime[one] - localTime[other]);
		start = end;
	}
}

/**
 * The history of every customer, from events in any order.
 *
 * Two counting sorts, by day and then by customer, so that one customer with all the events costs no
 * more than many with one each. O(events + days + customers).
 */
export function historyOf(columns: EventColumns): History {
	const { customerCount, customer, localTime } = columns;
	const eventCount = customer.length;
	const dayOfRow = new Int32Array(eventCount);
	let firstDay = Infinity;
	let lastDay = -Infinity;
	for (let row = 0; row < eventCount; row++) {
		const day = dayOfLocalTime(localTime[row]);
		dayOfRow[row] = day;
		if (day < firstDay) firstDay = day;
		if (day > lastDay) lastDay = day;
	}

	const inputOrder = new Int32Array(eventCount);
	for (let row = 0; row < eventCount; row++) inputOrder[row] = row;
	const byDay = eventCount === 0 ? inputOrder : sortedPositions(inputOrder, dayOfRow, firstDay, lastDay - firstDay + 1);
	const row = sortedPositions(byDay, customer, 0, customerCount);
	sortWithinDays(row, columns, dayOfRow);

	const firstEvent = new Int32Array(customerCount + 1);
	for (let event = 0; event < eventCount; event++) firstEvent[customer[event] + 1]++;
	for (let owner = 0; owner < customerCount; owner++) firstEvent[owner + 1] += firstEvent[owner];

	return {
		customerCount,
		firstEvent,
		row,
		firstDay,
		lastDay,
		day: inOrder(dayOfRow, row, new Int32Array(eventCount)),
		localTime: inOrder(localTime, row, new Float64Array(eventCount)),
		isVisit: inOrder(columns.isVisit, row, new Uint8Array(eventCount)),
		amount: columns.amount && inOrder(columns.amount, row, new Float64Array(eventCount)),
		currency: columns.currency && inOrder(columns.currency, row, new Int32Array(eventCount)),
	};
}

/** How many events of a customer lie before a day, counted as an index into the history. */
export function endOfEventsBefore(history: History, customer: number, day: number): number {
	let low = history.firstEvent[customer];
	let high = history.firstEvent[customer + 1];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (history.day[middle] < day) low = middle + 1;
		else high = middle;
	}
	return low;
}
