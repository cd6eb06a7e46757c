/**
 * What became of the revenue in each period: the named sums that every rate of revenue churn divides.
 * DOMAIN C11. Always endMrr = startMrr + newMrr + expansionMrr + reactivationMrr − contractionMrr − churnedMrr.
 */
import type { Period } from '../time';
import type { PricedTerms } from './question';
import type { SnapshotPair } from './snapshots';
import { forEachSnapshotPair } from './snapshots';

/**
 * The movements of one population in one period and currency. All figures add up over groups of customers.
 *
 * Amounts are a month's, in 1/10,000, whole and never below 0. A customer is one who pays: with an amount above 0.
 */
export interface RevenueMovements {
	/** What customers bring as the period opens. */
	readonly startMrr: number;
	/** From 0 to something, of those who never paid before the period. */
	readonly newMrr: number;
	/** More than at the start, of those who paid then. */
	readonly expansionMrr: number;
	/** Less than at the start, of those who go on paying. */
	readonly contractionMrr: number;
	/** From something to 0. */
	readonly churnedMrr: number;
	/** From 0 to something, of those who had paid before the period. */
	readonly reactivationMrr: number;
	/** What customers bring as the next period opens. */
	readonly endMrr: number;
	readonly customersAtStart: number;
	readonly newCustomers: number;
	readonly expandedCustomers: number;
	readonly contractedCustomers: number;
	readonly churnedCustomers: number;
	readonly reactivatedCustomers: number;
	readonly customersAtEnd: number;
	/** Over the customers at the start, each one's amount at the start squared. */
	readonly startSquares: number;
	/** Over the same, each one's loss (contraction or churn) squared, and times the amount at the start. */
	readonly lossSquares: number;
	readonly lossTimesStart: number;
	/** Over the same, each one's expansion squared, and times the amount at the start. */
	readonly expansionSquares: number;
	readonly expansionTimesStart: number;
	/** Over the reactivated, each one's amount at the end squared. */
	readonly reactivationSquares: number;
}

type Writable = { -readonly [Field in keyof RevenueMovements]: RevenueMovements[Field] };

const noRevenue = (): Writable => ({
	startMrr: 0,
	newMrr: 0,
	expansionMrr: 0,
	contractionMrr: 0,
	churnedMrr: 0,
	reactivationMrr: 0,
	endMrr: 0,
	customersAtStart: 0,
	newCustomers: 0,
	expandedCustomers: 0,
	contractedCustomers: 0,
	churnedCustomers: 0,
	reactivatedCustomers: 0,
	customersAtEnd: 0,
	startSquares: 0,
	lossSquares: 0,
	lossTimesStart: 0,
	expansionSquares: 0,
	expansionTimesStart: 0,
	reactivationSquares: 0,
});

const figures = Object.keys(noRevenue()) as ReadonlyArray<keyof RevenueMovements>;

/** A customer who pays nothing as the period opens and something as it closes. */
function countArrival(sums: Writable, { after, paidEarlier }: SnapshotPair): void {
	if (!paidEarlier) {
		sums.newMrr += after;
		sums.newCustomers++;
		return;
	}
	sums.reactivationMrr += after;
	sums.reactivatedCustomers++;
	sums.reactivationSquares += after ** 2;
}

/** A customer who pays as the period opens, and more as it closes. */
function countExpansion(sums: Writable, { before, after }: SnapshotPair): void {
	const expansion = after - before;
	sums.expansionMrr += expansion;
	sums.expandedCustomers++;
	sums.expansionSquares += expansion ** 2;
	sums.expansionTimesStart += expansion * before;
}

/** A customer who pays as the period opens, and less or nothing as it closes. */
function countLoss(sums: Writable, { before, after }: SnapshotPair): void {
	const loss = before - after;
	if (after === 0) {
		sums.churnedMrr += loss;
		sums.churnedCustomers++;
	} else {
		sums.contractionMrr += loss;
		sums.contractedCustomers++;
	}
	sums.lossSquares += loss ** 2;
	sums.lossTimesStart += loss * before;
}

function countCustomer(sums: Writable, pair: SnapshotPair): void {
	const { before, after } = pair;
	sums.startMrr += before;
	sums.endMrr += after;
	if (after > 0) sums.customersAtEnd++;
	if (before === 0) {
		countArrival(sums, pair);
		return;
	}
	sums.customersAtStart++;
	sums.startSquares += before ** 2;
	if (after > before) countExpansion(sums, pair);
	else if (after < before) countLoss(sums, pair);
}

/**
 * What was the revenue, what came and what went, period by period and group by group?
 *
 * Only terms in the given currency count (an index; null for all): who turns from one currency to another
 * churns in the one and is new in the other. `periods` follow each other without gaps; `groupOf` says to which
 * group, numbered from 0, a customer belongs in a period; by default all belong to group 0. A group nobody of
 * whom paid at the start or at the end is missing. O(terms × periods each touches).
 */
export function revenueMovements(
	terms: PricedTerms,
	periods: readonly Period[],
	currency: number | null = null,
	groupOf: (customer: number, period: number) => number = () => 0,
): ReadonlyArray<ReadonlyMap<number, RevenueMovements>> {
	const movements = periods.map(() => new Map<number, Writable>());
	forEachSnapshotPair(terms, periods, currency, (pair) => {
		if (pair.before === 0 && pair.after === 0) return;
		const group = groupOf(pair.customer, pair.period);
		let sums = movements[pair.period].get(group);
		if (!sums) {
			sums = noRevenue();
			movements[pair.period].set(group, sums);
		}
		countCustomer(sums, pair);
	});
	return movements;
}

/** The movements of several populations that share no customer, taken together. */
export function addRevenue(parts: Iterable<RevenueMovements>): RevenueMovements {
	const total = noRevenue();
	for (const part of parts) for (const figure of figures) total[figure] += part[figure];
	return total;
}

/**
 * For each of several populations, all the others taken together
 *
 * Added up from both ends instead of taken off the total: the squares of a few small customers would drown in
 * those of many large ones. O(parts).
 */
export function othersOf(parts: readonly RevenueMovements[]): RevenueMovements[] {
	const behind: RevenueMovements[] = [];
	let sum: RevenueMovements = noRevenue();
	for (const part of parts.toReversed()) {
		behind.unshift(sum);
		sum = addRevenue([sum, part]);
	}
	let ahead: RevenueMovements = noRevenue();
	return parts.map((part, index) => {
		const others = addRevenue([ahead, behind[index]]);
		ahead = addRevenue([ahead, part]);
		return others;
	});
}

/** Whether every sum of amounts is exact: beyond 2^53 whole numbers are not. */
export const isExact = ({ startMrr, newMrr, expansionMrr, contractionMrr, churnedMrr, reactivationMrr, endMrr }: RevenueMovements): boolean =>
	[startMrr, newMrr, expansionMrr, contractionMrr, churnedMrr, reactivationMrr, endMrr].every(Number.isSafeInteger);
