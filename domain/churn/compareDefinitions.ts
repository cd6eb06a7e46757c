import { endOfEventsBefore } from '../ledger/history';
import type { NullReason } from '../problems';
import { DEFAULT_CONFIDENCE } from '../statistics/interval';
import type { Period } from '../time';
import { isoDate } from '../time';
import type { ChurnAdvice } from './advice';
import { adviceOn } from './advice';
import type { Calendar } from './churnReport';
import { periodsOf } from './churnReport';
import type { ComparisonRow } from './comparisonFields';
import type { CustomerBase } from './customerBase';
import { windowField } from './customerBase';
import type { ChurnDefinition, Fraction } from './definition';
import { churnDefinitions } from './definitions';
import type { Movements } from './movements';
import { movementsOf, noMovements } from './movements';
import type { PeriodStory } from './periodStories';
import { storiesIn, storyInWords } from './periodStories';
import { reasonAgainst } from './question';
import { reconciliation } from './reconciliation';
import { percent } from '../figuresInWords';

export interface ComparisonSettings extends Calendar {
	/** A day of the period to compare in; null for the latest that has a rate. */
	readonly dayInPeriod: number | null;
	/** The definition that the others are reconciled with. */
	readonly reference: ChurnDefinition;
	/** Whom to tell of: those who left at least once, or everybody who was here. */
	readonly customers: 'churned' | 'everybody';
	readonly timeZone: string;
}

/** One customer's part in each definition. */
export interface ComparedCustomer {
	readonly customer: number;
	/** The last entry of the input before the period's end. */
	readonly row: number;
	readonly fields: Record<string, string | number>;
}

export interface Comparison {
	readonly rows: readonly ComparisonRow[];
	readonly customers: readonly ComparedCustomer[];
	readonly advice: readonly ChurnAdvice[];
}

/** The period that is asked for: the one with the day, else the latest with a rate, the latest complete one, the last; null where there is none. */
function chosenPeriod(base: CustomerBase, periods: readonly Period[], dayInPeriod: number | null): Period | null {
	if (dayInPeriod !== null) return periods.find(({ start, end }) => start <= dayInPeriod && dayInPeriod < end) ?? null;
	const latest = (passes: (period: Period) => boolean) => periods.findLast(passes);
	return latest((period) => reasonAgainst(period, base) === null) ?? latest(({ end }) => end <= base.asOf) ?? periods.at(-1) ?? null;
}

const share = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(10)));

/** Whether a customer is in a definition's numerator, its denominator or neither, and why. */
function whyIn(definition: ChurnDefinition, story: PeriodStory, period: string): string {
	const { numerator, denominator } = definition.partOf(story);
	const told = storyInWords(story, period);
	if (numerator > 1) return `counted ${numerator} times: ${told}`;
	if (numerator === 1) return `counted: ${told}`;
	return denominator === 0 ? `neither counted nor divided by: ${told}` : `divided by, not counted: ${told}`;
}

function comparedCustomer(base: CustomerBase, story: PeriodStory, { label, end }: Period): ComparedCustomer {
	const { history, idOf } = base;
	const fields: ComparedCustomer['fields'] = { customer: idOf(story.customer), period: label, story: storyInWords(story, label) };
	for (const definition of churnDefinitions) {
		fields[definition.id] = definition.partOf(story).numerator;
		fields[`${definition.id}Why`] = whyIn(definition, story, label);
	}
	return { customer: story.customer, row: history.row[endOfEventsBefore(history, story.customer, end) - 1], fields };
}

function summaryOf(title: string, { label }: Period, rate: number | null, reason: string | null, told: string): string {
	return rate === null ? `${label}, ${title}: no churn rate (${reason}).` : `${label}, ${title}: ${percent(rate)}. ${told}`;
}

interface Side {
	readonly definition: ChurnDefinition;
	readonly rate: Fraction;
}

/** The rate of one definition with its interval; all null where there is a reason against it. */
function rateFields({ definition, rate }: Side, reason: NullReason | null) {
	if (reason !== null) return { churnRate: null, low: null, high: null, numerator: null, denominator: null };
	const interval = definition.interval(rate, DEFAULT_CONFIDENCE);
	return {
		churnRate: share(rate.value.value),
		low: share(interval?.low ?? null),
		high: share(interval?.high ?? null),
		numerator: rate.numerator,
		denominator: share(rate.denominator),
	};
}

/** How one definition differs from the other; null where one of the two has no rate. */
function differenceFields(one: Side, other: Side, areRated: boolean) {
	if (!areRated) return { difference: null, countsMore: null };
	return { difference: share(one.rate.value.value! - other.rate.value.value!), countsMore: one.rate.numerator - other.rate.numerator };
}

/** What is the same in all rows: the period and its movements. */
function periodFields(base: CustomerBase, period: Period, timeZone: string, { customersAtStart, joined, returned, churned, customersAtEnd }: Movements) {
	return {
		counts: { customersAtStart, joined, returned, churned, customersAtEnd },
		reading: {
			start: isoDate(period.start),
			end: isoDate(period.end),
			isComplete: period.end <= base.asOf,
			asOf: isoDate(base.asOf),
			...windowField(base),
			timeZone,
		},
	};
}

/** Makes the row of one definition, told with what reconciles it with the other. */
function rowMaker(base: CustomerBase, period: Period, timeZone: string, movements: Movements) {
	const { counts, reading } = periodFields(base, period, timeZone, movements);
	const reasonOf = ({ rate }: Side) => reasonAgainst(period, base) ?? rate.value.reason;
	return (one: Side, other: Side, told: string): ComparisonRow => {
		const { definition, rate } = one;
		const reason = reasonOf(one);
		return {
			period: period.label,
			definition: definition.id,
			title: definition.title,
			...rateFields(one, reason),
			rule: definition.rule,
			usedBy: definition.usedBy,
			comparedWith: other.definition.id,
			...differenceFields(one, other, reason === null && reasonOf(other) === null),
			reconciliation: reason === null ? told : null,
			...counts,
			reason,
			...reading,
			summary: summaryOf(definition.title, period, reason === null ? rate.value.value : null, reason, told),
		};
	};
}

/**
 * What does each definition make of one period, and why do they differ?
 *
 * A row a definition, the reference first, and an item a customer with its part in each. Null where the base has
 * no such period. DOMAIN C1–C6.
 */
export function compareDefinitions(base: CustomerBase, settings: ComparisonSettings): Comparison | null {
	const { ledger } = base;
	const period = chosenPeriod(base, periodsOf(base, settings), settings.dayInPeriod);
	if (period === null) return settings.dayInPeriod === null ? { rows: [], customers: [], advice: [] } : null;
	const days = period.end - period.start;
	const movements = movementsOf(ledger, [period]).movements[0].get(0) ?? noMovements(days);
	const stories = storiesIn(ledger, period);
	const { reference } = settings;
	const others = churnDefinitions.filter(({ id }) => id !== reference.id);
	const sideOf = (definition: ChurnDefinition): Side => ({ definition, rate: definition.compute(movements, days) });
	const makeRow = rowMaker(base, period, settings.timeZone, movements);
	const rows = [reference, ...others].map((definition) => {
		const side = sideOf(definition);
		const told = reconciliation(side, sideOf(reference), stories, period.label, base.idOf);
		return makeRow(side, sideOf(reference), told);
	});
	const told = stories.filter(({ timesLeft }) => settings.customers === 'everybody' || timesLeft > 0);
	return { rows, customers: told.map((story) => comparedCustomer(base, story, period)), advice: adviceOn(rows, base) };
}
