/** The forecast in an owner's words: figures as one says them, and why this model. */
import { count, customersInWords, daysInWords, percent, wholeMoney } from '../figuresInWords';
import { DAYS_PER_YEAR, isoDate } from '../time';
import type { AnsweringFit, FailedFit } from './fitWithFallback';
import type { ChosenModel } from './judgement/chooseModel';
import type { JudgedModel, Judgement } from './judgement/judge';
import { unjudgedReasons } from './judgement/judge';
import { BASELINE, models } from './models';
import { unfitReasons } from './purchaseModel';

const DAYS_OF_TWO_YEARS = 2 * DAYS_PER_YEAR;

const ofAHundred = (auc: number | null): string => (auc === null ? '–' : String(Math.round(100 * auc)));

/** `"BG/NBD": nobody has bought a second time; …`; nothing where every model could be used. */
export const failedInWords = (failed: readonly FailedFit[]): string => failed.map(({ model, reason }) => `"${models[model].title}" could not be used: ${unfitReasons[reason]}`).join('; ');

const ONE_OF_EACH = 'one who bought and one who did not';

/** In how many of a hundred cases a model names the right one of the two, and the baseline beside it. */
function casesInWords({ models: judged }: Judgement, own: JudgedModel): string {
	const base = judged.find(({ asked }) => asked === BASELINE);
	const isCompared = base !== undefined && own !== base;
	const ofBase = isCompared ? `, days since the last purchase in ${ofAHundred(base.everybody.auc)}` : '';
	const ofEverybody = `names the right one in ${ofAHundred(own.everybody.auc)} of 100 cases${ofBase}`;
	if (own.lapsed === null || own.lapsed.auc === null) return ofEverybody;
	const ofBaseLapsed = isCompared ? ` and ${ofAHundred(base.lapsed?.auc ?? null)}` : '';
	return `${ofEverybody}; among the ${customersInWords(own.lapsed.customers)} who had lapsed by then, in ${ofAHundred(own.lapsed.auc)}${ofBaseLapsed}`;
}

const heldAgainst = ({ day, horizon, customers, bought }: Judgement): string =>
	`Held against what your own ${customersInWords(customers)} of ${isoDate(day)} did in the ${daysInWords(horizon)} after it (${count(bought)} bought)`;

/** What a model expected of all together, and what came. */
const totalsOf = ({ bought, purchases }: Judgement, { expectedBought, expectedPurchases }: JudgedModel): string =>
	`It expected ${count(Math.round(expectedBought))} to buy, with ${count(Math.round(expectedPurchases))} purchases; ${count(bought)} did, with ${count(purchases)}.`;

/** Whether a model names the right one of two more often than the baseline; its log loss can be lower without it. */
function isBetterInOrder({ models: judged }: Judgement, own: JudgedModel): boolean {
	const base = judged.find(({ asked }) => asked === BASELINE);
	return base === undefined || Math.round(100 * (own.everybody.auc ?? 0)) > Math.round(100 * (base.everybody.auc ?? 0));
}

/** Why this model: what was tried on whom, and what cannot be told. */
export function whyInWords(chosen: ChosenModel, horizon: number): string {
	if (chosen.fit === null) return 'Nobody has been a customer for a day yet, so nothing can be forecast.';
	return [...choiceInWords(chosen, chosen.fit, horizon), ...answerSentence(chosen, chosen.fit), ...shorterSentence(chosen, horizon), ...seasonSentence(chosen)].join(' ');
}

function choiceInWords({ choice, judgement, unjudged }: ChosenModel, fit: AnsweringFit, horizon: number): string[] {
	const set = `"${models[fit.asked].title}", as you set it.`;
	if (judgement === null) return choice === 'set' ? [set] : [`Nothing can be told of which model is best here: ${unjudgedReasons[unjudged!]}. "${models[fit.model].title}" is taken by rule.`];
	if (choice === 'byRule') return [`"${models[fit.model].title}" is taken by rule.`];
	const own = judgement.models.find((judged) => judged.asked === fit.asked)!;
	const tried = heldAgainst(judgement);
	if (choice === 'set') return [set, `${tried}: shown ${ONE_OF_EACH}, it ${casesInWords(judgement, own)}.`, totalsOf(judgement, own)];
	if (choice === 'better') return [`${tried}, "${models[own.model].title}" told best who would${ofThoseAble(judgement, own, horizon)}, better than counting the days since the last purchase by more than chance explains.`, orderSentence(judgement, own), totalsOf(judgement, own)];
	const none = `${tried}, nothing told who would better than counting the days since the last purchase by more than chance explains`;
	if (choice === 'noneBetter') return [`${none}. ${couldBeBetter(judgement) ? 'With so few customers it cannot be told more closely, so days are counted.' : 'So days are counted: you need no model for it.'}`, totalsOf(judgement, own)];
	return [`${none}; but the purchases do not go back far enough to say by days what the next ${daysInWords(horizon)} bring, so "${models[own.model].title}" is taken.`, totalsOf(judgement, own)];
}

/** Whether a model of a lower log loss was left out, since it cannot look so far ahead on this log. */
const ofThoseAble = ({ models: judged, horizon: judgedFor }: Judgement, own: JudgedModel, horizon: number): string =>
	judgedFor < horizon && judged.some(({ everybody, isAsGoodAsBest }) => isAsGoodAsBest && everybody.logLoss < own.everybody.logLoss) ? ` of those that can look ${daysInWords(horizon)} ahead` : '';

