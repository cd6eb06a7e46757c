/** What rows of Pipedrive have in common, in both versions of its API: the older has objects where the newer has ids. */
import type { Read, Table } from '../paths';
import { cellText, isBlank, readerOf } from '../paths';
import { firstOf, isRow, pathIn } from './knownColumns';
import type { RoleColumn } from './roleColumn';

/** An id, or the id in the object that stands for it. */
export const pipedriveId = (cell: unknown): unknown => (isRow(cell) ? (cell.value ?? cell.id) : cell);

const readId = (path: string): Read => {
	const read = readerOf(path);
	return (row) => pipedriveId(read(row));
};

export interface PipedriveCustomer {
	readonly path: string;
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
 * none, the person, told apart from organisations of the same number. Where no row has an organisation, customers are persons
 */
export function pipedriveCustomer(table: Table, personColumn = 'person_id'): PipedriveCustomer | null {
	const [hasOrganisations, hasPersons] = ['org_id', personColumn].map((path) => namesSomebody(table, path));
	if (!hasOrganisations) return hasPersons ? { path: pathOfId(table, personColumn), otherwise: null } : null;
	if (!hasPersons) return { path: pathOfId(table, 'org_id'), otherwise: null };
	const readPerson = readId(personColumn);
	const read: Read = (row) => (isBlank(readPerson(row)) ? undefined : `person ${cellText(readPerson(row))}`);
	return { path: pathOfId(table, 'org_id'), otherwise: { name: personColumn, read } };
}

/** The customer's column of a stream. */
export function pipedriveCustomerColumn(table: Table, personColumn?: string): RoleColumn | undefined {
	const customer = pipedriveCustomer(table, personColumn);
	if (customer === null) return undefined;
	const { path, otherwise } = customer;
	return { name: path, read: otherwise ? firstOf(readerOf(path), otherwise.read) : readerOf(path) };
}

/** The primary of several addresses or numbers, else the first that says something. */
export function primaryOf(cell: unknown): unknown {
	if (!Array.isArray(cell)) return cell;
	const values = cell.filter(isRow).filter(({ value }) => !isBlank(value));
	return (values.find(({ primary }) => primary === true) ?? values[0])?.value;
}
