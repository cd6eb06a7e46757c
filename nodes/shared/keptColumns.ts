import type { IDataObject } from 'n8n-workflow';
import { findContactColumns } from '../../boundary/columnNames';
import { readerOf } from '../../boundary/paths';
import { latestValue } from '../../boundary/reading/latestValue';
import type { Rows } from '../../boundary/reading/rows';

const NOTHING_KEPT: Array<[string, unknown]> = [];

/** Gives a customer's columns that travel along, so that the next node has whom to write to. */
export type KeptColumns = (customer: number) => Array<[column: string, value: unknown]>;

/**
 * The latest value that is not blank of each contact column and of each column the user adds
 *
 * Of values recorded at the same moment the later in the alphabet holds, so that the order of items does
 * not matter.
 */
export function keptColumns(rows: Rows, added: readonly string[]): KeptColumns {
	const { table, customerColumn } = rows;
	// The field `customer` says the same already; an e-mail address keeps its column's name besides.
	const isSaid = customerColumn.kind === 'id' || customerColumn.name === 'customer';
	const found = findContactColumns(table).filter((column) => !isSaid || column !== customerColumn.name);
	const columns = [...new Set([...found, ...added])].map((column) => ({ column, read: readerOf(column) }));
	if (columns.length === 0) return () => NOTHING_KEPT;
	let lastAsked: { readonly customer: number; readonly values: Array<[string, unknown]> } | null = null;
	return (customer) => {
		if (lastAsked?.customer !== customer) {
			lastAsked = { customer, values: columns.map(({ column, read }) => [column, latestValue(rows, customer, read).value]) };
		}
		return lastAsked.values;
	};
}

/**
 * An output row of computed fields and, behind them, kept columns
 *
 * Computed fields keep their names; a kept column of such a name gets "Kept" behind it. Any name is data,
 * `__proto__` too. Adds to the row it is given.
 */
export function withKept(row: IDataObject, kept: ReadonlyArray<readonly [string, unknown]>): IDataObject {
	const computed = kept.length > 0 ? new Set(Object.keys(row)) : null;
	for (const [column, value] of kept) {
		const name = computed!.has(column) ? `${column}Kept` : column;
		Object.defineProperty(row, name, { value, enumerable: true, configurable: true, writable: true });
	}
	return row;
}
