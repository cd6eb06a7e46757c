/** Fitting who came back after landmark days, by what was known of them then. DOMAIN W4. */
import type { Link, RegressionRows } from '../../statistics/canonicalRegression';
import { canonicalRegression, logistic, poisson, predictorOf } from '../../statistics/canonicalRegression';
import { DEFAULT_CONFIDENCE, normalFactor } from '../../statistics/interval';
import { varianceOf } from '../../statistics/symmetricInverse';
import { FEW_CUSTOMERS } from '../fitTiming';
import type { LandmarkCells } from '../landmarks';
import { firstDayOf, landmarkCells, landmarkDays } from '../landmarks';
import type { PurchaseHistory } from '../purchaseCustomers';
import type { Estimate, Expected, Fit, Outlook, Sample, UnfitReason } from '../purchaseModel';

export interface LandmarkFeature {
	readonly name: string;
	of(silence: number, repeats: number): number;
}

/** With fewer who came back, or who did not, slopes are accidents. */
export const LEAST_OUTCOMES = 20;
/** With few customers a slope is drawn to 0, as if known to be within 2.5 per standard deviation of its feature. */
const USUAL_SLOPE = 2.5;

interface CustomerSums {
	/** Customers who came back after a landmark at least once, and who stayed away at least once. */
	readonly returned: number;
	readonly stayedAway: number;
	readonly customers: number;
}

function customerSums({ cellOf, bought, landmarks }: LandmarkCells): CustomerSums {
	let [returned, stayedAway, customers] = [0, 0, 0];
	for (let start = 0; start < cellOf.length; start += landmarks) {
		let [cameBack, isAway] = [false, false];
		for (let at = start; at < start + landmarks; at++) {
			if (cellOf[at] < 0) continue;
			cameBack ||= bought[at] > 0;
			isAway ||= bought[at] === 0;
		}
		returned += Number(cameBack);
		stayedAway += Number(isAway);
		customers += Number(cameBack || isAway);
	}
	return { returned, stayedAway, customers };
}

/** A regression whose standard errors know that a customer counts at several landmarks. */
interface ClusteredFit {
	readonly coefficients: readonly number[];
	readonly covariance: readonly number[][];
}

/** Feature columns of cells, and whether slopes are drawn to 0. */
interface Design {
	readonly features: readonly Float64Array[];
	readonly isShrunk: boolean;
}

const designOf = (cells: LandmarkCells, features: readonly LandmarkFeature[], isShrunk: boolean): Design => ({
	features: features.map(({ of }) => Float64Array.from({ length: cells.count }, (_, cell) => of(cells.silence[cell], cells.repeats[cell]))),
	isShrunk,
});

/** The precision of the prior on each slope, by how far its feature spreads over the cases. */
const precisionOf = ({ features, isShrunk }: Design, cases: Float64Array): number[] => features.map((column) => (isShrunk ? spreadOf(column, cases) ** 2 / USUAL_SLOPE ** 2 : 0));

function spreadOf(column: Float64Array, cases: Float64Array): number {
	let [sum, squares, number] = [0, 0, 0];
	column.forEach((value, cell) => {
		number += cases[cell];
		sum += cases[cell] * value;
		squares += cases[cell] * value * value;
	});
	return Math.sqrt(Math.max(0, squares / number - (sum / number) ** 2));
}

/** What a customer at a landmark adds to the slopes, per feature: observed less expected; null where they do not count. */
type Residual = (at: number, mean: number) => number | null;

/**
 * The covariance of coefficients where cases of a customer hang together: the inverse information around the sum of
 * products of each customer's slopes (sandwich), times c / (c − 1) for c customers.
 *
 * Source: Liang and Zeger, Longitudinal Data Analysis Using Generalized Linear Models, 1986.
 */
