/** The references that R and Python wrote into test/reference, as typed values. */
import { readText } from './files.cjs';

type Numbers = readonly number[];
type NumbersOrNull = ReadonlyArray<number | null>;

interface Subjects {
	readonly id: string;
	readonly entry: Numbers;
	readonly exit: Numbers;
	/** 0 where the end is not known, else the cause, from 1. */
	readonly status: Numbers;
}

interface Quantile {
	readonly value: number | null;
	readonly lower: number | null;
	readonly upper: number | null;
}

export interface ReferenceCurve {
	readonly n: number;
	readonly totalEvents: number;
	readonly lastTime: number;
	readonly time: Numbers;
	readonly atRisk: Numbers;
	readonly events: Numbers;
	readonly surv: Numbers;
	readonly lower: NumbersOrNull;
	readonly upper: NumbersOrNull;
	readonly median: Quantile;
	readonly medianFirst: Quantile;
	readonly restrictedMean: { readonly horizon: number; readonly value: number; readonly stdErr: number };
	readonly atTimes: { readonly time: Numbers; readonly surv: Numbers; readonly lower: NumbersOrNull; readonly upper: NumbersOrNull };
}

export interface ReferenceLogRank {
	readonly group: readonly string[];
	readonly n: Numbers;
	readonly observed: Numbers;
	readonly expected: Numbers;
	readonly chisq: number;
	readonly df: number;
	readonly p: number;
}

export interface SurvivalReference {
	readonly kaplanMeier: ReadonlyArray<Subjects & { readonly expected: ReferenceCurve }>;
	readonly logRank: ReadonlyArray<Subjects & { readonly group: readonly string[]; readonly expected: ReferenceLogRank }>;
	readonly foodieFi: {
		readonly asOf: string;
		readonly all: ReferenceCurve;
		readonly byFirstPaidPlan: ReadonlyArray<ReferenceCurve & { readonly plan: string }>;
		readonly logRank: ReferenceLogRank;
	};
	readonly aalenJohansen: ReadonlyArray<
		Subjects & {
			readonly numberOfCauses: number;
			readonly expected: {
				readonly time: Numbers;
				readonly surv: Numbers;
				readonly causes: ReadonlyArray<{
					readonly events: Numbers;
					readonly incidence: Numbers;
					readonly stdErr: Numbers;
					readonly logLog: { readonly lower: NumbersOrNull; readonly upper: NumbersOrNull };
				}>;
			};
		}
	>;
}

interface SilenceReference {
	readonly w: number;
	readonly n: number;
	readonly back: number;
	readonly low: number | null;
	readonly high: number | null;
	readonly gapCurve?: number | null;
}

export interface WindowAnswer {
	readonly horizon: number;
	readonly target: number;
	readonly support: number;
	readonly outcome: 'found' | 'supportNeverReached' | 'neverBelowTarget' | 'aboveTargetLater';
	readonly answer: SilenceReference | null;
	readonly lowest: SilenceReference | null;
}

export interface ChurnWindowReference {
	readonly onlineRetail: { readonly answers: readonly WindowAnswer[]; readonly table90: readonly SilenceReference[] };
	readonly cdnow: { readonly answers: readonly WindowAnswer[]; readonly table90: readonly SilenceReference[] };
	readonly cases: ReadonlyArray<
		WindowAnswer & {
			readonly id: number;
			readonly rows: ReadonlyArray<{ readonly customer: string; readonly date: string }>;
			readonly table: readonly SilenceReference[];
		}
	>;
}

const read = (name: string): unknown => JSON.parse(readText(`test/reference/${name}`));

export const survivalReference = (): SurvivalReference => read('survival.json') as SurvivalReference;
export const churnWindowReference = (): ChurnWindowReference => read('churn_window.json') as ChurnWindowReference;
