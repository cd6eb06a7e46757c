import type { GroupColumn } from '../ledger/groups';
import type { History } from '../ledger/history';

/** Which value holds at the end, as the contact person or the way to pay, and since when. */
export interface PresentRun {
	/** An index into the column's values; 0 where no row names one. */
	readonly value: number;
	/** The event with which the unbroken run of it began. */
	readonly since: number;
	/** What held before it; 0 where nothing did. */
	readonly previous: number;
}

const NOTHING: PresentRun = Object.freeze({ value: 0, since: -1, previous: 0 });

/**
 * What reads the present run of one customer after the other
 *
 * Question: which value is named last, since when is it named without another in between, and which was it before?
 * Rows that name none neither begin nor break a run. A moment at which several are named goes on with whichever run it
 * can: of those named at the latest moment, the one holds that was named longest without a break, and of several such
 * the first in the alphabet; so is the one before. So the order of rows does not matter. O(events of the customer).
 */
export function presentRuns({ firstEvent, localTime, row }: History, { values, valueOfRow }: GroupColumn): (customer: number) => PresentRun {
	/** By value: up to which moment it was named at each, counted backwards and on from customer to customer. */
	const namedUpTo = new Int32Array(values.length);
	let moment = 0;

	const firstInAlphabet = (one: number, other: number): number => (one === 0 || values[other] < values[one] ? other : one);

	/** Of the values that the events name, the first in the alphabet; 0 where they name none. */
	const namedIn = (start: number, end: number): number => {
		let first = 0;
		for (let event = start; event < end; event++) {
			const value = valueOfRow[row[event]];
			if (value !== 0) first = firstInAlphabet(first, value);
		}
		return first;
	};

	/** The same of those only that were named up to the moment before; marks them as named at this one too. */
	const stillNamedIn = (start: number, end: number): number => {
		let first = 0;
		for (let event = start; event < end; event++) {
			const value = valueOfRow[row[event]];
			if (value === 0 || namedUpTo[value] < moment) continue;
			namedUpTo[value] = moment + 1;
			first = firstInAlphabet(first, value);
		}
		return first;
	};

	const startOfMoment = (event: number, first: number): number => {
		let start = event;
		while (start > first && localTime[start - 1] === localTime[event]) start--;
		return start;
	};

	const markAll = (start: number, end: number): void => {
		for (let event = start; event < end; event++) namedUpTo[valueOfRow[row[event]]] = moment;
	};

	return (customer) => {
		const first = firstEvent[customer];
		let present = NOTHING;
		let end = firstEvent[customer + 1];
		while (end > first) {
			const start = startOfMoment(end - 1, first);
			if (present.value === 0) markAll(start, end);
			const value = stillNamedIn(start, end);
			const other = value === 0 ? namedIn(start, end) : 0;
			if (other !== 0) return { ...present, previous: other };
			if (value !== 0) {
				present = { value, since: start, previous: 0 };
				moment++;
			}
			end = start;
		}
		return present;
	};
}
