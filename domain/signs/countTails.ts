/**
 * Is a count of late out of the ordinary for this customer? DOMAIN S4, S7.
 *
 * The customer's rate has a gamma prior of shape .5 and 3 windows of 30 days, which stands for somebody of whom next
 * to nothing is known; what is usual for them is added to it, and the recent count is then negative binomial. Usual
 * counts of many days outweigh the prior, few do not.
 */
import { logGamma } from '../statistics/logGamma';

const PRIOR_SHAPE = 0.5;
const PRIOR_WINDOWS = 3;
const DAYS_OF_WINDOW = 30;

/** What is usual: a count, and the days in which it came together. */
export interface UsualCount {
	readonly count: number;
	readonly days: number;
}

interface NegativeBinomial {
	readonly size: number;
	/** Logarithms of the chances of stopping and of one more. */
	readonly logStop: number;
	readonly logMore: number;
}

/** How the recent count is spread, given what is usual. */
function recentCount({ count, days }: UsualCount, recentDays: number): NegativeBinomial {
	const windows = PRIOR_WINDOWS + days / DAYS_OF_WINDOW;
	const recent = recentDays / DAYS_OF_WINDOW;
	return { size: PRIOR_SHAPE + count, logStop: -Math.log1p(recent / windows), logMore: -Math.log1p(windows / recent) };
}

const chanceOf = (count: number, { size, logStop, logMore }: NegativeBinomial): number =>
	Math.exp(logGamma(size + count) - logGamma(size) - logGamma(count + 1) + size * logStop + count * logMore);

/** Terms smaller than this share of the sum change none of its digits. */
const NEGLIGIBLE = 1e-17;

/** The sum of chances from `count` upwards, each from the one before. */
function sumUpwards(count: number, { size, logMore }: NegativeBinomial, first: number): number {
	const more = Math.exp(logMore);
	let term = first;
	let sum = 0;
	for (let each = count; ; each++) {
		sum += term;
		const factor = ((size + each) / (each + 1)) * more;
		term *= factor;
		// Once the terms fall, the rest is at most a geometric series.
		if (factor < 1 && term <= sum * NEGLIGIBLE * (1 - factor)) return sum;
	}
}

/** The same downwards to 0. */
function sumDownwards(count: number, { size, logMore }: NegativeBinomial, first: number): number {
	const more = Math.exp(logMore);
	let term = first;
	let sum = 0;
	for (let each = count; each >= 0; each--) {
		sum += term;
		const factor = each / ((size + each - 1) * more);
		term *= factor;
		if (factor < 1 && term <= sum * NEGLIGIBLE * (1 - factor)) return sum;
	}
	return sum;
}

/**
 * How likely are so many or more in the recent days, by what is usual?
 *
 * `recentDays` above 0. Between 0 and 1. O(count) at most, usually a few dozen terms.
 */
export function chanceOfAtLeast(count: number, usual: UsualCount, recentDays: number): number {
	if (count <= 0) return 1;
	const spread = recentCount(usual, recentDays);
	const mean = spread.size * Math.exp(spread.logMore - spread.logStop);
	if (count > mean) return Math.min(1, sumUpwards(count, spread, chanceOf(count, spread)));
	return Math.max(0, 1 - sumDownwards(count - 1, spread, chanceOf(count - 1, spread)));
}

/** How likely are so few or fewer? The same as above. */
export function chanceOfAtMost(count: number, usual: UsualCount, recentDays: number): number {
	const spread = recentCount(usual, recentDays);
	const mean = spread.size * Math.exp(spread.logMore - spread.logStop);
	if (count < mean) return Math.min(1, sumDownwards(count, spread, chanceOf(count, spread)));
	return Math.max(0, 1 - sumUpwards(count + 1, spread, chanceOf(count + 1, spread)));
}
