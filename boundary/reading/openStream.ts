/** A stream of rows on its way: its columns are read, but not yet up to which day they count, nor who is who in other streams. */
import type { Problem } from '../../domain/problems';
import type { AsOf } from './asOf';
import type { CustomerColumn } from './customerColumn';

export interface OpenStream<Reading> {
	/** Who the rows are about, numbered within the stream. */
	readonly customers: CustomerColumn;
	/** The last day of which the stream knows anything, up to today; null where there is none. */
	readonly lastDay: number | null;
	/** The stream as of a day, with customers numbered as in `customers`, such as those of several streams together. */
	close(asOf: AsOf, customers: CustomerColumn): { readonly reading: Reading } | { readonly problems: readonly Problem[] };
}

/** Why there is nothing to read: no rows, or something that concerns a whole column. */
export type ProblemsOrEmpty = { readonly problems: readonly Problem[] } | { readonly isEmpty: true };
