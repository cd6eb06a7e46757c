import type { History } from '../ledger/history';

/**
 * The gaps between each customer's visit days, several visits on one day being one.
 *
 * Gaps of a customer are together and in order of time; each customer with a visit has one open gap, from the
 * last visit on.
 */
export interface VisitGaps {
	readonly customers: number;
	/** Gaps of customer c are those from `firstGap[c]` up to, not including, `firstGap[c + 1]`. */
	readonly firstGap: Int32Array;
	/** Days from one visit to the next. */
	readonly ended: Int32Array;
	/** The day on which each of them began. */
	readonly start: Int32Array;
	/** By customer: days from the last visit to the last day of the log, and the day of that visit. */
	readonly open: Int32Array;
	readonly lastVisit: Int32Array;
}

/** The gaps of all who have a visit up to `lastDay`. O(events). */
export function visitGaps({ customerCount, firstEvent, day, isVisit }: History, lastDay: number): VisitGaps {
	const ended = new Int32Array(day.length);
	const start = new Int32Array(day.length);
	const firstGap = new Int32Array(customerCount + 1);
	const lastVisit = new Int32Array(customerCount);
	let customers = 0;
	let gapCount = 0;
	for (let customer = 0; customer < customerCount; customer++) {
		let previous: number | null = null;
		for (let event = firstEvent[customer]; event < firstEvent[customer + 1]; event++) {
			if (!isVisit[event] || day[event] > lastDay || day[event] === previous) continue;
			if (previous !== null) {
				start[gapCount] = previous;
				ended[gapCount++] = day[event] - previous;
			}
			previous = day[event];
		}
		if (previous === null) continue;
		lastVisit[customers++] = previous;
		firstGap[customers] = gapCount;
	}
	return {
		customers,
		firstGap: firstGap.subarray(0, customers + 1),
		ended: ended.subarray(0, gapCount),
		start: start.subarray(0, gapCount),
		lastVisit: lastVisit.subarray(0, customers),
		open: lastVisit.subarray(0, customers).map((visit) => lastDay - visit),
	};
}

export interface SilenceQuestion {
	readonly returnDays: number;
	readonly lastDay: number;
	/** The windows are 1 to this. */
	readonly longestWindow: number;
}

/** By window (entry 0 is not used): how many customers were silent so long, and how many of them came back. */
export interface SilenceCounts {
	readonly silent: Int32Array;
	readonly back: Int32Array;
}

/**
 * For each window, how many customers were silent so long, and how many came back in the days after?
 *
 * A customer's first silence of W days is the first gap longer than W, so a gap is it for the windows from the
 * longest gap before it up to, not including, its own length; the open gap is it for all from the longest gap on.
 * Each such stretch of windows is counted at its ends, and a last pass over the windows adds up. Windows whose
 * return days would reach beyond the log are cut off: later silences of the customer could only reach further.
 * DOMAIN C14. O(events + windows).
 */
export function countSilences({ customers, firstGap, ended, start, lastVisit }: VisitGaps, question: SilenceQuestion): SilenceCounts {
	const { returnDays, lastDay, longestWindow } = question;
	const silent = new Int32Array(longestWindow + 2);
	const back = new Int32Array(longestWindow + 2);
	const countBetween = (counts: Int32Array, first: number, last: number) => {
		if (first > last) return;
		counts[first]++;
		counts[last + 1]--;
	};
	for (let customer = 0; customer < customers; customer++) {
		let first = 1;
		for (let gap = firstGap[customer]; gap < firstGap[customer + 1]; gap++) {
			const length = ended[gap];
			if (length <= first) continue;
			const last = Math.min(length - 1, lastDay - returnDays - start[gap]);
			countBetween(silent, first, last);
			countBetween(back, Math.max(first, length - returnDays), last);
			first = length;
		}
		countBetween(silent, first, lastDay - returnDays - lastVisit[customer]);
	}
	for (let window = 1; window <= longestWindow; window++) {
		silent[window] += silent[window - 1];
		back[window] += back[window - 1];
	}
	return { silent: silent.subarray(0, longestWindow + 1), back: back.subarray(0, longestWindow + 1) };
}
