/** Fitting a model of purchase timing by maximum likelihood, and what its uncertainty makes of a forecast. */
import type { Bounds, Maximum, Objective } from '../statistics/maximise';
import { lastStep } from '../statistics/lastStep';
import { informationAt, maximise } from '../statistics/maximise';
import { symmetricInverse, varianceOf } from '../statistics/symmetricInverse';
import type { Estimate, Expected, Fitted, Outlook, UnfitReason } from './purchaseModel';
import { estimateOf } from './purchaseModel';
import type { TimingTables } from './timingTables';

/** A parameter: where it is sought, and what it is drawn to where there are few customers. All on the log scale. */
export interface Parameter {
	readonly name: string;
	readonly start: number;
	/** Where else to start, for a likelihood that can have two hills. */
	readonly again?: number;
	readonly bounds: Bounds;
}

const LARGEST = Math.log(1e4);
const SMALLEST = Math.log(1e-5);

/** Where shapes are sought, and scales of time beside the mean age of customers; on the log scale. */
export const shapeBounds: Bounds = { low: SMALLEST, high: LARGEST };
export const timeBounds = (meanAge: number): Bounds => ({ low: Math.log(meanAge) + SMALLEST, high: Math.log(meanAge) + LARGEST });

/** Why no model of pace can be fitted on some customers; null where one can. */
export function whyNoPace({ totalAge, totalRepeats }: TimingTables): UnfitReason | null {
	if (totalAge === 0) return 'noHistory';
	return totalRepeats === 0 ? 'nobodyCameBack' : null;
}

/** With fewer customers parameters are drawn towards usual ones, so that chance decides less. */
export const FEW_CUSTOMERS = 200;
/** How far from the usual, on the log scale, parameters of other shops commonly lie. */
const USUAL_SPREAD = 1.5;

/** The likelihood with a normal prior on the logarithms around `centre`. */
function drawnTo(likelihood: Objective, centre: readonly number[]): Objective {
	const weight = 1 / USUAL_SPREAD ** 2;
	return (point, gradient) => {
		let value = likelihood(point, gradient);
		for (let i = 0; i < point.length; i++) {
			const off = point[i] - centre[i];
			value -= (weight * off * off) / 2;
			gradient[i] -= weight * off;
		}
		return value;
	};
}

export interface TimingFit {
	/** On the log scale. */
	readonly point: Float64Array;
	readonly logLikelihood: number;
	/** Covariance of the logarithms; a parameter on a bound has none. */
	readonly covariance: readonly number[][];
	readonly estimates: readonly Estimate[];
	readonly isShrunk: boolean;
	readonly maximum: Maximum;
}

/**
 * The covariance of the free parameters, in a matrix of all.
 *
 * Where two of them are determined only together (all customers leave at one rate, which is a quotient of two), one is
 * held where it is, as if it were known. Null where they are not determined even so.
 */
function covarianceOf(objective: Objective, { point, isAtBound }: Maximum): number[][] | null {
	const information = informationAt(objective, point);
	const free = isAtBound.flatMap((isFixed, i) => (isFixed ? [] : [i]));
	for (const held of [-1, ...free]) {
		const those = free.filter((i) => i !== held);
		const inverse = symmetricInverse(those.map((i) => those.map((j) => information[i][j])));
		if (inverse === null) continue;
		const whole = isAtBound.map(() => isAtBound.map(() => 0));
		those.forEach((i, row) => those.forEach((j, column) => (whole[i][j] = inverse[row][column])));
		return whole;
	}
	return null;
}

/** The higher of the maxima that are found from the start, and from another one where it is likely that there are two. */
function highest(objective: Objective, parameters: readonly Parameter[], bounds: readonly Bounds[]): Maximum {
	const first = maximise(objective, parameters.map(({ start }) => start), bounds);
	const hasOther = parameters.some(({ again }) => again !== undefined);
	// The likelihoods have flat places towards the bounds.
	if (!hasOther && !first.isAtBound.includes(true)) return first;
	const others = parameters.map(({ start, again }, i) => again ?? start + (i % 2 === 0 ? 1 : -1));
	const second = maximise(objective, others, bounds);
	return second.value > first.value ? second : first;
}

/**
 * Where is the likelihood largest, and how sure is that?
 *
 * `reasonOf` says whether an optimum means nothing, such as one by which nobody ever leaves.
 */
export function fitTiming(likelihood: Objective, parameters: readonly Parameter[], customers: number, reasonOf: (maximum: Maximum) => UnfitReason | null): TimingFit | { readonly unfit: UnfitReason } {
	const isShrunk = customers < FEW_CUSTOMERS;
	const objective = isShrunk ? drawnTo(likelihood, parameters.map(({ start }) => start)) : likelihood;
	const bounds = parameters.map((parameter) => parameter.bounds);
	const found = highest(objective, parameters, bounds);
	const unfit = reasonOf(found);
	if (unfit !== null) return { unfit };
	const covariance = covarianceOf(objective, found);
	if (covariance === null || !Number.isFinite(found.value)) return { unfit: 'notDetermined' };
	const maximum = lastStep(objective, found, covariance, bounds);
	const { point } = maximum;
	const estimates = parameters.map(({ name }, i) => estimateOf(name, Math.exp(point[i]), covariance[i][i] > 0 ? Math.sqrt(covariance[i][i]) : null));
	return { point, logLikelihood: likelihood(point, new Float64Array(point.length)), covariance, estimates, isShrunk, maximum };
}

/** What a model says of a row with its parameters on the log scale. */
export type Predict = (point: ArrayLike<number>, row: number) => Expected;

const STEP = 1e-4;
const logOdds = (chance: number): number => Math.log(chance) - Math.log1p(-chance);

/** Forecasts with standard errors, by how much they move with each parameter (delta method). */
export function fittedOf(fit: TimingFit, predict: Predict): Fitted {
	const { point, covariance, estimates, logLikelihood, isShrunk } = fit;
	const moved = Array.from(point, (value, i) => Float64Array.from(point, (other, j) => (i === j ? value + STEP : other)));
	const slopeOfChance = new Float64Array(point.length);
	const slopeOfPurchases = new Float64Array(point.length);
	return {
		parameters: estimates,
		logLikelihood,
		isShrunk,
		expected: (row) => predict(point, row),
		outlook(row): Outlook {
			const { chance, purchases } = predict(point, row);
			moved.forEach((other, i) => {
				const there = predict(other, row);
				slopeOfChance[i] = chance > 0 && chance < 1 ? (logOdds(there.chance) - logOdds(chance)) / STEP : 0;
				slopeOfPurchases[i] = purchases > 0 ? Math.log(there.purchases / purchases) / STEP : 0;
			});
			return {
				chance,
				purchases,
				chanceError: finite(Math.sqrt(varianceOf(slopeOfChance, covariance))),
				purchasesError: finite(Math.sqrt(varianceOf(slopeOfPurchases, covariance))),
			};
		},
	};
}

const finite = (error: number): number => (Number.isFinite(error) ? error : 0);
