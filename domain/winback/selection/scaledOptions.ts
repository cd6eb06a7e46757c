import type { Options } from './options';

/** Below this share of the dearest option a cost counts as this share, so that no price of money overflows. */
const LEAST_COST = 1e-140;
/** A sum of costs fits while it is over the budget by no more than rounding: three times .1 fits into .3. */
const ROUNDING = 1e-12;

/** Options in units of about the largest value and the largest cost. */
export interface ScaledOptions {
	readonly options: Options;
	readonly valueUnit: number;
	readonly costUnit: number;
	/** The budget in these units; `Infinity` where there is none. */
	readonly budget: number;
	/** What costs may add up to: the budget, and as much as rounding can add. */
	readonly room: number;
}

/** The power of 2 at or below the largest number, so that dividing by it changes no digit. */
function unitOf(numbers: Float64Array): number {
	let largest = 0;
	for (let i = 0; i < numbers.length; i++) if (numbers[i] > largest) largest = numbers[i];
	return largest === 0 ? 1 : 2 ** Math.max(-1020, Math.floor(Math.log2(largest)));
}

/** Brings values and costs near 1, whatever money they are counted in. The given options stay as they are. O(options). */
export function scaledOptions(options: Options, budget: number | null): ScaledOptions {
	const { value, cost } = options;
	const valueUnit = unitOf(value);
	const costUnit = unitOf(cost);
	const values = new Float64Array(value.length);
	const costs = new Float64Array(cost.length);
	for (let option = 0; option < value.length; option++) {
		values[option] = value[option] / valueUnit;
		costs[option] = cost[option] === 0 ? 0 : Math.max(LEAST_COST, cost[option] / costUnit);
	}
	const scaledBudget = budget === null ? Infinity : budget / costUnit;
	return { options: { ...options, value: values, cost: costs }, valueUnit, costUnit, budget: scaledBudget, room: scaledBudget * (1 + ROUNDING) };
}
