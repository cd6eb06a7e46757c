/** From dated rows to stretches of days: what was paid for, what was a trial, what was a pause. DOMAIN C11. */
import type { TermColumns, TermKind } from '../../domain/ledger/terms';
import { termKinds } from '../../domain/ledger/terms';
import type { History } from '../../domain/ledger/history';
import { historyOf } from '../../domain/ledger/history';
import { STILL_HERE } from '../../domain/ledger/spells';
import { dayOfLocalTime } from '../../domain/time';
import { cellText, isBlank } from '../paths';
import type { CustomerColumn } from './customerColumn';
import type { DateColumn } from './dateColumn';
import { pickFloats, pickIntegers } from './pick';
import type { Prices } from './prices';
import type { SubscriptionCells } from './subscriptionCells';
import type { Verdicts } from './verdicts';

/** What makes a customer besides what is paid for. */
export interface StretchSettings {
	readonly trials: 'leaveOut' | 'keep';
	readonly freePlans: 'leaveOut' | 'keep';
	readonly pauses: 'leaveOut' | 'keep';
}

type CellItems = ReadonlyArray<{ readonly json: SubscriptionCells }>;

interface DatedColumns {
	readonly customers: CustomerColumn;
	readonly dates: DateColumn;
}

export interface ReadColumns extends DatedColumns {
	readonly ends: Float64Array | null;
	readonly trialEnds: Float64Array | null;
	readonly pausedFrom: Float64Array | null;
	readonly pausedUntil: Float64Array | null;
	readonly prices: Prices;
	readonly asOf: { readonly day: number };
	readonly changes: Changes | null;
}

/** Where a row is a change of plan: until when each lasts, and which entry ended it. */
export interface Changes {
	readonly end: Int32Array;
	/** The entry of the cancellation that ended it, -1 where there is none. */
	readonly endedBy: Int32Array;
}

/** Within one moment: as the rows rank themselves, then a trial before what it gives way to. */
const compareAtOneMoment = (one: SubscriptionCells, other: SubscriptionCells): number =>
	(Number(one.rank) || 0) - (Number(other.rank) || 0) || Number(one.state !== 'trial') - Number(other.state !== 'trial');

const isSamePlan = (one: SubscriptionCells, other: SubscriptionCells): boolean =>
	one.state === other.state && cellText(one.plan) === cellText(other.plan) && cellText(one.amount) === cellText(other.amount);

/** The entries that count, customer by customer in order of time. */
function inOrderOfTime(cells: CellItems, { customers: { customerOf }, dates: { localTime } }: DatedColumns, verdicts: Verdicts): Int32Array {
	return verdicts
		.countingItems()
		.sort((one, other) => customerOf[one] - customerOf[other] || localTime[one] - localTime[other] || compareAtOneMoment(cells[one].json, cells[other].json) || one - other);
}

/** Leaves out changes of customers who were here before the rows begin: nothing says since when, and for how much. */
function leaveOutWithoutStart(cells: CellItems, begins: (entry: number) => boolean, read: DatedColumns, verdicts: Verdicts): void {
	const { customerOf } = read.customers;
	let begun = -1;
	for (const entry of inOrderOfTime(cells, read, verdicts)) {
		if (begins(entry)) begun = customerOf[entry];
		if (begun !== customerOf[entry]) verdicts.leaveOut(entry, 'withoutStart');
	}
}

/** Finds different plans of a customer from one moment on; nothing tells which of them holds, so none does. */
function failTwoPlansAtOnce(cells: CellItems, { customers: { customerOf }, dates: { localTime } }: DatedColumns, order: Int32Array, verdicts: Verdicts): void {
	const isAtOnce = (one: number, other: number) =>
		customerOf[one] === customerOf[other] && localTime[one] === localTime[other] && compareAtOneMoment(cells[one].json, cells[other].json) === 0;
	for (let first = 0, next = 0; first < order.length; first = next) {
		while (next < order.length && isAtOnce(order[first], order[next])) next++;
		const atOnce = order.subarray(first, next);
		if (atOnce.some((entry) => !isSamePlan(cells[entry].json, cells[order[first]].json))) {
			for (const entry of atOnce) verdicts.fail(entry, 'twoPlansAtOnce', 'start');
		}
	}
}

/**
 * Until when does each plan last, where a row is a change of plan and cancelling is a row?
 *
 * Until the customer's next row. Different plans from one moment on cannot be told apart and are a problem,
 * each of them, whatever the order of the rows; of a trial and a plan, the plan comes after. A repeated row
 * lasts no days. Where some rows say that a customer `begins`, those before the first of them are left out.
 */
