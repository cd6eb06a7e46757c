/** What a source profile is of the streams besides purchases and subscriptions: payments, tickets, contacts, usage, customers. */
import type { LeftOutKind } from '../leftOut';
import type { Row, Table } from '../paths';
import type { RoleColumn } from './roleColumn';

/** How the cells of a role are read. */
export type RoleKind =
	/** A point in time that every row must have. */
	| 'date'
	/** A point in time that may be missing. */
	| 'optionalDate'
	/** The same of what may lie ahead: when something is due, until when a card is valid. */
	| 'dateAhead'
	/** An amount of money, with the stream's currency. */
	| 'amount'
	/** A plain number: a score, a count. */
	| 'number'
	/** One of a few values: a topic, a method. */
	| 'category'
	/** Yes or no. */
	| 'flag'
	/** Words for people. */
	| 'text';

/** The contact details that travel along with a customer. */
export const contactRoles = ['email', 'phone', 'name', 'owner', 'language', 'zone', 'consent'] as const;
export type ContactRole = (typeof contactRoles)[number];

/** Words of a column that are in no list of words: what each row has of them, null where it has none. */
export interface UnknownWords {
	readonly name: string;
	readonly read: (row: Row) => string | null;
}

/** Which columns hold what. A role that no column has is absent. */
export interface StreamLayout<Role extends string> {
	/** What names the customer; null where rows name one by an e-mail address or a phone number alone. */
	readonly customer: RoleColumn | null;
	readonly columns: Readonly<Partial<Record<Role, RoleColumn>>>;
	/** Where the customer's e-mail address, phone number and so on stand. */
	readonly contacts: Readonly<Partial<Record<ContactRole, RoleColumn>>>;
	/** Whether amounts are in the smallest coin; null where the column has to tell. */
	readonly amountUnit: 'minor' | 'whole' | null;
	/** What rows were knowingly left out for, null for a row that counts; null where every row counts. */
	readonly leftOut: ((row: Row) => LeftOutKind | null) | null;
	/** Words of a status that are not known, where nothing else says how the row stands: it counts as open. */
	readonly unknownState?: UnknownWords | null;
	/** When the row was last changed: of two rows of one number the later holds. */
	readonly changed?: RoleColumn;
	/** Whether rows of one number may be different things, such as payments of one invoice: then only those of one moment are the same. */
	readonly isNumberShared?: boolean;
}

export interface StreamSource<Role extends string> {
	readonly id: string;
	readonly title: string;
	/** What its rows look like, in a sentence. */
	readonly description: string;
	/** What one of its rows is called, and several. */
	readonly nouns: readonly [one: string, several: string];
	/** Whether a table is of this origin. */
	recognises(table: Table): boolean;
	/** The rows that an item stands for, where that is not itself: the subscriptions on a page, the answers in a form. */
	readonly entriesOf?: (json: Row) => readonly Row[];
	/** The layout of such rows, or the role that no column has. */
	layoutOf(table: Table, chosen: Readonly<Partial<Record<Role | 'customer', string>>>): StreamLayout<Role> | { readonly missing: string };
	/** What to watch in what the source gave, each in a sentence; the table is that of the items. */
	warningsOn?(table: Table): string[];
}
