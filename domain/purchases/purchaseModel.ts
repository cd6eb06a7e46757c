/** What a purchase model is, and what it says. DOMAIN W4. */
import { DEFAULT_CONFIDENCE, normalFactor } from '../statistics/interval';
import type { PurchaseHistory } from './purchaseCustomers';
import type { TimingRows } from './timing';

/** What is known on a day, and how far ahead is asked. */
export interface Sample {
	/** The last day that is known, a day number. */
	readonly day: number;
	/** For how many days ahead. */
	readonly horizon: number;
	readonly timing: TimingRows;
	/** Days of purchases, of which those after `day` are not to be read; null where only sums are known. */
	readonly history: PurchaseHistory | null;
}

/** What a model expects of a customer, within the horizon. */
export interface Expected {
	/** The chance of at least one purchase day, 0 to 1. */
	readonly chance: number;
	/** How many purchase days are expected. */
	readonly purchases: number;
}

/** The same, and how sure it is. */
export interface Outlook extends Expected {
	/** Standard errors from the fit: of the chance on the log-odds scale, of the purchases on the log scale. */
	readonly chanceError: number;
	readonly purchasesError: number;
}

/** A parameter with its 95 % interval; without one where it sits on a bound or there is no uncertainty to tell. */
export interface Estimate {
	readonly name: string;
	readonly value: number;
	readonly low: number | null;
	readonly high: number | null;
}

export interface Fitted {
	readonly parameters: readonly Estimate[];
	/** Of the data the model was fitted on; null where it is none of purchase timing. */
	readonly logLikelihood: number | null;
	/** Whether the parameters were drawn towards usual ones, because of few customers. */
	readonly isShrunk: boolean;
	/** What it says of a row of the sample's timing, and the same with standard errors, which takes several times as long. */
	expected(row: number): Expected;
	outlook(row: number): Outlook;
}

/** Why a model cannot be fitted; each phrase ends "… could not be used: ". */
export const unfitReasons = {
	noHistory: 'no customer has been one for a day yet',
	noHistories: 'the items have no histories of purchase days',
	logTooShort: 'the purchases do not go back far enough for a horizon of this length',
	fewReturns: 'too few customers came back, or too few stayed away, to learn from',
	nobodyCameBack: 'nobody has bought a second time',
	nobodyLeaves: 'by this model nobody ever leaves: everybody would be 100 % alive',
	everybodyLeaves: 'by this model everybody leaves at once',
	allAlike: 'customers hardly differ in how often they buy',
	notDetermined: 'these customers do not determine it',
} as const;

export type UnfitReason = keyof typeof unfitReasons;

export interface Unfit {
	readonly unfit: UnfitReason;
}

export type Fit = Fitted | Unfit;

export const isFitted = (fit: Fit): fit is Fitted => !('unfit' in fit);

export interface PurchaseModel {
	/** As a person would call it who has no statistics, and as the literature does. */
	readonly title: string;
	readonly name: string;
	/** What it takes a customer to be. */
	readonly idea: string;
	readonly source: string;
	fit(sample: Sample): Fit;
}

/** An interval of a positive figure whose logarithm has a standard error. */
export function estimateOf(name: string, value: number, errorOfLog: number | null): Estimate {
	const factor = normalFactor(DEFAULT_CONFIDENCE);
	const isKnown = errorOfLog !== null && Number.isFinite(errorOfLog) && errorOfLog < 50;
	return { name, value, low: isKnown ? value * Math.exp(-factor * errorOfLog) : null, high: isKnown ? value * Math.exp(factor * errorOfLog) : null };
}
