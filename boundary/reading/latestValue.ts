import type { Read } from '../paths';
import { isBlank } from '../paths';
import type { Rows } from './rows';

/** What a column said last of a customer, and when; -Infinity where it says nothing. */
export interface Latest {
	readonly value: unknown;
	readonly time: number;
}

const NOTHING: Latest = { value: null, time: -Infinity };

const textOf = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** Of two values the later; of one moment the later in the alphabet, so that the order of items does not matter. */
export function laterOf(one: Latest, other: Latest): Latest {
	if (one.time !== other.time) return one.time > other.time ? one : other;
	return one.value === null || textOf(other.value) > textOf(one.value) ? other : one;
}

/** The latest value that is not blank of a customer's column. */
export function latestValue({ history, rowAt }: Pick<Rows, 'history' | 'rowAt'>, customer: number, read: Read): Latest {
	let latest = NOTHING;
	for (let event = history.firstEvent[customer + 1] - 1; event >= history.firstEvent[customer]; event--) {
		if (history.localTime[event] < latest.time) break;
		const value = read(rowAt(history.row[event]));
		if (!isBlank(value)) latest = laterOf(latest, { value, time: history.localTime[event] });
	}
	return latest;
}
