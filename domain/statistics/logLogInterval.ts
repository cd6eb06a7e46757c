import type { Interval } from './interval';
import { DEFAULT_CONFIDENCE, normalFactor } from './interval';

/**
 * Interval for a share that was put together step by step, on the log-log scale
 *
 * Between which limits lies the true share still here, or lost to a cause, after so many days? The limits are
 * even around ln(−ln share), so they lie within 0 and 1 however few customers are left.
 *
 * `logStandardError` is the standard error of ln share. Null at a share of 0 or 1, where ln(−ln share) is
 * not finite; R's survival gives NA there (conf.type "log-log").
 * Source: Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, 1.4. DOMAIN C15.
 */
export function logLogInterval(share: number, logStandardError: number, confidence = DEFAULT_CONFIDENCE): Interval | null {
	if (!(share > 0) || !(share < 1)) return null;
	const logShare = Math.log(share);
	const widening = Math.exp((normalFactor(confidence) * logStandardError) / -logShare);
	return { low: Math.exp(logShare * widening), high: Math.exp(logShare / widening) };
}
