/**
 * The customer base: every kind of business, made into what churn and lifetimes are computed from.
 *
 * `baseOfVisits` makes one from purchases or visits, `baseOfTerms` from subscriptions; nothing behind them
 * asks which it was.
 */
import type { GroupColumn } from '../ledger/groups';
import type { History } from '../ledger/history';
import type { SpellLedger } from '../ledger/spells';
import type { Spend } from '../ledger/spend';
import type { Leaving } from './leaving';
import type { Loss } from './movements';

/** What bounds the days of which losses are known. */
export interface Edges {
	/** The last day that is read; it is not over, so losses count up to the day before. */
	readonly asOf: number;
	/** The first day and the last with anything in the rows; of an empty base they mean nothing. */
	readonly firstDay: number;
	readonly lastDay: number;
	/** Days without a purchase or visit after which a customer has left; null where subscriptions say it. */
	readonly churnWindow: number | null;
	/** Days without a subscription that are no loss yet; null where a churn window says it. */
	readonly allowedGap: number | null;
}

/** What a row says of when a customer has left: the churn window, or with subscriptions the allowed gap. */
export const windowField = ({ churnWindow, allowedGap }: Edges): { readonly churnWindow?: number; readonly allowedGap?: number | null } =>
	churnWindow === null ? { allowedGap } : { churnWindow };

type Value = string | number | boolean | null | Record<string, number>;

/** The fields of an output item about a customer. */
export type StoryFields = Record<string, Value>;

/**
 * Adds what a kind of business knows of a loss, besides its dates, to the fields of its item, and answers which
 * entry of the input told last of the customer before it. The fields are added to, since making two objects of
 * each and joining them costs more than all the rest of the story.
 */
export type TellStory = (loss: Loss, fields: StoryFields) => number;

export interface CustomerBase extends Edges {
	readonly ledger: SpellLedger;
	/** What happened, an event a row: groups and kept columns are read off it. */
	readonly history: History;
	readonly groupColumns: readonly GroupColumn[];
	/** The names of the currencies that currency numbers stand for. */
	readonly currencies: readonly string[];
	/** What customers spent, in a currency or in all (null); null where the rows carry no amounts. */
	readonly spendIn: ((currency: number | null) => Spend) | null;
	/** Why customers left; null where no row says it. */
	readonly leaving: Leaving | null;
	/** How the output names a customer. */
	readonly idOf: (customer: number) => string | number;
	/** Tells losses in order of customer, then of time. */
	readonly storyTeller: () => TellStory;
}
