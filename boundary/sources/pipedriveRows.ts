/** What rows of Pipedrive have in common, in both versions of its API: the older has objects where the newer has ids. */
import type { Read, Table } from '../paths';
import { isBlank, readerOf } from '../paths';
import { firstOf, idOfKind, isRow, pathIn } from './knownColumns';
import type { RoleColumn } from './roleColumn';

/** An id, or the id in the object that stands for it. */
export const pipedriveId = (cell: unknown): unknown => (isRow(cell) ? (cell.value ?? cell.id) : cell);

const readId = (path: string): Read => {
	const read = readerOf(path);
	return (row) => pipedriveId(read(row));
};

export interface PipedriveCustomer {
	readonly path: string;
	/** What that column names: `organization 40` or `person 12`. */
	readonly read: Read;
	/** What names a row's customer where that column does not; null where nothing does. */
	readonly otherwise: RoleColumn | null;
}

/** Whether some row names somebody in a column. */
const namesSomebody = (table: Table, path: string): boolean => {
	const read = readId(path);
	return !table.every((row) => isBlank(read(row)));
};

/** Where the id itself stands. */
const pathOfId = (table: Table, path: string): string => pathIn(table, `${path}.value`) ?? path;

/**
 * Who the customer of a row is: the organisation, so that a new contact person there is seen to be one; where a row has
 * none, the person. Always with its kind, whatever else the table holds: person 5 of the deals is not organisation 5 of
 * the activities
 */
export function pipedriveCustomer(table: Table, personColumn = 'person_id'): PipedriveCustomer | null {
	const [organisation, person] = [
		['organization', 'org_id'],
		['person', personColumn],
	].map(([kind, path]) => (namesSomebody(table, path) ? { path: pathOfId(table, path), read: idOfKind(kind, readId(path)) } : null));
	if (organisation === null) return person && { ...person, otherwise: null };
	return { ...organisation, otherwise: person && { name: personColumn, read: person.read } };
}

/** The customer's column of a stream. */
export function pipedriveCustomerColumn(table: Table, personColumn?: string): RoleColumn | undefined {
	const customer = pipedriveCustomer(table, personColumn);
	if (customer === null) return undefined;
	const { path, read, otherwise } = customer;
	return { name: path, read: otherwise ? firstOf(read, otherwise.read) : read };
}

/** The primary of several addresses or numbers, else the first that says something. */
export function primaryOf(cell: unknown): unknown {
	if (!Array.isArray(cell)) return cell;
	const values = cell.filter(isRow).filter(({ value }) => !isBlank(value));
	return (values.find(({ primary }) => primary === true) ?? values[0])?.value;
}
