/**
 * From the rows of several streams to what each customer's history says.
 *
 * Every stream is opened by itself; then customers are joined into one list, As Of is found over all streams, and
 * every stream is closed as of that day. Each row ends in exactly one place; each customer of any stream has an item.
 */
import type { ActivityBase, ActivityStream } from '../../domain/activity/customerActivity';
import { activityStreams, firstDays } from '../../domain/activity/customerActivity';
import type { Windows } from '../../domain/activity/windows';
import type { Problem } from '../../domain/problems';
import type { Table } from '../paths';
import { tableOf } from '../paths';
import type { AsOf } from '../reading/asOf';
import { resolveAsOf } from '../reading/asOf';
import type { ReadingHint } from '../reading/readingText';
import type { Connected, Connection, ConnectionOutcome, ConnectionSettings, KeyOf, StreamInput } from './connection';
import { connectPurchases } from './connectPurchases';
import { connectRows } from './connectRows';
import { connectSubscriptions } from './connectSubscriptions';
import type { ContactRows } from './contactDetails';
import { contactDetails, unclearConsents } from './contactDetails';
import type { DecidedMatching, MatchSettings } from './decideMatching';
import { matchingOf } from './decideMatching';
import { joinCustomers } from './joinedCustomers';
import { keyColumn } from './matching';
import { matchHints } from './matchText';
import { otherIdsIn } from './otherIds';
import { streamRecognising } from './streamRecognising';
import { createPhoneTeller } from './phones';

export interface ActivitySettings extends MatchSettings {
	readonly recentDays: number;
	readonly usualDays: number;
	/** Columns to pass on besides contact details. */
	readonly keepColumns: readonly string[];
}

/** A stream in the output: which input its rows come from, and the item that told last of a customer. */
export interface StreamRows {
	readonly input: number;
	lastItemOf(customer: number): number | null;
}

export interface ActivityReading {
	readonly base: ActivityBase;
	readonly customerCount: number;
	readonly streams: readonly StreamRows[];
	readonly asOf: AsOf;
	readonly hints: readonly ReadingHint[];
	readonly problems: readonly Problem[];
}

export type ActivityOutcome = { readonly reading: ActivityReading } | { readonly problems: readonly Problem[] } | { readonly isEmpty: true };

function connect(input: StreamInput, settings: ConnectionSettings, keyOf: KeyOf): ConnectionOutcome {
	const { id } = input;
	if (id === 'purchases') return connectPurchases(input, settings, keyOf);
	return id === 'subscriptions' ? connectSubscriptions(input, settings, keyOf) : connectRows(id, input, settings, keyOf);
}

const latestOf = (days: ReadonlyArray<number | null>): number | null => days.reduce((latest, day) => (latest === null || (day !== null && day > latest) ? day : latest), null);

/** Whether there is but one stream, on the first input: then nobody asks which one a row is of. */
const isAlone = (inputs: readonly StreamInput[]): boolean => inputs.length === 1 && inputs[0].input === 0;

/** Problems and hints of a stream, with its name where there are several. */
const inStream = ({ id, input }: StreamInput, all: readonly StreamInput[]) => ({
	problem: (problem: Problem): Problem => (isAlone(all) ? problem : { ...problem, stream: { title: activityStreams[id].title, input } }),
	hint: (hint: ReadingHint): ReadingHint => (isAlone(all) ? hint : { ...hint, message: `${activityStreams[id].title}: ${hint.message}` }),
});

interface Opened {
	readonly input: StreamInput;
	readonly connection: Connection;
}

/** A column that is missing because the rows are of another stream: then the problem says of which. */
function withBetterStream(problem: Problem, input: StreamInput): Problem {
	const better = problem.code === 'columnNotRecognised' ? streamRecognising(input) : null;
	return better === null ? problem : { ...problem, expected: `a column with a usual name; the rows look like ${better.source}, which belong into the stream "${activityStreams[better.id].title}"` };
}

/** Opens every stream that has rows; what concerns a whole column of any ends the reading. */
function openAll(inputs: readonly StreamInput[], settings: ActivitySettings, keyOf: (input: StreamInput) => KeyOf): { readonly opened: readonly Opened[] } | { readonly problems: readonly Problem[] } {
	const opened: Opened[] = [];
	for (const input of inputs) {
		const outcome = connect(input, settings, keyOf(input));
		if ('problems' in outcome) return { problems: outcome.problems.map((problem) => inStream(input, inputs).problem(withBetterStream(problem, input))) };
		if ('close' in outcome) opened.push({ input, connection: outcome });
	}
	return { opened };
}

const missingColumn = (column: string): Problem => ({ code: 'missingColumn', item: null, column, received: undefined });

/**
 * Columns that the user chose and nothing has
 *
 * A column to pass on may be of any stream, so where one gave no rows that day it may be of that one.
 */
