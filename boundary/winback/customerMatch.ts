/** Which customers a row of another list means: by id, e-mail address or phone number. */
import { CONTACT_NAMES, findCustomer, firstMatch } from '../columnNames';
import type { Item, Read, Row } from '../paths';
import { cellText, isBlank, readerOf, tableOf, visibleText } from '../paths';

/** Ids as they are compared, whatever a re-import made of them: 17850 and "17850" are one, an e-mail address in small letters, letters with their marks in one piece. */
export function matchText(cell: unknown): string {
	const text = visibleText(cellText(cell)).normalize('NFC');
	return text.includes('@') ? text.toLowerCase() : text;
}

/** Names under which tables of mails keep whom one went to. */
const RECIPIENT_NAMES = ['to', 'recipient', 'sentto', 'contactat'];

/** Columns by which a row may name a customer, and what each is called. */
export interface NamingColumns {
	readonly columns: ReadonlyArray<{ readonly name: string; readonly read: Read; readonly kind: 'id' | 'email' | 'phone' }>;
}

/** The columns that name the customer: as this pack's items do or by a usual name, and addresses beside it. */
export function namingColumns(items: readonly Item[]): NamingColumns {
	const table = tableOf(items);
	const own = items.some(({ json }) => !isBlank(json.customer)) ? 'customer' : null;
	const found = findCustomer(table);
	const id = own ?? (found !== null && found.kind !== 'email' && found.kind !== 'phone' ? found.path : null);
	const email = firstMatch(table.paths, [...CONTACT_NAMES.email, ...RECIPIENT_NAMES]);
	const phone = firstMatch(table.paths, CONTACT_NAMES.phone);
	const column = (name: string | null, kind: 'id' | 'email' | 'phone') => (name === null ? [] : [{ name, read: readerOf(name), kind }]);
	return { columns: [...column(id, 'id'), ...column(email, 'email'), ...column(phone, 'phone')] };
}

/** Whether every value of a row says nothing: what Always Output Data gives of an empty table. */
export const saysNothing = ({ json }: { readonly json: Row }): boolean => Object.values(json).every(isBlank);

/** Reads an address as it is compared; '' where it is none. */
export type ReadAddressText = (cell: unknown) => string;

export interface CustomerNames {
	/** By customer: the id, and the addresses that can be used; '' for none. */
	readonly ids: readonly string[];
	emailOf(customer: number): string;
	phoneOf(customer: number): string;
	readonly readEmail: ReadAddressText;
	readonly readPhone: ReadAddressText;
}

const NOBODY: readonly number[] = Object.freeze([]);

/** A phone number whose plus a spreadsheet took away. */
const withPlus = (cell: unknown): string => `+${cellText(cell).replace(/\D/gu, '')}`;

/** Finds the customers that rows of another list mean. */
export class CustomerMatch {
	private readonly customersOf = new Map<string, number[]>();

	constructor(private readonly names: CustomerNames) {
		const { ids, emailOf, phoneOf } = names;
		ids.forEach((id, customer) => {
			for (const name of new Set([matchText(id), emailOf(customer), phoneOf(customer)])) if (name !== '') this.add(name, customer);
		});
	}

	/**
	 * The customers of a row, as its first column that is known names them; an id that another import gave does not hide
	 * the address beside it. Empty where the row names somebody else, null where no column says anything.
	 */
	of(row: Row, { columns }: NamingColumns): readonly number[] | null {
		let named: readonly number[] | null = null;
		for (const { read, kind } of columns) {
			const cell = read(row);
			const name = isBlank(cell) ? '' : this.textOf(cell, kind);
			if (name === '') continue;
			const known = this.customersOf.get(name);
			if (known !== undefined) return known;
			named = NOBODY;
		}
		return named;
	}

	private textOf(cell: unknown, kind: 'id' | 'email' | 'phone'): string {
		if (kind === 'email') return this.names.readEmail(cell) || matchText(cell);
		return kind === 'phone' ? this.names.readPhone(cell) || withPlus(cell) : matchText(cell);
	}

	private add(name: string, customer: number): void {
		const known = this.customersOf.get(name);
		if (known === undefined) this.customersOf.set(name, [customer]);
		else known.push(customer);
	}
}
