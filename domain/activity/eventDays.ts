import type { History } from '../ledger/history';
import type { Windows } from './windows';
import { recentFrom, usualFrom } from './windows';

/** The days on which something happened to a customer, several events on one day being one. */
export interface EventDays {
	/** Each day once and in ascending order, in the first `count` entries; the entries after them mean nothing. */
	readonly days: Int32Array;
	readonly count: number;
	/** How many of them lie in each window. */
	readonly recent: number;
	readonly usual: number;
}

/** How many events has the customer who has most? O(customers). */
export function mostEventsOfOne({ customerCount, firstEvent }: History): number {
	let most = 0;
	for (let customer = 0; customer < customerCount; customer++) {
		most = Math.max(most, firstEvent[customer + 1] - firstEvent[customer]);
	}
	return most;
}

/** Gathers the days of one customer after the other, in memory for those of the customer who has most. */
export class DayCollector implements EventDays {
	readonly days: Int32Array;
	count = 0;
	recent = 0;
	usual = 0;
	private readonly recentFrom: number;
	private readonly usualFrom: number;

	constructor(history: History, windows: Windows) {
		this.days = new Int32Array(mostEventsOfOne(history));
		this.recentFrom = recentFrom(windows);
		this.usualFrom = usualFrom(windows);
	}

	/** Forgets the customer before. */
	clear(): void {
		this.count = 0;
		this.recent = 0;
		this.usual = 0;
	}

	/** Takes on the day of an event. Days must not go back. */
	add(day: number): void {
		if (this.count > 0 && this.days[this.count - 1] === day) return;
		this.days[this.count++] = day;
		if (day >= this.recentFrom) this.recent++;
		else if (day >= this.usualFrom) this.usual++;
	}
}
