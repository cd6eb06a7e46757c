/** The figures of test/reference/purchase_models.py, spend_models.py and landmarks.py, as typed values. */
import type { PurchaseHistory } from '../../domain/purchases/purchaseCustomers';
import { dayOfLocalTime } from '../../domain/time';
import { closeTo } from './closeTo';
import { readText } from './files.cjs';
import type { TimingModelId } from './forecastSamples';
import { historyOf } from './forecastSamples';
import type { Purchase } from './ledger';

/** A column told without its entries: Σv, Σv², Σv·w with w = (i·7919 mod 1000)/1000, the least and the most. */
export interface ColumnSums {
	readonly sum: number;
	readonly squares: number;
	readonly weighted: number;
	readonly least: number;
	readonly most: number;
}

export interface ReferenceFit {
	readonly model: TimingModelId | 'oneRate';
	readonly logLikelihood: number;
	/** Whether there is a maximum at all. */
	readonly inside?: boolean;
	readonly parameters?: Readonly<Record<string, number>>;
	readonly standardErrorsOfLogs?: readonly number[];
	readonly intervals95?: ReadonlyArray<readonly [number, number]>;
	readonly logLikelihoodInWeeks?: number;
	readonly rateWithHalf?: number;
}

interface ForecastColumns {
	readonly alive: readonly number[];
	readonly chance: readonly number[];
	readonly expected: readonly number[];
}

interface Forecast {
	readonly alive: number;
	readonly chance: number;
	readonly expected: number;
}

export interface OddCustomer extends Forecast {
	readonly model: TimingModelId;
	readonly parameters: readonly number[];
	readonly x: number;
	readonly tx: number;
	readonly T: number;
	readonly h: number;
	readonly logLikelihood: number;
	readonly gradient: readonly number[];
}

export interface PurchaseModelsReference {
	readonly cdnow: {
		readonly asOf: string;
		readonly last: string;
		readonly horizon: number;
		readonly customers: number;
		readonly distinctRows: number;
		readonly came: number;
		readonly purchaseDaysAfter: number;
		readonly sums: Readonly<Record<'x' | 'tx' | 'T' | 'after', ColumnSums>>;
	};
	readonly cdnowFits: readonly ReferenceFit[];
	readonly cdnowSums: ReadonlyArray<{ readonly model: TimingModelId; readonly alive: ColumnSums; readonly chance: ColumnSums; readonly expected: ColumnSums }>;
	readonly judged: ReadonlyArray<{ readonly model: string; readonly auc?: number; readonly brier?: number; readonly logLoss?: number; readonly mae?: number }>;
	readonly cdnowSome: ReadonlyArray<{ readonly id: string; readonly x: number; readonly tx: number; readonly T: number; readonly after: number } & Readonly<Record<TimingModelId, Forecast>>>;
	readonly populations: ReadonlyArray<{
		readonly name: string;
		readonly customers: number;
		readonly distinctRows: number;
		readonly x: readonly number[];
		readonly tx: readonly number[];
		readonly T: readonly number[];
		readonly fits: readonly ReferenceFit[];
		readonly horizon: number;
		readonly forecastOf: number;
		readonly forecasts?: Readonly<Record<TimingModelId, ForecastColumns>>;
	}>;
	readonly odd: readonly OddCustomer[];
}

export interface ReferenceRegression {
	readonly coefficients: readonly number[];
	readonly standardErrors: readonly number[];
	/** Clustered, with the factor c / (c − 1). */
	readonly standardErrorsG: readonly number[];
	readonly standardErrorsModel: readonly number[];
	readonly rows: number;
	readonly clusters: number;
}

export interface ReferenceLandmarkFit {
	readonly n: number;
	readonly back: number;
	readonly returned: ReferenceRegression;
	readonly more: ReferenceRegression;
}

