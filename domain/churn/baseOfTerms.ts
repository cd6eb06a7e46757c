import { spendOfTerms } from '../ledger/spend';
import type { Terms } from '../ledger/terms';
import { spellsFromTerms, termsOf } from '../ledger/terms';
import type { CustomerBase } from './customerBase';
import { leavingOf } from './leavingOf';
import type { Subscriptions } from './subscriptions';
import { termStories } from './termStories';

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
