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

/** Which periods and which losses of them are listed. */
type Listing = Pick<ChurnSettings, 'losses' | 'lastPeriods'>;

/** Which of the rows are given: of all periods, or of so many that end with the latest complete one. */
function givenPeriods(periods: readonly Period[], asOf: number, lastPeriods: number | null) {
	const latestComplete = periods.findLastIndex(({ end }) => end <= asOf);
	const first = lastPeriods === null ? 0 : Math.max(0, latestComplete + 1 - lastPeriods);
	const end = lastPeriods === null ? periods.length : latestComplete + 1;
	return { latestComplete, first, end };
}

/** The rows of the periods that are given. */
export function rowsGiven<Row extends { readonly period: unknown }>(rows: readonly Row[], periods: readonly Period[], asOf: number, { lastPeriods }: Listing): Row[] {
	const { first, end } = givenPeriods(periods, asOf, lastPeriods);
	const labels = new Set<unknown>(periods.slice(first, end).map(({ label }) => label));
	return rows.filter(({ period }) => labels.has(period));
}

/** The churned customers that are listed. */
export function customersListed(allLosses: readonly Loss[], question: ChurnQuestion, { losses, lastPeriods }: Listing): ChurnedCustomer[] {
	const { ledger, periods, asOf } = question;
	const { latestComplete, first, end } = givenPeriods(periods, asOf, lastPeriods);
	const isListed = ({ period, spell, customer }: Loss): boolean => {
		if (losses === 'every') return period >= first && period < end;
		return period === latestComplete && spell + 1 === ledger.firstSpell[customer + 1];
	};
	return churnedCustomers(allLosses.filter(isListed), question);
}

/**
 * How many customers left in each period, and who?
 *
 * All periods of the base are computed, those asked for are given. DOMAIN C1–C10, C13, C16.
 */
export function churnReport(base: CustomerBase, settings: ChurnSettings): ChurnReport {
	const periods = periodsOf(base, settings);
	const question = { ...settings, ...base, periods, grouping: groupsIn(base, periods) };
	const { rows, losses } = churnTable(question);
	return {
		rows: rowsGiven(rows, periods, base.asOf, settings),
		churnedCustomers: customersListed(losses, question, settings),
		advice: adviceOn(rows, base),
	};
}
