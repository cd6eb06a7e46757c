/** Items of Customer Activity that can be used: each of a customer of its own, and nothing wrong in it. */
import type { Problem } from '../../domain/problems';
import type { Row } from '../paths';
import { isBlank } from '../paths';
import type { ActivityRows } from './activityRows';
import type { Report } from './columns';
import { customerIdIn, placesInOrder } from './customersInOrder';

/** By customer, in the order in which Customer Activity gives them. */
export interface UsableItems {
	readonly rows: readonly Row[];
	/** The customers' ids as text. */
	readonly ids: readonly string[];
	/** The place of each among the rows that were read. */
	readonly places: readonly number[];
	/** Which item of the input each is or stems from. */
	readonly items: readonly number[];
	/** What is wrong with the others. */
	readonly problems: readonly Problem[];
}

/** Reads the item at a place, and reports what is wrong in it. */
export type ReadItem = (place: number, row: Row, report: Report) => void;

/** Takes places of items with nothing wrong in them, and keeps those that belong together; gives each other one to `report`. */
export type Together = (places: readonly number[], report: (place: number, ...fault: Parameters<Report>) => void) => readonly number[];

const asTheyAre: Together = (places) => places;

/** Reads items; one in which something is reported, and a customer met twice, is a problem. */
export function usableItems({ rows, items }: ActivityRows, read: ReadItem, together: Together = asTheyAre): UsableItems {
	const problems: Problem[] = [];
	const reportAt = (place: number, ...[code, column, received, expected]: Parameters<Report>): void => {
		const problem = { code, item: items[place], column, received };
		problems.push(expected === undefined ? problem : { ...problem, expected });
	};
	const ids: string[] = [];
	const readable: number[] = [];
	let current = 0;
	const report: Report = (...fault) => reportAt(current, ...fault);
	for (; current < rows.length; current++) {
		const { length } = problems;
		const row = rows[current];
		const id = customerIdIn(row);
		ids.push(id);
		if (isBlank(id)) report('blankCustomer', 'customer', row.customer);
		read(current, row, report);
		if (problems.length === length) readable.push(current);
	}
	const places = placesInOrder(together(readable, reportAt), ids, (place) => reportAt(place, 'customerTwice', 'customer', rows[place].customer));
	return { rows: places.map((place) => rows[place]), ids: places.map((place) => ids[place]), places, items: places.map((place) => items[place]), problems };
}