export function endsOfChanges(cells: CellItems, read: DatedColumns, begins: ((entry: number) => boolean) | null, verdicts: Verdicts): Changes {
	const { customerOf } = read.customers;
	const { localTime } = read.dates;
	failTwoPlansAtOnce(cells, read, inOrderOfTime(cells, read, verdicts), verdicts);
	if (begins) leaveOutWithoutStart(cells, begins, read, verdicts);
	const order = inOrderOfTime(cells, read, verdicts);
	const end = new Int32Array(cells.length).fill(STILL_HERE);
	const endedBy = new Int32Array(cells.length).fill(-1);
	for (let index = 1; index < order.length; index++) {
		const [entry, next] = [order[index - 1], order[index]];
		if (customerOf[entry] !== customerOf[next]) continue;
		end[entry] = dayOfLocalTime(localTime[next]);
		if (cells[next].json.state === 'cancelled') endedBy[entry] = next;
	}
	return { end, endedBy };
}

interface Stretch {
	readonly entry: number;
	readonly kind: TermKind;
	readonly start: number;
	readonly end: number;
}

const dayIn = (times: Float64Array | null, entry: number): number => (times ? dayOfLocalTime(times[entry]) : NaN);

/** The stretches of one entry, in order of time: its trial, then what is paid for with its pause. */
function stretchesOfEntry(entry: number, { state }: SubscriptionCells, start: number, end: number, read: ReadColumns): Stretch[] {
	const stretch = (kind: TermKind, from: number, until: number): Stretch[] => (from < until ? [{ entry, kind, start: from, end: until }] : []);
	const trialEnd = dayIn(read.trialEnds, entry);
	if (state === 'trial') return stretch('trial', start, Math.min(end, Number.isNaN(trialEnd) ? end : trialEnd));
	const isPausedRow = state === 'paused' && read.changes !== null;
	if (isPausedRow) return stretch('paused', start, end);

	const paidFrom = Number.isNaN(trialEnd) ? start : Math.max(start, trialEnd);
	const trial = stretch('trial', start, Math.min(paidFrom, end));
	const pausedFrom = Math.max(paidFrom, dayIn(read.pausedFrom, entry));
	if (Number.isNaN(pausedFrom)) return [...trial, ...stretch('paid', paidFrom, end)];
	const resumes = dayIn(read.pausedUntil, entry);
	const pausedUntil = Number.isNaN(resumes) ? end : Math.min(resumes, end);
	return [...trial, ...stretch('paid', paidFrom, Math.min(pausedFrom, end)), ...stretch('paused', pausedFrom, pausedUntil), ...stretch('paid', Math.max(pausedUntil, pausedFrom), end)];
}

/** The end of an entry's days; a problem, and null, where it has none to be counted by. */
function endOf(entry: number, { state }: SubscriptionCells, start: number, { ends, changes }: ReadColumns, verdicts: Verdicts): number | null {
	if (changes) return changes.end[entry];
	const end = dayIn(ends, entry);
	if (end < start) {
		verdicts.fail(entry, 'endsBeforeItStarts', 'end');
		return null;
	}
	if (!Number.isNaN(end)) return end;
	if (state !== 'cancelled') return STILL_HERE;
	verdicts.fail(entry, 'cancelledWithoutEnd', ends ? 'end' : 'status');
	return null;
}

/** Why a stretch makes nobody a customer; null where it does. */
function reasonToLeaveOut(kind: TermKind, isFree: boolean, { trials, freePlans, pauses }: StretchSettings): 'trial' | 'freePlan' | 'paused' | null {
	if (kind === 'trial') return trials === 'leaveOut' ? 'trial' : null;
	if (kind === 'paused') return pauses === 'leaveOut' ? 'paused' : null;
	return isFree && freePlans === 'leaveOut' ? 'freePlan' : null;
}

/** Customers who had a trial that is over, and nothing else. */
function countLeftAfterTrial(stretches: readonly Stretch[], customerOf: Int32Array, asOf: number): number {
	const tried = new Set<number>();
	const others = new Set<number>();
	for (const { entry, kind, end } of stretches) {
		if (kind === 'trial' && end < asOf) tried.add(customerOf[entry]);
		else others.add(customerOf[entry]);
	}
	return [...tried].filter((customer) => !others.has(customer)).length;
}

export interface Stretches {
	/** Customers who had a trial that ended and nothing besides. */
	readonly leftAfterTrial: number;
	/** Entries that are paused by their status, without a day from which on; they count as running. */
	readonly pausedUndated: number;
	/** How many starts come the day after an end of the same customer, as where ends are last days. */
	readonly startsDayAfterEnd: number;
	readonly stretches: readonly Stretch[];
}

function countStartsDayAfterEnd(stretches: readonly Stretch[], customerOf: Int32Array): number {
	// A customer and a day as one number: days of 1900 to 2199 lie within 2^17 of 1970.
	const keyOf = (entry: number, day: number) => customerOf[entry] * 2 ** 18 + day + 2 ** 17;
	const ended = stretches.filter(({ end }) => end !== STILL_HERE);
	const endings = new Set(ended.map(({ entry, end }) => keyOf(entry, end)));
	return stretches.filter(({ entry, start }) => endings.has(keyOf(entry, start - 1)) && !endings.has(keyOf(entry, start))).length;
}

/**
 * Which stretches of days do the entries that count tell of, and which of them make a customer?
 *
 * Trials, free plans and pauses make one only where the settings say so; an entry that makes none is left out
 * and counted as what it is. A pause and a trial bring nothing.
 */
