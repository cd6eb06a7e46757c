import fc from 'fast-check';
import { quintiles } from '../../../../domain/purchases/rfm/quintiles';
import { law, TABLES } from '../../../support/law';

const larger = (...values: number[]) => [...quintiles(Float64Array.from(values), 'larger')];
const smaller = (...values: number[]) => [...quintiles(Float64Array.from(values), 'smaller')];

/** By the definition: every customer is held against every other. */
function slowQuintiles(values: readonly number[], better: 'larger' | 'smaller', groups: readonly number[]): number[] {
	return values.map((value, customer) => {
		if (Number.isNaN(value)) return 0;
		const known = values.filter((other, index) => !Number.isNaN(other) && groups[index] === groups[customer]);
		const worse = known.filter((other) => (better === 'larger' ? other < value : other > value));
		return known.length < 5 ? 0 : 1 + Math.floor((5 * worse.length) / known.length);
	});
}

/** Few different values, so that there are ties; as of amounts, some below 0 and some not known. */
const anyValue = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 400 }), fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.constantFrom(NaN, -0));
const customers = fc.array(fc.tuple(anyValue, fc.integer({ min: -1, max: 2 })), { maxLength: 80 });
const anyBetter = fc.constantFrom('larger' as const, 'smaller' as const);
const columnsOf = (rows: ReadonlyArray<readonly [number, number]>) => [Float64Array.from(rows, ([value]) => value), Int32Array.from(rows, ([, group]) => group)] as const;

