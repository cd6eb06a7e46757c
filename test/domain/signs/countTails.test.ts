import fc from 'fast-check';
import { chanceOfAtLeast, chanceOfAtMost } from '../../../domain/signs/countTails';
import { strengthOfChance } from '../../../domain/signs/strengths';
import { closeTo, hasDigits } from '../../support/closeTo';
import { law } from '../../support/law';
import { habitReference } from '../../support/signsReference';

const HALF_YEAR = 180;
const MONTH = 30;

describe('chanceOfAtLeast(), chanceOfAtMost()', () => {
	it('have DOMAIN’s vectors: usual 0 and recent 2 .0038825, usual 12 and recent 2 .3971436, usual 24 and recent 0 .0756731', () => {
		hasDigits(chanceOfAtLeast(2, { count: 0, days: HALF_YEAR }, MONTH), '0.0038825', 'DOMAIN S4');
		hasDigits(chanceOfAtLeast(2, { count: 12, days: HALF_YEAR }, MONTH), '0.3971436', 'DOMAIN S4');
		hasDigits(chanceOfAtMost(0, { count: 24, days: HALF_YEAR }, MONTH), '0.0756731', 'DOMAIN S7');
	});

	it('are powers where one term is all: none of 30 days after nothing usual in none is (3/4)^.5', () => {
		closeTo(chanceOfAtMost(0, { count: 0, days: 0 }, MONTH), 0.75 ** 0.5, 'p = 3 / (3 + 1)');
		closeTo(chanceOfAtLeast(1, { count: 0, days: 0 }, MONTH), 1 - 0.75 ** 0.5, 'the rest');
	});

	it('agree with SciPy nbinom, and so do their strengths (signs_habit.json, tails)', () => {
		for (const tail of habitReference().tails) {
			const usual = { count: tail.usual, days: tail.usualDays };
			const [few, many] = [chanceOfAtMost(tail.recent, usual, tail.recentDays), chanceOfAtLeast(tail.recent, usual, tail.recentDays)];
			closeTo(few, tail.atMost, tail);
			closeTo(many, tail.atLeast, tail);
			closeTo(strengthOfChance(few), tail.strengthOfFew, tail);
			closeTo(strengthOfChance(many), tail.strengthOfMany, tail);
		}
	});
});

const anyUsual = fc.record({ count: fc.nat(2000), days: fc.integer({ min: 0, max: 1000 }) });
const anyRecent = fc.record({ count: fc.nat(300), days: fc.integer({ min: 1, max: 365 }) });

describe('laws of the tails', () => {
	it('so few and more than that make 1', () => {
		law(anyUsual, anyRecent, (usual, { count, days }) => closeTo(chanceOfAtMost(count, usual, days) + chanceOfAtLeast(count + 1, usual, days), 1, { usual, count, days }));
	});

	it('lie between 0 and 1, and 0 or more are sure', () => {
		law(anyUsual, anyRecent, (usual, { count, days }) => {
			for (const chance of [chanceOfAtMost(count, usual, days), chanceOfAtLeast(count, usual, days)]) {
				expect(chance).toBeGreaterThanOrEqual(0);
				expect(chance).toBeLessThanOrEqual(1);
			}
			expect(chanceOfAtLeast(0, usual, days)).toBe(1);
		});
	});

	it('many are the less likely the more they are, few the likelier', () => {
		law(anyUsual, anyRecent, (usual, { count, days }) => {
			expect(chanceOfAtLeast(count + 1, usual, days)).toBeLessThanOrEqual(chanceOfAtLeast(count, usual, days) * (1 + 1e-12));
			expect(chanceOfAtMost(count + 1, usual, days)).toBeGreaterThanOrEqual(chanceOfAtMost(count, usual, days) * (1 - 1e-12));
		});
	});

	it('the more is usual, the likelier are many and the less likely few', () => {
		law(anyUsual, anyRecent, (usual, { count, days }) => {
			const more = { ...usual, count: usual.count + 1 };
			expect(chanceOfAtLeast(count, more, days)).toBeGreaterThanOrEqual(chanceOfAtLeast(count, usual, days) * (1 - 1e-12));
			expect(chanceOfAtMost(count, more, days)).toBeLessThanOrEqual(chanceOfAtMost(count, usual, days) * (1 + 1e-12));
		});
	});
});