export function stretchesOf(cells: CellItems, read: ReadColumns, settings: StretchSettings, verdicts: Verdicts): Stretches {
	const { monthly } = read.prices;
	const all: Stretch[] = [];
	const kept: Stretch[] = [];
	let pausedUndated = 0;
	for (let entry = 0; entry < cells.length; entry++) {
		if (!verdicts.counts(entry)) continue;
		const { json } = cells[entry];
		if (read.changes && json.state === 'cancelled') continue;
		const start = dayOfLocalTime(read.dates.localTime[entry]);
		const end = endOf(entry, json, start, read, verdicts);
		if (end === null) continue;
		if (json.state === 'paused' && !read.changes && isBlank(json.pausedFrom)) pausedUndated++;
		// What begins after As Of is not known yet: a trial that still runs makes a customer on trial.
		const stretches = stretchesOfEntry(entry, json, start, end, read).filter((stretch) => stretch.start <= read.asOf.day);
		const reasons = stretches.map(({ kind }) => reasonToLeaveOut(kind, monthly?.[entry] === 0, settings));
		all.push(...stretches);
		kept.push(...stretches.filter((_, index) => reasons[index] === null));
		const [firstReason] = reasons;
		if (firstReason && !reasons.includes(null)) verdicts.leaveOut(entry, firstReason);
	}
	const { customerOf } = read.customers;
	return {
		leftAfterTrial: countLeftAfterTrial(all, customerOf, read.asOf.day),
		startsDayAfterEnd: countStartsDayAfterEnd(kept, customerOf),
		pausedUndated,
		stretches: kept,
	};
}

/** The entries that are rows of the history: those that count, without the cancellations that only end another. */
export function rowsOf(cells: CellItems, changes: Changes | null, verdicts: Verdicts): Int32Array {
	const counting = verdicts.countingItems();
	return changes === null ? counting : counting.filter((entry) => cells[entry].json.state !== 'cancelled');
}

/** The starts of the rows as a history, from which groups and kept columns are read. */
export const historyOfStarts = (rows: Int32Array, { customers, dates }: DatedColumns): History =>
	historyOf({
		customerCount: customers.count,
		customer: pickIntegers(customers.customerOf, rows),
		localTime: pickFloats(dates.localTime, rows),
		amount: null,
		currency: null,
		isVisit: new Uint8Array(rows.length).fill(1),
	});

/** What rows tell of their terms beside when and for how much: only Customer Activity asks for it. An entry a term. */
export interface TermDetails {
	/** An index into `termKinds`. */
	readonly kind: Uint8Array;
	/** 1 where it is paid for at a price that is not fixed; its amount is 0 then. Null where there are no amounts. */
	readonly isUnpriced: Uint8Array | null;
	/** The day on which its row says that the subscription ends, also one after As Of; NaN where it says none. */
	readonly endOfRow: Float64Array;
	/** The day on which its row says that a trial ends; NaN where it says none. */
	readonly trialEndOfRow: Float64Array;
}

export interface TermsOfRows {
	readonly terms: TermColumns;
	/** Which entry of the history's columns each term came from. */
	readonly rowOfTerm: Int32Array;
	/** Which entry each term came from. */
	readonly entryOfTerm: Int32Array;
	readonly termDetails: TermDetails;
}

/** The stretches as terms: what is paid for at its price, a trial, a pause and a price that is not fixed at 0. */
export function termsOfRows(stretches: readonly Stretch[], rows: Int32Array, { customers, prices, ends, trialEnds, changes }: ReadColumns): TermsOfRows {
	const rowOfEntry = new Int32Array(customers.customerOf.length).fill(-1);
	rows.forEach((entry, row) => {
		rowOfEntry[entry] = row;
	});
	const lasting = stretches.filter(({ entry }) => rowOfEntry[entry] !== -1);
	const column = (valueOf: (stretch: Stretch) => number) => Int32Array.from(lasting, valueOf);
	const { monthly, currencies } = prices;
	const { currencyOf } = currencies;
	return {
		terms: {
			customerCount: customers.count,
			customer: column(({ entry }) => customers.customerOf[entry]),
			start: column(({ start }) => start),
			end: column(({ end }) => end),
			monthlyAmount: monthly && Float64Array.from(lasting, ({ entry, kind }) => (kind === 'paid' ? monthly[entry] || 0 : 0)),
			currency: currencyOf && column(({ entry }) => currencyOf[entry]),
		},
		rowOfTerm: column(({ entry }) => rowOfEntry[entry]),
		entryOfTerm: column(({ entry }) => entry),
		termDetails: {
			kind: Uint8Array.from(lasting, ({ kind }) => termKinds.indexOf(kind)),
			isUnpriced: monthly && Uint8Array.from(lasting, ({ entry, kind }) => Number(kind === 'paid' && Number.isNaN(monthly[entry]))),
			endOfRow: Float64Array.from(lasting, ({ entry }) => (changes ? NaN : dayIn(ends, entry))),
			trialEndOfRow: Float64Array.from(lasting, ({ entry }) => dayIn(trialEnds, entry)),
		},
	};
}
