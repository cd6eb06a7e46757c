import fc from 'fast-check';

/** How many cases a law about small figures tries, and how many one about whole tables, which take longer. */
const CASES = 150;
export const TABLES = 40;

/** Checks that something holds (the seed is in `seed.cjs`) for all values of two kinds; the failure prints the smallest pair it does not hold for. */
export function law<One, Other>(
	one: fc.Arbitrary<One>,
	other: fc.Arbitrary<Other>,
	holds: (one: One, other: Other) => void,
	cases = CASES,
): void {
	fc.assert(fc.property(one, other, holds), { numRuns: cases });
}

/** Passes when two tables are the same; compares texts first, since comparing field by field takes a hundred times as long. */
export function expectSame(got: unknown, expected: unknown): void {
	if (JSON.stringify(got) !== JSON.stringify(expected)) expect(got).toEqual(expected);
}
