import fc from 'fast-check';

/** The seed and the number of cases of every law: the same on each run, so that a failure can be had again. */
const SEED = 20_240_701;
const CASES = 150;

/** Checks that something holds for all values of two kinds; the failure prints the smallest pair it does not hold for. */
export function law<One, Other>(one: fc.Arbitrary<One>, other: fc.Arbitrary<Other>, holds: (one: One, other: Other) => void): void {
	fc.assert(fc.property(one, other, holds), { seed: SEED, numRuns: CASES });
}
