import { chanceWith, oddsRatioWith, upliftOf } from '../../../domain/winback/uplift';
import { hasDigits } from '../../support/closeTo';

const figures = Object.freeze({ reach: 0.2, oddsRatio: 1.5, cost: 0.05, offer: 10 });

describe('upliftOf(chance, worthOfReturn, figures)', () => {
	it.each([
		[0.3, '.99348'],
		[0.05, '.26707'],
		[0.9, '-1.29138'],
	])('reach .2, odds times 1.5, cost .05, offer 10: of a return worth 100, at a chance of %s, a contact adds %s (DOMAIN W3)', (chance, priority) => {
		hasDigits(upliftOf(chance, 100, figures).priority, priority, chance);
	});

	it('with nothing to pay adds reach times the chance gained times the worth: .2 · (9/23 − .3) · 100', () => {
		expect(upliftOf(0.3, 100, { ...figures, cost: 0, offer: 0 }).priority).toBeCloseTo(20 * (9 / 23 - 0.3), 12);
	});
});

describe('chanceWith(chance, oddsRatio)', () => {
	it('of .3 with the odds times 1.5 is 9/23', () => expect(chanceWith(0.3, 1.5)).toBeCloseTo(9 / 23, 15));

	it.each([0, 1])('of %s stays: nothing can be won of who never or surely returns', (chance) => expect(chanceWith(chance, 1000)).toBe(chance));

	it('makes 18 % to 30 % of a call: (.3 / .7) / (.18 / .82) is 1.95 (K, DOMAIN W8)', () => expect(chanceWith(0.18, 1.95)).toBeCloseTo(0.3, 3));
});

describe('oddsRatioWith(oddsRatio, reasonFactor)', () => {
	it.each([
		[1.95, 1.2, 2.34],
		[1.95, 0.7, 1.365],
		[1.2, 0.7, 1],
		[0.9, 0.7, 0.9],
		[0.9, 1.2, 1.08],
	])('%s with a reason of %s is %s: a reason makes no contact harm', (oddsRatio, factor, expected) => expect(oddsRatioWith(oddsRatio, factor)).toBeCloseTo(expected, 12));
});
