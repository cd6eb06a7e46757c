import fc from 'fast-check';
import { steadyPart } from '../../../domain/purchases/steadyLikelihood';
import { timingTables } from '../../../domain/purchases/timingTables';
import { logGamma } from '../../../domain/statistics/logGamma';
import type { Objective } from '../../../domain/statistics/maximise';
import { closeTo } from '../../support/closeTo';
import { purchaseModelsReference } from '../../support/forecastReference';
import type { Timing } from '../../support/forecastSamples';
import { rowsOf } from '../../support/forecastSamples';
import { law } from '../../support/law';
import { expectOwnSlopes } from '../../support/slopes';

const anyBetween = (low: number, high: number) => fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp);
const anyCustomers: fc.Arbitrary<Timing[]> = fc.array(
	fc.record({ repeats: fc.integer({ min: 0, max: 500 }), age: fc.integer({ min: 0, max: 5000 }) }).map((each) => ({ ...each, recency: Math.floor(each.age / 2) })),
	{ minLength: 1, maxLength: 10 },
);

/** On the log scale, as the models ask. */
const objectiveOf = (customers: readonly Timing[]): Objective => {
	const tables = timingTables(rowsOf(customers));
	return (point, gradient) => {
		const [r, alpha] = point.map(Math.exp);
		const { value, slopeOfR, slopeOfAlpha } = steadyPart(tables, r, alpha);
		gradient[0] = r * slopeOfR;
		gradient[1] = alpha * slopeOfAlpha;
		return value;
	};
};

describe('steadyPart(tables, r, alpha)', () => {
	it('of a customer who bought twice again in 30 days, r 1, α 10, is ln(2 · 10 / 40³)', () => {
		closeTo(steadyPart(timingTables(rowsOf([{ repeats: 2, recency: 10, age: 30 }])), 1, 10).value, Math.log((2 * 10) / 40 ** 3), 'by hand');
	});

	it('agrees with mpmath’s on odd customers (purchase_models.json), likelihood and slopes', () => {
		const odd = purchaseModelsReference().odd.filter(({ model }) => model === 'steadyRates');
		expect(odd.length).toBeGreaterThan(20);
		for (const { parameters, x: repeats, tx: recency, T: age, logLikelihood, gradient } of odd) {
			const own = new Float64Array(2);
			closeTo(objectiveOf([{ repeats, recency, age }])(Float64Array.from(parameters, Math.log), own), logLikelihood, { parameters, repeats, age });
			gradient.forEach((slope, i) => closeTo(own[i], slope, { parameters, repeats, age, i }));
		}
	});

	it('is Γ(r + x)/Γ(r) α^r / (α + T)^(r + x) of each customer, multiplied', () => {
		law(fc.tuple(anyBetween(0.01, 50), anyBetween(0.1, 5000)), anyCustomers, ([r, alpha], customers) => {
			const expected = customers.reduce((sum, { repeats, age }) => sum + logGamma(r + repeats) - logGamma(r) + r * Math.log(alpha) - (r + repeats) * Math.log(alpha + age), 0);
			const { value } = steadyPart(timingTables(rowsOf(customers)), r, alpha);
			expect(Math.abs(value - expected)).toBeLessThan(1e-10 * customers.reduce((sum, { repeats }) => sum + (r + repeats) * 20, 1));
		});
	});

	it('has the slopes that its differences show', () => {
		law(fc.tuple(anyBetween(1e-3, 50), anyBetween(1e-3, 5000)), anyCustomers, (parameters, customers) => expectOwnSlopes(objectiveOf(customers), parameters.map(Math.log)));
	});

	it('tells ln(α + T) and 1/(α + T) by age, for those who go on from there', () => {
		const { logOfAge, inverseOfAge } = steadyPart(timingTables(rowsOf([{ repeats: 0, recency: 0, age: 30 }, { repeats: 0, recency: 0, age: 10 }])), 1, 10);
		expect([[...logOfAge], [...inverseOfAge]]).toEqual([[Math.log(20), Math.log(40)], [1 / 20, 1 / 40]]);
	});
});
