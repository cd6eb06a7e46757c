/** The forecast in an owner's words: figures as one says them, and why this model. */
import { count, customersInWords, daysInWords, percent, wholeMoney } from '../figuresInWords';
import { isoDate } from '../time';
import type { AnsweringFit, FailedFit } from './fitWithFallback';
import type { ChosenModel } from './judgement/chooseModel';
import type { JudgedModel, Judgement } from './judgement/judge';
import { unjudgedReasons } from './judgement/judge';
import { BASELINE, models } from './models';
import { unfitReasons } from './purchaseModel';

const DAYS_OF_TWO_YEARS = 730;

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

/** Why this model: what was tried on whom, and what cannot be told. */
export function whyInWords(chosen: ChosenModel, horizon: number): string {
	if (chosen.fit === null) return 'Nobody has been a customer for a day yet, so nothing can be forecast.';
	return [...choiceInWords(chosen, chosen.fit, horizon), ...failedSentence(chosen), ...seasonSentence(chosen)].join(' ');
}

function choiceInWords({ choice, judgement, unjudged }: ChosenModel, fit: AnsweringFit, horizon: number): string[] {
	const own = judgement?.models.find(({ asked }) => asked === fit.asked);
	const title = models[own?.model ?? fit.model].title;
	if (choice === 'set') return [`"${models[fit.asked].title}", as you set it.`, ...(judgement && own ? [`${heldAgainst(judgement)}: shown ${ONE_OF_EACH}, it ${casesInWords(judgement, own)}.`] : [])];
	if (judgement === null) return [`Nothing can be told of which model is best here: ${unjudgedReasons[unjudged!]}. "${title}" is taken by rule.`];
	const tried = heldAgainst(judgement);
	if (choice === 'better') return [`${tried}, "${title}" told best who would, and surely better than counting the days since the last purchase.`, ...(own ? [`Shown ${ONE_OF_EACH}, it ${casesInWords(judgement, own)}.`] : [])];
	if (choice === 'noneBetter') return [`${tried}, nothing told surely better who would than counting the days since the last purchase. So days are counted: you need no model for it.`];
	if (choice === 'baselineTooShort') return [`${tried}, nothing told surely better who would than counting the days since the last purchase; but the purchases do not go back far enough to say by days what the next ${daysInWords(horizon)} bring, so "${title}" is taken.`];
	return [`"${title}" is taken by rule.`];
}

function failedSentence({ fit, failed }: ChosenModel): string[] {
	if (failed.length === 0) return [];
	const answers = fit === null || fit.model === fit.asked ? '' : ` "${models[fit.model].title}" answers in its place.`;
	return [`${failedInWords(failed)}.${answers}`];
}

function seasonSentence({ logDays, judgement }: ChosenModel): string[] {
	if (logDays === null || logDays >= DAYS_OF_TWO_YEARS) return [];
	const told = judgement === null ? 'The purchases' : 'The comparison is of one stretch of time, and the purchases';
	return [`${told} cover ${daysInWords(logDays)}: under two years a season cannot be told from a change.`];
}

function gainInWords({ gain }: JudgedModel): string[] {
	if (gain === null) return [];
	if (gain.low > 0) return ['Surely better than counting days.'];
	return [gain.high < 0 ? 'Surely worse than counting days.' : 'Not surely better than counting days.'];
}

const namedInWords = ({ asked, model }: JudgedModel): string => `"${models[asked].title}"${model === asked ? '' : `, answered by "${models[model].title}",`}`;

/** A row of the evidence in a sentence. */
export const judgedInWords = (own: JudgedModel, judgement: Judgement): string =>
	[`Shown ${ONE_OF_EACH}, ${namedInWords(own)} ${casesInWords(judgement, own)}.`, `Its expected number of purchases is off by ${own.purchasesOff.toFixed(2)} on average.`, ...gainInWords(own)].join(' ');

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
	const all = `Of ${customersInWords(customers)}, ${count(expected)} (${percent(returns / customers)}) ${expected === 1 ? 'is' : 'are'} expected to buy within ${daysInWords(horizon)}, on ${daysInWords(Math.round(purchases))} with a purchase in all${worthInWords(money)}.`;
	if (before === null) return all;
	return `${all} In the same days a year before there were ${count(before.purchases)}${worthInWords(before.money)}; no model here knows a season.`;
}

export interface ToldForecast {
	readonly who: string;
	readonly chance: number | null;
	readonly purchases: number | null;
	readonly spend: number | null;
	readonly currency: string | null;
	readonly daysSince: number | null;
	readonly segment: string | null;
}

/** A customer's forecast for a chat message. */
export function forecastInWords({ who, chance, purchases, spend, currency, daysSince, segment }: ToldForecast, horizon: number): string {
	if (daysSince === null) return `${who} never bought.`;
	const silence = `${who}${segment === null ? '' : ` (${segment})`} last bought ${daysInWords(daysSince)} ago`;
	if (chance === null || purchases === null) return `${silence}; nothing can be forecast.`;
	const money = spend === null ? '' : `, worth ${wholeMoney(spend)}${currency === null ? '' : ` ${currency}`}`;
	return `${silence}: ${percent(chance)} to buy within ${daysInWords(horizon)}; ${purchases < 0.05 ? 'hardly any' : purchases.toFixed(1)} purchases expected${money}.`;
}
