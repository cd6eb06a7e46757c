/** What a source profile is: what the pack knows about rows of one origin. */
import type { AmountColumns, CustomerKind } from '../columnNames';
import type { LeftOutKind } from '../leftOut';
import type { Row, Table } from '../paths';

/** Which columns of a table hold what. Columns are paths as users write them. */
export interface PurchaseLayout {
	readonly customer: string;
	readonly customerKind: CustomerKind;
	readonly date: string;
	readonly amount: AmountColumns | null;
	readonly order: string | null;
	readonly currency: string | null;
	/** What says that nothing was bought in the end; null where no column does. */
	readonly status: string | null;
	/** Whether an order may be spread over several rows, so that equal rows are no repetition. */
	readonly isLineLevel: boolean;
	/** Why a row is knowingly left out, null for a row that counts; null where every row counts. */
	readonly leftOut: ((row: Row) => LeftOutKind | null) | null;
}

/** Columns that the user has chosen; an empty one is to be found. */
export interface ChosenColumns {
	readonly customer: string;
	readonly date: string;
	readonly amount: string;
	readonly order: string;
	readonly currency: string;
	readonly status: string;
}

export interface PurchaseSource {
	readonly id: string;
	readonly title: string;
	/** What its rows look like, in a sentence. */
	readonly description: string;
	/** What one of its rows is called, and several. */
	readonly nouns: readonly [one: string, several: string];
	/** Whether a table is of this origin. */
	recognises(table: Table): boolean;
	/** The layout, or the role of the column that is missing. */
	layoutOf(table: Table, chosen: ChosenColumns): PurchaseLayout | { readonly missing: 'customer' | 'date' };
}
