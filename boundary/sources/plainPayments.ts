import { findColumn, plainName } from '../columnNames';
import type { Table } from '../paths';
import { cellText, isBlank, readerOf } from '../paths';
import { paymentNames } from '../streamColumnNames';
import { lastDayOf } from './cardMonths';
import { firstOf } from './knownColumns';
import type { PaidColumn } from './paidColumn';
import { findPaidColumn, paidDays, stateColumn } from './paidColumn';
import { changedColumn, columnsAt, contactsBeside, customerIn, dateBeside, meaning, pathsOfRoles } from './plainStream';
import type { RoleColumn } from './roleColumn';
import { columnAt } from './roleColumn';
import { paymentLeftOutBy, paymentStateSaid } from './stateWords';
import type { ChosenOfStream } from './streamLayout';
import { streamLayout } from './streamLayout';
import type { PaymentRole } from './streamRoles';
import type { StreamSource, UnknownWords } from './streamSource';

/** Balances, which bookkeeping calls the amount due once a part is paid: the total beside one is the amount. */
const BALANCES = new Set(['amountdue']);
const NO_TOTALS = new Set(['subtotal']);

function totalBeside(table: Table, { amount, paidAmount }: Partial<Record<PaymentRole, string>>): string | null {
	if (amount === undefined || !BALANCES.has(plainName(amount))) return null;
	return findColumn({ ...table, paths: table.paths.filter((path) => path !== paidAmount && path !== amount && !NO_TOTALS.has(plainName(path))) }, 'amount');
}

/** The columns by role, the one called "paid" in the role that its cells have. */
function pathsIn(table: Table, paid: PaidColumn | null): Partial<Record<PaymentRole, string>> {
	const beside = { ...table, paths: table.paths.filter((path) => path !== paid?.path) };
	const named = pathsOfRoles<PaymentRole>(beside.paths, paymentNames);
	const paths = {
		...named,
		paidAt: named.paidAt ?? (paid?.says === 'when' ? paid.path : undefined),
		paidAmount: named.paidAmount ?? (paid?.says === 'howMuch' ? paid.path : undefined),
	};
	const date = paths.date ?? dateBeside(beside, [paths.due, paths.paidAt, paths.cardExpiresAt]) ?? paths.paidAt ?? paths.due;
	const amount = totalBeside(beside, paths) ?? paths.amount ?? findColumn({ ...beside, paths: beside.paths.filter((path) => path !== paths.paidAmount) }, 'amount') ?? paths.paidAmount;
	return { ...paths, date, amount, currency: findColumn(table, 'currency') ?? undefined };
}

/** An attempt that failed was made on the day that such a column calls the day of payment. */
function dateColumn(date: RoleColumn | undefined, paidAt: RoleColumn | undefined, state: RoleColumn | undefined): RoleColumn | undefined {
	if (!date || !paidAt || !state) return date;
	const attempted = firstOf(paidAt.read, date.read);
	return { name: date.name, read: (row) => (state.read(row) === 'failed' ? attempted(row) : date.read(row)) };
}

/** The word of a row's status where it is not known and no day says that the row was paid. */
function unknownState(status: string | undefined, state: RoleColumn | undefined, paidAt: RoleColumn | undefined): UnknownWords | null {
	if (status === undefined || !state) return null;
	const readStatus = readerOf(status);
	return { name: status, read: (row) => (isBlank(readStatus(row)) || !isBlank(state.read(row)) || (paidAt && !isBlank(paidAt.read(row))) ? null : plainName(cellText(readStatus(row)))) };
}

function layoutOf(table: Table, chosen: ChosenOfStream<PaymentRole>) {
	const paid = findPaidColumn(table);
	const paths = pathsIn(table, paid);
	const columns = columnsAt<PaymentRole>(paths);
	const daysIn = (role: 'date' | 'paidAt') => (paid !== null && paths[role] === paid.path ? paidDays(paid.path) : columns[role]);
	const paidAt = daysIn('paidAt');
	const status = chosen.state || paths.state;
	const state = stateColumn(status, paid?.says === 'whether' && !chosen.state ? paid.path : undefined);
	const paidChosen = chosen.paidAt ? columnAt(chosen.paidAt) : paidAt;
	return streamLayout<PaymentRole>(
		{
			customer: customerIn(table),
			columns: { ...columns, date: dateColumn(daysIn('date'), paidChosen, state), paidAt, state, cardExpiresAt: meaning(columns.cardExpiresAt, lastDayOf) },
			contacts: contactsBeside(table, [paid?.path, ...Object.values(paths)]),
			leftOut: status === undefined ? null : (row) => paymentLeftOutBy(readerOf(status)(row)),
			isNumberShared: true,
			changed: changedColumn(table),
			unknownState: unknownState(status, state, paidChosen),
			needs: ['date', 'amount'],
			meanings: { state: paymentStateSaid, cardExpiresAt: lastDayOf },
		},
		chosen,
	);
}

/** One row a payment, an invoice or an attempt, in whatever columns people keep them. */
export const plainPayments: StreamSource<PaymentRole> = {
	id: 'plainPayments',
	title: 'Plain Table of Payments',
	description: 'A row a payment or an invoice, when it was due and when it was paid; columns are found by their usual names in English, Ukrainian, Russian and Persian',
	nouns: ['payment', 'payments'],
	recognises: () => true,
	layoutOf,
};
