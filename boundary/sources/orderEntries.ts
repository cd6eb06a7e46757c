/** Rows that stand for what happened to an order after it was made. */
import type { Row } from '../paths';
import { isBlank } from '../paths';

/** Known only to whoever holds it, so that no column of a user can be mistaken for it. */
const TAKES_BACK = Symbol('takes back');

/** What was given back, and when. */
export interface TakenBack {
	readonly at: unknown;
	readonly amount: number;
	/** Of another currency than the order; absent where it is of the same. */
	readonly currency?: string;
}

/** Ten-thousandths are the finest that is kept of an amount: sums of text amounts have no digits behind them. */
const rounded = (amount: number): number => Math.round(amount * 10_000) / 10_000;

/** An amount that an API writes as a number or as text with a point; NaN where it is none. */
export const amountIn = (cell: unknown): number => (isBlank(cell) ? NaN : Number(cell));

/** The same moments as one: two ways of paying an order are given back at once. */
export function gathered(all: readonly TakenBack[]): TakenBack[] {
	const byMoment = new Map<string, TakenBack>();
	for (const each of all) {
		const key = JSON.stringify([each.at, each.currency]);
		byMoment.set(key, { ...each, amount: rounded((byMoment.get(key)?.amount ?? 0) + each.amount) });
	}
	return [...byMoment.values()].filter(({ amount }) => amount > 0);
}

export const sumOf = (all: readonly TakenBack[]): number => rounded(all.reduce((sum, { amount }) => sum + amount, 0));

/** What is left of an amount once some of it was taken back; never less than nothing. */
export const leftOf = (amount: number, all: readonly TakenBack[]): number => Math.max(0, rounded(amount - sumOf(all)));

/** Which columns of an item say when and how much. */
export interface OrderColumns {
	readonly dates: readonly string[];
	readonly amount: string;
	readonly currency: string;
}

/**
 * The row of an amount that was taken back: the item, with every date of it that moment
 *
 * All dates are overwritten, so that a user who chooses another of them does not find the refund on the order's day.
 */
export function rowTakingBack(json: Row, columns: OrderColumns, { at, amount, currency }: TakenBack): Row {
	const dates = Object.fromEntries(columns.dates.filter((column) => column in json).map((column) => [column, at]));
	const changed: Record<string | symbol, unknown> = { ...json, ...dates, [columns.amount]: -amount, [TAKES_BACK]: true };
	if (currency !== undefined) changed[columns.currency] = currency;
	return changed;
}

/** Whether a row takes back what its order brought. */
export const takesBack = (row: Row): boolean => Object.hasOwn(row, TAKES_BACK);

/** Whether a row takes back an amount that the user reads from another column, where it would be counted a second time. */
export const isUnseenRefund = (row: Row, columns: OrderColumns, chosenAmount: string): boolean =>
	chosenAmount !== '' && chosenAmount !== columns.amount && takesBack(row);
