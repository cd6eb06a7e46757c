/**
 * From rows of JSON to terms: who was subscribed to what, from when to when and for how much a month.
 *
 * A source turns its items into entries, one a price; their cells become columns under the names of their
 * roles, and the same column readers as for purchases read them. What becomes of each entry is in `Verdicts`.
 */
import type { Problem } from '../../domain/problems';
import type { TermColumns } from '../../domain/ledger/terms';
import { dayOfLocalTime, endOfDay } from '../../domain/time';
import type { LeftOutKind } from '../leftOut';
import type { Item, Row, Table } from '../paths';
import { tableOf } from '../paths';
import type { SubscriptionEntry, SubscriptionLayout, SubscriptionRole, SubscriptionSource } from '../sources/subscriptionSource';
import type { Subscriptions } from '../../domain/churn/subscriptions';
import { kindOfReason } from '../leavingReasons';
import type { AsOf } from './asOf';
import { cutAtAsOf, lastDayUpTo, resolveAsOf } from './asOf';
import type { CustomerColumn } from './customerColumn';
import { isEmptyRow, readCustomers } from './customerColumn';
import { problemsOfItems } from './entries';
import type { OpenStream, ProblemsOrEmpty } from './openStream';
import type { DateColumn } from './dateColumn';
import { readDates } from './dateColumn';
import { readGroupColumn, tooManyGroups } from './groupColumn';
import type { Prices } from './prices';
import { readPrices } from './prices';
import { leaveOutRepeated } from './repeatedSubscriptions';
import type { Changes, TermDetails } from './stretches';
import { endsOfChanges, historyOfStarts, rowsOf, stretchesOf, termsOfRows } from './stretches';
import type { Rows } from './rows';
import type { SubscriptionPlan, SubscriptionSettings, WhoOfSubscriptions } from './subscriptionPlan';
import { planSubscriptions } from './subscriptionPlan';
import { Verdicts } from './verdicts';

/** Subscriptions read, with everything about the reading that a hint tells. */
export interface SubscriptionReading extends Subscriptions, Rows {
	readonly source: SubscriptionSource;
	readonly layout: SubscriptionLayout;
	readonly who: WhoOfSubscriptions;
	readonly entries: readonly SubscriptionEntry[];
	readonly customers: CustomerColumn;
	readonly asOf: AsOf;
	readonly leftOut: ReadonlyMap<LeftOutKind, number>;
	readonly dates: Pick<DateColumn, 'orderFrom' | 'holdsBothOrders'>;
	readonly prices: Pick<Prices, 'markFrom' | 'withoutPrice' | 'assumedMonthly'>;
	/** Customers who had a trial that ended and nothing after it. */
	readonly leftAfterTrial: number;
	readonly equalRowsKept: number;
	/** Which entry each term came from, and what that tells of it besides. */
	readonly entryOfTerm: Int32Array;
	readonly termDetails: TermDetails;
	/** By customer, the first day after As Of on which a row says that they cancel, where cancelling is a row. */
	readonly plannedCancellations: ReadonlyMap<number, number>;
	/** The last day up to today of which the rows know anything; null where there is none. */
	readonly lastDay: number | null;
	/** Rows that only end another, where cancelling is a row. */
	readonly cancellations: number;
	readonly startsDayAfterEnd: number;
	/** Rows that are paused by their status, without a day from which on. */
	readonly pausedUndated: number;
	/** What to watch in what the source gave, pages and all, each in a sentence. */
	readonly warnings: readonly string[];
	readonly problems: readonly Problem[];
}

export type SubscriptionOutcome =
	| { readonly reading: SubscriptionReading }
	| { readonly problems: readonly Problem[] }
	| { readonly isEmpty: true };

/** Leaves out rows of nothing and those of subscriptions that never began. */
function leaveOutKnown({ cells, entries }: SubscriptionPlan, verdicts: Verdicts): void {
	cells.forEach(({ json: { state } }, entry) => {
		if (isEmptyRow(entries[entry].row)) verdicts.leaveOut(entry, 'empty');
		else if (state === 'notStarted') verdicts.leaveOut(entry, 'notStarted');
	});
}

