import type { Grouping } from '../ledger/groups';
import type { History } from '../ledger/history';
import type { SpellLedger } from '../ledger/spells';
import type { NullReason } from '../problems';
import type { Period } from '../time';
import type { ChurnDefinition } from './definition';

/** The group number that stands for all customers. */
export const EVERYBODY = -1;

/** All that a table of churn rates depends on. */
export interface ChurnQuestion {
	readonly history: History;
	readonly ledger: SpellLedger;
	readonly periods: readonly Period[];
	readonly definition: ChurnDefinition;
	readonly grouping: Grouping | null;
	/** The last day that is read; it is not over, so losses count up to the day before. */
	readonly asOf: number;
	/** Days without a purchase after which a customer has left. */
	readonly churnWindow: number;
	/** The names of the currencies that the history's currency numbers stand for. */
	readonly currencies: readonly string[];
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
 * says `leftEdge`, before any other reason. A period is over when its end is on As Of or before. DOMAIN C7.
 */
export function reasonAgainst(period: Period, { asOf, history, churnWindow }: ChurnQuestion): NullReason | null {
	if (period.start < history.firstDay + churnWindow) return 'leftEdge';
	return period.end > asOf ? 'periodUnfinished' : null;
}
