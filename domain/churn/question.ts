import type { KnownDays } from '../edges';
import { reasonAgainstPeriod } from '../edges';
import type { Grouping } from '../ledger/groups';
import type { NullReason } from '../problems';
import type { Period, PeriodUnitId } from '../time';
import type { CustomerBase, Edges } from './customerBase';
import type { ChurnDefinition } from './definition';

/** The group number that stands for all customers. */
export const EVERYBODY = -1;

/** All that a table of churn rates depends on. */
export interface ChurnQuestion extends CustomerBase {
	readonly periods: readonly Period[];
	readonly definition: ChurnDefinition;
	readonly grouping: Grouping | null;
	readonly periodUnit: PeriodUnitId;
	/** What one customer brings in a period, in whole currency units; null to take it from the amounts. */
	readonly valuePerCustomer: number | null;
	/** What keeping one customer costs in a period, and how many times as much replacing one costs. */
	readonly costOfKeeping: number | null;
	readonly replacementFactor: number;
	/** The acceptable churn rate as a share; null where none is set. */
	readonly acceptableRate: number | null;
	readonly timeZone: string;
}

/** The days of which losses are known: after the first churn window, and once allowed gaps have passed. DOMAIN C7. */
export const knownDaysOf = ({ asOf, firstDay, churnWindow, allowedGap }: Edges): KnownDays => ({
	ratedFrom: firstDay + (churnWindow ?? 0),
	asOf,
	settlingDays: allowedGap ?? 0,
});

/** Why no rate of a period can be known, whatever the numbers; null where one can. */
export const reasonAgainst = (period: Period, edges: Edges): NullReason | null => reasonAgainstPeriod(period, knownDaysOf(edges));
