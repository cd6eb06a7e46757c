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

/**
 * Positions of the entries in ascending order of key, taken in the order of `positions` (null: as they stand);
 * entries with equal keys stay in that order.
 */
function sortedPositions(keyOf: Int32Array, positions: Int32Array | null, smallestKey: number, keyCount: number): Int32Array {
	const next = new Int32Array(keyCount + 1);
	for (let entry = 0; entry < keyOf.length; entry++) next[keyOf[entry] - smallestKey + 1]++;
	for (let key = 0; key < keyCount; key++) next[key + 1] += next[key];
	const sorted = new Int32Array(keyOf.length);
	for (let index = 0; index < keyOf.length; index++) {
		const position = positions === null ? index : positions[index];
		sorted[next[keyOf[position] - smallestKey]++] = position;
	}
	return sorted;
}

/** Positions in order of day; null where they stand in that order already. */
function positionsByDay(localTime: Float64Array, firstDay: number, lastDay: number): Int32Array | null {
	let isInOrder = true;
	for (let row = 1; row < localTime.length && isInOrder; row++) isInOrder = localTime[row] >= localTime[row - 1];
	if (isInOrder) return null;
	return sortedPositions(daysOf(localTime), null, firstDay, lastDay - firstDay + 1);
}

function daysOf(localTime: Float64Array): Int32Array {
	const day = new Int32Array(localTime.length);
	for (let index = 0; index < localTime.length; index++) day[index] = dayOfLocalTime(localTime[index]);
	return day;
}

/** Fills `ordered` with the values at the given positions. */
function inOrder<Column extends Int32Array | Float64Array | Uint8Array>(values: Column, positions: Int32Array, ordered: Column): Column {
	for (let index = 0; index < positions.length; index++) ordered[index] = values[positions[index]];
	return ordered;
}

/** Puts each customer's events of one day in order of local time, where they are not already. */
function sortWithinDays(history: { row: Int32Array; day: Int32Array; localTime: Float64Array }, firstEvent: Int32Array, localTimeOfRow: Float64Array): void {
	const { row, day, localTime } = history;
	for (let customer = 0; customer + 1 < firstEvent.length; customer++) {
		for (let event = firstEvent[customer] + 1; event < firstEvent[customer + 1]; event++) {
			if (localTime[event] >= localTime[event - 1]) continue;
			let start = event;
			while (start > firstEvent[customer] && day[start - 1] === day[event]) start--;
			let end = event + 1;
			while (end < firstEvent[customer + 1] && day[end] === day[event]) end++;
			row.subarray(start, end).sort((one, other) => localTimeOfRow[one] - localTimeOfRow[other]);
			for (let sorted = start; sorted < end; sorted++) localTime[sorted] = localTimeOfRow[row[sorted]];
			event = end - 1;
		}
	}
}

/**
 * The history of every customer, from events in any order.
 *
 * Two counting sorts, by day (unless the events come in that order) and then by customer, so that one
 * customer with all the events costs no more than many with one each. O(events + days + customers).
 */
export function historyOf(columns: EventColumns): History {
	const { customerCount, customer, localTime } = columns;
	const eventCount = customer.length;
	let firstTime = Infinity;
	let lastTime = -Infinity;
	for (let row = 0; row < eventCount; row++) {
		if (localTime[row] < firstTime) firstTime = localTime[row];
		if (localTime[row] > lastTime) lastTime = localTime[row];
	}
	const firstDay = dayOfLocalTime(firstTime);
	const lastDay = dayOfLocalTime(lastTime);
	const row = sortedPositions(customer, positionsByDay(localTime, firstDay, lastDay), 0, customerCount);

	const firstEvent = new Int32Array(customerCount + 1);
	for (let event = 0; event < eventCount; event++) firstEvent[customer[event] + 1]++;
	for (let owner = 0; owner < customerCount; owner++) firstEvent[owner + 1] += firstEvent[owner];
	const sortedTime = inOrder(localTime, row, new Float64Array(eventCount));
	const day = daysOf(sortedTime);
	sortWithinDays({ row, day, localTime: sortedTime }, firstEvent, localTime);

	return {
		customerCount,
		firstEvent,
		row,
		firstDay,
		lastDay,
		day,
		localTime: sortedTime,
		isVisit: inOrder(columns.isVisit, row, new Uint8Array(eventCount)),
		amount: columns.amount && inOrder(columns.amount, row, new Float64Array(eventCount)),
		currency: columns.currency && inOrder(columns.currency, row, new Int32Array(eventCount)),
	};
}

/** How many customers have a purchase or visit. */
export function customersWithVisits({ customerCount, firstEvent, isVisit }: History): number {
	let count = 0;
	for (let customer = 0; customer < customerCount; customer++) {
		const visit = isVisit.indexOf(1, firstEvent[customer]);
		if (visit !== -1 && visit < firstEvent[customer + 1]) count++;
	}
	return count;
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
