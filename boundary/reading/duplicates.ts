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

export interface Repetition {
	/** Rows that repeat an earlier one; none where orders have lines. */
	readonly repeated: readonly number[];
	/** Whether some order is spread over rows that differ. */
	readonly ordersHaveLines: boolean;
}

/**
 * Which rows repeat an earlier one in every column?
 *
 * `readOrder` reads the order number. Where some order is spread over rows that differ, the rows are lines
 * of orders and equal lines are no repetition: the answer is empty. Rows are positions in the columns the
 * history was made of. O(events).
 */
export function repeatedRows(history: History, rowAt: (row: number) => Row, readOrder: Read | null): Repetition {
	const repeated: number[] = [];
	let ordersHaveLines = false;
	forEachCoincidence(history, (start, end) => {
		const contentOfOrder = new Map<unknown, string>();
		const seen = new Set<string>();
		const rows = [...history.row.subarray(start, end)].sort((one, other) => one - other);
		for (const row of rows) {
			const content = contentOf(rowAt(row));
			if (readOrder) {
				const order = String(readOrder(rowAt(row)));
				if ((contentOfOrder.get(order) ?? content) !== content) ordersHaveLines = true;
				contentOfOrder.set(order, content);
			}
			if (seen.has(content)) repeated.push(row);
			seen.add(content);
		}
	});
	return { repeated: ordersHaveLines ? [] : repeated.sort((one, other) => one - other), ordersHaveLines };
}
