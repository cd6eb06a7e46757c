import type { Options, Prices } from './options';
import type { Choice } from './pricedChoice';
import { choiceOf } from './pricedChoice';
import type { States } from './states';
import { merged, noStates } from './states';

/** Two values are the same where they differ by no more than this share. */
const ROUNDING = 1e-12;

/** What is asked of a choice, and what is known of the best one. */
export interface Question {
	readonly options: Options;
	readonly room: number;
	readonly calls: number;
	/** Of money and of a call, in the units of the options: a customer adds no more than the worth of the best option at them. */
	readonly prices: Prices;
	/** A choice that fits. */
	readonly start: Choice;
}

export interface Answer {
	readonly choice: Choice;
	/** False where there were too many choices to keep. */
	readonly isProven: boolean;
}

/** What a customer adds at most at the prices. */
function mostOf({ options: { startOf, value, cost, isCall }, prices }: Question, customer: number): number {
	let most = 0;
	for (let option = startOf[customer]; option < startOf[customer + 1]; option++) {
		most = Math.max(most, value[option] - prices.money * cost[option] - prices.call * isCall[option]);
	}
	return most;
}

/** Every choice for some of the customers that may be part of a better one than is known, by its number of calls. */
function statesOf(question: Question, first: number, end: number): { byCalls: States[]; isComplete: boolean } {
	const { startOf, value, cost, isCall } = question.options;
	const { prices, room, calls, start } = question;
	let undecided = 0;
	for (let customer = 0; customer < startOf.length - 1; customer++) undecided += mostOf(question, customer);
	let byCalls: States[] = [{ value: Float64Array.of(0), cost: Float64Array.of(0), code: Float64Array.of(0), isComplete: true }];
	for (let customer = first; customer < end; customer++) {
		undecided -= mostOf(question, customer);
		const ways = startOf[customer + 1] - startOf[customer] + 1;
		const next: States[] = [];
		for (let made = 0; made <= Math.min(calls, byCalls.length); made++) {
			const limits = { room, price: prices.money, least: start.value * (1 + ROUNDING) - undecided - prices.call * (calls - made) };
			let states = merged(noStates, byCalls[made] ?? noStates, { value: 0, cost: 0, ways, way: 0 }, limits);
			for (let option = startOf[customer]; option < startOf[customer + 1]; option++) {
				const from = byCalls[made - isCall[option]] ?? noStates;
				states = merged(states, from, { value: value[option], cost: cost[option], ways, way: option - startOf[customer] + 1 }, limits);
			}
			next.push(states);
		}
		byCalls = next;
	}
	return { byCalls, isComplete: byCalls.every(({ isComplete }) => isComplete) };
}

/** Writes down the options that a code stands for. */
function decode(startOf: Int32Array, code: number, customers: readonly [first: number, end: number], taken: Int32Array): void {
	let left = code;
	for (let customer = customers[1] - 1; customer >= customers[0]; customer--) {
		const ways = startOf[customer + 1] - startOf[customer] + 1;
		const way = left % ways;
		taken[customer] = way === 0 ? -1 : startOf[customer] + way - 1;
		left = (left - way) / ways;
	}
}

/**
 * The best choice for a few customers
 *
 * Question: of all choices within the limits, which is worth the most? All choices for the first half of the customers
 * and all for the second are listed by cost, without those that cost as much as another and are worth less, and
 * without those that cannot become better than the choice that is known already, even if everybody else added the most
 * they can at the prices. For each of the one list the dearest of the other that still fits is the best partner.
 *
 * Not proven where a list got longer than can be kept, which takes options that are all worth about the same per money.
 * Source: Horowitz and Sahni (1974), "Computing partitions with applications to the knapsack problem", Journal of the
 * ACM 21; lists without dominated members: Nemhauser and Ullmann (1969). At most (options + 1)^(customers / 2), mostly a
 * few thousand.
 */
export function exactChoice(question: Question): Answer {
	const { options, room, calls, start } = question;
	const count = options.startOf.length - 1;
	const half = count >>> 1;
	const ones = statesOf(question, 0, half);
	const others = statesOf(question, half, count);
	let best = start.value * (1 + ROUNDING);
	let codes: readonly [number, number] | null = null;
	ones.byCalls.forEach((one, made) => {
		for (const other of others.byCalls.slice(0, calls - made + 1)) {
			let partner = other.cost.length - 1;
			for (let i = 0; i < one.cost.length; i++) {
				while (partner >= 0 && one.cost[i] + other.cost[partner] > room) partner--;
				if (partner < 0) break;
				const sum = one.value[i] + other.value[partner];
				if (sum <= best) continue;
				best = sum;
				codes = [one.code[i], other.code[partner]];
			}
		}
	});
	const isProven = ones.isComplete && others.isComplete;
	if (codes === null) return { choice: start, isProven };
	const taken = new Int32Array(count);
	decode(options.startOf, codes[0], [0, half], taken);
	decode(options.startOf, codes[1], [half, count], taken);
	return { choice: choiceOf(options, taken), isProven };
}
