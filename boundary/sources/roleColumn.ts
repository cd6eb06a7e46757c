import type { Read } from '../paths';
import { readerOf } from '../paths';

/** A cell's reader, and what its column is called in messages. */
export interface RoleColumn {
	readonly name: string;
	readonly read: Read;
}

/** A column by its path, or as a source reads it. */
export type Column = string | RoleColumn;

/** A column that is read as it stands. */
export const columnAt = (path: string): RoleColumn => ({ name: path, read: readerOf(path) });

export const asColumn = (column: Column): RoleColumn => (typeof column === 'string' ? columnAt(column) : column);
