import { EVERYBODY } from '../churn/question';
import type { Grouping } from '../ledger/groups';
import type { RevenueQuestion } from './question';
import type { RevenueCells } from './revenueCells';
import { revenueCells } from './revenueCells';
import { revenueMovements } from './revenueMovements';
import { revenueRow } from './revenueRow';
import type { RevenueRow } from './revenueRowFields';

/** The groups somebody of whom paid in some currency: EVERYBODY, then by name. */
function groupsOf(cellsByCurrency: readonly RevenueCells[], grouping: Grouping | null): number[] {
	const groups = new Set(cellsByCurrency.flatMap(({ byGroup }) => [...byGroup.keys()]));
	groups.delete(EVERYBODY);
	const names = grouping?.names ?? [];
	return [EVERYBODY, ...[...groups].sort((one, other) => (names[one] < names[other] ? -1 : 1))];
}

/**
 * How much revenue was lost in each period, at which rate, and what came instead?
 *
 * A row per period, group and currency: in order of period, then everybody before the groups by name, then
 * currency. Everybody has a row in every currency, a group only in those it paid in as the period opened or
 * closed. The amounts always satisfy end = start + new + expansion + reactivation − contraction − churned. The
 * rates are null at the left edge (before any other reason), in a period that is not over, and in one whose
 * losses can still be undone. DOMAIN C7, C8, C11, C12.
 */
export function revenueTable(question: RevenueQuestion): RevenueRow[] {
	const { terms, periods, grouping, currencies } = question;
	const rowCurrencies = currencies.length > 0 ? currencies : [null];
	const cellsOf = rowCurrencies.map((_, index) =>
		revenueCells(question, revenueMovements(terms, periods, rowCurrencies.length > 1 ? index : null, grouping?.groupOf)),
	);
	return periods.flatMap((_, index) =>
		groupsOf(cellsOf.map((cells) => cells[index]), grouping).flatMap((group) =>
			rowCurrencies.flatMap((currency, which) => {
				const cells = cellsOf[which][index];
				const cell = cells.byGroup.get(group);
				if (!cell) return [];
				return [revenueRow(question, { cell, cells, earlier: cellsOf[which][index - 1] ?? null, currency: currency || null })];
			}),
		),
	);
}
