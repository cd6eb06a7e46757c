import type { GroupColumn } from '../../domain/ledger/groups';
import type { Item } from '../paths';
import { isBlank, readerOf } from '../paths';

/** What a cell calls a group: its text, nothing for a blank one or an object. */
const groupNameIn = (cell: unknown): string => (isBlank(cell) || typeof cell === 'object' ? '' : String(cell).trim());

/** Reads a column to group by, for the items that count. */
export function readGroupColumn(items: readonly Item[], countingItems: Int32Array, column: string): GroupColumn {
	const read = readerOf(column);
	const values = [''];
	const valueOfName = new Map([['', 0]]);
	const valueOfRow = countingItems.map((item) => {
		const name = groupNameIn(read(items[item].json));
		let value = valueOfName.get(name);
		if (value === undefined) {
			value = values.push(name) - 1;
			valueOfName.set(name, value);
		}
		return value;
	});
	return { name: column, values, valueOfRow };
}
