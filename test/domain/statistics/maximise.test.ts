import fc from 'fast-check';
import type { Bounds, Maximum, Objective } from '../../../domain/statistics/maximise';
import { informationAt, maximise } from '../../../domain/statistics/maximise';
import { closeTo } from '../../support/closeTo';
import { law } from '../../support/law';

const WIDE: Bounds = Object.freeze({ low: -100, high: 100 });

/** −½ (x − m)ᵗ A (x − m), largest at m. */
const hill =
	(middle: readonly number[], curvature: ReadonlyArray<readonly number[]>): Objective =>
	(point, gradient) => {
		let value = 0;
		for (let i = 0; i < middle.length; i++) {
			gradient[i] = -curvature[i].reduce((sum, entry, j) => sum + entry * (point[j] - middle[j]), 0);
			value += ((point[i] - middle[i]) * gradient[i]) / 2;
		}
		return value;
	};

/** Rosenbrock's valley turned over: largest at (1, 1), at the end of a narrow, curved ridge. */
const ridge: Objective = ([x, y], gradient) => {
	gradient[0] = 400 * x * (y - x * x) + 2 * (1 - x);
	gradient[1] = -200 * (y - x * x);
	return -100 * (y - x * x) ** 2 - (1 - x) ** 2;
};

const near = (got: ArrayLike<number>, expected: readonly number[], within: number) => expected.forEach((value, i) => expect(Math.abs(got[i] - value)).toBeLessThanOrEqual(within));

describe('maximise(objective, start, bounds)', () => {
	it('climbs a hill to its top: (3, −2) of one with curvature (4 1; 1 2)', () => {
		const { point, value, hasConverged, isAtBound } = maximise(hill([3, -2], [[4, 1], [1, 2]]), [0, 0], [WIDE, WIDE]);
		near(point, [3, -2], 1e-5);
		expect(Math.abs(value)).toBeLessThan(1e-9);
		expect([hasConverged, ...isAtBound]).toEqual([true, false, false]);
	});

	it('follows a curved ridge: Rosenbrock’s from (−1.2, 1), where he began, to (1, 1)', () => {
		const { point, hasConverged } = maximise(ridge, [-1.2, 1], [WIDE, WIDE]);
		near(point, [1, 1], 1e-4);
		expect(hasConverged).toBe(true);
	});

	it('stops at a bound and says which: a top of 3 with at most 2 is 2', () => {
		const { point, isAtBound, hasConverged } = maximise(hill([3, 1], [[1, 0], [0, 1]]), [0, 0], [{ low: -5, high: 2 }, WIDE]);
		expect(point[0]).toBe(2);
		near(point, [2, 1], 1e-5);
		expect([hasConverged, ...isAtBound]).toEqual([true, true, false]);
	});

	it('on a bound finds the best of the others: with curvature (2 1; 1 2) and x at most 0, the top (2, 0) becomes (0, 1)', () => {
		// The slope in y is −(x − 2) − 2y, which is 0 at y = (2 − x) / 2.
		near(maximise(hill([2, 0], [[2, 1], [1, 2]]), [-1, -3], [{ low: -10, high: 0 }, WIDE]).point, [0, 1], 1e-5);
	});

	it('goes to the end of a narrow ridge that a bound cuts off, in three dozen looks: along x = y, 100,000 times as steep across, x at most 2', () => {
		// (20, 20) is the top; at x = 2 the slope in y is 0 where 100,001 (y − 20) = 99,999 (2 − 20).
		const { point, hasConverged, evaluations } = maximise(hill([20, 20], [[100_001, -99_999], [-99_999, 100_001]]), [-8, -3], [{ low: -10, high: 2 }, WIDE]);
		near(point, [2, 20 - (99_999 / 100_001) * 18], 1e-6);
		expect([hasConverged, evaluations < 36]).toEqual([true, true]);
	});

	it('leaves a bound on which it starts, and begins within the bounds wherever it is put', () => {
		const bounds = [{ low: -5, high: 5 }, { low: -5, high: 5 }];
		near(maximise(hill([1, 2], [[1, 0], [0, 1]]), [5, -5], bounds).point, [1, 2], 1e-5);
		near(maximise(hill([1, 2], [[1, 0], [0, 1]]), [400, -400], bounds).point, [1, 2], 1e-5);
	});

	it('stays where nothing is gained: a plain is answered at once, after one look', () => {
		const plain: Objective = (_, gradient) => {
			gradient.fill(0);
			return 7;
		};
		const { point, value, evaluations, hasConverged } = maximise(plain, [0.3, -0.4], [WIDE, WIDE]);
		expect([...point, value, evaluations, hasConverged]).toEqual([0.3, -0.4, 7, 1, true]);
	});

	it('turns back from where there are no numbers: ln x − x from 1/2 is largest at 1, whatever lies below 0', () => {
		const objective: Objective = ([x], gradient) => {
			gradient[0] = 1 / x - 1;
			return Math.log(x) - x;
		};
		near(maximise(objective, [0.5], [WIDE]).point, [1], 1e-5);
		near(maximise(objective, [50], [WIDE]).point, [1], 1e-5);
	});

	it('ends though slopes lie: with the slope turned round it stays at the start', () => {
		const lying: Objective = ([x], gradient) => {
			gradient[0] = x;
			return -(x * x) / 2;
		};
		const { point, value } = maximise(lying, [2], [WIDE]);
		expect([point[0], value]).toEqual([2, -2]);
	});

	it('ends though it is nowhere a number', () => {
		const nothing: Objective = (_, gradient) => {
			gradient.fill(NaN);
			return NaN;
		};
		const { point, value } = maximise(nothing, [1, 2], [WIDE, WIDE]);
		expect([...point, value]).toEqual([1, 2, NaN]);
	});

	it('leaves start and bounds as they are', () => {
		const start = Object.freeze([0, 0]);
		expect(() => maximise(ridge, start, Object.freeze([WIDE, WIDE]))).not.toThrow();
	});
});

