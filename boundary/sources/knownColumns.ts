/** Columns of rows whose shape is known beforehand, though not every field of it is there in every list. */
import type { Read, Row, Table } from '../paths';
import { cellText, isBlank, readerOf, visibleText } from '../paths';
import type { RoleColumn } from './roleColumn';

export const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The objects in a list, without what is none. */
export const rowsIn = (value: unknown): readonly Row[] => listIn(value).filter(isRow);

/** Reads the first of several places that says something. */
export const firstOf =
	(...readers: readonly Read[]): Read =>
	(row) => {
		for (const read of readers) {
			const value = read(row);
			if (!isBlank(value)) return value;
		}
		return undefined;
	};

/** A column that is there where some row has one of its paths, called by the first of them; `turned` makes of a cell what the role means by it. */
export function knownColumn(table: Table, paths: readonly string[], turned: (cell: unknown) => unknown = (cell) => cell): RoleColumn | undefined {
	const there = paths.filter((path) => table.hasColumn(path));
	if (there.length === 0) return undefined;
	const read = firstOf(...there.map(readerOf));
	return { name: there[0], read: (row) => turned(read(row)) };
}

/** A column that is read off the whole row, and there where some row has the path that it is called by. */
export const readColumn = (table: Table, path: string, read: Read): RoleColumn | undefined => (table.hasColumn(path) ? { name: path, read } : undefined);

/** An id with the kind of what it is the id of before it, such as `person 7`: a company may have the same number. */
export const idOfKind =
	(kind: string, read: Read): Read =>
	(row) => {
		const id = read(row);
		return isBlank(id) || id === 0 ? undefined : `${kind} ${visibleText(cellText(id))}`;
	};

/** The path of a column if some row has it: only such a column may be named, or it would be missed. */
export const pathIn = (table: Table, ...paths: readonly string[]): string | null => paths.find((path) => table.hasColumn(path)) ?? null;

/** Whether a cell that should name a customer names nobody: it says nothing, or is the 0 that shops write for guests. */
export const namesNobody = (cell: unknown): boolean => isBlank(cell) || (typeof cell !== 'object' && /^0(?:\.0+)?$/.test(String(cell).trim()));

/** A record without the entries that are undefined. */
export function present<Role extends string>(columns: Readonly<Partial<Record<Role, RoleColumn | undefined>>>): Partial<Record<Role, RoleColumn>> {
	const found: Partial<Record<Role, RoleColumn>> = {};
	for (const role of Object.keys(columns) as Role[]) {
		const column = columns[role];
		if (column) found[role] = column;
	}
	return found;
}

/** A name written in two places, read as one. */
export const joined =
	(...readers: readonly Read[]): Read =>
	(row) =>
		readers
			.map((read) => read(row))
			.filter((part) => !isBlank(part))
			.join(' ');

/** What programs write for yes and no; nothing where a cell is neither. */
export function yesOrNo(cell: unknown): boolean | undefined {
	if (typeof cell === 'boolean') return cell;
	if (cell === 'true' || cell === 1 || cell === '1') return true;
	return cell === 'false' || cell === 0 || cell === '0' ? false : undefined;
}

/** A text that means UTC without saying so, said so; what is dated otherwise stays. */
export const saidInUtc = (cell: unknown): unknown =>
	typeof cell === 'string' && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(cell) ? `${cell.replace(' ', 'T')}Z` : cell;
