/** What lists of Stripe's objects have in common: pages or an item each, and a mark on what is only a test. */
import type { Row, Table } from '../paths';
import { isRow, listIn, rowsIn } from './knownColumns';

/** Whether a row is such an object, or a page of them. */
export const isStripe = (name: string) => {
	const isOne = (value: unknown): boolean => isRow(value) && value.object === name;
	return (row: Row): boolean => isOne(row) || (row.object === 'list' && Array.isArray(row.data) && row.data.every(isOne));
};

/** Whether every row is such an object or a page of them, and there is one: an empty page may be of anything. */
export const recognisesStripe = (name: string) => (table: Table): boolean =>
	table.every(isStripe(name)) && !table.every((row) => row.object === 'list' && listIn(row.data).length === 0);

/** The objects on a page, or the object itself. */
export const onPage = (json: Row): readonly Row[] => (json.object === 'list' ? rowsIn(json.data) : [json]);

/**
 * Whether a row is a test among real ones
 *
 * People try a flow on test data first; then all of it is, and is what they want to see.
 */
export function testsAmongOthers(table: Table): (row: Row) => boolean {
	const isTest = ({ livemode }: Row) => livemode === false;
	let hasLive = false;
	table.every((item) => {
		hasLive ||= onPage(item).some(({ livemode }) => livemode === true);
		return !hasLive;
	});
	return (row) => hasLive && isTest(row);
}

export const warningsOnStripe = (table: Table): string[] => {
	const warnings: string[] = [];
	const cutPages = !table.every((row) => row.object !== 'list' || row.has_more !== true) && table.every((row) => row.has_more !== false);
	if (cutPages) warnings.push('Stripe has more than these (has_more): ask for the following pages too, or customers are missing.');
	if (table.every((item) => onPage(item).every(({ livemode }) => livemode === false))) warnings.push("All of this is of Stripe's test mode.");
	return warnings;
};

/** An id, or the id of the object that was asked for in its place. */
export const idOf = (cell: unknown): unknown => (isRow(cell) ? cell.id : cell);
