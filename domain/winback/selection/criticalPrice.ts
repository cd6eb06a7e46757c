import type { Options } from './options';
import type { Choice, PricedChoices } from './pricedChoice';

/** At this price only what costs nothing is taken; costs are 0 or at least 1e-140, values at most 2 (scaledOptions). */
const DEAREST = 1e150;
/** Two choices are worth the same where they differ by no more than this share of all that differs in them. */
const TIE = 1e-12;

/** Where the budget runs out as money gets cheaper. */
export interface Critical {
	/** The price of money at which it runs out; 0 where everything fits. */
	readonly price: number;
	/** The cheapest best choice at this price: it fits. */
	readonly cheaper: Choice;
	/** The dearest best choice at this price, which does not fit; null where everything fits. */
	readonly dearer: Choice | null;
}

interface Difference {
	readonly value: number;
	readonly cost: number;
	/** The values and costs of all that differs, at the price asked for. */
	readonly size: number;
}

/** What one choice has more than another; only customers who get something else count, so no digits are lost. O(customers). */
function difference({ value, cost }: Options, less: Int32Array, more: Int32Array, price = 0): Difference {
	let values = 0;
	let costs = 0;
	let size = 0;
	for (let customer = 0; customer < less.length; customer++) {
		const from = less[customer];
		const to = more[customer];
		if (from === to) continue;
		const ownValue = (to < 0 ? 0 : value[to]) - (from < 0 ? 0 : value[from]);
		const ownCost = (to < 0 ? 0 : cost[to]) - (from < 0 ? 0 : cost[from]);
		values += ownValue;
		costs += ownCost;
		size += Math.abs(ownValue) + price * Math.abs(ownCost);
	}
	return { value: values, cost: costs, size };
}

/**
 * The price of money at which a budget runs out
 *
 * Question: how dear must money be for the best choice to cost no more than the budget? The dearer, the less is
 * spent and the less comes of it, so the best choices of all prices are one line of points (cost, value), which bends
 * downwards. Of two points of it, one that fits and one that does not, the slope between them is the next price to
 * ask: either it finds a point above that slope, which takes the place of one of the two, or the two are neighbours
 * and the price is found.
 *
 * The two points hang on the price alone, not on the budget, unless they are worth the same by less than TIE.
 * Source: cutting planes on the dual (Kelley 1960); Fisher (1981). About 10 to 40 passes over all options.
 */
export function criticalPrice(options: Options, choices: PricedChoices, room: number): Critical {
	let dearer = choices.at(0);
	if (dearer.cost <= room) return { price: 0, cheaper: dearer, dearer: null };
	let cheaper = choices.at(DEAREST);
	for (;;) {
		const rise = difference(options, cheaper.taken, dearer.taken);
		const price = rise.value / rise.cost;
		const next = choices.at(price);
		const isBetterThan = ({ taken }: Choice) => {
			const more = difference(options, taken, next.taken, price);
			return more.value - price * more.cost > TIE * more.size;
		};
		const isBetween = next.cost > cheaper.cost && next.cost < dearer.cost;
		if (!isBetween || !isBetterThan(cheaper) || !isBetterThan(dearer)) return { price, cheaper, dearer };
		if (next.cost <= room) cheaper = next;
		else dearer = next;
	}
}
