/** How figures are rounded in the item: here and nowhere before, and without making text of each. */
import { AMOUNT_SCALE } from '../ledger/history';

const DECIMALS = 1e10;
const LARGEST_ROUNDED = 1e5;

/** A share, a rate or a number of days with its last, meaningless digits off. */
export const figure = (value: number): number => (Math.abs(value) < LARGEST_ROUNDED ? Math.round(value * DECIMALS) / DECIMALS : value);

export const figureOrNull = (value: number | null): number | null => (value === null ? null : figure(value));

/** One figure over another; null where there is nothing to divide by. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : figure(part / whole));

/** An amount in whole units, from 1/10,000; null where the sum was too large to be exact. */
export const amountIn = (tenThousandths: number): number | null =>
	Number.isSafeInteger(tenThousandths) ? tenThousandths / AMOUNT_SCALE : null;

/** An expected amount, to 1/10,000 and never -0. */
export const moneyFigure = (amount: number): number => Math.round(amount * AMOUNT_SCALE) / AMOUNT_SCALE + 0;
