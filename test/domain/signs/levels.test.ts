import fc from 'fast-check';
import type { Level } from '../../../domain/signs/levels';
import { boundsByOdds, levelOf, levels } from '../../../domain/signs/levels';
import { closeTo, hasDigits } from '../../support/closeTo';
import { law } from '../../support/law';

const BOUNDS = Object.freeze({ watch: 10, atRisk: 20 });
const TENTH = 0.2;
const levelIds = Object.keys(levels) as Level[];

describe('boundsByOdds()', () => {
	it('has the rules’ bounds of a base of .05: 9.5238 and 20.8333', () => {
		const { watch, atRisk } = boundsByOdds(0.05);
		hasDigits(watch, '9.5238', 'twice the odds, 2/21');
		hasDigits(atRisk, '20.8333', 'five times the odds, 5/24');
		closeTo(watch, 200 / 21, 'base .05');
		closeTo(atRisk, 500 / 24, 'base .05');
	});

	it('is below 100 at a base of .9: odds of 9 make 18/19 and 45/46', () => {
		closeTo(boundsByOdds(0.9).watch, 1800 / 19, 'base .9');
		closeTo(boundsByOdds(0.9).atRisk, 4500 / 46, 'base .9');
	});
});

describe('levelOf()', () => {
	it('goes up at the bound itself: 9.999 is healthy, 10 watch, 19.999 watch, 20 at risk', () => {
		expect([0, 9.999, 10, 19.999, 20, 100].map((risk) => levelOf(risk, BOUNDS, 'healthy', TENTH))).toEqual(['healthy', 'healthy', 'watch', 'watch', 'atRisk', 'atRisk']);
	});

	it('goes down only below the bound less a fifth: at risk ends below 16', () => {
		expect([20, 16, 15.999].map((risk) => levelOf(risk, BOUNDS, 'atRisk', TENTH))).toEqual(['atRisk', 'atRisk', 'watch']);
	});

	it('watch ends below 8, also for somebody who was at risk', () => {
		expect([10, 8, 7.999].map((risk) => levelOf(risk, BOUNDS, 'watch', TENTH))).toEqual(['watch', 'watch', 'healthy']);
		expect([8, 7.999].map((risk) => levelOf(risk, BOUNDS, 'atRisk', TENTH))).toEqual(['watch', 'healthy']);
	});

	it('somebody on watch is at risk from 20 on, and not before', () => {
		expect([19.999, 20].map((risk) => levelOf(risk, BOUNDS, 'watch', TENTH))).toEqual(['watch', 'atRisk']);
	});

	it('without hysteresis does not care what was before', () => {
		law(fc.double({ min: 0, max: 100, noNaN: true }), fc.constantFrom(...levelIds), (risk, previous) => expect(levelOf(risk, BOUNDS, previous, 0)).toBe(levelOf(risk, BOUNDS, 'healthy', 0)));
	});

	it('is no lower for a higher risk, nor for a higher level before', () => {
		const rankOf = (level: Level) => levels[level].rank;
		const anyRisk = fc.double({ min: 0, max: 100, noNaN: true });
		law(fc.tuple(anyRisk, anyRisk, fc.constantFrom(...levelIds)), fc.tuple(fc.constantFrom(...levelIds), fc.double({ min: 0, max: 0.99, noNaN: true })), ([one, other, before], [also, hysteresis]) => {
			const [low, high] = [Math.min(one, other), Math.max(one, other)];
			expect(rankOf(levelOf(high, BOUNDS, before, hysteresis))).toBeGreaterThanOrEqual(rankOf(levelOf(low, BOUNDS, before, hysteresis)));
			const [lower, higher] = rankOf(before) < rankOf(also) ? [before, also] : [also, before];
			expect(rankOf(levelOf(one, BOUNDS, higher, hysteresis))).toBeGreaterThanOrEqual(rankOf(levelOf(one, BOUNDS, lower, hysteresis)));
		});
	});
});
