import { kthLargest } from '../../statistics/kthLargest';
import type { Options } from './options';

/** One option or none (-1) for each customer, and what that comes to. */
export interface Choice {
	readonly taken: Int32Array;
	readonly value: number;
	readonly cost: number;
	readonly calls: number;
}

/** What a choice comes to. Sums run over customers in their order, so that a choice has the same sums wherever it came from. */
export function choiceOf({ value, cost, isCall }: Options, taken: Int32Array): Choice {
	let values = 0;
	let costs = 0;
	let calls = 0;
	for (let customer = 0; customer < taken.length; customer++) {
		const option = taken[customer];
		if (option < 0) continue;
		values += value[option];
		costs += cost[option];
		calls += isCall[option];
	}
	return { taken, value: values, cost: costs, calls };
}

/** Whether one option is worth more than another, or as much and costs less. */
const isBetter = (worth: number, cost: number, otherWorth: number, otherCost: number) => worth > otherWorth || (worth === otherWorth && cost < otherCost);

/**
 * The best choice at a price of money
 *
 * Question: were money for sale at this price and calls limited, who would get which option? Each option is worth
 * its value less the price of its cost. Everybody has a best option that is no call (or none, worth 0), and a best
 * call; calls go where a call is worth most more than what else there is. No choice is worth more at this price, for
 * a call more or less changes only the customer who gets it.
 *
 * Of options worth the same the cheaper is taken, then the earlier; of customers to whom a call adds the same,
 * the one whose call costs least more, then the one who stands first.
 *
 * Source: Lagrangian relaxation of the budget, Fisher (1981), "The Lagrangian relaxation method for solving integer
 * programming problems", Management Science 27. O(options) at each price.
 */
export class PricedChoices {
	/** By customer: the best call, where it is better than what else there is. */
	private readonly bestCall: Int32Array;
	/** What a call adds, by customer. */
	private readonly advantage: Float64Array;
	/** The customers to whom a call adds something; the first `candidateCount` count. */
	private readonly candidates: Int32Array;
	private candidateCount = 0;
	private readonly ranked: Float64Array;

	constructor(
		private readonly options: Options,
		private readonly calls: number,
	) {
		const count = options.startOf.length - 1;
		this.bestCall = new Int32Array(count);
		this.advantage = new Float64Array(count);
		this.candidates = new Int32Array(count);
		this.ranked = new Float64Array(count);
	}

	at(price: number): Choice {
		const taken = new Int32Array(this.bestCall.length);
		this.findBest(price, taken);
		this.giveCalls(taken);
		return choiceOf(this.options, taken);
	}

	/** What one more call would add at the price that was asked for last. */
	callPrice(): number {
		return this.candidateCount > this.calls ? Math.max(0, kthLargest(this.rankedAdvantages(), this.calls + 1)) : 0;
	}

	private findBest(price: number, taken: Int32Array): void {
		const { startOf, value, cost, isCall } = this.options;
		let candidates = 0;
		for (let customer = 0; customer < taken.length; customer++) {
			let other = -1;
			let otherWorth = 0;
			let otherCost = 0;
			let call = -1;
			let callWorth = 0;
			let callCost = 0;
			for (let option = startOf[customer]; option < startOf[customer + 1]; option++) {
				const own = cost[option];
				const worth = value[option] - price * own;
				if (isCall[option] === 1 && isBetter(worth, own, callWorth, callCost)) {
					call = option;
					callWorth = worth;
					callCost = own;
				} else if (isCall[option] === 0 && isBetter(worth, own, otherWorth, otherCost)) {
					other = option;
					otherWorth = worth;
					otherCost = own;
				}
			}
			taken[customer] = other;
			if (call < 0 || !isBetter(callWorth, callCost, otherWorth, otherCost)) continue;
			this.bestCall[customer] = call;
			this.advantage[customer] = callWorth - otherWorth;
			this.candidates[candidates++] = customer;
		}
		this.candidateCount = candidates;
	}

	private giveCalls(taken: Int32Array): void {
		const { calls, candidates, candidateCount, bestCall, advantage } = this;
		if (candidateCount <= calls) {
			for (let i = 0; i < candidateCount; i++) taken[candidates[i]] = bestCall[candidates[i]];
			return;
		}
		if (calls === 0) return;
		const least = kthLargest(this.rankedAdvantages(), calls);
		let left = calls;
		let tied = 0;
		for (let i = 0; i < candidateCount; i++) {
			const customer = candidates[i];
			if (advantage[customer] > least) {
				taken[customer] = bestCall[customer];
				left--;
			} else if (advantage[customer] === least) {
				candidates[i] = candidates[tied];
				candidates[tied++] = customer;
			}
		}
		this.giveTiedCalls(taken, tied, left);
	}

	/** The last calls, among customers to whom a call adds the same: they stand first among the candidates. */
	private giveTiedCalls(taken: Int32Array, tied: number, calls: number): void {
		const { candidates, bestCall, ranked } = this;
		for (let i = 0; i < tied; i++) ranked[i] = -this.extraCost(candidates[i], taken);
		const most = -kthLargest(ranked.subarray(0, tied), calls);
		let left = calls;
		for (let i = 0; i < tied; i++) if (this.extraCost(candidates[i], taken) < most) left--;
		for (let i = 0; i < tied; i++) {
			const customer = candidates[i];
			const extra = this.extraCost(customer, taken);
			if (extra > most || (extra === most && left === 0)) continue;
			if (extra === most) left--;
			taken[customer] = bestCall[customer];
		}
	}

	/** What a call costs more than what the customer would get instead. */
	private extraCost(customer: number, taken: Int32Array): number {
		const { cost } = this.options;
		return cost[this.bestCall[customer]] - (taken[customer] < 0 ? 0 : cost[taken[customer]]);
	}

	private rankedAdvantages(): Float64Array {
		const { ranked, advantage, candidates, candidateCount } = this;
		for (let i = 0; i < candidateCount; i++) ranked[i] = advantage[candidates[i]];
		return ranked.subarray(0, candidateCount);
	}
}
