/**
 * The table of churn rates: a row per period, group and currency.
 *
 * Brings together the movements, the chosen definition, its intervals and what the losses cost; each of
 * those is in a file of its own. Rounding happens here and nowhere before.
 */
import type { History } from '../ledger/history';
import { AMOUNT_SCALE } from '../ledger/history';
import type { Grouping } from '../ledger/groups';
import type { SpellLedger } from '../ledger/spells';
import type { NullReason } from '../problems';
import { DEFAULT_CONFIDENCE } from '../statistics/interval';
import type { Period } from '../time';
import { isoDate } from '../time';
import type { Comparison, ComparisonOrReason } from './change';
import { compareRates, confidenceAmongGroups, rateAndMix } from './change';
import type { ChurnDefinition, Fraction } from './definition';
import { includingNew } from './definitions/includingNew';
import { startOfPeriod } from './definitions/startOfPeriod';
import type { LossesInMoney } from './moneyLost';
import { moneyLost } from './moneyLost';
import type { Loss, Movements } from './movements';
import { addMovements, customerDays, movementsOf, withoutMovements } from './movements';
import type { ChurnRowField } from './rowFields';
import type { Spenders } from './spenders';
import { EVERYBODY, spenderRoll } from './spenders';
import { summaryOf } from './summary';
import type { TopFifth } from './topFifth';
import { topFifth } from './topFifth';

export interface ChurnQuestion {
	readonly history: History;
	readonly ledger: SpellLedger;
	readonly periods: readonly Period[];
	readonly definition: ChurnDefinition;
	readonly grouping: Grouping | null;
	/** The first day that is not read. */
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

export type ChurnRow = Record<ChurnRowField, string | number | boolean | null>;

export interface ChurnTable {
	readonly rows: readonly ChurnRow[];
	readonly losses: readonly Loss[];
}

/** One population in one period: what the definition makes of it. */
interface Cell {
	readonly group: number;
	readonly movements: Movements;
	readonly rate: Fraction;
	readonly reason: NullReason | null;
}

/** Why no rate of a period can be known, whatever the numbers. */
function reasonAgainst(period: Period, { asOf, history, churnWindow }: ChurnQuestion): NullReason | null {
	if (period.start < history.firstDay + churnWindow) return 'leftEdge';
	return period.end > asOf ? 'periodUnfinished' : null;
}

function cellOf(question: ChurnQuestion, period: Period, group: number, movements: Movements): Cell {
	const rate = question.definition.compute(movements, period.end - period.start);
	return { group, movements, rate, reason: reasonAgainst(period, question) ?? rate.value.reason };
}

/** The cells of a period: everybody first, then the groups by name. */
function cellsOf(question: ChurnQuestion, period: Period, byGroup: ReadonlyMap<number, Movements>): Cell[] {
	const everybody = addMovements(byGroup.values(), period.end - period.start);
	const cells = [cellOf(question, period, EVERYBODY, everybody)];
	const { grouping } = question;
	if (grouping) {
		const groups = [...byGroup.keys()].sort((one, other) => (grouping.names[one] < grouping.names[other] ? -1 : 1));
		for (const group of groups) cells.push(cellOf(question, period, group, byGroup.get(group)!));
	}
	return cells;
}

function changeOf(question: ChurnQuestion, cell: Cell, earlierCells: readonly Cell[]): ComparisonOrReason {
	if (cell.reason) return { reason: cell.reason };
	const earlier = earlierCells.find(({ group }) => group === cell.group);
	if (!earlier || earlier.reason) return { reason: 'noPreviousPeriod' };
	return compareRates(question.definition, cell.rate, earlier.rate);
}

/** How much of everybody's change is rates and how much is mix. DOMAIN C8. */
function splitOfChange(cell: Cell, cells: readonly Cell[], earlierCells: readonly Cell[]) {
	const earlierEverybody = earlierCells.find(({ group }) => group === EVERYBODY);
	const isComparable = cell.group === EVERYBODY && !cell.reason && earlierEverybody?.reason === null;
	if (!isComparable || cells.length < 2) return null;
	const absent: Fraction = { numerator: 0, denominator: 0, value: { value: null, reason: 'noCustomers' } };
	const groups = new Set([...cells, ...earlierCells].map(({ group }) => group).filter((group) => group !== EVERYBODY));
	const rateIn = (where: readonly Cell[], group: number) =>
		where.find((candidate) => candidate.group === group)?.rate ?? absent;
	return rateAndMix([...groups].map((group) => ({ earlier: rateIn(earlierCells, group), later: rateIn(cells, group) })));
}

/** The group against all other customers of the period, at a confidence that allows for the number of groups. DOMAIN C8. */
function againstRest(question: ChurnQuestion, period: Period, cell: Cell, cells: readonly Cell[]): ComparisonOrReason {
	if (cell.group === EVERYBODY) return { reason: 'notApplicable' };
	if (cell.reason) return { reason: cell.reason };
	if (cells.length <= 2) return { reason: 'noRest' };
	const rest = withoutMovements(cells[0].movements, cell.movements);
	const restRate = question.definition.compute(rest, period.end - period.start);
	if (restRate.value.reason) return { reason: 'noRest' };
	const comparedGroups = cells.filter(({ group, reason }) => group !== EVERYBODY && !reason).length;
	return compareRates(question.definition, cell.rate, restRate, confidenceAmongGroups(comparedGroups));
}

interface Money {
	readonly valuePerCustomer: number | null;
	readonly losses: LossesInMoney | null;
	readonly reason: NullReason | null;
}

/** What the losses of a cell cost. DOMAIN C10. */
function moneyOf(question: ChurnQuestion, period: Period, cell: Cell, spenders: Spenders | undefined): Money {
	const without = (reason: NullReason): Money => ({ valuePerCustomer: null, losses: null, reason });
	const blocked = reasonAgainst(period, question);
	if (blocked) return without(blocked);
	const { customersAtStart, churnedAtEnd } = cell.movements;
	if (customersAtStart === 0) return without('noCustomersAtStart');
	const days = period.end - period.start;

	let { valuePerCustomer } = question;
	if (valuePerCustomer === null) {
		if (!spenders) return without('noAmounts');
		if (!Number.isSafeInteger(spenders.broughtInWindow)) return without('amountTooLarge');
		const broughtPerDay = spenders.broughtInWindow / AMOUNT_SCALE / question.churnWindow;
		valuePerCustomer = (broughtPerDay * days) / customersAtStart;
	}
	const losses = moneyLost(customersAtStart, churnedAtEnd, valuePerCustomer, days);
	return { valuePerCustomer, losses, reason: null };
}

function topFifthOf(question: ChurnQuestion, cell: Cell, spenders: Spenders | undefined): TopFifth | NullReason {
	if (cell.reason) return cell.reason;
	if (!question.history.amount) return 'noAmounts';
	return (spenders && topFifth(spenders)) ?? 'tooFewCustomers';
}

const DECIMALS_OF_A_SHARE = 10;
const DECIMALS_OF_MONEY = 4;

const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));
const share = (value: number | null | undefined) => (value == null ? null : rounded(value, DECIMALS_OF_A_SHARE));
const money = (value: number | null | undefined) => (value == null ? null : rounded(value, DECIMALS_OF_MONEY));
const comparisonIn = (outcome: ComparisonOrReason): Comparison | null => ('comparison' in outcome ? outcome.comparison : null);
const reasonIn = (outcome: ComparisonOrReason): NullReason | null => ('reason' in outcome ? outcome.reason : null);

