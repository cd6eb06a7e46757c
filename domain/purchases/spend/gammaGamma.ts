/**
 * What does a purchase of a customer bring? Gamma-Gamma model. DOMAIN 3.
 *
 * Purchases of a customer scatter around an average of their own (gamma, shape p), averages are spread over customers
 * (their rates gamma with q, γ), and neither has to do with how often somebody buys. Who bought often speaks for
 * themself, who bought once is drawn towards the others.
 */
import { digamma } from '../../statistics/digamma';
import { logGamma } from '../../statistics/logGamma';
import type { Objective } from '../../statistics/maximise';
import { lastStep } from '../../statistics/lastStep';
import { informationAt, maximise } from '../../statistics/maximise';
import { symmetricInverse } from '../../statistics/symmetricInverse';
import type { Estimate, UnfitReason } from '../purchaseModel';
import { estimateOf } from '../purchaseModel';

/** Customers with at least one purchase that brought something: how many, and what each brought on average. */
export interface Spends {
	readonly purchases: Float64Array;
	readonly average: Float64Array;
}

export interface GammaGammaParameters {
	readonly p: number;
	readonly q: number;
	readonly gamma: number;
}

/**
 * The log-likelihood, of the logarithms of p, q, γ, with its slopes.
 *
 * Source: Fader and Hardie, The Gamma-Gamma Model of Monetary Value, 2013, equation 1a. O(customers); gamma functions
 * only once for each different number of purchases.
 */
export function gammaGammaLikelihood({ purchases, average }: Spends): Objective {
	const customersWith = new Map<number, number>();
	let [logAverages, weightedLogs] = [0, 0];
	const totals = new Float64Array(purchases.length);
	purchases.forEach((number, customer) => {
		customersWith.set(number, (customersWith.get(number) ?? 0) + 1);
		totals[customer] = number * average[customer];
		logAverages += Math.log(average[customer]);
		weightedLogs += number * Math.log(totals[customer]);
	});
	const customers = purchases.length;
	return (point, gradient) => {
		const [p, q, gamma] = point.map(Math.exp);
		let value = customers * (q * Math.log(gamma) - logGamma(q)) + p * weightedLogs - logAverages;
		let [ofP, ofQ, ofGamma] = [weightedLogs, customers * (Math.log(gamma) - digamma(q)), (customers * q) / gamma];
		for (const [number, those] of customersWith) {
			value += those * (logGamma(p * number + q) - logGamma(p * number));
			const both = digamma(p * number + q);
			ofP += those * number * (both - digamma(p * number));
			ofQ += those * both;
		}
		for (let customer = 0; customer < customers; customer++) {
			const shape = p * purchases[customer] + q;
			const scale = gamma + totals[customer];
			const log = Math.log(scale);
			value -= shape * log;
			ofP -= purchases[customer] * log;
			ofQ -= log;
			ofGamma -= shape / scale;
		}
		gradient[0] = p * ofP;
		gradient[1] = q * ofQ;
		gradient[2] = gamma * ofGamma;
		return value;
	};
}

/** What a purchase of a customer brings on average, as far as one can tell from so many purchases; of one without any, what customers bring. */
export const expectedAverage = ({ p, q, gamma }: GammaGammaParameters, purchases: number, average: number): number =>
	(p * (gamma + purchases * average)) / (p * purchases + q - 1);

export interface GammaGammaFit extends GammaGammaParameters {
	readonly estimates: readonly Estimate[];
	readonly logLikelihood: number;
	/** On the log scale. */
	readonly covariance: readonly number[][];
}

const LARGEST = Math.log(1e5);
const SMALLEST = Math.log(1e-3);
/** With fewer customers, of whom some came again, three parameters are not determined. */
const LEAST_CUSTOMERS = 20;

/**
 * Fits by maximum likelihood. Unfit `fewReturns` where hardly anybody bought twice, `allAlike` where the optimum is on a
 * bound, `notDetermined` where averages spread so far that their mean does not exist (q ≤ 1).
 */
export function fitGammaGamma(spends: Spends): GammaGammaFit | { readonly unfit: UnfitReason } {
	const repeaters = spends.purchases.reduce((sum, number) => sum + Number(number > 1), 0);
	if (repeaters < LEAST_CUSTOMERS) return { unfit: 'fewReturns' };
	// In units of the mean, so that bounds and starting point suit every currency.
	const mean = spends.average.reduce((sum, value) => sum + value, 0) / spends.average.length;
	const inMeans = { purchases: spends.purchases, average: spends.average.map((value) => value / mean) };
	const objective = gammaGammaLikelihood(inMeans);
	const bounds = [1, 2, 3].map(() => ({ low: SMALLEST, high: LARGEST }));
	const found = maximise(objective, [Math.log(3), Math.log(3), Math.log(1)], bounds);
	if (found.isAtBound.includes(true)) return { unfit: 'allAlike' };
	const covariance = symmetricInverse(informationAt(objective, found.point));
	if (covariance === null) return { unfit: 'notDetermined' };
	const { point, value } = lastStep(objective, found, covariance, bounds);
	const [p, q, ownGamma] = point.map(Math.exp);
	if (q <= 1) return { unfit: 'notDetermined' };
	const gamma = ownGamma * mean;
	const names = ['p', 'q', 'gamma'];
	return {
		p,
		q,
		gamma,
		covariance,
		// A change of unit moves the density of every customer's average by the same factor.
		logLikelihood: value - spends.average.length * Math.log(mean),
		estimates: [p, q, gamma].map((estimate, i) => estimateOf(names[i], estimate, Math.sqrt(covariance[i][i]))),
	};
}
