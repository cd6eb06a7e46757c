/** Under which ids the streams know a customer besides the one of the output. */
import type { Read } from '../paths';
import { cellText, visibleText } from '../paths';
import { namesNobody } from '../reading/customerColumn';
import type { Connected } from './connection';
import { readEmail } from './matchBy';

export interface OtherIds {
	/** The ids of a customer besides the common one; null where there is none. */
	of(customer: number): string | null;
	/** How many customers have several ids within one stream: they may be several people. */
	readonly sharing: number;
}

/** The different ids in a customer's rows of one stream. */
function idsInRows({ rows: { history, rowAt } }: Connected, customer: number, read: Read): Set<string> {
	const ids = new Set<string>();
	for (let event = history.firstEvent[customer]; event < history.firstEvent[customer + 1]; event++) {
		const cell = read(rowAt(history.row[event]));
		if (!namesNobody(cell)) ids.add(visibleText(cellText(cell)));
	}
	return ids;
}

/** The ids but for the customer's own address: who also bought as a guest is no second person. */
const withoutGuests = (ids: ReadonlySet<string>, own: string): string[] => [...ids].filter((id) => readEmail(id) !== own);

/** The ids in the rows of each stream, by customer. O(rows). */
export function otherIdsIn(streams: readonly Connected[], customerCount: number, idOf: (customer: number) => string | number): OtherIds {
	const named = streams.flatMap((stream) => (stream.who.customer ? [{ stream, read: stream.who.customer.read }] : []));
	const textOf = new Map<number, string>();
	let sharing = 0;
	for (let customer = 0; customer < customerCount; customer++) {
		const perStream = named.map(({ stream, read }) => idsInRows(stream, customer, read));
		const own = String(idOf(customer));
		if (perStream.some((ids) => ids.size > 1 && withoutGuests(ids, own).length > 1)) sharing++;
		const others = new Set(perStream.flatMap((ids) => [...ids]).filter((id) => id.toLowerCase() !== own.toLowerCase()));
		if (others.size > 0) textOf.set(customer, [...others].sort().join(', '));
	}
	return { of: (customer) => textOf.get(customer) ?? null, sharing };
}