function missingColumns(inputs: readonly StreamInput[], opened: readonly StreamInput[], connected: readonly Connected[], { keepColumns, customerColumns, customerAliases, aliases }: ActivitySettings): Problem[] {
	const lacking = (columns: readonly string[], tables: readonly Table[]) => columns.filter((column) => !tables.some((table) => table.hasColumn(column))).map(missingColumn);
	const place = opened.findIndex(({ id }) => id === 'customers');
	const ofCustomers = (): Problem[] => lacking([...new Set([...customerAliases, ...customerColumns])], [connected[place].rows.table]).map(inStream(opened[place], inputs).problem);
	const chosen = opened.flatMap((input, index) => lacking(Object.values(input.columns).filter((column) => column !== ''), [connected[index].rows.table]).map(inStream(input, inputs).problem));
	return [
		...chosen,
		...(aliases ? lacking(aliases.columns, [tableOf(aliases.items)]) : []),
		...(place === -1 ? [] : ofCustomers()),
		...(opened.length === inputs.length ? lacking(keepColumns, connected.map(({ rows }) => rows.table)) : []),
	];
}

/** A stream that is chosen and gave no rows is null in the item; a hint says why. */
const emptyHint = ({ id }: StreamInput): ReadingHint => ({
	kind: 'warning',
	message: `${activityStreams[id].title}: there are no rows, so it is null for every customer. Is the input connected, and did the node before give all rows?`,
});

/** The item that told last of each customer. */
const lastItemIn =
	({ history, itemOfRow, announced }: Connected['rows']): StreamRows['lastItemOf'] =>
	(customer) => {
		const end = history.firstEvent[customer + 1];
		return end === history.firstEvent[customer] ? (announced?.get(customer)?.row ?? null) : itemOfRow[history.row[end - 1]];
	};

/** Reads all streams as of one day, and joins their customers. `inputs` are the streams connected, each once. */
export function readActivity(inputs: readonly StreamInput[], settings: ActivitySettings): ActivityOutcome {
	const matching = matchingOf(inputs, settings);
	const openedAll = openAll(inputs, settings, (input) => (who) => keyColumn(who, matching, matching.systemsOf(input), activityStreams[input.id].title));
	if ('problems' in openedAll) return openedAll;
	const { opened } = openedAll;
	if (opened.length === 0) return { isEmpty: true };

	const joined = joinCustomers(opened.map(({ connection }) => connection.customers));
	const asOf = resolveAsOf(settings.asOf, latestOf(opened.map(({ connection }) => connection.lastDay)));
	const connected: Connected[] = [];
	for (const [index, { input, connection }] of opened.entries()) {
		const closed = connection.close(asOf, joined.columns[index]);
		if (!('reading' in closed)) return { problems: closed.problems.map(inStream(input, inputs).problem) };
		connected.push(closed.reading);
	}
	const openedInputs = opened.map(({ input }) => input);
	const missing = missingColumns(inputs, openedInputs, connected, settings);
	return missing.length > 0 ? { problems: missing } : { reading: readingOf({ all: inputs, inputs: openedInputs, connected, joined, asOf, matching, settings }) };
}

/** All streams read. */
interface Streams {
	/** Every stream that is chosen. */
	readonly all: readonly StreamInput[];
	/** Those of them that gave rows, and what they became. */
	readonly inputs: readonly StreamInput[];
	readonly connected: readonly Connected[];
	readonly joined: ReturnType<typeof joinCustomers>;
	readonly asOf: AsOf;
	readonly matching: DecidedMatching;
	readonly settings: ActivitySettings;
}

function readingOf({ all, inputs, connected, joined, asOf, matching, settings }: Streams): ActivityReading {
	const windows: Windows = { asOf: asOf.day, recentDays: settings.recentDays, usualDays: settings.usualDays };
	const since = firstDays(joined.count, connected.map(({ firstDayOf }) => firstDayOf));
	const sinceOf = (customer: number) => since[customer];
	const others = inputs.length === 1 && matching.by === 'id' ? null : otherIdsIn(connected, joined.count, joined.idOf, matching);
	const streams = connected.map((stream, index): ActivityStream => {
		const { history: { firstEvent }, announced } = stream.rows;
		return {
			id: inputs[index].id,
			knows: (customer) => firstEvent[customer] < firstEvent[customer + 1] || announced?.has(customer) === true,
			itemOf: stream.itemsOf(windows, sinceOf),
		};
	});
	const contactRows = connected.map(({ rows, who }, index): ContactRows => ({ rows, contacts: who.contacts, isCurrent: inputs[index].id === 'customers' }));
	const details = contactDetails(contactRows, settings.keepColumns, createPhoneTeller(matching.readPhone, settings.phoneCountry));
	const base: ActivityBase = { windows, streams, sinceOf, idOf: joined.idOf, otherIdsOf: (customer) => others?.of(customer) ?? null, details };
	const told = connected.map(({ hints, problems }, index) => {
		const inItsStream = inStream(inputs[index], all);
		return { hints: hints.map(inItsStream.hint), problems: problems.map(inItsStream.problem) };
	});
	const ofStreams = [...told.flatMap(({ hints }) => hints), ...all.filter((input) => !inputs.includes(input)).map(emptyHint)];
	const ofMatching = matchHints({ base, customerCount: joined.count, matching, others, setting: settings.match, asOf, unclearConsents: unclearConsents(contactRows) });
	return {
		base,
		customerCount: joined.count,
		streams: connected.map(({ rows }, index) => ({ input: inputs[index].input, lastItemOf: lastItemIn(rows) })),
		asOf,
		// Of several streams the first question is how they were matched; of one, what was taken.
		hints: isAlone(all) ? [...ofStreams, ...ofMatching] : [...ofMatching, ...ofStreams],
		problems: told.flatMap(({ problems }) => problems),
	};
}
