/** A cell is one population in one period and currency; here it is set beside its neighbours. */
import type { ComparisonOrReason } from '../churn/change';
import { compareEstimates, confidenceAmongGroups } from '../churn/change';
import { EVERYBODY } from '../churn/question';
import type { NullReason } from '../problems';
import { DEFAULT_CONFIDENCE } from '../statistics/interval';
import type { Period } from '../time';
import type { RevenueQuestion } from './question';
import { reasonAgainstPeriod } from '../edges';
import type { RevenueMovements } from './revenueMovements';
import { addRevenue, othersOf } from './revenueMovements';
import { grossEstimate, reasonWithoutRates } from './revenueRates';

/** The losses of several periods, added up. */
export interface PooledChurn {
	/** Customers lost, and customers at the start, each period's added up. */
	readonly lost: number;
	readonly atStart: number;
}

export interface RevenueCell {
	readonly group: number;
	readonly movements: RevenueMovements;
	/** All customers who are not in the group; null for everybody. */
	readonly rest: RevenueMovements | null;
	/** Why the rates are not given, null where they are. */
	readonly reason: NullReason | null;
	/** The losses of the population in all periods with rates up to this one. */
	readonly pooled: PooledChurn;
}

/** The cells of one period and currency by group: EVERYBODY, then the groups. */
export interface RevenueCells {
	readonly period: Period;
	readonly byGroup: ReadonlyMap<number, RevenueCell>;
	/** With which confidence each group is compared with its rest. */
	readonly confidenceAgainstRest: number;
}

/** Whether a group can be compared with its rest, both with an interval. */
const isCompared = ({ movements, rest, reason }: RevenueCell): boolean =>
	reason === null && rest !== null && [movements, rest].every((population) => typeof grossEstimate(population) !== 'string');

/**
 * The cells of every period, in order of time, for one currency.
 *
 * The losses pooled for the lifetime value are those of the periods that are complete, settled and past the left
 * edge, also where the amounts give no rate. DOMAIN C12.
 */
export function revenueCells(
	question: RevenueQuestion,
	movements: ReadonlyArray<ReadonlyMap<number, RevenueMovements>>,
): RevenueCells[] {
	const pools = new Map<number, PooledChurn>();
	return question.periods.map((period, index) => {
		const blocked = reasonAgainstPeriod(period, question);
		const pooledWith = (group: number, { churnedCustomers, customersAtStart }: RevenueMovements): PooledChurn => {
			const before = pools.get(group) ?? { lost: 0, atStart: 0 };
			if (blocked) return before;
			const pooled = { lost: before.lost + churnedCustomers, atStart: before.atStart + customersAtStart };
			pools.set(group, pooled);
			return pooled;
		};
		const cellOf = (group: number, ofGroup: RevenueMovements, rest: RevenueMovements | null): RevenueCell => ({
			group,
			movements: ofGroup,
			rest,
			reason: blocked ?? reasonWithoutRates(ofGroup),
			pooled: pooledWith(group, ofGroup),
		});
		const parts = [...movements[index].values()];
		const byGroup = new Map([[EVERYBODY, cellOf(EVERYBODY, addRevenue(parts), null)]]);
		if (question.grouping) {
			const rests = othersOf(parts);
			[...movements[index].keys()].forEach((group, part) => byGroup.set(group, cellOf(group, parts[part], rests[part])));
		}
		const comparedGroups = [...byGroup.values()].filter(isCompared).length;
		return { period, byGroup, confidenceAgainstRest: confidenceAmongGroups(Math.max(1, comparedGroups)) };
	});
}

/** By how much is the gross churn of one population above that of another, both with an interval? */
function compareGross(one: RevenueMovements, other: RevenueMovements, confidence: number): ComparisonOrReason {
	const first = grossEstimate(one, confidence);
	if (typeof first === 'string') return { reason: first };
	const second = grossEstimate(other, confidence);
	if (typeof second === 'string') return { reason: second };
	return { comparison: compareEstimates(first, second) };
}

/** The gross churn of the cell against the same population's one period before. */
export function changeOfGross(cell: RevenueCell, earlier: RevenueCells | null): ComparisonOrReason {
	if (cell.reason) return { reason: cell.reason };
	const earlierCell = earlier?.byGroup.get(cell.group);
	if (!earlierCell || earlierCell.reason) return { reason: 'noPreviousPeriod' };
	return compareGross(cell.movements, earlierCell.movements, DEFAULT_CONFIDENCE);
}

/**
 * The gross churn of the group against all other customers', at a confidence that allows for the number of
 * groups compared. DOMAIN C8.
 */
export function grossAgainstRest({ movements, rest, reason }: RevenueCell, { confidenceAgainstRest }: RevenueCells): ComparisonOrReason {
	if (rest === null) return { reason: 'notApplicable' };
	if (reason) return { reason };
	return rest.startMrr === 0 ? { reason: 'noRest' } : compareGross(movements, rest, confidenceAgainstRest);
}
