/** A cell is one population in one period; here it gets its rate and is compared with its neighbours. */
import type { NullReason } from '../problems';
import type { Period } from '../time';
import type { ComparisonOrReason, RateAndMix } from './change';
import { compareRates, confidenceAmongGroups, rateAndMix, sharesDays } from './change';
import type { Fraction } from './definition';
import type { Movements } from './movements';
import { addMovements, withoutMovements } from './movements';
import type { ChurnQuestion } from './question';
import { EVERYBODY, reasonAgainst } from './question';

export interface Cell {
	readonly group: number;
	readonly movements: Movements;
	readonly rate: Fraction;
	/** Why the rate is not given, null where it is. */
	readonly reason: NullReason | null;
}

/** The cells of a period by group: EVERYBODY first, then the groups in the order of their names. */
export interface PeriodCells {
	readonly period: Period;
	readonly everybody: Cell;
	readonly byGroup: ReadonlyMap<number, Cell>;
}

export function cellsOf(question: ChurnQuestion, period: Period, movements: ReadonlyMap<number, Movements>): PeriodCells {
	const days = period.end - period.start;
	const cellOf = (group: number, ofGroup: Movements): Cell => {
		const rate = question.definition.compute(ofGroup, days);
		return { group, movements: ofGroup, rate, reason: reasonAgainst(period, question) ?? rate.value.reason };
	};
	const everybody = cellOf(EVERYBODY, addMovements(movements.values(), days));
	const byGroup = new Map([[EVERYBODY, everybody]]);
	const names = question.grouping?.names;
	if (names) {
		const groups = [...movements.keys()].sort((one, other) => (names[one] < names[other] ? -1 : 1));
		for (const group of groups) byGroup.set(group, cellOf(group, movements.get(group)!));
	}
	return { period, everybody, byGroup };
}

/** The cell against the same population one period before. */
export function changeOf(
	{ definition }: ChurnQuestion,
	cell: Cell,
	{ period }: PeriodCells,
	earlier: PeriodCells | null,
): ComparisonOrReason {
	if (cell.reason) return { reason: cell.reason };
	const earlierCell = earlier?.byGroup.get(cell.group);
	if (!earlier || !earlierCell || earlierCell.reason) return { reason: 'noPreviousPeriod' };
	if (sharesDays(period, earlier.period)) return { reason: 'overlappingPeriods' };
	return compareRates(definition, cell.rate, earlierCell.rate);
}

const ABSENT: Fraction = { numerator: 0, denominator: 0, value: { value: null, reason: 'noCustomers' } };

/** How much of everybody's change is rates and how much is mix; null where that cannot be told. DOMAIN C8. */
export function splitOfChange(
	{ definition }: ChurnQuestion,
	cell: Cell,
	cells: PeriodCells,
	earlier: PeriodCells | null,
): RateAndMix | null {
	if (!definition.partsAddUp) return null;
	const isComparable = cell.group === EVERYBODY && cell.reason === null && earlier?.everybody.reason === null;
	if (!isComparable) return null;
	const groups = new Set([...cells.byGroup.keys(), ...earlier.byGroup.keys()]);
	groups.delete(EVERYBODY);
	if (groups.size === 0) return null;
	return rateAndMix(
		[...groups].map((group) => ({
			earlier: earlier.byGroup.get(group)?.rate ?? ABSENT,
			later: cells.byGroup.get(group)?.rate ?? ABSENT,
		})),
	);
}

/** The group against all other customers of the period, at a confidence that allows for the number of groups. DOMAIN C8. */
export function againstRest({ definition }: ChurnQuestion, cell: Cell, { period, everybody, byGroup }: PeriodCells): ComparisonOrReason {
	if (cell.group === EVERYBODY) return { reason: 'notApplicable' };
	if (cell.reason) return { reason: cell.reason };
	const rest = withoutMovements(everybody.movements, cell.movements);
	const restRate = definition.compute(rest, period.end - period.start);
	if (restRate.value.reason) return { reason: 'noRest' };
	const comparedGroups = [...byGroup.values()].filter(({ group, reason }) => group !== EVERYBODY && reason === null);
	return compareRates(definition, cell.rate, restRate, confidenceAmongGroups(comparedGroups.length));
}
