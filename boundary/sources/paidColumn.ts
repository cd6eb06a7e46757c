/** A column called "paid": whether, when or how much was paid, which only its cells tell. */
import type { PaymentState } from '../../domain/activity/streamColumns';
import { firstMatch } from '../columnNames';
import { toAsciiDigits } from '../digits';
import type { Row, Table } from '../paths';
import { cellText, isBlank, readerOf, visibleText } from '../paths';
import { paidNames } from '../streamColumnNames';
import type { RoleColumn } from './roleColumn';
import { columnAt } from './roleColumn';
import { affirmed, paymentStateSaid } from './stateWords';

const YES_MARK = /^[✓✔☑✅+xх]\ufe0f?$/iu;
const NO_MARK = /^[✗✘✖☐❌]\ufe0f?$/u;

/** Whether a cell of such a column says yes or no, in a word, a number or a mark; undefined where it says neither. */
export function paidSaid(cell: unknown): boolean | undefined {
	const text = visibleText(cellText(cell));
	if (YES_MARK.test(text)) return true;
	return NO_MARK.test(text) ? false : affirmed(cell);
}

const DATE = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?!\d)|^(?:\d{1,2}\.?\s+\p{L}{3,}|\p{L}{3,}\.?\s+\d{1,2}),?\s+\d{4}/u;

const isDate = (cell: unknown): boolean => (typeof cell === 'object' ? cell !== null : DATE.test(toAsciiDigits(visibleText(cellText(cell)))));
const isAmount = (cell: unknown): boolean => typeof cell === 'number' || /\d/.test(toAsciiDigits(cellText(cell)));

export interface PaidColumn {
	readonly path: string;
	readonly says: 'whether' | 'when' | 'howMuch';
}

/** The column called "paid", and what its cells say; null where there is none. */
export function findPaidColumn(table: Table): PaidColumn | null {
	const path = firstMatch(table.paths, paidNames);
	if (path === null) return null;
	const read = readerOf(path);
	const all = (test: (cell: unknown) => boolean) => table.every((row) => isBlank(read(row)) || test(read(row)));
	if (all((cell) => paidSaid(cell) !== undefined)) return { path, says: 'whether' };
	if (all((cell) => isDate(cell) || paidSaid(cell) === false)) return { path, says: 'when' };
	return { path, says: all(isAmount) ? 'howMuch' : 'whether' };
}

/** The days in a column that says when something was paid, or no. */
export function paidDays(path: string): RoleColumn {
	const { name, read } = columnAt(path);
	return { name, read: (row) => (paidSaid(read(row)) === false ? undefined : read(row)) };
}

/** What a status says, and before it a column that says whether it was paid: one that was not may have failed or be open. */
export function stateColumn(status: string | undefined, paid: string | undefined): RoleColumn | undefined {
	const readStatus = readerOf(status ?? '');
	const said = (row: Row): PaymentState | null => (status === undefined ? null : paymentStateSaid(readStatus(row)));
	if (paid === undefined) return status === undefined ? undefined : { name: status, read: said };
	const readPaid = readerOf(paid);
	const read = (row: Row): PaymentState | null => {
		const isPaid = paidSaid(readPaid(row));
		if (isPaid === undefined) return paymentStateSaid(readPaid(row)) ?? said(row);
		if (isPaid) return 'paid';
		const why = said(row);
		return why === null || why === 'paid' ? 'open' : why;
	};
	return { name: paid, read };
}