/** What a row is made from. */
interface RowParts {
	readonly period: Period;
	readonly cell: Cell;
	readonly cells: readonly Cell[];
	readonly earlierCells: readonly Cell[];
	readonly earlierPeriod: Period | null;
	readonly currency: string | null;
	readonly spenders: Spenders | undefined;
}

function rowOf(question: ChurnQuestion, parts: RowParts): ChurnRow {
	const { period, cell, cells, earlierCells, currency, spenders } = parts;
	const { definition, grouping } = question;
	const { movements, rate, reason } = cell;
	const days = period.end - period.start;
	const churnRate = reason ? null : rate.value.value;
	const interval = reason ? null : definition.interval(rate, DEFAULT_CONFIDENCE);
	const change = changeOf(question, cell, earlierCells);
	const split = splitOfChange(cell, cells, earlierCells);
	const rest = againstRest(question, period, cell, cells);
	const cost = moneyOf(question, period, cell, spenders);
	const top = topFifthOf(question, cell, spenders);
	const topOrNull = typeof top === 'string' ? null : top;
	const yearly = churnRate === null ? null : definition.perYear(churnRate, days);
	const isOver = period.end <= question.asOf;
	const replacing = question.costOfKeeping === null || reason ? null : question.costOfKeeping * question.replacementFactor;

	const reasons: Record<string, NullReason | null> = {
		interval: churnRate !== null && !interval ? 'noChurn' : null,
		yearlyChurnRate: churnRate !== null && yearly === null ? 'notApplicable' : null,
		change: churnRate === null ? null : reasonIn(change),
		againstRest: churnRate === null || cell.group === EVERYBODY ? null : reasonIn(rest),
		moneyLost: cost.reason === reason ? null : cost.reason,
		topFifth: typeof top === 'string' && top !== reason ? top : null,
	};
	const row: Omit<ChurnRow, 'summary'> = {
		period: period.label,
		start: isoDate(period.start),
		end: isoDate(period.end),
		isComplete: isOver,
		group: cell.group === EVERYBODY ? null : grouping!.names[cell.group],
		customersAtStart: movements.customersAtStart,
		joined: movements.joined,
		returned: movements.returned,
		churned: movements.churned,
		customersAtEnd: movements.customersAtEnd,
		churnRate: share(churnRate),
		low: share(interval?.low),
		high: share(interval?.high),
		churnRateIncludingNew: reason ? null : share(includingNew.compute(movements, days).value.value),
		numerator: reason ? null : rate.numerator,
		denominator: reason ? null : share(rate.denominator),
		customerDays: isOver ? customerDays(movements) : null,
		yearlyChurnRate: share(yearly),
		definition: definition.id,
		change: share(comparisonIn(change)?.difference),
		changeLow: share(comparisonIn(change)?.low),
		changeHigh: share(comparisonIn(change)?.high),
		verdict: comparisonIn(change)?.verdict ?? null,
		changeFromRates: share(split?.fromRates),
		changeFromMix: share(split?.fromMix),
		againstRest: share(comparisonIn(rest)?.difference),
		againstRestLow: share(comparisonIn(rest)?.low),
		againstRestHigh: share(comparisonIn(rest)?.high),
		restVerdict: comparisonIn(rest)?.verdict ?? null,
		aboveTarget: churnRate === null || question.acceptableRate === null ? null : churnRate > question.acceptableRate,
		currency,
		valuePerCustomer: money(cost.valuePerCustomer),
		moneyLost: money(cost.losses?.thisPeriod),
		moneyLostTwelveMonths: money(cost.losses?.overTwelveMonths),
		twelveMonthShortfall: money(cost.losses?.twelveMonthShortfall),
		replacementCost: replacing === null ? null : money(movements.churnedAtEnd * replacing),
		topFifthCustomers: topOrNull?.customers ?? null,
		topFifthShare: share(topOrNull?.shareOfSpend),
		topFifthChurned: topOrNull?.churned ?? null,
		reason,
		reasons: Object.entries(reasons)
			.filter(([, why]) => why)
			.map(([figure, why]) => `${figure}: ${why}`)
			.join('; '),
		asOf: isoDate(question.asOf),
		churnWindow: question.churnWindow,
		timeZone: question.timeZone,
	};
	return { ...row, summary: summaryOf(row, parts.earlierPeriod?.label ?? null, question.acceptableRate) };
}

