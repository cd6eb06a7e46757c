/** The output Evidence: which model forecasts, how each was held against what customers did, what purchases bring. */
import { money, share } from '../rowBlocks';
import { isoDate } from '../time';
import type { evidenceFields, forecastEvidenceFields, judgedFields, spendFields } from './forecastFields';
import { failedInWords, judgedInWords, whyInWords } from './forecastText';
import type { ChosenModel } from './judgement/chooseModel';
import type { JudgedModel, Judgement } from './judgement/judge';
import type { Gain } from './judgement/pairedBootstrap';
import type { Scores, Tenth } from './judgement/scores';
import { BASELINE, models } from './models';
import type { Estimate, UnfitReason } from './purchaseModel';
import { unfitReasons } from './purchaseModel';
import type { SpendGroup } from './spend/spendOf';

type RowOf<Fields> = Readonly<Record<keyof Fields, unknown>>;

const parametersIn = (parameters: readonly Estimate[]) => parameters.map(({ name, value, low, high }) => ({ name, value: share(value), low: share(low), high: share(high) }));

/** The object `evidence` of each item. */
export function evidenceOf(chosen: ChosenModel, horizonDays: number): RowOf<typeof evidenceFields> {
	const { fit, choice } = chosen;
	const model = fit === null ? null : models[fit.model];
	return { model: fit?.model ?? null, title: model?.title ?? null, name: model?.name ?? null, choice, why: whyInWords(chosen, horizonDays) };
}

/** `summary` is what all customers together are expected to do. */
export function forecastRow(chosen: ChosenModel, asOf: number, horizonDays: number, { customers, summary }: { readonly customers: number; readonly summary: string | null }): RowOf<typeof forecastEvidenceFields> {
	const { fit, failed, logDays } = chosen;
	return {
		about: 'forecast',
		summary,
		...evidenceOf(chosen, horizonDays),
		asked: fit?.asked ?? null,
		fittedOn: isoDate(asOf),
		horizonDays,
		customers,
		logDays,
		parameters: parametersIn(fit?.fitted.parameters ?? []),
		logLikelihood: share(fit?.fitted.logLikelihood),
		isShrunk: fit?.fitted.isShrunk ?? null,
		failed: failedInWords(failed),
	};
}

const tenthIn = ({ customers, bought, ...shares }: Tenth) => ({ customers, bought, ...Object.fromEntries(Object.entries(shares).map(([name, value]) => [name, share(value)])) });

const gainIn = (gain: Gain | null) => ({ gain: share(gain?.value), gainLow: share(gain?.low), gainHigh: share(gain?.high) });

const lapsedIn = (lapsed: Scores | null) => ({
	lapsedCustomers: lapsed?.customers ?? 0,
	lapsedBought: lapsed?.bought ?? null,
	lapsedLogLoss: share(lapsed?.logLoss),
	lapsedAuc: share(lapsed?.auc),
	lapsedBrier: share(lapsed?.brier),
});

function judgedRow(own: JudgedModel, judgement: Judgement, chosen: ChosenModel): RowOf<typeof judgedFields> {
	const { asked, model, everybody, lapsed, gain } = own;
	const { title, name } = models[asked];
	return {
		about: 'model',
		summary: judgedInWords(own, judgement),
		model: asked,
		title,
		name,
		answeredBy: model,
		isChosen: chosen.fit?.asked === asked,
		isBaseline: asked === BASELINE,
		judgedOn: isoDate(judgement.day),
		judgedHorizonDays: judgement.horizon,
		customers: everybody.customers,
		bought: everybody.bought,
		logLoss: share(everybody.logLoss),
		...gainIn(gain),
		auc: share(everybody.auc),
		brier: share(everybody.brier),
		expectedBought: share(own.expectedBought),
		purchasesOff: share(own.purchasesOff),
		expectedPurchases: share(own.expectedPurchases),
		purchases: judgement.purchases,
		...lapsedIn(lapsed),
		calibration: own.calibration.map(tenthIn),
		parameters: parametersIn(own.parameters),
		logLikelihood: share(own.logLikelihood),
		failed: failedInWords(own.failed),
	};
}

/** Those held against what customers did, the best first. */
export const judgedRows = (chosen: ChosenModel): Array<RowOf<typeof judgedFields>> => {
	const { judgement } = chosen;
	if (judgement === null) return [];
	return [...judgement.models].sort((one, other) => one.everybody.logLoss - other.everybody.logLoss).map((own) => judgedRow(own, judgement, chosen));
};

const spendModel = ({ mean, fit }: SpendGroup): string | null => {
	if (mean === null) return null;
	return fit === null ? 'borrowed' : 'gammaGamma';
};

/** The reasons are told of when customers buy; of what purchases bring some mean another thing. */
const unfitSpend: Partial<Record<UnfitReason, string>> = {
	fewReturns: 'too few customers bought more than once',
	allAlike: 'customers hardly differ in what a purchase of theirs brings, or the purchases of one customer hardly differ',
};

export const spendRow = (group: SpendGroup): RowOf<typeof spendFields> => ({
	about: 'spend',
	currency: group.currency,
	customers: group.customers,
	meanPurchase: money(group.mean),
	marginRate: share(group.marginRate),
	model: spendModel(group),
	parameters: parametersIn(group.fit?.estimates ?? []),
	logLikelihood: share(group.fit?.logLikelihood),
	failed: group.mean === null || group.unfit === null ? '' : (unfitSpend[group.unfit] ?? unfitReasons[group.unfit]),
});
