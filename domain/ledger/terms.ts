/**
 * Terms: what somebody was subscribed to, from when to when and for how much a month.
 *
 * A term is a stretch of days [start, end) on one plan at one price. A customer may have several at once
 * (two subscriptions) and one after the other (a change of plan).
 *
 * Invariants that `termsOf` establishes and all readers rely on:
 * - terms of customer c are those from `firstTerm[c]` up to, not including, `firstTerm[c + 1]`;
 * - within a customer they are in order of start, then of end, then of amount; they may overlap;
 * - start < end and start ≤ As Of; an end on or after As Of is not known yet and stands as STILL_HERE, unless
 *   another term of the customer starts on As Of: that is a change of plan, and the old one is not paid besides;
 * - where the next term begins within the allowed gap, the terms before it last until then.
 */
import type { SpellLedger } from './spells';
import { STILL_HERE } from './spells';

/** What a term is: paid for, on trial, or paused; who has several is what stands first. A trial and a pause bring nothing. */
export const termKinds = ['paid', 'trial', 'paused'] as const;
export type TermKind = (typeof termKinds)[number];

/** Terms as columns, one entry a row, in any order. */
export interface TermColumns {
	readonly customerCount: number;
	/** Which customer, numbered from 0 in the order in which the output lists them. */
	readonly customer: Int32Array;
	readonly start: Int32Array;
	/** The day of leaving; STILL_HERE where there is none. */
	readonly end: Int32Array;
	/** What it brings a month, in 1/10,000; null where the rows carry no amounts. */
	readonly monthlyAmount: Float64Array | null;
	/** Which currency, as an index into a list kept elsewhere; null where there is one or none. */
	readonly currency: Int32Array | null;
}

/** The same terms, gathered by customer and in order of time. */
export interface Terms {
	readonly customerCount: number;
	readonly firstTerm: Int32Array;
	readonly start: Int32Array;
	readonly end: Int32Array;
	readonly monthlyAmount: Float64Array | null;
	readonly currency: Int32Array | null;
	/** Which entry of the columns each term was. */
	readonly row: Int32Array;
}

/** The terms that last, in order of customer, start, end and amount. */
function orderedRows({ customer, start, end, monthlyAmount, currency }: TermColumns, asOf: number): Int32Array {
	const lasting: number[] = [];
	for (let row = 0; row < customer.length; row++) if (start[row] < end[row] && start[row] <= asOf) lasting.push(row);
	const compare = (one: number, other: number): number =>
		customer[one] - customer[other] ||
		start[one] - start[other] ||
		end[one] - end[other] ||
		(monthlyAmount ? monthlyAmount[one] - monthlyAmount[other] : 0) ||
		(currency ? currency[one] - currency[other] : 0) ||
		one - other;
	return Int32Array.from(lasting.sort(compare));
}

/** Lets the terms that end last before a gap of at most `allowedGap` days last until the next one starts. */
function bridgeGaps(start: Int32Array, end: Int32Array, firstTerm: Int32Array, allowedGap: number): void {
	for (let customer = 0; customer + 1 < firstTerm.length; customer++) {
		let reach = -Infinity;
		let endLast: number[] = [];
		for (let term = firstTerm[customer]; term < firstTerm[customer + 1]; term++) {
			const isBridged = start[term] > reach && start[term] <= reach + allowedGap;
			if (isBridged) endLast.forEach((earlier) => (end[earlier] = start[term]));
			if (end[term] === reach) endLast.push(term);
			else if (end[term] > reach) endLast = [term];
			reach = Math.max(reach, end[term]);
		}
	}
}

/**
 * Who was subscribed to what and when, from rows in any order?
 *
 * A term of no days is none. Two stretches of a customer with at most `allowedGap` days between them are one
 * relationship: what ended last goes on, at its price, until the next one starts. O(terms · log terms).
 */
export function termsOf(columns: TermColumns, allowedGap: number, asOf: number): Terms {
	const { customerCount, customer, monthlyAmount, currency } = columns;
	const row = orderedRows(columns, asOf);
	const firstTerm = new Int32Array(customerCount + 1);
	for (const entry of row) firstTerm[customer[entry] + 1]++;
	for (let owner = 0; owner < customerCount; owner++) firstTerm[owner + 1] += firstTerm[owner];
	const start = row.map((entry) => columns.start[entry]);
	const changesToday = new Set(Array.from(row).filter((entry) => columns.start[entry] === asOf).map((entry) => customer[entry]));
	const firstUnknown = (entry: number) => (changesToday.has(customer[entry]) ? asOf + 1 : asOf);
	const end = row.map((entry) => (columns.end[entry] < firstUnknown(entry) ? columns.end[entry] : STILL_HERE));
	bridgeGaps(start, end, firstTerm, allowedGap);
	return {
		customerCount,
		firstTerm,
		start,
		end,
		monthlyAmount: monthlyAmount && Float64Array.from(row, (entry) => monthlyAmount[entry]),
		currency: currency && row.map((entry) => currency[entry]),
		row,
	};
}

/**
 * When was each customer a customer, if terms keep one?
 *
 * Terms that overlap or touch are one spell: a change of plan is no loss, and of two subscriptions that end
 * one after the other the second end is the loss. DOMAIN 1 "Days", C11. O(terms).
 */
export function spellsFromTerms({ customerCount, firstTerm, start, end }: Terms): SpellLedger {
	const spellStart: number[] = [];
	const spellEnd: number[] = [];
	const firstSpell = new Int32Array(customerCount + 1);
	for (let customer = 0; customer < customerCount; customer++) {
		const firstOfCustomer = spellStart.length;
		for (let term = firstTerm[customer]; term < firstTerm[customer + 1]; term++) {
			const last = spellEnd.length - 1;
			const continues = last >= firstOfCustomer && start[term] <= spellEnd[last];
			if (continues) {
				spellEnd[last] = Math.max(spellEnd[last], end[term]);
				continue;
			}
			spellStart.push(start[term]);
			spellEnd.push(end[term]);
		}
		firstSpell[customer + 1] = spellStart.length;
	}
	return { customerCount, firstSpell, start: Int32Array.from(spellStart), end: Int32Array.from(spellEnd) };
}

/** The terms with which a spell ended: those of its customer that end on its day of leaving. O(log terms + terms of the spell). */
export function lastTermsOf(terms: Terms, ledger: SpellLedger, customer: number, spell: number): number[] {
	const last: number[] = [];
	const endOfCustomer = terms.firstTerm[customer + 1];
	for (let term = firstTermFrom(terms, customer, ledger.start[spell]); term < endOfCustomer && terms.start[term] < ledger.end[spell]; term++) {
		if (terms.end[term] === ledger.end[spell]) last.push(term);
	}
	return last;
}

/** The first of a customer's terms that starts on a day or later. */
function firstTermFrom({ firstTerm, start }: Terms, customer: number, day: number): number {
	let low = firstTerm[customer];
	let high = firstTerm[customer + 1];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (start[middle] < day) low = middle + 1;
		else high = middle;
	}
	return low;
}
