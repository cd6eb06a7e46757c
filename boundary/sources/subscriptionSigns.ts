/**
 * By which signs a table holds subscriptions, and by which it does not.
 *
 * A wrong answer is a wrong number in silence: purchases may carry a plan, a membership that lapses, a stay from
 * one day to another. So names that only subscriptions have decide, and the others only where nothing speaks
 * against them.
 */
import { findColumn, findCustomer } from '../columnNames';
import type { Row, Table } from '../paths';
import { cellText, isBlank, readerOf } from '../paths';
import { findSubscriptionColumn, findSubscriptionColumns, hasColumnNamed } from '../subscriptionColumns';
import type { RoleColumn } from './roleColumn';
import { columnAt } from './roleColumn';
import { remembered, saysChurn, saysRunning, stateNamed } from './subscriptionWords';

/** A day in a cell: digits enough for a date, or an epoch. */
const looksLikeDay = (cell: unknown): boolean => typeof cell === 'object' || /\d.*\d.*\d.*\d/.test(cellText(cell));

const dayText = (cell: unknown): string => cellText(cell).slice(0, 10);

/** Whether two columns could be the first and the last day of subscriptions: most cells are days, and most rows last longer than one. */
function areStartAndEnd(table: Table, start: string, end: string): boolean {
	const readers = [readerOf(start), readerOf(end)];
	let days = 0;
	let others = 0;
	let ended = 0;
	let onOneDay = 0;
	table.every((row) => {
		const [first, last] = readers.map((read) => read(row));
		for (const cell of [first, last].filter((each) => !isBlank(each))) {
			if (looksLikeDay(cell)) days++;
			else others++;
		}
		if (isBlank(last)) return true;
		ended++;
		if (dayText(first) === dayText(last)) onOneDay++;
		return true;
	});
	return days > others && (ended === 0 || onOneDay * 2 < ended);
}

/** A column in which some row says that the customer cancels. */
function churnColumn(table: Table, path: string | null): RoleColumn | null {
	if (path === null) return null;
	const column = columnAt(path);
	const isChurn = remembered(saysChurn);
	return table.every((row) => !isChurn(column.read(row))) ? null : column;
}

/** Whether most of the rows that cancel come beside another row of the same customer that does not: then cancelling is a row of its own. */
function cancelsAnotherRow(table: Table, { read }: RoleColumn): boolean {
	const customer = findCustomer(table);
	if (customer === null) return false;
	const readCustomer = readerOf(customer.path);
	const isChurn = remembered(saysChurn);
	const cancelling: unknown[] = [];
	const others = new Set<unknown>();
	table.every((row) => {
		if (isChurn(read(row))) cancelling.push(readCustomer(row));
		else others.add(readCustomer(row));
		return true;
	});
	return cancelling.length > 0 && cancelling.filter((who) => others.has(who)).length * 2 > cancelling.length;
}

/** The column whose cells say that a customer cancels, where that is a row and no date: a plan called "churn", a status or an event. Null where cancelling is no row. */
export function cancellingColumn(table: Table): RoleColumn | null {
	if (findSubscriptionColumns(table, 'end').length > 0) return null;
	const byPlan = churnColumn(table, findSubscriptionColumn(table, 'plan'));
	if (byPlan) return byPlan;
	const byStatus = churnColumn(table, findSubscriptionColumn(table, 'status')) ?? churnColumn(table, findSubscriptionColumn(table, 'event'));
	if (byStatus === null || !cancelsAnotherRow(table, byStatus)) return null;
	// An order that was cancelled is no customer who left: the other rows must speak of subscriptions too.
	const runs = remembered((cell) => saysRunning(cell) || stateNamed(cell) !== 'runs' || isBlank(cell));
	return table.every((row: Row) => runs(byStatus.read(row))) ? byStatus : null;
}

/** Whether rows are purchases by columns that subscriptions do not have. */
const speaksOfPurchases = (table: Table): boolean =>
	findColumn(table, 'order') !== null || hasColumnNamed(table, 'purchase');

/** The columns that speak for subscriptions; null where there is none of the kind. */
interface Signs {
	readonly start: string | null;
	/** The start, else the day on which the row was made. */
	readonly began: string | null;
	readonly clearEnd: string | null;
	readonly end: string | null;
	/** Whether there is a date that belongs to neither start nor end, as purchases have it. */
	readonly hasOwnDate: boolean;
}

function signsOf(table: Table): Signs {
	const start = findSubscriptionColumn(table, 'start');
	const began = start ?? findSubscriptionColumn(table, 'created');
	const date = findColumn(table, 'date');
	return { start, began, clearEnd: findSubscriptionColumn(table, 'clearEnd'), end: findSubscriptionColumn(table, 'end'), hasOwnDate: date !== null && date !== began };
}

/** Whether a start stands beside what only subscriptions have: an end that is a cancellation, or a price a month. */
function hasClearSigns(table: Table, { start, began, clearEnd, hasOwnDate }: Signs): boolean {
	if (began === null) return false;
	if (clearEnd !== null) return !(start === null && hasOwnDate) && areStartAndEnd(table, began, clearEnd);
	return hasColumnNamed(table, 'monthlyAmount');
}

/** Whether signs that purchases may have too say so, where nothing speaks against it. */
function hasWeakSigns(table: Table, { start, began, end, hasOwnDate }: Signs): boolean {
	if (!hasOwnDate && start !== null && end !== null) return areStartAndEnd(table, start, end);
	const isDated = began !== null || hasOwnDate;
	if (isDated && cancellingColumn(table) !== null) return true;
	return !hasOwnDate && start !== null && (hasColumnNamed(table, 'plan') || hasColumnNamed(table, 'interval'));
}

/** Whether a plain table holds subscriptions. */
export function holdsSubscriptions(table: Table): boolean {
	if (speaksOfPurchases(table)) return false;
	const signs = signsOf(table);
	return hasClearSigns(table, signs) || hasWeakSigns(table, signs);
}
