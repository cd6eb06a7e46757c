/** From a reading of subscriptions to the columns that Customer Activity tells of. */
import type { Flags } from '../../domain/activity/streamColumns';
import { NO, UNKNOWN, YES } from '../../domain/activity/streamColumns';
import type { SubscriptionColumns } from '../../domain/activity/subscriptionColumns';
import type { GroupColumn } from '../../domain/ledger/groups';
import { termKinds } from '../../domain/ledger/terms';
import { dayOfLocalTime } from '../../domain/time';
import type { Item, Row } from '../paths';
import { cellText, isBlank } from '../paths';
import { readDates } from '../reading/dateColumn';
import type { SubscriptionSettings } from '../reading/subscriptionPlan';
import type { SubscriptionReading } from '../reading/subscriptions';
import { Verdicts } from '../reading/verdicts';
import type { PlanRole, SubscriptionLayout } from '../sources/subscriptionSource';

type DateSettings = Pick<SubscriptionSettings, 'dateFormat' | 'zone'>;

/** What a reading for Customer Activity keeps: who is on trial, pays nothing or has paused is somebody, and is called so. */
export const keepsAllTerms = { trials: 'keep', freePlans: 'keep', pauses: 'keep' } as const;

const TRIAL = termKinds.indexOf('trial');

/** Whether the rows tell of plans as they were on As Of: it is today, or later than all that they know, also of cancellations. */
function knowsPlansOf({ asOf: { day, today }, lastDay }: SubscriptionReading, cancelledOn: Float64Array | null): boolean {
	if (day >= today) return true;
	const isCancelledSince = cancelledOn !== null && cancelledOn.some((cancelled) => cancelled >= day && cancelled <= today);
	return !isCancelledSince && (lastDay === null || day > lastDay);
}

/** By term, the day in a column; null where there is none. A cell that cannot be read says nothing: it decides no figure. */
function planDays({ layout, entries, entryOfTerm, dates }: SubscriptionReading, role: PlanRole, { dateFormat, zone }: DateSettings): Float64Array | null {
	const column = layout.columns[role];
	if (!column) return null;
	const items: readonly Item[] = entries.map(({ part }) => ({ json: part }));
	const format = dateFormat === 'automatic' ? (dates.orderFrom ?? dateFormat) : dateFormat;
	const { localTime } = readDates(items, column, format, zone, new Verdicts(items), true);
	return Float64Array.from(entryOfTerm, (entry) => dayOfLocalTime(localTime[entry]));
}

/** By term, the day on which it is to end: as its row has it, else as it is planned, else as its customer said in a row. */
function endDays(reading: SubscriptionReading, settings: DateSettings): Float64Array {
	const { terms, termDetails, plannedCancellations } = reading;
	const planned = planDays(reading, 'plannedEnd', settings);
	return termDetails.endOfRow.map((end, term) => {
		const isTrialAlone = termDetails.kind[term] === TRIAL && Number.isNaN(termDetails.trialEndOfRow[term]);
		if (!Number.isNaN(end) && !isTrialAlone) return end;
		return planned && !Number.isNaN(planned[term]) ? planned[term] : (plannedCancellations.get(terms.customer[term]) ?? NaN);
	});
}

/** Whether a row says that it is cancelled: outright, or by whether it has a day of cancelling. */
function cancelledFlag({ columns, isCancelled }: SubscriptionLayout, part: Row, hasDay: boolean): number {
	const said = isCancelled ? isCancelled(part) : null;
	if (hasDay || said === true) return YES;
	const hasNoDay = columns.cancelledOn !== undefined && isBlank(columns.cancelledOn.read(part));
	return said === false || hasNoDay ? NO : UNKNOWN;
}

/** By term, whether it is cancelled already and only runs until its end: where cancelling is a row, by one that is dated ahead. */
function cancelledFlags({ layout, entries, entryOfTerm, terms, plannedCancellations }: SubscriptionReading, cancelledOn: Float64Array | null): Flags | null {
	if (layout.rowsAre === 'changes') return Uint8Array.from(terms.customer, (customer) => (plannedCancellations.has(customer) ? YES : NO));
	if (!layout.isCancelled && cancelledOn === null) return null;
	return Uint8Array.from(entryOfTerm, (entry, term) => cancelledFlag(layout, entries[entry].part, cancelledOn !== null && !Number.isNaN(cancelledOn[term])));
}

/** By term, the day on which a trial was said to end. The end of a row that is a trial is a plan, like all ends. */
const trialEndDays = ({ termDetails: { trialEndOfRow, endOfRow } }: SubscriptionReading, knowsPlans: boolean): Float64Array =>
	trialEndOfRow.map((end, term) => (Number.isNaN(end) && knowsPlans ? endOfRow[term] : end));

/** By term, a number of its subscription: rows and prices that name the same are one, others stand for themselves. */
function subscriptionNumbers({ layout, entries, entryOfTerm }: SubscriptionReading): Int32Array {
	const column = layout.columns.subscription;
	if (!column) return entryOfTerm;
	const firstOfName = new Map<string, number>();
	return entryOfTerm.map((entry) => {
		const cell = column.read(entries[entry].part);
		if (isBlank(cell)) return entry;
		const name = cellText(cell);
		const first = firstOfName.get(name);
		if (first === undefined) firstOfName.set(name, entry);
		return first ?? entry;
	});
}

const byTerm = (column: GroupColumn | null, rowOfTerm: Int32Array): GroupColumn | null =>
	column && { ...column, valueOfRow: rowOfTerm.map((row) => column.valueOfRow[row]) };

const orNull = (days: Float64Array): Float64Array | null => (days.every(Number.isNaN) ? null : days);

/**
 * The columns of subscriptions that were read with `keepsAllTerms`, with customers numbered as in all streams together
 *
 * The dates are read as the reading's own were.
 */
export function subscriptionColumnsOf(reading: SubscriptionReading, settings: DateSettings): SubscriptionColumns {
	const { history, terms, termDetails, rowOfTerm, plans, reasons, currencies } = reading;
	const cancelledOn = planDays(reading, 'cancelledOn', settings);
	const knowsPlans = knowsPlansOf(reading, cancelledOn);
	return {
		history,
		terms,
		kind: termDetails.kind,
		isUnpriced: termDetails.isUnpriced,
		subscription: subscriptionNumbers(reading),
		plans: byTerm(plans, rowOfTerm),
		reasons,
		renewsOn: planDays(reading, 'renewsOn', settings),
		endsOn: orNull(endDays(reading, settings)),
		isCancelled: cancelledFlags(reading, cancelledOn),
		cancelledOn,
		trialEndsOn: orNull(trialEndDays(reading, knowsPlans)),
		currencies,
		knowsPlans,
	};
}
