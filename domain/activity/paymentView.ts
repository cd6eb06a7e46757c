/** What is known of one customer's payments: everything that the fields of payments are made from. */
import { median } from '../statistics/quantile';
import { sortFirst } from '../statistics/sortFirst';
import { dayOfLocalTime } from '../time';
import type { WatchedView } from './commonFields';
import { mostEventsOfOne } from './eventDays';
import type { PresentRun } from './presentRun';
import { presentRuns } from './presentRun';
import type { PaymentColumns } from './streamColumns';
import { paymentStates } from './streamColumns';
import type { Windows } from './windows';
import { exposureOf, recentFrom, usualFrom } from './windows';

const OPEN = paymentStates.indexOf('open');
const PAID = paymentStates.indexOf('paid');
const FAILED = paymentStates.indexOf('failed');
const WRITTEN_OFF = paymentStates.indexOf('writtenOff');

interface PaymentCounts {
	/** Paid on a day that is known, by the day due and after it. */
	onTime: number;
	late: number;
	failed: number;
	open: number;
	/** Open and paid in part. */
	partial: number;
	/** Written off, or open for longer than the recent window after the day due. */
	missed: number;
	/** Null where no day is known on which something was paid. */
	lastPaid: number | null;
}

/** What should be paid by now, in 1/10,000, and since when. */
interface PastDue {
	readonly amount: number;
	/** The day on which the oldest of it was due; null where nothing is past due. */
	readonly since: number | null;
}

/** How late payments are; null where there is nothing to take the median of. */
interface DelayDays {
	readonly recent: number | null;
	readonly usual: number | null;
}

/** The currencies a customer's rows name: none, one by its number, or several. */
export type CurrencyOfCustomer = number | 'none' | 'several';

export interface PaymentView extends WatchedView, Readonly<PaymentCounts> {
	readonly columns: PaymentColumns;
	/** Rows. */
	readonly payments: number;
	readonly delayDays: DelayDays;
	readonly pastDue: PastDue;
	/** How often the latest of what is unpaid was tried; null where nothing is, or its cells do not say it. */
	readonly attempts: number | null;
	/** Whether anything is unpaid. */
	readonly owes: boolean;
	readonly cardExpires: number | null;
	/** The first day of the present way to pay, where there was another before it. */
	readonly methodChanged: number | null;
	readonly currency: CurrencyOfCustomer;
}

/** The day on which a row was paid; NaN where it was not, or no row says when. */
const paidDay = ({ paidAt, state }: PaymentColumns, row: number): number => (paidAt === null || state[row] !== PAID ? NaN : dayOfLocalTime(paidAt[row]));

function countsOf(columns: PaymentColumns, windows: Windows, customer: number): PaymentCounts {
	const { history, state, paidAmount, isDue } = columns;
	const counts: PaymentCounts = { onTime: 0, late: 0, failed: 0, open: 0, partial: 0, missed: 0, lastPaid: null };
	for (let event = history.firstEvent[customer]; event < history.firstEvent[customer + 1]; event++) {
		const row = history.row[event];
		const day = paidDay(columns, row);
		if (day <= history.day[event]) counts.onTime++;
		if (day > history.day[event]) counts.late++;
		if (!Number.isNaN(day)) counts.lastPaid = Math.max(counts.lastPaid ?? day, day);
		if (state[row] === FAILED) counts.failed++;
		if (state[row] === WRITTEN_OFF) counts.missed++;
		if (state[row] !== OPEN) continue;
		counts.open++;
		if (isDue && windows.asOf - history.day[event] > windows.recentDays) counts.missed++;
		if (paidAmount !== null && history.amount !== null && paidAmount[row] > 0 && paidAmount[row] < history.amount[event]) counts.partial++;
	}
	return counts;
}

/**
 * Which of a customer's events stand unpaid on As Of?
 *
 * What is open, and what failed. Where rows have no day due they are attempts to charge, of which the next may have
 * succeeded: there a failed one is unpaid only as long as no later row was paid.
 */
function unpaidTest({ history, state, isDue }: PaymentColumns, customer: number): (event: number) => boolean {
	let event = history.firstEvent[customer + 1] - 1;
	while (!isDue && event >= history.firstEvent[customer] && state[history.row[event]] !== PAID) event--;
	const settledUpTo = isDue || event < history.firstEvent[customer] ? -Infinity : history.localTime[event];
	return (other) => {
		const stateOf = state[history.row[other]];
		return stateOf === OPEN || (stateOf === FAILED && history.localTime[other] > settledUpTo);
	};
}

/**
 * What measures how late one customer after the other pays
 *
 * Question: how many days after the day due is it paid, of late and usually? Paid rows count with the days from the day
 * due to the day paid, 0 where that came first, in the window in which the later of both days lies. Unpaid ones count
 * as of late with the days from the day due to As Of: delays count open ages too, or they improve as people stop paying.
 * Days from the row's own, where no row has a day due. O(n log n) in the payments of a customer.
 */
