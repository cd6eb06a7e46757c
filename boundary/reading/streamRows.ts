/**
 * From rows of JSON to the columns of a stream: payments, tickets, contacts, usage, customers.
 *
 * A source says which column holds what; each role is read by its kind. What becomes of each row is in
 * `verdicts.ts`: nothing is lost, nothing is counted twice.
 */
import type { Flags } from '../../domain/activity/streamColumns';
import type { GroupColumn } from '../../domain/ledger/groups';
import { historyOf } from '../../domain/ledger/history';
import type { Problem } from '../../domain/problems';
import type { Zone } from '../../domain/time';
import { endOfDay } from '../../domain/time';
import type { DecimalMark } from '../amounts';
import type { DateFormat } from '../dates';
import type { LeftOutKind } from '../leftOut';
import type { Item, Table } from '../paths';
import { cellText, tableOf } from '../paths';
import type { RoleColumn } from '../sources/roleColumn';
import type { RoleKind, StreamLayout, StreamSource } from '../sources/streamSource';
import type { AmountUnit, CurrencyColumn } from './amountColumn';
import { areMinorUnits, fromMinorUnits, readCurrencies } from './amountColumn';
import type { AsOf, AsOfSetting } from './asOf';
import { cutAtAsOf, lastDayUpTo } from './asOf';
import { columnProblem } from './columnProblem';
import type { CustomerColumn } from './customerColumn';
import { isEmptyRow, readCustomers } from './customerColumn';
import type { DateColumn } from './dateColumn';
import { readDates } from './dateColumn';
import type { Entries } from './entries';
import { entriesOf, problemsOfItems } from './entries';
import { readGroupColumn, withOneSpelling } from './groupColumn';
import type { OpenStream, ProblemsOrEmpty } from './openStream';
import { readAmountsAndCurrencies, readFlags, readNumbers } from './optionalColumns';
import { pickFloats, pickIntegers } from './pick';
import type { Announced, Rows } from './rows';
import { announcedRows, changesOf, equalRowsIn, leaveOutCancelled, leaveOutLater, leaveOutPlanned, leaveOutRepeated } from './streamRules';
import { Verdicts } from './verdicts';

export interface StreamSettings {
	/** The id of a source profile, or 'automatic'. */
	readonly source: string;
	/** Columns that the user has chosen, by role; an absent one is to be found. */
	readonly columns: Readonly<Record<string, string>>;
	readonly dateFormat: DateFormat;
	readonly decimalMark: DecimalMark;
	readonly amountUnit: AmountUnit;
	readonly dropsTrailingZero: boolean;
	readonly zone: Zone;
	readonly asOf: AsOfSetting;
	/** By what customers are told apart; null for a layout that names nobody. */
	readonly key: (layout: StreamLayout<string>) => RoleColumn | null;
}

/** What a stream is: its roles, the sources of its rows, and when a row happened. */
export interface StreamKind<Role extends string> {
	readonly roles: Readonly<Record<Role, RoleKind>>;
	readonly sources: ReadonlyArray<StreamSource<Role>>;
	/** The role that dates a row where it says something, before `date`: when a payment was due. */
	readonly datedBy?: Role;
	/** Flags of which a blank cell is a no, where no cell says so. */
	readonly isNoWhereBlank?: readonly Role[];
	/** What settles a row before the day of `datedBy`: when, and the state that it has then where the row names any. */
	readonly settledBy?: { readonly at: Role; readonly state: Role; readonly as: string };
	/** The role that says since when a row counts no longer. */
	readonly cancelledBy?: Role;
	/** Whether rows may lie after today as a matter of course and are left out then: meetings that are planned. */
	readonly mayBePlanned?: boolean;
	/** The role that says from when on an undated row counts. */
	readonly beginsBy?: Role;
	/** Whether rows without a day of their own are read all the same: what is known of customers. */
	readonly isUndated?: boolean;
}

/** Columns by role, an entry for each entry of the history's columns. */
export interface StreamReading<Role extends string> extends Rows {
	readonly source: StreamSource<Role>;
	readonly layout: StreamLayout<Role>;
	readonly leftOut: ReadonlyMap<LeftOutKind, number>;
	readonly warnings: readonly string[];
	/** How many rows without a number equal an earlier one in every column. */
	readonly equalRowsKept: number;
	/** When it happened, what is after As Of as NaN; null where no column says it. */
	times(role: Role): Float64Array | null;
	/** The same with what lies after As Of, such as until when a card is valid. */
	datesAhead(role: Role): Float64Array | null;
	numbers(role: Role): Float64Array | null;
	flags(role: Role): Flags | null;
	category(role: Role): GroupColumn | null;
	readonly currencies: readonly string[];
	readonly dates: Pick<DateColumn, 'orderFrom' | 'holdsBothOrders'>;
	readonly problems: readonly Problem[];
}

