import { AMOUNT_SCALE } from '../../domain/ledger/history';
import type { ProblemCode } from '../../domain/problems';
import type { DecimalMark } from '../amounts';
import { createAmountReader } from '../amounts';
import type { AmountColumns } from '../columnNames';
import { namesMinorUnits } from '../columnNames';
import { currencyNamedBy, decimalsOf } from '../currencies';
import type { Item, Table } from '../paths';
import { cellText, isBlank, readerOf, visibleText } from '../paths';
import type { Column, RoleColumn } from '../sources/roleColumn';
import { asColumn } from '../sources/roleColumn';
import type { Verdicts } from './verdicts';

export type AmountUnit = 'automatic' | 'whole' | 'minor';

export interface AmountColumn {
	/** By item, in 1/10,000. */
	readonly amount: Float64Array;
	/** By item, the currency named beside the amount; null where none ever was. */
	readonly currency: readonly string[] | null;
	/** The decimal mark in 1,234 where other amounts of the column decided it. */
	readonly markFrom: 'point' | 'comma' | null;
}

/** Reads one column of amounts, or of quantities. A column that shows its decimal mark anywhere has it throughout. */
export function readColumn(items: readonly Item[], column: Column, decimalMark: DecimalMark, verdicts: Verdicts): AmountColumn {
	const { read } = asColumn(column);
	const reader = createAmountReader({ decimalMark });
	const amount = new Float64Array(items.length);
	const faults: Array<readonly [item: number, code: ProblemCode]> = [];
	let currency: string[] | null = null;
	for (let item = 0; item < items.length; item++) {
		if (!verdicts.counts(item)) continue;
		const value = reader.read(read(items[item].json));
		amount[item] = value;
		if (Number.isNaN(value)) faults.push([item, reader.fault]);
		else if (reader.currency !== '') (currency ??= Array<string>(items.length).fill(''))[item] = reader.currency;
	}

	const { point, comma } = reader.evidence;
	const isUndecided = decimalMark === 'automatic' && faults.some(([, code]) => code === 'ambiguousAmount');
	if (isUndecided && (point === 0) !== (comma === 0)) {
		const markFrom = point > 0 ? 'point' : 'comma';
		return { ...readColumn(items, column, markFrom, verdicts), markFrom };
	}
	for (const [item, code] of faults) verdicts.fail(item, code, column);
	return { amount, currency, markFrom: null };
}

/** A quantity times a price, all in 1/10,000; NaN where it is too large to be exact. */
function productOf(quantity: number, price: number): number {
	const isWhole = quantity % AMOUNT_SCALE === 0;
	const product = isWhole ? (quantity / AMOUNT_SCALE) * price : quantity * price;
	if (!Number.isSafeInteger(product)) return NaN;
	return isWhole ? product : Math.round(product / AMOUNT_SCALE);
}

/** Reads what each row was worth, from a column or as a quantity times a price. */
export function readAmounts(
	items: readonly Item[],
	columns: AmountColumns,
	decimalMark: DecimalMark,
	verdicts: Verdicts,
): AmountColumn {
	if (columns.kind === 'total') return readColumn(items, columns.column, decimalMark, verdicts);
	const quantity = readColumn(items, columns.quantity, decimalMark, verdicts);
	const price = readColumn(items, columns.price, decimalMark, verdicts);
	const amount = new Float64Array(items.length);
	for (let item = 0; item < items.length; item++) {
		if (!verdicts.counts(item)) continue;
		amount[item] = productOf(quantity.amount[item], price.amount[item]);
		if (Number.isNaN(amount[item])) verdicts.fail(item, 'amountTooLarge', columns.price);
	}
	return { ...price, amount };
}

/** The columns that amounts are read from. */
export const amountColumnsOf = (columns: AmountColumns): string[] =>
	columns.kind === 'total' ? [columns.column] : [columns.quantity, columns.price];

/** The column whose name stands for the amounts in messages. */
export const amountColumnName = (columns: AmountColumns): string =>
	columns.kind === 'total' ? columns.column : columns.price;

export interface CurrencyColumn {
	/** The currencies named, in the order of the alphabet; '' stands for rows that name none. Empty where no row does. */
	readonly names: readonly string[];
	/** By item, which of them; null where there is one or none. */
	readonly currencyOf: Int32Array | null;
}

/** The currency a cell names: its code where the name is known, else the text in capitals; '' for none. */
function currencyIn(cell: unknown): string {
	if (isBlank(cell) || typeof cell === 'object') return '';
	const text = visibleText(cellText(cell));
	return currencyNamedBy([text]) ?? text.toUpperCase();
}

