/** Figures named "R" are of R 4.2.2, survival 3.5.3: survfit(Surv(entry, exit, event) ~ 1, conf.type = "log-log"). */
import fc from 'fast-check';
import { kaplanMeier, quantileOf, restrictedMean, survivalAt } from '../../../domain/survival/kaplanMeier';
import { closeTo, hasDigits, hasLimits } from '../../support/closeTo';
import { law } from '../../support/law';
import type { DrawnLifetime } from '../../support/lifetimes';
import { anyFromJoining, anyLifetimes, drawLifetimes, fromJoining, shuffled, slowSurvival } from '../../support/lifetimes';

const curveOf = (...rows: readonly DrawnLifetime[]) => kaplanMeier(drawLifetimes(...rows));

/** The maintained group of R's `aml`, in weeks. */
const maintained = [...fromJoining('left', 9, 13, 18, 23, 31, 34, 48), ...fromJoining('here', 13, 28, 45, 161)];

/** The drawn vector of DOMAIN 1. */
const late: readonly DrawnLifetime[] = [
	[0, 5, 'left'],
	[3, 8, 'left'],
	[6, 10, 'here'],
	[0, 4, 'here'],
];

describe('kaplanMeier: the share still here', () => {
	it('with customers watched late is .5 after 5 days and .25 after 8 (DOMAIN 1)', () => {
		const curve = curveOf(...late);
		expect([[...curve.age], [...curve.atRisk], [...curve.events], [...curve.survival]]).toEqual([
			[5, 8],
			[2, 2],
			[1, 1],
			[0.5, 0.25],
		]);
		expect([curve.customers, curve.lastObserved, curve.riskSetRanOut]).toEqual([4, 10, null]);
	});

	it('has the limits of R there', () => {
		const { limits } = curveOf(...late);
		hasLimits(limits[0], '.00598308763915', '.910410084837');
		hasLimits(limits[1], '.00334628501105', '.713790584455');
	});

	it('of aml, maintained, is that of R at each of seven steps', () => {
		const { age, atRisk, survival, limits } = curveOf(...maintained);
		expect([[...age], [...atRisk]]).toEqual([
			[9, 13, 18, 23, 31, 34, 48],
			[11, 10, 8, 7, 5, 4, 2],
		]);
		const inR = '.909090909091 .818181818182 .715909090909 .613636363636 .490909090909 .368181818182 .184090909091'.split(' ');
		inR.forEach((share, step) => hasDigits(survival[step], share, `step ${step}`));
		hasLimits(limits[3], '.2657520400013', '.835299243250');
		hasLimits(limits[6], '.0117384801232', '.525014842727');
	});

	it('has no limits once it is 0', () => {
		const { survival, limits } = curveOf(...fromJoining('left', 3, 3));
		expect([[...survival], limits]).toEqual([[0], [null]]);
	});

	it('does not fall where customers are last seen: two here until 9 leave it at 1/2', () => {
		const curve = curveOf([0, 5, 'left'], [0, 5, 'left'], ...fromJoining('here', 9, 9));
		expect([[...curve.survival], curve.lastObserved]).toEqual([[0.5], 9]);
	});

	it('of nobody has no ages', () => {
		const curve = curveOf();
		expect([curve.age.length, curve.customers, curve.lastObserved, curve.riskSetRanOut]).toEqual([0, 0, null, null]);
	});

	it('leaves out one whose watching began on the day they left', () => {
		expect(curveOf(...late, [7, 7, 'left'])).toEqual(curveOf(...late));
	});
});

describe('riskSetRanOut: the age at which nobody was left to watch', () => {
	it('is 5 where the only one at risk leaves at 5 and others are watched from 5 on: 0 for good, though they stay', () => {
		const curve = curveOf([0, 5, 'left'], [5, 20, 'here'], [6, 20, 'here']);
		expect([[...curve.survival], curve.riskSetRanOut]).toEqual([[0], 5]);
	});

	it('is 4 where nobody was watched at 5 and 6', () => {
		expect(curveOf([0, 4, 'here'], [6, 20, 'left'], [6, 30, 'here']).riskSetRanOut).toBe(4);
	});

	it('is 0 where nobody was watched from joining on', () => {
		expect(curveOf([3, 8, 'left'], [3, 9, 'here']).riskSetRanOut).toBe(0);
	});

	it('is none where one is last seen at 5 and the next watched from 5 on', () => {
		expect(curveOf([0, 3, 'left'], [0, 5, 'here'], [5, 9, 'left'], [5, 9, 'here']).riskSetRanOut).toBeNull();
	});

	it('is none where all have left at the end', () => {
		expect(curveOf(...fromJoining('left', 3, 5)).riskSetRanOut).toBeNull();
	});
});

describe('survivalAt(curve, days)', () => {
	const curve = curveOf(...late);

	it('is 1, without limits, before anybody left', () => {
		expect([survivalAt(curve, 0), survivalAt(curve, 4)]).toEqual(Array(2).fill({ survival: 1, limits: null }));
	});

	it('takes the step on the day of leaving itself: .5 at 5 and at 7, .25 at 8', () => {
		expect([5, 7, 8].map((days) => survivalAt(curve, days)?.survival)).toEqual([0.5, 0.5, 0.25]);
	});

	it('is known at 10, the last day watched, and not at 11', () => {
		expect(survivalAt(curve, 10)?.survival).toBe(0.25);
		expect(survivalAt(curve, 11)).toBeNull();
	});

	it('of nobody is not known even at 0', () => {
		expect(survivalAt(curveOf(), 0)).toBeNull();
	});
});

