import type { PaymentState } from '../../domain/activity/streamColumns';
import type { Row, Table } from '../paths';
import { cellText, readerOf } from '../paths';
import { lastDayOf, lastDayOfCard } from './cardMonths';
import { firstOf, knownColumn, readColumn } from './knownColumns';
import type { ChosenOfStream } from './streamLayout';
import { streamLayout } from './streamLayout';
import { paymentStateSaid } from './stateWords';
import type { PaymentRole } from './streamRoles';
import type { StreamSource } from './streamSource';
import { idOf, onPage, recognisesStripe, testsAmongOthers, warningsOnStripe } from './stripeObjects';

const STATES: Readonly<Record<string, PaymentState>> = { succeeded: 'paid', failed: 'failed', pending: 'open' };

const [readMonth, readYear] = ['exp_month', 'exp_year'].map((field) => firstOf(readerOf(`payment_method_details.card.${field}`), readerOf(`source.${field}`)));
const readDigits = firstOf(readerOf('payment_method_details.card.last4'), readerOf('source.last4'));
const readBrand = firstOf(readerOf('payment_method_details.card.brand'), readerOf('source.brand'));
const readWay = readerOf('payment_method_details.type');

/** What is paid with, in words that tell two cards apart and that a person reads. */
function methodOf(row: Row): string {
	const digits = cellText(readDigits(row));
	if (digits === '') return cellText(readWay(row));
	return [cellText(readBrand(row)), digits].filter((part) => part !== '').join(' ');
}

/** A charge that went through was paid as it was made. */
const readPaidAt = (row: Row): unknown => (row.status === 'succeeded' && row.captured !== false ? row.created : undefined);

/** A charge that is only reserved is still to be paid. */
const readState = (row: Row): PaymentState => (row.captured === false && row.status === 'succeeded' ? 'open' : (STATES[cellText(row.status)] ?? 'open'));

function layoutOf(table: Table, chosen: ChosenOfStream<PaymentRole>) {
	const isTest = testsAmongOthers(table);
	const hasCards = ['payment_method_details.card.exp_year', 'source.exp_year'].some((path) => table.hasColumn(path));
	return streamLayout<PaymentRole>(
		{
			customer: knownColumn(table, ['customer'], idOf),
			columns: {
				date: knownColumn(table, ['created']),
				paidAt: readColumn(table, 'created', readPaidAt),
				amount: knownColumn(table, ['amount']),
				currency: knownColumn(table, ['currency']),
				state: readColumn(table, 'status', readState),
				cardExpiresAt: hasCards ? { name: 'payment_method_details.card.exp_month', read: (row) => lastDayOfCard(readYear(row), readMonth(row)) } : undefined,
				method: readColumn(table, 'payment_method_details.type', methodOf) ?? readColumn(table, 'source.last4', methodOf),
				number: knownColumn(table, ['id']),
			},
			contacts: { email: knownColumn(table, ['billing_details.email', 'receipt_email', 'customer.email']), phone: knownColumn(table, ['billing_details.phone']), name: knownColumn(table, ['billing_details.name', 'customer.name']) },
			amountUnit: 'minor',
			leftOut: (row) => (isTest(row) ? 'test' : null),
			hasGuests: true,
			needs: ['date', 'amount'],
			meanings: { state: paymentStateSaid, cardExpiresAt: lastDayOf },
		},
		chosen,
	);
}

/** Charges as attempts to be paid: one that failed says more than one that went through. */
export const stripeChargePayments: StreamSource<PaymentRole> = {
	id: 'stripeChargePayments',
	title: 'Stripe Charges',
	description: 'The charges as the Stripe node gives them, each an attempt to be paid, with the card and until when it is valid',
	nouns: ['charge', 'charges'],
	recognises: recognisesStripe('charge'),
	entriesOf: onPage,
	layoutOf,
	warningsOn: warningsOnStripe,
};