/**
 * How many customers left in each period, at which rate, and what did it cost?
 *
 * Rows in order of period, then everybody before the groups by name, then currency. The counts always
 * satisfy E = S + N + R − L. A rate is null in a period that begins before the first day plus the churn
 * window (`leftEdge`, before any other reason) and in one that is not over (`periodUnfinished`).
 * DOMAIN C1–C10, C16.
 */
export function churnTable(question: ChurnQuestion): ChurnTable {
	const { ledger, periods, grouping, history } = question;
	const { movements, losses } = movementsOf(ledger, periods, grouping?.groupOf);
	const lostSpells = new Set(losses.filter(startOfPeriod.counts).map(({ spell }) => spell));
	const currencies = question.currencies.length > 0 ? question.currencies : [null];
	const rolls = currencies.map((_, index) => spenderRoll(question, lostSpells, currencies.length > 1 ? index : null));

	const rows: ChurnRow[] = [];
	let earlierCells: readonly Cell[] = [];
	periods.forEach((period, index) => {
		const cells = cellsOf(question, period, movements[index]);
		const isMeasured = reasonAgainst(period, question) === null && history.amount !== null;
		const atStart = cells.map(({ group, movements: { customersAtStart } }) => ({ group, customersAtStart }));
		const spenders = rolls.map((roll) => (isMeasured ? roll(index, atStart) : null));
		for (const cell of cells) {
			currencies.forEach((currency, which) => {
				const ofCell = spenders[which]?.get(cell.group);
				const earlierPeriod = periods[index - 1] ?? null;
				rows.push(rowOf(question, { period, cell, cells, earlierCells, earlierPeriod, currency, spenders: ofCell }));
			});
		}
		earlierCells = cells;
	});
	return { rows, losses };
}
