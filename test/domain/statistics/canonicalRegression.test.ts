import fc from 'fast-check';
import { landmarkCells } from '../../../domain/purchases/landmarks';
import type { Link, Regression, RegressionRows } from '../../../domain/statistics/canonicalRegression';
import { canonicalRegression, logistic, poisson, predictorOf } from '../../../domain/statistics/canonicalRegression';
import { closeTo, hasDigits } from '../../support/closeTo';
import type { ReferenceRegression } from '../../support/forecastReference';
import { historyOfPurchases, landmarksReference, within } from '../../support/forecastReference';
import { law } from '../../support/law';
import { dayOf } from '../../support/ledger';
import { onlineRetailInvoices } from '../../support/reference';

/** Rows of one feature: where it stands, cases, what was observed of them. */
const rowsOf = (rows: ReadonlyArray<readonly [feature: number, cases: number, observed: number]>): RegressionRows => ({
	count: rows.length,
	features: [Float64Array.from(rows, ([feature]) => feature)],
	cases: Float64Array.from(rows, ([, cases]) => cases),
	observed: Float64Array.from(rows, ([, , observed]) => observed),
});

const deviations = ({ inverse }: Regression) => inverse.map((row, i) => Math.sqrt(row[i]));

describe('canonicalRegression, logistic', () => {
	it('of two groups is the log odds of one and the log odds ratio: 20 of 60 and 30 of 40 are ln(1/2) and ln(3 / (1/2))', () => {
		const { coefficients } = canonicalRegression(rowsOf([[0, 60, 20], [1, 40, 30]]), logistic, [0], 0)!;
		closeTo(coefficients[0], Math.log(1 / 2), 'constant');
		closeTo(coefficients[1], Math.log(6), 'slope');
	});

	it('has Woolf’s variance of a log odds ratio: 1/20 + 1/40 + 1/30 + 1/10', () => {
		const { inverse } = canonicalRegression(rowsOf([[0, 60, 20], [1, 40, 30]]), logistic, [0], 0)!;
		closeTo(inverse[1][1], 1 / 20 + 1 / 40 + 1 / 30 + 1 / 10, 'Woolf 1955');
	});

	it('without features is the log odds of all: 3 of 4', () => {
		const { coefficients } = canonicalRegression({ count: 2, features: [], cases: Float64Array.of(1, 3), observed: Float64Array.of(0, 3) }, logistic, [], 0)!;
		closeTo(coefficients[0], Math.log(3), 'constant');
	});

	it('does not mind from which constant it starts', () => {
		const rows = rowsOf([[0, 60, 20], [1, 40, 30], [3, 10, 9]]);
		for (const constant of [-8, 0, 5]) closeTo(canonicalRegression(rows, logistic, [0], constant)!.coefficients[1], canonicalRegression(rows, logistic, [0], 1)!.coefficients[1], { constant });
	});
});

describe('canonicalRegression, Poisson', () => {
	it('of two groups is the log mean of one and the log ratio of means: 40 of 20 cases and 30 of 10 are ln 2 and ln(3/2)', () => {
		const { coefficients, inverse } = canonicalRegression(rowsOf([[0, 20, 40], [1, 10, 30]]), poisson, [0], 0)!;
		closeTo(coefficients[0], Math.log(2), 'constant');
		closeTo(coefficients[1], Math.log(3 / 2), 'slope');
		// The variance of a log ratio of counts.
		closeTo(inverse[1][1], 1 / 40 + 1 / 30, 'variance');
	});

	it('does not mind a row of no cases, wherever it stands', () => {
		const { coefficients } = canonicalRegression(rowsOf([[0, 20, 40], [1, 10, 30], [1e6, 0, 0]]), poisson, [0], 0)!;
		closeTo(coefficients[1], Math.log(3 / 2), 'slope');
	});
});

