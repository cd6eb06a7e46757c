/** How a plain table's columns are found for any stream: by their usual names, a column for one role only. */
import { findColumn, findCustomer, firstMatch } from '../columnNames';
import type { Table } from '../paths';
import { customerNames } from '../streamColumnNames';
import { contactsIn } from './contactColumns';
import type { RoleColumn } from './roleColumn';
import { columnAt } from './roleColumn';
import type { StreamLayout } from './streamSource';

/** Names a role, the most telling first. */
export type NamesOfRoles<Role extends string> = Readonly<Partial<Record<Role, readonly string[]>>>;

/** The path of each role's column: the roles choose in the order in which they are given, each a column that no other has. */
export function pathsOfRoles<Role extends string>(paths: readonly string[], names: NamesOfRoles<Role>): Partial<Record<Role, string>> {
	const found: Partial<Record<Role, string>> = {};
	let left = paths;
	for (const role of Object.keys(names) as Role[]) {
		const path = firstMatch(left, names[role] ?? []);
		if (path === null) continue;
		found[role] = path;
		left = left.filter((other) => other !== path);
	}
	return found;
}

/** Who the customer of a row is: by an id or a name; null where rows have only an address or a number, which the contacts name. `last` are names that mean somebody else beside any other. */
export function customerIn(table: Table, last: readonly string[] = []): RoleColumn | undefined {
	const customer = findCustomer(table, { last });
	return customer === null || customer.kind === 'email' || customer.kind === 'phone' ? undefined : columnAt(customer.path);
}

/** The columns that say whom to write to, without those that have another role. */
export function contactsBeside(table: Table, taken: ReadonlyArray<string | undefined>): StreamLayout<string>['contacts'] {
	return contactsIn({ ...table, paths: table.paths.filter((path) => !taken.includes(path)) });
}

/** A date column of a usual name that has no other role. */
export const dateBeside = (table: Table, taken: ReadonlyArray<string | undefined>): string | undefined =>
	findColumn({ ...table, paths: table.paths.filter((path) => !taken.includes(path)) }, 'date') ?? undefined;

/** The column that says when a row was last changed. */
export function changedColumn({ paths }: Table): RoleColumn | undefined {
	const path = firstMatch(paths, customerNames.date);
	return path === null ? undefined : columnAt(path);
}

/** Columns as they stand. */
export function columnsAt<Role extends string>(paths: Readonly<Partial<Record<Role, string>>>): Partial<Record<Role, RoleColumn>> {
	const found: Partial<Record<Role, RoleColumn>> = {};
	for (const role of Object.keys(paths) as Role[]) {
		const path = paths[role];
		if (path !== undefined) found[role] = columnAt(path);
	}
	return found;
}

/** A column whose cells mean something else than they say. */
export function meaning(column: RoleColumn | undefined, turned: (cell: unknown) => unknown): RoleColumn | undefined {
	return column && { name: column.name, read: (row) => turned(column.read(row)) };
}
