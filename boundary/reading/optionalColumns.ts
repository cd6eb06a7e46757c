/** Columns of a stream that a row may leave blank: flags, numbers, amounts and texts. */
import { AMOUNT_SCALE } from '../../domain/ledger/history';
import type { Flags, TextOfRow } from '../../domain/activity/streamColumns';
import { NO, UNKNOWN, YES } from '../../domain/activity/streamColumns';
import type { DecimalMark } from '../amounts';
import { createAmountReader } from '../amounts';
import { plainName } from '../columnNames';
import { toAsciiDigits } from '../digits';
import type { Item, Row } from '../paths';
import { cellText, isBlank, visibleText } from '../paths';
import type { RoleColumn } from '../sources/roleColumn';
import type { Verdicts } from './verdicts';

export interface OptionalAmounts {
	/** In 1/10,000, NaN for a blank cell. */
	readonly amounts: Float64Array;
	/** By row, the currency named beside the amount; null where none ever was. */
	readonly currency: readonly string[] | null;
}

/** A column of amounts that may be blank, and the currencies beside them; a cell that is no number is a problem. */
export function readAmountsAndCurrencies(rows: readonly Item[], column: RoleColumn, decimalMark: DecimalMark, verdicts: Verdicts): OptionalAmounts {
	const reader = createAmountReader({ decimalMark });
	const amounts = new Float64Array(rows.length).fill(NaN);
	let currency: string[] | null = null;
	for (let row = 0; row < rows.length; row++) {
		if (!verdicts.counts(row)) continue;
		const cell = column.read(rows[row].json);
		if (isBlank(cell)) continue;
		amounts[row] = reader.read(cell);
		if (Number.isNaN(amounts[row])) verdicts.fail(row, reader.fault, column);
		else if (reader.currency !== '') (currency ??= Array<string>(rows.length).fill(''))[row] = reader.currency;
	}
	return { amounts, currency };
}

/** A column of numbers as amounts in 1/10,000, NaN for a blank cell; a cell that is no number is a problem. */
export const readOptionalAmounts = (rows: readonly Item[], column: RoleColumn, decimalMark: DecimalMark, verdicts: Verdicts): Float64Array =>
	readAmountsAndCurrencies(rows, column, decimalMark, verdicts).amounts;

/** A column of plain numbers, such as scores; NaN for a blank cell. */
export const readNumbers = (rows: readonly Item[], column: RoleColumn, decimalMark: DecimalMark, verdicts: Verdicts): Float64Array =>
	readOptionalAmounts(rows, column, decimalMark, verdicts).map((amount) => amount / AMOUNT_SCALE);

const NO_WORDS = new Set(['no', 'false', 'f', 'n', 'off', 'ні', 'нет', 'خیر', 'نه'].map(plainName));

/** What a cell says as a yes or no: a number or an amount is yes above 0, any other word but a no is yes. */
function flagIn(cell: unknown): number {
	if (typeof cell === 'boolean') return cell ? YES : NO;
	if (isBlank(cell)) return UNKNOWN;
	if (typeof cell === 'object') return Array.isArray(cell) && cell.length === 0 ? NO : YES;
	const text = toAsciiDigits(visibleText(cellText(cell)));
	if (/^[-+]?[\d\s.,]+$/.test(text)) return /[1-9]/.test(text) ? YES : NO;
	return NO_WORDS.has(plainName(text)) ? NO : YES;
}

/**
 * A column of yes and no
 *
 * A code such as a coupon's is a yes. In a column where some cells say something and none says no, a blank one is a
 * no: nobody writes "none" into a column of coupons.
 */
export function readFlags(rows: readonly Item[], column: RoleColumn, verdicts: Verdicts): Flags {
	const flags = new Uint8Array(rows.length).fill(UNKNOWN);
	let [yes, no] = [0, 0];
	for (let row = 0; row < rows.length; row++) {
		if (!verdicts.counts(row)) continue;
		flags[row] = flagIn(column.read(rows[row].json));
		if (flags[row] === YES) yes++;
		else if (flags[row] === NO) no++;
	}
	return yes > 0 && no === 0 ? flags.map((flag) => (flag === UNKNOWN ? NO : flag)) : flags;
}

/** The words of a row; null where there are none. */
export const readTexts =
	(rowAt: (row: number) => Row, column: RoleColumn): TextOfRow =>
	(row) => {
		const cell = column.read(rowAt(row));
		return isBlank(cell) || typeof cell === 'object' ? null : visibleText(cellText(cell));
	};
