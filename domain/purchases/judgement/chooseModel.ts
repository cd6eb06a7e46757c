/** Which model forecasts, and why that one? DOMAIN W4. */
import type { AnsweringFit, FailedFit, Fitting } from '../fitWithFallback';
import { fittingOn, fitWithFallback } from '../fitWithFallback';
import { firstDayOf } from '../landmarks';
import type { ModelId } from '../models';
import { BASELINE, candidateIds } from '../models';
import type { Sample } from '../purchaseModel';
import { isFitted } from '../purchaseModel';
import type { JudgedModel, Judgement, JudgeSettings, UnjudgedReason } from './judge';
import { judge } from './judge';

/** Why a model was taken. */
export type Choice =
	/** The user wants it. */
	| 'set'
	/** It told better than the baseline who comes back. */
	| 'better'
	/** None told better than the baseline, which is taken. */
	| 'noneBetter'
	/** None told better than the baseline, which cannot look so far ahead on this log; the best of the others is taken. */
	| 'baselineTooShort'
	/** Nothing can be told; taken by rule. */
	| 'byRule';

export interface ChosenModel {
	readonly choice: Choice;
	/** Null where nobody has been a customer for a day. */
	readonly fit: AnsweringFit | null;
	readonly failed: readonly FailedFit[];
	readonly judgement: Judgement | null;
	/** Why there is no judgement; null where there is one. */
	readonly unjudged: UnjudgedReason | null;
	/** From the first purchase of anybody to As Of; null without histories. */
	readonly logDays: number | null;
}

const answer = (choice: Choice, asked: ModelId, fitOf: Fitting, rest: Pick<ChosenModel, 'judgement' | 'unjudged' | 'logDays'>, before: readonly FailedFit[] = []): ChosenModel => {
	const fit = fitWithFallback(asked, fitOf);
	const failed = [...before, ...fit.failed];
	return { choice, fit: fit.fitted === null ? null : { ...fit, failed }, failed, ...rest };
};

/** Whether a model can answer itself, or by what it falls back to because nobody leaves: one that lacks past days cannot. */
const canAnswer = (id: ModelId, fitOf: Fitting): boolean => (id !== 'silenceAndRepeats' && id !== BASELINE) || isFitted(fitOf(id));

/** Of models whose chances are as good as can be told, the one that counts purchases best. */
const byPurchases = (one: JudgedModel, other: JudgedModel): number => one.purchasesOff - other.purchasesOff;
const byLoss = (one: JudgedModel, other: JudgedModel): number => one.everybody.logLoss - other.everybody.logLoss;

/** The model of the user, or the one that told best on the user's own customers of the past. */
export function chooseModel(wanted: ModelId | 'automatic', sample: Sample, settings: JudgeSettings): ChosenModel {
	const ids: readonly ModelId[] = wanted === 'automatic' ? candidateIds : [wanted];
	const judged = judge(sample.history, sample.day, ids, settings);
	const judgement = typeof judged === 'string' ? null : judged;
	const rest = {
		judgement,
		unjudged: typeof judged === 'string' ? judged : null,
		logDays: sample.history === null ? null : Math.max(0, sample.day - firstDayOf(sample.history)),
	};
	const fitOf = fittingOn(sample);
	if (wanted !== 'automatic') return answer('set', wanted, fitOf, rest);
	if (judgement === null) return answerByRule(fitOf, rest);

	const able = judgement.models.filter(({ asked }) => asked !== BASELINE && canAnswer(asked, fitOf)).sort(byLoss);
	const better = able.filter(({ gain }) => gain !== null && gain.low > 0);
	const asGood = better.filter(({ isAsGoodAsBest }) => isAsGoodAsBest).sort(byPurchases);
	const [chosen = better[0]] = asGood;
	if (chosen !== undefined) return answer('better', chosen.asked, fitOf, rest);
	const [best] = able;
	if (canAnswer(BASELINE, fitOf)) return answer('noneBetter', BASELINE, fitOf, rest);
	return best === undefined ? answerByRule(fitOf, rest) : answer('baselineTooShort', best.asked, fitOf, rest);
}

/** Where nothing can be told: the landmark regression where the log is long enough for one, else MBG/NBD. */
function answerByRule(fitOf: Fitting, rest: Pick<ChosenModel, 'judgement' | 'unjudged' | 'logDays'>): ChosenModel {
	const first = fitOf('silenceAndRepeats');
	if (isFitted(first)) return answer('byRule', 'silenceAndRepeats', fitOf, rest);
	return answer('byRule', 'mbgNbd', fitOf, rest, [{ model: 'silenceAndRepeats', reason: first.unfit }]);
}
