import type { LeftOutKind } from '../leftOut';
import type { Row } from '../paths';
import { readerOf } from '../paths';
import { namesNobody, present } from './knownColumns';
import type { RoleColumn } from './roleColumn';
import type { ContactRole, StreamLayout, UnknownWords } from './streamSource';

/** What a source found of its columns, before the user's own choice; what no column has is undefined. */
export interface FoundStream<Role extends string> {
	readonly customer: RoleColumn | undefined;
	readonly columns: Readonly<Partial<Record<Role, RoleColumn | undefined>>>;
	readonly contacts: Readonly<Partial<Record<ContactRole, RoleColumn | undefined>>>;
	readonly amountUnit?: 'minor' | 'whole' | null;
	readonly leftOut?: ((row: Row) => LeftOutKind | null) | null;
	readonly unknownState?: UnknownWords | null;
	/** Whether rows that name nobody are left out: lists of a system have such as a matter of course. */
	readonly hasGuests?: boolean;
	readonly changed?: RoleColumn;
	readonly isNumberShared?: boolean;
	/** What every row must have. */
	readonly needs: readonly Role[];
	/** What a cell of a column that the user chose means, where a role has its own words. */
	readonly meanings?: Readonly<Partial<Record<Role, (cell: unknown) => unknown>>>;
}

export type ChosenOfStream<Role extends string> = Readonly<Partial<Record<Role | 'customer', string>>>;

function columnChosen(path: string, meaning: ((cell: unknown) => unknown) | undefined): RoleColumn {
	const read = readerOf(path);
	return { name: path, read: meaning ? (row) => meaning(read(row)) : read };
}

/** Leaves out, besides what a source does, the rows that neither an id nor an address nor a number says whom they are about. */
function withoutGuests(customer: RoleColumn | null, { email, phone }: StreamLayout<string>['contacts'], leftOut: StreamLayout<string>['leftOut']): StreamLayout<string>['leftOut'] {
	const readers = [customer, email, phone].flatMap((column) => column?.read ?? []);
	const isGuest = (row: Row): boolean => readers.every((read) => namesNobody(read(row)));
	return (row) => leftOut?.(row) ?? (isGuest(row) ? 'guest' : null);
}

/** The columns that the user chose before those that a source found, or the role that no column has. */
export function streamLayout<Role extends string>(found: FoundStream<Role>, chosen: ChosenOfStream<Role>): StreamLayout<Role> | { readonly missing: string } {
	const columns = present<Role>(found.columns);
	for (const role of Object.keys(chosen) as Array<Role | 'customer'>) {
		const path = chosen[role];
		if (role !== 'customer' && path) columns[role] = columnChosen(path, found.meanings?.[role]);
	}
	const customer = chosen.customer ? columnChosen(chosen.customer, undefined) : (found.customer ?? null);
	const contacts = present<ContactRole>(found.contacts);
	if (customer === null && !contacts.email && !contacts.phone) return { missing: 'customer' };
	const missing = found.needs.find((role) => columns[role] === undefined);
	if (missing !== undefined) return { missing };
	const leftOut = found.leftOut ?? null;
	return { customer, columns, contacts, amountUnit: found.amountUnit ?? null, leftOut: found.hasGuests ? withoutGuests(customer, contacts, leftOut) : leftOut, unknownState: found.unknownState ?? null, changed: found.changed, isNumberShared: found.isNumberShared };
}
