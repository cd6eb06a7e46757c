/**
 * The likelihood of BG/NBD and MBG/NBD, and what they say of a customer.
 *
 * A customer buys at a rate of their own, and may leave for good after each purchase with a chance of their own. Rates
 * are gamma distributed over customers (r, α), chances to leave beta distributed (a, b). Under BG/NBD nobody can leave
 * after the first purchase, so that somebody who bought once is alive for certain; under MBG/NBD they can.
 *
 * Everything is computed from sums over whole numbers of purchases and from logarithms of different ages, so that no
 * gamma function is needed and nothing overflows: not for 10,000 purchases, nor as a goes to 0.
 */
import type { Objective } from '../statistics/maximise';
import { negativeBinomialTails } from './negativeBinomialTails';
import { steadyPart } from './steadyLikelihood';
import type { Timing } from './timing';
import type { TimingTables } from './timingTables';
import { risingFactorials } from './timingTables';

export interface BetaGeometricParameters {
	readonly r: number;
	readonly alpha: number;
	readonly a: number;
	readonly b: number;
}

/** Whether a customer may leave right after the first purchase: 1 under MBG/NBD, 0 under BG/NBD. */
export type FirstDropout = 0 | 1;

/** Far from what a number can hold, also when it is doubled. */
const LARGEST_PRODUCT = 1e300;

/** The rows of those who could have left, in columns of their own: one after the other is read most quickly. */
function rowsThatCouldLeave({ rows: { count, repeats, customers }, ages, recencies }: TimingTables, first: FirstDropout) {
	const columns = { repeatsAt: new Int32Array(count), ageAt: new Int32Array(count), recencyAt: new Int32Array(count), customersAt: new Float64Array(count) };
	let length = 0;
	for (let row = 0; row < count; row++) {
		if (repeats[row] + first === 0) continue;
		columns.repeatsAt[length] = repeats[row];
		columns.ageAt[length] = ages.placeOf[row];
		columns.recencyAt[length] = recencies.placeOf[row];
		columns.customersAt[length] = customers[row];
		length++;
	}
	return { ...columns, repeatsAt: columns.repeatsAt.subarray(0, length) };
}

/**
 * The log-likelihood over rows, of the logarithms of r, α, a, b, with its slopes. DOMAIN W4.
 *
 * Source: Fader, Hardie and Lee 2005, equation 6; Batislam, Denizel and Filiztekin 2007, equation 3. O(rows).
 */
