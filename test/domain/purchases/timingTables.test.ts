import fc from 'fast-check';
import { risingFactorials, timingTables } from '../../../domain/purchases/timingTables';
import { digamma } from '../../../domain/statistics/digamma';
import { logGamma } from '../../../domain/statistics/logGamma';
import type { Timing } from '../../support/forecastSamples';
import { rowsOf } from '../../support/forecastSamples';
import { law } from '../../support/law';

const three: readonly Timing[] = [
	{ repeats: 2, recency: 10, age: 30 },
	{ repeats: 0, recency: 0, age: 20 },
	{ repeats: 2, recency: 10, age: 30 },
	{ repeats: 1, recency: 10, age: 20 },
];

describe('timingTables(rows)', () => {
	it('adds up by repeats and by age, customers counted, not rows', () => {
		const { ages, recencies, mostRepeats, withRepeats, customersOfAge, repeatsOfAge, ...sums } = timingTables(rowsOf(three));
		expect([[...ages.values], [...recencies.values], mostRepeats]).toEqual([[20, 30], [0, 10], 2]);
		expect([[...withRepeats], [...customersOfAge], [...repeatsOfAge]]).toEqual([[1, 1, 2], [2, 2], [1, 4]]);
		expect(sums).toMatchObject({ customers: 4, repeaters: 3, totalRepeats: 5, totalAge: 100 });
	});

	it('of nobody is all 0', () => {
		expect(timingTables(rowsOf([]))).toMatchObject({ mostRepeats: 0, customers: 0, repeaters: 0, totalRepeats: 0, totalAge: 0 });
	});

	it('knows each row’s age and recency by place, whole days or weeks alike', () => {
		const anyTime = fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 5000 }).map((days) => days / 7), fc.constant(2 ** 22));
		law(fc.array(fc.record({ repeats: fc.integer({ min: 0, max: 20 }), recency: anyTime, age: anyTime }), { maxLength: 30 }), fc.constant(0), (customers) => {
			const { rows, ages, recencies } = timingTables(rowsOf(customers));
			for (const [{ values, placeOf }, column] of [[ages, rows.age], [recencies, rows.recency]] as const) {
				expect([...values]).toEqual([...new Set(column)].sort((one, other) => one - other));
				expect([...placeOf].map((place) => values[place])).toEqual([...column]);
			}
		});
	});
});

describe('risingFactorials(r, most)', () => {
	it('of 1 are factorials: ln 1, ln 1, ln 2, ln 6, and slopes 0, 1, 1 + 1/2, 1 + 1/2 + 1/3', () => {
		const { log, slope } = risingFactorials(1, 3);
		[0, 0, Math.log(2), Math.log(6)].forEach((expected, x) => expect(log[x]).toBeCloseTo(expected, 14));
		[0, 1, 3 / 2, 11 / 6].forEach((expected, x) => expect(slope[x]).toBeCloseTo(expected, 14));
	});

	it('are ln Γ(r + x) − ln Γ(r) and ψ(r + x) − ψ(r)', () => {
		law(fc.double({ min: 1e-3, max: 100, noNaN: true }), fc.integer({ min: 0, max: 500 }), (r, x) => {
			const { log, slope } = risingFactorials(r, x);
			const expected = logGamma(r + x) - logGamma(r);
			expect(Math.abs(log[x] - expected)).toBeLessThan(1e-11 * (1 + Math.abs(logGamma(r + x))));
			expect(Math.abs(slope[x] - (digamma(r + x) - digamma(r)))).toBeLessThan(1e-11 * (1 + 1 / r));
		});
	});
});
