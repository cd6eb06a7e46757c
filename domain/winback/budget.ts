import { exactChoice } from './selection/exactChoice';
import type { Limits, Options, Prices, Selection } from './selection/options';
import { choiceOf } from './selection/pricedChoice';
import { scaledOptions } from './selection/scaledOptions';
import { withinBudget } from './selection/withinBudget';

/** Up to so many customers the choice is exact. */
const FEW = 16;
/** A choice is known to be the best where it misses the bound by no more than this share. */
const CERTAIN = 1e-9;
/** What two options are worth is the same where it differs by no more than this share of what goes into it. */
const TIE = 1e-12;

/**
 * Whom to contact, and how, within a budget and a number of calls
 *
 * Question: at most one option for each customer, costs up to the budget, calls up to their number: which options add
 * the most together? This is the multiple-choice knapsack problem, with a limit of calls beside that of money.
 *
 * Without a budget, or with one that does not bind, the choice is the best there is. With one it is the best up to 16
 * customers; for more it misses the best by less than one step of the way to the next larger budget, at most twice the
 * largest value, and `bound` says by how much at most (up to 16 customers the bound is the value itself). More budget
 * never gives less. More calls never give less where the choice is exact; else they may, by less than that step.
 *
 * Costs that add up to the budget fit, also where rounding makes their sum larger by its last digits. Of options worth
 * the same the cheaper is taken, then the earlier; of customers worth the same whoever stands first.
 *
 * Source: Sinha and Zoltners (1979), "The multiple-choice knapsack problem", Operations Research 27; Fisher (1981) for
 * the prices; WINBACK, Budget. O(options) without a budget, some dozens of such passes with one.
 */
export function select(options: Options, limits: Limits): Selection {
	const scaled = scaledOptions(options, limits.budget);
	const { valueUnit, costUnit } = scaled;
	const { choice: start, bound, prices } = withinBudget(scaled, limits.calls);
	const isCertain = bound - start.value <= CERTAIN * bound;
	const isFew = options.startOf.length - 1 <= FEW;
	const { choice, isProven } =
		isCertain || !isFew
			? { choice: start, isProven: isCertain }
			: exactChoice({ options: scaled.options, room: scaled.room, calls: limits.calls, prices, start });
	const { taken, value, cost, calls } = choiceOf(options, choice.taken);
	return {
		taken,
		value,
		cost,
		calls,
		bound: isProven && isFew ? value : Math.max(value, bound * valueUnit),
		prices: {
			money: Math.min(Number.MAX_VALUE, (prices.money * valueUnit) / costUnit),
			call: Math.min(Number.MAX_VALUE, prices.call * valueUnit),
		},
		isExact: isProven || bound - choice.value <= CERTAIN * bound,
	};
}

/**
 * The option that a further customer would be given
 *
 * Question: at the prices of a selection, which of the options from `first` to before `end` is worth most after its
 * cost and its call are paid for? -1 for none: nothing is worth more than its price. What is worth its price to the
 * last digits is not taken, since there it was chance who got it. O(options of the customer).
 */
export function wouldTake({ value, cost, isCall }: Options, first: number, end: number, prices: Prices): number {
	let best = -1;
	let bestWorth = 0;
	let bestCost = 0;
	for (let option = first; option < end; option++) {
		const price = prices.money * cost[option] + prices.call * isCall[option];
		const worth = value[option] - price;
		const lead = worth - bestWorth;
		const tie = TIE * (value[option] + price);
		if (lead <= tie && (lead < -tie || cost[option] >= bestCost)) continue;
		best = option;
		bestWorth = worth;
		bestCost = cost[option];
	}
	return best;
}
