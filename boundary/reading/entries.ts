/** Items that stand for several rows: an order and its refunds, a page of subscriptions. */
import type { Problem } from '../../domain/problems';
import type { Item, Row } from '../paths';

export interface Entries {
	readonly rows: readonly Item[];
	/** Which item each row came from; null where a row is an item. */
	readonly itemOfEntry: Int32Array | null;
}

/** The rows of all items; the items themselves where a source does not take them apart. */
export function entriesOf(items: readonly Item[], takeApart: ((json: Row) => readonly Row[]) | undefined): Entries {
	if (!takeApart) return { rows: items, itemOfEntry: null };
	const rows: Item[] = [];
	const itemOfEntry: number[] = [];
	items.forEach(({ json }, item) => {
		for (const entry of takeApart(json)) {
			rows.push(entry === json ? items[item] : { json: entry });
			itemOfEntry.push(item);
		}
	});
	return { rows, itemOfEntry: Int32Array.from(itemOfEntry) };
}

/** Problems of rows as those of their items, one an item and fault: an order with a bad date has one, not one for each refund. */
export function problemsOfItems(problems: readonly Problem[], itemOfEntry: Int32Array | null): readonly Problem[] {
	if (itemOfEntry === null) return problems;
	const seen = new Set<string>();
	return problems
		.map((problem) => (problem.item === null ? problem : { ...problem, item: itemOfEntry[problem.item] }))
		.filter(({ item, code, column }) => {
			const key = `${item} ${code} ${column}`;
			const isNew = !seen.has(key);
			seen.add(key);
			return isNew;
		});
}
