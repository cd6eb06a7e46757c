import type { PaymentState } from '../../domain/activity/streamColumns';
import { findColumn } from '../columnNames';
import type { Row, Table } from '../paths';
import { isBlank, readerOf } from '../paths';
import { paymentNames } from '../streamColumnNames';
import { lastDayOf } from './cardMonths';
import { columnsAt, contactsBeside, customerIn, dateBeside, meaning, pathsOfRoles } from './plainStream';
import type { RoleColumn } from './roleColumn';
import { paymentLeftOutBy, paymentStateOf, paymentStateSaid } from './stateWords';
import type { ChosenOfStream } from './streamLayout';
import { streamLayout } from './streamLayout';
import type { PaymentRole } from './streamRoles';
import type { StreamSource } from './streamSource';

/** A payment is what its status says; where that word is not known, it is paid if it says when, else open. */
function stateColumn(state: string | undefined, paidAt: string | undefined): RoleColumn | undefined {
	const name = state ?? paidAt;
	if (name === undefined) return undefined;
	const [readState, readPaidAt] = [readerOf(name), readerOf(paidAt ?? name)];
	const byDate = (row: Row): PaymentState => (paidAt !== undefined && !isBlank(readPaidAt(row)) ? 'paid' : 'open');
	if (state === undefined) return { name, read: byDate };
	return { name, read: (row) => paymentStateSaid(readState(row)) ?? byDate(row) };
}

function layoutOf(table: Table, chosen: ChosenOfStream<PaymentRole>) {
	const paths = pathsOfRoles<PaymentRole>(table.paths, paymentNames);
	const date = paths.date ?? dateBeside(table, [paths.due, paths.paidAt, paths.cardExpiresAt]) ?? paths.paidAt ?? paths.due;
	const amount = paths.amount ?? findColumn({ ...table, paths: table.paths.filter((path) => path !== paths.paidAmount) }, 'amount') ?? paths.paidAmount;
	const currency = findColumn(table, 'currency') ?? undefined;
	const columns = columnsAt<PaymentRole>({ ...paths, date, amount, currency });
	const state = chosen.state || paths.state;
	return streamLayout<PaymentRole>(
		{
			customer: customerIn(table),
			columns: { ...columns, state: stateColumn(paths.state, chosen.paidAt || paths.paidAt), cardExpiresAt: meaning(columns.cardExpiresAt, lastDayOf) },
			contacts: contactsBeside(table, [date, amount, ...Object.values(paths)]),
			leftOut: state === undefined ? null : (row) => paymentLeftOutBy(readerOf(state)(row)),
			needs: ['date', 'amount'],
			meanings: { state: paymentStateOf, cardExpiresAt: lastDayOf },
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
