import type { PeriodCells } from './cells';
import { cellsOf } from './cells';
import type { ChurnRow } from './rowFields';
import { churnRow } from './churnRow';
import { startOfPeriod } from './definitions/startOfPeriod';
import type { Loss } from './movements';
import { movementsOf } from './movements';
import type { ChurnQuestion } from './question';
import { EVERYBODY, reasonAgainst } from './question';
import type { LeavingCounts } from './leaving';
import { countsOfLeaving } from './leaving';
import { spenderRoll } from './spenders';

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
	const { ledger, periods, grouping, currencies, spendIn } = question;
	const { movements, losses } = movementsOf(ledger, periods, grouping?.groupOf);
	const isLostSpell = new Uint8Array(ledger.start.length);
	for (const loss of losses) if (startOfPeriod.counts(loss)) isLostSpell[loss.spell] = 1;
	const rowCurrencies = currencies.length > 0 ? currencies : [null];
	const rolls = spendIn === null ? [] : rowCurrencies.map((_, index) => spenderRoll(question, spendIn(rowCurrencies.length > 1 ? index : null), isLostSpell));
	const leavingOf = leavingByCell(question, losses);

	const rows: ChurnRow[] = [];
	let earlier: PeriodCells | null = null;
	periods.forEach((period, index) => {
		const cells = cellsOf(question, period, movements[index]);
		const isMeasured = reasonAgainst(period, question) === null;
		const spenders = rolls.map((roll) => (isMeasured ? roll(index, cells) : null));
		for (const cell of cells.byGroup.values()) {
			rowCurrencies.forEach((currency, which) => {
				const ofCell = spenders[which]?.get(cell.group) ?? null;
				rows.push(churnRow(question, { cell, cells, earlier, currency: currency || null, spenders: ofCell, leaving: leavingOf(index, cell.group) }));
			});
		}
		earlier = cells;
	});
	return { rows, losses };
}
