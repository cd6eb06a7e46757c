/** Rows as real nodes give them, from files, and what a source reads off them. */
import type { Row, Table } from '../../boundary/paths';
import { cellText, isBlank, readerOf, tableOf } from '../../boundary/paths';
import type { ChosenColumns, PurchaseLayout, PurchaseSource } from '../../boundary/sources/source';
import type { StreamLayout, StreamSource } from '../../boundary/sources/streamSource';
import { readText } from './files.cjs';
import { deepFrozen } from './reading';

export const rowsOf = (name: string): readonly Row[] => {
	const fixture = JSON.parse(readText(`test/fixtures/${name}.json`)) as { items: Array<{ json: Row }> };
	return deepFrozen(fixture.items.map(({ json }) => json));
};

export const tableFrom = (rows: readonly Row[]): Table => tableOf(rows.map((json) => ({ json })));

interface Expanding {
	readonly entriesOf?: (json: Row) => readonly Row[];
}

export const entriesFrom = ({ entriesOf }: Expanding, rows: readonly Row[]): readonly Row[] => (entriesOf ? rows.flatMap((row) => entriesOf(row)) : rows);

export const noColumns: ChosenColumns = { customer: '', date: '', amount: '', order: '', currency: '', status: '' };

export function purchaseLayout(source: PurchaseSource, rows: readonly Row[], chosen: Partial<ChosenColumns> = {}): PurchaseLayout {
	const layout = source.layoutOf(tableFrom(entriesFrom(source, rows)), { ...noColumns, ...chosen });
	if ('missing' in layout) throw new Error(`No column of the ${layout.missing}`);
	return layout;
}

/** The day or the moment of a cell, as a person writes it. */
const dateText = (cell: unknown): string => (typeof cell === 'number' ? new Date(cell < 1e11 ? cell * 1000 : cell).toISOString() : cellText(cell));

/** Each entry by the number of its row: who, when, how much; or why it is left out. */
export function purchasesRead(source: PurchaseSource, rows: readonly Row[], chosen: Partial<ChosenColumns> = {}): string[] {
	const layout = purchaseLayout(source, rows, chosen);
	const [readCustomer, readDate] = [layout.readCustomer ?? readerOf(layout.customer), readerOf(layout.date)];
	const readAmount = layout.amount?.kind === 'total' ? readerOf(layout.amount.column) : () => '';
	const readCurrency = layout.currency === null ? () => '' : readerOf(layout.currency);
	return rows.flatMap((row, index) =>
		entriesFrom(source, [row]).map((entry) => {
			const leftOut = layout.leftOut?.(entry);
			if (leftOut) return `${index + 1} ${leftOut}`;
			const customer = readCustomer(entry);
			const who = isBlank(customer) || customer === 0 ? layout.guest?.read(entry) : customer;
			return [index + 1, cellText(who), dateText(readDate(entry)), cellText(readAmount(entry)), cellText(readCurrency(entry))].join(' ').trim();
		}),
	);
}

/** What the details and the contacts of a row are. */
export const cellsRead = (columns: Readonly<Record<string, { read(row: Row): unknown } | undefined>>, row: Row): Record<string, unknown> =>
	Object.fromEntries(Object.entries(columns).map(([role, column]) => [role, column?.read(row)]));

export function streamLayoutOf<Role extends string>(source: StreamSource<Role>, rows: readonly Row[], chosen: Partial<Record<Role | 'customer', string>> = {}): StreamLayout<Role> {
	const layout = source.layoutOf(tableFrom(entriesFrom(source, rows)), chosen);
	if ('missing' in layout) throw new Error(`No column of ${layout.missing}`);
	return layout;
}

/** Each entry's cells, without what says nothing; or why it is left out. */
export function streamRead<Role extends string>(source: StreamSource<Role>, rows: readonly Row[], chosen: Partial<Record<Role | 'customer', string>> = {}): Array<Record<string, unknown> | string> {
	const layout = streamLayoutOf(source, rows, chosen);
	return entriesFrom(source, rows).map((entry) => {
		const leftOut = layout.leftOut?.(entry);
		if (leftOut) return leftOut;
		const cells = Object.entries({ customer: layout.customer?.read(entry), ...cellsRead(layout.columns, entry), ...cellsRead(layout.contacts, entry) });
		return Object.fromEntries(cells.filter(([, cell]) => !isBlank(cell)));
	});
}
