import { CONTACT_NAMES, firstMatch, plainName } from '../columnNames';
import { consentColumn } from '../consent';
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

const CONSENT_NAMES: ReadonlySet<string> = new Set(CONTACT_NAMES.consent);

/** All columns about consent: one may object where another agrees. */
function consentOf({ paths }: Table): RoleColumn | null {
	const about = paths.filter((path) => CONSENT_NAMES.has(plainName(path))).sort();
	return about.length === 0 ? null : consentColumn(about.map(columnAt));
}

const columnOf = (table: Table, role: ContactRole): RoleColumn | null => {
	if (role === 'consent') return consentOf(table);
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
