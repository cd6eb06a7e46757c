import type { Interval } from '../statistics/interval';
import { poissonInterval, wilsonInterval } from '../statistics/interval';
import type { Fraction } from './definition';

/** The interval of a share of customers: Wilson. DOMAIN C8. */
export const shareInterval = ({ numerator, denominator }: Fraction, confidence: number): Interval | null =>
	denominator ? wilsonInterval(numerator, denominator, confidence) : null;

/** The interval of a number of losses over something that is no count of customers: Garwood's, scaled. DOMAIN C8. */
export function lossInterval({ numerator, denominator }: Fraction, confidence: number): Interval | null {
	if (!denominator) return null;
	const { low, high } = poissonInterval(numerator, confidence);
	return { low: low / denominator, high: high / denominator };
}
