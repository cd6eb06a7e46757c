/** Options of customers for the tests of the budget, the slow way to choose among them, and the cases of winback_budget.py. */
import fc from 'fast-check';
import type { Limits, Options, Prices, Selection } from '../../domain/winback/selection/options';
import { Drawing } from './drawing';
import { readText } from './files.cjs';

/** What an option adds, what it costs, and whether it is a call. */
export type OptionRow = readonly [value: number, cost: number, call?: 'call'];

export function optionsOf(customers: ReadonlyArray<readonly OptionRow[]>): Options {
	const rows = customers.flat();
	let end = 0;
	return {
		startOf: Int32Array.from([0, ...customers.map((own) => (end += own.length))]),
		value: Float64Array.from(rows, ([value]) => value),
		cost: Float64Array.from(rows, ([, cost]) => cost),
		isCall: Uint8Array.from(rows, ([, , call]) => (call === 'call' ? 1 : 0)),
	};
}

/** The most that any choice adds, by trying all of them. A sum of costs fits up to its last digits. */
export function mostByTrying(customers: ReadonlyArray<readonly OptionRow[]>, { budget, calls }: Limits): number {
	const room = budget === null ? Infinity : budget * (1 + 1e-12);
	const from = (customer: number, cost: number, called: number): number => {
		if (customer === customers.length) return 0;
		let most = from(customer + 1, cost, called);
		for (const [value, own, call] of customers[customer]) {
			const calledThen = called + (call === 'call' ? 1 : 0);
			if (cost + own <= room && calledThen <= calls) most = Math.max(most, value + from(customer + 1, cost + own, calledThen));
		}
		return most;
	};
	return from(0, 0, 0);
}

/** What the prices prove: money and calls at their price, and the most that each customer adds after paying them. */
export function dualValue({ startOf, value, cost, isCall }: Options, { budget, calls }: Limits, prices: Prices): number {
	let sum = (budget === null ? 0 : prices.money * budget) + prices.call * calls;
	for (let customer = 0; customer + 1 < startOf.length; customer++) {
		let most = 0;
		for (let option = startOf[customer]; option < startOf[customer + 1]; option++) {
			most = Math.max(most, value[option] - prices.money * cost[option] - prices.call * isCall[option]);
		}
		sum += most;
	}
	return sum;
}

/** Passes when a selection keeps the limits, takes each customer's own options, and its sums are those of what it takes. */
export function expectWithin({ startOf, value, cost, isCall }: Options, { budget, calls }: Limits, selection: Selection): void {
	let [values, costs, called] = [0, 0, 0];
	selection.taken.forEach((option, customer) => {
		if (option === -1) return;
		if (option < startOf[customer] || option >= startOf[customer + 1]) throw new Error(`customer ${customer} is given option ${option} of somebody else`);
		values += value[option];
		costs += cost[option];
		called += isCall[option];
	});
	expect(selection.taken.length).toBe(startOf.length - 1);
	expect([selection.value, selection.cost, selection.calls]).toEqual([values, costs, called]);
	expect(called).toBeLessThanOrEqual(calls);
	if (budget !== null) expect(costs).toBeLessThanOrEqual(budget * (1 + 1e-9));
	expect(selection.bound).toBeGreaterThanOrEqual(values);
	expect(Object.values(selection.prices).every((price) => Number.isFinite(price) && price >= 0)).toBe(true);
}

const call = fc.constantFrom<[] | ['call']>([], ['call']);
const rowsOf = (value: fc.Arbitrary<number>, cost: fc.Arbitrary<number>) => fc.tuple(value, cost, call).map(([worth, own, isCall]): OptionRow => [worth, own, ...isCall]);
const anyRow = {
	/** Small whole numbers, so that many are alike. */
	ties: rowsOf(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 5 })),
	/** Everything worth three times what it costs. */
	sameRatio: rowsOf(fc.constant(0), fc.integer({ min: 1, max: 9 })).map(([, cost, ...isCall]): OptionRow => [3 * cost, cost, ...isCall]),
	tenths: rowsOf(fc.integer({ min: 1, max: 30 }).map((tenths) => tenths / 10), fc.integer({ min: 0, max: 30 }).map((tenths) => tenths / 10)),
	/** Hardly two alike; 99,991 is a prime. */
	real: rowsOf(fc.integer({ min: 1, max: 1e7 }).map((whole) => whole / 99_991), fc.integer({ min: 0, max: 1e6 }).map((whole) => whole / 99_991)),
};

/** Customers with up to so many options each, of one of the kinds above. */
export const anyCustomers = (minLength: number, maxLength: number, options = 4): fc.Arbitrary<OptionRow[][]> =>
	fc.constantFrom(...Object.values(anyRow)).chain((row) => fc.array(fc.array(row, { maxLength: options }), { minLength, maxLength, size: 'max' }));

/** Customers as the node has them: a call that is dear, an e-mail that costs next to nothing, and something between. */
export function drawnCustomers(seed: number, count: number): OptionRow[][] {
	const draw = new Drawing(seed);
	return Array.from({ length: count }, () => {
		const worth = Math.exp(3 + draw.normal());
		return [
			[worth * draw.uniform(0.1, 0.5), draw.uniform(3, 8), 'call'],
			[worth * draw.uniform(0.02, 0.1), 0.01],
			[worth * draw.uniform(0.02, 0.2), draw.uniform(0.05, 2)],
		];
	});
}

export interface BudgetCase extends Limits {
	readonly name: string;
	readonly startOf: readonly number[];
	readonly value: readonly number[];
	readonly cost: readonly number[];
	readonly isCall: readonly number[];
	/** The most that the linear program, and the integer one, can add. */
	readonly linear: number;
	readonly integer: number;
}

export const budgetCases = (): readonly BudgetCase[] => (JSON.parse(readText('test/reference/winback_budget.json')) as { cases: BudgetCase[] }).cases;

export const optionsOfCase = ({ startOf, value, cost, isCall }: BudgetCase): Options => ({
	startOf: Int32Array.from(startOf),
	value: Float64Array.from(value),
	cost: Float64Array.from(cost),
	isCall: Uint8Array.from(isCall),
});
