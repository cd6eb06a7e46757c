/** The other inputs of Win-Back Priority: the list of lapsed customers, and what was sent before. */
import type { Problem } from '../../domain/problems';
import type { ContactedBefore, LapsedList, SentBefore } from '../../domain/winback/customers';
import type { CellReaders } from '../activityItems/cells';
import { isFault } from '../activityItems/cells';
import { CONTACT_NAMES, firstMatch, plainName } from '../columnNames';
import { consentColumn } from '../consent';
import type { Item, Read, Row } from '../paths';
import { cellText, isBlank, pathsIn, readerOf } from '../paths';
import { faultsInWords } from '../problemText';
import type { ReadingHint } from '../reading/readingText';
import { counted } from '../reading/readingText';
import { columnAt } from '../sources/roleColumn';
import type { CustomerMatch, NamingColumns } from './customerMatch';
import { namingColumns, saysNothing } from './customerMatch';

export const LAPSED = { title: 'Lapsed', input: 1 } as const;
export const CONTACTED_BEFORE = { title: 'Contacted Before', input: 2 } as const;

type OtherStream = typeof LAPSED | typeof CONTACTED_BEFORE;

export interface OtherInput<Known> {
	readonly known: Known;
	/** Customers who object in one of its rows. */
	readonly objecting: ReadonlySet<number>;
	readonly hints: readonly ReadingHint[];
	readonly problems: readonly Problem[];
}

/** Names of columns, the most telling first. */
const RETURNED_NAMES = ['returnedon'];
const LISTED_NAMES = ['asof', 'listedon', 'lapsedasof'];
const LAST_PURCHASE_NAMES = ['lastpurchaseon', 'laston', 'lastorderdate', 'lastorderon', 'lastpurchase', 'lastpurchasedate', 'lastpurchasedat'];
const LEFT_NAMES = ['churnedon', 'lapsedon', 'lefton', 'endedon', 'date'];
const KEY_NAMES = ['campaignkey'];
const CAMPAIGN_NAMES = ['campaign', 'campaignname'];
const CONTACTED_NAMES = [
	'contactedon', 'contactedat', 'lastcontactedon', 'lastcontactedat', 'contactdate', 'senton', 'sentat', 'sentdate', 'datesent', 'calledon', 'calledat', 'sent', 'createdat', 'createdon', 'created', 'timestamp', 'datetime', 'date', 'asof',
];

/** One row of another input that says something. */
interface OtherRow {
	readonly json: Row;
	readonly place: number;
}

const rowsThatSay = (items: readonly Item[]): OtherRow[] => items.map(({ json }, place) => ({ json, place })).filter((row) => !saysNothing(row));

const readColumn = (paths: readonly string[], names: readonly string[]): Read | null => {
	const path = firstMatch(paths, names);
	return path === null ? null : readerOf(path);
};

/** Reads days of a column by one of several names; null where there is no such column, or the cell is blank. */
class DayColumn {
	readonly isThere: boolean;
	private readonly name: string;
	private readonly read: Read;

	constructor(
		paths: readonly string[],
		names: readonly string[],
		private readonly readers: CellReaders,
		private readonly stream: OtherStream,
		private readonly problems: Problem[],
	) {
		const path = firstMatch(paths, names);
		this.isThere = path !== null;
		this.name = path ?? '';
		this.read = path === null ? () => null : readerOf(path);
	}

	at({ json, place }: OtherRow): number | null {
		const cell = this.read(json);
		const day = this.readers.date(cell);
		if (!isFault('date', day)) return day;
		this.problems.push({ code: day, item: place, column: this.name, received: cell, stream: this.stream, remedy: 'Give days there as 2024-06-30' });
		return null;
	}
}

const noCustomer = (stream: OtherStream): Problem => ({ code: 'missingColumn', item: null, column: 'customer', received: undefined, stream, remedy: 'Give each row the customer by the id that the first input has, or by their e-mail address or phone number' });
const blankCustomer = (stream: OtherStream, { columns }: NamingColumns, { place }: OtherRow): Problem => ({ code: 'blankCustomer', item: place, column: columns[0].name, received: null, stream });

