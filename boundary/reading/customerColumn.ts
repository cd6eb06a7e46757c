import type { Item, Row } from '../paths';
import { isBlank, isBlankText, visibleText } from '../paths';
import type { Column } from '../sources/roleColumn';
import { asColumn } from '../sources/roleColumn';
import type { Verdicts } from './verdicts';

export type CustomerId = string | number;

export interface CustomerColumn {
	/** By item, which customer; customers are numbered from 0 in the order in which the output lists them. */
	readonly customerOf: Int32Array;
	readonly count: number;
	/** How many ids such as 17850.0 stand beside 17850 as two customers. */
	readonly countedTwice: number;
	/** Their ids as text, in the same order. */
	readonly ids: readonly string[];
	/** Whether every cell was a number: then the output gives numbers. */
	readonly areNumbers: boolean;
	/** The id as the output gives it: a number where every cell was one, else text. */
	idOf(customer: number): CustomerId;
}

const NOBODY = -1;
const GUEST = -2;
const TRAILING_ZERO = /^(\d+)\.0+$/;
const ZERO = /^0(\.0+)?$/;
const E_MAIL_ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const WHOLE_NUMBER = /^\d+$/;
/** Numbers that JavaScript writes back as they were: no leading zero, at most 15 digits. */
const PLAIN_NUMBER = /^(0|[1-9]\d{0,14})$/;
const withoutLeadingZeros = (text: string) => text.replace(/^0+(?=\d)/, '');

/** By size, then by text, so that 07 comes before 7 and both before 10. */
function compareNumbers(one: string, other: string): number {
	const oneDigits = withoutLeadingZeros(one);
	const otherDigits = withoutLeadingZeros(other);
	if (oneDigits.length !== otherDigits.length) return oneDigits.length - otherDigits.length;
	if (oneDigits !== otherDigits) return oneDigits < otherDigits ? -1 : 1;
	return one < other ? -1 : 1;
}

/** Whole numbers by size; plain ones are sorted as numbers, which is twenty times as fast, and the rest put among them. */
function sortNumbers(numbers: readonly string[]): string[] {
	const plain = Array.from(Float64Array.from(numbers.filter((id) => PLAIN_NUMBER.test(id)), Number).sort(), String);
	const others = numbers.filter((id) => !PLAIN_NUMBER.test(id)).sort(compareNumbers);
	if (others.length === 0) return plain;
	const merged: string[] = [];
	let next = 0;
	for (const other of others) {
		while (next < plain.length && compareNumbers(plain[next], other) < 0) merged.push(plain[next++]);
		merged.push(other);
	}
	return merged.concat(plain.slice(next));
}

/** Ids as the output lists them: whole numbers by size, then all other text by its characters, the same in every language. */
export const sortIds = (ids: Iterable<string>): string[] => {
	const numbers: string[] = [];
	const texts: string[] = [];
	for (const id of ids) (WHOLE_NUMBER.test(id) ? numbers : texts).push(id);
	return [...sortNumbers(numbers), ...texts.sort()];
};

/** Whether an id stands before another where the output lists them. */
function isBefore(one: string, other: string): boolean {
	const [isNumber, isOtherNumber] = [WHOLE_NUMBER.test(one), WHOLE_NUMBER.test(other)];
	if (isNumber !== isOtherNumber) return isNumber;
	return isNumber ? compareNumbers(one, other) < 0 : one < other;
}

/** Whether ids stand as the output lists them, each once: asked before sorting, which takes longer. */
export function areIdsInOrder(ids: readonly string[]): boolean {
	for (let place = 1; place < ids.length; place++) if (!isBefore(ids[place - 1], ids[place])) return false;
	return true;
}

/** Tells customers apart; numbers them in the order in which they are met. */
class CustomerIndex {
	/** A dictionary without a prototype: any text is a key, and looking one up is faster than in a Map. */
	readonly numberOfText: Record<string, number> = Object.create(null);
	count = 0;
	private readonly numberOfNumber = new Map<number, number>();
	everyIdIsNumber = true;

