import fc from 'fast-check';
import { clamp, drawnTowards, freshness, strengthOfChance, strengthOfRatio } from '../../../domain/signs/strengths';
import { closeTo } from '../../support/closeTo';
import { law } from '../../support/law';

describe('strengthOfChance()', () => {
	it('is 0 at one in ten, 1/2 at one in a hundred, 1 at one in a thousand and below', () => {
		for (const [chance, expected] of [[1, 0], [0.5, 0], [0.1, 0], [0.01, 0.5], [0.001, 1], [1e-9, 1], [0, 1]] as const) closeTo(strengthOfChance(chance), expected, chance);
	});
});

describe('strengthOfRatio()', () => {
	it('is 0 as usual and below, 1/3 twice as much, 1 eight times', () => {
		for (const [ratio, expected] of [[0, 0], [0.5, 0], [1, 0], [2, 1 / 3], [8, 1], [100, 1]] as const) closeTo(strengthOfRatio(ratio), expected, ratio);
	});
});

describe('freshness()', () => {
	it('is 1 up to the full days, half in the middle, 0 at the end; what lies ahead is fresh', () => {
		for (const [age, expected] of [[-5, 1], [0, 1], [30, 1], [75, 0.5], [120, 0], [999, 0]] as const) closeTo(freshness(age, 30, 120), expected, age);
	});
});

describe('drawnTowards()', () => {
	it('counts everybody’s as three events: 3 of 10 and everybody’s 20 are 15', () => {
		closeTo(drawnTowards(10, 3, 20), 15, '(3 · 10 + 3 · 20) / 6');
		closeTo(drawnTowards(10, 0, 20), 20, 'no own events');
	});

	it('is the one there is, and null where there is none', () => {
		expect([drawnTowards(10, 3, null), drawnTowards(null, 3, 20), drawnTowards(null, 3, null)]).toEqual([10, 20, null]);
	});

	it('lies between own and everybody’s', () => {
		law(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), fc.nat(100), ([own, everybodys], count) => {
			const drawn = drawnTowards(own, count, everybodys)!;
			expect(drawn).toBeGreaterThanOrEqual(Math.min(own, everybodys) - 1e-9);
			expect(drawn).toBeLessThanOrEqual(Math.max(own, everybodys) + 1e-9);
		});
	});
});

describe('clamp()', () => {
	it('is the nearest of 0 to 1', () => {
		expect([-1, 0, 0.3, 1, 7].map(clamp)).toEqual([0, 0, 0.3, 1, 1]);
	});
});
