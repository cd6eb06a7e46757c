/** What rows of every table are written with: blocks of fields, rounding, reasons. Rounding happens here and nowhere before. */
import type { Comparison, ComparisonOrReason } from './churn/change';
import type { NullReason } from './problems';

/** A block of fields, with the reasons why some of its figures are null. */
export interface Block<Fields> {
	readonly fields: Fields;
	readonly reasons?: Readonly<Record<string, NullReason | null>>;
}

const DECIMALS_OF_A_SHARE = 10;
const DECIMALS_OF_MONEY = 4;

const rounded = (value: number | null | undefined, decimals: number): number | null =>
	value === null || value === undefined ? null : Number(value.toFixed(decimals));

export const share = (value: number | null | undefined) => rounded(value, DECIMALS_OF_A_SHARE);
export const money = (value: number | null | undefined) => rounded(value, DECIMALS_OF_MONEY);

export const comparisonIn = (outcome: ComparisonOrReason): Partial<Comparison> => ('comparison' in outcome ? outcome.comparison : {});
export const reasonIn = (outcome: ComparisonOrReason): NullReason | null => ('reason' in outcome ? outcome.reason : null);

/** Why figures are null, as "figure: code" separated by semicolons. */
export const reasonsInWords = (blocks: ReadonlyArray<Block<unknown>>): string =>
	blocks
		.flatMap(({ reasons = {} }) => Object.entries(reasons))
		.filter(([, reason]) => reason !== null)
		.map(([figure, reason]) => `${figure}: ${reason}`)
		.join('; ');
