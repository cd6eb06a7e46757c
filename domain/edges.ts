import type { NullReason } from './problems';
import type { Period } from './time';

/** What bounds the periods of which losses are known. */
export interface KnownDays {
	/** The first day on which a period may begin to have a rate; -Infinity where the data has no left edge. */
	readonly ratedFrom: number;
	/** The last day that is read; it is not over. */
	readonly asOf: number;
	/** For how many days a loss can still be undone, as a gap that is allowed; 0 where none is. */
	readonly settlingDays: number;
}

/**
 * Why no rate of a period can be known, whatever the numbers
 *
 * A log shows no loss in its first days, so the left edge goes before any other reason. A period is over when its
 * end is on As Of or before; its losses stand once whoever left on its last day can no longer come back within
 * the allowed gap. DOMAIN C7.
 */
export function reasonAgainstPeriod(period: Period, { ratedFrom, asOf, settlingDays }: KnownDays): NullReason | null {
	if (period.start < ratedFrom) return 'leftEdge';
	if (period.end > asOf) return 'periodUnfinished';
	return period.end + settlingDays > asOf ? 'withinAllowedGap' : null;
}
