/**
 * Draws ledgers and histories: a small table of text in, the domain's columns out, so that a test shows on one
 * screen who came, who left and when.
 *
 * Spells are drawn in days of July 2024: 1 is its first day, 32 is 1 August, 0 is 30 June. Purchases carry whole dates.
 */
import type { GroupColumn } from '../../domain/ledger/groups';
import type { History } from '../../domain/ledger/history';
import { AMOUNT_SCALE, historyOf } from '../../domain/ledger/history';
import type { SpellLedger } from '../../domain/ledger/spells';
import { spellsFrom, STILL_HERE } from '../../domain/ledger/spells';
import type { CustomerBase } from '../../domain/churn/customerBase';
import { baseOfVisits } from '../../domain/churn/baseOfVisits';
import type { ChurnReport, ChurnSettings } from '../../domain/churn/churnReport';
import { churnReport } from '../../domain/churn/churnReport';
import { startOfPeriod } from '../../domain/churn/definitions/startOfPeriod';
import type { Movements } from '../../domain/churn/movements';
import { movementsOf, noMovements } from '../../domain/churn/movements';
import type { Period } from '../../domain/time';
import { dayOfDate, dayOfLocalTime, MILLISECONDS_PER_DAY } from '../../domain/time';

/** The day number of the nth day of July 2024; 32 is 1 August, 0 is 30 June. */
export const july = (dayOfMonth: number): number => dayOfDate(2024, 7, 1) - 1 + dayOfMonth;

export const julyPeriod: Period = Object.freeze({ start: july(1), end: july(32), label: '2024-07' });

/** The day number of a date such as `2024-07-15`. */
export const dayOf = (date: string): number => {
	const [year, month, day] = date.split('-').map(Number);
	return dayOfDate(year, month, day);
};

/** Names in the order in which people count: c2 before c10. */
export const inNaturalOrder = (names: Iterable<string>): string[] =>
	[...new Set(names)].sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));

const linesOf = (table: string): string[][] =>
	table
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map((line) => line.split(/\s{2,}/));

/** A table with a head line: its names, and for each line what stands under a name; `-` and what is not there are empty. */
export function readTable(table: string): { readonly names: readonly string[]; readonly rows: ReadonlyArray<(name: string) => string> } {
	const [names, ...lines] = linesOf(table);
	const cellOf = (cells: readonly string[]) => (name: string) => {
		const text = cells[names.indexOf(name)] ?? '';
		return text === '-' ? '' : text;
	};
	return { names, rows: lines.map(cellOf) };
}

export interface SpellRow {
	readonly customer: string;
	readonly start: number;
	readonly end: number;
}

export interface DrawnSpells {
	readonly customers: readonly string[];
	readonly ledger: SpellLedger;
}

/** The ledger of spells with named customers. */
export function ledgerOf(rows: readonly SpellRow[], asOf: number): DrawnSpells {
	const customers = inNaturalOrder(rows.map(({ customer }) => customer));
	const spells = rows.map(({ customer, start, end }) => Object.freeze({ customer: customers.indexOf(customer), start, end }));
	return { customers, ledger: spellsFrom(Object.freeze(spells), customers.length, asOf) };
}

/**
 * Draws spells: a line each of customer, day of joining, day of leaving.
 *
 * `before` is long before July, `–` is not yet over. As Of is 15 August unless stated, so that July is complete.
 */
export function drawSpells(table: string, asOf = july(46)): DrawnSpells {
	const rows = linesOf(table).map(([customer, start, end]) => ({
		customer,
		start: start === 'before' ? july(-100) : july(Number(start)),
		end: end === '–' ? STILL_HERE : july(Number(end)),
	}));
	return ledgerOf(rows, asOf);
}

/** A customer base of drawn spells, as subscriptions without prices make one. */
export function baseOfSpells({ customers, ledger }: DrawnSpells, asOf = july(46)): CustomerBase {
	const history = historyOf({
		customerCount: customers.length,
		customer: Int32Array.from(ledger.start, (_, spell) => ledger.firstSpell.findLastIndex((first) => first <= spell)),
		localTime: Float64Array.from(ledger.start, (day) => day * MILLISECONDS_PER_DAY),
		amount: null,
		currency: null,
		isVisit: new Uint8Array(ledger.start.length).fill(1),
	});
	return {
		ledger,
		history,
		groupColumns: [],
		currencies: [],
		asOf,
		firstDay: history.firstDay,
		lastDay: history.lastDay,
		churnWindow: 1,
		allowedGap: null,
		spendIn: null,
		leaving: null,
		idOf: (customer) => customers[customer],
		storyTeller: () => () => 0,
	};
}

/** What July makes of drawn spells. */
export function movementsInJuly(table: string, asOf = july(46)): Movements {
	const { movements } = movementsOf(drawSpells(table, asOf).ledger, [julyPeriod]);
	return movements[0].get(0) ?? nobody(31);
}

export const nobody = noMovements;