describe('canonicalRegression on Online Retail', () => {
	const { history } = historyOfPurchases(onlineRetailInvoices());
	const reference = landmarksReference();

	it.each(reference.fits.map((fit) => [fit.name, fit] as const))('has the coefficients and model errors of landmarks.json, %s', (_, { landmarks, n, back, returned, more }) => {
		const cells = landmarkCells(history, landmarks.map(dayOf), reference.horizon);
		const total = (column: Float64Array) => column.reduce((sum, value) => sum + value, 0);
		expect([total(cells.customers), total(cells.returned)]).toEqual([n, back]);
		const features = [cells.silence, cells.repeats].slice(0, returned.coefficients.length - 1).map((column) => column.map(Math.log1p));
		const compare = (link: Link, cases: Float64Array, observed: Float64Array, expected: ReferenceRegression) => {
			const fit = canonicalRegression({ count: cells.count, features, cases, observed }, link, features.map(() => 0), 0)!;
			expected.coefficients.forEach((coefficient, i) => within(fit.coefficients[i], coefficient, { coefficient: i }, 1e-8));
			expected.standardErrorsModel.forEach((error, i) => within(deviations(fit)[i], error, { error: i }, 1e-8));
		};
		compare(logistic, cells.customers, cells.returned, returned);
		compare(poisson, cells.returned, cells.more, more);
	});

	it('has DOMAIN’s vector at 2011-05-23 for 100 days, 1,388 of 2,669 back: −.0595724 −.1642120·ln(1+s) +1.4849060·ln(1+x)', () => {
		const cells = landmarkCells(history, [dayOf('2011-05-23')], 100);
		const features = [cells.silence, cells.repeats].map((column) => column.map(Math.log1p));
		const { coefficients } = canonicalRegression({ count: cells.count, features, cases: cells.customers, observed: cells.returned }, logistic, [0, 0], 0)!;
		['-0.0595724', '-0.1642120', '1.4849060'].forEach((digits, i) => hasDigits(coefficients[i], digits, { coefficient: i }));
	});
});

describe('canonicalRegression with a prior', () => {
	const { drawn } = landmarksReference();

	/** The precision of slopes known to be within 2.5 per standard deviation of their feature. */
	const precisionOf = (column: Float64Array) => {
		const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
		return column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length / 2.5 ** 2;
	};

	it.each(drawn.map((table) => [table.name, table] as const))('has the coefficients of landmarks.json on the drawn rows "%s", with and without', (_, { x, s: silence, later, both, bothWithPrior }) => {
		const tableOf = (rows: readonly number[], observed: (row: number) => number): RegressionRows => ({
			count: rows.length,
			features: [Float64Array.from(rows, (row) => Math.log1p(silence[row])), Float64Array.from(rows, (row) => Math.log1p(x[row]))],
			cases: new Float64Array(rows.length).fill(1),
			observed: Float64Array.from(rows, observed),
		});
		const all = [...later.keys()];
		const returned = tableOf(all, (row) => Number(later[row] > 0));
		const more = tableOf(all.filter((row) => later[row] > 0), (row) => later[row] - 1);
		for (const [expected, hasPrior] of [[both, false], [bothWithPrior, true]] as const) {
			for (const [rows, link, part] of [[returned, logistic, expected.returned], [more, poisson, expected.more]] as const) {
				const fit = canonicalRegression(rows, link, rows.features.map((column) => (hasPrior ? precisionOf(column) : 0)), 0)!;
				part.coefficients.forEach((coefficient, i) => within(fit.coefficients[i], coefficient, { hasPrior, coefficient: i }, 1e-8));
				part.standardErrorsModel.forEach((error, i) => within(deviations(fit)[i], error, { hasPrior, error: i }, 1e-8));
			}
		}
	});
});

