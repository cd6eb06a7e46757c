/**
 * Cohorts: customers who joined in the same period, followed from period to period. DOMAIN C15.
 *
 * At age k a cohort of period p is looked at as period p + k closes; age 0 is the period of joining itself.
 */
import { periodFinder } from '../churn/movements';
import { EVERYBODY } from '../churn/question';
import type { Grouping } from '../ledger/groups';
import type { History } from '../ledger/history';
import type { SpellLedger } from '../ledger/spells';
import type { NullReason } from '../problems';
import type { Interval } from '../statistics/interval';
import { wilsonInterval } from '../statistics/interval';
import type { Period } from '../time';

export interface CohortQuestion {
	readonly ledger: SpellLedger;
	/** What customers bought; null where only spells are known. */
	readonly history: History | null;
	/** How many currencies the amounts are in, and the index of the one that is asked for; null for all. */
	readonly currencyCount?: number;
	readonly currency?: number | null;
	/** They follow each other without gaps. */
	readonly periods: readonly Period[];
	readonly asOf: number;
	/**
	 * The first day on which somebody seen for the first time is new: the first day plus the churn window; −Infinity
	 * where every joining is known.
	 */
	readonly ratedFrom: number;
	readonly grouping?: Grouping | null;
}

/** A cohort as one period closes. */
export interface CohortAge {
	/** Periods since that of joining. */
	readonly age: number;
	/** Customers of the cohort here as the period closes; null where it is not over. */
	readonly here: number | null;
	/** here / size. */
	readonly share: number | null;
	/** Wilson's limits of the share. */
	readonly limits: Interval | null;
	/** Why share and limits are null. */
	readonly reason: NullReason | null;
	/** Customers of the cohort with a purchase or visit in the period; null without a history, and where the period is not over. */
	readonly visited: number | null;
	/** What the cohort brought in the period, refunds taken off, in 1/10,000. */
	readonly amount: number | null;
	/** Why the amount is null. */
	readonly amountReason: NullReason | null;
}

export interface Cohort {
	/** The period of joining, as an index. */
	readonly period: number;
	/** The group at joining; EVERYBODY for all. */
	readonly group: number;
	/** How many joined. */
	readonly size: number;
	/** Whether some of its customers may have joined before the data begins; then it has no shares. */
	readonly leftEdge: boolean;
	/** Up to the last of the periods. */
	readonly ages: readonly CohortAge[];
}

export interface CohortTable {
	/** In order of period; everybody before the groups by name. A cohort that nobody belongs to is missing. */
	readonly cohorts: readonly Cohort[];
	/** Customers who joined outside all periods. */
	readonly outside: number;
}

/** What is counted of one cohort, by age. */
interface Tally {
	readonly period: number;
	readonly group: number;
	size: number;
	readonly here: Int32Array;
	readonly visited: Int32Array;
	readonly amount: Float64Array;
}

type PeriodOf = (day: number) => number;

/** Counts a customer's spells in, from the close after each start to the last one before each end. */
function countSpells(tallies: readonly Tally[], { ledger, periods }: CohortQuestion, customer: number, periodOf: PeriodOf): void {
	const dayAfterLast = periods[periods.length - 1].end;
	for (let spell = ledger.firstSpell[customer]; spell < ledger.firstSpell[customer + 1]; spell++) {
		const start = ledger.start[spell];
		const end = ledger.end[spell];
		if (start >= dayAfterLast) break;
		for (const { period, here } of tallies) {
			here[periodOf(start) - period]++;
			if (end < dayAfterLast) here[periodOf(end) - period]--;
		}
	}
}

/** Counts a customer's events in, from the period of joining on. */
function countEvents(tallies: readonly Tally[], { periods, currency = null }: CohortQuestion, history: History, customer: number, periodOf: PeriodOf): void {
	const { firstEvent, day, isVisit, amount, currency: currencyOf } = history;
	const opens = periods[tallies[0].period].start;
	const dayAfterLast = periods[periods.length - 1].end;
	let lastVisited = -1;
	for (let event = firstEvent[customer]; event < firstEvent[customer + 1] && day[event] < dayAfterLast; event++) {
		if (day[event] < opens) continue;
		const period = periodOf(day[event]);
		const brings = amount !== null && (currency === null || currencyOf === null || currencyOf[event] === currency) ? amount[event] : 0;
		const isFirstVisit = isVisit[event] === 1 && period !== lastVisited;
		if (isFirstVisit) lastVisited = period;
		for (const tally of tallies) {
			tally.amount[period - tally.period] += brings;
			if (isFirstVisit) tally.visited[period - tally.period]++;
		}
	}
}

