/** How good are chances, once one knows what happened? */
import { wilsonInterval } from '../../statistics/interval';

/** A chance of 0 or 1 that turns out wrong would be an infinite loss. */
const CERTAIN = 1e-6;

/** What a chance costs once it is known whether the customer bought: 0 for one who was certain and right, more the worse. */
export function logLossOf(chance: number, hasBought: boolean): number {
	const clipped = Math.min(Math.max(chance, CERTAIN), 1 - CERTAIN);
	return -Math.log(hasBought ? clipped : 1 - clipped);
}

export interface Scores {
	readonly customers: number;
	readonly bought: number;
	/** Mean loss per customer; ln 2 = .693 for saying one half to everybody. */
	readonly logLoss: number;
	/** Mean squared error of the chances; a quarter for saying one half to everybody. */
	readonly brier: number;
	/** In how many of 100 pairs of one who bought and one who did not the former had the higher chance, as a share; null without such a pair. */
	readonly auc: number | null;
}

/**
 * Area under the curve: of all pairs of a customer who bought and one who did not, the share in which the former has
 * the higher chance, ties counting half. O(n log n).
 *
 * Source: Mann and Whitney 1947.
 */
export function auc(chances: Float64Array, hasBought: Uint8Array): number | null {
	const order = Uint32Array.from(chances.keys()).sort((one, other) => chances[one] - chances[other]);
	let [bought, ranks] = [0, 0];
	for (let start = 0; start < order.length; ) {
		let end = start;
		let own = 0;
		for (; end < order.length && chances[order[end]] === chances[order[start]]; end++) own += hasBought[order[end]];
		bought += own;
		ranks += own * ((start + 1 + end) / 2);
		start = end;
	}
	const rest = chances.length - bought;
	return bought === 0 || rest === 0 ? null : (ranks - (bought * (bought + 1)) / 2) / (bought * rest);
}

/** Null of nobody. */
export function scoresOf(chances: Float64Array, hasBought: Uint8Array): Scores | null {
	const customers = chances.length;
	if (customers === 0) return null;
	let [bought, loss, squares] = [0, 0, 0];
	for (let at = 0; at < customers; at++) {
		bought += hasBought[at];
		loss += logLossOf(chances[at], hasBought[at] === 1);
		squares += (chances[at] - hasBought[at]) ** 2;
	}
	return { customers, bought, logLoss: loss / customers, brier: squares / customers, auc: auc(chances, hasBought) };
}

/** A tenth of the customers, by chance. */
export interface Tenth {
	readonly customers: number;
	readonly bought: number;
	/** The chance they were given on average, and the share who bought with its 95 % interval (Wilson). */
	readonly expected: number;
	readonly observed: number;
	readonly observedLow: number;
	readonly observedHigh: number;
}

const TENTHS = 10;

/** Do the chances come true? From the tenth with the lowest chances to that with the highest; equal chances are in one tenth, so there may be fewer. */
export function calibration(chances: Float64Array, hasBought: Uint8Array): Tenth[] {
	const order = Uint32Array.from(chances.keys()).sort((one, other) => chances[one] - chances[other]);
	const tenths = new Map<number, { customers: number; bought: number; sum: number }>();
	let below = 0;
	order.forEach((customer, rank) => {
		if (rank > 0 && chances[customer] !== chances[order[rank - 1]]) below = rank;
		const tenth = Math.floor((TENTHS * below) / order.length);
		const sums = tenths.get(tenth) ?? { customers: 0, bought: 0, sum: 0 };
		tenths.set(tenth, sums);
		sums.customers++;
		sums.bought += hasBought[customer];
		sums.sum += chances[customer];
	});
	return [...tenths.values()].map(({ customers, bought, sum }) => {
		const { low, high } = wilsonInterval(bought, customers);
		return { customers, bought, expected: sum / customers, observed: bought / customers, observedLow: low, observedHigh: high };
	});
}
