/**
 * Where is a smooth function of a few variables largest, within bounds?
 *
 * Quasi-Newton steps (BFGS) that no step lets run away: none is longer than `LONGEST_STEP` in any variable, none leaves
 * the bounds, and each has to gain. Likelihoods come here with the logarithms of their parameters as variables, so that
 * a step of 1 multiplies a parameter by e. A variable that sits on a bound and would go further is held there until
 * the function wants it back. Always ends: with the best point met, after `MOST_STEPS` at the latest.
 *
 * Source: Nocedal and Wright, Numerical Optimization, 2006, algorithm 6.1, with the projection of section 16.7.
 */
import { symmetricInverse } from './symmetricInverse';

export interface Bounds {
	readonly low: number;
	readonly high: number;
}

/** Gives the value at a point, and writes the gradient there into `gradient`. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

export interface Maximum {
	readonly point: Float64Array;
	readonly value: number;
	readonly gradient: Float64Array;
	/** Whether a variable ended on one of its bounds. */
	readonly isAtBound: readonly boolean[];
	/** Whether no step gained any more; else the steps ran out. */
	readonly hasConverged: boolean;
	readonly evaluations: number;
}

const MOST_STEPS = 200;
const MOST_HALVINGS = 40;
const LONGEST_STEP = 2;
/** A step has to gain at least this part of what the slope promises. */
const SUFFICIENT = 1e-4;
/** A gain below this part of the value is none. */
const TOLERANCE = 1e-12;
const STEEPNESS = 1e-9;

const dot = (one: Float64Array, other: Float64Array): number => {
	let sum = 0;
	for (let i = 0; i < one.length; i++) sum += one[i] * other[i];
	return sum;
};

const identity = (size: number): Float64Array[] => Array.from({ length: size }, (_, row) => Float64Array.from({ length: size }, (_unused, column) => (row === column ? 1 : 0)));

/** A step that gained, one that gained nothing worth going on for, or none that gained at all. */
type Step = 'gained' | 'level' | 'stuck';

/** One search: the point it is at, what it knows of the curvature, and which variables are held at a bound. */
class Search {
	readonly point: Float64Array;
	gradient: Float64Array;
	value: number;
	evaluations = 1;
	private inverse: Float64Array[];
	private isScaled = false;

	constructor(
		private readonly objective: Objective,
		start: ArrayLike<number>,
		readonly bounds: readonly Bounds[],
	) {
		this.point = Float64Array.from(start, (value, i) => this.within(value, i));
		this.gradient = new Float64Array(start.length);
		this.inverse = identity(start.length);
		this.value = objective(this.point, this.gradient);
	}

	private within(value: number, variable: number): number {
		const { low, high } = this.bounds[variable];
		return Math.min(Math.max(value, low), high);
	}

	/** Whether a variable sits on a bound and would go beyond it. */
	isHeld(variable: number): boolean {
		const { low, high } = this.bounds[variable];
		return (this.point[variable] <= low && this.gradient[variable] < 0) || (this.point[variable] >= high && this.gradient[variable] > 0);
	}

	/** The slope in the variables that are free. */
	private freeGradient(): Float64Array {
		return this.gradient.map((slope, variable) => (this.isHeld(variable) ? 0 : slope));
	}

	isFlat(): boolean {
		const scale = STEEPNESS * (1 + Math.abs(this.value));
		return this.freeGradient().every((slope) => Math.abs(slope) <= scale);
	}

	/** Goes a step. */
	step(): Step {
		const free = this.freeGradient();
		let direction = this.directionFrom(free);
		if (!(dot(direction, free) > 0)) {
			this.inverse = identity(free.length);
			direction = Float64Array.from(free);
		}
		return this.goAlong(direction);
	}

	/**
	 * Where the curvature says that the top is, among points that leave the held variables where they are.
	 *
	 * A variable that is free goes less far where one it depends on is held: without that a ridge whose end is on a bound
	 * is overshot at every step.
	 */
	private directionFrom(free: Float64Array): Float64Array {
		const direction = Float64Array.from(this.inverse, (row) => dot(row, free));
		const held = Array.from(free.keys()).filter((variable) => this.isHeld(variable));
		if (held.length === 0) return direction;
		const among = symmetricInverse(held.map((row) => held.map((column) => this.inverse[row][column])));
		const pulls = held.map((_, i) => (among === null ? 0 : held.reduce((sum, variable, j) => sum + among[i][j] * direction[variable], 0)));
		const kept = direction.map((component, variable) => component - held.reduce((sum, other, i) => sum + this.inverse[variable][other] * pulls[i], 0));
		for (const variable of held) kept[variable] = 0;
		return kept;
	}