function unmetHints(unmet: number, stream: OtherStream): ReadingHint[] {
	if (unmet === 0) return [];
	return [{ kind: 'warning', message: `${counted(unmet, 'row', 'rows')} of the input "${stream.title}" ${unmet === 1 ? 'names nobody' : 'name nobody'} among the customers. Rows have to name them by the id that the first input has, or by their e-mail address or phone number.` }];
}

/** What is said of rows that cannot be used where the node goes on without them. */
function unusableHints(problems: readonly Problem[], { title }: OtherStream): ReadingHint[] {
	if (problems.length === 0) return [];
	const rows = counted(new Set(problems.map(({ item }) => item)).size, 'row', 'rows');
	return [{ kind: 'warning', message: `Cannot be used in full: ${rows} of the input "${title}" (${faultsInWords(problems)}).` }];
}

const CONSENT_NAMES: ReadonlySet<string> = new Set(CONTACT_NAMES.consent);

/** Tells whether a row objects to contacts, in any column about consent. */
function objectionIn(paths: readonly string[]): (row: Row) => boolean {
	const about = paths.filter((path) => CONSENT_NAMES.has(plainName(path))).sort();
	if (about.length === 0) return () => false;
	const { read } = consentColumn(about.map(columnAt));
	return (row) => read(row) === false;
}

/** How far a row of the list knew: to the day of leaving where it says that the customer came back after it, else to its own day. */
function knownUpTo(row: OtherRow, columns: Readonly<Record<'returned' | 'listed' | 'last' | 'left', DayColumn>>): number | null {
	const left = columns.left.at(row);
	if (columns.returned.at(row) !== null) return left;
	return columns.listed.at(row) ?? columns.last.at(row) ?? left;
}

/** Of several rows of a customer the one that knew longest holds; one that does not say it is taken to know nothing. */
const later = (one: number | null | undefined, other: number | null): number | null => {
	if (one === undefined || one === null) return other;
	return other === null ? one : Math.max(one, other);
};

/** Reads the list of lapsed customers; nobody is on one that is not given. */
export function readLapsed(items: readonly Item[], readers: CellReaders, match: CustomerMatch): OtherInput<LapsedList> {
	const known = new Map<number, number | null>();
	const list: LapsedList = { knownUpTo: (customer) => known.get(customer) };
	const [objecting, problems]: [Set<number>, Problem[]] = [new Set(), []];
	const rows = rowsThatSay(items);
	if (rows.length === 0) return { known: list, objecting, hints: [], problems };
	const naming = namingColumns(rows);
	if (naming.columns.length === 0) return { known: list, objecting, hints: [], problems: [noCustomer(LAPSED)] };
	const paths = pathsIn(rows.map(({ json }) => json));
	const column = (names: readonly string[]) => new DayColumn(paths, names, readers, LAPSED, problems);
	const columns = { returned: column(RETURNED_NAMES), listed: column(LISTED_NAMES), last: column(LAST_PURCHASE_NAMES), left: column(LEFT_NAMES) };
	const objects = objectionIn(paths);
	let unmet = 0;
	for (const row of rows) {
		const customers = match.of(row.json, naming);
		if (customers === null) problems.push(blankCustomer(LAPSED, naming, row));
		else if (customers.length === 0) unmet++;
		const before = problems.length;
		const day = knownUpTo(row, columns);
		for (const customer of customers ?? []) {
			// Of a day that cannot be read it is not known whether the customer bought since, so the row lists nobody.
			if (problems.length === before) known.set(customer, later(known.get(customer), day));
			if (objects(row.json)) objecting.add(customer);
		}
	}
	return { known: list, objecting, hints: [...unusableHints(problems, LAPSED), ...unmetHints(unmet, LAPSED)], problems };
}

const YES: ReadonlySet<string> = new Set(['true', '1', 'yes', 't', 'y']);

const lettersOf = (cell: unknown): string => cellText(cell).replace(/[^\p{L}]/gu, '').toLowerCase();

