/** By what customers of several streams are recognised as the same. */
import type { Item, Row } from '../paths';
import { namesNobody } from '../reading/customerColumn';
import type { RoleColumn } from '../sources/roleColumn';
import type { ContactRole } from '../sources/streamSource';
import type { Aliases } from './aliases';
import type { MatchBy } from './matchBy';
import { readEmail } from './matchBy';
import type { ReadPhone } from './phones';

export interface Matching {
	readonly by: MatchBy;
	readonly readPhone: ReadPhone;
	readonly aliases: Aliases;
}

/** What a layout knows of who its rows are about. */
export interface WhoIsWho {
	readonly customer: RoleColumn | null;
	readonly contacts: Readonly<Partial<Record<ContactRole, RoleColumn>>>;
}

/** Rows whose source is found, and whom they are about. */
export interface WhoseRows {
	readonly who: WhoIsWho;
	readonly sourceId: string;
	readonly rows: readonly Item[];
}

/** The e-mail address or phone number of a row, where customers are matched by it; null where it has none. */
function contactOf(row: Row, { contacts, customer }: WhoIsWho, { by, readPhone }: Matching): string | null {
	const read = by === 'email' ? readEmail : readPhone;
	const column = by === 'email' ? contacts.email : contacts.phone;
	return (column && read(column.read(row))) ?? (customer && by === 'email' ? readEmail(customer.read(row)) : null);
}

/**
 * The column by which the customers of a stream are told apart
 *
 * By id: the stream's own customer column, or the e-mail address or phone number where it has none. By e-mail or
 * phone: that, else what the aliases say of the row's own id, else the id itself, so that nobody is lost.
 */
export function keyColumn(who: WhoIsWho, matching: Matching, systems: readonly string[]): RoleColumn | null {
	const { customer, contacts } = who;
	const own = customer ?? contacts.email ?? contacts.phone;
	if (!own) return null;
	const { by, aliases } = matching;
	const known = (cell: unknown) => (namesNobody(cell) ? cell : (aliases.canonical(systems, cell) ?? cell));
	if (by === 'id') return aliases.isEmpty ? own : { name: own.name, read: (row) => known(own.read(row)) };
	const name = (by === 'email' ? contacts.email : contacts.phone)?.name ?? own.name;
	return { name, read: (row) => contactOf(row, who, matching) ?? known(own.read(row)) };
}