	/** Halves the step until it gains. */
	private goAlong(direction: Float64Array): Step {
		const longest = direction.reduce((most, component) => Math.max(most, Math.abs(component)), 0);
		const limit = this.isScaled ? LONGEST_STEP : LONGEST_STEP / 4;
		let length = Math.min(1, limit / longest);
		if (!this.isScaled && longest > 0) length = limit / longest;
		for (let halving = 0; halving < MOST_HALVINGS; halving++, length /= 2) {
			const next = this.point.map((value, variable) => this.within(value + length * direction[variable], variable));
			const gradient = new Float64Array(next.length);
			const value = this.objective(next, gradient);
			this.evaluations++;
			const moved = next.map((component, variable) => component - this.point[variable]);
			const promised = dot(moved, this.gradient);
			if (!(value >= this.value + SUFFICIENT * promised) || !gradient.every(Number.isFinite)) continue;
			const gain = value - this.value;
			this.learn(moved, gradient);
			this.point.set(next);
			this.gradient = gradient;
			this.value = value;
			return gain > TOLERANCE * (1 + Math.abs(value)) ? 'gained' : 'level';
		}
		return 'stuck';
	}

	/** What the change of the slope along a step says of the curvature. */
	private learn(moved: Float64Array, gradient: Float64Array): void {
		const bent = gradient.map((slope, variable) => this.gradient[variable] - slope);
		const curvature = dot(moved, bent);
		if (!(curvature > 1e-10 * Math.sqrt(dot(moved, moved) * dot(bent, bent)))) return;
		if (!this.isScaled) {
			const scale = curvature / dot(bent, bent);
			this.inverse = identity(moved.length).map((row) => row.map((entry) => entry * scale));
			this.isScaled = true;
		}
		const along = Float64Array.from(this.inverse, (row) => dot(row, bent));
		const weight = (1 + dot(bent, along) / curvature) / curvature;
		this.inverse.forEach((row, i) => {
			for (let j = 0; j < row.length; j++) row[j] += weight * moved[i] * moved[j] - (along[i] * moved[j] + moved[i] * along[j]) / curvature;
		});
	}

	/** Forgets what it learned of the curvature. */
	forget(): void {
		this.inverse = identity(this.point.length);
		this.isScaled = false;
	}
}

/** O(steps × one evaluation); about 20 to 60 evaluations for the purchase models. */
export function maximise(objective: Objective, start: ArrayLike<number>, bounds: readonly Bounds[]): Maximum {
	const search = new Search(objective, start, bounds);
	let hasConverged = search.isFlat();
	let isSecondTry = false;
	for (let taken = 0; taken < MOST_STEPS && !hasConverged; taken++) {
		const step = search.step();
		hasConverged = step === 'level' || (step === 'stuck' && isSecondTry) || search.isFlat();
		isSecondTry = step === 'stuck';
		// What was learned on the way may mislead here; the slope alone is asked once more.
		if (isSecondTry) search.forget();
	}
	const { point, value, gradient, evaluations } = search;
	return { point, value, gradient, evaluations, hasConverged, isAtBound: Array.from(point, (at, variable) => at <= bounds[variable].low || at >= bounds[variable].high) };
}

const STEP = 1e-4;

/**
 * How much the values around a maximum tell: minus the second derivatives of the function, by central differences
 * of its gradient, symmetric. O(2 n evaluations).
 */
export function informationAt(objective: Objective, point: Float64Array): number[][] {
	const size = point.length;
	const slopes = Array.from({ length: size }, (_, variable) => {
		const [above, below] = [STEP, -STEP].map((step) => {
			const gradient = new Float64Array(size);
			objective(point.map((value, i) => (i === variable ? value + step : value)), gradient);
			return gradient;
		});
		return above.map((slope, i) => (below[i] - slope) / (2 * STEP));
	});
	return slopes.map((row, i) => Array.from(row, (entry, j) => (entry + slopes[j][i]) / 2));
}
