/** What was read of a stream, in words: the hints that a user sees on the output. */
import { isoDate } from '../../domain/time';
import type { AsOf } from '../reading/asOf';
import type { ReadingHint } from '../reading/readingText';
import { counted, leftOutInWords, watchesOnDates, watchesOnLists } from '../reading/readingText';
import type { StreamReading } from '../reading/streamRows';
import type { RoleColumn } from '../sources/roleColumn';

/** Which column holds what. */
function columnsInWords<Role extends string>({ layout, customerColumn }: StreamReading<Role>): string {
	const columns = Object.entries(layout.columns) as Array<[string, { readonly name: string }]>;
	return [['customer', customerColumn] as const, ...columns].map(([role, { name }]) => `${role} "${name}"`).join(', ');
}

/** How many customers have a row. */
function customersIn({ history }: Pick<StreamReading<string>, 'history'>): number {
	let count = 0;
	for (let customer = 0; customer < history.customerCount; customer++) if (history.firstEvent[customer] < history.firstEvent[customer + 1]) count++;
	return count;
}

/** How many rows count as open because the word of their status is not known. */
function watchOnUnknownStates<Role extends string>({ layout: { unknownState }, history, rowAt, source: { nouns: [one, several] } }: StreamReading<Role>): string | false {
	if (!unknownState) return false;
	const words = new Set<string>();
	let count = 0;
	for (const row of history.row) {
		const word = unknownState.read(rowAt(row));
		if (word === null) continue;
		words.add(word);
		count++;
	}
	if (count === 0) return false;
	return `${counted(words.size, 'word', 'words')} in "${unknownState.name}" ${words.size === 1 ? 'is' : 'are'} not known; ${counted(count, one, several)} ${count === 1 ? 'counts' : 'count'} as open.`;
}

/** Whether a status without a day tells a past As Of what was not known then. */
function watchOnUndatedStates<Role extends string>({ layout, history, source: { nouns: [, several] } }: StreamReading<Role>, asOf: AsOf): string | false {
	const { state, paidAt, closedAt } = layout.columns as Readonly<Record<string, RoleColumn | undefined>>;
	const isBackdated = asOf.how === 'chosen' && asOf.day < asOf.today;
	if (!isBackdated || !state || paidAt || closedAt || history.row.length === 0) return false;
	return `"${state.name}" says how ${several} are today and not how they were on the As Of day, and no column says since when: it leaks into a backtest.`;
}

/** How many rows may be there twice. */
const watchOnEqualRows = ({ equalRowsKept }: Pick<StreamReading<string>, 'equalRowsKept'>): string | false =>
	equalRowsKept > 0 && `${counted(equalRowsKept, 'row equals', 'rows equal')} an earlier one in every column and ${equalRowsKept === 1 ? 'was' : 'were'} kept, since no number tells whether it is the same.`;

/** The hints about a stream: first what was taken, then what to watch. */
export function hintsAboutRows<Role extends string>(reading: StreamReading<Role>, itemCount: number, asOf: AsOf): ReadingHint[] {
	const { source, history } = reading;
	const [one, several] = source.nouns;
	const hasSpan = history.row.length > 0 && history.firstDay > 0;
	const span = hasSpan ? `, ${isoDate(history.firstDay)} to ${isoDate(history.lastDay)}` : '';
	const taken: ReadingHint = {
		kind: 'info',
		message: `${source.title}: ${counted(history.row.length, one, several)} of ${counted(customersIn(reading), 'customer', 'customers')}${span}.${leftOutInWords(reading)} Columns: ${columnsInWords(reading)}.`,
	};
	const watched = [...watchesOnDates(reading.dates, 'date'), ...watchesOnLists(itemCount, reading.customerColumn), watchOnUnknownStates(reading), watchOnEqualRows(reading), watchOnUndatedStates(reading, asOf), ...reading.warnings].filter((message) => message !== false);
	return [taken, ...watched.map((message) => ({ kind: 'warning' as const, message }))];
}
