import type { NullReason } from '../problems';
import { wilsonInterval } from '../statistics/interval';

/** The losses of several periods, added up. */
export interface PooledChurn {
	/** Customers lost, each period's added up. */
	readonly lost: number;
	/** Customers at the start, each period's added up. */
	readonly atStart: number;
}

export interface LifetimeValueQuestion extends PooledChurn {
	/** What one customer brings in a period, after the cost of serving them. */
	readonly marginPerPeriod: number;
	/** The longest life that is believed, in periods. */
	readonly horizonPeriods: number;
}

export interface LifetimeValue {
	readonly value: number;
	readonly low: number;
	readonly high: number;
	/** Whether the value is that of the horizon, since losses at this rate would take longer. */
	readonly isCapped: boolean;
}

/**
 * Lifetime value
 *
 * Question: what does a customer bring until they leave, if they go on leaving at this rate?
 *
 * The margin of a period times 1 / churn periods, at most the horizon. Churn is pooled, Σ lost / Σ at start: the
 * mean of the rates would count a period of few customers as much as one of many. The limits are those of the
 * pooled churn (Wilson); what customers bring is taken as known. 5 of 100, 0 of 200 and 10 of 100 at 100 a
 * period: 2,666.67 [1,640.85, 4,375.40].
 *
 * Undefined when nobody was lost.
 * Source: DOMAIN C12.
 */
export function lifetimeValue({ lost, atStart, marginPerPeriod, horizonPeriods }: LifetimeValueQuestion): LifetimeValue | NullReason {
	if (lost === 0) return 'nothingLost';
	const churn = wilsonInterval(lost, atStart);
	const worthAt = (rate: number) => marginPerPeriod * Math.min(1 / rate, horizonPeriods);
	return {
		value: worthAt(lost / atStart),
		low: worthAt(churn.high),
		high: worthAt(churn.low),
		isCapped: atStart / lost > horizonPeriods,
	};
}