export interface LandmarksReference {
	readonly asOf: string;
	readonly judgedAt: string;
	readonly horizon: number;
	readonly fits: ReadonlyArray<ReferenceLandmarkFit & { readonly name: string; readonly landmarks: readonly string[] }>;
	readonly timing: ReadonlyArray<{
		readonly day: string;
		readonly customers: number;
		readonly distinctRows: number;
		readonly fits: ReadonlyArray<ReferenceFit & { readonly degenerate?: boolean; readonly supremum?: number }>;
	}>;
	readonly held: ReadonlyArray<{
		readonly model: string;
		readonly among: 'everybody' | 'silentOver90';
		readonly n: number;
		readonly back: number;
		readonly auc: number;
		readonly brier: number;
		readonly logLoss: number;
		readonly mae: number;
	}>;
	readonly automatic: { readonly n: number; readonly back: number; readonly m: number; readonly z: number; readonly chosen: string; readonly chosenWithoutTimingModels: string };
	readonly judged: ReadonlyArray<{
		readonly model: string;
		readonly auc: number;
		readonly brier: number;
		readonly logLoss: number;
		readonly gain?: number;
		readonly standardError?: number;
		readonly lower?: number;
	}>;
	readonly withPrior: { readonly customers: number; readonly both: ReferenceLandmarkFit; readonly silenceAlone: ReferenceLandmarkFit; readonly bothWithoutPrior: ReferenceLandmarkFit };
	readonly people: ReadonlyArray<{ readonly column: string; readonly values: readonly number[] }>;
	readonly drawn: ReadonlyArray<{
		readonly name: string;
		readonly customer: readonly string[];
		readonly x: readonly number[];
		readonly s: readonly number[];
		readonly later: readonly number[];
		readonly both: ReferenceLandmarkFit;
		readonly silenceAlone: ReferenceLandmarkFit;
		readonly bothWithPrior: ReferenceLandmarkFit;
	}>;
}

interface SpendFit {
	readonly used: number;
	readonly purchases: number;
	readonly logLikelihood: number;
	readonly inside: boolean;
	readonly parameters: { readonly p: number; readonly q: number; readonly gamma: number };
	readonly standardErrorsOfLogs?: readonly number[];
	readonly meanOfAll?: number;
}

export interface SpendModelsReference {
	readonly cdnow: {
		readonly asOf: string;
		readonly customers: number;
		readonly daysWorthNothing: number;
		readonly repeats: SpendFit & { readonly expected: ColumnSums; readonly firstTen: readonly number[] };
		readonly allPurchases: SpendFit & { readonly expected: ColumnSums; readonly firstTen: readonly number[] };
	};
	readonly retail: SpendFit & { readonly asOf: string; readonly customers: number; readonly sums: ColumnSums; readonly expected: readonly number[] };
	readonly populations: ReadonlyArray<SpendFit & { readonly name: string; readonly n: readonly number[]; readonly z: readonly number[]; readonly expectedOfFirst?: readonly number[] }>;
	readonly odd: ReadonlyArray<{
		readonly p: number;
		readonly q: number;
		readonly gamma: number;
		readonly n: number;
		readonly z: number;
		readonly logLikelihood: number;
		readonly gradient: readonly number[];
		readonly expected: number | null;
	}>;
}

const readJson = (name: string): unknown => JSON.parse(readText(`test/reference/${name}`));

export const purchaseModelsReference = () => readJson('purchase_models.json') as PurchaseModelsReference;
export const landmarksReference = () => readJson('landmarks.json') as LandmarksReference;
export const spendModelsReference = () => readJson('spend_models.json') as SpendModelsReference;

/** The same sums of a column of ours. */
export function columnSums(values: readonly number[]): ColumnSums {
	const sumOf = (part: (value: number, place: number) => number) => values.reduce((sum, value, place) => sum + part(value, place), 0);
	return {
		sum: sumOf((value) => value),
		squares: sumOf((value) => value * value),
		weighted: sumOf((value, place) => (value * ((place * 7919) % 1000)) / 1000),
		least: Math.min(...values),
		most: Math.max(...values),
	};
}

/** Passes when a figure is within 1e-6 of the reference, relatively: what is left where two searches for one maximum end. */
export function within(got: number, expected: number, input: unknown, relative = 1e-6): void {
	if (Math.abs(got - expected) <= relative * Math.abs(expected)) return;
	// Says it in the words of all tests.
	closeTo(got, expected, input);
}

/** Customers in the order of their ids as text, each day with a purchase once, what it brought in all beside it. */
export function historyOfPurchases(purchases: readonly Purchase[]): { readonly ids: readonly string[]; readonly history: PurchaseHistory } {
	const byCustomer = new Map<string, Map<number, number>>();
	for (const { customer, at, amount } of purchases) {
		const days = byCustomer.get(customer) ?? new Map<number, number>();
		byCustomer.set(customer, days);
		const day = dayOfLocalTime(at);
		days.set(day, (days.get(day) ?? 0) + (amount ?? 0));
	}
	const ids = [...byCustomer.keys()].sort();
	const sorted = ids.map((id) => [...byCustomer.get(id)!].sort(([one], [other]) => one - other));
	return { ids, history: historyOf(sorted.map((days) => days.map(([day]) => day)), sorted.map((days) => days.map(([, net]) => net))) };
}
