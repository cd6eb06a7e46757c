import type { AmountColumns } from '../columnNames';
import { findAmount, findColumn, findCustomer } from '../columnNames';
import type { Row, Table } from '../paths';
import { cellText, isBlank, readerOf } from '../paths';
import { findSubscriptionColumn, findSubscriptionColumns } from '../subscriptionColumns';
import type { RoleColumn } from './roleColumn';
import type { ChosenSubscriptionColumns, SubscriptionLayout, SubscriptionSource, SubscriptionState } from './subscriptionSource';
import { cancellingColumn, holdsSubscriptions } from './subscriptionSigns';
import { columnAt } from './roleColumn';
import { remembered, saysChurn, saysRunning, stateNamed } from './subscriptionWords';

/** A trial is one by its status or by its plan's name; who cancels does it in the column that says so. */
function stateReader(status: RoleColumn | undefined, plan: RoleColumn | undefined, cancelling: RoleColumn | null): (part: Row) => SubscriptionState {
	const stateOfCell = remembered(stateNamed);
	const isChurn = remembered(saysChurn);
	return (part) => {
		if (cancelling && isChurn(cancelling.read(part))) return 'cancelled';
		const byStatus = status ? stateOfCell(status.read(part)) : 'runs';
		if (byStatus === 'notStarted' || byStatus === 'trial' || byStatus === 'paused') return byStatus;
		const byPlan = plan ? stateOfCell(plan.read(part)) : 'runs';
		return byPlan === 'trial' || byPlan === 'paused' ? byPlan : byStatus;
	};
}

/** Whether a status says that what still runs is cancelled; null where it says nothing. */
function cancelledByStatus({ read }: RoleColumn): (part: Row) => boolean | null {
	const isCancelled = remembered((cell) => stateNamed(cell) === 'cancelled');
	return (part) => (isBlank(read(part)) ? null : isCancelled(read(part)));
}

/**
 * Where the end of a subscription stands: in the first column of ends that says something
 *
 * A day up to which is paid (`expires_at`) is no end of who is active; it is the next renewal.
 */
function endColumn(table: Table, chosen: string, status: RoleColumn | undefined): RoleColumn | undefined {
	if (chosen !== '') return columnAt(chosen);
	const clear = findSubscriptionColumns(table, 'clearEnd');
	const ends = clear.length > 0 ? clear : findSubscriptionColumns(table, 'end');
	if (ends.length === 0) return undefined;
	const readers = ends.map(readerOf);
	const isRunning = remembered(saysRunning);
	const isRenewal = clear.length === 0 && status !== undefined;
	return {
		name: ends.join('" or "'),
		read: (part) => (isRenewal && isRunning(status.read(part)) ? undefined : readers.map((read) => read(part)).find((cell) => !isBlank(cell))),
	};
}

/**
 * Where the next renewal stands: in a column that says so, else in that of the day up to which is paid, of who is active
 *
 * A column that the user takes for the end is none.
 */
function renewalColumn(table: Table, chosenEnd: string, status: RoleColumn | undefined, stateOf: SubscriptionLayout['stateOf']): RoleColumn | undefined {
	const next = findSubscriptionColumns(table, 'nextRenewal').find((path) => path !== chosenEnd);
	if (next !== undefined) {
		const { name, read } = columnAt(next);
		return { name, read: (row) => (['cancelled', 'notStarted'].includes(stateOf(row)) ? undefined : read(row)) };
	}
	const paidUntil = findSubscriptionColumns(table, 'renewal').find((path) => path !== chosenEnd);
	if (paidUntil === undefined || status === undefined) return undefined;
	const { name, read } = columnAt(paidUntil);
	const isRunning = remembered(saysRunning);
	return { name, read: (row) => (isRunning(status.read(row)) ? read(row) : undefined) };
}

/** Where the price stands and for how many months it is. */
function findPrice(table: Table, chosen: string): { readonly amount: AmountColumns | null; readonly months: number | null } {
	if (chosen !== '') return { amount: { kind: 'total', column: chosen }, months: null };
	const monthly = findSubscriptionColumn(table, 'monthlyAmount');
	if (monthly !== null) return { amount: { kind: 'total', column: monthly }, months: 1 };
	const amount = findAmount(table);
	if (amount !== null) return { amount, months: null };
	const yearly = findSubscriptionColumn(table, 'yearlyAmount');
	return yearly === null ? { amount: null, months: null } : { amount: { kind: 'total', column: yearly }, months: 12 };
}

function priceColumns(amount: AmountColumns | null): Pick<SubscriptionLayout['columns'], 'amount' | 'quantity'> {
	if (amount === null) return {};
	return amount.kind === 'total' ? { amount: columnAt(amount.column) } : { amount: columnAt(amount.price), quantity: columnAt(amount.quantity) };
}