describe('quintiles()', () => {
	it('of 10, 20, 30, 40 and 50 spent are 1 to 5: fewer than each are 0 to 4 of 5', () => {
		expect(larger(30, 10, 50, 20, 40)).toEqual([3, 1, 5, 2, 4]);
	});

	it('of 10 to 50 days of silence are 5 to 1: the shortest silence is best', () => {
		expect(smaller(30, 10, 50, 20, 40)).toEqual([3, 5, 1, 4, 2]);
	});

	it('are of seven customers in turn 1, 1, 2, 3, 3, 4, 5: floor(5 · worse / 7) of 0 to 6 worse', () => {
		expect(larger(1, 2, 3, 4, 5, 6, 7)).toEqual([1, 1, 2, 3, 3, 4, 5]);
	});

	it('give equal values one score: six of ten who bought once have 1, two who bought twice 1 + 5 · 6/10 = 4, and two who bought more 1 + 5 · 8/10 = 5', () => {
		expect(larger(1, 2, 1, 3, 1, 1, 2, 1, 3, 1)).toEqual([1, 4, 1, 5, 1, 1, 4, 1, 5, 1]);
	});

	it('are all 1 where all are equal, since nobody is worse', () => {
		expect(larger(7, 7, 7, 7, 7, 7)).toEqual([1, 1, 1, 1, 1, 1]);
		expect(smaller(7, 7, 7, 7, 7, 7)).toEqual([1, 1, 1, 1, 1, 1]);
	});

	it('count 0 and −0 as one value', () => {
		expect(larger(-0, 0, 0, 1, 1)).toEqual([1, 1, 1, 4, 4]);
		expect(smaller(-0, 0, 0, 1, 1)).toEqual([3, 3, 3, 1, 1]);
	});

	it('are 0 of fewer than five customers, and of nobody nothing', () => {
		expect(larger(10, 20, 30, 40)).toEqual([0, 0, 0, 0]);
		expect(larger()).toEqual([]);
	});

	it('leave out whom nothing is known of: score 0, and 1 to 5 as if the others were alone', () => {
		expect(larger(NaN, 30, 10, 50, NaN, 20, 40, NaN)).toEqual([0, 3, 1, 5, 0, 2, 4, 0]);
		expect(smaller(NaN, 30, 10, 50, NaN, 20, 40, NaN)).toEqual([0, 3, 5, 1, 0, 4, 2, 0]);
	});

	it('are all 0 where four are known and a fifth is not', () => {
		expect(larger(10, 20, 30, 40, NaN)).toEqual([0, 0, 0, 0, 0]);
	});

	it('are of each group alone: 5,000 yen are little beside 9,000 although five others spent 50 euros', () => {
		const spent = Float64Array.of(10, 5000, 20, 6000, 30, 7000, 40, 8000, 50, 9000);
		const currency = Int32Array.of(0, 1, 0, 1, 0, 1, 0, 1, 0, 1);
		expect([...quintiles(spent, 'larger', currency)]).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
	});

	it('are 0 in a group of four beside one of five, and those without a currency, −1, are a group', () => {
		const spent = Float64Array.of(1, 2, 3, 4, 9, 1, 2, 3, 4);
		expect([...quintiles(spent, 'larger', Int32Array.of(-1, -1, -1, -1, -1, 0, 0, 0, 0))]).toEqual([1, 2, 3, 4, 5, 0, 0, 0, 0]);
		expect([...quintiles(spent, 'larger', Int32Array.of(7, 7, 7, 7, -1, -1, -1, -1, -1))]).toEqual([0, 0, 0, 0, 5, 1, 2, 3, 4]);
	});

	it('leave values and groups as they were', () => {
		const [values, groups] = columnsOf([[3, 0], [1, 1], [NaN, 0], [2, 1], [5, 0], [4, -1]]);
		const before = [[...values], [...groups]];
		quintiles(values, 'smaller', groups);
		expect([[...values], [...groups]]).toEqual(before);
	});

	it('are what holding everybody against everybody finds', () => {
		law(customers, anyBetter, (rows, better) => {
			const [values, groups] = columnsOf(rows);
			expect([...quintiles(values, better, groups)]).toEqual(slowQuintiles([...values], better, [...groups]));
		});
	});

	it('are what holding everybody against everybody finds for every number of customers from 0 to 60, one value each', () => {
		for (let count = 0; count <= 60; count++) {
			const values = Float64Array.from({ length: count }, (_, customer) => (customer * 37) % 61);
			const groups = Array.from(values, () => 0);
			expect([...quintiles(values, 'larger')]).toEqual(slowQuintiles([...values], 'larger', groups));
			expect([...quintiles(values, 'smaller')]).toEqual(slowQuintiles([...values], 'smaller', groups));
		}
	});

	it('do not depend on the order of customers', () => {
		law(customers.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows.keys()], { minLength: rows.length }))), anyBetter, ([rows, order], better) => {
			const scoresOf = (each: typeof rows) => {
				const [values, groups] = columnsOf(each);
				return quintiles(values, better, groups);
			};
			const before = scoresOf(rows);
			expect([...scoresOf(order.map((customer) => rows[customer]))]).toEqual(order.map((customer) => before[customer]));
		});
	});

	it('of silences: shortening one never lowers its score, and never raises another\'s', () => {
		const silences = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 60 });
		law(silences, fc.tuple(fc.nat(), fc.integer({ min: 0, max: 30 })), (days, [place, by]) => {
			const customer = place % days.length;
			const before = quintiles(Float64Array.from(days), 'smaller');
			const after = quintiles(Float64Array.from(days, (silence, index) => (index === customer ? Math.max(0, silence - by) : silence)), 'smaller');
			after.forEach((score, index) => {
				if (index === customer) expect(score).toBeGreaterThanOrEqual(before[index]);
				else expect(score).toBeLessThanOrEqual(before[index]);
			});
		});
	});

	it('are the same in cents as in euros, and of a shorter silence as of a later day', () => {
		law(customers, fc.integer({ min: -1000, max: 1000 }), (rows, asOf) => {
			const values = Float64Array.from(rows, ([value]) => Math.round(value));
			expect([...quintiles(values.map((value) => 100 * value), 'larger')]).toEqual([...quintiles(values, 'larger')]);
			expect([...quintiles(values.map((day) => asOf - day), 'smaller')]).toEqual([...quintiles(values, 'larger')]);
		});
	});

	it('are a fifth each, to within one customer, where no two are equal', () => {
		law(fc.uniqueArray(fc.integer(), { minLength: 5, maxLength: 300 }), anyBetter, (values, better) => {
			const sizes = [1, 2, 3, 4, 5].map((score) => quintiles(Float64Array.from(values), better).filter((each) => each === score).length);
			for (const size of sizes) expect(Math.abs(size - values.length / 5)).toBeLessThan(1);
		}, TABLES);
	});
});
