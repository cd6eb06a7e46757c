/**
 * Logistic and Poisson regression on rows that stand for many cases.
 *
 * Both are regressions with their canonical link: the slope of the log-likelihood is the features times (observed −
 * expected), the curvature the features' products weighted by the variance. Newton's steps, halved where they do not
 * gain; a normal prior on slopes keeps them finite where the features tell cases apart without fault.
 *
 * Source: McCullagh and Nelder, Generalized Linear Models, 1989, 2.5.
 */
import { symmetricInverse } from './symmetricInverse';

export interface Link {
	/** The expected value of a case at a linear predictor, and how much it varies. */
	mean(predictor: number): number;
	variance(mean: number): number;
	/** The log-likelihood of a row up to a constant: observed sum, cases, predictor. */
	logLikelihood(observed: number, cases: number, predictor: number): number;
}

export const logistic: Link = {
	mean: (predictor) => 1 / (1 + Math.exp(-predictor)),
	variance: (mean) => mean * (1 - mean),
	logLikelihood: (observed, cases, predictor) => observed * predictor - cases * (Math.max(predictor, 0) + Math.log1p(Math.exp(-Math.abs(predictor)))),
};

export const poisson: Link = {
	mean: (predictor) => Math.exp(predictor),
	variance: (mean) => mean,
	logLikelihood: (observed, cases, predictor) => observed * predictor - cases * Math.exp(predictor),
};

export interface RegressionRows {
	readonly count: number;
	/** A column a feature; the constant is no column. */
	readonly features: readonly Float64Array[];
	/** How many cases a row stands for, and the sum of what was observed of them. */
	readonly cases: Float64Array;
	readonly observed: Float64Array;
}

export interface Regression {
	/** The constant, then a slope a feature. */
	readonly coefficients: readonly number[];
	/** The inverse of the information: the covariance where cases are independent. */
	readonly inverse: readonly number[][];
}

const MOST_STEPS = 60;
const TOLERANCE = 1e-12;
/** No step moves a predictor of a usual row further; a first step may otherwise overshoot. */
const LONGEST_STEP = 4;

/** Adds weight × (features · featuresᵗ) and weight × features of a row; the constant is the first of them. */
class Sums {
	readonly slope: number[];
	readonly curvature: number[][];
	value = 0;
	private readonly feature: number[];

	constructor(private readonly rows: RegressionRows) {
		const size = rows.features.length + 1;
		this.slope = new Array<number>(size).fill(0);
		this.curvature = this.slope.map(() => new Array<number>(size).fill(0));
		this.feature = new Array<number>(size).fill(1);
	}

	add(row: number, residual: number, weight: number): void {
		const { feature, slope, curvature } = this;
		for (let i = 1; i < feature.length; i++) feature[i] = this.rows.features[i - 1][row];
		for (let i = 0; i < feature.length; i++) {
			slope[i] += residual * feature[i];
			for (let j = 0; j <= i; j++) curvature[i][j] += weight * feature[i] * feature[j];
		}
	}

	complete(): void {
		for (let i = 0; i < this.slope.length; i++) for (let j = 0; j < i; j++) this.curvature[j][i] = this.curvature[i][j];
	}
}

export function predictorOf(coefficients: readonly number[], rows: RegressionRows, row: number): number {
	let predictor = coefficients[0];
	for (let i = 1; i < coefficients.length; i++) predictor += coefficients[i] * rows.features[i - 1][row];
	return predictor;
}

function sumsAt(rows: RegressionRows, link: Link, precision: readonly number[], coefficients: readonly number[]): Sums {
	const sums = new Sums(rows);
	for (let row = 0; row < rows.count; row++) {
		// Nothing was seen of it, and times 0 an overflow would be no number.
		if (rows.cases[row] === 0) continue;
		const predictor = predictorOf(coefficients, rows, row);
		const mean = link.mean(predictor);
		sums.value += link.logLikelihood(rows.observed[row], rows.cases[row], predictor);
		sums.add(row, rows.observed[row] - rows.cases[row] * mean, rows.cases[row] * link.variance(mean));
	}
	sums.complete();
	precision.forEach((weight, feature) => {
		const at = feature + 1;
		sums.value -= (weight * coefficients[at] ** 2) / 2;
		sums.slope[at] -= weight * coefficients[at];
		sums.curvature[at][at] += weight;
	});
	return sums;
}

/** Where no step gains any more that could be told, one more doubles the digits of the coefficients. */
function lastStep(rows: RegressionRows, link: Link, precision: readonly number[], found: Regression, direction: readonly number[]): Regression {
	const coefficients = found.coefficients.map((value, i) => value + direction[i]);
	const inverse = symmetricInverse(sumsAt(rows, link, precision, coefficients).curvature);
	return inverse === null ? found : { coefficients, inverse };
}

/** `precision` is that of the normal prior on each slope, 0 for none. Null where the rows do not determine the slopes. */
export function canonicalRegression(rows: RegressionRows, link: Link, precision: readonly number[], constant: number): Regression | null {
	let coefficients = [constant, ...rows.features.map(() => 0)];
	let sums = sumsAt(rows, link, precision, coefficients);
	for (let step = 0; step < MOST_STEPS; step++) {
		const inverse = symmetricInverse(sums.curvature);
		if (inverse === null) return null;
		const direction = inverse.map((row) => row.reduce((sum, entry, i) => sum + entry * sums.slope[i], 0));
		const promised = direction.reduce((sum, component, i) => sum + component * sums.slope[i], 0);
		if (promised <= TOLERANCE * (1 + Math.abs(sums.value))) return lastStep(rows, link, precision, { coefficients, inverse }, direction);
		let length = Math.min(1, LONGEST_STEP / Math.max(...direction.map(Math.abs)));
		let next = sums;
		let tried = coefficients;
		do {
			const taken = length;
			tried = coefficients.map((value, i) => value + taken * direction[i]);
			next = sumsAt(rows, link, precision, tried);
			length /= 2;
		} while (!(next.value >= sums.value) && length > 1e-10);
		if (!(next.value >= sums.value)) return { coefficients, inverse };
		coefficients = tried;
		sums = next;
	}
	const inverse = symmetricInverse(sums.curvature);
	return inverse === null || !coefficients.every(Number.isFinite) ? null : { coefficients, inverse };
}
