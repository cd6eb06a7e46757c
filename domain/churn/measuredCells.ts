import type { PeriodCells } from './cells';
import { cellsOf } from './cells';
import { startOfPeriod } from './definitions/startOfPeriod';
import type { Loss } from './movements';
import { movementsOf } from './movements';
import type { ChurnQuestion } from './question';
import { reasonAgainst } from './question';
import type { Spenders } from './spenders';
import { spenderRoll } from './spenders';

export interface MeasuredPeriod {
	readonly cells: PeriodCells;
	/** By currency, then by group: what those here as the period opened brought; null in a period without a rate. */
	readonly spenders: ReadonlyArray<ReadonlyMap<number, Spenders> | null>;
}

export interface MeasuredCells {
	/** In order of customer, then of time. */
	readonly losses: readonly Loss[];
	/** The currencies that a cell is told in; one that is null where none is named. */
	readonly currencies: ReadonlyArray<string | null>;
	/** In order of time; what a period says of spenders holds until the next is asked for. */
	periods(): Generator<MeasuredPeriod>;
}

/** Counts who moved in each period, by group, with what those who were here brought; where the rows carry amounts. */
export function measuredCells(question: ChurnQuestion): MeasuredCells {
	const { ledger, periods, grouping, spendIn } = question;
	const { movements, losses } = movementsOf(ledger, periods, grouping?.groupOf);
	const isLostSpell = new Uint8Array(ledger.start.length);
	for (const loss of losses) if (startOfPeriod.counts(loss)) isLostSpell[loss.spell] = 1;
	const currencies = question.currencies.length > 0 ? question.currencies.map((name) => name || null) : [null];
	return {
		losses,
		currencies,
		*periods() {
			const rolls = spendIn === null ? [] : currencies.map((_, index) => spenderRoll(question, spendIn(currencies.length > 1 ? index : null), isLostSpell));
			for (const [index, period] of periods.entries()) {
				const cells = cellsOf(question, period, movements[index]);
				const isMeasured = reasonAgainst(period, question) === null;
				yield { cells, spenders: rolls.map((roll) => (isMeasured ? roll(index, cells) : null)) };
			}
		},
	};
}