/** One row a subscription, or one a change of plan, in whatever columns people keep them. */
export const plainSubscriptions: SubscriptionSource = {
	id: 'plainSubscriptions',
	title: 'Plain Table of Subscriptions',
	description: 'A row a subscription with its start and end, or a row a change of plan where cancelling is a row too; columns are found by their usual names in English, Ukrainian, Russian and Persian',
	nouns: ['row', 'rows'],
	recognises: holdsSubscriptions,
	entriesOf: (json) => [{ row: json, part: json }],
	layoutOf(table, chosen): SubscriptionLayout | { readonly missing: 'customer' | 'start' } {
		const customer = chosen.customer ? { path: chosen.customer, kind: 'id' as const } : findCustomer(table);
		if (!customer) return { missing: 'customer' };
		const start = chosen.start || findSubscriptionColumn(table, 'start') || findSubscriptionColumn(table, 'created') || findColumn(table, 'date');
		if (!start) return { missing: 'start' };
		const found = (role: keyof ChosenSubscriptionColumns & Parameters<typeof findSubscriptionColumn>[1]): RoleColumn | undefined => {
			const path = chosen[role] || findSubscriptionColumn(table, role);
			return path && path !== start ? columnAt(path) : undefined;
		};
		const only = (role: Parameters<typeof findSubscriptionColumn>[1]): RoleColumn | undefined => {
			const path = findSubscriptionColumn(table, role);
			return path === null ? undefined : columnAt(path);
		};
		const price = findPrice(table, chosen.amount);
		const [plan, status] = [found('plan'), found('status')];
		const end = endColumn(table, chosen.end, status);
		const cancelling = end ? null : cancellingColumn(table);
		const stateOf = stateReader(status, plan, cancelling);
		const currency = chosen.currency || findColumn(table, 'currency');
		const cancelledOn = findSubscriptionColumns(table, 'cancellation').find((path) => path !== chosen.end && path !== start);
		return {
			columns: {
				customer: columnAt(customer.path),
				start: columnAt(start),
				end,
				trialEnd: found('trialEnd'),
				pausedFrom: only('pausedFrom'),
				pausedUntil: only('pausedUntil'),
				...priceColumns(price.amount),
				interval: found('interval'),
				currency: currency ? columnAt(currency) : undefined,
				plan,
				status,
				reason: found('reason'),
				subscription: only('subscription'),
				renewsOn: renewalColumn(table, chosen.end, status, stateOf),
				cancelledOn: cancelledOn === undefined ? undefined : columnAt(cancelledOn),
			},
			customerKind: customer.kind,
			rowsAre: cancelling ? 'changes' : 'subscriptions',
			amountIsFor: price.months === null ? 'interval' : { months: price.months },
			amountUnit: null,
			mayLackAmount: false,
			seenOn: [],
			stateOf,
			isCancelled: status && cancelledByStatus(status),
		};
	},
	warningsOn(table) {
		return [...watchEnds(table), ...watchRenewals(table), ...watchStatuses(table), ...watchSeats(table)];
	},
};

const inRows = (count: number) => `${count} ${count === 1 ? 'row' : 'rows'}`;

/** How many rows pass. */
function countRows(table: Table, passes: (row: Row) => boolean): number {
	let count = 0;
	table.every((row) => {
		if (passes(row)) count++;
		return true;
	});
	return count;
}

function watchEnds(table: Table): string[] {
	const readers = findSubscriptionColumns(table, 'end').map(readerOf);
	const hasEnds = !table.every((row) => readers.every((read) => isBlank(read(row))));
	return hasEnds || cancellingColumn(table) !== null ? [] : ['No subscription has an end, so there is no churn to see: does the list leave out those that were cancelled?'];
}

function watchRenewals(table: Table): string[] {
	const [status, renewal] = [findSubscriptionColumn(table, 'status'), findSubscriptionColumn(table, 'renewal')];
	if (status === null || renewal === null || findSubscriptionColumn(table, 'clearEnd') !== null) return [];
	const [readStatus, readRenewal] = [readerOf(status), readerOf(renewal)];
	const count = countRows(table, (row) => saysRunning(readStatus(row)) && !isBlank(readRenewal(row)));
	return count === 0 ? [] : [`${inRows(count)} with an active "${status}" and a "${renewal}": it is taken for the next renewal, not for leaving.`];
}

const STATUSES_NAMED = 3;

/** Words of a status that are not known: they count as running, which may be wrong. */
function watchStatuses(table: Table): string[] {
	const status = findSubscriptionColumn(table, 'status');
	if (status === null) return [];
	const read = readerOf(status);
	const ends = findSubscriptionColumns(table, 'end').map(readerOf);
	const isUnknown = remembered((cell) => !isBlank(cell) && !saysRunning(cell) && stateNamed(cell) === 'runs');
	const unknown = new Map<string, number>();
	table.every((row) => {
		const cell = read(row);
		const isEnded = ends.some((readEnd) => !isBlank(readEnd(row)));
		if (!isEnded && isUnknown(cell)) unknown.set(cellText(cell), (unknown.get(cellText(cell)) ?? 0) + 1);
		return true;
	});
	if (unknown.size === 0) return [];
	const named = [...unknown].sort(([one], [other]) => (one < other ? -1 : 1)).slice(0, STATUSES_NAMED);
	const more = unknown.size > STATUSES_NAMED ? ` and ${unknown.size - STATUSES_NAMED} more` : '';
	return [`The words ${named.map(([word, count]) => `"${word}" (${inRows(count)})`).join(', ')}${more} in "${status}" are not known, and these rows count as running.`];
}

function watchSeats(table: Table): string[] {
	const seats = findSubscriptionColumn(table, 'seats');
	const isTotal = seats === null || findSubscriptionColumn(table, 'monthlyAmount') !== null;
	return isTotal ? [] : [`The price is taken as it stands and not multiplied by "${seats}". If it is the price of one, multiply it in a node before this one.`];
}
