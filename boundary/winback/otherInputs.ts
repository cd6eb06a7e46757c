/** The other inputs of Win-Back Priority: the list of lapsed customers, and what was sent before. */
import { faultsInWords } from '../problemText';
import { counted } from '../reading/readingText';
import type { ReadingHint } from '../reading/readingText';
import type { Problem } from '../../domain/problems';
import type { ContactedBefore, LapsedList } from '../../domain/winback/customers';
import type { CellReaders } from '../activityItems/cells';
import { isFault } from '../activityItems/cells';
import { firstMatch } from '../columnNames';
import type { Item, Read, Row } from '../paths';
import { cellText, isBlank, pathsIn, readerOf } from '../paths';
import type { Matching } from './customerMatch';
import { customerOfRows, matchText, saysNothing } from './customerMatch';

export const LAPSED = { title: 'Lapsed', input: 1 } as const;
export const CONTACTED_BEFORE = { title: 'Contacted Before', input: 2 } as const;

interface StreamOf {
	readonly title: string;
	readonly input: number;
}

export interface OtherInput<Known> {
	readonly known: Known;
	readonly hints: readonly ReadingHint[];
	readonly problems: readonly Problem[];
}

/** Names of columns, the most telling first. */
const RETURNED_NAMES = ['returnedon'];
const LISTED_NAMES = ['asof', 'listedon', 'lapsedasof'];
const LAST_PURCHASE_NAMES = ['lastpurchaseon', 'laston', 'lastorderdate', 'lastorderon', 'lastpurchase', 'lastpurchasedate', 'lastpurchasedat'];
const LEFT_NAMES = ['churnedon', 'lapsedon', 'lefton', 'endedon', 'date'];
const KEY_NAMES = ['campaignkey'];
const CONTACTED_NAMES = ['contactedon', 'contactedat', 'senton', 'sentat', 'calledon', 'calledat', 'createdat', 'createdon', 'date', 'asof'];

/** Reads days of a column by one of several names; null where there is no such column, or the cell is blank. */
class DayColumn {
	private readonly read: Read | null;
	private readonly name: string;

	constructor(
		items: readonly Item[],
		names: readonly string[],
		private readonly readers: CellReaders,
	) {
		const path = firstMatch(pathsIn(items.map(({ json }) => json)), names);
		this.name = path ?? '';
		this.read = path === null ? null : readerOf(path);
	}

	at(row: Row, item: number, stream: StreamOf, problems: Problem[]): number | null {
		if (this.read === null) return null;
		const cell = this.read(row);
		const day = this.readers.date(cell);
		if (!isFault('date', day)) return day;
		problems.push({ code: day, item, column: this.name, received: cell, stream });
		return null;
	}
}

const noCustomer = (stream: StreamOf): Problem => ({ code: 'missingColumn', item: null, column: 'customer', received: undefined, stream, remedy: 'Give each row the customer by the id that the first input has, or by their e-mail address' });

/** What is said of rows that cannot be used where the node goes on without them; a column that is not there is none of them. */
function unusableHints({ title }: StreamOf, problems: readonly Problem[]): ReadingHint[] {
	if (problems.length === 0) return [];
	const rows = counted(new Set(problems.map(({ item }) => item)).size, 'row', 'rows');
	return [{ kind: 'warning', message: `Cannot be used: ${rows} of the input "${title}" (${faultsInWords(problems)}).` }];
}

/** How far a row of the list knew: to the day of leaving where it says that the customer came back after it, else to its own day. */
function knownUpTo(row: Row, item: number, columns: Readonly<Record<'returned' | 'listed' | 'last' | 'left', DayColumn>>, problems: Problem[]): number | null {
	const dayIn = (column: DayColumn) => column.at(row, item, LAPSED, problems);
	const left = dayIn(columns.left);
	if (dayIn(columns.returned) !== null) return left;
	return dayIn(columns.listed) ?? dayIn(columns.last) ?? left;
}

/** Of several rows of a customer the one that knew longest holds; one that says nothing of it knows nothing of later purchases. */
const later = (one: number | null | undefined, other: number | null): number | null => (one === undefined || one === null || other === null ? (other ?? one ?? null) : Math.max(one, other));

