import type { GroupColumn } from '../ledger/groups';
import type { History } from '../ledger/history';
import type { TermColumns } from '../ledger/terms';
import type { KindOfLeaving } from './leaving';

/** Why terms ended: texts, of which the first is blank, what kind of leaving each tells of, and which each term has. */
export interface LeavingReasons {
	readonly texts: readonly string[];
	readonly kinds: readonly KindOfLeaving[];
	readonly ofTerm: Int32Array;
}

/** Subscriptions as columns, and what they are grouped by. */
export interface Subscriptions {
	readonly terms: TermColumns;
	/** Which entry of the history's columns each term came from. */
	readonly rowOfTerm: Int32Array;
	/** An event for each row, on the day it starts. */
	readonly history: History;
	/** The plans by row; null where no column names them. */
	readonly plans: GroupColumn | null;
	readonly reasons: LeavingReasons | null;
	readonly groupColumns: readonly GroupColumn[];
	readonly currencies: readonly string[];
	readonly asOf: { readonly day: number };
	/** The last day up to As Of on which something ended; null where nothing has. */
	readonly lastEnd: number | null;
	readonly customers: { idOf(customer: number): string | number };
}
