/** What a source profile of subscriptions is: what the pack knows about rows of one origin. */
import type { KindOfLeaving } from '../../domain/churn/leaving';
import type { CustomerKind } from '../columnNames';
import type { Read, Row, Table } from '../paths';
import type { RoleColumn } from './roleColumn';

/** What a subscription's cells are read as. */
export const subscriptionRoles = [
	'customer',
	'start',
	'end',
	'trialEnd',
	'pausedFrom',
	'pausedUntil',
	'amount',
	'quantity',
	'interval',
	'currency',
	'plan',
	'status',
	'reason',
	'subscription',
	'rank',
] as const;

export type SubscriptionRole = (typeof subscriptionRoles)[number];

/** What holds on the day of the export only, and is read where somebody asks: the next renewal, an end that is planned and stands in no column of ends, and the day on which what still runs was cancelled. */
export type PlanRole = 'renewsOn' | 'plannedEnd' | 'cancelledOn';

/** What a row's status says of its days: it runs as dated, is a trial, is paused, never began, or was cancelled. */
export type SubscriptionState = 'runs' | 'trial' | 'paused' | 'notStarted' | 'cancelled';

export interface SubscriptionLayout {
	readonly columns: Readonly<Partial<Record<SubscriptionRole | PlanRole, RoleColumn>>> & Readonly<Record<'customer' | 'start', RoleColumn>>;
	readonly customerKind: CustomerKind;
	/** Whether a row is a subscription with its end, or a change of plan that lasts until the customer's next one. */
	readonly rowsAre: 'subscriptions' | 'changes';
	/** For what the amount is: for the interval in its column, or whatever the column says for so many months. */
	readonly amountIsFor: 'interval' | { readonly months: number };
	/** Whether amounts are in the smallest coin; null where the column has to tell. */
	readonly amountUnit: 'minor' | 'whole' | null;
	/** Whether a missing amount is a price that is not fixed (tiers, usage) and no fault of the row. */
	readonly mayLackAmount: boolean;
	/** Days on which a running subscription was seen alive, such as its last renewal. */
	readonly seenOn: readonly Read[];
	stateOf(part: Row): SubscriptionState;
	/** Whether a row that still runs is cancelled already and only runs until its end, null where it does not say; absent where no column but a day of cancelling does. */
	readonly isCancelled?: (part: Row) => boolean | null;
	/** Where a row is a change: whether it says that the customer was not here before it; absent where every first row does. */
	readonly begins?: (part: Row) => boolean;
	/** Which kind of leaving the source's own reasons tell of; absent where they are read as words. */
	readonly kindOf?: (reason: string) => KindOfLeaving;
}

/** Columns that the user has chosen; an empty one is to be found. */
export interface ChosenSubscriptionColumns {
	readonly customer: string;
	readonly start: string;
	readonly end: string;
	readonly amount: string;
	readonly currency: string;
	readonly interval: string;
	readonly plan: string;
	readonly status: string;
	readonly reason: string;
	readonly trialEnd: string;
}

/** One subscription as its source gives it, and the part of it that cells are read off. */
export interface SubscriptionEntry {
	/** What the user's own paths are read off. */
	readonly row: Row;
	/** The row itself, or one of several prices in it. */
	readonly part: Row;
}

export interface SubscriptionSource {
	readonly id: string;
	readonly title: string;
	/** What its rows look like, in a sentence. */
	readonly description: string;
	/** What one of its rows is called, and several. */
	readonly nouns: readonly [one: string, several: string];
	/** Whether a table is of this origin. */
	recognises(table: Table): boolean;
	/** The entries in an item; one that is the row itself where a row is a subscription. */
	entriesOf(json: Row): readonly SubscriptionEntry[];
	/** The layout of such entries, or the role of the column that is missing. */
	layoutOf(table: Table, chosen: ChosenSubscriptionColumns): SubscriptionLayout | { readonly missing: 'customer' | 'start' };
	/** What to watch in what the source gave, each in a sentence; the table is that of the items, such as pages. */
	warningsOn?(table: Table, entries: readonly SubscriptionEntry[]): string[];
}
