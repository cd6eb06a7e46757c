import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { keptTogether } from '../../domain/figuresInWords';
import type { Rows } from '../../boundary/reading/rows';
import { keptColumns, withKept } from './keptColumns';

/**
 * Rows about everybody stem from no particular item, and say so
 *
 * Where they said nothing, n8n 2.41 would pair those of a node with one output: a single one with the first item, as
 * many as the input has items one by one. A later expression would then read somebody's row as theirs.
 */
export const rowItems = (rows: ReadonlyArray<Record<string, unknown>>): INodeExecutionData[] =>
	rows.map((row) => {
		const json = typeof row.summary === 'string' ? { ...row, summary: keptTogether(row.summary) } : row;
		return { json: json as IDataObject, pairedItem: [] };
	});

/** A row about one customer, and the entry of the input that told last of them. */
export interface CustomerRow {
	readonly customer: number;
	readonly row: number;
	readonly fields: Record<string, unknown>;
}

/** A customer's item carries the kept columns and is paired with the item that told last of the customer. */
export function customerItems(customers: readonly CustomerRow[], rows: Rows, keepColumns: readonly string[]): INodeExecutionData[] {
	const kept = keptColumns(rows, keepColumns);
	return customers.map(({ customer, row, fields }) => ({
		json: withKept(fields as IDataObject, kept(customer)),
		pairedItem: { item: rows.itemOfRow[row] },
	}));
}
