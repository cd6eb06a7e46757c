/**
 * Which model would have told best who comes back, on the user's own customers? DOMAIN W4.
 *
 * One stands a horizon before the last day that is known, fits every model on what was known then, and holds its chances
 * against what customers did since. A model is compared with the baseline, days since the last purchase, customer by
 * customer. What was chosen and is told on the same customers is a little too good, so the limits are those of several
 * comparisons.
 */
import type { FailedFit, Fitting } from '../fitWithFallback';
import { fittingOn, fitWithFallback } from '../fitWithFallback';
import { firstDayOf, landmarkDays } from '../landmarks';
import { LEAST_OUTCOMES } from '../models/landmarkModel';
import type { ModelId } from '../models';
import { BASELINE } from '../models';
import type { Estimate, Sample } from '../purchaseModel';
import type { PurchaseHistory } from '../purchaseCustomers';
import { purchasesUpTo, timingAt } from '../timing';
import type { Gain } from './pairedBootstrap';
import { pairedBootstrap } from './pairedBootstrap';
import type { Scores, Tenth } from './scores';
import { calibration, logLossOf, scoresOf } from './scores';

export interface JudgedModel {
	readonly asked: ModelId;
	/** What answered, and what was tried in vain before. */
	readonly model: ModelId;
	readonly failed: readonly FailedFit[];
	readonly parameters: readonly Estimate[];
	readonly logLikelihood: number | null;
	readonly everybody: Scores;
	/** Of those who were silent for long then; null where there were none. */
	readonly lapsed: Scores | null;
	readonly calibration: readonly Tenth[];
	/** By how many purchase days the expected number was off, on average. */
	readonly purchasesOff: number;
	/** Over all customers: how many it expected to buy, and how many purchase days it expected. */
	readonly expectedBought: number;
	readonly expectedPurchases: number;
	/** By how much its log loss is below the baseline's; null of the baseline itself. */
	readonly gain: Gain | null;
	/** Whether chance could explain that another model's log loss is lower, if one is. */
	readonly isAsGoodAsBest: boolean;
}

export interface Judgement {
	/** The day on which one stood, and for how many days ahead one looked from there. */
	readonly day: number;
	readonly horizon: number;
	readonly customers: number;
	readonly bought: number;
	/** On how many days with a purchase, over all customers. */
	readonly purchases: number;
	readonly models: readonly JudgedModel[];
}

/** Why nothing can be told; each phrase ends "Nothing can be told: ". */
export const unjudgedReasons = {
	noHistories: 'the items have no histories of purchase days',
	logTooShort: 'the purchases go back too few days to look back and ahead',
	fewReturns: 'too few customers came back, or too few stayed away',
} as const;

export type UnjudgedReason = keyof typeof unjudgedReasons;

export interface JudgeSettings {
	readonly horizon: number;
	/** After how many silent days a customer counts as lapsed. */
	readonly lapsedAfterDays: number;
}

/** A shorter look ahead than was asked for is at least so long. */
const LEAST_HORIZON = 7;

/** For how many days ahead models can be judged: the horizon, where the log is long enough for the baseline; else a third of the log. */
export function judgedHorizon(firstDay: number, day: number, horizon: number): number | null {
	const isLongEnough = (ahead: number) => landmarkDays(firstDay, day - ahead, ahead).length > 0;
	const third = Math.floor((day - firstDay) / 3);
	if (isLongEnough(horizon)) return horizon;
	return third >= LEAST_HORIZON && third < horizon && isLongEnough(third) ? third : null;
}

/** What customers did after the day on which one stood. */
interface Outcome {
	/** Rows of the sample's timing, one a customer. */
	readonly rows: Int32Array;
	readonly hasBought: Uint8Array;
	readonly purchases: Float64Array;
	readonly isLapsed: Uint8Array;
	readonly bought: number;
}

function outcomeOf({ timing, history, day, horizon }: Sample & { readonly history: PurchaseHistory }, lapsedAfterDays: number): Outcome {
	const customers = Int32Array.from(timing.rowOf.keys()).filter((customer) => timing.rowOf[customer] >= 0);
	const rows = customers.map((customer) => timing.rowOf[customer]);
	const purchases = Float64Array.from(customers, (customer) => purchasesUpTo(history, customer, day + horizon) - purchasesUpTo(history, customer, day));
	const hasBought = Uint8Array.from(purchases, (number) => Number(number > 0));
	const isLapsed = Uint8Array.from(rows, (row) => Number(timing.age[row] - timing.recency[row] > lapsedAfterDays));
	return { rows, hasBought, purchases, isLapsed, bought: hasBought.reduce((sum, one) => sum + one, 0) };
}

