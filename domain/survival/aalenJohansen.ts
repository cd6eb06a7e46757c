import type { Interval } from '../statistics/interval';
import { DEFAULT_CONFIDENCE } from '../statistics/interval';
import { logLogInterval } from '../statistics/logLogInterval';
import { jackknifeVariance } from './jackknifeVariance';
import { kaplanMeier } from './kaplanMeier';
import type { Lifetimes } from './riskSets';
import { agesUpTo } from './riskSets';

/** Lifetimes with the cause of each loss. */
export interface CausedLifetimes extends Lifetimes {
	/** Which cause, numbered from 0; read only where the customer left. */
	readonly cause: Int32Array;
}

/** The share lost to one cause, at the ages of the curve. */
export interface CauseIncidence {
	/** How many left for this cause at each age. */
	readonly events: Int32Array;
	/** The share that had left for it once those who left at this age are gone. */
	readonly incidence: Float64Array;
	readonly standardError: Float64Array;
	/** Null where the share is 0 or 1. */
	readonly limits: ReadonlyArray<Interval | null>;
}

export interface CumulativeIncidence {
	/** The ages, in days, at which somebody left for whatever cause, in order. */
	readonly age: Float64Array;
	readonly atRisk: Int32Array;
	/** The share still here; with the shares lost to each cause it makes 1. */
	readonly survival: Float64Array;
	/** By number of the cause. */
	readonly byCause: readonly CauseIncidence[];
	readonly customers: number;
	readonly lastObserved: number | null;
	/** As in a survival curve: from this age on the curves are a guess. */
	readonly riskSetRanOut: number | null;
}

/** How many left for one cause at each of the ages. */
function eventsOf({ entry, exit, isEvent, cause }: CausedLifetimes, wanted: number, age: Float64Array): Int32Array {
	const events = new Int32Array(age.length);
	for (let index = 0; index < exit.length; index++) {
		if (isEvent[index] && cause[index] === wanted && entry[index] < exit[index]) events[agesUpTo(age, exit[index]) - 1]++;
	}
	return events;
}

/**
 * Which share of customers has left for each cause, after so many days? (Aalen–Johansen)
 *
 * At each age, of the share still here that part is lost to a cause that leaves for it. A loss for another
 * cause ends the matter; it is not a customer last seen. Treating it as one (1 − Kaplan–Meier of each cause by
 * itself) would tell of a world without the other causes, and the shares would add up to more than 1.
 *
 * Shares 0 to 1; together with the share still here they make 1. The variance is the infinitesimal jackknife,
 * as in R's survfit of several states; without delayed entry and with one cause it is Greenwood's.
 * Limits on the log-log scale of the share, so that they lie within 0 and 1. No customers give no ages.
 * Source: Aalen and Johansen, 1978; DOMAIN C13. O(causes × n log n).
 */
export function aalenJohansen(lifetimes: CausedLifetimes, causeCount: number, confidence = DEFAULT_CONFIDENCE): CumulativeIncidence {
	const { age, atRisk, events, survival, customers, lastObserved, riskSetRanOut } = kaplanMeier(lifetimes, confidence);
	const byCause = Array.from({ length: causeCount }, (_, cause): CauseIncidence => {
		const eventsOfCause = eventsOf(lifetimes, cause, age);
		const incidence = new Float64Array(age.length);
		let lost = 0;
		for (let step = 0; step < age.length; step++) {
			const hereBefore = step === 0 ? 1 : survival[step - 1];
			lost += (hereBefore * eventsOfCause[step]) / atRisk[step];
			incidence[step] = lost;
		}
		const isOfCause = (index: number) => lifetimes.cause[index] === cause;
		const variance = jackknifeVariance(lifetimes, isOfCause, { age, atRisk, events, eventsOfCause, survival, incidence });
		const standardError = variance.map(Math.sqrt);
		const limits = Array.from(incidence, (share, step) => logLogInterval(share, standardError[step] / share, confidence));
		return { events: eventsOfCause, incidence, standardError, limits };
	});
	return { age, atRisk, survival, byCause, customers, lastObserved, riskSetRanOut };
}
