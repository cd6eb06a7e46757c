/**
 * The one tolerance of all tests. Counts and words are compared exactly, with `toBe`; figures with this.
 *
 * Where 1e-9 comes from: SciPy and this pack agree to about 1e-12 on the incomplete gamma function, and every
 * interval passes through a quantile of it; test/reference/README.md names the same tolerance.
 */
const ABSOLUTE = 1e-12;
const RELATIVE = 1e-9;

const inWords = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function fail(got: unknown, expected: unknown, allowed: string, input: unknown): never {
	throw new Error(`input     ${inWords(input)}\nexpected  ${inWords(expected)}\ngot       ${inWords(got)}\nallowed   ${allowed}`);
}

/**
 * Passes when `got` is `expected`, or both are null. `roundedTo` is for figures that the product gives with so
 * many decimals: half a unit of the last one is allowed besides.
 */
export function closeTo(got: unknown, expected: number | null, input: unknown, roundedTo: number | null = null): void {
	if (expected === null) {
		if (got !== null) fail(got, null, 'null only', input);
		return;
	}
	const rounding = roundedTo === null ? 0 : 0.5000001 * 10 ** -roundedTo;
	const allowed = ABSOLUTE + RELATIVE * Math.abs(expected) + rounding;
	const isClose = typeof got === 'number' && (got === expected || Math.abs(got - expected) <= allowed);
	if (!isClose) fail(got, expected, String(allowed), input);
}

/** Passes when `got` has all the digits that are written in `digits`: `.0838358` allows half of the seventh decimal. */
export function hasDigits(got: unknown, digits: string, input: unknown): void {
	const decimals = digits.split('.')[1]?.length ?? 0;
	closeTo(got, Number(digits), input, decimals);
}

/** Passes when both limits have the digits written, as `[.0838358, .7878145]` in DOMAIN. */
export function hasLimits(got: { readonly low: number; readonly high: number } | null, low: string, high: string): void {
	hasDigits(got?.low, low, `lower limit, ${low}`);
	hasDigits(got?.high, high, `upper limit, ${high}`);
}
