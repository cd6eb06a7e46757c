/** What the next node needs to write to a customer: e-mail address, phone number, name, owner, language, zone, consent. */
import type { Details } from '../../domain/activity/customerActivity';
import type { Read } from '../paths';
import { isBlank, readerOf, visibleText } from '../paths';
import type { Latest } from '../reading/latestValue';
import { laterOf, latestValue } from '../reading/latestValue';
import type { Rows } from '../reading/rows';
import type { RoleColumn } from '../sources/roleColumn';
import type { ContactRole } from '../sources/streamSource';
import { contactRoles } from '../sources/streamSource';

/** A stream's rows, and where they say whom to write to. */
export interface ContactRows {
	readonly rows: Rows;
	readonly contacts: Readonly<Partial<Record<ContactRole, RoleColumn>>>;
	/** Whether the rows say how it is now: what they say goes before what dated rows say. */
	readonly isCurrent: boolean;
}

/** A column that travels along, under a name of the item. */
interface Kept {
	readonly name: string;
	readonly from: ReadonlyArray<{ readonly stream: ContactRows; readonly read: RoleColumn['read'] }>;
	/** How a value stands in the item. */
	shown(value: unknown): unknown;
}

const asItIs = (value: unknown): unknown => value;

/**
 * What a row says about consent, in words whose order in the alphabet is that in which they win: of two answers of one
 * moment the later holds, and an objection must win over what is not understood, as that over a consent.
 */
const answers = { agrees: 'a agrees', unclear: 'b is not understood', objects: 'c objects' } as const;

function answerIn(cell: unknown): string | null {
	if (isBlank(cell)) return null;
	if (typeof cell !== 'boolean') return answers.unclear;
	return cell ? answers.agrees : answers.objects;
}

function consentOf(answer: unknown): boolean | null {
	if (answer === answers.agrees) return true;
	return answer === answers.objects ? false : null;
}

/** Of what several streams say the latest, where one that is current goes first. */
function latestOf({ from }: Kept, customer: number): unknown {
	let latest: Latest = { value: null, time: -Infinity };
	for (const { stream, read } of from) {
		const found = latestValue(stream.rows, customer, read);
		if (stream.isCurrent && found.value !== null) return found.value;
		latest = laterOf(latest, found);
	}
	return latest.value;
}

/** How the cells of a role stand in the item: consent as yes or no, a phone number as it is told. */
function readerOfRole(role: ContactRole, column: RoleColumn, tellPhone: (cell: unknown) => unknown): Read {
	if (role === 'consent') {
		return (row) => answerIn(column.read(row));
	}
	if (role !== 'phone') {
		return (row) => {
			const cell = column.read(row);
			return typeof cell === 'string' ? visibleText(cell) : cell;
		};
	}
	return (row) => tellPhone(column.read(row));
}

/** Only where there are such answers: whose is not understood, so that nobody takes it for one that was never given. */
const unclearAnswers = (ofRoles: readonly Kept[], streams: readonly ContactRows[]): Kept[] =>
	unclearConsents(streams) === 0 ? [] : ofRoles.filter(({ name }) => name === 'consent').map(({ from }) => ({ name: 'consentUnclear', from, shown: (answer) => (answer === answers.unclear ? true : null) }));

/** The columns that travel along: contact details by their roles, and those that the user adds by their own names. */
export function contactDetails(streams: readonly ContactRows[], added: readonly string[], tellPhone: (cell: unknown) => unknown): Details {
	const inOrder = [...streams].sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
	const ofRoles = contactRoles.map((role): Kept => ({
		name: role,
		shown: role === 'consent' ? consentOf : asItIs,
		from: inOrder.flatMap((stream) => {
			const column = stream.contacts[role];
			return column ? [{ stream, read: readerOfRole(role, column, tellPhone) }] : [];
		}),
	}));
	const known = [...ofRoles, ...unclearAnswers(ofRoles, streams)].filter(({ from }) => from.length > 0);
	// What has a name of its own in the item stays as it is read there: a phone number as the world writes it, consent as yes or no.
	const ofUser = added.filter((path) => !known.some(({ name }) => name === path)).map((path): Kept => ({
		name: path,
		shown: asItIs,
		from: inOrder.flatMap((stream) => (stream.rows.table.hasColumn(path) ? [{ stream, read: readerOf(path) }] : [])),
	}));
	const kept = [...known, ...ofUser];
	return { names: kept.map(({ name }) => name), of: (customer) => kept.map((column) => column.shown(latestOf(column, customer))) };
}

/** How many rows say something about consent that is not understood. */
export function unclearConsents(streams: readonly ContactRows[]): number {
	let count = 0;
	for (const { rows: { history, rowAt }, contacts: { consent } } of streams) {
		if (!consent) continue;
		for (const row of history.row) if (answerIn(consent.read(rowAt(row))) === answers.unclear) count++;
	}
	return count;
}
