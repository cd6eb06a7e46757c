import type { SubscriptionBase } from '../churn/baseOfTerms';
import type { ChurnAdvice } from '../churn/advice';
import type { Calendar } from '../churn/churnReport';
import { groupsIn, periodsOf } from '../churn/churnReport';
import type { CustomerBase } from '../churn/customerBase';
import { windowField } from '../churn/customerBase';
import { EVERYBODY, knownDaysOf } from '../churn/question';
import type { Grouping } from '../ledger/groups';
import { AMOUNT_SCALE } from '../ledger/history';
import { money, share } from '../rowBlocks';
import type { Period } from '../time';
import { isoDate } from '../time';
import type { CohortRow, CohortTriangleRow } from './cohortFields';
import type { Cohort, CohortAge } from './cohorts';
import { cohortTable } from './cohorts';

export interface CohortSettings extends Calendar {
	/** A row for each cohort and age, or a row a cohort with a share for each age. */
	readonly shape: 'long' | 'triangle';
	readonly timeZone: string;
}

export interface CohortReport {
	readonly rows: ReadonlyArray<CohortRow | CohortTriangleRow>;
	readonly advice: readonly ChurnAdvice[];
}

/** Answers what a cohort's customers bring a month as a period closes, in 1/10,000. */
type MonthlyAt = (cohort: Cohort, age: number) => number;

/** What running subscriptions bring, by cohort and age; in one currency, or in all (null). O(terms × periods). */
function monthlyByCohort({ terms, ledger }: SubscriptionBase, periods: readonly Period[], grouping: Grouping | null, currency: number | null): MonthlyAt {
	const { firstTerm, start, end, monthlyAmount, currency: currencyOf } = terms;
	const keyOf = (period: number, group: number, age: number) => `${period} ${group} ${age}`;
	const sums = new Map<string, number>();
	const addTerm = (term: number, joined: number, groups: readonly number[]): void => {
		for (let period = joined; period < periods.length; period++) {
			const closes = periods[period].end;
			const runs = start[term] < closes && closes <= end[term];
			if (!runs) continue;
			for (const group of groups) {
				const key = keyOf(joined, group, period - joined);
				sums.set(key, (sums.get(key) ?? 0) + monthlyAmount![term]);
			}
		}
	};
	for (let customer = 0; customer < terms.customerCount; customer++) {
		const spell = ledger.firstSpell[customer];
		const joined = spell === ledger.firstSpell[customer + 1] ? -1 : periods.findIndex((period) => ledger.start[spell] < period.end);
		if (joined === -1) continue;
		const groups = [EVERYBODY, ...(grouping ? [grouping.groupOf(customer, joined)] : [])];
		for (let term = firstTerm[customer]; term < firstTerm[customer + 1]; term++) {
			const counts = currency === null || currencyOf?.[term] === currency;
			if (counts) addTerm(term, joined, groups);
		}
	}
	return ({ period, group }, age) => sums.get(keyOf(period, group, age)) ?? 0;
}

/** The money of a cohort at one age, and of all ages up to it; null where it is not known. */
interface AmountOfAge {
	readonly amount: number | null;
	readonly soFar: number | null;
}

/** The amounts of a cohort by age. With subscriptions there is nothing so far: a month's price is no sum. */
function amountsOf(cohort: Cohort, monthlyAt: MonthlyAt | null): AmountOfAge[] {
	if (monthlyAt) return cohort.ages.map(({ here }, age) => ({ amount: here === null ? null : exact(monthlyAt(cohort, age)), soFar: null }));
	let soFar: number | null = 0;
	return cohort.ages.map(({ amount }) => {
		soFar = soFar === null || amount === null ? null : exact(soFar + amount);
		return { amount, soFar };
	});
}

/** Beyond 2^53 a sum of whole 1/10,000 is not exact and stands as none. */
const exact = (amount: number | null): number | null => (amount !== null && Number.isSafeInteger(amount) ? amount : null);