describe('canonicalRegression where rows tell too much or too little', () => {
	const separated = rowsOf([[0, 10, 0], [1, 10, 0], [2, 10, 10], [3, 10, 10]]);

	it('stays finite with a prior though all above a threshold came back and none below', () => {
		const { coefficients, inverse } = canonicalRegression(separated, logistic, [1.25 / 2.5 ** 2], 0)!;
		expect([...coefficients, ...inverse.flat()].every(Number.isFinite)).toBe(true);
		// Symmetric around 1.5.
		closeTo(-coefficients[0] / coefficients[1], 1.5, 'threshold');
		expect(coefficients[1]).toBeGreaterThan(1);
		expect(coefficients[1]).toBeLessThan(10);
	});

	it('without a prior gives either nothing or numbers, never NaN', () => {
		const fit = canonicalRegression(separated, logistic, [0], 0);
		if (fit !== null) expect(fit.coefficients.every(Number.isFinite)).toBe(true);
	});

	it('with all of them back, or none, is finite or nothing too', () => {
		for (const share of [0, 1]) {
			const fit = canonicalRegression(rowsOf([[0, 10, 10 * share], [1, 10, 10 * share]]), logistic, [1], 0);
			if (fit !== null) expect(fit.coefficients.every(Number.isFinite)).toBe(true);
		}
	});

	it('is nothing where a feature does not vary, or is given twice, without a prior; with one it is', () => {
		expect(canonicalRegression(rowsOf([[3, 10, 4], [3, 10, 6]]), logistic, [0], 0)).toBeNull();
		const feature = Float64Array.of(0, 1, 2);
		const twice = { count: 3, features: [feature, feature], cases: Float64Array.of(10, 10, 10), observed: Float64Array.of(2, 5, 7) };
		expect(canonicalRegression(twice, logistic, [0, 0], 0)).toBeNull();
		const [, one, other] = canonicalRegression(twice, logistic, [0.01, 0.01], 0)!.coefficients;
		closeTo(one, other, 'both share the slope');
	});

	it('of nothing is nothing', () => expect(canonicalRegression(rowsOf([]), logistic, [0], 0)).toBeNull());
});

describe('laws of a regression', () => {
	const anyRows = fc
		.array(fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.integer({ min: 2, max: 30 }), fc.double({ min: 0.05, max: 0.95, noNaN: true })), { minLength: 3, maxLength: 12 })
		.filter((rows) => Math.max(...rows.map(([feature]) => feature)) - Math.min(...rows.map(([feature]) => feature)) > 0.5)
		.map((rows) => rows.map(([feature, cases, share]) => [feature, cases, 1 + share * (cases - 2)] as const));

	it('what is left over is 0 in all, and has nothing to do with the feature, but for what the prior holds', () => {
		law(anyRows, fc.tuple(fc.constantFrom(logistic, poisson), fc.constantFrom(0, 0.5)), (rows, [link, precision]) => {
			const table = rowsOf(rows);
			const { coefficients } = canonicalRegression(table, link, [precision], 0)!;
			const rest = rows.map(([, cases, observed], row) => observed - cases * link.mean(predictorOf(coefficients, table, row)));
			const size = rows.reduce((sum, [, cases]) => sum + cases, 0);
			expect(Math.abs(rest.reduce((sum, each) => sum + each, 0))).toBeLessThan(1e-5 * size);
			expect(Math.abs(rest.reduce((sum, each, row) => sum + each * rows[row][0], 0) - precision * coefficients[1])).toBeLessThan(1e-5 * size);
		});
	});

	it('a row of many cases is many rows', () => {
		law(anyRows, fc.constantFrom(logistic, poisson), (rows, link) => {
			const apart = rows.flatMap(([feature, cases, observed]) => Array.from({ length: cases }, () => [feature, 1, observed / cases] as const));
			const [one, other] = [rows, apart].map((each) => canonicalRegression(rowsOf(each), link, [0], 0)!);
			one.coefficients.forEach((coefficient, i) => expect(Math.abs(coefficient - other.coefficients[i])).toBeLessThan(1e-6));
		});
	});

	it('a feature in other units has the slope in these units', () => {
		law(anyRows, fc.constantFrom(logistic, poisson), (rows, link) => {
			const [one, other] = [1, 100].map((unit) => canonicalRegression(rowsOf(rows.map(([feature, cases, observed]) => [unit * feature, cases, observed])), link, [0], 0)!.coefficients[1]);
			expect(Math.abs(one - 100 * other)).toBeLessThan(1e-5 * (1 + Math.abs(one)));
		});
	});
});