/** The currency that a row's two names mean together, null where they contradict each other. */
function agreedCurrency(inColumn: string, besideAmount: string): string | null {
	if (inColumn === '' || besideAmount === '' || inColumn === besideAmount) return inColumn || besideAmount;
	return currencyNamedBy([inColumn, besideAmount]) ?? null;
}

/** Reads the currency of each row: from its column, else from what stands beside the amount. */
export function readCurrencies(
	items: readonly Item[],
	column: Column | null,
	besideAmount: readonly string[] | null,
	verdicts: Verdicts,
): CurrencyColumn {
	if (column === null && besideAmount === null) return { names: [], currencyOf: null };
	const read = column === null ? () => undefined : asColumn(column).read;
	const numberOfName = new Map<string, number>();
	const currencyOf = new Int32Array(items.length);
	for (let item = 0; item < items.length; item++) {
		if (!verdicts.counts(item)) continue;
		const name = agreedCurrency(currencyIn(read(items[item].json)), besideAmount?.[item] ?? '');
		if (name === null) {
			verdicts.fail(item, 'twoCurrencies', column!);
			continue;
		}
		let number = numberOfName.get(name);
		if (number === undefined) {
			number = numberOfName.size;
			numberOfName.set(name, number);
		}
		currencyOf[item] = number;
	}

	return { names: namesOf(numberOfName), currencyOf: numberOfName.size > 1 ? rankedBy(numberOfName, currencyOf) : null };
}

const alphabetical = (numberOfName: ReadonlyMap<string, number>) => [...numberOfName.keys()].sort();

/** The names in the order of the alphabet; none where no row names any. */
const namesOf = (numberOfName: ReadonlyMap<string, number>) =>
	numberOfName.size === 1 && numberOfName.has('') ? [] : alphabetical(numberOfName);

/** Numbers given in the order in which names were met, turned into those of the order of the alphabet. */
function rankedBy(numberOfName: ReadonlyMap<string, number>, numbers: Int32Array): Int32Array {
	const rankOf = new Int32Array(numberOfName.size);
	alphabetical(numberOfName).forEach((name, rank) => {
		rankOf[numberOfName.get(name)!] = rank;
	});
	return numbers.map((number) => rankOf[number]);
}

/** Whether amounts look like those of a payment service: whole numbers, also as text, beside a currency in small letters. */
function mayBeMinorUnits(table: Table, column: string, currencyColumn: string | null): boolean {
	if (currencyColumn === null) return false;
	const readAmount = readerOf(column);
	const readCurrency = readerOf(currencyColumn);
	const looksLikeOne = (cell: unknown, pattern: RegExp) => isBlank(cell) || pattern.test(cellText(cell).trim());
	return (
		!table.every((row) => isBlank(readCurrency(row))) &&
		table.every((row) => looksLikeOne(readAmount(row), /^-?\d+$/) && looksLikeOne(readCurrency(row), /^[a-z]{3}$/))
	);
}

/** Whether amounts are in whole units or in the smallest coin; 'unclear' where only the user can say. */
export function amountUnitOf(
	unit: AmountUnit,
	columns: AmountColumns,
	table: Table,
	currencyColumn: string | null,
): 'whole' | 'minor' | 'unclear' {
	if (unit !== 'automatic') return unit;
	if (columns.kind === 'quantityTimesPrice') return 'whole';
	if (namesMinorUnits(columns.column)) return 'minor';
	return mayBeMinorUnits(table, columns.column, currencyColumn) ? 'unclear' : 'whole';
}

/** Turns amounts in the smallest coin into whole units, by each row's currency. */
export function fromMinorUnits(amount: Float64Array, { names, currencyOf }: CurrencyColumn): void {
	const divisors = (names.length > 0 ? names : ['']).map((name) => 10 ** decimalsOf(name));
	for (let item = 0; item < amount.length; item++) {
		amount[item] = Math.round(amount[item] / divisors[currencyOf?.[item] ?? 0]);
	}
}

/** Whether a column's amounts are in the smallest coin: by the setting, the source, or the column's name. */
export function areMinorUnits({ name }: RoleColumn, ofSource: 'minor' | 'whole' | null, unit: AmountUnit): boolean {
	if (unit !== 'automatic') return unit === 'minor';
	return ofSource === null ? namesMinorUnits(name) : ofSource === 'minor';
}
