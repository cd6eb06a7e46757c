/** A row of a customer that was made by As Of and counts only later, such as an invoice that is not due yet. */
export interface Announced {
	readonly row: number;
	/** The day on which it was made. */
	readonly day: number;
}

/** What every reading knows of the rows it was made from. */
import type { History } from '../../domain/ledger/history';
import type { CustomerKind } from '../columnNames';
import type { Row, Table } from '../paths';

export interface Rows {
	readonly table: Table;
	readonly history: History;
	/** Which input item each entry of the history's columns came from. */
	readonly itemOfRow: Int32Array;
	/** The row that an entry of the history's columns was read off; the user's own paths lead into it. */
	readonly rowAt: (row: number) => Row;
	/** By customer, the first row that was made by As Of and does not count yet; `row` is an input item here. Absent where rows count as they are made. */
	readonly announced?: ReadonlyMap<number, Announced>;
	readonly customerColumn: { readonly name: string; readonly kind: CustomerKind };
}
