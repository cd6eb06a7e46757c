import type { LeavingReasons } from '../churn/subscriptions';
import type { GroupColumn } from '../ledger/groups';
import type { History } from '../ledger/history';
import type { TermColumns } from '../ledger/terms';
import type { Flags } from './streamColumns';

/**
 * What somebody was subscribed to: the columns of subscriptions, beside those of the streams of events
 *
 * Invariants that whoever makes them establishes:
 * - customers are numbered as in all streams; trials, free plans and pauses are terms, too, and say what they are;
 * - every column by term has an entry for each entry of `terms`, whose ends may lie after As Of: they are read as
 *   still running;
 * - days are day numbers, NaN where no row says one.
 */
export interface SubscriptionColumns {
	/** An event for each row on the day it starts; none after As Of. */
	readonly history: History;
	readonly terms: TermColumns;
	/** By term, an index into `termKinds`. */
	readonly kind: Uint8Array;
	/** By term, 1 where it is paid for at a price that is not fixed; its amount is 0 then. Null where there are no amounts. */
	readonly isUnpriced: Uint8Array | null;
	/** By term, a number that all terms of one subscription share, such as the items of one contract. */
	readonly subscription: Int32Array;
	/** By term, not by row; null where no column names plans. */
	readonly plans: GroupColumn | null;
	readonly reasons: LeavingReasons | null;
	/** By term, the day of the next payment; null where no column says it. */
	readonly renewsOn: Float64Array | null;
	/** By term, the day on which the subscription is to end. */
	readonly endsOn: Float64Array | null;
	/** By term, whether it is cancelled already and only runs until its end; null where no column says it. */
	readonly isCancelled: Flags | null;
	/** By term, the day on which it was cancelled; null where no column says it. */
	readonly cancelledOn: Float64Array | null;
	/** By term, the day on which its trial was said to end. */
	readonly trialEndsOn: Float64Array | null;
	/** What currency numbers stand for; empty where no row names one. */
	readonly currencies: readonly string[];
	/** Whether the rows tell of renewals, planned ends and cancellations as they were on As Of: not where they were written later. */
	readonly knowsPlans: boolean;
}