export function betaGeometricLikelihood(tables: TimingTables, first: FirstDropout): Objective {
	const { recencies, mostRepeats, withRepeats } = tables;
	const logOfRecency = new Float64Array(recencies.values.length);
	const inverseOfRecency = new Float64Array(recencies.values.length);
	const logOdds = new Float64Array(mostRepeats + 1);
	const inverseStayed = new Float64Array(mostRepeats + 1);
	// A customer who could not have left yet adds nothing beyond the steady part.
	const { repeatsAt, ageAt, recencyAt, customersAt } = rowsThatCouldLeave(tables, first);

	return (point, gradient) => {
		const [r, alpha, a, b] = point.map(Math.exp);
		const steady = steadyPart(tables, r, alpha);
		const { logOfAge, inverseOfAge } = steady;
		for (let place = 0; place < recencies.values.length; place++) {
			const scale = alpha + recencies.values[place];
			logOfRecency[place] = Math.log(scale);
			inverseOfRecency[place] = 1 / scale;
		}
		const chances = mostRepeats + first;
		const stays = risingFactorials(b, chances);
		const all = risingFactorials(a + b, chances);
		let { value, slopeOfR, slopeOfAlpha } = steady;
		let [slopeOfA, slopeOfB] = [0, 0];
		for (let x = 0; x <= mostRepeats; x++) {
			const times = x + first;
			value += withRepeats[x] * (stays.log[times] - all.log[times]);
			slopeOfA -= withRepeats[x] * all.slope[times];
			slopeOfB += withRepeats[x] * (stays.slope[times] - all.slope[times]);
		}
		for (let x = 1 - first; x <= mostRepeats; x++) {
			inverseStayed[x] = 1 / (b + x + first - 1);
			logOdds[x] = Math.log(a * inverseStayed[x]);
		}
		let leftInAll = 0;
		let product = 1;
		for (let at = 0; at < repeatsAt.length; at++) {
			const x = repeatsAt[at];
			const number = customersAt[at];
			const [age, recency] = [ageAt[at], recencyAt[at]];
			const longer = logOfAge[age] - logOfRecency[recency];
			// How many times likelier it is that the customer left after the last purchase than that they are still there.
			const odds = logOdds[x] + (r + x) * longer;
			const small = Math.exp(-Math.abs(odds));
			const rest = 1 / (1 + small);
			const left = number * (odds > 0 ? rest : small * rest);
			if (odds > 0) value += number * odds;
			// One logarithm for many rows: none of the factors is above 2.
			if (number === 1) product *= 1 + small;
			else value += number * Math.log(1 + small);
			if (product > LARGEST_PRODUCT) {
				value += Math.log(product);
				product = 1;
			}
			leftInAll += left;
			slopeOfR += left * longer;
			slopeOfAlpha += left * (r + x) * (inverseOfAge[age] - inverseOfRecency[recency]);
			slopeOfB -= left * inverseStayed[x];
		}
		value += Math.log(product);
		slopeOfA += leftInAll / a;
		gradient[0] = r * slopeOfR;
		gradient[1] = alpha * slopeOfAlpha;
		gradient[2] = a * slopeOfA;
		gradient[3] = b * slopeOfB;
		return value;
	};
}

/** The chance that a customer has not left for good; never the chance that they come back. */
export function chanceAlive({ r, alpha, a, b }: BetaGeometricParameters, { repeats, recency, age }: Timing, first: FirstDropout): number {
	if (repeats + first === 0) return 1;
	const odds = Math.log(a / (b + repeats + first - 1)) + (r + repeats) * Math.log((alpha + age) / (alpha + recency));
	return 1 / (1 + Math.exp(odds));
}

/** The chance of at least one purchase within a horizon: who is alive buys once before they can leave. */
export function chanceOfPurchase(parameters: BetaGeometricParameters, timing: Timing, first: FirstDropout, horizon: number): number {
	const { r, alpha } = parameters;
	const none = (r + timing.repeats) * Math.log1p(horizon / (alpha + timing.age));
	return chanceAlive(parameters, timing, first) * -Math.expm1(-none);
}

/** Beyond it a sum changes in no digit that is told. */
const NEGLIGIBLE = 1e-13;
/** Nobody buys on more days within any horizon; it ends the sum for rates that are out of this world. */
const MOST_PURCHASES = 20_000;

/**
 * How many purchases are expected within a horizon?
 *
 * The sum over j of the chance that who stays makes more than j purchases, times that of not having left after the
 * first j of them. It equals the papers' form with Gauss' hypergeometric function and has no place where that breaks
 * down (a = 1, a + b = 1, no purchases). O(purchases that may come).
 */
export function expectedPurchases(parameters: BetaGeometricParameters, timing: Timing, first: FirstDropout, horizon: number): number {
	const { r, alpha, a, b } = parameters;
	const { repeats, age } = timing;
	const stayed = b + repeats + first;
	const more = negativeBinomialTails(r + repeats, horizon / (alpha + age));
	let [sum, stays] = [0, 1];
	for (let j = 0; j < MOST_PURCHASES; j++) {
		const term = more() * stays;
		sum += term;
		if (term <= NEGLIGIBLE * sum) break;
		stays *= (stayed + j) / (a + stayed + j);
	}
	return chanceAlive(parameters, timing, first) * sum;
}
