import { CONTACT_NAMES, firstMatch } from '../columnNames';
import type { Table } from '../paths';
import { cellText, readerOf } from '../paths';
import type { RoleColumn } from './roleColumn';
import { columnAt } from './roleColumn';
import type { ContactRole } from './streamSource';
import { contactRoles } from './streamSource';

const FIRST_NAMES = ['firstname', 'customerfirstname', 'імя', 'имя', 'نام'];
const LAST_NAMES = ['lastname', 'customerlastname', 'прізвище', 'фамилия', 'نامخانوادگی'];

/** A name in two columns, read as one. */
function nameInTwoColumns({ paths }: Table): RoleColumn | null {
	const [first, last] = [firstMatch(paths, FIRST_NAMES), firstMatch(paths, LAST_NAMES)];
	if (first === null || last === null) return null;
	const readers = [readerOf(first), readerOf(last)];
	const read: RoleColumn['read'] = (row) => readers.map((each) => cellText(each(row)).trim()).filter((part) => part !== '').join(' ');
	return { name: `${first}" and "${last}`, read };
}

const columnOf = (table: Table, role: ContactRole): RoleColumn | null => {
	const two = role === 'name' ? nameInTwoColumns(table) : null;
	if (two) return two;
	const path = firstMatch(table.paths, CONTACT_NAMES[role]);
	return path === null ? null : columnAt(path);
};

/** The columns of usual names that say whom to write to and how. */
export function contactsIn(table: Table): Partial<Record<ContactRole, RoleColumn>> {
	const found: Partial<Record<ContactRole, RoleColumn>> = {};
	for (const role of contactRoles) {
		const column = columnOf(table, role);
		if (column) found[role] = column;
	}
	return found;
}
