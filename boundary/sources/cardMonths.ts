import { dayOfDate, isoDate } from '../../domain/time';

/** The last day of a card that is valid until the end of a month; undefined where there is no such month. */
export function lastDayOfCard(year: unknown, month: unknown): string | undefined {
	const [ofYear, ofMonth] = [Number(year), Number(month)];
	if (!(Number.isInteger(ofYear) && Number.isInteger(ofMonth) && ofMonth >= 1 && ofMonth <= 12 && ofYear >= 1)) return undefined;
	const fullYear = ofYear < 100 ? 2000 + ofYear : ofYear;
	return isoDate(ofMonth === 12 ? dayOfDate(fullYear, 12, 31) : dayOfDate(fullYear, ofMonth + 1, 1) - 1);
}

/** A month as cards have it, `08/26` or `2026-08`, as its last day; other cells stay as they are. */
export function lastDayOf(cell: unknown): unknown {
	if (typeof cell !== 'string') return cell;
	const written = /^\s*(\d{1,2})\s*[/.-]\s*(\d{2}|\d{4})\s*$/.exec(cell);
	if (written) return lastDayOfCard(written[2], written[1]) ?? cell;
	const inOrder = /^\s*(\d{4})[-/](\d{1,2})\s*$/.exec(cell);
	return inOrder ? (lastDayOfCard(inOrder[1], inOrder[2]) ?? cell) : cell;
}
