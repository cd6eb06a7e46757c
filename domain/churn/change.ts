import type { NullReason } from '../problems';
import type { Estimate } from '../statistics/interval';
import { DEFAULT_CONFIDENCE, differenceInterval } from '../statistics/interval';
import type { Period } from '../time';
import type { ChurnDefinition, Fraction } from './definition';

export type Verdict = 'up' | 'down' | 'inconclusive';

/** By how much one rate is above another, and whether that can be told from chance. */
export interface Comparison {
	readonly difference: number;
	readonly low: number;
	readonly high: number;
	readonly verdict: Verdict;
}

export type ComparisonOrReason = { readonly comparison: Comparison } | { readonly reason: NullReason };

const verdictOf = (low: number, high: number): Verdict => {
	if (low > 0) return 'up';
	return high < 0 ? 'down' : 'inconclusive';
};

/** By how much is one figure above another, from each one's own interval, and can that be told from chance? */
export function compareEstimates(one: Estimate, other: Estimate): Comparison {
	const { low, high } = differenceInterval(one, other);
	return { difference: one.value - other.value, low, high, verdict: verdictOf(low, high) };
}

function estimateOf(definition: ChurnDefinition, rate: Fraction, confidence: number): Estimate | NullReason {
	if (rate.value.value === null) return rate.value.reason;
	const interval = definition.interval(rate, confidence);
	return interval ? { value: rate.value.value, ...interval } : 'noChurn';
}

/**
 * By how much is `one` rate above the `other`, both of the same definition?
 *
 * From each rate's own interval (MOVER; Newcombe where the intervals are Wilson's). The verdict is `up`
 * or `down` only when the interval of the difference leaves out 0. Refused with a reason where one of
 * the rates or its interval is undefined. DOMAIN C8.
 */
export function compareRates(
	definition: ChurnDefinition,
	one: Fraction,
	other: Fraction,
	confidence = DEFAULT_CONFIDENCE,
): ComparisonOrReason {
	const first = estimateOf(definition, one, confidence);
	if (typeof first === 'string') return { reason: first };
	const second = estimateOf(definition, other, confidence);
	if (typeof second === 'string') return { reason: second };
	return { comparison: compareEstimates(first, second) };
}

export const sharesDays = (one: Period, other: Period): boolean => one.start < other.end && other.start < one.end;

/**
 * With which confidence are the groups of one period each compared with the rest?
 *
 * With m comparisons in a period, each at 1 − .05 / m, so that forty groups that are alike do not bring
 * forth a false verdict in most periods. DOMAIN C8.
 */
export const confidenceAmongGroups = (groupCount: number): number => 1 - (1 - DEFAULT_CONFIDENCE) / groupCount;

/** One group's part in a rate, in two periods. */
export interface GroupRates {
	readonly earlier: Fraction;
	readonly later: Fraction;
}

export interface RateAndMix {
	readonly fromRates: number;
	readonly fromMix: number;
}

/**
 * How much of the change of a total comes from the groups' rates, how much from the mix of groups?
 *
 * With each group's weight its share of the denominator: change of rates at the mean weight, plus change
 * of weights at the mean rate; the two add up to the change of the total. Where every group's rate falls
 * and the total rises, it is the mix (Simpson's paradox).
 *
 * A group without customers in one of the two periods has no rate there; it is taken at the rate of the
 * other, so that its coming or going is all mix. Null unless the rate is a quotient of sums, both totals
 * are positive, and no group has losses without customers to divide them by. DOMAIN C8.
 */
export function rateAndMix(groups: readonly GroupRates[]): RateAndMix | null {
	const total = (which: keyof GroupRates) => groups.reduce((sum, group) => sum + (group[which].denominator ?? NaN), 0);
	const earlierTotal = total('earlier');
	const laterTotal = total('later');
	if (!(earlierTotal > 0) || !(laterTotal > 0)) return null;
	const hasLossesWithoutWeight = ({ numerator, denominator }: Fraction) => denominator === 0 && numerator > 0;
	if (groups.some(({ earlier, later }) => hasLossesWithoutWeight(earlier) || hasLossesWithoutWeight(later))) return null;

	let fromRates = 0;
	let fromMix = 0;
	for (const { earlier, later } of groups) {
		const earlierRate = earlier.value.value ?? later.value.value ?? 0;
		const laterRate = later.value.value ?? earlierRate;
		const earlierWeight = (earlier.denominator ?? 0) / earlierTotal;
		const laterWeight = (later.denominator ?? 0) / laterTotal;
		fromRates += ((earlierWeight + laterWeight) / 2) * (laterRate - earlierRate);
		fromMix += ((earlierRate + laterRate) / 2) * (laterWeight - earlierWeight);
	}
	return { fromRates, fromMix };
}