function delays(columns: PaymentColumns, windows: Windows) {
	const { history } = columns;
	const recentStart = recentFrom(windows);
	const usualStart = usualFrom(windows);
	const recent = new Int32Array(mostEventsOfOne(history));
	const usual = new Int32Array(recent.length);
	const medianOf = (days: Int32Array, count: number): number | null => {
		sortFirst(days, count);
		return count === 0 ? null : median(days, count);
	};
	return (customer: number, isUnpaid: (event: number) => boolean): DelayDays => {
		if (!columns.isDue && columns.paidAt === null) return { recent: null, usual: null };
		let [recentCount, usualCount] = [0, 0];
		for (let event = history.firstEvent[customer]; event < history.firstEvent[customer + 1]; event++) {
			const due = history.day[event];
			const settled = isUnpaid(event) ? windows.asOf : Math.max(due, paidDay(columns, history.row[event]));
			if (settled >= recentStart) recent[recentCount++] = settled - due;
			else if (settled >= usualStart) usual[usualCount++] = settled - due;
		}
		return { recent: medianOf(recent, recentCount), usual: medianOf(usual, usualCount) };
	};
}

/** What of the rows due before As Of is not paid, and since when; amounts of which nothing is known add nothing. */
function pastDueOf({ history, paidAmount }: PaymentColumns, { asOf }: Windows, customer: number, isUnpaid: (event: number) => boolean): PastDue {
	let amount = 0;
	let since: number | null = null;
	for (let event = history.firstEvent[customer]; event < history.firstEvent[customer + 1]; event++) {
		if (history.day[event] >= asOf || !isUnpaid(event)) continue;
		const paid = paidAmount === null ? NaN : paidAmount[history.row[event]];
		const rest = (history.amount === null ? NaN : history.amount[event]) - (Number.isNaN(paid) ? 0 : paid);
		if (rest > 0) amount += rest;
		if (!(rest <= 0)) since ??= history.day[event];
	}
	return { amount, since };
}

/** How often the latest of what is unpaid was tried; of several at that moment the most. */
function attemptsOf({ history, attempts }: PaymentColumns, customer: number, isUnpaid: (event: number) => boolean) {
	const first = history.firstEvent[customer];
	let event = history.firstEvent[customer + 1] - 1;
	while (event >= first && !isUnpaid(event)) event--;
	const owes = event >= first;
	let most: number | null = null;
	const moment = owes ? history.localTime[event] : NaN;
	for (; event >= first && history.localTime[event] === moment; event--) {
		const tried = attempts === null || !isUnpaid(event) ? NaN : attempts[history.row[event]];
		if (!Number.isNaN(tried)) most = Math.max(most ?? tried, tried);
	}
	return { owes, attempts: most };
}

/** The last day of the card: of the latest row that names one, since the present way to pay; of several at that moment the latest. */
function cardExpiry({ history, cardExpiresAt, method }: PaymentColumns, customer: number, present: PresentRun | null): number | null {
	if (cardExpiresAt === null) return null;
	const value = present === null ? 0 : present.value;
	const first = present === null || value === 0 ? history.firstEvent[customer] : present.since;
	let latest = NaN;
	let moment = NaN;
	for (let event = history.firstEvent[customer + 1] - 1; event >= first; event--) {
		if (!Number.isNaN(latest) && history.localTime[event] !== moment) break;
		const methodOfRow = method === null ? 0 : method.valueOfRow[history.row[event]];
		const expires = cardExpiresAt[history.row[event]];
		if (Number.isNaN(expires) || (methodOfRow !== 0 && methodOfRow !== value)) continue;
		latest = Number.isNaN(latest) ? expires : Math.max(latest, expires);
		moment = history.localTime[event];
	}
	return Number.isNaN(latest) ? null : dayOfLocalTime(latest);
}

function currencyOf({ history, currencies }: PaymentColumns, customer: number): CurrencyOfCustomer {
	const [first, end] = [history.firstEvent[customer], history.firstEvent[customer + 1]];
	if (first === end || currencies.length === 0) return 'none';
	if (history.currency === null) return 0;
	for (let event = first + 1; event < end; event++) if (history.currency[event] !== history.currency[first]) return 'several';
	return history.currency[first];
}

/**
 * The payments of one customer after the other
 *
 * `sinceOf` is the first day of a customer in any stream. O(events log events) over all.
 */
export function paymentViews(columns: PaymentColumns, windows: Windows, sinceOf: (customer: number) => number): (customer: number) => PaymentView {
	const { history, method } = columns;
	const delaysOf = delays(columns, windows);
	const methodOf = method && presentRuns(history, method);
	return (customer) => {
		const isUnpaid = unpaidTest(columns, customer);
		const present = methodOf && methodOf(customer);
		return {
			columns,
			windows,
			exposure: exposureOf(windows, sinceOf(customer)),
			payments: history.firstEvent[customer + 1] - history.firstEvent[customer],
			...countsOf(columns, windows, customer),
			delayDays: delaysOf(customer, isUnpaid),
			pastDue: pastDueOf(columns, windows, customer, isUnpaid),
			...attemptsOf(columns, customer, isUnpaid),
			cardExpires: cardExpiry(columns, customer, present),
			methodChanged: present && present.previous !== 0 ? history.day[present.since] : null,
			currency: currencyOf(columns, customer),
		};
	};
}
