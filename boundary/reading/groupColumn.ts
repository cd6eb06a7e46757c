import type { GroupColumn } from '../../domain/ledger/groups';
import type { Item } from '../paths';
import { isBlank } from '../paths';
import type { Column } from '../sources/roleColumn';
import { asColumn } from '../sources/roleColumn';
import { columnProblem } from './columnProblem';

const MAX_GROUPS = 1000;

/** What a cell calls a group: its text, nothing for a blank one or an object. */
const groupNameIn = (cell: unknown): string => (isBlank(cell) || typeof cell === 'object' ? '' : String(cell).trim());

/** Reads a column to group by, for the items that count. */
export function readGroupColumn(items: readonly Item[], countingItems: Int32Array, column: Column): GroupColumn {
	const { name: columnName, read } = asColumn(column);
	const values = [''];
	const valueOfName = new Map([['', 0]]);
	const valueOfRow = countingItems.map((item) => {
		const name = groupNameIn(read(items[item].json));
		let value = valueOfName.get(name);
		if (value === undefined) {
			value = values.push(name) - 1;
			valueOfName.set(name, value);
		}
		return value;
	});
	return { name: columnName, values, valueOfRow };
}

/** The column to group by that has too many values, or several with too many combinations; null where none has. */
export function tooManyGroups(columns: readonly GroupColumn[]) {
	const tooWide = columns.find(({ values }) => values.length - 1 > MAX_GROUPS);
	if (tooWide) return columnProblem('tooManyGroups', tooWide.name, tooWide.values.length - 1);
	if (columns.length < 2) return null;
	const combinations = new Set<string>();
	for (let row = 0; row < columns[0].valueOfRow.length; row++) combinations.add(columns.map(({ valueOfRow }) => valueOfRow[row]).join());
	const names = columns.map(({ name }) => name).join(', ');
	return combinations.size > MAX_GROUPS ? columnProblem('tooManyGroups', names, combinations.size) : null;
}

/** A text as it is compared with others: case and spaces are spelling. */
const spelledAlike = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The column with values that differ in case and spaces alone as one, called by the spelling that is first in the alphabet. */
export function withOneSpelling({ name, values, valueOfRow }: GroupColumn): GroupColumn {
	const spelling = new Map<string, string>();
	for (const value of values) {
		const key = spelledAlike(value);
		const known = spelling.get(key);
		if (known === undefined || value < known) spelling.set(key, value);
	}
	if (spelling.size === values.length) return { name, values, valueOfRow };
	const kept = [...spelling.values()];
	const placeOf = new Map(kept.map((value, place) => [spelledAlike(value), place]));
	const placeOfValue = values.map((value) => placeOf.get(spelledAlike(value))!);
	return { name, values: kept, valueOfRow: valueOfRow.map((value) => placeOfValue[value]) };
}
