import fc from 'fast-check';
import { chanceWith, oddsRatioWith, upliftOf } from '../../../domain/winback/uplift';
import { closeTo, hasDigits } from '../../support/closeTo';
import { law } from '../../support/law';

const figures = Object.freeze({ reach: 0.2, cost: 0.05, offer: 10, oddsRatio: 1.5 });
const anyChance = fc.double({ min: 0, max: 1, noNaN: true });
const anyRatio = fc.double({ min: 0.01, max: 100, noNaN: true });
const anyMoney = fc.double({ min: 0, max: 1e6, noNaN: true });

describe('upliftOf(chance, worthOfReturn, figures)', () => {
	it.each([
		[0.3, '.99348'],
		[0.05, '.26707'],
		[0.9, '-1.29138'],
	])('is of a chance of %d with odds 1.5 times, reach .2, margin 100, offer 10 and cost .05 %s (DOMAIN W3)', (chance, digits) => {
		hasDigits(upliftOf(chance, 100, figures).priority, digits, chance);
	});

	it('gives the offer to all who are reached and return: .2 · 9/23 · 10 of a chance of .3', () => {
		const { chanceWithContact, offerCost } = upliftOf(0.3, 100, figures);
		closeTo(chanceWithContact, 9 / 23, 'chance');
		closeTo(offerCost, 0.2 * (9 / 23) * 10, 'offer');
	});

	it('takes the odds ratio that a reason changed in place of the channel’s: 1 adds nothing, and costs .05 and .2 · .3 · 10', () => {
		closeTo(upliftOf(0.3, 100, figures, 1).priority, -0.65, 'odds ratio 1');
	});

	it('costs its price and brings nothing where nobody is reached: −.05', () => {
		expect(upliftOf(0.3, 100, { ...figures, reach: 0 })).toMatchObject({ priority: -0.05, offerCost: 0 });
	});

	it('never rises with the cost, the offer or a lower reach of a contact that adds money, and never falls with the margin', () => {
		law(fc.tuple(anyChance, anyRatio.map((ratio) => ratio + 1), anyMoney, anyMoney), fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), anyMoney), ([chance, oddsRatio, margin, offer], [reach, more]) => {
			const given = { reach, cost: 1, offer, oddsRatio };
			const { priority } = upliftOf(chance, margin, given);
			const rounding = 1e-9 * (1 + margin + offer);
			expect(upliftOf(chance, margin, { ...given, cost: 1 + more }).priority).toBeLessThanOrEqual(priority);
			expect(upliftOf(chance, margin, { ...given, offer: offer + more }).priority).toBeLessThanOrEqual(priority + rounding);
			expect(upliftOf(chance, margin + more, given).priority).toBeGreaterThanOrEqual(priority - rounding);
			if (priority > 0) expect(upliftOf(chance, margin, { ...given, reach: reach / 2 }).priority).toBeLessThanOrEqual(priority);
		});
	});

	it('of somebody sure to return, and of somebody sure not to, is below 0 by what the contact costs', () => {
		law(anyRatio, anyMoney, (oddsRatio, margin) => {
			for (const chance of [0, 1]) closeTo(upliftOf(chance, margin, { ...figures, offer: 0, oddsRatio }).priority, -0.05, { chance, oddsRatio, margin });
		});
	});
});

describe('chanceWith(chance, oddsRatio)', () => {
	it('multiplies the odds: those of a chance of .18 times (.3 / .7) / (.18 / .82) are those of .3 (the school of DOMAIN W8)', () => {
		closeTo(chanceWith(0.18, 0.3 / 0.7 / (0.18 / 0.82)), 0.3, 'school');
	});

	it('is a chance, no lower than before where the ratio is above 1 and no higher where it is below; twice is the product', () => {
		law(anyChance, fc.tuple(anyRatio, anyRatio), (chance, [one, other]) => {
			const after = chanceWith(chance, one);
			expect(after).toBeGreaterThanOrEqual(0);
			expect(after).toBeLessThanOrEqual(1);
			expect(one >= 1 ? after >= chance - 1e-12 : after <= chance + 1e-12).toBe(true);
			if (chance < 0.999) closeTo(chanceWith(after, other), chanceWith(chance, one * other), { chance, one, other });
		});
	});
});

describe('oddsRatioWith(oddsRatio, reasonFactor)', () => {
	it.each([
		[1.5, 1.2, 1.5 * 1.2, 'a reason that helps'],
		[1.5, 1, 1.5, 'one that changes nothing'],
		[1.5, 0.9, 1.5 * 0.9, 'one that leaves the contact a help'],
		[1.5, 0.5, 1, 'one that would turn help into harm: the contact does nothing'],
		[1, 0.5, 1, 'of a contact that does nothing'],
		[0.8, 0.5, 0.8, 'of a contact that harms: no worse than it is'],
		[0.8, 1.5, 0.8 * 1.5, 'that turns harm into help'],
	])('of %d and %d is %d: %s', (oddsRatio, factor, expected) => expect(oddsRatioWith(oddsRatio, factor)).toBe(expected));

	it('never falls with the factor, and never makes a contact that helps one that harms', () => {
		law(anyRatio, fc.tuple(anyRatio, anyRatio), (oddsRatio, [one, other]) => {
			const [low, high] = [Math.min(one, other), Math.max(one, other)].map((factor) => oddsRatioWith(oddsRatio, factor));
			expect(low).toBeLessThanOrEqual(high);
			expect(low).toBeGreaterThanOrEqual(Math.min(oddsRatio, 1));
		});
	});
});
