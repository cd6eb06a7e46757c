import type { Options, Prices } from './options';
import { criticalPrice } from './criticalPrice';
import type { Choice } from './pricedChoice';
import { PricedChoices } from './pricedChoice';
import type { ScaledOptions } from './scaledOptions';
import type { Blocked } from './steps';
import { takeSteps } from './steps';

/** How often it is tried again without the options that were too dear: less often where there are many, but as long as nothing is found. */
const MOST_ATTEMPTS = 40;
const attemptsFor = (options: number) => Math.min(16, Math.max(2, Math.floor(500_000 / options)));
/** Nor is it tried again where what did not fit would have added less than this share of what was taken. */
const WORTH_AN_ATTEMPT = 1e-3;

export interface WithinBudget {
	readonly choice: Choice;
	/** No choice within the limits is worth more. */
	readonly bound: number;
	readonly prices: Prices;
}

/** Closes the option that did not fit, and every other that costs as much as everything would have cost with it: none of them can fit. */
function close({ value, cost }: Options, blocked: Blocked): void {
	value[blocked.option] = 0;
	for (let option = 0; option < cost.length; option++) if (cost[option] >= blocked.cost) value[option] = 0;
}

/**
 * The best that is found within a budget
 *
 * At the price at which the budget runs out, as much of the dearest best choice as fits; where one option does not fit,
 * the money it leaves may buy others, so it is tried again without that option, and the best of all attempts is taken.
 *
 * A larger budget never gives less. By steps: after each of them the choice is the best of all that cost no more, so
 * one that reaches a further step is worth at least what anything with less money is. Between two steps: what is
 * closed, and whether it is tried again, hang on the step that did not fit and not on the budget, so each attempt
 * answers the same question for all budgets between, for which the same holds.
 *
 * The bound is the value of the relaxed problem in which money is for sale (Fisher 1981), which is that of the linear
 * program; the choice misses it by less than one step, at most two options (Sinha and Zoltners 1979).
 * About 10 to 40 passes over all options for each attempt; only a first attempt where there are thousands of customers and
 * the budget reaches more than a few of them; one pass where it does not bind.
 */
export function withinBudget({ options, budget, room }: ScaledOptions, calls: number): WithinBudget {
	const open: Options = { ...options, value: options.value.slice() };
	const choices = new PricedChoices(open, calls);
	const { price, cheaper, dearer } = criticalPrice(open, choices, room);
	if (dearer === null) return { choice: cheaper, bound: cheaper.value, prices: { money: 0, call: choices.callPrice() } };

	const isCallsSpent = Math.min(cheaper.calls, dearer.calls) >= calls;
	choices.at(price);
	const prices = { money: price, call: isCallsSpent ? choices.callPrice() : 0 };
	const bound = cheaper.value + price * Math.max(0, budget - cheaper.cost);

	let { choice, blocked } = takeSteps(open, cheaper, dearer, room);
	let best = choice;
	const attempts = attemptsFor(options.value.length);
	for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
		const isEnough = attempt >= attempts && choice.value > 0;
		if (blocked === null || isEnough || blocked.gain <= WORTH_AN_ATTEMPT * choice.value) break;
		close(open, blocked);
		const again = criticalPrice(open, choices, room);
		({ choice, blocked } = again.dearer === null ? { choice: again.cheaper, blocked: null } : takeSteps(open, again.cheaper, again.dearer, room));
		if (choice.value > best.value) best = choice;
	}
	return { choice: best, bound: Math.max(bound, best.value), prices };
}