/** Reads the list of lapsed customers; null where none is given. */
export function readLapsed(items: readonly Item[], readers: CellReaders, matching: Matching<number | null>): OtherInput<LapsedList | null> {
	const rows = items.map((item, place) => ({ ...item, place })).filter((item) => !saysNothing(item));
	if (items.length === 0) return { known: null, hints: [], problems: [] };
	const empty: LapsedList = { knownUpTo: () => undefined };
	if (rows.length === 0) return { known: empty, hints: [{ kind: 'warning', message: 'The list "Lapsed" is empty, so nobody counts as lapsed.' }], problems: [] };
	const customer = customerOfRows(rows);
	if (customer === null) return { known: empty, hints: [], problems: [noCustomer(LAPSED)] };
	const columns = { returned: new DayColumn(rows, RETURNED_NAMES, readers), listed: new DayColumn(rows, LISTED_NAMES, readers), last: new DayColumn(rows, LAST_PURCHASE_NAMES, readers), left: new DayColumn(rows, LEFT_NAMES, readers) };
	const problems: Problem[] = [];
	for (const { json, place } of rows) {
		const cell = customer.read(json);
		const name = matchText(cell);
		if (name === '') {
			problems.push({ code: 'blankCustomer', item: place, column: customer.name, received: cell, stream: LAPSED });
			continue;
		}
		const before = problems.length;
		const day = knownUpTo(json, place, columns, problems);
		// Of a day that cannot be read it is not known whether the customer bought since, so the row is left out.
		if (problems.length === before) matching.update(name, (known) => later(known, day));
	}
	const unmet = matching.unmet();
	const hints: ReadingHint[] = unmet === 0 ? [] : [{ kind: 'warning', message: `Not among the customers: ${counted(unmet, 'customer', 'customers')} of the list "Lapsed". It has to name them as the first input does, or by their e-mail address.` }];
	return { known: { knownUpTo: (each) => matching.of(each) }, hints: [...unusableHints(LAPSED, problems), ...hints], problems };
}

const NOT_SENT: ReadonlySet<string> = new Set(['notcontacted', 'notworthit']);
const YES: ReadonlySet<string> = new Set(['true', '1', 'yes', 't']);

/** A row about somebody who was left alone is no contact, be it that a table keeps those too. */
function wasContacted(row: Row): boolean {
	const list = cellText(row.list).replace(/[^\p{L}]/gu, '').toLowerCase();
	return !NOT_SENT.has(list) && !YES.has(cellText(row.holdout).trim().toLowerCase());
}

/** Reads what was sent before; null where nothing is given. */
export function readContactedBefore(items: readonly Item[], readers: CellReaders, matching: Matching<number>): OtherInput<ContactedBefore | null> {
	const rows = items.map((item, place) => ({ ...item, place })).filter((item) => !saysNothing(item));
	if (rows.length === 0) return { known: null, hints: [], problems: [] };
	const keyPath = firstMatch(pathsIn(rows.map(({ json }) => json)), KEY_NAMES);
	const readKey = keyPath === null ? () => null : readerOf(keyPath);
	const customer = customerOfRows(rows);
	if (customer === null && keyPath === null) return { known: null, hints: [], problems: [noCustomer(CONTACTED_BEFORE)] };
	const contactedOn = new DayColumn(rows, CONTACTED_NAMES, readers);
	const dayOfKey = new Map<string, number | null>();
	const problems: Problem[] = [];
	for (const { json, place } of rows) {
		if (!wasContacted(json)) continue;
		const day = contactedOn.at(json, place, CONTACTED_BEFORE, problems);
		const key = readKey(json);
		if (!isBlank(key)) dayOfKey.set(cellText(key), later(dayOfKey.get(cellText(key)), day));
		const name = customer === null ? '' : matchText(customer.read(json));
		if (name !== '' && day !== null) matching.update(name, (known) => Math.max(known ?? day, day));
	}
	return { known: { dayOfKey: (key) => dayOfKey.get(key), lastOf: (each) => matching.of(each) ?? null }, hints: unusableHints(CONTACTED_BEFORE, problems), problems };
}
