import type { PaymentState } from '../../domain/activity/streamColumns';
import type { LeftOutKind } from '../leftOut';
import type { Row, Table } from '../paths';
import { cellText, isBlank, readerOf } from '../paths';
import { firstOf, knownColumn, readColumn } from './knownColumns';
import type { ChosenOfStream } from './streamLayout';
import { streamLayout } from './streamLayout';
import { paymentStateSaid } from './stateWords';
import type { PaymentRole } from './streamRoles';
import type { StreamSource } from './streamSource';
import { idOf, onPage, recognisesStripe, testsAmongOthers, warningsOnStripe } from './stripeObjects';

const STATES: Readonly<Record<string, PaymentState>> = { open: 'open', paid: 'paid', uncollectible: 'writtenOff' };

const readMade = firstOf(readerOf('status_transitions.finalized_at'), readerOf('effective_at'), readerOf('created'));

/** An invoice that is charged by itself has no due date: it is due as it is made. */
const readDue = (row: Row): unknown => (isBlank(row.due_date) ? readMade(row) : row.due_date);

/** An invoice that was voided on a day that is known was open until then. */
const readVoidedAt = readerOf('status_transitions.voided_at');

function leftOutBy(isTest: (row: Row) => boolean) {
	return (row: Row): LeftOutKind | null => {
		if (isTest(row)) return 'test';
		if (row.status === 'draft' || row.status === null) return 'draft';
		if (row.status === 'void' && isBlank(readVoidedAt(row))) return 'cancelled';
		return row.amount_due === 0 ? 'zeroPrice' : null;
	};
}

const layoutOf = (table: Table, chosen: ChosenOfStream<PaymentRole>) =>
	streamLayout<PaymentRole>(
		{
			customer: knownColumn(table, ['customer'], idOf),
			columns: {
				date: readColumn(table, 'created', readMade),
				due: readColumn(table, table.hasColumn('due_date') ? 'due_date' : 'created', readDue),
				paidAt: knownColumn(table, ['status_transitions.paid_at']),
				amount: knownColumn(table, ['amount_due', 'total']),
				paidAmount: knownColumn(table, ['amount_paid']),
				currency: knownColumn(table, ['currency']),
				state: knownColumn(table, ['status'], (cell) => STATES[cellText(cell)] ?? 'open'),
				writtenOffAt: knownColumn(table, ['status_transitions.marked_uncollectible_at']),
				voidedAt: knownColumn(table, ['status_transitions.voided_at']),
				attempts: knownColumn(table, ['attempt_count']),
				number: knownColumn(table, ['id']),
			},
			contacts: { email: knownColumn(table, ['customer_email', 'customer.email']), phone: knownColumn(table, ['customer_phone']), name: knownColumn(table, ['customer_name', 'customer.name']) },
			amountUnit: 'minor',
			leftOut: leftOutBy(testsAmongOthers(table)),
			hasGuests: true,
			needs: ['date', 'amount'],
			meanings: { state: paymentStateSaid },
		},
		chosen,
	);

/** Invoices as Stripe's API lists them: an item each, or pages with `data`. */
export const stripeInvoices: StreamSource<PaymentRole> = {
	id: 'stripeInvoices',
	title: 'Stripe Invoices',
	description: 'The list of invoices as the API of Stripe gives it, pages or an item each; drafts, void ones and those of nothing are left out',
	nouns: ['invoice', 'invoices'],
	recognises: recognisesStripe('invoice'),
	entriesOf: onPage,
	layoutOf,
	warningsOn: warningsOnStripe,
};