function clustered(cells: LandmarkCells, rows: RegressionRows, inverse: readonly number[][], means: Float64Array, residual: Residual): number[][] {
	const size = inverse.length;
	const meat = inverse.map(() => new Array<number>(size).fill(0));
	const own = new Array<number>(size).fill(0);
	let customers = 0;
	for (let start = 0; start < cells.cellOf.length; start += cells.landmarks) {
		own.fill(0);
		let counts = 0;
		for (let at = start; at < start + cells.landmarks; at++) {
			const cell = cells.cellOf[at];
			if (cell < 0) continue;
			const rest = residual(at, means[cell]);
			if (rest === null) continue;
			counts = 1;
			own[0] += rest;
			for (let i = 1; i < size; i++) own[i] += rest * rows.features[i - 1][cell];
		}
		customers += counts;
		for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) meat[i][j] += own[i] * own[j];
	}
	const few = customers > 1 ? customers / (customers - 1) : 1;
	return inverse.map((row) => inverse.map((other) => few * row.reduce((sum, entry, i) => sum + entry * other.reduce((inner, value, j) => inner + value * meat[i][j], 0), 0)));
}

/** What is regressed, where the search starts, and what a case adds. */
interface Part {
	readonly link: Link;
	readonly constant: number;
	readonly residual: Residual;
}

function clusteredFit(cells: LandmarkCells, rows: RegressionRows, precision: readonly number[], { link, constant, residual }: Part): ClusteredFit | null {
	const fit = canonicalRegression(rows, link, precision, constant);
	if (fit === null) return null;
	const means = Float64Array.from({ length: rows.count }, (_, row) => link.mean(predictorOf(fit.coefficients, rows, row)));
	return { coefficients: fit.coefficients, covariance: clustered(cells, rows, fit.inverse, means, residual) };
}

const total = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0);

const fitChance = (cells: LandmarkCells, design: Design): ClusteredFit | null => {
	const [returned, customers] = [total(cells.returned), total(cells.customers)];
	return clusteredFit(cells, { count: cells.count, features: design.features, cases: cells.customers, observed: cells.returned }, precisionOf(design, cells.customers), {
		link: logistic,
		constant: Math.log(returned / (customers - returned)),
		residual: (at, mean) => Number(cells.bought[at] > 0) - mean,
	});
};

/** How many days beyond the first, of those who came back; the same for all where the features do not tell; null where nobody bought twice. */
function fitMore(cells: LandmarkCells, design: Design): ClusteredFit | null {
	const more = total(cells.more);
	if (more === 0) return null;
	const part: Part = {
		link: poisson,
		constant: Math.log(more / total(cells.returned)),
		residual: (at, mean) => (cells.bought[at] > 0 ? cells.bought[at] - 1 - mean : null),
	};
	const rowsWith = (features: readonly Float64Array[]) => ({ count: cells.count, features, cases: cells.returned, observed: cells.more });
	const fit = clusteredFit(cells, rowsWith(design.features), precisionOf(design, cells.returned), part);
	const alike = fit === null ? clusteredFit(cells, rowsWith([]), [], part) : null;
	if (alike === null) return fit;
	const size = design.features.length + 1;
	const padded = (row: readonly number[]) => Array.from({ length: size }, (_, i) => row[i] ?? 0);
	return { coefficients: padded(alike.coefficients), covariance: Array.from({ length: size }, (_, i) => padded(alike.covariance[i] ?? [])) };
}

const estimates = (prefix: string, names: readonly string[], fit: ClusteredFit): Estimate[] =>
	fit.coefficients.map((value, i) => {
		const margin = normalFactor(DEFAULT_CONFIDENCE) * Math.sqrt(Math.max(0, fit.covariance[i][i]));
		return { name: `${prefix}.${names[i]}`, value, low: value - margin, high: value + margin };
	});

/** A slope per standard deviation of its feature that no shop has: by it a feature tells who comes back without fault. */
const SEPARATING_SLOPE = 5;

