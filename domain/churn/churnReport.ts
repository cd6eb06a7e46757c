import type { Grouping } from '../ledger/groups';
import { groupingOf } from '../ledger/groups';
import type { Period, PeriodUnitId, WeekDay } from '../time';
import { periodsCovering } from '../time';
import type { ChurnAdvice } from './advice';
import { adviceOn } from './advice';
import type { ChurnedCustomer } from './churnedCustomers';
import { churnedCustomers } from './churnedCustomers';
import type { ChurnRow } from './rowFields';
import { churnTable } from './churnTable';
import type { CustomerBase } from './customerBase';
import type { ChurnDefinition } from './definition';
import type { Loss } from './movements';
import type { ChurnQuestion } from './question';

export interface Calendar {
	readonly periodUnit: PeriodUnitId;
	readonly weekStartsOn: WeekDay;
}

export interface ChurnSettings
	extends Calendar,
		Pick<ChurnQuestion, 'valuePerCustomer' | 'costOfKeeping' | 'replacementFactor' | 'acceptableRate'> {
	readonly definition: ChurnDefinition;
	/** Which losses to list: every one, or those of the latest complete period who are not back. */
	readonly losses: 'every' | 'latestNotBack';
	/** How many of the latest complete periods to give; null for all, also the one that is not over. */
	readonly lastPeriods: number | null;
	readonly timeZone: string;
}

export interface ChurnReport {
	readonly rows: readonly ChurnRow[];
	readonly churnedCustomers: readonly ChurnedCustomer[];
	/** What a reader of all periods should be told. */
	readonly advice: readonly ChurnAdvice[];
}

/** The periods from the first day to the last day known: that of the last row or the day before As Of, whichever is later. */
export function periodsOf({ history, firstDay, lastDay, asOf }: CustomerBase, { periodUnit, weekStartsOn }: Calendar): Period[] {
	const isEmpty = history.row.length === 0;
	return isEmpty ? [] : periodsCovering(firstDay, Math.max(lastDay, asOf - 1), periodUnit, weekStartsOn);
}

/** The groups that the base's columns make in these periods; null where it has no columns to group by. */
export const groupsIn = ({ history, groupColumns }: CustomerBase, periods: readonly Period[]): Grouping | null =>
	groupColumns.length === 0 ? null : groupingOf(history, groupColumns, periods);

/**
 * How many customers left in each period, and who?
 *
 * All periods of the base are computed, those asked for are given. DOMAIN C1–C10, C13, C16.
 */
export function churnReport(base: CustomerBase, settings: ChurnSettings): ChurnReport {
	const { asOf, ledger } = base;
	const periods = periodsOf(base, settings);
	const question = { ...settings, ...base, periods, grouping: groupsIn(base, periods) };
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
		churnedCustomers: churnedCustomers(losses.filter(isListed), question),
		advice: adviceOn(rows, base),
	};
}

/** Which periods are given: all, or so many that end with the latest complete one. */
export function givenPeriods(lastPeriods: number | null, latestComplete: number, periodCount: number) {
	if (lastPeriods === null) return { first: 0, end: periodCount };
	return { first: Math.max(0, latestComplete + 1 - lastPeriods), end: latestComplete + 1 };
}
