import { EVERYBODY } from '../churn/question';
import type { CustomerBase } from '../churn/customerBase';
import type { Grouping } from '../ledger/groups';
import { groupingOf } from '../ledger/groups';
import type { Observation, ObservedLifetimes } from './lifetimes';
import { lifetimesOf } from './lifetimes';
import type { Lifetimes } from './riskSets';

/** Everybody, or a group of customers, and their lifetimes. */
export interface Population {
	/** EVERYBODY or the number of a group. */
	readonly group: number;
	readonly name: string | null;
	readonly lifetimes: Lifetimes;
	/** Whose lifetimes, in the same order. */
	readonly customers: Int32Array;
}

/**
 * From when on joinings and losses can be seen
 *
 * In a log of purchases a joining is one only after the first churn window; subscriptions say when they began.
 * `watchedSince` is the day from which losses are in the rows, where that is not the first; null where it is.
 */
export function observationOf({ asOf, firstDay, churnWindow }: CustomerBase, watchedSince: number | null): Observation {
	const joinsSeenFrom = churnWindow === null ? -Infinity : firstDay + churnWindow;
	return { asOf, joinsSeenFrom, watchedFrom: Math.max(joinsSeenFrom, watchedSince ?? -Infinity) };
}

/** The group each customer was in first, in every period; null where there is nothing to group by. A group of later would tell of who stayed. */
export function firstGroups({ history, groupColumns, firstDay, lastDay }: CustomerBase): Grouping | null {
	if (groupColumns.length === 0 || history.row.length === 0) return null;
	const { names, groupOf } = groupingOf(history, groupColumns, [{ start: firstDay, end: lastDay + 1, label: '' }]);
	const known = Int32Array.from({ length: history.customerCount }, (_, customer) => groupOf(customer, 0));
	return { names, groupOf: (customer) => known[customer] };
}

const partOf = (all: ObservedLifetimes, indexes: readonly number[]): Pick<Population, 'lifetimes' | 'customers'> => ({
	lifetimes: {
		entry: Float64Array.from(indexes, (index) => all.entry[index]),
		exit: Float64Array.from(indexes, (index) => all.exit[index]),
		isEvent: Uint8Array.from(indexes, (index) => all.isEvent[index]),
	},
	customers: Int32Array.from(indexes, (index) => all.customer[index]),
});

/** Everybody and then the groups by name, each with its lifetimes. */
export function populationsOf(base: CustomerBase, observation: Observation): { readonly all: ObservedLifetimes; readonly populations: readonly Population[] } {
	const all = lifetimesOf(base.ledger, observation);
	const everybody: Population = { group: EVERYBODY, name: null, lifetimes: all, customers: all.customer };
	const grouping = firstGroups(base);
	if (grouping === null) return { all, populations: [everybody] };
	const indexesOf = new Map<number, number[]>();
	all.customer.forEach((customer, index) => {
		const group = grouping.groupOf(customer, 0);
		const others = indexesOf.get(group);
		if (others) others.push(index);
		else indexesOf.set(group, [index]);
	});
	const groups = [...indexesOf].map(([group, indexes]): Population => ({ group, name: grouping.names[group], ...partOf(all, indexes) }));
	return { all, populations: [everybody, ...groups.sort((one, other) => (one.name! < other.name! ? -1 : 1))] };
}