/** The regression of chances; with slopes drawn to 0 also where they would else run off and say 0 and 1 of everybody. */
function firmFit(cells: LandmarkCells, features: readonly LandmarkFeature[], isShrunk: boolean): { readonly design: Design; readonly chanceFit: ClusteredFit | null } {
	const design = designOf(cells, features, isShrunk);
	const chanceFit = fitChance(cells, design);
	const runsOff = chanceFit === null || design.features.some((column, i) => Math.abs(chanceFit.coefficients[i + 1]) * spreadOf(column, cells.customers) > SEPARATING_SLOPE);
	return isShrunk || !runsOff ? { design, chanceFit } : firmFit(cells, features, true);
}

/** Cells serve the models of a sample, so they are gathered once. */
const gathered = new WeakMap<Sample, LandmarkCells | null>();

/** The cells of a sample; null where the log is too short for a landmark. */
function cellsOf(sample: Sample, history: PurchaseHistory): LandmarkCells | null {
	const known = gathered.get(sample);
	if (known !== undefined) return known;
	const days = landmarkDays(firstDayOf(history), sample.day, sample.horizon);
	const cells = days.length === 0 ? null : landmarkCells(history, days, sample.horizon);
	gathered.set(sample, cells);
	return cells;
}

/** The landmark regression on some features. Unfit with `noHistories`, `logTooShort`, `fewReturns` or `notDetermined`. */
export function fitLandmarks(sample: Sample, features: readonly LandmarkFeature[]): Fit {
	const { horizon, timing, history } = sample;
	const unfit = (reason: UnfitReason): Fit => ({ unfit: reason });
	if (history === null) return unfit('noHistories');
	const cells = cellsOf(sample, history);
	if (cells === null) return unfit('logTooShort');
	const { returned, stayedAway, customers } = customerSums(cells);
	if (Math.min(returned, stayedAway) < LEAST_OUTCOMES) return unfit('fewReturns');
	const { design, chanceFit } = firmFit(cells, features, customers < FEW_CUSTOMERS);
	if (chanceFit === null) return unfit('notDetermined');
	const { isShrunk } = design;
	const moreFit = fitMore(cells, design);
	const names = ['constant', ...features.map(({ name }) => name)];
	const own = new Float64Array(names.length).fill(1);
	const predictor = ({ coefficients }: ClusteredFit) => coefficients.reduce((sum, value, i) => sum + value * own[i], 0);
	const expected = (row: number): Expected => {
		features.forEach(({ of }, i) => {
			own[i + 1] = of(timing.age[row] - timing.recency[row], timing.repeats[row]);
		});
		const chance = logistic.mean(predictor(chanceFit));
		// Nobody can buy on more days than there are.
		const more = moreFit === null ? 0 : Math.min(poisson.mean(predictor(moreFit)), Math.max(0, horizon - 1));
		return { chance, purchases: chance * (1 + more) };
	};
	return {
		parameters: [...estimates('return', names, chanceFit), ...(moreFit === null ? [] : estimates('more', names, moreFit))],
		logLikelihood: null,
		isShrunk,
		expected,
		outlook(row): Outlook {
			const { chance, purchases } = expected(row);
			const chanceError = Math.sqrt(varianceOf(own, chanceFit.covariance));
			// Of a chance too small for a number nothing is left to be unsure of.
			const moreError = moreFit === null || purchases === 0 ? 0 : (1 - chance / purchases) * Math.sqrt(varianceOf(own, moreFit.covariance));
			return { chance, chanceError, purchases, purchasesError: Math.hypot((1 - chance) * chanceError, moreError) };
		},
	};
}

export const lnSilence: LandmarkFeature = { name: 'ln(1 + silent days)', of: (silence) => Math.log1p(silence) };
export const lnRepeats: LandmarkFeature = { name: 'ln(1 + repeats)', of: (_, repeats) => Math.log1p(repeats) };
