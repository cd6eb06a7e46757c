import type { History } from '../ledger/history';
import { spellsFromVisits } from '../ledger/spells';
import { spendOfVisits } from '../ledger/spend';
import type { GroupColumn } from '../ledger/groups';
import type { CustomerBase } from './customerBase';
import { visitStories } from './visitStories';

/** A history of purchases or visits, and what it is grouped by. */
export interface Visits {
	readonly history: History;
	readonly groupColumns: readonly GroupColumn[];
	readonly currencies: readonly string[];
	readonly asOf: { readonly day: number };
	readonly customers: { idOf(customer: number): string | number };
}

/** The customer base of a business without contracts: a visit keeps a customer for `churnWindow` days, at least 1. */
export function baseOfVisits({ history, groupColumns, currencies, asOf, customers }: Visits, churnWindow: number): CustomerBase {
	const ledger = spellsFromVisits(history, churnWindow, asOf.day);
	return {
		ledger,
		history,
		groupColumns,
		currencies,
		asOf: asOf.day,
		firstDay: history.firstDay,
		lastDay: history.lastDay,
		churnWindow,
		allowedGap: null,
		spendIn: history.amount === null ? null : (currency) => spendOfVisits(history, churnWindow, currency),
		leaving: null,
		idOf: customers.idOf,
		storyTeller: () => visitStories(history, ledger, currencies),
	};
}
