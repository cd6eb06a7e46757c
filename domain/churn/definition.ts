/** What a churn definition is: the shape of the records in `definitions/`. */
import type { Interval } from '../statistics/interval';
import type { Figure, NullReason } from '../problems';
import { ratio } from '../problems';
import type { Loss, Movements } from './movements';
import type { PeriodStory } from './periodStories';

/** A rate and its two parts; value = numerator / denominator wherever it is defined. */
export interface Fraction {
	readonly numerator: number;
	/** Null where the rate is no single division; then `value` stands alone. */
	readonly denominator: number | null;
	readonly value: Figure;
}

export interface ChurnDefinition {
	readonly id: string;
	readonly title: string;
	/** The rule in one sentence, as the drop-down shows it. */
	readonly rule: string;
	/** Who computes it this way. */
	readonly usedBy: string;
	/** The rule's id in the field's rule book. */
	readonly source: string;
	/** The least and the most the rate can be; null where it has no upper bound. */
	readonly range: readonly [number, number | null];
	/** What the record computes on the example ledger (`exampleLedger.ts`). */
	readonly example: { readonly numerator: number; readonly denominator: number };
	compute(movements: Movements, days: number): Fraction;
	/** Whether numerators and denominators of groups add up to those of all, as in a quotient of counts. */
	readonly partsAddUp: boolean;
	/** The interval of `fraction`'s rate; null when it cannot be told. */
	interval(fraction: Fraction, confidence: number): Interval | null;
	/** Whether a loss is one of those in the numerator. */
	counts(loss: Loss): boolean;
	/** What the denominator is, in words; null where the rate is no single division. */
	readonly divisor: string | null;
	/** What one customer puts into the numerator and the denominator; the parts of all customers add up to them. */
	partOf(story: PeriodStory): { readonly numerator: number; readonly denominator: number | null };
	/** The share lost in 365 days if it went on like this; null where the rule gives no answer. DOMAIN C9. */
	perYear(rate: number, days: number): number | null;
}

export const fraction = (numerator: number, denominator: number, reasonWhenZero: NullReason): Fraction => ({
	numerator,
	denominator,
	value: ratio(numerator, denominator, reasonWhenZero),
});
