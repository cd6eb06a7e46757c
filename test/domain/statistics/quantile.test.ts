import fc from 'fast-check';
import { median, quantile } from '../../../domain/statistics/quantile';
import { closeTo } from '../../support/closeTo';
import { law } from '../../support/law';

describe('quantile(sorted, share)', () => {
	it('is the smallest value for share 0 and the largest for share 1', () => {
		expect([quantile([2, 3, 7], 0), quantile([2, 3, 7], 1)]).toEqual([2, 7]);
	});

	it('is a value itself where its place is whole: the second of five for share 1/4', () => {
		expect(quantile([10, 20, 30, 40, 50], 0.25)).toBe(20);
	});

	it('goes in a straight line between two values: share 1/4 of four is three quarters of the way from the first to the second', () => {
		expect([quantile([10, 20, 30, 40], 0.25), quantile([10, 20, 30, 40], 0.75)]).toEqual([10 + (3 / 4) * 10, 30 + (1 / 4) * 10]);
	});

	it('is what R’s quantile(c(1, 2, 4, 8, 16, 32), c(.1, .5, .9)) is, worked by hand: 1.5, 6 and 24', () => {
		// (6 − 1) · .1 = .5: half-way from 1 to 2; 2.5: half-way from 4 to 8; 4.5: half-way from 16 to 32.
		const sorted = [1, 2, 4, 8, 16, 32];
		closeTo(quantile(sorted, 0.1), 1.5, 'share .1');
		closeTo(quantile(sorted, 0.5), 6, 'share .5');
		closeTo(quantile(sorted, 0.9), 24, 'share .9');
	});

	it('is the one value there is, whatever the share', () => {
		expect([0, 0.3, 1].map((share) => quantile([5], share))).toEqual([5, 5, 5]);
	});

	it('looks only at the first `count` values: 9 is not among the first three of 1 2 3 9', () => {
		expect(quantile([1, 2, 3, 9], 1, 3)).toBe(3);
	});

	it('never falls as the share rises, and stays between the smallest and the largest', () => {
		law(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 20 }), fc.tuple(fc.nat(100), fc.nat(100)), (values, percents) => {
			const sorted = Int32Array.from(values).sort();
			const [low, high] = percents.sort((one, other) => one - other).map((percent) => quantile(sorted, percent / 100));
			const slack = 1e-9;
			expect(low).toBeGreaterThanOrEqual(sorted[0] - slack);
			expect(high).toBeGreaterThanOrEqual(low - slack);
			expect(high).toBeLessThanOrEqual(sorted[sorted.length - 1] + slack);
		});
	});
});

describe('median(sorted)', () => {
	it('is the middle of three and the mean of the middle two of four', () => {
		expect([median([1, 5, 100]), median([1, 5, 8, 100])]).toEqual([5, 13 / 2]);
	});
});
