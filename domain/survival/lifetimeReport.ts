import type { ChurnAdvice } from '../churn/advice';
import type { Calendar } from '../churn/churnReport';
import { periodsOf } from '../churn/churnReport';
import type { CustomerBase } from '../churn/customerBase';
import { windowField } from '../churn/customerBase';
import { startOfPeriod } from '../churn/definitions/startOfPeriod';
import { EVERYBODY } from '../churn/question';
import { count, daysInWords, percent, wholeMoney } from '../figuresInWords';
import { AMOUNT_SCALE } from '../ledger/history';
import type { NullReason } from '../problems';
import { money, reasonsInWords, share } from '../rowBlocks';
import type { Block } from '../rowBlocks';
import { DAYS_PER_MONTH, isoDate, periodUnits } from '../time';
import type { SurvivalCurve } from './kaplanMeier';
import { kaplanMeier, quantileOf, restrictedMean, survivalAt } from './kaplanMeier';
import { lifetimeAdvice } from './lifetimeAdvice';
import type { LifetimeRow } from './lifetimeFields';
import { AGES_TOLD } from './lifetimeFields';
import type { LifetimeValue } from './lifetimeValue';
import { lifetimeValue, loyalValue } from './lifetimeValue';
import type { LogRankOrReason } from './logRank';
import { logRank } from './logRank';
import type { PooledChurn } from './pooledChurn';
import { pooledChurn } from './pooledChurn';
import type { Population } from './populations';
import { firstGroups, observationOf, populationsOf } from './populations';

export interface LifetimeSettings extends Calendar {
	/** The first day from which losses are in the rows; null where all ever were. */
	readonly watchedSince: number | null;
	/** What one customer brings in a period, in whole currency units; null to take it from the rows. */
	readonly valuePerCustomer: number | null;
	/** Which share of it stays after the cost of serving, above 0 and at most 1. */
	readonly grossMargin: number;
	/** The longest life that is believed, in months. */
	readonly horizonMonths: number;
	readonly timeZone: string;
}

