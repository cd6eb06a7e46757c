/** Whether a customer pays, and how late, against the own habit; what is owed, and what may soon fail. DOMAIN S3, S13. */
import { AMOUNT_SCALE } from '../ledger/history';
import type { NullReason } from '../problems';
import type { ActivityFields } from './activityField';
import { dateOrNull, NO_COLUMN, whyMissing, whyUsual } from './commonFields';
import type { PaymentView } from './paymentView';
import type { PaymentColumns } from './streamColumns';

export type { PaymentView } from './paymentView';
export { paymentViews } from './paymentView';

const UNPAID = 'open or failed (where no row has a day due: failed and nothing later paid)';
const NO_DUE_OR_PAID = 'no column says when payments were due, or when they were paid';

const tellsWhatIsLate = ({ isDue, paidAt }: PaymentColumns): boolean => isDue && paidAt !== null;
const tellsDelays = ({ isDue, paidAt }: PaymentColumns): boolean => isDue || paidAt !== null;

/** Why the amount past due is null; null where it is not. */
function whyNoPastDue({ columns, currency, pastDue }: PaymentView): NullReason | null {
	if (!columns.isDue) return 'noSuchColumn';
	if (columns.history.amount === null) return 'noAmounts';
	if (currency === 'several') return 'twoCurrencies';
	return Number.isSafeInteger(pastDue.amount) ? null : 'amountTooLarge';
}

function whyNoPartial({ columns }: PaymentView): NullReason | null {
	if (columns.paidAmount === null) return 'noSuchColumn';
	return columns.history.amount === null ? 'noAmounts' : null;
}

function whyNoRetries({ columns, owes }: PaymentView): NullReason {
	if (columns.attempts === null) return 'noSuchColumn';
	return owes ? 'noRows' : 'nothingOpen';
}

/** The customer's only currency; null where none is named, or several are. */
const currencyName = ({ columns, currency }: PaymentView): string | null => (typeof currency === 'number' ? columns.currencies[currency] || null : null);

function whyNoCurrency({ columns, currency }: PaymentView): NullReason {
	if (columns.currencies.length === 0) return 'noSuchColumn';
	return currency === 'several' ? 'twoCurrencies' : 'noRows';
}