export interface Purchase {
	readonly customer: string;
	/** As a local time, in milliseconds. */
	readonly at: number;
	/** In whole currency units; null where the rows carry no amounts. */
	readonly amount: number | null;
	readonly currency?: string;
	readonly isRefund?: boolean;
	readonly groups?: Readonly<Record<string, string>>;
}

export interface DrawnVisits {
	/** Their names, by number. */
	readonly customers: readonly string[] & { idOf(customer: number): string };
	readonly history: History;
	readonly groupColumns: readonly GroupColumn[];
	readonly currencies: readonly string[];
	readonly asOf: { readonly day: number };
}

/** A column to group by, from its texts. */
export function groupColumn(name: string, texts: readonly string[]): GroupColumn {
	const values = ['', ...new Set(texts.filter((text) => text !== ''))];
	return { name, values, valueOfRow: Int32Array.from(texts, (text) => values.indexOf(text)) };
}

/** The history of purchases with named customers; those after As Of are left out, as the boundary does it. */
export function visitsOf(purchases: readonly Purchase[], asOf: number, groupNames: readonly string[] = []): DrawnVisits {
	const known = purchases.filter(({ at }) => dayOfLocalTime(at) <= asOf);
	const names = inNaturalOrder(known.map(({ customer }) => customer));
	const customers = Object.assign([...names], { idOf: (customer: number) => names[customer] });
	const numberOf = new Map(names.map((name, index) => [name, index]));
	const currencyOf = ({ currency }: Purchase) => currency ?? '';
	const named = [...new Set(known.map(currencyOf))].sort();
	const currencies = named.some((name) => name !== '') ? named : [];
	const hasAmounts = known.some(({ amount }) => amount !== null);
	const history = historyOf({
		customerCount: customers.length,
		customer: Int32Array.from(known, ({ customer }) => numberOf.get(customer)!),
		localTime: Float64Array.from(known, ({ at }) => at),
		amount: hasAmounts ? Float64Array.from(known, ({ amount }) => Math.round((amount ?? 0) * AMOUNT_SCALE)) : null,
		currency: currencies.length > 1 ? Int32Array.from(known, (row) => currencies.indexOf(currencyOf(row))) : null,
		isVisit: Uint8Array.from(known, ({ isRefund }) => (isRefund ? 0 : 1)),
	});
	return { customers, history, groupColumns: groupNames.map((name) => groupColumn(name, known.map(({ groups }) => groups?.[name] ?? ''))), currencies, asOf: { day: asOf } };
}

const OWN_COLUMNS = ['customer', 'on', 'amount', 'currency', 'what'];

/** The wall clock reading of `2024-07-15` or `2024-07-15T10:30`. */
export const localTimeOf = (text: string): number => Date.parse(`${text.length === 10 ? `${text}T00:00` : text}Z`);

/**
 * Draws purchases: a head line, then a line each; cells stand two or more spaces apart.
 *
 * Columns: `customer`, `on`, and where wanted `amount`, `currency`, `what` (purchase or refund); any other is
 * one to group by. `-` is an empty cell.
 */
export function drawPurchases(table: string, asOf: string): DrawnVisits {
	const { names, rows } = readTable(table);
	const groupNames = names.filter((name) => !OWN_COLUMNS.includes(name));
	const purchases = rows.map(
		(cell): Purchase => ({
			customer: cell('customer'),
			at: localTimeOf(cell('on')),
			amount: names.includes('amount') ? Number(cell('amount')) : null,
			currency: cell('currency'),
			isRefund: cell('what') === 'refund',
			groups: Object.fromEntries(groupNames.map((name) => [name, cell(name)])),
		}),
	);
	return visitsOf(purchases, dayOf(asOf), groupNames);
}

export interface VisitSettings extends ChurnSettings {
	readonly churnWindow: number;
}

/** Settings as the node has them on its first run, but for a window of 30 days, and what a test sets itself. */
export const settingsWith = (chosen: Partial<VisitSettings>): VisitSettings =>
	Object.freeze({
		periodUnit: 'month',
		weekStartsOn: 1,
		churnWindow: 30,
		definition: startOfPeriod,
		lastPeriods: null,
		losses: 'every',
		valuePerCustomer: null,
		costOfKeeping: null,
		replacementFactor: 5,
		acceptableRate: null,
		timeZone: 'UTC',
		...chosen,
	});

/** The table and the churned customers of drawn purchases. */
export const churnOf = (visits: DrawnVisits, chosen: Partial<VisitSettings> = {}): ChurnReport => churnOfVisits(visits, settingsWith(chosen));

export const churnOfVisits = (visits: DrawnVisits, { churnWindow, ...settings }: VisitSettings): ChurnReport =>
	churnReport(baseOfVisits(visits, churnWindow), settings);

/** The one row of a period, by default that of everybody. */
export function rowOf({ rows }: ChurnReport, period: string, group: string | null = null, currency: string | null = null) {
	const found = rows.filter((row) => row.period === period && (row.group ?? null) === group && row.currency === currency);
	if (found.length !== 1) throw new Error(`${found.length} rows of ${period}, ${group}, ${currency}`);
	return found[0];
}
