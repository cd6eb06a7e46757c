/** The customers of several streams as one list. */
import type { CustomerColumn } from '../reading/customerColumn';
import { idsAsGiven, sortIds } from '../reading/customerColumn';

export interface JoinedCustomers {
	readonly count: number;
	idOf(customer: number): string | number;
	/** By stream, its customers numbered as in the list. */
	readonly columns: readonly CustomerColumn[];
}

/** One list of the customers of all streams, each once, in the order of the output. Of one stream it is its own. */
export function joinCustomers(columns: readonly CustomerColumn[]): JoinedCustomers {
	if (columns.length === 1) return { count: columns[0].count, idOf: columns[0].idOf, columns };
	const ids = sortIds(new Set(columns.flatMap((column) => column.ids)));
	const placeOf = new Map(ids.map((id, place) => [id, place]));
	const areNumbers = columns.every((column) => column.areNumbers);
	const idOf = idsAsGiven(ids, areNumbers);
	const renumbered = columns.map((column): CustomerColumn => {
		const places = Int32Array.from(column.ids, (id) => placeOf.get(id)!);
		return { ...column, ids, areNumbers, idOf, count: ids.length, customerOf: column.customerOf.map((customer) => places[customer]) };
	});
	return { count: ids.length, idOf, columns: renumbered };
}