export interface LifetimeReport {
	readonly rows: readonly LifetimeRow[];
	readonly advice: readonly ChurnAdvice[];
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const hereBlock = (curve: SurvivalCurve) =>
	Object.fromEntries(AGES_TOLD.map((days) => [`here${days}Days`, share(survivalAt(curve, days)?.survival)])) as Record<`here${(typeof AGES_TOLD)[number]}Days`, number | null>;

const whyNoMedian = ({ customers }: SurvivalCurve): NullReason => (customers === 0 ? 'noCustomers' : 'medianNotReached');

function stayBlock({ lifetimes }: Population, curve: SurvivalCurve, horizonDays: number) {
	const median = quantileOf(curve, 0.5);
	const meanHorizon = curve.lastObserved === null ? null : Math.min(horizonDays, curve.lastObserved);
	const mean = meanHorizon === null ? null : restrictedMean(curve, meanHorizon);
	return {
		fields: {
			customers: curve.customers,
			left: lifetimes.isEvent.reduce((sum, left) => sum + left, 0),
			medianDays: share(median.days),
			medianLow: share(median.low),
			medianHigh: share(median.high),
			...hereBlock(curve),
			meanDays: share(mean?.days),
			meanHorizon,
		},
		reasons: { medianDays: median.days === null ? whyNoMedian(curve) : null },
	} satisfies Block<object>;
}

/** The value of a lifetime, null with its reason where nothing is known of what a customer brings. */
function valueOf({ lost, atStart, valuePerPeriod, reason }: PooledChurn, { grossMargin, horizonMonths, periodUnit }: LifetimeSettings): LifetimeValue {
	if (valuePerPeriod === null) return { value: null, reason: reason! };
	const horizonPeriods = horizonMonths / periodUnits[periodUnit].months;
	return lifetimeValue({ lost, atStart, marginPerPeriod: valuePerPeriod * grossMargin, horizonPeriods });
}

function valueBlock(pool: PooledChurn, settings: LifetimeSettings) {
	const worth = valueOf(pool, settings);
	const [pooledLost, pooledAtStart] = [sumOf(pool.lost), sumOf(pool.atStart)];
	const known = worth.value === null ? null : worth;
	return {
		fields: {
			pooledChurnRate: pooledAtStart === 0 ? null : share(pooledLost / pooledAtStart),
			pooledLost,
			pooledAtStart,
			marginPerPeriod: pool.valuePerPeriod === null ? null : money(pool.valuePerPeriod * settings.grossMargin),
			lifetimeValue: money(known?.value),
			lifetimeValueLow: money(known?.low),
			lifetimeValueHigh: money(known?.high),
			lifetimePeriods: share(known?.periods),
		},
		reasons: { lifetimeValue: worth.reason },
	} satisfies Block<object>;
}

/** What those who stayed at least the median have brought so far. DOMAIN C12, O. */
function loyalBlock(base: CustomerBase, { lifetimes, customers }: Population, curve: SurvivalCurve, currency: number | null) {
	const spend = base.spendIn?.(currency);
	const { ledger } = base;
	// In the days of the lifetime and no others, or the spend of a year would be that of more days than its own.
	const spentBy = (customer: number, index: number) => spend!.spentBefore(customer, ledger.start[ledger.firstSpell[customer]] + lifetimes.exit[index]);
	const loyal = spend
		? loyalValue({ days: Float64Array.from(lifetimes.exit), spent: Float64Array.from(customers, spentBy), medianDays: quantileOf(curve, 0.5).days })
		: ({ value: null, reason: 'noAmounts' } as const);
	const known = loyal.value === null ? null : loyal;
	return {
		fields: {
			loyalCustomers: known?.customers ?? null,
			loyalYears: share(known?.years),
			loyalSpendPerYear: money(known && known.spendPerYear / AMOUNT_SCALE),
			loyalValue: money(known && known.value / AMOUNT_SCALE),
		},
		reasons: { loyalValue: loyal.reason },
	} satisfies Block<object>;
}

/** What the comparison of groups says: of each how many were expected to leave, and of all how far apart they are. */
function groupBlock(test: LogRankOrReason, index: number) {
	const found = 'test' in test ? test.test : null;
	const isEverybody = index === 0;
	return {
		fields: {
			expectedLeft: isEverybody ? null : share(found?.groups[index - 1].expected),
			chiSquare: isEverybody ? share(found?.chiSquare) : null,
			degreesOfFreedom: isEverybody ? (found?.degreesOfFreedom ?? null) : null,
			p: isEverybody ? share(found?.p) : null,
		},
		reasons: { chiSquare: isEverybody && 'reason' in test ? test.reason : null },
	} satisfies Block<{ [field: string]: unknown }>;
}

function medianInWords({ medianDays, medianLow, medianHigh, customers, left }: Omit<LifetimeRow, 'summary'>): string {
	if (customers === 0) return 'nobody was seen to join and watched for a day, so nothing is known';
	const of = `${count(left as number)} of ${count(customers as number)} have left`;
	if (medianDays === null) return `more than half are still here (${of}), so the median is not known`;
	const from = medianLow === null ? '' : `at least ${daysInWords(medianLow as number)}; `;
	const limits = medianHigh === null ? from : `95 % interval ${count(medianLow as number)} to ${daysInWords(medianHigh as number)}; `;
	return `half have left after ${daysInWords(medianDays as number)} (${limits}${of})`;
}

function summaryOf(row: Omit<LifetimeRow, 'summary'>): string {
	const heading = row.group == null ? 'All customers' : `${row.group}`;
	const currency = row.currency === null ? '' : ` ${row.currency}`;
	const year = row.here365Days === null ? '' : `; ${percent(row.here365Days as number)} are here after a year`;
	const value = row.lifetimeValue === null ? '' : ` Lifetime value ${wholeMoney(row.lifetimeValue as number)}${currency} (${wholeMoney(row.lifetimeValueLow as number)} to ${wholeMoney(row.lifetimeValueHigh as number)}).`;
	const test = row.p == null ? '' : ` The groups ${(row.p as number) < 0.05 ? 'stay for different lengths of time' : 'cannot be told apart'} (log-rank p ${Number((row.p as number).toPrecision(2))}).`;
	return `${heading}: ${medianInWords(row)}${year}.${value}${test}`;
}

const noMoney = { costOfKeeping: null, replacementFactor: 1, acceptableRate: null } as const;

/** The churn of everybody and of each first group, so that a row tells of the same customers throughout. */
const churnByFirstGroup = (base: CustomerBase, settings: LifetimeSettings, watchedFrom: number) =>
	pooledChurn({ ...settings, ...noMoney, ...base, definition: startOfPeriod, periods: periodsOf(base, settings), grouping: firstGroups(base) }, watchedFrom);

/**
 * How long do customers stay, and what is one worth?
 *
 * A row for everybody and for each group, in every currency. The stay of each customer is the first; who was
 * here before a joining could be seen is left out and counted. DOMAIN C12, C15.
 */
export function lifetimeReport(base: CustomerBase, settings: LifetimeSettings): LifetimeReport {
	if (base.history.row.length === 0) return { rows: [], advice: [] };
	const observation = observationOf(base, settings.watchedSince);
	const { all, populations } = populationsOf(base, observation);
	const curves = populations.map(({ lifetimes }) => kaplanMeier(lifetimes));
	const hasGroups = base.groupColumns.length > 0;
	const test: LogRankOrReason = hasGroups ? logRank(populations.slice(1).map(({ lifetimes }) => lifetimes)) : { reason: 'oneGroup' };
	const churnOf = churnByFirstGroup(base, settings, observation.watchedFrom);
	const currencies = base.currencies.length > 0 ? base.currencies : [null];
	const horizonDays = Math.round(settings.horizonMonths * DAYS_PER_MONTH);
	const reading = {
		...all.notObserved,
		watchedSince: Number.isFinite(observation.watchedFrom) ? isoDate(observation.watchedFrom) : null,
		asOf: isoDate(base.asOf),
		...windowField(base),
		timeZone: settings.timeZone,
	};

	const rows = populations.flatMap((population, index) =>
		currencies.map((name, which): LifetimeRow => {
			const currency = name || null;
			const stay = stayBlock(population, curves[index], horizonDays);
			const value = valueBlock(churnOf(population.name, which), settings);
			const loyal = loyalBlock(base, population, curves[index], currencies.length > 1 ? which : null);
			const groups = hasGroups ? [groupBlock(test, index)] : [];
			const { joinedUnseen, leftUnseen, tooNew, ...rest } = reading;
			const row = {
				...(hasGroups ? { group: population.group === EVERYBODY ? null : population.name } : {}),
				currency,
				...stay.fields,
				...value.fields,
				...loyal.fields,
				...groups[0]?.fields,
				joinedUnseen,
				leftUnseen,
				tooNew,
				reasons: reasonsInWords([stay, value, loyal, ...groups] as ReadonlyArray<Block<unknown> & { readonly reasons: Record<string, NullReason | null> }>),
				...rest,
			};
			return { ...row, summary: summaryOf(row) };
		}),
	);
	return { rows, advice: lifetimeAdvice(all, curves[0], base) };
}
