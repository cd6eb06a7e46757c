import type { Grouping } from '../ledger/groups';
import type { NullReason } from '../problems';
import type { Period } from '../time';
import type { CustomerBase, Edges } from './customerBase';
import type { ChurnDefinition } from './definition';

/** The group number that stands for all customers. */
export const EVERYBODY = -1;

/** All that a table of churn rates depends on. */
export interface ChurnQuestion extends CustomerBase {
	readonly periods: readonly Period[];
	readonly definition: ChurnDefinition;
	readonly grouping: Grouping | null;
	/** What one customer brings in a period, in whole currency units; null to take it from the amounts. */
	readonly valuePerCustomer: number | null;
	/** What keeping one customer costs in a period, and how many times as much replacing one costs. */
	readonly costOfKeeping: number | null;
	readonly replacementFactor: number;
	/** The acceptable churn rate as a share; null where none is set. */
	readonly acceptableRate: number | null;
	readonly timeZone: string;
}

/**
 * Why no rate of a period can be known, whatever the numbers
 *
 * A log shows no loss in its first days, so a period that begins before the first day plus the churn window
 * says `leftEdge`, before any other reason. A period is over when its end is on As Of or before; where gaps
 * are allowed, its last losses may be undone for that long after it. DOMAIN C7.
 */
export function reasonAgainst(period: Period, { asOf, firstDay, churnWindow, allowedGap }: Edges): NullReason | null {
	if (period.start < firstDay + (churnWindow ?? 0)) return 'leftEdge';
	if (period.end > asOf) return 'periodUnfinished';
	return period.end + (allowedGap ?? 0) > asOf ? 'withinAllowedGap' : null;
}
