/** Rows that say which ids, e-mail addresses and phone numbers are the same customer. */
import { plainName } from '../columnNames';
import type { Item, Table } from '../paths';
import { cellText, isBlank, tableOf, visibleText } from '../paths';
import { contactsIn } from '../sources/contactColumns';
import type { RoleColumn } from '../sources/roleColumn';
import { columnAt } from '../sources/roleColumn';
import type { NameInRow } from './aliasGraph';
import { AliasGraph } from './aliasGraph';
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
	/** Whether the aliases of any system name several customers by an id: in each stream it may be another one. An address is the same everywhere. */
	isAmbiguous(cell: unknown): boolean;
}

export const noAliases: Aliases = { isEmpty: true, ambiguous: 0, canonical: () => undefined, isAmbiguous: () => false };

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

/** Rows of aliases and how they are to be read. */
export interface AliasRows {
	readonly items: readonly Item[];
	/** The columns chosen; the first names the customer where customers are matched by id. None: found by their names. */
	readonly columns: readonly RoleColumn[];
	/** The system whose ids they are; null for any. */
	readonly system: string | null;
}

const keyOf = (cell: unknown): string => readEmail(cell) ?? visibleText(cellText(cell));

/** The names in a row: an e-mail address and a phone number are the same in any column, an id only in its own. */
function namesIn(columns: readonly RoleColumn[], firstPlace: number, { json }: Item, readPhone: ReadPhone): NameInRow[] {
	return columns.flatMap((column, index): NameInRow[] => {
		const place = firstPlace + index;
		const cell = column.read(json);
		const text = isBlank(cell) ? '' : keyOf(cell);
		if (text === '') return [];
		const name = { kind: readEmail(cell) === null ? `id ${plainName(column.name)}` : 'email', text, place };
		const phone = readPhone(cell);
		return phone === null ? [name] : [name, { kind: 'phone', text: phone, place }];
	});
}

/** The name by which a row's customer is known; undefined where it has none of that kind. */
const canonicalIn = (names: readonly NameInRow[], by: MatchBy): NameInRow | undefined => (by === 'id' ? names[0] : names.find(({ kind }) => kind === by));

/**
 * Reads aliases off rows. Rows that have an alias in common are of one customer, so that one row may say whose an id is
 * and the next what address that id has. An alias that stands at several customers is used for none of them and counted.
 */
export function readAliases(sources: readonly AliasRows[], by: MatchBy, readPhone: ReadPhone): Aliases {
	const graphs = new Map<string | null, AliasGraph>();
	let firstPlace = 0;
	for (const { items, columns, system } of sources) {
		const graph = graphs.get(system) ?? new AliasGraph();
		graphs.set(system, graph);
		const read = columns.length > 0 ? columns : aliasColumnsIn(tableOf(items));
		for (const item of items) {
			const names = namesIn(read, firstPlace, item, readPhone);
			graph.add(names, canonicalIn(names, by));
		}
		firstPlace += read.length;
	}
	const books = new Map([...graphs].map(([system, graph]) => [system, graph.canonicalByText()]));
	const general = books.get(null);
	return {
		isEmpty: books.size === 0,
		ambiguous: general ? [...general.values()].filter((canonical) => canonical === null).length : 0,
		canonical(systems, cell) {
			const key = keyOf(cell);
			for (const system of [null, ...systems]) {
				const canonical = books.get(system)?.get(key);
				if (canonical) return canonical;
			}
			return undefined;
		},
		isAmbiguous: (cell) => readEmail(cell) === null && general?.get(keyOf(cell)) === null,
	};
}
