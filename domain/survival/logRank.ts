import type { NullReason } from '../problems';
import { quadraticForm } from '../statistics/quadraticForm';
import { regularizedGamma } from '../statistics/regularizedGamma';
import type { Lifetimes, Watch } from './riskSets';
import { distinct, riskSetsAt, watchOf } from './riskSets';

export interface LogRankGroup {
	/** How many customers were watched. */
	readonly customers: number;
	/** How many left. */
	readonly observed: number;
	/** How many would have left if all groups left alike at every age. */
	readonly expected: number;
}

export interface LogRank {
	/** In the order in which the groups were given. Observed and expected have the same sum. */
	readonly groups: readonly LogRankGroup[];
	readonly chiSquare: number;
	readonly degreesOfFreedom: number;
	/** Chance of groups at least as far apart as these, if all left alike. */
	readonly p: number;
}

export type LogRankOrReason = { readonly test: LogRank } | { readonly reason: NullReason };

/** The ages at which anybody of any group left, in order. */
function agesOfLosses(watches: readonly Watch[]): Float64Array {
	const losses = new Float64Array(watches.reduce((sum, { losses: { length } }) => sum + length, 0));
	let filled = 0;
	for (const watch of watches) {
		losses.set(watch.losses, filled);
		filled += watch.losses.length;
	}
	return distinct(losses.sort());
}

/** Adds what one age brings: `leaving` of all `together` leave, and a group's part in it is as its part in the risk set. */
function addAge(atRisk: readonly number[], leaving: number, expected: number[], covariance: number[][]): void {
	const together = atRisk.reduce((sum, count) => sum + count, 0);
	// How many of a group leave is drawn without putting back; one customer alone leaves no choice.
	const spread = together > 1 ? (leaving * (together - leaving)) / (together - 1) : 0;
	atRisk.forEach((count, one) => {
		const part = count / together;
		expected[one] += leaving * part;
		if (part === 0) return;
		for (let other = 0; other < covariance.length && one < covariance.length; other++) {
			covariance[one][other] += spread * part * ((one === other ? 1 : 0) - atRisk[other] / together);
		}
	});
}

/**
 * Do groups of customers stay for different lengths of time, or could it be chance? (log-rank test)
 *
 * At each age at which anybody leaves, compares how many of a group left with how many would have, had all at
 * risk been alike. Customers watched late come into the risk set when their watching began. It sees curves
 * that lie apart throughout, and may miss curves that cross.
 *
 * The last group is left out of the covariance, since all differences add up to 0; other differences that
 * follow from one another (a group at risk with no other) lower the degrees of freedom. p by the
 * chi-square distribution. Without delayed entry the same as R's survdiff.
 *
 * Undefined with fewer than two groups that have anybody watched (`oneGroup`), without a loss (`noChurn`), and
 * where no two groups were at risk at one age at which somebody left (`groupsNeverTogether`).
 * Source: Mantel, 1966; Peto and Peto, 1972; DOMAIN C15. O(n log n + ages × groups² + groups³).
 */
export function logRank(groups: readonly Lifetimes[]): LogRankOrReason {
	const watches = groups.map(watchOf);
	if (watches.filter(({ exits }) => exits.length > 0).length < 2) return { reason: 'oneGroup' };
	const ages = agesOfLosses(watches);
	if (ages.length === 0) return { reason: 'noChurn' };

	const sets = watches.map((watch) => riskSetsAt(watch, ages));
	const expected = groups.map(() => 0);
	const covariance = groups.slice(1).map(() => groups.slice(1).map(() => 0));
	for (let step = 0; step < ages.length; step++) {
		const leaving = sets.reduce((sum, { events }) => sum + events[step], 0);
		addAge(sets.map(({ atRisk }) => atRisk[step]), leaving, expected, covariance);
	}

	const observed = watches.map(({ losses }) => losses.length);
	const excess = covariance.map((_, group) => observed[group] - expected[group]);
	const { value: chiSquare, rank: degreesOfFreedom } = quadraticForm(excess, covariance);
	if (degreesOfFreedom === 0) return { reason: 'groupsNeverTogether' };
	return {
		test: {
			groups: watches.map(({ exits }, group) => ({ customers: exits.length, observed: observed[group], expected: expected[group] })),
			chiSquare,
			degreesOfFreedom,
			p: regularizedGamma(degreesOfFreedom / 2, chiSquare / 2).upper,
		},
	};
}
