/** Rows that say which ids, e-mail addresses and phone numbers are the same customer. */
import { plainName } from '../columnNames';
import type { Item, Table } from '../paths';
import { cellText, isBlank, tableOf, visibleText } from '../paths';
import { contactsIn } from '../sources/contactColumns';
import type { RoleColumn } from '../sources/roleColumn';
import { columnAt } from '../sources/roleColumn';
import type { MatchBy } from './matchBy';
import { readEmail } from './matchBy';
import type { ReadPhone } from './phones';

/** Looks up by what name a customer is known in all streams. */
export interface Aliases {
	readonly isEmpty: boolean;
	/** How many aliases of any system stand at several customers; they are used for none. */
	readonly ambiguous: number;
	/** The customer's common name for an id of any system, or of the first of some that knows it; undefined where none does. */
	canonical(systems: readonly string[], cell: unknown): string | undefined;
}

export const noAliases: Aliases = { isEmpty: true, ambiguous: 0, canonical: () => undefined };

/** Ids that many customers share. */
const SHARED_IDS = new Set(['organizationid', 'organisationid', 'groupid', 'brandid', 'defaultgroupid', 'ownerid', 'hubspotownerid', 'localeid', 'customroleid', 'planid', 'portalid', 'teamid', 'companyid']);

/** The columns of a table of aliases, where the user chose none: ids, e-mail addresses, phone numbers. */
function aliasColumnsIn(table: Table): RoleColumn[] {
	const { email, phone } = contactsIn(table);
	const ids = table.paths.filter((path) => {
		const name = plainName(path);
		return (name.endsWith('id') || name === 'alias' || name === 'customer') && !SHARED_IDS.has(name);
	});
	return [...ids.map(columnAt), ...[email, phone].flatMap((column) => (column && !ids.includes(column.name) ? [column] : []))];
}

const keyOf = (cell: unknown): string => readEmail(cell) ?? visibleText(cellText(cell));

interface Names {
	readonly names: readonly string[];
	readonly canonical: string | null;
}

/** A lookup under construction: an alias met at two customers is at none. */
class AliasBook {
	readonly canonicalOf = new Map<string, string | null>();
	ambiguous = 0;

	addAll({ names, canonical }: Names): void {
		if (canonical !== null) for (const name of names) this.add(name, canonical);
	}

	private add(alias: string, canonical: string): void {
		const known = this.canonicalOf.get(alias);
		if (known === undefined) this.canonicalOf.set(alias, canonical);
		else if (known !== null && known !== canonical) {
			this.canonicalOf.set(alias, null);
			this.ambiguous++;
		}
	}
}

/** Rows of aliases and how they are to be read. */
export interface AliasRows {
	readonly items: readonly Item[];
	/** The columns chosen; the first names the customer where customers are matched by id. None: found by their names. */
	readonly columns: readonly RoleColumn[];
	/** The system whose ids they are; null for any. */
	readonly system: string | null;
}

/** The cells of a row as they are compared, and the one by which the customer is known; null where none does. */
function namesIn(cells: readonly unknown[], by: MatchBy, readPhone: ReadPhone): Names {
	const said = cells.filter((cell) => !isBlank(cell));
	const names = said.map(keyOf);
	const phones = said.map(readPhone);
	const canonicalBy = {
		id: () => names[0] ?? null,
		email: () => said.map(readEmail).find((email) => email !== null) ?? null,
		phone: () => phones.find((phone) => phone !== null) ?? null,
	};
	return { names: [...names, ...phones.filter((phone) => phone !== null)], canonical: canonicalBy[by]() };
}

/** Reads aliases off rows. An alias that stands at several customers is used for none of them and counted. */
export function readAliases(sources: readonly AliasRows[], by: MatchBy, readPhone: ReadPhone): Aliases {
	const books = new Map<string | null, AliasBook>();
	for (const { items, columns, system } of sources) {
		const book = books.get(system) ?? new AliasBook();
		books.set(system, book);
		const read = columns.length > 0 ? columns : aliasColumnsIn(tableOf(items));
		for (const { json } of items) book.addAll(namesIn(read.map((column) => column.read(json)), by, readPhone));
	}
	return {
		isEmpty: books.size === 0,
		ambiguous: books.get(null)?.ambiguous ?? 0,
		canonical(systems, cell) {
			const key = keyOf(cell);
			for (const system of [null, ...systems]) {
				const canonical = books.get(system)?.canonicalOf.get(key);
				if (canonical) return canonical;
			}
			return undefined;
		},
	};
}
