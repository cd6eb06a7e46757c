import fc from 'fast-check';
import { negativeBinomialTails } from '../../../domain/purchases/negativeBinomialTails';
import { logGamma } from '../../../domain/statistics/logGamma';
import { closeTo } from '../../support/closeTo';
import { law } from '../../support/law';

const firstOf = (shape: number, ratio: number, count: number): number[] => {
	const more = negativeBinomialTails(shape, ratio);
	return Array.from({ length: count }, () => more());
};

/** By adding up the chances of exactly n from far out in the tail, the smallest first. */
function byAddition(shape: number, ratio: number, count: number): number[] {
	const share = ratio / (1 + ratio);
	const farOut = Math.ceil(shape * ratio + 60 * Math.sqrt(shape * ratio * (1 + ratio)) + 60 / -Math.log(share)) + count;
	const exactly = (n: number) => Math.exp(logGamma(shape + n) - logGamma(shape) - logGamma(n + 1) - shape * Math.log1p(ratio) + n * Math.log(share));
	const tails: number[] = [];
	let sum = 0;
	for (let n = farOut; n > 0; n--) {
		sum += exactly(n);
		if (n <= count) tails[n - 1] = sum;
	}
	return tails;
}

const anyShape = fc.double({ min: Math.log(1e-3), max: Math.log(500), noNaN: true }).map(Math.exp);
const anyRatio = fc.double({ min: Math.log(1e-4), max: Math.log(50), noNaN: true }).map(Math.exp);

describe('negativeBinomialTails(shape, ratio)', () => {
	it('of shape 1 at a mean of 1 halves each time, as a coin does: 1/2, 1/4, 1/8, 1/16', () => {
		firstOf(1, 1, 4).forEach((more, j) => closeTo(more, 0.5 ** (j + 1), { j }));
	});

	it('of shape 2 and ratio 1: more than 0 3/4, than 1 1/2, than 2 5/16, as (n + 1) / 2^(n + 2) of exactly n', () => {
		firstOf(2, 1, 3).forEach((more, j) => closeTo(more, [3 / 4, 1 / 2, 5 / 16][j], { j }));
	});

	it('is what adding up the chances of each number gives', () => {
		law(anyShape, anyRatio.filter((ratio) => ratio < 20), (shape, ratio) => {
			const count = Math.min(200, Math.ceil(shape * ratio) + 3);
			const expected = byAddition(shape, ratio, count);
			firstOf(shape, ratio, count).forEach((more, j) => expect(Math.abs(more - expected[j])).toBeLessThan(1e-10));
		}, 60);
	});

	it('keeps to chances that fall, whether from the chance of none or, where that is below any number, from its logarithm', () => {
		for (const [shape, ratio] of [[0.24, 3], [500, 0.1], [500, 5], [3000, 0.5], [1e4, 1]]) {
			const more = firstOf(shape, ratio, 200);
			more.forEach((chance, j) => {
				expect(chance).toBeGreaterThanOrEqual(0);
				expect(chance).toBeLessThanOrEqual(1);
				if (j > 0) expect(chance).toBeLessThanOrEqual(more[j - 1]);
			});
		}
	});

	it('goes over from the one road to the other without a step: none of e^−699.9 and of e^−700.1', () => {
		const ratio = 4;
		const [below, above] = [699.9, 700.1].map((power) => negativeBinomialTails(power / Math.log1p(ratio), ratio));
		for (let j = 0; j < 3000; j++) {
			const [one, other] = [below(), above()];
			// An eighth more of a shape of 435, half a purchase more on average, moves a chance by at most .5 / (√2π · 93), as 93 is the standard deviation.
			expect(Math.abs(one - other)).toBeLessThan(0.0022);
		}
	});

	it('adds up to the mean, shape × ratio, whichever road', () => {
		law(anyShape, anyRatio, (shape, ratio) => {
			fc.pre(shape * ratio < 3000);
			const more = negativeBinomialTails(shape, ratio);
			let sum = 0;
			const enough = shape * ratio + 60 * Math.sqrt(shape * ratio * (1 + ratio)) + 60 * (1 + ratio);
			for (let j = 0; j < enough; j++) sum += more();
			expect(Math.abs(sum / (shape * ratio) - 1)).toBeLessThan(1e-8);
		});
	});

	it('of no time is 0 at once', () => expect(firstOf(2, 0, 3)).toEqual([0, 0, 0]));
});
