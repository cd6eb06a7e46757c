/** Fitting BG/NBD and MBG/NBD, which differ only in whether somebody may leave right after the first purchase. */
import type { Maximum } from '../../statistics/maximise';
import type { BetaGeometricParameters, FirstDropout } from '../betaGeometric';
import { betaGeometricLikelihood, chanceOfPurchase, expectedPurchases } from '../betaGeometric';
import type { Parameter } from '../fitTiming';
import { fittedOf, fitTiming, shapeBounds, timeBounds, whyNoPace } from '../fitTiming';
import type { Fit, Sample, UnfitReason } from '../purchaseModel';
import { timingTables } from '../timingTables';

/** A share of leavers per purchase below it is none: the optimum is the model in which nobody leaves. */
const NOBODY = 1e-3;
/** A starting point near what shops commonly give. */
const USUAL = { r: 0.5, a: 0.7, b: 2.5 };

/** The other hill of MBG/NBD: some leave at once and the others hardly ever, chances to leave being near 1 or near 0. */
const APART = { r: 1.5, a: 0.5, b: 0.5 };

/** Where r, α, a, b are sought; the scale of time is that of the customers' ages. */
export function betaGeometricParameters(meanAge: number, repeatsPerTime: number, first: FirstDropout): Parameter[] {
	const again = (value: number) => (first === 1 ? { again: Math.log(value) } : {});
	return [
		{ name: 'r', start: Math.log(USUAL.r), bounds: shapeBounds, ...again(APART.r) },
		{ name: 'alpha', start: Math.log(USUAL.r / repeatsPerTime / 2), bounds: timeBounds(meanAge), ...again(1 / repeatsPerTime) },
		{ name: 'a', start: Math.log(USUAL.a), bounds: shapeBounds, ...again(APART.a) },
		{ name: 'b', start: Math.log(USUAL.b), bounds: shapeBounds, ...again(APART.b) },
	];
}

/** Hardly anybody buys twice and hardly anybody differs: a shape of nothing. Where all buy alike it is as large as can be, which does no harm. */
const isLowest = (shape: number, isAtBound: boolean): boolean => isAtBound && shape < 0;

/** What is wrong with an optimum that says nothing. */
function reasonOf({ point, isAtBound }: Maximum): UnfitReason | null {
	const [, , a, b] = point.map(Math.exp);
	const leave = a / (a + b);
	if (leave < NOBODY) return 'nobodyLeaves';
	if (leave > 1 - NOBODY) return 'everybodyLeaves';
	return isLowest(point[0], isAtBound[0]) ? 'notDetermined' : null;
}

export function fitBetaGeometric({ timing, horizon }: Sample, first: FirstDropout): Fit {
	const tables = timingTables(timing);
	const none = whyNoPace(tables);
	if (none !== null) return { unfit: none };
	const parameters = betaGeometricParameters(tables.totalAge / tables.customers, tables.totalRepeats / tables.totalAge, first);
	const fit = fitTiming(betaGeometricLikelihood(tables, first), parameters, tables.customers, reasonOf);
	if ('unfit' in fit) return fit;
	const current = { repeats: 0, recency: 0, age: 0 };
	return fittedOf(fit, (point, row) => {
		const own: BetaGeometricParameters = { r: Math.exp(point[0]), alpha: Math.exp(point[1]), a: Math.exp(point[2]), b: Math.exp(point[3]) };
		current.repeats = timing.repeats[row];
		current.recency = timing.recency[row];
		current.age = timing.age[row];
		return { chance: chanceOfPurchase(own, current, first, horizon), purchases: expectedPurchases(own, current, first, horizon) };
	});
}