interface ReadRoles<Role extends string> {
	readonly times: ReadonlyMap<Role, Float64Array>;
	readonly numbers: ReadonlyMap<Role, Float64Array>;
	readonly flags: ReadonlyMap<Role, Flags>;
}

function chosenSource<Role extends string>({ sources }: StreamKind<Role>, table: Table, id: string): StreamSource<Role> {
	const named = sources.find((source) => source.id === id);
	return named ?? sources.find((source) => source.recognises(table)) ?? sources[sources.length - 1];
}

function missingColumns(table: Table, { columns }: StreamSettings): Problem[] {
	return [...new Set(Object.values(columns))]
		.filter((column) => column !== '' && !table.hasColumn(column))
		.map((column) => ({ code: 'missingColumn', item: null, column, received: undefined }));
}

function leaveOutKnown(rows: readonly Item[], { leftOut }: StreamLayout<string>, verdicts: Verdicts): void {
	rows.forEach(({ json }, row) => {
		const kind = isEmptyRow(json) ? 'empty' : (leftOut?.(json) ?? null);
		if (kind !== null) verdicts.leaveOut(row, kind);
	});
}

/** The currency beside the first of a row's amounts that names one; null where none ever does. */
const besideAmounts = (one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null => (one && other ? one.map((currency, row) => currency || other[row]) : (one ?? other));

/** Reads every role but the date, by its kind, and the currencies beside amounts. */
function readRoles<Role extends string>({ kind, layout, entries: { rows } }: Plan<Role>, settings: StreamSettings, verdicts: Verdicts): ReadRoles<Role> & { readonly currency: readonly string[] | null } {
	let currency: readonly string[] | null = null;
	const times = new Map<Role, Float64Array>();
	const numbers = new Map<Role, Float64Array>();
	const flags = new Map<Role, Flags>();
	for (const role of Object.keys(kind.roles) as Role[]) {
		const column = layout.columns[role];
		if (!column) continue;
		const { [role]: roleKind } = kind.roles;
		if (roleKind === 'optionalDate' || roleKind === 'dateAhead') times.set(role, readDates(rows, column, settings.dateFormat, settings.zone, verdicts, true).localTime);
		if (roleKind === 'number') numbers.set(role, readNumbers(rows, column, settings.decimalMark, verdicts));
		if (roleKind === 'flag') flags.set(role, readFlags(rows, column, verdicts, { blankIsNo: kind.isNoWhereBlank?.includes(role) ?? false }));
		if (roleKind !== 'amount') continue;
		const read = readAmountsAndCurrencies(rows, column, settings.decimalMark, verdicts);
		numbers.set(role, read.amounts);
		currency = besideAmounts(currency, read.currency);
	}
	return { times, numbers, flags, currency };
}

/** Turns the amounts that are in the smallest coin into whole units. */
function amountsInWholeUnits<Role extends string>({ kind: { roles }, layout }: Plan<Role>, numbers: ReadRoles<Role>['numbers'], currencies: CurrencyColumn, unit: AmountUnit): void {
	for (const [role, amounts] of numbers) {
		const column = layout.columns[role];
		if (column && roles[role] === 'amount' && areMinorUnits(column, layout.amountUnit, unit)) fromMinorUnits(amounts, currencies);
	}
}

/** When rows were settled, of those that name no other state; null where no column says it. */
function settledTimes<Role extends string>({ kind: { settledBy }, layout, entries: { rows } }: Plan<Role>, times: ReadRoles<Role>['times']): Float64Array | null {
	const settled = settledBy && times.get(settledBy.at);
	if (!settled) return null;
	const state = layout.columns[settledBy.state];
	return state ? settled.map((time, row) => (['', settledBy.as].includes(cellText(state.read(rows[row].json))) ? time : NaN)) : settled;
}

/** When each row was due or made, as its cells say: by the role that dates it where that says something, else by its date. */
function timesInCells(date: Float64Array | null, datedBy: Float64Array | undefined, rowCount: number): Float64Array {
	if (date === null) return datedBy ?? new Float64Array(rowCount);
	return datedBy ? date.map((time, row) => (Number.isNaN(datedBy[row]) ? time : datedBy[row])) : date;
}

/** When each row happened: as its cells say, or earlier where it was settled before. */
const timesOfRows = (made: Float64Array, datedBy: Float64Array | undefined, settled: Float64Array | null): Float64Array =>
	settled && datedBy ? made.map((time, row) => (settled[row] < time && !Number.isNaN(datedBy[row]) ? settled[row] : time)) : made;

/** A row without any day is a problem: nothing says when it happened. */
function failUndated(localTime: Float64Array, column: RoleColumn, verdicts: Verdicts): void {
	for (let row = 0; row < localTime.length; row++) {
		if (Number.isNaN(localTime[row]) && verdicts.counts(row)) verdicts.fail(row, 'unreadableDate', column);
	}
}

/** The last day on which a row tells of something that happened, such as a payment, up to today. */
function lastDayIn<Role extends string>({ roles, isUndated }: StreamKind<Role>, { times, localTime }: Columns<Role>, { asOf: { today } }: StreamSettings, verdicts: Verdicts): number | null {
	if (isUndated) return null;
	const happened = (Object.keys(roles) as Role[]).filter((role) => roles[role] === 'optionalDate').flatMap((role) => times.get(role) ?? []);
	return [localTime, ...happened].reduce<number | null>((latest, each) => {
		const last = lastDayUpTo(today, each, verdicts);
		return latest === null || (last !== null && last > latest) ? last : latest;
	}, null);
}

/** Where everything stands in the rows of a stream. */
export interface Plan<Role extends string> {
	readonly kind: StreamKind<Role>;
	readonly table: Table;
	/** What to watch in what the source gave, each in a sentence. */
	readonly warnings: readonly string[];
	readonly source: StreamSource<Role>;
	readonly layout: StreamLayout<Role>;
	readonly key: RoleColumn;
	readonly entries: Entries;
}

export function planRows<Role extends string>(items: readonly Item[], kind: StreamKind<Role>, settings: StreamSettings): Plan<Role> | ProblemsOrEmpty {
	if (items.every(({ json }) => isEmptyRow(json))) return { isEmpty: true };
	const tableOfItems = tableOf(items);
	const source = chosenSource(kind, tableOfItems, settings.source);
	const entries = entriesOf(items, source.entriesOf);
	const table = entries.itemOfEntry === null ? tableOfItems : tableOf(entries.rows);
	const layout = source.layoutOf(table, settings.columns as Partial<Record<Role | 'customer', string>>);
	if ('missing' in layout) return columnProblem('columnNotRecognised', layout.missing, table.paths);
	const missing = missingColumns(table, settings);
	if (missing.length > 0) return { problems: missing };
	const key = settings.key(layout);
	return key === null ? columnProblem('columnNotRecognised', 'customer', table.paths) : { kind, table, source, layout, key, entries, warnings: source.warningsOn?.(tableOfItems) ?? [] };
}

/** Everything that is read of the rows before As Of is known. */
interface Columns<Role extends string> extends ReadRoles<Role> {
	readonly dates: DateColumn | null;
	/** When each row happened. */
	readonly localTime: Float64Array;
	/** When it was due or made, as its cells say. */
	readonly made: Float64Array;
	readonly currencies: CurrencyColumn;
}

function readColumns<Role extends string>(plan: Plan<Role>, settings: StreamSettings, verdicts: Verdicts): Columns<Role> {
	const { kind, layout, entries: { rows } } = plan;
	const { date, currency } = layout.columns as Readonly<Record<string, RoleColumn | undefined>>;
	const mayLackDate = kind.isUndated === true || kind.datedBy !== undefined;
	const dates = date ? readDates(rows, date, settings.dateFormat, settings.zone, verdicts, mayLackDate) : null;
	const roles = readRoles(plan, settings, verdicts);
	const currencies = readCurrencies(rows, currency ?? null, roles.currency, verdicts);
	amountsInWholeUnits(plan, roles.numbers, currencies, settings.amountUnit);
	const datedBy = kind.datedBy && roles.times.get(kind.datedBy);
	const made = timesInCells(dates?.localTime ?? null, datedBy, rows.length);
	const localTime = timesOfRows(made, datedBy, settledTimes(plan, roles.times));
	if (!kind.isUndated) failUndated(localTime, date ?? layout.columns[kind.datedBy!]!, verdicts);
	return { ...roles, dates, localTime, made, currencies };
}

/** The rows that count up to As Of, as columns by role. */
function closeRows<Role extends string>(plan: Plan<Role>, columns: Columns<Role>, customers: CustomerColumn, asOf: AsOf, verdicts: Verdicts): Omit<StreamReading<Role>, 'announced' | 'equalRowsKept'> {
	const { layout, source, table, key, warnings, entries: { rows, itemOfEntry } } = plan;
	const counting = verdicts.countingItems();
	const { currencies, localTime, dates } = columns;
	const amount = columns.numbers.get('amount' as Role);
	const end = endOfDay(asOf.day);
	const floats = (values: Float64Array | undefined) => (values ? pickFloats(values, counting) : null);
	return {
		table,
		warnings,
		source,
		layout,
		history: historyOf({
			customerCount: customers.count,
			customer: pickIntegers(customers.customerOf, counting),
			localTime: pickFloats(localTime, counting).map((time) => (Number.isNaN(time) ? 0 : time)),
			amount: amount ? pickFloats(amount, counting) : null,
			currency: currencies.currencyOf && pickIntegers(currencies.currencyOf, counting),
			isVisit: new Uint8Array(counting.length).fill(1),
		}),
		rowAt: (row) => rows[counting[row]].json,
		itemOfRow: itemOfEntry ? counting.map((entry) => itemOfEntry[entry]) : counting,
		customerColumn: { name: key.name, kind: 'id' },
		leftOut: verdicts.leftOut(),
		times: (role) => floats(columns.times.get(role))?.map((time) => (time < end ? time : NaN)) ?? null,
		datesAhead: (role) => floats(columns.times.get(role)),
		numbers: (role) => floats(columns.numbers.get(role)),
		flags(role) {
			const flags = columns.flags.get(role);
			return flags ? Uint8Array.from(counting, (row) => flags[row]) : null;
		},
		category(role) {
			const column = layout.columns[role];
			return column ? withOneSpelling(readGroupColumn(rows, counting, column)) : null;
		},
		currencies: currencies.names,
		dates: { orderFrom: dates?.orderFrom ?? null, holdsBothOrders: dates?.holdsBothOrders ?? false },
		problems: problemsOfItems(verdicts.problems(), itemOfEntry),
	};
}

/** Leaves out rows that are there twice: of those of one number the latest counts. */
function leaveOutTwice<Role extends string>({ kind: { roles }, layout, entries: { rows } }: Plan<Role>, { times, made }: Columns<Role>, customers: CustomerColumn, { dateFormat, zone }: StreamSettings, verdicts: Verdicts): void {
	const changed = changesOf(rows, layout.changed, dateFormat, zone);
	const happened = (Object.keys(roles) as Role[]).filter((role) => roles[role] === 'optionalDate').flatMap((role) => times.get(role) ?? []);
	const last = Float64Array.from(rows, (_, row) => Math.max(...happened.map((time) => (Number.isNaN(time[row]) ? -Infinity : time[row]))));
	leaveOutRepeated({ rows, layout, customers, made, times: changed ? [changed, last] : [last] }, verdicts);
}

/** Leaves out what does not count as of the day; gives what is known and counts only later. */
function leaveOutAsOf<Role extends string>({ kind, layout, entries: { itemOfEntry } }: Plan<Role>, columns: Columns<Role>, customers: CustomerColumn, asOf: AsOf, settings: StreamSettings, verdicts: Verdicts): Map<number, Announced> {
	const { localTime, dates, times } = columns;
	const cancelledAt = kind.cancelledBy && times.get(kind.cancelledBy);
	if (cancelledAt) leaveOutCancelled(cancelledAt, asOf.day, verdicts);
	const begins = kind.beginsBy && times.get(kind.beginsBy);
	if (begins) leaveOutLater(begins, asOf.day, verdicts);
	if (kind.isUndated) return new Map();
	if (kind.mayBePlanned) leaveOutPlanned(localTime, settings.asOf.today, verdicts);
	const announced = kind.datedBy && dates ? announcedRows(localTime, dates.localTime, customers, asOf.day, verdicts) : new Map<number, Announced>();
	// What is due lies ahead as a matter of course; any other date in the future is a problem.
	const setting: AsOfSetting = kind.datedBy ? { ...settings.asOf, kind: 'day', day: asOf.day } : settings.asOf;
	cutAtAsOf(asOf, setting, localTime, layout.columns['date' as Role] ?? 'date', verdicts);
	return itemOfEntry ? new Map([...announced].map(([customer, { row, day }]) => [customer, { row: itemOfEntry[row], day }])) : announced;
}

/** Opens the rows of a stream: finds their source and reads every column, but for what depends on As Of. */
export function openRows<Role extends string>(items: readonly Item[], kind: StreamKind<Role>, settings: StreamSettings): OpenStream<StreamReading<Role>> | ProblemsOrEmpty {
	const plan = planRows(items, kind, settings);
	if (!('layout' in plan)) return plan;
	const { rows } = plan.entries;
	const verdicts = new Verdicts(rows);
	leaveOutKnown(rows, plan.layout, verdicts);
	const customers = readCustomers(rows, plan.key, settings.dropsTrailingZero, verdicts);
	const columns = readColumns(plan, settings, verdicts);
	if ('number' in kind.roles) leaveOutTwice(plan, columns, customers, settings, verdicts);
	return {
		customers,
		lastDay: lastDayIn(kind, columns, settings, verdicts),
		close(asOf, closedCustomers) {
			const announced = leaveOutAsOf(plan, columns, closedCustomers, asOf, settings, verdicts);
			const reading = closeRows(plan, columns, closedCustomers, asOf, verdicts);
			const equalRowsKept = 'number' in kind.roles ? equalRowsIn(reading, (plan.layout.columns as Readonly<Record<string, RoleColumn | undefined>>).number) : 0;
			return { reading: { ...reading, announced, equalRowsKept } };
		},
	};
}