function orderSentence(judgement: Judgement, own: JudgedModel): string {
	const cases = `Shown ${ONE_OF_EACH}, it ${casesInWords(judgement, own)}`;
	return isBetterInOrder(judgement, own) ? `${cases}.` : `${cases}: in that it is no better, but its chances come truer.`;
}

/** A part of the baseline's log loss that would be worth having. */
const WORTHWHILE = 0.05;

/** Whether chance leaves room for a model that would be worth having. */
function couldBeBetter({ models: judged }: Judgement): boolean {
	const base = judged.find(({ asked }) => asked === BASELINE);
	return judged.some(({ gain }) => base !== undefined && gain !== null && gain.high > WORTHWHILE * base.everybody.logLoss);
}

/** Who answers today, where that is another one than was chosen. */
function answerSentence({ failed, judgement }: ChosenModel, { asked, model }: AnsweringFit): string[] {
	const own = judgement?.models.find((judged) => judged.asked === asked);
	if (model !== asked) return [`${failedInWords(failed.filter((each) => each.model === asked))}; "${models[model].title}" answers in its place.`];
	return own === undefined || own.model === model ? [] : [`Today "${models[model].title}" answers.`];
}

function shorterSentence({ judgement }: ChosenModel, horizon: number): string[] {
	if (judgement === null || judgement.horizon >= horizon) return [];
	return [`That was tested ${daysInWords(judgement.horizon)} ahead: the purchases do not go back far enough to test ${daysInWords(horizon)}.`];
}

function seasonSentence({ logDays, judgement }: ChosenModel): string[] {
	if (logDays === null || logDays >= DAYS_OF_TWO_YEARS) return [];
	const told = judgement === null ? 'The purchases' : 'The comparison is of one stretch of time, and the purchases';
	return [`${told} cover ${daysInWords(logDays)}: under two years a season cannot be told from a change.`];
}

function gainInWords({ gain }: JudgedModel): string[] {
	if (gain === null) return [];
	if (gain.low > 0) return ['Its chances come truer than those of counting days, by more than chance explains.'];
	return [gain.high < 0 ? 'Its chances come less true than those of counting days, by more than chance explains.' : 'Whether its chances come truer than those of counting days cannot be told from chance.'];
}

const namedInWords = ({ asked, model }: JudgedModel): string => `"${models[asked].title}"${model === asked ? '' : `, answered by "${models[model].title}",`}`;

/** A row of the evidence in a sentence. */
export const judgedInWords = (own: JudgedModel, judgement: Judgement): string =>
	[`Shown ${ONE_OF_EACH}, ${namedInWords(own)} ${casesInWords(judgement, own)}.`, totalsOf(judgement, own), `Its number of purchases is off by ${own.purchasesOff.toFixed(2)} per customer.`, ...gainInWords(own)].join(' ');

/** What all customers together are expected to do; money by currency, `1,200 EUR`. */
export interface ToldTotals {
	readonly customers: number;
	readonly returns: number;
	readonly purchases: number;
	readonly money: readonly string[];
	/** The same days a year before; null where the log does not reach back so far. */
	readonly before: { readonly purchases: number; readonly money: readonly string[] } | null;
}

const worthInWords = (money: readonly string[]): string => (money.length === 0 ? '' : `, worth ${money.join(' and ')}`);

/** All customers in a sentence, and beside it what the same days brought a year before. */
export function totalsInWords({ customers, returns, purchases, money, before }: ToldTotals, horizon: number): string {
	const expected = Math.round(returns);
	const all = `Of ${customersInWords(customers)}, ${count(expected)} (${percent(returns / customers)}) ${expected === 1 ? 'is' : 'are'} expected to buy within ${daysInWords(horizon)}, with ${count(Math.round(purchases))} ${Math.round(purchases) === 1 ? 'purchase' : 'purchases'} in all${worthInWords(money)}.`;
	if (before === null) return all;
	return `${all} In the same days a year before there were ${count(before.purchases)}${worthInWords(before.money)}; no model here knows a season.`;
}

export interface ToldForecast {
	readonly who: string;
	readonly chance: number | null;
	readonly purchases: number | null;
	readonly spend: number | null;
	readonly currency: string | null;
	/** Null where nothing is told of them; 0 of who never bought. */
	readonly purchaseDays: number | null;
	readonly daysSince: number | null;
	readonly segment: string | null;
}

/** Below it, and as near to 1, one decimal would say never and certainly. */
const LEAST_TOLD = 0.001;

function chanceInWords(chance: number): string {
	if (chance < LEAST_TOLD) return `under ${percent(LEAST_TOLD)}`;
	return chance > 1 - LEAST_TOLD ? `over ${percent(1 - LEAST_TOLD)}` : percent(chance);
}

/** A customer's forecast for a chat message. */
export function forecastInWords({ who, chance, purchases, spend, currency, purchaseDays, daysSince, segment }: ToldForecast, horizon: number): string {
	if (purchaseDays === null) return `Nothing is known of what ${who} bought.`;
	if (daysSince === null) return `${who} never bought.`;
	const silence = `${who}${segment === null ? '' : ` (${segment})`} last bought ${daysInWords(daysSince)} ago`;
	if (chance === null || purchases === null) return `${silence}; nothing can be forecast.`;
	const money = spend === null ? '' : `, worth ${wholeMoney(spend)}${currency === null ? '' : ` ${currency}`}`;
	return `${silence}: ${chanceInWords(chance)} to buy within ${daysInWords(horizon)}; ${purchases < 0.05 ? 'hardly any' : purchases.toFixed(1)} purchases expected${money}.`;
}
