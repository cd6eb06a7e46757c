/** Which customer a row of another list means: by id, else by e-mail address. */
import { findCustomer } from '../columnNames';
import type { Item, Read, Row } from '../paths';
import { cellText, isBlank, readerOf, tableOf, visibleText } from '../paths';

/** Ids and addresses as they are compared: 17850 and "17850" are one, an e-mail address in small letters. */
export function matchText(cell: unknown): string {
	const text = visibleText(cellText(cell));
	return text.includes('@') ? text.toLowerCase() : text;
}

export interface CustomerOfRow {
	readonly name: string;
	readonly read: Read;
}

/** The column that names the customer, as this pack's own items do or by a usual name; null where there is none. */
export function customerOfRows(items: readonly Item[]): CustomerOfRow | null {
	if (items.some(({ json }) => !isBlank(json.customer))) return { name: 'customer', read: ({ customer }) => customer };
	const found = findCustomer(tableOf(items));
	return found === null ? null : { name: found.path, read: readerOf(found.path) };
}

/** Whether every value of a row says nothing: what Always Output Data gives of an empty table. */
export const saysNothing = ({ json }: { readonly json: Row }): boolean => Object.values(json).every(isBlank);

/** Looks customers up among rows of another list: by what stands there under their id, else under their e-mail address. */
export class Matching<Value> {
	private readonly values = new Map<string, Value>();

	/** How customers are called: their ids as text, and their e-mail addresses, '' for none. */
	constructor(
		private readonly ids: readonly string[],
		private readonly emailOf: (customer: number) => string,
	) {}

	get size(): number {
		return this.values.size;
	}

	/** What is known of a name, and what is to be known. */
	update(name: string, next: (known: Value | undefined) => Value): void {
		this.values.set(name, next(this.values.get(name)));
	}

	of(customer: number): Value | undefined {
		const byId = this.values.get(matchText(this.ids[customer]));
		if (byId !== undefined || this.values.size === 0) return byId;
		const email = this.emailOf(customer);
		return email === '' ? undefined : this.values.get(email);
	}

	/** How many names are of no customer. */
	unmet(): number {
		const met = new Set<string>();
		for (let customer = 0; customer < this.ids.length; customer++) {
			const id = matchText(this.ids[customer]);
			const email = this.emailOf(customer);
			if (this.values.has(id)) met.add(id);
			else if (email !== '' && this.values.has(email)) met.add(email);
		}
		return this.values.size - met.size;
	}
}
