import type { ActivityItem } from '../../domain/activity/customerActivity';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const capitalised = (name: string): string => `${name[0].toUpperCase()}${name.slice(1)}`;

const inOneLine = (value: unknown): unknown => (typeof value === 'string' ? value.replace(/\s*[\r\n]+\s*/g, ' ') : value);

/** A list as one cell: texts and dates in lines, each beside its like, numbers with commas. */
const cellOf = (value: unknown): unknown => {
	if (!Array.isArray(value)) return value;
	return value.map(inOneLine).join(value.every((each) => typeof each === 'number') ? ', ' : '\n');
};

/** The item as one row of plain columns, for sheets and databases: `purchases.lastOn` becomes `purchasesLastOn`. */
export function flattened(item: ActivityItem): ActivityItem {
	const row: ActivityItem = {};
	for (const [name, value] of Object.entries(item)) {
		if (!isObject(value)) row[name] = cellOf(value);
		else for (const [field, inner] of Object.entries(value)) row[`${name}${capitalised(field)}`] = cellOf(inner);
	}
	return row;
}