const sumOf = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0);

/** A model by itself, before it is compared with others. */
interface Candidate {
	readonly judged: Omit<JudgedModel, 'gain' | 'isAsGoodAsBest'>;
	readonly chances: Float64Array;
}

function candidateOf(asked: ModelId, fitOf: Fitting, { timing }: Sample, { rows, hasBought, purchases, isLapsed }: Outcome): Candidate | null {
	const fit = fitWithFallback(asked, fitOf);
	if (fit.fitted === null) return null;
	const { model, failed, fitted } = fit;
	const ofRow = Array.from({ length: timing.count }, (_, row) => fitted.expected(row));
	const chances = Float64Array.from(rows, (row) => ofRow[row].chance);
	const expected = Float64Array.from(rows, (row) => ofRow[row].purchases);
	const everybody = scoresOf(chances, hasBought);
	if (everybody === null) return null;
	const isOfLapsed = (_: number, at: number) => isLapsed[at] === 1;
	const judged = {
		asked,
		model,
		failed,
		parameters: fitted.parameters,
		logLikelihood: fitted.logLikelihood,
		everybody,
		lapsed: scoresOf(chances.filter(isOfLapsed), hasBought.filter(isOfLapsed)),
		calibration: calibration(chances, hasBought),
		purchasesOff: expected.reduce((sum, number, at) => sum + Math.abs(number - purchases[at]), 0) / expected.length,
		expectedBought: sumOf(chances),
		expectedPurchases: sumOf(expected),
	};
	return { judged, chances };
}

/** By how much a model's loss is below another's, with limits that hold for `comparisons` models at once. */
function gainOver(other: Candidate, own: Candidate, { hasBought }: Outcome, comparisons: number): Gain {
	const differences = Float64Array.from(hasBought, (one, at) => logLossOf(other.chances[at], one === 1) - logLossOf(own.chances[at], one === 1));
	return pairedBootstrap(differences, 1 - 0.05 / comparisons);
}

const lossOf = ({ judged }: Candidate): number => judged.everybody.logLoss;

/** Compares models with the baseline, and with the one of the lowest log loss. */
function compared(base: Candidate, others: readonly Candidate[], outcome: Outcome): JudgedModel[] {
	const all = [...others, base];
	const best = all.reduce((lowest, own) => (lossOf(own) < lossOf(lowest) ? own : lowest), base);
	const comparisons = Math.max(1, new Set(others.map(({ judged }) => judged.model)).size);
	return all.map((own) => ({
		...own.judged,
		gain: own === base ? null : gainOver(base, own, outcome, comparisons),
		isAsGoodAsBest: own.judged.model === best.judged.model || gainOver(own, best, outcome, comparisons).low <= 0,
	}));
}

/** Judges models and the baseline on the customers of the past. O(fits + customers log customers). */
export function judge(history: PurchaseHistory | null, day: number, ids: readonly ModelId[], { horizon, lapsedAfterDays }: JudgeSettings): Judgement | UnjudgedReason {
	if (history === null) return 'noHistories';
	const ahead = judgedHorizon(firstDayOf(history), day, horizon);
	if (ahead === null) return 'logTooShort';
	const sample = { day: day - ahead, horizon: ahead, timing: timingAt(history, day - ahead), history };
	const outcome = outcomeOf(sample, lapsedAfterDays);
	const customers = outcome.rows.length;
	if (Math.min(outcome.bought, customers - outcome.bought) < LEAST_OUTCOMES) return 'fewReturns';
	const fitOf = fittingOn(sample);
	const base = candidateOf(BASELINE, fitOf, sample, outcome);
	if (base === null || base.judged.model !== BASELINE) return 'fewReturns';
	const others = ids.filter((id) => id !== BASELINE).flatMap((id) => candidateOf(id, fitOf, sample, outcome) ?? []);
	return { day: sample.day, horizon: ahead, customers, bought: outcome.bought, purchases: sumOf(outcome.purchases), models: compared(base, others, outcome) };
}
