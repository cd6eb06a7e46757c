import { randomNumbers } from '../../../domain/statistics/randomNumbers';

const drawn = (seed: number, count: number): number[] => {
	const random = randomNumbers(seed);
	return Array.from({ length: count }, () => random());
};

describe('randomNumbers(seed)', () => {
	it('gives the same numbers for the same seed', () => expect(drawn(7, 100)).toEqual(drawn(7, 100)));

	it('gives others for another seed, also for the next one', () => {
		expect(drawn(7, 5)).not.toEqual(drawn(8, 5));
		expect(drawn(0, 5)).not.toEqual(drawn(1, 5));
	});

	it('is Mulberry32: its first number for seed 1 is 2693262067 / 2^32 (the published algorithm, recounted in Python)', () => {
		expect(drawn(1, 1)[0] * 2 ** 32).toBe(2693262067);
	});

	it('stays in [0, 1) and does not repeat itself within 100,000 draws but for chance: 100,000² / 2^33 = 1.2 pairs are expected', () => {
		const numbers = drawn(20240701, 100_000);
		expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
		// Five pairs or more have a chance of .8 %.
		expect(numbers.length - new Set(numbers).size).toBeLessThan(5);
	});

	it('falls evenly into a hundred parts: chi-squared of 99 degrees within its middle 99.9 %, [59.128, 151.934] (SciPy chi2.ppf)', () => {
		const parts = new Float64Array(100);
		for (const number of drawn(20240702, 100_000)) parts[Math.floor(100 * number)]++;
		const distance = parts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
		expect(distance).toBeGreaterThan(59.128);
		expect(distance).toBeLessThan(151.934);
	});

	it('has no memory: one number tells nothing of the next, correlation within 4 / √100,000', () => {
		const numbers = drawn(20240703, 100_001);
		let products = 0;
		for (let at = 1; at < numbers.length; at++) products += (numbers[at - 1] - 0.5) * (numbers[at] - 0.5);
		expect(Math.abs((12 * products) / 100_000)).toBeLessThan(4 / Math.sqrt(100_000));
	});
});
