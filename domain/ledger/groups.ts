import type { Period } from '../time';
import type { History } from './history';
import { endOfEventsBefore } from './history';

export const BLANK_GROUP = '(blank)';

/** A column to group by: each row's value as an index into `values`; 0 is blank. */
export interface GroupColumn {
	readonly name: string;
	readonly values: readonly string[];
	readonly valueOfRow: Int32Array;
}

/** Which group a customer belongs to, period by period. */
export interface Grouping {
	/** The groups' names, in the order in which they were first met. */
	readonly names: readonly string[];
	groupOf(customer: number, period: number): number;
}

/** Which of two values holds where both were recorded at the same moment: the later in the alphabet, so that the order of rows does not matter. */
function laterInAlphabet(values: readonly string[], one: number, other: number): number {
	if (one === 0 || other === 0) return one || other;
	return values[one] > values[other] ? one : other;
}

/** The value each event brings, with events of the same customer and moment made to agree. */
function valueOfEvent(history: History, column: GroupColumn): Int32Array {
	const { customerCount, firstEvent, localTime, row } = history;
	const value = row.map((position) => column.valueOfRow[position]);
	for (let customer = 0; customer < customerCount; customer++) {
		let start = firstEvent[customer];
		while (start < firstEvent[customer + 1]) {
			let end = start + 1;
			let agreed = value[start];
			for (; end < firstEvent[customer + 1] && localTime[end] === localTime[start]; end++) {
				agreed = laterInAlphabet(column.values, agreed, value[end]);
			}
			value.fill(agreed, start, end);
			start = end;
		}
	}
	return value;
}

/** The latest value that is not blank, as of each event. */
function latestUpToEvent(history: History, value: Int32Array): Int32Array {
	const latest = value.slice();
	for (let customer = 0; customer < history.customerCount; customer++) {
		for (let event = history.firstEvent[customer] + 1; event < history.firstEvent[customer + 1]; event++) {
			latest[event] ||= latest[event - 1];
		}
	}
	return latest;
}

function firstValueIn(value: Int32Array, start: number, end: number): number {
	for (let event = start; event < end; event++) if (value[event] !== 0) return value[event];
	return 0;
}

/**
 * To which group does a customer belong in a period?
 *
 * The latest value that is not blank from before the period; for a newcomer the first in it. Blank is a
 * group of its own. Several columns make one group of each combination. DOMAIN C7.
 */
export function groupingOf(history: History, columns: readonly GroupColumn[], periods: readonly Period[]): Grouping {
	const perColumn = columns.map((column) => {
		const value = valueOfEvent(history, column);
		return { column, value, latest: latestUpToEvent(history, value) };
	});
	const names: string[] = [];
	const groupOfKey = new Map<string, number>();

	/** Which value of each column holds for a customer in a period. */
	const valuesOf = (customer: number, period: number): number[] => {
		const { start, end } = periods[period];
		const firstInPeriod = endOfEventsBefore(history, customer, start);
		const isNewcomer = firstInPeriod === history.firstEvent[customer];
		const endInPeriod = isNewcomer ? endOfEventsBefore(history, customer, end) : firstInPeriod;
		return perColumn.map(({ value, latest }) =>
			isNewcomer ? firstValueIn(value, firstInPeriod, endInPeriod) : latest[firstInPeriod - 1],
		);
	};
	const nameOf = (values: readonly number[]) =>
		values.map((value, index) => (value === 0 ? BLANK_GROUP : perColumn[index].column.values[value])).join(' · ');

	return {
		names,
		groupOf(customer, period) {
			const values = valuesOf(customer, period);
			const key = values.join();
			let group = groupOfKey.get(key);
			if (group === undefined) {
				group = names.push(nameOf(values)) - 1;
				groupOfKey.set(key, group);
			}
			return group;
		},
	};
}