function whyNoAmount({ history, currencyCount = 1, currency = null }: CohortQuestion, isOver: boolean, amount: number): NullReason | null {
	if (!history?.amount) return 'noAmounts';
	if (currencyCount > 1 && currency === null) return 'twoCurrencies';
	if (!isOver) return 'periodUnfinished';
	return Number.isSafeInteger(amount) ? null : 'amountTooLarge';
}

function cohortOf(question: CohortQuestion, { period, group, size, here, visited, amount }: Tally): Cohort {
	const { periods, asOf, ratedFrom, history } = question;
	const leftEdge = periods[period].start < ratedFrom;
	let hereNow = 0;
	const ages = Array.from(here, (change, age): CohortAge => {
		hereNow += change;
		const isOver = periods[period + age].end <= asOf;
		const unfinished = isOver ? null : 'periodUnfinished';
		const reason = leftEdge ? 'leftEdge' : unfinished;
		const amountReason = whyNoAmount(question, isOver, amount[age]);
		return {
			age,
			here: isOver ? hereNow : null,
			share: reason === null ? hereNow / size : null,
			limits: reason === null ? wilsonInterval(hereNow, size) : null,
			reason,
			visited: isOver && history !== null ? visited[age] : null,
			amount: amountReason === null ? amount[age] : null,
			amountReason,
		};
	});
	return { period, group, size, leftEdge, ages };
}

/** The tallies, made when first asked for; in the order of the output at the end. */
function tallyBook(periodCount: number) {
	const byPeriod = Array.from({ length: periodCount }, () => new Map<number, Tally>());
	return {
		of(period: number, group: number): Tally {
			let tally = byPeriod[period].get(group);
			if (!tally) {
				const ages = periodCount - period;
				tally = { period, group, size: 0, here: new Int32Array(ages), visited: new Int32Array(ages), amount: new Float64Array(ages) };
				byPeriod[period].set(group, tally);
			}
			return tally;
		},
		inOrder(names: readonly string[]): Tally[] {
			const nameOf = ({ group }: Tally) => (group === EVERYBODY ? '' : names[group]);
			const isBefore = (one: Tally, other: Tally) => one.group === EVERYBODY || (other.group !== EVERYBODY && nameOf(one) < nameOf(other));
			return byPeriod.flatMap((groups) => [...groups.values()].sort((one, other) => (isBefore(one, other) ? -1 : 1)));
		},
	};
}

/**
 * Of the customers who joined in a period, how many are still here one, two, three periods later?
 *
 * A customer belongs to the cohort of the first spell's start, whatever happened since; one who left and came
 * back is here again. With a history, also how many bought in each period and what they brought: of a shop
 * where customers count as here for a long window, this is the livelier picture.
 *
 * In a log nobody's joining can be seen before `ratedFrom`: a cohort that begins before it is flagged `leftEdge`,
 * its shares are null, its counts stay. In a period that is not over (its end after As Of) all is null but
 * the size. Shares 0 to 1, Wilson limits, 95 %. Amounts of several currencies are added up only by currency.
 * Source: DOMAIN C15, C7. O(spells + events + cohorts × periods × groups).
 */
export function cohortTable(question: CohortQuestion): CohortTable {
	const { ledger, history, periods, grouping = null } = question;
	const book = tallyBook(periods.length);
	const periodOf = periodFinder(periods);
	let outside = 0;
	for (let customer = 0; customer < ledger.customerCount; customer++) {
		const spell = ledger.firstSpell[customer];
		if (spell === ledger.firstSpell[customer + 1]) continue;
		const joinedOn = ledger.start[spell];
		if (periods.length === 0 || joinedOn < periods[0].start || joinedOn >= periods[periods.length - 1].end) {
			outside++;
			continue;
		}
		const period = periodOf(joinedOn);
		const tallies = [book.of(period, EVERYBODY)];
		if (grouping) tallies.push(book.of(period, grouping.groupOf(customer, period)));
		for (const tally of tallies) tally.size++;
		countSpells(tallies, question, customer, periodOf);
		if (history) countEvents(tallies, question, history, customer, periodOf);
	}
	return { cohorts: book.inOrder(grouping?.names ?? []).map((tally) => cohortOf(question, tally)), outside };
}