/** What Customer Activity says of a customer's payments, in the order of the output. */
export const paymentFields = {
	payments: {
		question: 'How many payments were due?',
		counts: 'all payments due by As Of',
		aggregate: 'number',
		unit: 'payments',
		example: 7,
		of: ({ payments }) => payments,
	},
	onTime: {
		question: 'How many were paid in time?',
		counts: 'payments that were paid on a day that is known, not after the day due',
		aggregate: 'number',
		unit: 'payments',
		nullWhen: NO_DUE_OR_PAID,
		example: 1,
		of: ({ columns, onTime }) => (tellsWhatIsLate(columns) ? onTime : null),
		why: () => 'noSuchColumn',
	},
	late: {
		question: 'How many were paid late?',
		counts: 'payments that were paid on a day that is known, after the day due',
		aggregate: 'number',
		unit: 'payments',
		nullWhen: NO_DUE_OR_PAID,
		example: 3,
		of: ({ columns, late }) => (tellsWhatIsLate(columns) ? late : null),
		why: () => 'noSuchColumn',
	},
	failed: {
		question: 'How many failed?',
		counts: 'payments that failed and were not paid by As Of',
		aggregate: 'number',
		unit: 'payments',
		example: 1,
		of: ({ failed }) => failed,
	},
	partial: {
		question: 'How many were paid in part?',
		counts: 'open payments of which something was paid and not all',
		aggregate: 'number',
		unit: 'payments',
		nullWhen: 'no column says how much was due, or how much was paid',
		example: 1,
		of: (view) => (whyNoPartial(view) === null ? view.partial : null),
		why: (view) => whyNoPartial(view) ?? 'noRows',
	},
	missed: {
		question: 'How many were missed?',
		counts: 'payments that were written off, and open ones due longer ago than the recent window is long',
		aggregate: 'number',
		unit: 'payments',
		example: 1,
		of: ({ missed }) => missed,
	},
	open: {
		question: 'How many are open?',
		counts: 'open payments',
		aggregate: 'number',
		unit: 'payments',
		example: 1,
		of: ({ open }) => open,
	},
	recentDelayDays: {
		question: 'How late do they pay of late?',
		counts: `payments settled in the recent window, on the later of the day due and the day paid, and those that are ${UNPAID}`,
		aggregate: 'median of the days from the day due to the day settled, or to As Of',
		unit: 'days',
		nullWhen: 'no column says when payments were due nor when they were paid, or there are no such payments',
		example: 10,
		of: ({ delayDays }) => delayDays.recent,
		why: ({ columns }) => (tellsDelays(columns) ? 'tooFewEvents' : 'noSuchColumn'),
	},
	usualDelayDays: {
		question: 'How late did they pay in the time before?',
		counts: 'payments settled in the usual window, on the later of the day due and the day paid',
		aggregate: 'median of the days from the day due to the day settled',
		unit: 'days',
		nullWhen: 'no column says when payments were due nor when they were paid, or there are no such payments',
		example: 2,
		of: ({ delayDays }) => delayDays.usual,
		why: (view) => (tellsDelays(view.columns) ? whyUsual(view, 'tooFewEvents') : 'noSuchColumn'),
	},
	pastDue: {
		question: 'How much should have been paid by now?',
		counts: `payments due before As Of that are ${UNPAID}`,
		aggregate: 'sum of their amounts less what was paid of them',
		unit: 'money',
		nullWhen: 'no column says when payments were due or how much, the customer has several currencies, or the sum is too large to be exact',
		example: 160,
		of: (view) => (whyNoPastDue(view) === null ? view.pastDue.amount / AMOUNT_SCALE : null),
		why: (view) => whyNoPastDue(view) ?? 'noRows',
	},
	pastDueDays: {
		question: 'For how many days has the oldest of it been due?',
		counts: `payments due before As Of that are ${UNPAID} and not wholly paid`,
		aggregate: 'As Of less the earliest day due',
		unit: 'days',
		nullWhen: 'no column says when payments were due, or nothing is past due',
		example: 20,
		of: ({ columns, pastDue, windows }) => (columns.isDue && pastDue.since !== null ? windows.asOf - pastDue.since : null),
		why: ({ columns }) => (columns.isDue ? 'nothingOpen' : 'noSuchColumn'),
	},
	retries: {
		question: 'How often was it tried in vain?',
		counts: `the latest payment that is ${UNPAID}`,
		aggregate: 'its number of attempts; of several at that moment the most',
		unit: 'attempts',
		nullWhen: `${NO_COLUMN}, or nothing is unpaid`,
		example: 3,
		of: ({ attempts }) => attempts,
		why: whyNoRetries,
	},
	cardExpiresOn: {
		question: 'When does the card expire?',
		counts: 'payments since the present way to pay that name a last day of the card',
		aggregate: 'the last day of the latest; of several at that moment the later',
		unit: 'date',
		nullWhen: `${NO_COLUMN}, or no such payment does`,
		example: '2026-08-31',
		of: ({ cardExpires }) => dateOrNull(cardExpires),
		why: ({ columns }) => whyMissing(columns.cardExpiresAt),
	},
	methodChangedOn: {
		question: 'Since when do they pay in another way?',
		counts: 'payments of the present way to pay, from the last on that has another',
		aggregate: 'earliest day after it',
		unit: 'date',
		nullWhen: `${NO_COLUMN}, or it was always the same way`,
		example: '2024-06-01',
		of: ({ methodChanged }) => dateOrNull(methodChanged),
		why: ({ columns }) => whyMissing(columns.method),
	},
	lastPaidOn: {
		question: 'When did they last pay?',
		counts: 'payments that were paid on a day that is known',
		aggregate: 'latest day paid',
		unit: 'date',
		nullWhen: `${NO_COLUMN}, or nothing was paid`,
		example: '2024-06-09',
		of: ({ lastPaid }) => dateOrNull(lastPaid),
		why: ({ columns }) => whyMissing(columns.paidAt),
	},
	currency: {
		question: 'In which currency do they pay?',
		counts: 'all payments due by As Of',
		aggregate: 'the only currency',
		unit: 'text',
		nullWhen: 'none is named, or several are',
		example: 'EUR',
		of: currencyName,
		why: whyNoCurrency,
	},
} as const satisfies ActivityFields<PaymentView>;
