import { isBlank } from './paths';

export type CustomerId = string | number;

export const NO_CUSTOMER = -1;
export const GUEST = -2;

/** Customers, numbered from 0 in the order in which they are met. */
export interface CustomerList {
	/** The number of the customer a cell names; NO_CUSTOMER where it names none, GUEST where it is 0. */
	numberOf(cell: unknown): number;
	readonly count: number;
	/** The id as the output gives it: a number where every cell was one, else text. */
	idOf(customer: number): CustomerId;
	/** Orders two customers as the output does. */
	compare(one: number, other: number): number;
}

const DIGITS = /^\d+$/;
const MAX_ID_LENGTH = 500;

/** Whole numbers by size, before all other text by its characters; a total order, the same in every language. */
export function compareIds(one: string, other: string): number {
	const oneIsNumber = DIGITS.test(one);
	const otherIsNumber = DIGITS.test(other);
	if (oneIsNumber !== otherIsNumber) return oneIsNumber ? -1 : 1;
	if (oneIsNumber) {
		const oneDigits = one.replace(/^0+/, '');
		const otherDigits = other.replace(/^0+/, '');
		if (oneDigits.length !== otherDigits.length) return oneDigits.length - otherDigits.length;
		if (oneDigits !== otherDigits) return oneDigits < otherDigits ? -1 : 1;
	}
	if (one === other) return 0;
	return one < other ? -1 : 1;
}

/**
 * Tells customers apart by what a cell holds
 *
 * 17850 and "17850" are one customer, "017850" is another. E-mail addresses are compared in lower case.
 * "17850.0" is 17850 only with `dropsTrailingZero`. A cell with 0 is a guest, a cell with an object or a
 * truth value names nobody.
 */
export function createCustomerList(options: { readonly dropsTrailingZero: boolean }): CustomerList {
	const numberOfText = new Map<string, number>();
	const numberOfNumber = new Map<number, number>();
	const texts: string[] = [];
	let everyIdIsNumber = true;

	const add = (text: string): number => {
		const known = numberOfText.get(text);
		if (known !== undefined) return known;
		numberOfText.set(text, texts.length);
		return texts.push(text) - 1;
	};

	const numberOfTextCell = (cell: string): number => {
		const known = numberOfText.get(cell);
		if (known !== undefined) {
			everyIdIsNumber = false;
			return known;
		}
		if (isBlank(cell)) return NO_CUSTOMER;
		let text = cell.trim().slice(0, MAX_ID_LENGTH);
		if (options.dropsTrailingZero) text = text.replace(/^(\d+)\.0+$/, '$1');
		if (text.includes('@')) text = text.toLowerCase();
		if (/^0+(\.0+)?$/.test(text)) return GUEST;
		everyIdIsNumber = false;
		return add(text);
	};

	return {
		numberOf(cell) {
			if (typeof cell === 'string') return numberOfTextCell(cell);
			if (typeof cell === 'bigint') return numberOfTextCell(String(cell));
			if (typeof cell !== 'number' || !Number.isFinite(cell)) return NO_CUSTOMER;
			if (cell === 0) return GUEST;
			let customer = numberOfNumber.get(cell);
			if (customer === undefined) {
				customer = add(String(cell));
				numberOfNumber.set(cell, customer);
			}
			return customer;
		},
		get count() {
			return texts.length;
		},
		idOf: (customer) => (everyIdIsNumber ? Number(texts[customer]) : texts[customer]),
		compare: (one, other) => compareIds(texts[one], texts[other]),
	};
}
