/** By what customers of several streams are recognised as the same. */
import type { Item, Row } from '../paths';
import { cellText, isBlank, visibleText } from '../paths';
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

/** The e-mail address or phone number of a row, where customers are matched by it, else by the customer's column if that holds such; null where it has none. */
function contactOf(row: Row, { contacts, customer }: WhoIsWho, { by, readPhone }: Matching): string | null {
	const read = by === 'email' ? readEmail : readPhone;
	const column = by === 'email' ? contacts.email : contacts.phone;
	// Beside a column of numbers, the digits of an id are no number.
	const tried = by === 'phone' && column ? null : customer;
	return (column && read(column.read(row))) ?? (tried && read(tried.read(row)));
}

/** What names a row's customer where the column that does is blank: its e-mail address, else its phone number. */
const otherwiseIn = (row: Row, { email, phone }: WhoIsWho['contacts'], { readPhone }: Matching): string | null =>
	(email ? readEmail(email.read(row)) : null) ?? (phone ? readPhone(phone.read(row)) : null);

/**
 * The column by which the customers of a stream are told apart
 *
 * By id: the stream's own customer column, or the e-mail address or phone number where it, or a row, has none. By
 * e-mail or phone: that, else what the aliases say of the row's own id, else the id itself, so that nobody is lost. An
 * id that the aliases give to several customers is another customer in each stream, with its title behind it.
 */
export function keyColumn(who: WhoIsWho, matching: Matching, systems: readonly string[], streamTitle: string): RoleColumn | null {
	const { customer, contacts } = who;
	const own = customer ?? contacts.email ?? contacts.phone;
	if (!own) return null;
	const { by, aliases } = matching;
	const ownOf = (row: Row): unknown => {
		const cell = own.read(row);
		return isBlank(cell) ? (otherwiseIn(row, contacts, matching) ?? cell) : cell;
	};
	const known = (cell: unknown): unknown => {
		if (namesNobody(cell)) return cell;
		return aliases.canonical(systems, cell) ?? (aliases.isAmbiguous(cell) ? `${visibleText(cellText(cell))} (${streamTitle})` : cell);
	};
	if (by === 'id') return { name: own.name, read: aliases.isEmpty ? ownOf : (row) => known(ownOf(row)) };
	const name = (by === 'email' ? contacts.email : contacts.phone)?.name ?? own.name;
	return { name, read: (row) => contactOf(row, who, matching) ?? known(ownOf(row)) };
}
