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
	const isPlain = steps.length === 0 || (steps.length === 1 && steps[0] === path);
	if (isPlain) return isInherited(path) ? (row) => ownValue(row, path) : (row) => row[path];
	return (row) => (Object.hasOwn(row, path) ? row[path] : steps.reduce(ownValue as (holder: unknown, key: string) => unknown, row));
}

const isPlainObject = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));

/** How a key stands in a path of several steps. */
const stepOf = (key: string): string => (/[.[\]]/.test(key) ? `[${JSON.stringify(key)}]` : key);

/** Adds the paths of a row's values: its columns, and the columns of objects in them, one level down. */
function addPaths(row: Row, paths: Set<string>): void {
	for (const key in row) {
		const value = row[key];
		if (!isPlainObject(value)) paths.add(key);
		else for (const inner of Object.keys(value)) paths.add(`${stepOf(key)}.${inner}`);
	}
}

/** The paths of the values in some rows, in the order in which they are met. */
export function pathsIn(rows: Iterable<Row>): string[] {
	const paths = new Set<string>();
	for (const row of rows) addPaths(row, paths);
	return [...paths];
}

/** An item of any node: only its JSON is read. */
export interface Item {
	readonly json: Row;
}

/** The rows of all items, seen as a table. What is asked of it does not depend on their order. */
export interface Table {
	/** Every path that some row has a value at. */
	readonly paths: readonly string[];
	every(test: (row: Row) => boolean): boolean;
	/** Whether there is a column at a path, also one deeper than `paths` go. */
	hasColumn(path: string): boolean;
}

export function tableOf(items: readonly Item[]): Table {
	const seen = new Set<string>();
	for (let item = 0; item < items.length; item++) addPaths(items[item].json, seen);
	return {
		paths: [...seen],
		every: (test) => items.every(({ json }) => test(json)),
		hasColumn(path) {
			const read = readerOf(path);
			return seen.has(path) || items.some(({ json }) => read(json) !== undefined);
		},
	};
}

/** White space and marks that cannot be seen, which copying leaves at the ends of a text. */
const INVISIBLE_ENDS = /^[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]+|[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]+$/g;
const EASY_TEXT = /^[!-~](?:[ -~]*[!-~])?$/;

/** A text without what cannot be seen at its ends. */
export const visibleText = (text: string): string => (EASY_TEXT.test(text) ? text : text.replace(INVISIBLE_ENDS, ''));

/** A cell as text: '' for nothing and for an object, which may not even turn into text. */
export const cellText = (cell: unknown): string => (cell === null || cell === undefined || typeof cell === 'object' ? '' : String(cell));

/** What programs write for nothing. */
const BLANK_WORD = /^(?:null|nan|none|n\/a|undefined|-|—)$/i;

/** Whether a text says nothing, given without what cannot be seen at its ends. */
export const isBlankText = (visible: string): boolean => visible === '' || BLANK_WORD.test(visible);

/** Whether a text begins with a character that can be seen and that no word for nothing begins with: most cells do. */
function beginsLikeContent(text: string): boolean {
	const code = text.charCodeAt(0);
	return code > 0x20 && code < 0x7f && !'nNuU-'.includes(text[0]);
}

/** Whether a cell says nothing: empty, white space, or a word that programs write for nothing. */
export function isBlank(value: unknown): boolean {
	if (value === undefined || value === null) return true;
	if (typeof value === 'number') return Number.isNaN(value);
	return typeof value === 'string' && !beginsLikeContent(value) && isBlankText(visibleText(value));
}
