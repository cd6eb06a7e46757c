import type { SubscriptionEntry, SubscriptionLayout, SubscriptionRole, SubscriptionState } from '../sources/subscriptionSource';
import { subscriptionRoles } from '../sources/subscriptionSource';

/** The cells of an entry under the names of their roles, beside what its status says. */
export type SubscriptionCells = Readonly<Partial<Record<SubscriptionRole, unknown>>> & { readonly state: SubscriptionState; readonly [seenOn: `seen${number}`]: unknown };

/** The cells of entries as a table of roles, so that the readers of columns can read them. */
export function cellItems(entries: readonly SubscriptionEntry[], { columns, seenOn, stateOf }: SubscriptionLayout): Array<{ readonly json: SubscriptionCells }> {
	const roles = subscriptionRoles.flatMap((role) => {
		const column = columns[role];
		return column ? [{ role, read: column.read }] : [];
	});
	return entries.map(({ part }) => {
		const cells: Record<string, unknown> = { state: stateOf(part) };
		for (const { role, read } of roles) cells[role] = read(part);
		seenOn.forEach((read, index) => {
			cells[`seen${index}`] = read(part);
		});
		return { json: cells as SubscriptionCells };
	});
}
