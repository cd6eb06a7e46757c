/** Whether the figures of somebody's purchases can all be true. */
import { AMOUNT_SCALE } from '../../domain/ledger/history';
import type { KnownPurchases } from './purchaseFields';

export interface Disagreement {
	readonly code: 'amountTooLarge' | 'unreadableNumber' | 'purchasesDisagree';
	readonly field: keyof KnownPurchases;
	/** What would have been right. */
	readonly expected: string;
}

/** No customer has more days, and no age is longer. */
const MOST_DAYS = 1e6;
const noWholeNumber = (field: keyof KnownPurchases): Disagreement => ({ code: 'unreadableNumber', field, expected: 'a whole number from 0 to 1,000,000' });
const tooLarge = (field: keyof KnownPurchases): Disagreement => ({ code: 'amountTooLarge', field, expected: 'an amount below 900 billion' });
const disagrees = (field: keyof KnownPurchases, expected: string): Disagreement => ({ code: 'purchasesDisagree', field, expected });

const numbersOfDays = ['purchaseDays', 'repeats', 'recencyDays', 'ageDays'] as const;
const daysOfBuyer = ['repeats', 'recencyDays', 'ageDays'] as const;

const canBeDays = (value: number | null): boolean => value === null || (Number.isInteger(value) && value >= 0 && value <= MOST_DAYS);

const LARGEST_AMOUNT = Number.MAX_SAFE_INTEGER / AMOUNT_SCALE;
const canBeAmount = (value: number | null): boolean => value === null || Math.abs(value) <= LARGEST_AMOUNT;

/** Larger ones are no sums that Customer Activity gives, and times a number of purchases they may be no number at all. */
function tooLargeIn({ net, margin, historyNet }: KnownPurchases): Disagreement | null {
	if (!canBeAmount(net)) return tooLarge('net');
	if (!canBeAmount(margin)) return tooLarge('margin');
	return historyNet === null || historyNet.every(canBeAmount) ? null : tooLarge('historyNet');
}

/** Also where sheets made empty cells of null, which as lists are empty. */
const isNothingKnown = (purchases: KnownPurchases): boolean => Object.values(purchases).every((value) => value === null || (Array.isArray(value) && value.length === 0));

/** On how many days somebody bought; null where neither field says it. */
export const purchaseDaysOf = ({ purchaseDays, repeats }: KnownPurchases): number | null => purchaseDays ?? (repeats === null ? null : repeats + 1);

/** Whether the days of a history are whole and in order, each once. */
function areDaysInOrder(days: readonly number[]): boolean {
	for (let place = 0; place < days.length; place++) if (!Number.isInteger(days[place]) || days[place] <= days[place - 1]) return false;
	return true;
}

/** An empty history is none: sheets make an empty cell of null. */
function inHistory({ historyDays, historyNet }: KnownPurchases, purchaseDays: number, first: number, last: number, asOf: number): Disagreement | null {
	if (historyDays === null || historyDays.length === 0) return null;
	if (historyDays.length !== purchaseDays) return disagrees('historyDays', 'as many days as purchaseDays says');
	if (!areDaysInOrder(historyDays)) return disagrees('historyDays', 'days since 1970-01-01 in order, each once');
	if (historyDays[purchaseDays - 1] > asOf) return disagrees('historyDays', 'no day after As Of');
	if (historyDays[0] !== first) return disagrees('historyDays', 'the first day to be ageDays before As Of');
	if (historyDays[purchaseDays - 1] !== last) return disagrees('historyDays', 'the last day to be recencyDays after the first');
	const hasAmounts = historyNet !== null && historyNet.length > 0;
	return hasAmounts && historyNet.length !== purchaseDays ? disagrees('historyNet', 'an amount for each of historyDays') : null;
}

/** Of somebody who never bought; a system may have written 0 for null. */
function ofNobody(purchases: KnownPurchases, asOf: number): Disagreement | null {
	const field = daysOfBuyer.find((name) => (purchases[name] ?? 0) > 0);
	return field === undefined ? inHistory(purchases, 0, NaN, NaN, asOf) : disagrees(field, 'nothing, since there is no purchase day');
}

function ofBuyer(purchases: KnownPurchases, purchaseDays: number, asOf: number): Disagreement | null {
	const { repeats, recencyDays, ageDays } = purchases;
	if (repeats !== null && repeats !== purchaseDays - 1) return disagrees('repeats', 'purchaseDays less one');
	if (recencyDays === null) return noWholeNumber('recencyDays');
	if (ageDays === null) return noWholeNumber('ageDays');
	if (recencyDays > ageDays) return disagrees('recencyDays', 'ageDays at most');
	if (purchaseDays === 1 && recencyDays > 0) return disagrees('recencyDays', '0, since there is one purchase day');
	if (recencyDays < purchaseDays - 1) return disagrees('recencyDays', 'repeats at least, since each is on a day of its own');
	return inHistory(purchases, purchaseDays, asOf - ageDays, asOf - ageDays + recencyDays, asOf);
}

/**
 * What does not agree first in the figures of a customer's purchases as of a day; null where all can be true
 *
 * Numbers of days are whole; repeats are purchase days less one, each on a day of its own between the first purchase and
 * As Of; a history has these days (DOMAIN 3). Amounts are not held against each other: a database may have rounded them.
 * O(days of the history).
 */
export function disagreementIn(purchases: KnownPurchases, asOf: number): Disagreement | null {
	const field = numbersOfDays.find((name) => !canBeDays(purchases[name]));
	if (field !== undefined) return noWholeNumber(field);
	const amount = tooLargeIn(purchases);
	if (amount !== null) return amount;
	const purchaseDays = purchaseDaysOf(purchases);
	// A database gives every column of a stream that nobody connected, all of them empty.
	if (purchaseDays === null) return isNothingKnown(purchases) ? null : noWholeNumber('purchaseDays');
	return purchaseDays === 0 ? ofNobody(purchases, asOf) : ofBuyer(purchases, purchaseDays, asOf);
}