describe('quantileOf(curve, share)', () => {
	it('of aml, maintained, has the quartiles and limits of R', () => {
		const curve = curveOf(...maintained);
		expect([0.25, 0.5, 0.75].map((share) => quantileOf(curve, share))).toEqual([
			{ days: 18, low: 9, high: 34 },
			{ days: 31, low: 13, high: null },
			{ days: 48, low: 31, high: null },
		]);
	});

	it('is the middle of the while in which exactly half are here: 6.5 between 5 and 8 (R)', () => {
		expect(quantileOf(curveOf(...late), 0.5)).toEqual({ days: 6.5, low: 5, high: null });
	});

	it('is the middle up to the last day watched, where exactly half are here to the end: 3 of 2 and 4 (R)', () => {
		expect(quantileOf(curveOf(...fromJoining('left', 1, 2), [0, 3, 'here'], [0, 4, 'here']), 0.5).days).toBe(3);
	});

	it('takes 5/6 · 4/5 · 3/4, a product of fractions, for the half it is: 4.5 between 4 and 5 (R)', () => {
		expect(quantileOf(curveOf([0, 1, 'here'], ...fromJoining('left', 2, 3, 4, 5, 6, 7)), 0.5).days).toBe(4.5);
	});

	it('is null where more than half are here', () => {
		expect(quantileOf(curveOf([0, 3, 'left'], ...fromJoining('here', 9, 9)), 0.5)).toEqual({ days: null, low: 3, high: null });
	});

	it('is the one day on which all leave, without limits (R)', () => {
		expect(quantileOf(curveOf(...fromJoining('left', 3, 3, 3)), 0.5)).toEqual({ days: 3, low: null, high: null });
	});

	it('has as its limit the first age at which the limit of the curve gets there, 5, also where that rises again later (R’s print; its quantile says 7)', () => {
		const rows: readonly DrawnLifetime[] = [[0, 5, 'left'], [0, 9, 'left'], [5, 9, 'here'], [5, 12, 'left'], [4, 7, 'left']];
		const { limits } = curveOf(...rows);
		expect(limits[1]!.low).toBeGreaterThan(limits[0]!.low);
		expect(quantileOf(curveOf(...rows), 0.5).low).toBe(5);
	});

	it('of nobody is null', () => {
		expect(quantileOf(curveOf(), 0.5)).toEqual({ days: null, low: null, high: null });
	});
});

describe('restrictedMean(curve, horizon)', () => {
	it('of aml, maintained, over 100 weeks is 41.4159090909, standard error 10.8288647169 (R, print(rmean = 100))', () => {
		const { days, standardError } = restrictedMean(curveOf(...maintained), 100);
		hasDigits(days, '41.4159090909', 'mean');
		hasDigits(standardError, '10.8288647169', 'standard error');
	});

	it('with customers watched late is 5 + 3/2 over 8 days, standard error 1.06066017178 (R), and 5 + 1/2 over 6', () => {
		const curve = curveOf(...late);
		expect([restrictedMean(curve, 8).days, restrictedMean(curve, 6).days]).toEqual([6.5, 5.5]);
		hasDigits(restrictedMean(curve, 8).standardError, '1.06066017178', 'standard error');
		hasDigits(restrictedMean(curve, 6).standardError, '.353553390593', 'standard error');
	});

	it('is the horizon itself while nobody has left: 4 of 4 days', () => {
		expect(restrictedMean(curveOf(...late), 4)).toEqual({ days: 4, standardError: 0, reason: null });
	});

	it('is the plain mean where all have left: (2 + 4 + 9) / 3', () => {
		closeTo(restrictedMean(curveOf(...fromJoining('left', 2, 4, 9)), 9).days, 5, 'mean');
	});

	it('beyond the last day watched is null, and so it is of nobody', () => {
		expect(restrictedMean(curveOf(...late), 11)).toEqual({ days: null, standardError: null, reason: 'notWatchedThatLong' });
		expect(restrictedMean(curveOf(), 11).reason).toBe('noCustomers');
	});
});

describe('laws of the curve', () => {
	it('it is the textbook’s product at every age, in whatever order customers are listed', () => {
		law(anyLifetimes, fc.nat(), (rows, seed) => {
			const curve = curveOf(...shuffled(rows, seed));
			for (let days = 0; days <= (curve.lastObserved ?? -1); days++) closeTo(survivalAt(curve, days)!.survival, slowSurvival(rows, days), { rows, days });
		});
	});

	it('where all were watched from joining until they left, it is the share of longer lifetimes', () => {
		law(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 40 }), fc.nat(30), (exits, days) => {
			const share = exits.filter((exit) => exit > days).length / exits.length;
			const curve = curveOf(...fromJoining('left', ...exits));
			if (days <= Math.max(...exits)) closeTo(survivalAt(curve, days)!.survival, share, { exits, days });
		});
	});

	it('twice the same customers give the same curve, and limits that are no wider', () => {
		law(anyFromJoining, fc.constant(null), (rows) => {
			const [once, twice] = [curveOf(...rows), curveOf(...rows, ...rows)];
			once.survival.forEach((share, step) => {
				closeTo(twice.survival[step], share, rows);
				const [narrow, wide] = [twice.limits[step], once.limits[step]];
				if (wide) expect(narrow!.low >= wide.low && narrow!.high <= wide.high).toBe(true);
			});
		});
	});

	it('it never rises, and its limits hold it between them', () => {
		law(anyLifetimes, fc.constant(null), (rows) => {
			const { survival, limits } = curveOf(...rows);
			survival.forEach((share, step) => {
				expect(share <= (survival[step - 1] ?? 1) && share >= 0).toBe(true);
				const between = limits[step];
				if (between) expect(between.low <= share && share <= between.high && between.low >= 0 && between.high <= 1).toBe(true);
			});
		});
	});
});
