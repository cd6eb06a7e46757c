import type { GroupColumn } from '../ledger/groups';
import type { History } from '../ledger/history';
import { spendOfTerms } from '../ledger/spend';
import type { TermColumns, Terms } from '../ledger/terms';
import { spellsFromTerms, termsOf } from '../ledger/terms';
import type { CustomerBase } from './customerBase';
import type { KindOfLeaving } from './leaving';
import { leavingOf } from './leavingOf';
import { termStories } from './termStories';

/** Why terms ended: texts, of which the first is blank, what kind of leaving each tells of, and which each term has. */
export interface LeavingReasons {
	readonly texts: readonly string[];
	readonly kinds: readonly KindOfLeaving[];
	readonly ofTerm: Int32Array;
}

/** Subscriptions as columns, and what they are grouped by. */
export interface Subscriptions {
	readonly terms: TermColumns;
	/** Which entry of the history's columns each term came from. */
	readonly rowOfTerm: Int32Array;
	/** An event for each row, on the day it starts. */
	readonly history: History;
	/** The plans by row; null where no column names them. */
	readonly plans: GroupColumn | null;
	readonly reasons: LeavingReasons | null;
	readonly groupColumns: readonly GroupColumn[];
	readonly currencies: readonly string[];
	readonly asOf: { readonly day: number };
	/** The last day up to As Of on which something ended; null where nothing has. */
	readonly lastEnd: number | null;
	readonly customers: { idOf(customer: number): string | number };
}

export interface SubscriptionBase extends CustomerBase {
	readonly terms: Terms;
}

/** The customer base of a business with contracts; a stretch of at most `allowedGap` days without one is no loss. */
export function baseOfTerms(subscriptions: Subscriptions, allowedGap: number): SubscriptionBase {
	const { history, groupColumns, currencies, asOf, lastEnd, customers } = subscriptions;
	const terms = termsOf(subscriptions.terms, allowedGap, asOf.day);
	const ledger = spellsFromTerms(terms);
	const leaving = leavingOf(subscriptions, terms, ledger);
	return {
		terms,
		ledger,
		history,
		groupColumns,
		currencies,
		asOf: asOf.day,
		firstDay: history.firstDay,
		lastDay: Math.max(history.lastDay, lastEnd ?? -Infinity),
		churnWindow: null,
		allowedGap,
		spendIn: terms.monthlyAmount === null ? null : (currency) => spendOfTerms(terms, currency),
		leaving,
		idOf: customers.idOf,
		storyTeller: () => termStories(subscriptions, terms, ledger, leaving),
	};
}
