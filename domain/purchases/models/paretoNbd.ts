import type { Maximum } from '../../statistics/maximise';
import type { Parameter } from '../fitTiming';
import { fittedOf, fitTiming, shapeBounds, timeBounds, whyNoPace } from '../fitTiming';
import { paretoChanceOfPurchase, paretoExpectedPurchases, paretoLikelihood } from '../paretoNbdLikelihood';
import type { Fit, PurchaseModel, Sample, UnfitReason } from '../purchaseModel';
import { timingTables } from '../timingTables';

const USUAL = { r: 0.6, s: 0.6 };
/** Who stays so many times longer than anybody was watched never leaves. */
const NEVER = 1e3;

function parametersOf(meanAge: number, repeatsPerTime: number): Parameter[] {
	const time = timeBounds(meanAge);
	return [
		{ name: 'r', start: Math.log(USUAL.r), bounds: shapeBounds },
		{ name: 'alpha', start: Math.log(USUAL.r / repeatsPerTime / 2), bounds: time },
		{ name: 's', start: Math.log(USUAL.s), bounds: shapeBounds },
		{ name: 'beta', start: Math.log(USUAL.s * meanAge), bounds: time },
	];
}

/** Says what is wrong with an optimum that says nothing; ages of customers are `meanAge` on average. */
const reasonAt = (meanAge: number) => ({ point, isAtBound }: Maximum): UnfitReason | null => {
	const [, , s, beta] = point.map(Math.exp);
	if (s * Math.log1p(meanAge / beta) < 1 / NEVER) return 'nobodyLeaves';
	return isAtBound[0] && point[0] < 0 ? 'notDetermined' : null;
};

function fit({ timing, horizon }: Sample): Fit {
	const tables = timingTables(timing);
	const none = whyNoPace(tables);
	if (none !== null) return { unfit: none };
	const meanAge = tables.totalAge / tables.customers;
	const found = fitTiming(paretoLikelihood(tables), parametersOf(meanAge, tables.totalRepeats / tables.totalAge), tables.customers, reasonAt(meanAge));
	if ('unfit' in found) return found;
	return fittedOf(found, (point, row) => {
		const own = { r: Math.exp(point[0]), alpha: Math.exp(point[1]), s: Math.exp(point[2]), beta: Math.exp(point[3]) };
		const customer = { repeats: timing.repeats[row], recency: timing.recency[row], age: timing.age[row] };
		return { chance: paretoChanceOfPurchase(own, customer, horizon), purchases: paretoExpectedPurchases(own, customer, horizon) };
	});
}

/** Pareto / negative binomial distribution: customers leave at any time, whether they buy or not. DOMAIN W4. */
export const paretoNbd: PurchaseModel = {
	title: 'Pace and Leaving at Any Time',
	name: 'Pareto/NBD',
	idea: 'Everybody buys at a pace of their own and leaves for good at a time of their own, between purchases too',
	source: 'Schmittlein, Morrison and Colombo, Counting Your Customers: Who Are They and What Will They Do Next?, 1987',
	fit,
};
