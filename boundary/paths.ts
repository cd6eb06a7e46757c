/** Finding a value in an item by the path a user drags or types. */

export type Row = Readonly<Record<string, unknown>>;
export type Read = (row: Row) => unknown;

const PATH_STEP = /\[\s*(?:"([^"]*)"|'([^']*)'|(\d+))\s*\]|([^.[\]]+)/g;

const stepsOf = (path: string): string[] =>
	[...path.matchAll(PATH_STEP)].map(([, doubleQuoted, singleQuoted, index, plain]) => doubleQuoted ?? singleQuoted ?? index ?? plain);

const isInherited = (key: string) => key in Object.prototype;

/** Only what the row itself holds: `__proto__` and `constructor` are data here, nothing else. */
const ownValue = (holder: unknown, key: string): unknown =>
	typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key) ? (holder as Row)[key] : undefined;

/**
 * A function that reads a path off a row
 *
 * `path` is a column's name as it stands (also one with dots or spaces in it) or steps to a nested value,
 * `customer.id` or `["customer"]["id"]`; a column of exactly that name comes first. Reads undefined
 * where there is nothing.
 */
export function readerOf(path: string): Read {
	const steps = stepsOf(path);
	const isPlain = steps.length === 1 && steps[0] === path;
	if (isPlain) return isInherited(path) ? (row) => ownValue(row, path) : (row) => row[path];
	return (row) => (Object.hasOwn(row, path) ? row[path] : steps.reduce(ownValue as (holder: unknown, key: string) => unknown, row));
}

const isPlainObject = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));

/** The paths of the values in some rows: their columns, and the columns of objects in them, one level down. */
export function pathsIn(rows: readonly Row[]): string[] {
	const pathsOf = ([key, value]: [string, unknown]) =>
		isPlainObject(value) ? Object.keys(value).map((inner) => `${key}.${inner}`) : [key];
	return [...new Set(rows.flatMap((row) => Object.entries(row).flatMap(pathsOf)))];
}

const BLANK_WORDS = new Set(['null', 'nan', 'none', 'n/a', 'undefined', '-', '—']);

/** Whether a cell says nothing: empty, white space, or a word that programs write for nothing. */
export function isBlank(value: unknown): boolean {
	if (value === undefined || value === null) return true;
	if (typeof value === 'number') return Number.isNaN(value);
	if (typeof value !== 'string') return false;
	if (value.length > 9) return value.trim() === '';
	const trimmed = value.trim();
	return trimmed === '' || BLANK_WORDS.has(trimmed.toLowerCase());
}
