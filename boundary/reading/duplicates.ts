import { cellText } from '../paths';
import type { History } from '../../domain/ledger/history';
import type { Read, Row } from '../paths';

/** Columns that a program adds to number its rows; they differ between rows that are otherwise the same. */
const ROW_NUMBER_COLUMNS = new Set(['row_number']);

const contentOf = (row: Row): string =>
	JSON.stringify(row, (key, value) => (ROW_NUMBER_COLUMNS.has(key) || typeof value === 'bigint' ? undefined : value));

/** Visits each run of events of one customer at one moment that is longer than one. */
function forEachCoincidence(history: History, visit: (start: number, end: number) => void): void {
	const { customerCount, firstEvent, localTime } = history;
	for (let customer = 0; customer < customerCount; customer++) {
		let start = firstEvent[customer];
		while (start < firstEvent[customer + 1]) {
			let end = start + 1;
			while (end < firstEvent[customer + 1] && localTime[end] === localTime[start]) end++;
			if (end - start > 1) visit(start, end);
			start = end;
		}
	}
}

/** The events of one customer and moment, gathered by their order and in the order of the rows; all together where there is none. */
function eventsByOrder(
	{ row }: History,
	start: number,
	end: number,
	rowAt: (row: number) => Row,
	readOrder: Read | null,
): Iterable<readonly number[]> {
	const events = Array.from({ length: end - start }, (_, index) => start + index).sort((one, other) => row[one] - row[other]);
	const byOrder = new Map<string, number[]>();
	for (const event of events) {
		const order = readOrder ? cellText(readOrder(rowAt(row[event]))) : '';
		const known = byOrder.get(order);
		if (known) known.push(event);
		else byOrder.set(order, [event]);
	}
	return byOrder.values();
}

export interface Repetition {
	/** Rows that repeat an earlier one of their order, or of no order, in every column. */
	readonly repeated: readonly number[];
	/** Whether some order is spread over rows that differ: then rows are lines, and equal lines are no repetition. */
	readonly ordersHaveLines: boolean;
	/** Whether every order with several differing rows has one amount in all of them, as where each line repeats the total. */
	readonly linesRepeatOneAmount: boolean;
}

/** Below so many orders of several rows, equal amounts may be chance. */
const ENOUGH_ORDERS = 3;

/**
 * Which rows repeat an earlier one, and are rows purchases or lines of orders?
 *
 * Looks at rows of one customer and moment; `readOrder` reads the order's number, null where there is none.
 * Rows are positions in the columns the history was made of. O(events).
 */
export function repeatedRows(history: History, rowAt: (row: number) => Row, readOrder: Read | null): Repetition {
	const repeated: number[] = [];
	let ordersWithLines = 0;
	let ordersOfOneAmount = 0;
	forEachCoincidence(history, (start, end) => {
		for (const events of eventsByOrder(history, start, end, rowAt, readOrder)) {
			const seen = new Set<string>();
			for (const event of events) {
				const row = history.row[event];
				const content = contentOf(rowAt(row));
				if (seen.has(content)) repeated.push(row);
				seen.add(content);
			}
			if (!readOrder || seen.size === 1) continue;
			ordersWithLines++;
			if (new Set(events.map((event) => history.amount?.[event])).size === 1) ordersOfOneAmount++;
		}
	});
	return {
		repeated: repeated.sort((one, other) => one - other),
		ordersHaveLines: ordersWithLines > 0,
		linesRepeatOneAmount: history.amount !== null && ordersWithLines >= ENOUGH_ORDERS && ordersOfOneAmount === ordersWithLines,
	};
}
