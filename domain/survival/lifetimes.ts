import type { SpellLedger } from '../ledger/spells';
import { STILL_HERE } from '../ledger/spells';
import type { Lifetimes } from './riskSets';

/** What can be seen of the customers' lives, as day numbers. */
export interface Observation {
	/** The day up to which the ledger is read; losses are known up to the day before. */
	readonly asOf: number;
	/** Losses after this day were recorded, those up to it may be missing; −Infinity where all ever were recorded. */
	readonly watchedFrom: number;
	/**
	 * The first day on which a start is known to be the joining; −Infinity where every one is. In a log of purchases
	 * it is the first day plus the churn window: who bought before it may have been a customer before the log.
	 */
	readonly joinsSeenFrom: number;
}

/** Customers of whom nothing can be said, by why. */
export interface NotObserved {
	/** Their joining lies before the first day on which one can be seen. */
	readonly joinedUnseen: number;
	/** They had left when the watching began. */
	readonly leftUnseen: number;
	/** They joined on the As Of day or the day before, so no day on which they could have left is over. */
	readonly tooNew: number;
}

/** One lifetime a customer, in order of customer. */
export interface ObservedLifetimes extends Lifetimes {
	readonly entry: Float64Array;
	readonly exit: Float64Array;
	/** Whose lifetime each is. */
	readonly customer: Int32Array;
	readonly notObserved: NotObserved;
}

/**
 * How long did each customer stay, and from when on was it seen?
 *
 * The lifetime of the first spell: from joining to leaving, or so far. Customers who came back have one all
 * the same, so that each counts once. Days since joining: entry is the age at which the watching began, exit
 * that of leaving, or for one who is still here the age on the day before As Of. As Of is not over, so a loss on
 * it cannot be seen; counting everybody as at risk on it would hide losses: in a log of purchases all those
 * who bought once leave at the same age, the churn window. Customers without a spell are none. Every customer with a spell is
 * either here or in one of the counts of `notObserved`; an unseen joining goes before the others.
 * DOMAIN C15. O(customers).
 */
export function lifetimesOf(ledger: SpellLedger, { asOf, watchedFrom, joinsSeenFrom }: Observation): ObservedLifetimes {
	const notObserved = { joinedUnseen: 0, leftUnseen: 0, tooNew: 0 };
	const entry = new Float64Array(ledger.customerCount);
	const exit = new Float64Array(ledger.customerCount);
	const isEvent = new Uint8Array(ledger.customerCount);
	const customers = new Int32Array(ledger.customerCount);
	let count = 0;
	for (let customer = 0; customer < ledger.customerCount; customer++) {
		const spell = ledger.firstSpell[customer];
		if (spell === ledger.firstSpell[customer + 1]) continue;
		const start = ledger.start[spell];
		const isOver = ledger.end[spell] !== STILL_HERE;
		const lastDay = isOver ? ledger.end[spell] : asOf - 1;
		if (start < joinsSeenFrom) notObserved.joinedUnseen++;
		else if (isOver && lastDay <= watchedFrom) notObserved.leftUnseen++;
		else if (lastDay <= Math.max(start, watchedFrom)) notObserved.tooNew++;
		else {
			entry[count] = Math.max(0, watchedFrom - start);
			exit[count] = lastDay - start;
			isEvent[count] = isOver ? 1 : 0;
			customers[count++] = customer;
		}
	}
	return {
		entry: entry.subarray(0, count),
		exit: exit.subarray(0, count),
		isEvent: isEvent.subarray(0, count),
		customer: customers.subarray(0, count),
		notObserved,
	};
}