/** What a row says of the contact; null of somebody who was neither contacted nor held out. */
function sentIn(row: Row, day: number | null, readKey: Read | null, readCampaign: Read | null): SentBefore | null {
	const list = lettersOf(row.list);
	const isHeldOut = YES.has(cellText(row.holdout).trim().toLowerCase());
	if (!isHeldOut && (list === 'notcontacted' || list === 'notworthit')) return null;
	const from = lettersOf(row.heldOutFrom ?? row.held_out_from ?? row.heldoutfrom);
	const textIn = (read: Read | null): string | null => {
		const cell = read === null ? null : read(row);
		return isBlank(cell) ? null : cellText(cell).toLowerCase();
	};
	return { campaign: textIn(readCampaign), key: textIn(readKey), day, isHeldOut, heldOutFrom: isHeldOut ? heldOutFromOf(from) : null };
}

function heldOutFromOf(letters: string): SentBefore['heldOutFrom'] {
	if (letters === 'first') return 'first';
	return letters === 'worthit' ? 'worthIt' : null;
}

function addTo<Key>(lists: Map<Key, SentBefore[]>, key: Key, sent: SentBefore): void {
	const known = lists.get(key);
	if (known === undefined) lists.set(key, [sent]);
	else known.push(sent);
}

/** Remembers rows by customer and by campaign key. */
class Sent implements ContactedBefore {
	private readonly ofCustomer = new Map<number, SentBefore[]>();
	private readonly ofKey = new Map<string, SentBefore[]>();

	of(customer: number, campaignKey: string): readonly SentBefore[] {
		const own = this.ofCustomer.get(customer) ?? [];
		const byKey = this.ofKey.get(campaignKey);
		return byKey === undefined ? own : [...own, ...byKey];
	}

	add(customers: readonly number[], sent: SentBefore): void {
		for (const customer of customers) addTo(this.ofCustomer, customer, sent);
		if (customers.length === 0 && sent.key !== null) addTo(this.ofKey, sent.key, sent);
	}
}

/** A contact without a day keeps somebody from being contacted again in this silence, and that is told. */
function undatedHints(undated: number): ReadingHint[] {
	if (undated === 0) return [];
	return [{ kind: 'warning', message: `${counted(undated, 'row', 'rows')} of the input "${CONTACTED_BEFORE.title}" ${undated === 1 ? 'has' : 'have'} neither a day nor a campaign key, so those customers count as contacted in this silence. Give the rows a column contactedOn.` }];
}

/** Reads what was sent before; null where nothing is given. A row that cannot be read in full still counts as a contact: nobody is contacted twice because of a bad cell. */
export function readContactedBefore(items: readonly Item[], readers: CellReaders, match: CustomerMatch): OtherInput<ContactedBefore | null> {
	const [objecting, problems]: [Set<number>, Problem[]] = [new Set(), []];
	const rows = rowsThatSay(items);
	if (rows.length === 0) return { known: null, objecting, hints: [], problems };
	const paths = pathsIn(rows.map(({ json }) => json));
	const [readKey, readCampaign] = [readColumn(paths, KEY_NAMES), readColumn(paths, CAMPAIGN_NAMES)];
	const naming = namingColumns(rows);
	if (naming.columns.length === 0 && readKey === null) return { known: null, objecting, hints: [], problems: [noCustomer(CONTACTED_BEFORE)] };
	const contactedOn = new DayColumn(paths, CONTACTED_NAMES, readers, CONTACTED_BEFORE, problems);
	const objects = objectionIn(paths);
	const known = new Sent();
	let [unmet, undated] = [0, 0];
	for (const row of rows) {
		const customers = match.of(row.json, naming) ?? [];
		if (objects(row.json)) for (const customer of customers) objecting.add(customer);
		const sent = sentIn(row.json, contactedOn.at(row), readKey, readCampaign);
		if (sent === null) continue;
		known.add(customers, sent);
		if (customers.length === 0 && sent.key === null) unmet++;
		else if (sent.day === null && sent.key === null) undated++;
	}
	return { known, objecting, hints: [...unusableHints(problems, CONTACTED_BEFORE), ...unmetHints(unmet, CONTACTED_BEFORE), ...undatedHints(undated)], problems };
}
