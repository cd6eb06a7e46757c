/** Under which ids the streams know a customer besides the one of the output. */
import type { Read } from '../paths';
import { cellText, visibleText } from '../paths';
import { namesNobody } from '../reading/customerColumn';
import type { Connected } from './connection';
import { readEmail } from './matchBy';
import type { Matching } from './matching';

export interface OtherIds {
	/** The ids of a customer besides the common one; null where there is none. */
	of(customer: number): string | null;
	/** How many customers have several ids within one stream: they may be several people. */
	readonly sharing: number;
}

/** The different ids in a customer's rows of one stream, by how they are compared; of several spellings the first in the alphabet. */
function idsInRows({ rows: { history, rowAt } }: Connected, customer: number, read: Read, compared: (id: string) => string): Map<string, string> {
	const ids = new Map<string, string>();
	for (let event = history.firstEvent[customer]; event < history.firstEvent[customer + 1]; event++) {
		const cell = read(rowAt(history.row[event]));
		if (namesNobody(cell)) continue;
		const id = visibleText(cellText(cell));
		const key = compared(id);
		const known = ids.get(key);
		if (known === undefined || id < known) ids.set(key, id);
	}
	return ids;
}

/** The ids in the rows of each stream, by customer. O(rows). */
export function otherIdsIn(streams: readonly Connected[], customerCount: number, idOf: (customer: number) => string | number, { by, readPhone }: Pick<Matching, 'by' | 'readPhone'>): OtherIds {
	const named = streams.flatMap((stream) => (stream.who.customer ? [{ stream, read: stream.who.customer.read }] : []));
	const compared = (id: string): string => readEmail(id) ?? (by === 'phone' ? readPhone(id) : null) ?? id.toLowerCase();
	const textOf = new Map<number, string>();
	let sharing = 0;
	for (let customer = 0; customer < customerCount; customer++) {
		const perStream = named.map(({ stream, read }) => idsInRows(stream, customer, read, compared));
		const own = compared(String(idOf(customer)));
		// Who also bought as a guest, by the own address, is no second person.
		const othersIn = perStream.map((ids) => [...ids].filter(([key]) => key !== own).map(([, id]) => id));
		if (othersIn.some((ids) => ids.length > 1)) sharing++;
		const others = new Set(othersIn.flat());
		if (others.size > 0) textOf.set(customer, [...others].sort().join(', '));
	}
	return { of: (customer) => textOf.get(customer) ?? null, sharing };
}
