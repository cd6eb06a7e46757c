import { logGamma } from './logGamma';

const NEGLIGIBLE = 3e-16;
const SMALLEST = 1e-300;

/** The factor x^shape · e^(−x) / gamma(shape), in which both expansions below are written. */
const densityFactor = (shape: number, x: number) => Math.exp(shape * Math.log(x) - x - logGamma(shape));

/** P(shape, x) by its power series, which converges quickly for x below shape + 1. */
function lowerBySeries(shape: number, x: number): number {
	let term = 1 / shape;
	let sum = term;
	for (let step = 1; term > sum * NEGLIGIBLE; step++) {
		term *= x / (shape + step);
		sum += term;
	}
	return sum * densityFactor(shape, x);
}

/** 1 − P(shape, x) by its continued fraction (Lentz' method), which converges quickly for x above shape + 1. */
function upperByFraction(shape: number, x: number): number {
	let b = x + 1 - shape;
	let c = 1 / SMALLEST;
	let d = 1 / b;
	let fraction = d;
	let factor = 0;
	for (let step = 1; Math.abs(factor - 1) > NEGLIGIBLE; step++) {
		const a = -step * (step - shape);
		b += 2;
		d = 1 / (a * d + b || SMALLEST);
		c = b + a / c || SMALLEST;
		factor = d * c;
		fraction *= factor;
	}
	return fraction * densityFactor(shape, x);
}

export interface GammaTails {
	/** Chance that the variable is at most x. */
	readonly lower: number;
	/** Chance that the variable exceeds x; accurate also where `lower` rounds to 1. */
	readonly upper: number;
}

/**
 * Regularised incomplete gamma function
 *
 * What is the chance that a gamma variable of the given shape and scale 1 is at most x? It is also
 * the chance that a Poisson count of mean x reaches the whole number `shape`.
 *
 * Defined for shape > 0 and x ≥ 0. O(√shape) near the middle.
 * Source: Abramowitz and Stegun, 6.5.29 and 6.5.31.
 */
export function regularizedGamma(shape: number, x: number): GammaTails {
	if (!(shape > 0) || !(x >= 0)) return { lower: NaN, upper: NaN };
	if (x === 0) return { lower: 0, upper: 1 };
	if (x < shape + 1) {
		const lower = Math.min(1, lowerBySeries(shape, x));
		return { lower, upper: 1 - lower };
	}
	const upper = Math.min(1, upperByFraction(shape, x));
	return { lower: 1 - upper, upper };
}
