import type { Cell } from '../churn/cells';
import type { MoneyOrReason } from '../churn/cellMoney';
import { moneyOf } from '../churn/cellMoney';
import { measuredCells } from '../churn/measuredCells';
import type { ChurnQuestion } from '../churn/question';
import { EVERYBODY } from '../churn/question';
import type { NullReason } from '../problems';

/** Churn of one population, all periods with a rate together. */
export interface PooledChurn {
	/** By period: customers lost by the start-of-period rule, and customers here at its start. */
	readonly lost: readonly number[];
	readonly atStart: readonly number[];
	/** What a customer brings in a period, on average of all who were here; null where it is not known. */
	readonly valuePerPeriod: number | null;
	/** Why it is not known. */
	readonly reason: NullReason | null;
}

/** One period of one population. */
interface Part {
	readonly cell: Cell;
	/** Why the period has no rate to pool; null where it has one. */
	readonly reason: NullReason | null;
	readonly money: MoneyOrReason;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Why no period has a rate: what the last one says that is over. */
function whyNone(parts: readonly Part[]): NullReason {
	const reasons = parts.map(({ reason }) => reason);
	return reasons.findLast((reason) => reason !== 'periodUnfinished') ?? reasons.at(-1) ?? 'noCustomersAtStart';
}

function poolOf(parts: readonly Part[]): PooledChurn {
	const rated = parts.filter(({ reason }) => reason === null);
	if (rated.length === 0) return { lost: [], atStart: [], valuePerPeriod: null, reason: whyNone(parts) };
	const lost = rated.map(({ cell }) => cell.movements.churnedAtEnd);
	const atStart = rated.map(({ cell }) => cell.movements.customersAtStart);
	const unknown = rated.map(({ money }) => ('reason' in money ? money.reason : null)).find((reason) => reason !== null && reason !== 'noSpend');
	if (unknown) return { lost, atStart, valuePerPeriod: null, reason: unknown };
	const brought = rated.map(({ money }, index) => ('reason' in money ? 0 : money.valuePerCustomer * atStart[index]));
	return { lost, atStart, valuePerPeriod: sumOf(brought) / sumOf(atStart), reason: null };
}

/**
 * Of all customers at the start of a period, how many were lost, and what did one bring?
 *
 * Answers by name of the group (null for everybody) and by number of the currency. A period is pooled that has a rate
 * and does not open before `watchedFrom`, where losses may be missing. One in which customers brought nothing counts
 * in the average as 0. DOMAIN C12.
 */
export function pooledChurn(question: ChurnQuestion, watchedFrom: number): (group: string | null, currency: number) => PooledChurn {
	const measured = measuredCells(question);
	const partsOf = new Map<string | null, Part[][]>();
	for (const { cells, spenders } of measured.periods()) {
		for (const cell of cells.byGroup.values()) {
			const name = cell.group === EVERYBODY ? null : question.grouping!.names[cell.group];
			const byCurrency = partsOf.get(name) ?? measured.currencies.map((): Part[] => []);
			partsOf.set(name, byCurrency);
			const reason = cells.period.start < watchedFrom ? 'leftEdge' : cell.reason;
			byCurrency.forEach((parts, which) => parts.push({ cell, reason, money: moneyOf(question, cells.period, cell, spenders[which]?.get(cell.group) ?? null) }));
		}
	}
	return (group, currency) => poolOf(partsOf.get(group)?.[currency] ?? []);
}