const perCustomer = (amount: number | null, size: number): number | null => (amount === null ? null : money(amount / AMOUNT_SCALE / size));

/** Makes the row of a cohort at one age. */
function rowMaker(base: CustomerBase, periods: readonly Period[], grouping: Grouping | null, timeZone: string) {
	const isOfPurchases = base.churnWindow !== null;
	const reading = {
		asOf: isoDate(base.asOf),
		...windowField(base),
		timeZone,
	};
	return (cohort: Cohort, age: CohortAge, { amount, soFar }: AmountOfAge, currency: string | null): CohortRow => {
		const { size } = cohort;
		return {
			cohort: periods[cohort.period].label,
			...(grouping ? { group: cohort.group === EVERYBODY ? null : grouping.names[cohort.group] } : {}),
			size,
			age: age.age,
			period: periods[cohort.period + age.age].label,
			here: age.here,
			shareHere: share(age.share),
			low: share(age.limits?.low),
			high: share(age.limits?.high),
			...(isOfPurchases ? { buyers: age.visited, shareBuying: age.share === null || age.visited === null ? null : share(age.visited / size) } : {}),
			currency,
			amount: amount === null ? null : amount / AMOUNT_SCALE,
			amountPerCustomer: perCustomer(amount, size),
			...(isOfPurchases ? { amountSoFarPerCustomer: perCustomer(soFar, size) } : {}),
			reason: age.reason,
			...reading,
		};
	};
}

function triangleRow({ period, group, size, ages }: Cohort, periods: readonly Period[], grouping: Grouping | null): CohortTriangleRow {
	return {
		cohort: periods[period].label,
		...(grouping ? { group: group === EVERYBODY ? null : grouping.names[group] } : {}),
		size,
		...Object.fromEntries(ages.map(({ age, share: here }) => [`age${age}`, share(here)])),
	};
}

const LEFT_EDGE = 'Cohorts that joined before the first churn window is over have no shares: some of their customers may have bought before the rows begin.';

/**
 * Of those who joined in the same period, who is still here, and what do they bring?
 *
 * A row for each cohort and age, of everybody and then of each group, in every currency; or a row a cohort with the
 * shares alone. DOMAIN C15.
 */
export function cohortReport(base: CustomerBase, subscriptions: SubscriptionBase | null, settings: CohortSettings): CohortReport {
	const periods = periodsOf(base, settings);
	const grouping = groupsIn(base, periods);
	const { ratedFrom } = knownDaysOf(base);
	const { ledger, asOf, currencies } = base;
	const history = subscriptions === null ? base.history : null;
	const hasSeveral = currencies.length > 1;
	const question = { ledger, history, periods, asOf, ratedFrom: subscriptions === null ? ratedFrom : -Infinity, grouping, currencyCount: currencies.length };
	const tables = (hasSeveral && settings.shape === 'long' ? currencies : [currencies[0] ?? null]).map((name, currency) => ({
		currency: name || null,
		cohorts: cohortTable({ ...question, currency: hasSeveral ? currency : null }).cohorts,
		monthlyAt: subscriptions?.terms.monthlyAmount ? monthlyByCohort(subscriptions, periods, grouping, hasSeveral ? currency : null) : null,
	}));
	const advice: ChurnAdvice[] = tables[0].cohorts.some(({ leftEdge }) => leftEdge) ? [{ kind: 'info', message: LEFT_EDGE }] : [];
	if (settings.shape === 'triangle') return { rows: tables[0].cohorts.map((cohort) => triangleRow(cohort, periods, grouping)), advice };

	const makeRow = rowMaker(base, periods, grouping, settings.timeZone);
	const rows = tables[0].cohorts.flatMap((cohort, which) =>
		cohort.ages.flatMap((age) =>
			tables.map(({ cohorts, monthlyAt, currency }) => makeRow(cohort, age, amountsOf(cohorts[which], monthlyAt)[age.age], currency)),
		),
	);
	return { rows, advice };
}