/** A cancellation dated ahead is a plan: who cancels is here until then. Gives the first such day of each customer. */
function leaveOutPlannedCancellations({ cells, layout }: SubscriptionPlan, { dates: { localTime }, customers: { customerOf }, asOf }: ColumnsRead, verdicts: Verdicts): Map<number, number> {
	const dayOfCustomer = new Map<number, number>();
	if (layout.rowsAre !== 'changes') return dayOfCustomer;
	cells.forEach(({ json: { state } }, entry) => {
		const isPlanned = state === 'cancelled' && verdicts.counts(entry) && localTime[entry] >= endOfDay(asOf.day);
		if (!isPlanned) return;
		verdicts.leaveOut(entry, 'afterAsOf');
		const customer = customerOf[entry];
		dayOfCustomer.set(customer, Math.min(dayOfCustomer.get(customer) ?? Infinity, dayOfLocalTime(localTime[entry])));
	});
	return dayOfCustomer;
}

const laterOf = (one: number | null, other: number | null): number | null => (one === null || other === null ? (one ?? other) : Math.max(one, other));

/** Reads every column; entries that do not count end up in the verdicts. */
function readColumns({ cells, layout, unit }: SubscriptionPlan, settings: SubscriptionSettings, verdicts: Verdicts) {
	const { dateFormat, zone, dropsTrailingZero } = settings;
	const { columns } = layout;
	const readOptional = (role: SubscriptionRole): Float64Array | null =>
		columns[role] ? readDates(cells, role, dateFormat, zone, verdicts, true).localTime : null;
	const customers = readCustomers(cells, 'customer', dropsTrailingZero, verdicts);
	const dates = readDates(cells, 'start', dateFormat, zone, verdicts);
	const ends = readOptional('end');
	const trialEnds = readOptional('trialEnd');
	const pausedFrom = readOptional('pausedFrom');
	const pausedUntil = readOptional('pausedUntil');
	const prices = readPrices(cells, layout, unit, settings, verdicts);

	const seen = layout.seenOn.map((_, index) => readDates(cells, `seen${index}`, dateFormat, zone, verdicts, true).localTime);
	const known = [dates.localTime, ends, pausedFrom, ...seen].filter((times) => times !== null);
	const lastDay = known.map((times) => lastDayUpTo(settings.asOf.today, times, verdicts)).reduce(laterOf);
	return { customers, dates, ends, trialEnds, pausedFrom, pausedUntil, prices, lastDay };
}

/** Why terms ended: the reason on the row that ended each, else on its own; null where no row names any. */
function readReasons({ cells, layout }: SubscriptionPlan, changes: Changes | null, entryOfTerm: Int32Array): Subscriptions['reasons'] {
	if (!layout.columns.reason) return null;
	const { values, valueOfRow } = readGroupColumn(cells, Int32Array.from(cells.keys()), 'reason');
	if (values.length === 1) return null;
	const ofTerm = entryOfTerm.map((entry) => {
		const endedBy = changes ? changes.endedBy[entry] : -1;
		return (endedBy === -1 ? 0 : valueOfRow[endedBy]) || valueOfRow[entry];
	});
	return { texts: values, kinds: values.map(layout.kindOf ?? kindOfReason), ofTerm };
}

/** The last day up to As Of on which a term ended; null where none has. */
function lastEndUpTo(asOf: number, { end }: TermColumns): number | null {
	const last = end.reduce((latest, day) => (day <= asOf && day > latest ? day : latest), -Infinity);
	return last === -Infinity ? null : last;
}

/** A problem of a cell, with its column as the user calls it. */
const withColumnsOf =
	({ columns }: SubscriptionLayout) =>
	(problem: Problem): Problem => ({ ...problem, column: columns[problem.column as SubscriptionRole]?.name ?? problem.column });

/** Subscriptions whose columns are read, before it is known up to which day they count. */
export type OpenSubscriptions = OpenStream<SubscriptionReading>;

