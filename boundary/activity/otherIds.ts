/** Under which ids the streams know a customer besides the one of the output. */
import { cellText, isBlank, visibleText } from '../paths';
import { namesNobody } from '../reading/customerColumn';
import type { Connected } from './connection';

export interface OtherIds {
	/** The ids of a customer besides the common one; null where there is none. */
	of(customer: number): string | null;
	/** How many customers have several ids within one stream: they may be several people. */
	readonly sharing: number;
}

/** The ids in the rows of each stream, by customer. O(rows). */
export function otherIdsIn(streams: readonly Connected[], idOf: (customer: number) => string | number): OtherIds {
	const idsOf = new Map<number, Set<string>>();
	const sharing = new Set<number>();
	for (const { rows, who } of streams) {
		const { history, rowAt } = rows;
		const read = who.customer?.read;
		for (let customer = 0; read && customer < history.customerCount; customer++) {
			const ownIds = new Set<string>();
			for (let event = history.firstEvent[customer]; event < history.firstEvent[customer + 1]; event++) {
				const cell = read(rowAt(history.row[event]));
				if (!isBlank(cell) && !namesNobody(cell)) ownIds.add(visibleText(cellText(cell)));
			}
			if (ownIds.size > 1) sharing.add(customer);
			for (const id of ownIds) {
				if (id.toLowerCase() === String(idOf(customer))) continue;
				const known = idsOf.get(customer) ?? new Set();
				idsOf.set(customer, known.add(id));
			}
		}
	}
	return {
		of(customer) {
			const ids = idsOf.get(customer);
			return ids ? [...ids].sort().join(', ') : null;
		},
		sharing: sharing.size,
	};
}
