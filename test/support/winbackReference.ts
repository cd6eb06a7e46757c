/** The runs of test/reference/winback/lists.py, as items and parameters of the node. */
import type { INodeParameters } from 'n8n-workflow';
import { readText } from './files.cjs';

export type Row = Record<string, unknown>;

interface Table {
	readonly columns: readonly string[];
	readonly rows: readonly unknown[][];
}

interface Manager {
	readonly name: string;
	readonly calls: number;
	readonly called: number;
	readonly wonBack: number;
}

interface Settings {
	readonly lapsedAre: string;
	readonly lapsedAfterDays: number;
	readonly calls: number;
	readonly budget: number | null;
	readonly marginPercent: number;
	readonly channels: string[];
	readonly figures: Record<string, Record<string, number>>;
	readonly offer: number;
	readonly rules: string[];
	readonly worthTimes: Record<string, number>;
	readonly oddsFactors: Record<string, number>;
	readonly campaign: string;
	readonly holdoutPercent: number;
	readonly skipDays: number;
	readonly firstPurchasePercent: number;
	readonly contactWhom: string;
	readonly managers: readonly Manager[];
	readonly worth: Readonly<Record<string, number>>;
	readonly notBefore: string;
}

type Numbers = ReadonlyArray<number | null>;

/** Customer, rule, and what the rule found: count, of, days, measured, usual. */
export type ReferenceFinding = readonly [customer: string | number, rule: string, ...numbers: Numbers];

export interface Choice {
	/** Who may be contacted, and whether the budget is too small for all that adds money. */
	readonly candidates: number;
	readonly binds: boolean;
	readonly calls: number;
	/** What the chosen add together, where it is exact. */
	readonly total?: number;
	/** The linear and the integer optimum, and the largest value of a single contact. */
	readonly linear?: number;
	readonly integer?: number;
	readonly largest?: number;
}

export interface WinBackRun {
	readonly name: string;
	/** What the credential holds; null where the node names none. */
	readonly secret: string | null;
	readonly settings: Settings;
	readonly items: Table;
	readonly lapsed: readonly Row[] | null;
	readonly contactedBefore: readonly Row[] | null;
	readonly expected: Table & { readonly findings: readonly ReferenceFinding[] };
	readonly choice: Choice;
}

interface ReferenceFile {
	readonly asOf: string;
	readonly runs: readonly WinBackRun[];
}

const file = JSON.parse(readText('test/reference/winback/lists.json')) as ReferenceFile;

export const { asOf: referenceAsOf, runs: winBackRuns } = file;

const HORIZON = 90;

export const rowsOf = ({ columns, rows }: Table): Row[] => rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])));

/** Fields of a flat row, by what the item calls them. */
const renamed = (row: Row, names: Readonly<Record<string, string>>): Row => Object.fromEntries(Object.entries(names).map(([to, from]) => [to, row[from]]));

const same = (...names: readonly string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, name]));

const PURCHASES = same('purchaseDays', 'recencyDays', 'ageDays', 'net', 'margin', 'currency', 'orders', 'promotionShare', 'promotionKnown', 'instalmentShare', 'instalmentsKnown', 'returnedShare');
const OWN = same('customer', 'email', 'phone', 'messenger', 'consent', 'zone', 'owner', 'lastTouch', 'leftReason', 'tenureDays', 'toxic', 'bigName', 'wholesale', 'expectedMargin', 'currency');

/** An item as Customer Forecast gives it, with the columns of Customer Activity. */
const itemOf = (row: Row): Row => ({
	...renamed(row, OWN),
	chanceToReturn: row.chance,
	expectedSpend: row.spend,
	horizonDays: HORIZON,
	asOf: file.asOf,
	forecastVersion: 1,
	activityVersion: 1,
	purchases: row.purchaseDays === null ? null : { ...renamed(row, PURCHASES), recencyDays: row.purchaseDays === 0 ? null : row.recencyDays, ageDays: row.purchaseDays === 0 ? null : row.ageDays },
	payments: renamed(row, { onTime: 'onTime', late: 'late' }),
	contacts: { lastOn: row.lastContactOn },
	subscriptions: { status: row.status, reason: null },
});

/** The rows of the three inputs; null where nothing is connected. */
export const inputsOf = ({ items, lapsed, contactedBefore }: WinBackRun): Array<readonly Row[] | null> => [rowsOf(items).map(itemOf), lapsed, contactedBefore];

export const winBackColumns = { lastContactedOn: 'lastTouch', reason: 'leftReason', isToxic: 'toxic', isBigName: 'bigName', isWholesale: 'wholesale' };

/** The node's parameters as the editor has them. */
export function parametersOf({ settings: { figures, managers, worth, notBefore, budget, ...others } }: WinBackRun): INodeParameters {
	return {
		...others,
		...Object.fromEntries(Object.entries(figures).map(([channel, own]) => [`${channel}Figures`, own])),
		budget: budget ?? 0,
		managers: { values: managers.map((manager) => ({ ...manager })) },
		worthOfCurrencies: { values: Object.entries(worth).map(([currency, each]) => ({ currency, worth: each })) },
		quietHours: { notBefore },
		columns: winBackColumns,
	};
}
