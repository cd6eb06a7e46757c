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
import type { Item } from '../paths';
import type { AsOf } from '../reading/asOf';
import { resolveAsOf } from '../reading/asOf';
import type { ReadingHint } from '../reading/readingText';
import { columnAt } from '../sources/roleColumn';
import { systemOf } from '../sources/system';
import type { AliasRows, Aliases } from './aliases';
import { noAliases, readAliases } from './aliases';
import type { Connected, Connection, ConnectionOutcome, ConnectionSettings, KeyOf, StreamInput } from './connection';
import { connectPurchases, whoOfPurchases } from './connectPurchases';
import { connectRows, whoOfRows } from './connectRows';
import { connectSubscriptions, whoOfSubscriptions } from './connectSubscriptions';
import { contactDetails } from './contactDetails';
import { joinCustomers } from './joinedCustomers';
import type { MatchBy, MatchSetting } from './matchBy';
import type { Matching, WhoIsWho } from './matching';
import { keyColumn } from './matching';
import { otherIdsIn } from './otherIds';
import type { ReadPhone } from './phones';
import { createPhoneReader } from './phones';
import { matchHints } from './matchText';

export interface ActivitySettings extends ConnectionSettings {
	readonly match: MatchSetting;
	/** Where phone numbers without a country's code are from, by ISO 3166; '' where that is not known. */
	readonly phoneCountry: string;
	/** Rows that say which ids are the same customer, and their columns; null where none are connected. */
	readonly aliases: { readonly items: readonly Item[]; readonly columns: readonly string[] } | null;
	/** Columns of the stream of customers under whose ids other streams know them. */
	readonly customerAliases: readonly string[];
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

interface Known {
	readonly input: StreamInput;
	readonly who: WhoIsWho;
	readonly system: string;
}

function whoOf(input: StreamInput, settings: ConnectionSettings): Known | null {
	const { id } = input;
	const find = () => {
		if (id === 'purchases') return whoOfPurchases(input, settings);
		return id === 'subscriptions' ? whoOfSubscriptions(input, settings) : whoOfRows(id, input, settings);
	};
	const found = find();
	return found && { input, who: found.who, system: systemOf(found.sourceId) };
}

function connect(input: StreamInput, settings: ConnectionSettings, keyOf: KeyOf): ConnectionOutcome {
	const { id } = input;
	if (id === 'purchases') return connectPurchases(input, settings, keyOf);
	return id === 'subscriptions' ? connectSubscriptions(input, settings, keyOf) : connectRows(id, input, settings, keyOf);
}

/**
 * By what are customers matched, where the user leaves it open?
 *
 * By id where there is one stream, or all name customers in a column of the same name or come from one system; else by
 * e-mail address where every stream has one, or the aliases may know it; else by id.
 */
function matchedBy(setting: MatchSetting, known: readonly Known[], hasAliases: boolean): MatchBy {
	if (setting !== 'automatic') return setting;
	const names = new Set(known.map(({ who }) => who.customer?.name));
	const systems = new Set(known.map(({ system }) => system));
	const isOneNamespace = names.size === 1 || (systems.size === 1 && !systems.has(systemOf('plainTable')));
	if (known.length < 2 || isOneNamespace) return 'id';
	const withEmail = known.filter(({ who }) => who.contacts.email).length;
	return withEmail === known.length || (hasAliases && withEmail > 0) ? 'email' : 'id';
}

/** Everything that says that two ids are one customer. */
function aliasesOf(settings: ActivitySettings, known: readonly Known[], by: MatchBy, readPhone: ReadPhone): Aliases {
	const rows: AliasRows[] = [];
	if (settings.aliases) rows.push({ items: settings.aliases.items, columns: settings.aliases.columns.map(columnAt), system: null });
	const customers = known.find(({ input }) => input.id === 'customers');
	if (customers && settings.customerAliases.length > 0) {
		const own = customers.who.customer;
		rows.push({ items: customers.input.items, columns: [...(own ? [own] : []), ...settings.customerAliases.map(columnAt)], system: null });
	} else if (customers && by !== 'id' && known.length > 1) {
		const columns = [customers.who.customer, customers.who.contacts.email, customers.who.contacts.phone].flatMap((column) => (column ? [column] : []));
		rows.push({ items: customers.input.items, columns, system: customers.system });
	}
	return rows.length === 0 ? noAliases : readAliases(rows, by, readPhone);
}

const latestOf = (days: ReadonlyArray<number | null>): number | null => days.reduce((latest, day) => (latest === null || (day !== null && day > latest) ? day : latest), null);

/** Problems and hints of a stream, with its name where there are several. */
const inStream = ({ id, input }: StreamInput, isAlone: boolean) => ({
	problem: (problem: Problem): Problem => (isAlone ? problem : { ...problem, stream: { title: activityStreams[id].title, input } }),
	hint: (hint: ReadingHint): ReadingHint => (isAlone ? hint : { ...hint, message: `${activityStreams[id].title}: ${hint.message}` }),
});

interface Opened {
	readonly input: StreamInput;
	readonly connection: Connection;
}

/** Opens every stream that has rows; what concerns a whole column of any ends the reading. */
function openAll(inputs: readonly StreamInput[], settings: ActivitySettings, keyOf: (input: StreamInput) => KeyOf): { readonly opened: readonly Opened[] } | { readonly problems: readonly Problem[] } {
	const opened: Opened[] = [];
	for (const input of inputs) {
		const outcome = connect(input, settings, keyOf(input));
		if ('problems' in outcome) return { problems: outcome.problems.map(inStream(input, inputs.length === 1).problem) };
		if ('close' in outcome) opened.push({ input, connection: outcome });
	}
	return { opened };
}

/** Columns to pass on that no stream has. */
function missingColumns(columns: readonly string[], streams: readonly Connected[]): Problem[] {
	return columns
		.filter((column) => !streams.some(({ rows }) => rows.table.hasColumn(column)))
		.map((column) => ({ code: 'missingColumn', item: null, column, received: undefined }));
}

/** The item that told last of each customer. */
const lastItemIn =
	({ history, itemOfRow }: Connected['rows']): StreamRows['lastItemOf'] =>
	(customer) => {
		const end = history.firstEvent[customer + 1];
		return end === history.firstEvent[customer] ? null : itemOfRow[history.row[end - 1]];
	};

/** Reads all streams as of one day, and joins their customers. `inputs` are the streams connected, each once. */
export function readActivity(inputs: readonly StreamInput[], settings: ActivitySettings): ActivityOutcome {
	const readPhone = createPhoneReader(settings.phoneCountry);
	const known = inputs.length === 1 && settings.match === 'automatic' && !settings.aliases ? [] : inputs.flatMap((input) => whoOf(input, settings) ?? []);
	const by = matchedBy(settings.match, known, settings.aliases !== null);
	const matching: Matching = { by, readPhone, aliases: aliasesOf(settings, known, by, readPhone) };
	const systemOfInput = new Map(known.map(({ input, system }) => [input, system]));
	const openedAll = openAll(inputs, settings, (input) => (who) => keyColumn(who, matching, systemOfInput.get(input) ?? ''));
	if ('problems' in openedAll) return openedAll;
	const { opened } = openedAll;
	if (opened.length === 0) return { isEmpty: true };

	const joined = joinCustomers(opened.map(({ connection }) => connection.customers));
	const asOf = resolveAsOf(settings.asOf, latestOf(opened.map(({ connection }) => connection.lastDay)));
	const connected: Connected[] = [];
	for (const [index, { input, connection }] of opened.entries()) {
		const closed = connection.close(asOf, joined.columns[index]);
		if (!('reading' in closed)) return { problems: closed.problems.map(inStream(input, inputs.length === 1).problem) };
		connected.push(closed.reading);
	}
	const missing = missingColumns(settings.keepColumns, connected);
	return missing.length > 0 ? { problems: missing } : { reading: readingOf(opened.map(({ input }) => input), connected, joined, asOf, matching, settings) };
}

function readingOf(inputs: readonly StreamInput[], connected: readonly Connected[], joined: ReturnType<typeof joinCustomers>, asOf: AsOf, matching: Matching, settings: ActivitySettings): ActivityReading {
	const windows: Windows = { asOf: asOf.day, recentDays: settings.recentDays, usualDays: settings.usualDays };
	const since = firstDays(joined.count, connected.map(({ firstDayOf }) => firstDayOf));
	const sinceOf = (customer: number) => since[customer];
	const isAlone = inputs.length === 1;
	const others = isAlone && matching.by === 'id' ? null : otherIdsIn(connected, joined.count, joined.idOf);
	const streams = connected.map((stream, index): ActivityStream => {
		const { firstEvent } = stream.rows.history;
		return {
			id: inputs[index].id,
			knows: (customer) => firstEvent[customer] < firstEvent[customer + 1],
			itemOf: stream.itemsOf(windows, sinceOf),
		};
	});
	const details = contactDetails(
		connected.map(({ rows, who }, index) => ({ rows, contacts: who.contacts, isCurrent: inputs[index].id === 'customers' })),
		settings.keepColumns,
		matching.readPhone,
	);
	const base: ActivityBase = { windows, streams, sinceOf, idOf: joined.idOf, otherIdsOf: (customer) => others?.of(customer) ?? null, details };
	const told = connected.map(({ hints, problems }, index) => {
		const inItsStream = inStream(inputs[index], isAlone);
		return { hints: hints.map(inItsStream.hint), problems: problems.map(inItsStream.problem) };
	});
	return {
		base,
		customerCount: joined.count,
		streams: connected.map(({ rows }, index) => ({ input: inputs[index].input, lastItemOf: lastItemIn(rows) })),
		asOf,
		hints: [...told.flatMap(({ hints }) => hints), ...matchHints({ base, customerCount: joined.count, matching, others, setting: settings.match, asOf })],
		problems: told.flatMap(({ problems }) => problems),
	};
}