const anyHill = fc.integer({ min: 1, max: 4 }).chain((size) => {
	const numbers = (bound: number) => fc.array(fc.double({ min: -bound, max: bound, noNaN: true }), { minLength: size, maxLength: size });
	return fc.record({ middle: numbers(5), start: numbers(5), low: numbers(3), width: numbers(4), factors: fc.array(numbers(2), { minLength: size, maxLength: size }) }).map(({ middle, start, low, width, factors }) => ({
		objective: hill(middle, factors.map((row, i) => factors.map((other, j) => row.reduce((sum, entry, k) => sum + entry * other[k], 0) + 0.01 * Number(i === j)))),
		start,
		bounds: low.map((each, i) => ({ low: each, high: each + Math.abs(width[i]) + 0.1 })),
	}));
});

/** How steep it still is where it may go: 0 at a maximum within bounds. */
function steepness({ point, gradient }: Maximum, bounds: readonly Bounds[]): number {
	return gradient.reduce((most, slope, i) => {
		const isHeld = (point[i] <= bounds[i].low && slope < 0) || (point[i] >= bounds[i].high && slope > 0);
		return isHeld ? most : Math.max(most, Math.abs(slope));
	}, 0);
}

describe('laws of maximise', () => {
	it('the answer is within the bounds and nowhere lower than the start', () => {
		law(anyHill, fc.constant(0), ({ objective, start, bounds }) => {
			const { point, value } = maximise(objective, start, bounds);
			point.forEach((at, i) => {
				expect(at).toBeGreaterThanOrEqual(bounds[i].low);
				expect(at).toBeLessThanOrEqual(bounds[i].high);
			});
			const first = Float64Array.from(start, (at, i) => Math.min(Math.max(at, bounds[i].low), bounds[i].high));
			expect(value).toBeGreaterThanOrEqual(objective(first, new Float64Array(first.length)));
		}, 1000);
	});

	it('of a hill the answer is flat in every variable that no bound holds', () => {
		law(anyHill, fc.constant(0), ({ objective, start, bounds }) => {
			const found = maximise(objective, start, bounds);
			expect(found.hasConverged).toBe(true);
			expect(steepness(found, bounds)).toBeLessThan(1e-4);
		}, 1000);
	});
});

describe('informationAt(objective, point)', () => {
	it('is the curvature of a hill, anywhere on it', () => {
		const curvature = [[4, 1], [1, 2]];
		for (const point of [[3, -2], [0, 0]]) {
			const information = informationAt(hill([3, -2], curvature), Float64Array.from(point));
			curvature.forEach((row, i) => row.forEach((entry, j) => closeTo(information[i][j], entry, { point, i, j })));
		}
	});

	it('of x ln y is minus its second derivatives: 0, −1/y and x/y²', () => {
		const objective: Objective = ([x, y], gradient) => {
			gradient[0] = Math.log(y);
			gradient[1] = x / y;
			return x * Math.log(y);
		};
		const [[ofX, both], [again, ofY]] = informationAt(objective, Float64Array.of(3, 2));
		for (const [got, expected] of [[ofX, 0], [both, -1 / 2], [again, -1 / 2], [ofY, 3 / 4]]) expect(Math.abs(got - expected)).toBeLessThan(1e-7);
	});
});
