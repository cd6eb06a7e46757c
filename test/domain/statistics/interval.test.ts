import { differenceInterval, normalFactor, poissonInterval, wilsonInterval, wilsonIntervalOfShare } from '../../../domain/statistics/interval';
import { closeTo, hasDigits, hasLimits } from '../../support/closeTo';
import { statisticsReference } from '../../support/reference';

const confidenceOf = (groups: number | undefined) => 1 - 0.05 / (groups ?? 1);

describe('normalFactor(confidence)', () => {
	it('is 1.959964 at 95 %', () => {
		hasDigits(normalFactor(0.95), '1.959964', '95 %');
	});
});

describe('wilsonInterval(count, total)', () => {
	it('of 3 in 20 is [.0523687, .3604189] (DOMAIN 1)', () => {
		hasLimits(wilsonInterval(3, 20), '.0523687', '.3604189');
	});

	it('of 0 in 10 begins at 0 and ends at .2775328 (DOMAIN 1)', () => {
		expect(wilsonInterval(0, 10).low).toBe(0);
		hasDigits(wilsonInterval(0, 10).high, '.2775328', '0 of 10');
	});

	it('of 10 in 10 ends at 1 and begins at 1 − .2775328, the picture of 0 in 10 in the mirror', () => {
		expect(wilsonInterval(10, 10).high).toBe(1);
		hasDigits(1 - wilsonInterval(10, 10).low, '.2775328', '10 of 10');
	});

	it('is wider at 99 % than at 95 %', () => {
		const [narrow, wide] = [wilsonInterval(3, 20), wilsonInterval(3, 20, 0.99)];
		expect(wide.low).toBeLessThan(narrow.low);
		expect(wide.high).toBeGreaterThan(narrow.high);
	});

	it('agrees with SciPy up to a billion, also at the confidence for 1,000 groups (statistics.json, wilson)', () => {
		for (const { k, n, m, low, high } of statisticsReference().wilson) {
			const got = wilsonInterval(k, n, confidenceOf(m));
			closeTo(got.low, low, { limit: 'low', k, n, m });
			closeTo(got.high, high, { limit: 'high', k, n, m });
		}
	});
});

describe('wilsonIntervalOfShare(share, size)', () => {
	it('is that of counts where there are counts: .15 of 20 is 3 in 20', () => {
		expect(wilsonIntervalOfShare(3 / 20, 20)).toEqual(wilsonInterval(3, 20));
	});

	it('of .15 for 20.5 lies between those for 20 and 21', () => {
		const [less, between, more] = [20, 20.5, 21].map((size) => wilsonIntervalOfShare(0.15, size));
		expect(less.low < between.low && between.low < more.low).toBe(true);
		expect(less.high > between.high && between.high > more.high).toBe(true);
	});

	it('of 0 begins at 0 and of 1 ends at 1', () => {
		expect([wilsonIntervalOfShare(0, 3.96).low, wilsonIntervalOfShare(1, 3.96).high]).toEqual([0, 1]);
	});
});

describe('poissonInterval(count)', () => {
	it('of 0 is [0, −ln .025]', () => {
		expect(poissonInterval(0).low).toBe(0);
		closeTo(poissonInterval(0).high, -Math.log(0.025), 'count 0');
	});

	it('of 2.5 lies between those of 2 and 3', () => {
		const [less, between, more] = [2, 2.5, 3].map((count) => poissonInterval(count));
		expect(less.low < between.low && between.low < more.low).toBe(true);
		expect(less.high < between.high && between.high < more.high).toBe(true);
	});

	it('of 4, over 13, is [.0838358, .7878145] (DOMAIN 1, vector (i), C2)', () => {
		const { low, high } = poissonInterval(4);
		hasLimits({ low: low / 13, high: high / 13 }, '.0838358', '.7878145');
	});

	it('agrees with SciPy from 0 to a million losses (statistics.json, garwood)', () => {
		for (const { k, alpha, low, high } of statisticsReference().garwood) {
			const got = poissonInterval(k, 1 - alpha);
			closeTo(got.low, low, { limit: 'low', k, alpha });
			closeTo(got.high, high, { limit: 'high', k, alpha });
		}
	});
});

describe('differenceInterval(one, other)', () => {
	const share = (count: number, total: number, confidence?: number) => ({ value: count / total, ...wilsonInterval(count, total, confidence) });
	const counted = (count: number, factor: number, confidence: number) => {
		const { low, high } = poissonInterval(count, confidence);
		return { value: count * factor, low: low * factor, high: high * factor };
	};

	it('of 5 in 100 against 67 in 800 is [−.0692603, .0303683] (DOMAIN 1)', () => {
		hasLimits(differenceInterval(share(5, 100), share(67, 800)), '-.0692603', '.0303683');
	});

	it('of 56 in 70 against 48 in 80 is [.0524, .3339] (Newcombe 1998, table II, method 10)', () => {
		hasLimits(differenceInterval(share(56, 70), share(48, 80)), '.0524', '.3339');
	});

	it('turns its sign with the two figures', () => {
		const [there, back] = [differenceInterval(share(5, 100), share(67, 800)), differenceInterval(share(67, 800), share(5, 100))];
		closeTo(there.low, -back.high, 'low and high');
		closeTo(there.high, -back.low, 'high and low');
	});

	it('agrees with SciPy for shares and for counts, also among 40 groups (statistics.json, differences)', () => {
		for (const row of statisticsReference().differences) {
			const confidence = confidenceOf(row.m);
			const estimate = (count: number, total: number | undefined, factor: number | undefined) =>
				row.kind === 'wilson' ? share(count, total!, confidence) : counted(count, factor!, confidence);
			const got = differenceInterval(estimate(row.k1, row.n1, row.factor1), estimate(row.k2, row.n2, row.factor2));
			closeTo(got.low, row.low, { limit: 'low', row });
			closeTo(got.high, row.high, { limit: 'high', row });
		}
	});
});
