import { lastStep } from '../../../domain/statistics/lastStep';
import type { Maximum, Objective } from '../../../domain/statistics/maximise';
import { informationAt } from '../../../domain/statistics/maximise';
import { symmetricInverse } from '../../../domain/statistics/symmetricInverse';

const WIDE = [{ low: -9, high: 9 }];

/** Largest at 0, with a curvature of 1 there that changes with x. */
const objective: Objective = ([x], gradient) => {
	gradient[0] = 1 - Math.exp(x);
	return x - Math.exp(x);
};

function endedAt(x: number): Maximum {
	const gradient = new Float64Array(1);
	const point = Float64Array.of(x);
	return { point, value: objective(point, gradient), gradient, isAtBound: [false], hasConverged: true, evaluations: 1 };
}

const covarianceAt = (x: number) => symmetricInverse(informationAt(objective, Float64Array.of(x)))!;

describe('lastStep(objective, maximum, covariance, bounds)', () => {
	it('doubles the digits: from 1e-4 off to half its square, 5e-9', () => {
		const { point, value, gradient } = lastStep(objective, endedAt(1e-4), covarianceAt(1e-4), WIDE);
		expect(Math.abs(point[0])).toBeLessThan(6e-9);
		expect(value).toBeGreaterThan(endedAt(1e-4).value);
		expect(Math.abs(gradient[0])).toBeLessThan(6e-9);
	});

	it('stays where it is where it would leave the bounds, or would not end nearer', () => {
		const ended = endedAt(1e-4);
		expect(lastStep(objective, ended, covarianceAt(1e-4), [{ low: 5e-5, high: 9 }])).toBe(ended);
		// By a covariance a thousand times too large it would end on the other side, a thousand times as far.
		expect(lastStep(objective, ended, [[1000]], WIDE)).toBe(ended);
	});

	it('leaves a parameter alone that has no covariance, such as one on its bound', () => {
		const ended = endedAt(0.5);
		expect(lastStep(objective, ended, [[0]], WIDE).point[0]).toBe(0.5);
	});
});
