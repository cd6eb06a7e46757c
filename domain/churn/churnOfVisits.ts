import type { GroupColumn } from '../ledger/groups';
import { groupingOf } from '../ledger/groups';
import type { History } from '../ledger/history';
import { spellsFromVisits } from '../ledger/spells';
import type { PeriodUnitId, WeekDay } from '../time';
import { periodsCovering } from '../time';
import type { ChurnAdvice } from './advice';
import { adviceOn } from './advice';
import type { ChurnedCustomer } from './churnedCustomers';
import { churnedCustomers } from './churnedCustomers';
import type { ChurnRow } from './rowFields';
import { churnTable } from './churnTable';
import type { ChurnDefinition } from './definition';
import type { Loss } from './movements';
import type { ChurnQuestion } from './question';

/** A history of purchases or visits, and what it is grouped by. */
export interface Visits {
	readonly history: History;
	readonly groupColumns: readonly GroupColumn[];
	readonly currencies: readonly string[];
	readonly asOf: { readonly day: number };
	readonly customers: { idOf(customer: number): string | number };
}

export interface ChurnSettings extends Pick<ChurnQuestion, 'valuePerCustomer' | 'costOfKeeping' | 'replacementFactor' | 'acceptableRate'> {
	readonly periodUnit: PeriodUnitId;
	readonly weekStartsOn: WeekDay;
	/** Days without a purchase after which a customer has left; at least 1. */
	readonly churnWindow: number;
	readonly definition: ChurnDefinition;
	/** Which losses to list: every one, or those of the latest complete period who are not back. */
	readonly losses: 'every' | 'latestNotBack';
	/** How many of the latest complete periods to give; null for all, also the one that is not over. */
	readonly lastPeriods: number | null;
	readonly timeZone: string;
}

export interface ChurnOfVisits {
	readonly rows: readonly ChurnRow[];
	readonly churnedCustomers: readonly ChurnedCustomer[];
	/** What a reader of all periods should be told. */
	readonly advice: readonly ChurnAdvice[];
}

/**
 * How many customers left in each period, when a visit keeps one for the churn window?
 *
 * The periods reach from the first visit to the last day known: that of the last visit or the day before
 * As Of, whichever is later. All are computed, those asked for are given.
 */
export function churnOfVisits(visits: Visits, settings: ChurnSettings): ChurnOfVisits {
	const { history, groupColumns, currencies } = visits;
	const asOf = visits.asOf.day;
	const ledger = spellsFromVisits(history, settings.churnWindow, asOf);
	const lastDayKnown = Math.max(history.lastDay, asOf - 1);
	const periods = history.row.length === 0 ? [] : periodsCovering(history.firstDay, lastDayKnown, settings.periodUnit, settings.weekStartsOn);
	const grouping = groupColumns.length === 0 ? null : groupingOf(history, groupColumns, periods);
	const question = { ...settings, history, ledger, periods, grouping, asOf, currencies };
	const { rows, losses } = churnTable(question);

	const latestComplete = periods.findLastIndex(({ end }) => end <= asOf);
	const given = givenPeriods(settings.lastPeriods, latestComplete, periods.length);
	const labels = new Set(periods.slice(given.first, given.end).map(({ label }) => label));
	const isListed = ({ period, spell, customer }: Loss): boolean => {
		if (settings.losses === 'every') return period >= given.first && period < given.end;
		return period === latestComplete && spell + 1 === ledger.firstSpell[customer + 1];
	};
	return {
		rows: rows.filter(({ period }) => labels.has(period as string)),
		churnedCustomers: churnedCustomers(losses.filter(isListed), { ...question, idOf: visits.customers.idOf }),
		advice: adviceOn(rows, settings.churnWindow),
	};
}

/** Which periods are given: all, or so many that end with the latest complete one. */
function givenPeriods(lastPeriods: number | null, latestComplete: number, periodCount: number) {
	if (lastPeriods === null) return { first: 0, end: periodCount };
	return { first: Math.max(0, latestComplete + 1 - lastPeriods), end: latestComplete + 1 };
}
