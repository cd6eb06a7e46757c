/** More are thinned out. */
const MOST_STATES = 50_000;

/** Choices for some customers, each dearer and worth more than the one before it. */
export interface States {
	readonly cost: Float64Array;
	readonly value: Float64Array;
	/** Which way each customer went, as the digits of a number whose base is how many ways the customer has. */
	readonly code: Float64Array;
	/** Whether none had to be thinned out. */
	readonly isComplete: boolean;
}

/** What one more customer adds to each, and which of the customer's ways it is. */
export interface Way {
	readonly value: number;
	readonly cost: number;
	readonly ways: number;
	readonly way: number;
}

export interface StateLimits {
	readonly room: number;
	readonly price: number;
	/** What a choice has to be worth, with the money it leaves at this price. */
	readonly least: number;
}

const none = new Float64Array(0);
export const noStates: States = { cost: none, value: none, code: none, isComplete: true };

/** Every second, third … of them, the last included, so that they can be kept. */
function thinned(states: States): States {
	const step = Math.ceil(states.cost.length / MOST_STATES);
	if (step <= 1) return states;
	const kept = Math.floor((states.cost.length - 1) / step) + 1;
	const last = states.cost.length - 1;
	const thin = (numbers: Float64Array) => Float64Array.from({ length: kept }, (_, i) => numbers[last - (kept - 1 - i) * step]);
	return { cost: thin(states.cost), value: thin(states.value), code: thin(states.code), isComplete: false };
}

/** Whether a state comes after another: dearer, or as dear and worth less. */
const isBehind = (cost: number, value: number, otherCost: number, otherValue: number) => cost > otherCost || (cost === otherCost && value < otherValue);

/**
 * The states that are there and those that come of others when a customer goes one way, in one list by cost, without
 * those that are no better than a cheaper one, do not fit or fall short of what is asked. O(both lists).
 */
export function merged(states: States, others: States, way: Way, { room, price, least }: StateLimits): States {
	const most = states.cost.length + others.cost.length;
	const cost = new Float64Array(most);
	const value = new Float64Array(most);
	const code = new Float64Array(most);
	let count = 0;
	let here = 0;
	for (let other = 0; other <= others.cost.length; other++) {
		const isEnd = other === others.cost.length;
		const otherCost = isEnd ? Infinity : others.cost[other] + way.cost;
		const otherValue = isEnd ? 0 : others.value[other] + way.value;
		for (; here < states.cost.length && !isBehind(states.cost[here], states.value[here], otherCost, otherValue); here++) {
			if (count > 0 && states.value[here] <= value[count - 1]) continue;
			cost[count] = states.cost[here];
			value[count] = states.value[here];
			code[count++] = states.code[here];
		}
		if (isEnd || otherCost > room || otherValue + price * (room - otherCost) <= least) continue;
		if (count > 0 && otherValue <= value[count - 1]) continue;
		cost[count] = otherCost;
		value[count] = otherValue;
		code[count++] = others.code[other] * way.ways + way.way;
	}
	return thinned({ cost: cost.slice(0, count), value: value.slice(0, count), code: code.slice(0, count), isComplete: states.isComplete && others.isComplete });
}