	constructor(private readonly dropsTrailingZero: boolean) {}

	numberOf(cell: unknown): number {
		if (typeof cell === 'string') return this.numberOfTextCell(cell);
		if (typeof cell === 'bigint') return this.numberOfTextCell(String(cell));
		if (typeof cell !== 'number' || !Number.isFinite(cell)) return NOBODY;
		if (cell === 0) return GUEST;
		const known = this.numberOfNumber.get(cell);
		if (known !== undefined) return known;
		const customer = this.numberOfId(String(cell));
		this.numberOfNumber.set(cell, customer);
		return customer;
	}

	private numberOfTextCell(cell: string): number {
		const known = this.numberOfText[cell];
		if (known !== undefined) {
			this.everyIdIsNumber = false;
			return known;
		}
		const id = this.idIn(cell);
		if (isBlankText(id)) return NOBODY;
		if (ZERO.test(id)) return GUEST;
		this.everyIdIsNumber = false;
		return id === cell ? this.add(id) : this.numberOfId(id);
	}

	private idIn(cell: string): string {
		let id = visibleText(cell);
		if (this.dropsTrailingZero) id = id.replace(TRAILING_ZERO, '$1');
		return id.includes('@') && E_MAIL_ADDRESS.test(id) ? id.toLowerCase() : id;
	}

	private numberOfId(id: string): number {
		return this.numberOfText[id] ?? this.add(id);
	}

	private add(id: string): number {
		this.numberOfText[id] = this.count;
		return this.count++;
	}
}

/** Ids as the output gives them. */
export const idsAsGiven =
	(ids: readonly string[], areNumbers: boolean): CustomerColumn['idOf'] =>
	(customer) =>
		areNumbers ? Number(ids[customer]) : ids[customer];

/** Whether a cell in a customer column names nobody: it says nothing, or holds the 0 that stands for guests. */
export const namesNobody = (cell: unknown): boolean => isBlank(cell) || cell === 0 || (typeof cell === 'string' && ZERO.test(visibleText(cell)));

export const isEmptyRow = (row: Row): boolean => Object.values(row).every(isBlank);

/**
 * Tells customers apart by what a column holds
 *
 * 17850 and "17850" are one customer, "017850" is another. E-mail addresses are compared in lower case.
 * "17850.0" is 17850 only with `dropsTrailingZero`. A cell with 0 is a guest and left out; one with nothing,
 * an object or a truth value names nobody, which is a problem unless the whole row is empty.
 */
export function readCustomers(
	items: readonly Item[],
	column: Column,
	dropsTrailingZero: boolean,
	verdicts: Verdicts,
): CustomerColumn {
	const { read } = asColumn(column);
	const index = new CustomerIndex(dropsTrailingZero);
	const customerOf = new Int32Array(items.length);
	for (let item = 0; item < items.length; item++) {
		if (!verdicts.counts(item)) continue;
		const customer = index.numberOf(read(items[item].json));
		if (customer >= 0) customerOf[item] = customer;
		else if (customer === GUEST) verdicts.leaveOut(item, 'guest');
		else if (isEmptyRow(items[item].json)) verdicts.leaveOut(item, 'empty');
		else verdicts.fail(item, 'blankCustomer', column);
	}

	const ids = sortIds(Object.keys(index.numberOfText));
	const rankOf = new Int32Array(ids.length);
	ids.forEach((id, rank) => {
		rankOf[index.numberOfText[id]] = rank;
	});
	for (let item = 0; item < items.length; item++) customerOf[item] = rankOf[customerOf[item]];
	const isCountedTwice = (id: string) => id.endsWith('.0') && id.replace(TRAILING_ZERO, '$1') in index.numberOfText;
	const countedTwice = ids.filter(isCountedTwice).length;
	const areNumbers = index.everyIdIsNumber;
	return { customerOf, count: ids.length, countedTwice, ids, areNumbers, idOf: idsAsGiven(ids, areNumbers) };
}
