import fc from 'fast-check';
import { detectableGain, neededHeldOut, sampleSize } from '../../../domain/winback/sampleSize';
import { closeTo, hasDigits } from '../../support/closeTo';
import { readText } from '../../support/files.cjs';
import { law } from '../../support/law';

interface SampleSizeReference {
	readonly gains: ReadonlyArray<{ readonly heldOut: number; readonly contacted: number; readonly baseline: number; readonly gain: number | null }>;
	readonly sizes: ReadonlyArray<{ readonly baseline: number; readonly gain: number; readonly contactedPerHeldOut: number; readonly heldOut: number }>;
}

const reference = JSON.parse(readText('test/reference/winback/sample_size.json')) as SampleSizeReference;

describe('detectableGain(baseline, { heldOut, contacted })', () => {
	it('agrees with SciPy, from 20 to 200,000 customers and from a baseline of 0 to one of .999 (sample_size.json, gains)', () => {
		for (const { baseline, heldOut, contacted, gain } of reference.gains) closeTo(detectableGain(baseline, { heldOut, contacted }), gain, { baseline, heldOut, contacted });
	});

	it('has power.prop.test’s figures for groups of one size: 1,000 each at .1 show .140745 and more (R 4.2.2)', () => {
		hasDigits(0.1 + detectableGain(0.1, { heldOut: 1000, contacted: 1000 })!, '0.140745154', 'R, n = 1000, p1 = .1');
		hasDigits(0.05 + detectableGain(0.05, { heldOut: 200, contacted: 200 })!, '0.129925219', 'R, n = 200, p1 = .05');
	});

	it('is null with 19 in either group, however many are in the other', () => {
		expect(detectableGain(0.1, { heldOut: 19, contacted: 1e6 })).toBeNull();
		expect(detectableGain(0.1, { heldOut: 1e6, contacted: 19 })).toBeNull();
		expect(detectableGain(0.1, { heldOut: 20, contacted: 1e6 })).not.toBeNull();
	});

	it('is null where nothing can be gained: everybody returns, or too few are left who do not', () => {
		expect(detectableGain(1, { heldOut: 1000, contacted: 1000 })).toBeNull();
		expect(detectableGain(0.999, { heldOut: 1000, contacted: 1000 })).toBeNull();
	});

	it('is null where a figure is none', () => {
		expect(detectableGain(NaN, { heldOut: 1000, contacted: 1000 })).toBeNull();
		expect(detectableGain(0.1, { heldOut: NaN, contacted: 1000 })).toBeNull();
	});
});

describe('neededHeldOut(gain, baseline, contactedPerHeldOut)', () => {
	it('agrees with SciPy, to one customer (sample_size.json, sizes)', () => {
		for (const { baseline, gain, contactedPerHeldOut, heldOut } of reference.sizes) expect({ baseline, gain, contactedPerHeldOut, heldOut: neededHeldOut(gain, baseline, contactedPerHeldOut) }).toEqual({ baseline, gain, contactedPerHeldOut, heldOut });
	});

	it('has power.prop.test’s figures for groups of one size: .27 to .41 takes 179 each, .1 to .12 3,841 (R 4.2.2)', () => {
		expect(neededHeldOut(0.14, 0.27, 1)).toBe(179);
		expect(neededHeldOut(0.02, 0.1, 1)).toBe(3841);
	});

	it('is never so few that less than 20 are in a group: 20, and 80 where four are held out for each contacted', () => {
		expect(neededHeldOut(1, 0, 9)).toBe(20);
		expect(neededHeldOut(1, 0, 0.25)).toBe(80);
	});

	it('is null without a gain, with one that leads beyond everybody, and where nobody is contacted', () => {
		for (const gain of [0, -0.01, NaN, 0.91]) expect(neededHeldOut(gain, 0.1, 9)).toBeNull();
		for (const ratio of [0, NaN]) expect(neededHeldOut(0.02, 0.1, ratio)).toBeNull();
	});
});

describe('sampleSize({ heldOut, contacted, baseline, expectedGain })', () => {
	const experiment = Object.freeze({ heldOut: 100, contacted: 900, baseline: 0.1, expectedGain: 0.02 });

	it('says it in percentage points: 100 held out of 1,000 show 11.0 and more; the 2 expected take 2,186 (sample_size.json)', () => {
		const { detectablePoints, ...rest } = sampleSize(experiment);
		hasDigits(detectablePoints, '11.023238423', experiment);
		expect(rest).toEqual({ heldOut: 100, contacted: 900, expectedPoints: 2, neededHeldOut: 2186 });
	});

	it('shows nothing with nobody held out, or nobody contacted: both figures are null', () => {
		for (const nobody of [{ heldOut: 0 }, { contacted: 0 }]) expect(sampleSize({ ...experiment, ...nobody })).toMatchObject({ detectablePoints: null, neededHeldOut: null });
	});

	it('shows nothing where no chance is known: both figures are null', () => {
		expect(sampleSize({ ...experiment, baseline: null })).toMatchObject({ detectablePoints: null, neededHeldOut: null, expectedPoints: 2 });
	});
});

const anyGroups = fc.record({ heldOut: fc.integer({ min: 20, max: 10_000 }), contacted: fc.integer({ min: 20, max: 100_000 }) });
const anyBaseline = fc.double({ min: 0, max: 1, noNaN: true });

describe('laws of what a hold-out shows', () => {
	it('a gain lies above 0 and leads to 1 at most', () => {
		law(anyBaseline, anyGroups, (baseline, groups) => {
			const gain = detectableGain(baseline, groups);
			if (gain !== null) expect([gain > 0, baseline + gain <= 1]).toEqual([true, true]);
		});
	});

	it('twice as many in each group show a smaller gain', () => {
		law(anyBaseline, anyGroups, (baseline, groups) => {
			const gain = detectableGain(baseline, groups);
			if (gain !== null) expect(detectableGain(baseline, { heldOut: 2 * groups.heldOut, contacted: 2 * groups.contacted })).toBeLessThan(gain);
		});
	});

	it('the smallest gain that a hold-out shows takes that very hold-out, but for rounding', () => {
		law(anyBaseline, anyGroups, (baseline, groups) => {
			const gain = detectableGain(baseline, groups);
			if (gain === null) return;
			const needed = neededHeldOut(Math.min(gain, 1 - baseline), baseline, groups.contacted / groups.heldOut);
			expect(Math.abs(needed! - groups.heldOut)).toBeLessThanOrEqual(1);
		});
	});

	it('a larger gain never takes more customers', () => {
		law(fc.tuple(fc.double({ min: 0.001, max: 0.5, noNaN: true }), fc.double({ min: 0.001, max: 0.5, noNaN: true })), fc.tuple(fc.double({ min: 0, max: 0.5, noNaN: true }), fc.double({ min: 0.1, max: 99, noNaN: true })), (gains, [baseline, ratio]) => {
			const [smaller, larger] = gains.sort((one, other) => one - other);
			expect(neededHeldOut(larger, baseline, ratio)!).toBeLessThanOrEqual(neededHeldOut(smaller, baseline, ratio)!);
		});
	});
});
