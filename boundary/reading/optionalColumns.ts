/** Columns of a stream that a row may leave blank: flags, numbers, amounts and texts. */
import { AMOUNT_SCALE } from '../../domain/ledger/history';
import type { Flags, TextOfRow } from '../../domain/activity/streamColumns';
import { NO, UNKNOWN, YES } from '../../domain/activity/streamColumns';
import type { ProblemCode } from '../../domain/problems';
import type { DecimalMark } from '../amounts';
import { createAmountReader } from '../amounts';
import { plainName } from '../columnNames';
import { currencyNamedBy } from '../currencies';
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
export function readAmountsAndCurrencies(rows: readonly Item[], column: RoleColumn, decimalMark: DecimalMark, verdicts: Verdicts, faultOf: (fault: ProblemCode) => ProblemCode = (fault) => fault): OptionalAmounts {
	const reader = createAmountReader({ decimalMark });
	const amounts = new Float64Array(rows.length).fill(NaN);
	let currency: string[] | null = null;
	for (let row = 0; row < rows.length; row++) {
		if (!verdicts.counts(row)) continue;
		const cell = column.read(rows[row].json);
		if (isBlank(cell)) continue;
		amounts[row] = reader.read(cell);
		if (Number.isNaN(amounts[row])) verdicts.fail(row, faultOf(reader.fault), column);
		else if (reader.currency !== '') (currency ??= Array<string>(rows.length).fill(''))[row] = reader.currency;
	}
	return { amounts, currency };
}

/** A column of numbers as amounts in 1/10,000, NaN for a blank cell; a cell that is no number is a problem. */
export const readOptionalAmounts = (rows: readonly Item[], column: RoleColumn, decimalMark: DecimalMark, verdicts: Verdicts): Float64Array =>
	readAmountsAndCurrencies(rows, column, decimalMark, verdicts).amounts;

/** A column of plain numbers, such as scores; NaN for a blank cell. */
export const readNumbers = (rows: readonly Item[], column: RoleColumn, decimalMark: DecimalMark, verdicts: Verdicts): Float64Array =>
	readAmountsAndCurrencies(rows, column, decimalMark, verdicts, (fault) => (fault === 'unreadableAmount' ? 'unreadableNumber' : fault)).amounts.map((amount) => amount / AMOUNT_SCALE);

const NO_WORDS = new Set(
	[
		'no', 'false', 'f', 'n', 'off', 'without', 'no discount', 'no promotion', 'no coupon', 'not applied', 'regular', 'full price',
		'ні', 'немає', 'нема', 'без знижки', 'відсутня', 'відсутній', 'нет', 'без скидки', 'отсутствует', 'خیر', 'نه', 'ندارد', 'بدون تخفیف',
	].map(plainName),
);

/** What surrounds the number of a discount: a percent sign, a currency's sign or name. */
const AROUND_NUMBER = /^[^\d+-]*([-+]?\d[\d\s.,]*)[^\d]*$/;

/** What a cell says as a yes or no: a number or an amount is yes above `least`, any other word but a no is yes. */
function flagIn(cell: unknown, least: number): number {
	if (typeof cell === 'boolean') return cell ? YES : NO;
	if (isBlank(cell)) return UNKNOWN;
	if (typeof cell === 'object') return Array.isArray(cell) && cell.length === 0 ? NO : YES;
	const text = toAsciiDigits(visibleText(cellText(cell)));
	const [, number] = AROUND_NUMBER.exec(text) ?? [];
	const isCode = /\p{L}.*\d|\d.*\p{L}/u.test(text) && currencyNamedBy(text.replace(/[\d\s.,+-]/g, ' ').trim().split(/\s+/)) === undefined;
	if (number !== undefined && !isCode) return Math.abs(Number(number.replace(/[^\d.]/g, ''))) > least ? YES : NO;
	return NO_WORDS.has(plainName(text)) ? NO : YES;
}

export interface FlagRule {
	/** Whether a blank cell is a no in a column where no cell says it: nobody writes "none" into a column of coupons. */
	readonly blankIsNo: boolean;
	/** Above which number a cell is a yes: a single instalment is none. */
	readonly least?: number;
}

/** A column of yes and no. A code such as a coupon's is a yes. */
export function readFlags(rows: readonly Item[], column: RoleColumn, verdicts: Verdicts, { blankIsNo, least = 0 }: FlagRule): Flags {
	const flags = new Uint8Array(rows.length).fill(UNKNOWN);
	let [yes, no] = [0, 0];
	for (let row = 0; row < rows.length; row++) {
		if (!verdicts.counts(row)) continue;
		flags[row] = flagIn(column.read(rows[row].json), least);
		if (flags[row] === YES) yes++;
		else if (flags[row] === NO) no++;
	}
	return blankIsNo && yes > 0 && no === 0 ? flags.map((flag) => (flag === UNKNOWN ? NO : flag)) : flags;
}

/** The words of a row; null where there are none. */
export const readTexts =
	(rowAt: (row: number) => Row, column: RoleColumn): TextOfRow =>
	(row) => {
		const cell = column.read(rowAt(row));
		return isBlank(cell) || typeof cell === 'object' ? null : visibleText(cellText(cell));
	};
