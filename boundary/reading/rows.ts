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
	readonly customerColumn: { readonly name: string; readonly kind: CustomerKind };
}
