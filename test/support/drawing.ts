/** Draws from the distributions that purchase models are made of; the same seed gives the same draws. */
import { randomNumbers } from '../../domain/statistics/randomNumbers';

export class Drawing {
	private readonly random: () => number;

	constructor(seed: number) {
		this.random = randomNumbers(seed);
	}

	/** In [low, high). */
	uniform(low = 0, high = 1): number {
		return low + (high - low) * this.random();
	}

	/** A whole number from low to high, both included. */
	whole(low: number, high: number): number {
		return Math.floor(this.uniform(low, high + 1));
	}

	/** Evenly on the scale of logarithms. */
	scale(low: number, high: number): number {
		return low * (high / low) ** this.random();
	}

	/** A waiting time at a pace of 1. */
	wait(): number {
		return -Math.log(1 - this.random());
	}

	/** Box and Muller's. */
	normal(): number {
		return Math.sqrt(2 * this.wait()) * Math.cos(2 * Math.PI * this.random());
	}

	/** ln of a gamma variable, so that small shapes do not underflow. Marsaglia and Tsang 2000. */
	logGamma(shape: number): number {
		if (shape < 1) return this.logGamma(shape + 1) - this.wait() / shape;
		const d = shape - 1 / 3;
		for (;;) {
			const x = this.normal();
			const v = (1 + x / Math.sqrt(9 * d)) ** 3;
			if (v > 0 && -this.wait() < 0.5 * x * x + d - d * v + d * Math.log(v)) return Math.log(d * v);
		}
	}

	gamma(shape: number): number {
		return Math.exp(this.logGamma(shape));
	}

	beta(a: number, b: number): number {
		return 1 / (1 + Math.exp(this.logGamma(b) - this.logGamma(a)));
	}
}