/** Opens rows of subscriptions: finds their source and reads every column, but for what depends on As Of. */
export function openSubscriptions(items: readonly Item[], settings: SubscriptionSettings, tableOfItems = tableOf(items)): OpenSubscriptions | ProblemsOrEmpty {
	const plan = planSubscriptions(items, settings, tableOfItems);
	if (!('cells' in plan)) return plan;
	const verdicts = new Verdicts(plan.cells);
	leaveOutKnown(plan, verdicts);
	const columns = readColumns(plan, settings, verdicts);
	return {
		customers: columns.customers,
		lastDay: columns.lastDay,
		close: (asOf, customers) => closeSubscriptions(plan, { ...columns, customers, asOf }, settings, verdicts, tableOfItems),
	};
}

/**
 * Reads subscriptions off rows
 *
 * `items` are any node's output, `tableOfItems` what they hold. Finds the source and its columns unless the settings name them. What
 * concerns a whole column ends the reading; what concerns a row is a problem beside it. DOMAIN C11, C13.
 */
export function readSubscriptions(items: readonly Item[], settings: SubscriptionSettings, tableOfItems = tableOf(items)): SubscriptionOutcome {
	const opened = openSubscriptions(items, settings, tableOfItems);
	return 'close' in opened ? opened.close(resolveAsOf(settings.asOf, opened.lastDay), opened.customers) : opened;
}

type ColumnsRead = ReturnType<typeof readColumns> & { readonly asOf: AsOf };

/** The subscriptions as of a day, once all columns are read. */
function closeSubscriptions(plan: SubscriptionPlan, read: ColumnsRead, settings: SubscriptionSettings, verdicts: Verdicts, tableOfItems: Table): ReturnType<OpenSubscriptions['close']> {
	const { source, layout, who, table, entries, cells, itemOfEntry } = plan;
	const plannedCancellations = leaveOutPlannedCancellations(plan, read, verdicts);
	cutAtAsOf(read.asOf, settings.asOf, read.dates.localTime, 'start', verdicts);
	const equalRowsKept = leaveOutRepeated(plan, read.customers.customerOf, read.dates.localTime, verdicts);
	const { begins } = layout;
	const beginsAt = begins ? (entry: number) => begins(entries[entry].part) : null;
	const changes = layout.rowsAre === 'changes' ? endsOfChanges(cells, read, beginsAt, verdicts) : null;
	const columns = { ...read, changes };
	const found = stretchesOf(cells, columns, settings, verdicts);

	const rows = rowsOf(cells, changes, verdicts);
	const sourceItems = entries.map(({ row }) => ({ json: row }));
	const groupColumns = settings.groupBy.map((column) => readGroupColumn(sourceItems, rows, column));
	const tooMany = tooManyGroups(groupColumns);
	if (tooMany) return tooMany;
	const terms = termsOfRows(found.stretches, rows, columns);
	return {
		reading: {
			source,
			layout,
			who,
			table,
			entries,
			customers: read.customers,
			customerColumn: { name: layout.columns.customer.name, kind: layout.customerKind },
			history: historyOfStarts(rows, read),
			...terms,
			lastEnd: lastEndUpTo(read.asOf.day, terms.terms),
			itemOfRow: rows.map((entry) => itemOfEntry[entry]),
			rowAt: (row: number): Row => entries[rows[row]].row,
			groupColumns,
			plans: layout.columns.plan ? readGroupColumn(cells, rows, 'plan') : null,
			reasons: readReasons(plan, changes, terms.entryOfTerm),
			currencies: read.prices.currencies.names,
			asOf: read.asOf,
			leftOut: verdicts.leftOut(),
			plannedCancellations,
			lastDay: read.lastDay,
			cancellations: verdicts.countingItems().length - rows.length,
			dates: { orderFrom: read.dates.orderFrom, holdsBothOrders: read.dates.holdsBothOrders },
			prices: read.prices,
			leftAfterTrial: found.leftAfterTrial,
			pausedUndated: found.pausedUndated,
			startsDayAfterEnd: found.startsDayAfterEnd,
			equalRowsKept,
			warnings: source.warningsOn?.(tableOfItems, entries) ?? [],
			problems: problemsOfItems(verdicts.problems().map(withColumnsOf(layout)), itemOfEntry),
		},
	};
}
