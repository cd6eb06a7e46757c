/** Figures named "R" are of R 4.2.2, survival 3.5.3. */
import fc from 'fast-check';
import { logRank } from '../../../domain/survival/logRank';
import { closeTo, hasDigits } from '../../support/closeTo';
import { law } from '../../support/law';
import type { DrawnLifetime } from '../../support/lifetimes';
import { anyLifetimes, drawLifetimes, fromJoining } from '../../support/lifetimes';

const outcomeOf = (...groups: ReadonlyArray<readonly DrawnLifetime[]>) => logRank(groups.map((rows) => drawLifetimes(...rows)));

function testOf(...groups: ReadonlyArray<readonly DrawnLifetime[]>) {
	const outcome = outcomeOf(...groups);
	if ('reason' in outcome) throw new Error(outcome.reason);
	return outcome.test;
}

/** R's `aml`, in weeks. */
const maintained = [...fromJoining('left', 9, 13, 18, 23, 31, 34, 48), ...fromJoining('here', 13, 28, 45, 161)];
const nonmaintained = [...fromJoining('left', 5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45), ...fromJoining('here', 16)];

/** Three drawn groups, several watched late. */
const groupA: readonly DrawnLifetime[] = [[0, 3, 'left'], [2, 9, 'left'], [0, 7, 'here'], [4, 12, 'left']];
const groupB: readonly DrawnLifetime[] = [[0, 2, 'left'], [0, 5, 'left'], [3, 6, 'left'], [1, 8, 'here']];
const groupC: readonly DrawnLifetime[] = [[0, 6, 'left'], [0, 9, 'left'], [5, 11, 'here']];

describe('logRank(groups)', () => {
	it('of aml is that of R: 7 against 10.6893 expected, χ² 3.39639, p .0653393 (survdiff)', () => {
		const { groups, chiSquare, degreesOfFreedom, p } = testOf(maintained, nonmaintained);
		expect([groups.map(({ customers }) => customers), groups.map(({ observed }) => observed), degreesOfFreedom]).toEqual([[11, 12], [7, 11], 1]);
		hasDigits(groups[0].expected, '10.689335992300', 'expected');
		hasDigits(groups[1].expected, '7.310664007699', 'expected');
		hasDigits(chiSquare, '3.396388698977', 'chi square');
		hasDigits(p, '.065339322040', 'p');
	});

	it('with customers watched late is the score test of R’s coxph with ties = "exact", in two groups and in three', () => {
		const two = testOf(groupA, groupB);
		hasDigits(two.chiSquare, '1.2474226804124', 'two groups');
		const three = testOf(groupA, groupB, groupC);
		hasDigits(three.chiSquare, '1.9853109099687', 'three groups');
		expect(three.degreesOfFreedom).toBe(2);
		// With two degrees of freedom the chance of more is e^(−χ²/2).
		closeTo(three.p, Math.exp(-three.chiSquare / 2), 'p');
	});

	it('of two groups that are the same has χ² 0 and p 1', () => {
		const { chiSquare, p } = testOf(maintained, maintained);
		expect([chiSquare, p]).toEqual([0, 1]);
	});

	it('does not count a group that was at risk with no other: watched from week 200 on only, one degree of freedom as without it', () => {
		const apart: readonly DrawnLifetime[] = [[200, 205, 'left'], [200, 209, 'left']];
		const [without, first, last] = [testOf(maintained, nonmaintained), testOf(apart, maintained, nonmaintained), testOf(maintained, nonmaintained, apart)];
		for (const { chiSquare, degreesOfFreedom } of [first, last]) {
			closeTo(chiSquare, without.chiSquare, 'chi square');
			expect(degreesOfFreedom).toBe(1);
		}
	});

	it('keeps two pairs of groups apart that were never at risk together: two degrees of freedom, both distances', () => {
		const later = (rows: readonly DrawnLifetime[]) => rows.map(([entry, exit, end]): DrawnLifetime => [entry + 300, exit + 300, end]);
		const { chiSquare, degreesOfFreedom } = testOf(maintained, nonmaintained, later(maintained), later(nonmaintained));
		closeTo(chiSquare, 2 * testOf(maintained, nonmaintained).chiSquare, 'chi square');
		expect(degreesOfFreedom).toBe(2);
	});

	it('passes over a group without customers: 0 observed, 0 expected', () => {
		const { groups, degreesOfFreedom } = testOf(maintained, [], nonmaintained);
		expect([groups[1], degreesOfFreedom]).toEqual([{ customers: 0, observed: 0, expected: 0 }, 1]);
	});

	it('is undefined for one group, or one with customers', () => {
		expect([outcomeOf(maintained), outcomeOf(maintained, []), outcomeOf()]).toEqual(Array(3).fill({ reason: 'oneGroup' }));
	});

	it('is undefined where nobody left', () => {
		expect(outcomeOf(fromJoining('here', 3, 5), fromJoining('here', 9))).toEqual({ reason: 'noChurn' });
	});

	it('is undefined where the groups were never at risk at one age: one until day 9, the other from 9 on', () => {
		expect(outcomeOf(fromJoining('left', 3, 9), [[9, 12, 'left']])).toEqual({ reason: 'groupsNeverTogether' });
	});
});

describe('laws of the log-rank test', () => {
	it('observed and expected have the same sum, and χ² is not below 0', () => {
		law(fc.array(anyLifetimes, { minLength: 2, maxLength: 5 }), fc.constant(null), (drawn) => {
			const outcome = outcomeOf(...drawn);
			if ('reason' in outcome) return;
			const { groups, chiSquare, p } = outcome.test;
			const excess = groups.reduce((sum, { observed, expected }) => sum + observed - expected, 0);
			closeTo(excess, 0, drawn);
			expect(chiSquare >= 0 && p >= 0 && p <= 1).toBe(true);
		});
	});

	it('the order of the groups does not matter, though one is left out of the covariance', () => {
		law(fc.array(anyLifetimes, { minLength: 2, maxLength: 5 }), fc.nat(), (drawn, turn) => {
			const outcome = outcomeOf(...drawn);
			const first = turn % drawn.length;
			const turned = outcomeOf(...drawn.slice(first), ...drawn.slice(0, first));
			if ('reason' in outcome || 'reason' in turned) {
				expect(turned).toEqual(outcome);
				return;
			}
			closeTo(turned.test.chiSquare, outcome.test.chiSquare, { drawn, turn });
			expect(turned.test.degreesOfFreedom).toBe(outcome.test.degreesOfFreedom);
		});
	});

	it('of two groups it is (O − E)² / V, written as in the textbook', () => {
		law(anyLifetimes, anyLifetimes, (one, other) => {
			const outcome = outcomeOf(one, other);
			if ('reason' in outcome) return;
			const all = [...one, ...other].filter(([entry, exit]) => entry < exit);
			let excess = 0;
			let variance = 0;
			for (let age = 1; age <= 30; age++) {
				const here = (rows: readonly DrawnLifetime[]) => rows.filter(([entry, exit]) => entry < age && age <= exit);
				const left = (rows: readonly DrawnLifetime[]) => here(rows).filter(([, exit, end]) => exit === age && end === 'left').length;
				const [n, d, n1] = [here(all).length, left(all), here(one).length];
				if (d === 0) continue;
				excess += left(one) - (d * n1) / n;
				if (n > 1) variance += (d * (n1 / n) * (1 - n1 / n) * (n - d)) / (n - 1);
			}
			closeTo(outcome.test.chiSquare, excess ** 2 / variance, { one, other });
		});
	});
});
