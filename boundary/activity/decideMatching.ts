/** By what the customers of the streams are matched, and what says which ids are the same. */
import type { Item } from '../paths';
import { columnAt } from '../sources/roleColumn';
import { systemOf } from '../sources/system';
import type { AliasRows, Aliases } from './aliases';
import { noAliases, readAliases } from './aliases';
import type { ConnectionSettings, StreamInput } from './connection';
import { whoOfPurchases } from './connectPurchases';
import { whoOfRows } from './connectRows';
import { whoOfSubscriptions } from './connectSubscriptions';
import type { AddressedRows, Disagreements } from './disagreements';
import { areOfSeveralSystems, disagreementsIn } from './disagreements';
import type { MatchBy, MatchSetting } from './matchBy';
import type { Matching, WhoIsWho } from './matching';
import type { ReadPhone } from './phones';
import { createPhoneReader } from './phones';

export interface MatchSettings extends ConnectionSettings {
	readonly match: MatchSetting;
	/** Where phone numbers without a country's code are from, by ISO 3166; '' where that is not known. */
	readonly phoneCountry: string;
	/** Rows that say which ids are the same customer, and their columns; null where none are connected. */
	readonly aliases: { readonly items: readonly Item[]; readonly columns: readonly string[] } | null;
	/** Columns of the stream of customers under whose ids other streams know them. */
	readonly customerAliases: readonly string[];
}

/** A stream whose source is found, and who its rows are about. */
interface Known {
	readonly input: StreamInput;
	readonly who: WhoIsWho;
	readonly system: string;
	/** The rows that its items stand for. */
	readonly rows: readonly Item[];
}

function whoOf(input: StreamInput, settings: MatchSettings): Known | null {
	const { id } = input;
	const find = () => {
		if (id === 'purchases') return whoOfPurchases(input, settings);
		return id === 'subscriptions' ? whoOfSubscriptions(input, settings) : whoOfRows(id, input, settings);
	};
	const found = find();
	return found && { input, who: found.who, rows: found.rows, system: systemOf(found.sourceId) };
}

/** Whether all streams name customers in a column of one name. */
const haveOneName = (known: readonly Known[]): boolean => new Set(known.map(({ who }) => who.customer?.name)).size === 1;

/**
 * By what are customers matched, where the user leaves it open?
 *
 * By id where there is one stream, or all come from one system, or name customers in a column of the same name and do not
 * disagree about their addresses; else by e-mail address where every stream has one, or the aliases may know it, or where
 * ids disagree; else by id.
 */
function matchedBy(setting: MatchSetting, known: readonly Known[], hasAliases: boolean, disagreements: Disagreements): MatchBy {
	if (setting !== 'automatic') return setting;
	const systems = new Set(known.map(({ system }) => system));
	const isOneSystem = systems.size === 1 && !systems.has(systemOf('plainTable'));
	if (known.length < 2 || isOneSystem) return 'id';
	if (haveOneName(known)) return areOfSeveralSystems(disagreements) ? 'email' : 'id';
	const withEmail = known.filter(({ who }) => who.contacts.email).length;
	return withEmail === known.length || (hasAliases && withEmail > 0) ? 'email' : 'id';
}

/** The name under which a stream's own rows are a system of ids. */
const ownSystem = ({ system, input }: Known): string => `${system} of input ${input.input}`;

/** What the rows of a stream say by themselves: one that names an id and an address tells whose the id is in the others. */
function ownAliases(known: Known, by: 'email' | 'phone'): AliasRows[] {
	const { customer, contacts } = known.who;
	const contact = contacts[by];
	return customer && contact ? [{ items: known.rows, columns: [customer, contact], system: ownSystem(known) }] : [];
}

/** Everything that says that two ids are one customer. */
function aliasesOf(settings: MatchSettings, known: readonly Known[], by: MatchBy, readPhone: ReadPhone): Aliases {
	const rows: AliasRows[] = [];
	if (settings.aliases) rows.push({ items: settings.aliases.items, columns: settings.aliases.columns.map(columnAt), system: null });
	const customers = known.find(({ input }) => input.id === 'customers');
	if (customers && settings.customerAliases.length > 0) {
		const own = customers.who.customer;
		rows.push({ items: customers.rows, columns: [...(own ? [own] : []), ...settings.customerAliases.map(columnAt)], system: null });
	} else if (customers && by !== 'id' && known.length > 1) {
		const columns = [customers.who.customer, customers.who.contacts.email, customers.who.contacts.phone].flatMap((column) => (column ? [column] : []));
		rows.push({ items: customers.rows, columns, system: customers.system });
	}
	if (by !== 'id') rows.push(...known.flatMap((each) => ownAliases(each, by)));
	return rows.length === 0 ? noAliases : readAliases(rows, by, readPhone);
}

export interface DecidedMatching extends Matching {
	/** How many ids have different addresses in several streams, where customers are or could have been matched by id. */
	readonly disagreements: Disagreements;
	/** The systems by which the ids of a stream are looked up, its own rows first. */
	systemsOf(input: StreamInput): readonly string[];
}

const noDisagreements: Disagreements = { common: 0, disagreeing: 0 };

const addressed = ({ who: { customer, contacts: { email } }, rows }: Known): AddressedRows[] => (customer && email ? [{ customer, email, rows }] : []);

/** Decides by what customers are matched. One stream by itself keeps its own ids, unless the user wants another. */
export function matchingOf(inputs: readonly StreamInput[], settings: MatchSettings): DecidedMatching {
	const readPhone = createPhoneReader(settings.phoneCountry);
	const isAlone = inputs.length === 1 && settings.match === 'automatic' && !settings.aliases;
	const known = isAlone ? [] : inputs.flatMap((input) => whoOf(input, settings) ?? []);
	const compared = () => disagreementsIn(known.flatMap(addressed));
	const early = settings.match === 'automatic' && haveOneName(known) ? compared() : noDisagreements;
	const by = matchedBy(settings.match, known, settings.aliases !== null, early);
	const disagreements = by === 'id' && early === noDisagreements ? compared() : early;
	const systems = new Map(known.map((each) => [each.input, [ownSystem(each), each.system]]));
	return { by, readPhone, disagreements, aliases: aliasesOf(settings, known, by, readPhone), systemsOf: (input) => systems.get(input) ?? [] };
}
