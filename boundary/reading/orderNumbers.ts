/** Which rows belong to one order. */
import type { Read, Row } from '../paths';
import { cellText, isBlank } from '../paths';

/** The order of a row that has no number. */
export const NO_ORDER = -1;

const SPREAD = 0x9e3779b1;

/** A number that two texts seldom share; where they do, the texts themselves are compared. */
function hashOf(text: string): number {
	let hash = text.length;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), SPREAD);
	return hash ^ (hash >>> 15);
}

/** Whether each row names a later number than the one before it, as shops count their orders: then no two are the same. */
function areAscending(rowCount: number, textAt: (row: number) => string): boolean {
	let last = '';
	for (let row = 0; row < rowCount; row++) {
		const text = textAt(row);
		if (text.length < last.length || (text.length === last.length && text <= last)) return false;
		last = text;
	}
	return true;
}

/**
 * By row, the number of its order: the first row that names it; `NO_ORDER` where a row names none. Null where every
 * row is an order by itself.
 *
 * A table of first rows instead of a dictionary of texts: a million orders of one row each, which is what shops
 * have, would make it a million texts large. O(rows).
 */
export function orderNumbers(rowCount: number, rowAt: (row: number) => Row, read: Read): Int32Array | null {
	const textAt = (row: number): string => {
		const cell = read(rowAt(row));
		return isBlank(cell) ? '' : cellText(cell);
	};
	if (areAscending(rowCount, textAt)) return null;
	const orderOf = new Int32Array(rowCount);
	const places = 2 ** Math.ceil(Math.log2(2 * rowCount + 2));
	const firstRow = new Int32Array(places).fill(NO_ORDER);
	const hashAt = new Int32Array(places);
	let hasLines = false;
	for (let row = 0; row < rowCount; row++) {
		const text = textAt(row);
		if (text === '') {
			orderOf[row] = NO_ORDER;
			continue;
		}
		const hash = hashOf(text);
		let place = hash & (places - 1);
		while (firstRow[place] !== NO_ORDER && (hashAt[place] !== hash || textAt(firstRow[place]) !== text)) place = (place + 1) & (places - 1);
		if (firstRow[place] === NO_ORDER) {
			firstRow[place] = row;
			hashAt[place] = hash;
		}
		orderOf[row] = firstRow[place];
		hasLines ||= orderOf[row] !== row;
	}
	return hasLines ? orderOf : null;
}
