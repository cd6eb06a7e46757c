/** The independent references in test/reference, and the invoices they were computed from, as typed values. */
import type { churnDefinitions } from '../../domain/churn/definitions';
import { readCsv, readText, sharedData } from './files.cjs';
import type { Purchase } from './ledger';
import { localTimeOf } from './ledger';

export type DefinitionId = (typeof churnDefinitions)[number]['id'];

interface Change {
	readonly change: number | null;
	readonly low: number | null;
	readonly high: number | null;
	readonly verdict: string | null;
}

export interface ReferenceRate {
	readonly numerator: number;
	readonly denominator: number | null;
	readonly rate: number | null;
	readonly low: number | null;
	readonly high: number | null;
	readonly reason: string | null;
	readonly yearly?: number | null;
	readonly againstPrevious?: Change;
	readonly againstRest?: {
		readonly restRate: number | null;
		readonly difference: number | null;
		readonly low: number | null;
		readonly high: number | null;
		readonly verdict: string | null;
	};
}

export interface ReferencePeriod {
	readonly start: string;
	readonly end: string;
	/** Why no rate of the period can be known; absent in drawn ledgers, which have no edge. */
	readonly reason?: string | null;
	readonly S: number;
	readonly N: number;
	readonly R: number;
	readonly L: number;
	readonly E: number;
	readonly customerDays: number | null;
	readonly days: number;
	readonly definitions: Readonly<Record<string, ReferenceRate>>;
}

export interface ReferenceRow extends ReferencePeriod {
	readonly group?: string;
	readonly groups?: number;
	readonly churned: { readonly items: number; readonly losses: number; readonly inStartOfPeriod: number; readonly inIgnoreSamePeriod: number };
	readonly money: null | {
		readonly valuePerCustomer: number;
		readonly thisPeriod: number;
		readonly leaversOverTwelveMonths: number;
		readonly twelveMonthShortfall: number;
	};
	readonly topFifth: null | { readonly customers: number; readonly share: number | null; readonly inStartOfPeriod: number };
}

interface RateAndMix {
	readonly change: number;
	readonly rate: number;
	readonly mix: number;
}

export interface OnlineRetailChurn {
	readonly drawnLedgers: ReadonlyArray<
		ReferencePeriod & { readonly name: string; readonly asOf: string; readonly spells: ReadonlyArray<readonly [string, string, string | null]>; readonly churnedItems: number }
	>;
	readonly moneyLost: ReadonlyArray<{
		readonly start: number;
		readonly lost: number;
		readonly days: number;
		readonly valuePerCustomer: number;
		readonly thisPeriod: number;
		readonly leaversOverTwelveMonths: number;
		readonly twelveMonthShortfall: number;
	}>;
	readonly yearly: ReadonlyArray<{ readonly definition: string; readonly rate: number; readonly days: number; readonly yearly: number | null }>;
	readonly splitsOfDrawnGroups: ReadonlyArray<
		RateAndMix & {
			readonly note: string;
			readonly before: Readonly<Record<string, readonly [number, number]>>;
			readonly now: Readonly<Record<string, readonly [number, number]>>;
		}
	>;
	readonly months90: readonly ReferenceRow[];
	readonly months180: readonly ReferenceRow[];
	readonly quarters90: readonly ReferenceRow[];
	readonly weeks90: readonly ReferenceRow[];
	readonly months90ByCountry: readonly ReferenceRow[];
	readonly months90SplitByCountry: ReadonlyArray<{ readonly start: string; readonly comparedWith: string } & Readonly<Record<string, RateAndMix | null | string>>>;
}

export interface RandomLedger {
	readonly id: number;
	readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'custom';
	readonly weekStart: 'Monday' | 'Sunday';
	readonly window: number;
	readonly asOf: string;
	readonly rows: ReadonlyArray<{ readonly customer: string; readonly date: string; readonly amount: number }>;
	readonly customers: number;
	readonly periods: ReadonlyArray<ReferencePeriod & { readonly churnedItems: number }>;
}

export interface StatisticsReference {
	readonly gammaQuantiles: ReadonlyArray<{ readonly shape: number; readonly p?: number; readonly q?: number; readonly x: number }>;
	readonly normalQuantiles: ReadonlyArray<{ readonly p: number; readonly z: number; readonly m?: number }>;
	readonly lowerIncompleteGamma: ReadonlyArray<{ readonly a: number; readonly x: number; readonly p: number; readonly q: number }>;
	readonly logGamma: ReadonlyArray<{ readonly x: number; readonly logGamma: number }>;
	readonly wilson: ReadonlyArray<{ readonly k: number; readonly n: number; readonly m?: number; readonly low: number; readonly high: number }>;
	readonly garwood: ReadonlyArray<{ readonly k: number; readonly alpha: number; readonly low: number; readonly high: number }>;
	readonly differences: ReadonlyArray<{
		readonly kind: 'wilson' | 'poisson';
		readonly k1: number;
		readonly n1?: number;
		readonly factor1?: number;
		readonly k2: number;
		readonly n2?: number;
		readonly factor2?: number;
		readonly m: number;
		readonly low: number;
		readonly high: number;
	}>;
}

const readJson = (name: string): unknown => JSON.parse(readText(`test/reference/${name}`));

export const onlineRetailChurn = () => readJson('online_retail_churn.json') as OnlineRetailChurn;
export const randomLedgers = () => (readJson('random_ledgers.json') as { readonly cases: readonly RandomLedger[] }).cases;
export const statisticsReference = () => readJson('statistics.json') as StatisticsReference;

/** The 18,532 invoices of templates/data. */
export const onlineRetailInvoices = (): Purchase[] =>
	readCsv('templates/data/online_retail_invoices.csv').map((row) => ({
		customer: row.customer_id,
		at: localTimeOf(row.order_date.replace(' ', 'T')),
		amount: Number(row.amount),
		groups: { country: row.country },
	}));

/** The 2,650 changes of plan of Foodie-Fi's subscribers, which the repository may not hold; null where ../shared is missing. */
export function foodieFiChanges(): Array<Record<string, string>> | null {
	const path = sharedData('foodie_fi_subscriptions.csv');
	return path === null ? null : readCsv(path);
}

/** The 6,919 transactions of CDNOW's sample, which the repository may not hold; null where ../shared is missing. */
export function cdnowTransactions(): Purchase[] | null {
	const path = sharedData('cdnow_sample_transactions.csv');
	if (path === null) return null;
	return readCsv(path).map((row) => ({ customer: row.customer_id, at: localTimeOf(row.date), amount: Number(row.amount) }));
}
