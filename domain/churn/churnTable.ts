import type { PeriodCells } from './cells';
import type { ChurnRow } from './rowFields';
import { churnRow } from './churnRow';
import type { Loss } from './movements';
import { measuredCells } from './measuredCells';
import type { ChurnQuestion } from './question';
import { EVERYBODY } from './question';
import type { LeavingCounts } from './leaving';
import { countsOfLeaving } from './leaving';

export interface ChurnTable {
	readonly rows: readonly ChurnRow[];
	/** In order of customer, then of time. */
	readonly losses: readonly Loss[];
}

/** Answers how many losses of a period and group are of each kind; null where no row says why customers left. */
function leavingByCell({ leaving, grouping }: ChurnQuestion, losses: readonly Loss[]): (period: number, group: number) => LeavingCounts | null {
	if (leaving === null) return () => null;
	const keyOf = (period: number, group: number) => `${period} ${group}`;
	const spellsOf = new Map<string, number[]>();
	for (const { period, customer, spell } of losses) {
		for (const group of [EVERYBODY, ...(grouping ? [grouping.groupOf(customer, period)] : [])]) {
			const key = keyOf(period, group);
			const spells = spellsOf.get(key);
			if (spells) spells.push(spell);
			else spellsOf.set(key, [spell]);
		}
	}
	return (period, group) => countsOfLeaving(spellsOf.get(keyOf(period, group)) ?? [], leaving);
}

/**
 * How many customers left in each period, at which rate, and what did it cost?
 *
 * A row per period, group and currency: in order of period, then everybody before the groups by name, then
 * currency. The counts always satisfy E = S + N + R − L. A rate is null in a period that begins before the
 * first day plus the churn window (`leftEdge`, before any other reason) and in one that is not over
 * (`periodUnfinished`). DOMAIN C1–C10, C16.
 */
export function churnTable(question: ChurnQuestion): ChurnTable {
	const { losses, currencies, periods } = measuredCells(question);
	const leavingOf = leavingByCell(question, losses);

	const rows: ChurnRow[] = [];
	let earlier: PeriodCells | null = null;
	let index = 0;
	for (const { cells, spenders } of periods()) {
		for (const cell of cells.byGroup.values()) {
			currencies.forEach((currency, which) => {
				const ofCell = spenders[which]?.get(cell.group) ?? null;
				rows.push(churnRow(question, { cell, cells, earlier, currency, spenders: ofCell, leaving: leavingOf(index, cell.group) }));
			});
		}
		earlier = cells;
		index++;
	}
	return { rows, losses };
}
