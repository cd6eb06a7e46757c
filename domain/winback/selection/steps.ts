import type { Options } from './options';
import type { Choice } from './pricedChoice';
import { choiceOf } from './pricedChoice';

/** The first step that did not fit. */
export interface Blocked {
	/** The option it would have given. */
	readonly option: number;
	/** What everything would have cost with it. */
	readonly cost: number;
	/** How much it would have added. */
	readonly gain: number;
}

export interface Taken {
	readonly choice: Choice;
	readonly blocked: Blocked | null;
}

/** Changes of one customer each, or of two who swap a call. */
interface Steps {
	/** Whose option changes; of two the one who gets the call. */
	readonly first: readonly number[];
	/** Who loses a call to the first; -1 where only one changes. */
	readonly second: readonly number[];
	/** How much more each step costs. */
	readonly extra: Float64Array;
}

/** What the dearer choice costs more than the cheaper one, by customer. */
function extraCosts({ cost }: Options, cheaper: Int32Array, dearer: Int32Array): Float64Array {
	return Float64Array.from(cheaper, (from, customer) => (dearer[customer] < 0 ? 0 : cost[dearer[customer]]) - (from < 0 ? 0 : cost[from]));
}

/**
 * The steps that lead from the cheapest best choice at a price to the dearest. No step saves money, whoever swaps with
 * whom: otherwise doing that step alone, or undoing it, would make the cheapest choice cheaper. The least extra cost
 * of getting a call goes with the greatest of losing one, which keeps the steps alike.
 */
function stepsBetween(options: Options, cheaper: Int32Array, dearer: Int32Array): Steps {
	const extras = extraCosts(options, cheaper, dearer);
	const isCalled = (option: number) => option >= 0 && options.isCall[option] === 1;
	const gainers: number[] = [];
	const losers: number[] = [];
	const first: number[] = [];
	const second: number[] = [];
	for (let customer = 0; customer < cheaper.length; customer++) {
		if (cheaper[customer] === dearer[customer]) continue;
		if (isCalled(cheaper[customer]) === isCalled(dearer[customer])) first.push(customer);
		else if (isCalled(dearer[customer])) gainers.push(customer);
		else losers.push(customer);
	}
	gainers.sort((one, other) => extras[one] - extras[other] || one - other);
	losers.sort((one, other) => extras[other] - extras[one] || one - other);
	const pairs = Math.min(gainers.length, losers.length);
	for (let i = 0; i < first.length; i++) second.push(-1);
	for (let pair = 0; pair < pairs; pair++) {
		first.push(gainers[pair]);
		second.push(losers[pair]);
	}
	for (const customer of [...gainers.slice(pairs), ...losers.slice(pairs)]) {
		first.push(customer);
		second.push(-1);
	}
	const extra = Float64Array.from(first, (customer, step) => extras[customer] + (second[step] < 0 ? 0 : extras[second[step]]));
	return { first, second, extra };
}

/**
 * As much of the dearer choice as fits
 *
 * Of two choices that are both best at a price of money, one fits a budget and one does not: what of the dearer can
 * be had? The way from one to the other goes in steps of one customer, or of two who swap a call, and after each of
 * them the choice is still best at that price, so it is the best of all that cost no more than it does. Steps are
 * taken from the cheapest on, until one does not fit. Their order hangs on the two choices alone and not on the
 * budget, so a larger budget goes further on the same way; what is missed is less than one step is worth.
 *
 * O(customers), and O(steps × log steps) for those who differ: one or two, unless many are alike.
 */
export function takeSteps(options: Options, cheaper: Choice, dearer: Choice, room: number): Taken {
	const { first, second, extra } = stepsBetween(options, cheaper.taken, dearer.taken);
	const order = first.map((_, step) => step).sort((one, other) => extra[one] - extra[other] || first[one] - first[other]);
	const taken = cheaper.taken.slice();
	const valueOf = (option: number) => (option < 0 ? 0 : options.value[option]);
	const gainOf = (customer: number) => valueOf(dearer.taken[customer]) - valueOf(cheaper.taken[customer]);
	let { cost } = cheaper;
	for (const step of order) {
		const changing = second[step] < 0 ? [first[step]] : [first[step], second[step]];
		cost += extra[step];
		if (cost > room) {
			const gain = changing.reduce((sum, customer) => sum + gainOf(customer), 0);
			return { choice: choiceOf(options, taken), blocked: { option: dearer.taken[first[step]], cost, gain } };
		}
		for (const customer of changing) taken[customer] = dearer.taken[customer];
	}
	return { choice: choiceOf(options, taken), blocked: null };
}
