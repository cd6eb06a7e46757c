import { normalQuantile } from '../../../domain/statistics/normalQuantile';
import { closeTo, hasDigits } from '../../support/closeTo';
import { statisticsReference } from '../../support/reference';

describe('normalQuantile(probability)', () => {
	it('is 1.959964 at .975, the factor of a 95 % interval', () => {
		hasDigits(normalQuantile(0.975), '1.959964', 'p .975');
	});

	it('is 0 at one half', () => {
		expect(normalQuantile(0.5)).toBe(0);
	});

	it('is as far below 0 at p as it is above at 1 − p', () => {
		for (const p of [0.001, 0.025, 0.2, 0.49]) closeTo(normalQuantile(p), -normalQuantile(1 - p), { p });
	});

	it('agrees with SciPy norm.ppf at 1 − .05/2m for up to 1,000 groups (statistics.json, normalQuantiles)', () => {
		for (const { p, z, m } of statisticsReference().normalQuantiles) if (m !== undefined) closeTo(normalQuantile(p), z, { p, m });
	});

	it('agrees with SciPy norm.ppf from 1e-5 to 1 − 1e-8 (statistics.json)', () => {
		for (const { p, z } of statisticsReference().normalQuantiles) if (p >= 1e-5) closeTo(normalQuantile(p), z, { p });
	});

	it('agrees with SciPy norm.ppf in the far lower tail, down to −37.05 at 1e-300 (statistics.json)', () => {
		for (const { p, z } of statisticsReference().normalQuantiles) if (p < 1e-5) closeTo(normalQuantile(p), z, { p });
	});

	it('is NaN at 0 and 1 and beyond', () => {
		expect([0, 1, -0.5, 1.5, NaN].map(normalQuantile)).toEqual([NaN, NaN, NaN, NaN, NaN]);
	});
});
