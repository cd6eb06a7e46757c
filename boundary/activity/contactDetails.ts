/** What the next node needs to write to a customer: e-mail address, phone number, name, owner, language, zone, consent. */
import type { Details } from '../../domain/activity/customerActivity';
import type { Read } from '../paths';
import { readerOf, visibleText } from '../paths';
import type { Latest } from '../reading/latestValue';
import { laterOf, latestValue } from '../reading/latestValue';
import type { Rows } from '../reading/rows';
import type { RoleColumn } from '../sources/roleColumn';
import type { ContactRole } from '../sources/streamSource';
import { contactRoles } from '../sources/streamSource';
import { consentIn } from './consent';
import type { ReadPhone } from './phones';

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

/** Consent is read as objection: of two answers of one moment the later in the alphabet holds, and true, an objection, must win. */
const consentOfObjection = (objects: unknown): unknown => (typeof objects === 'boolean' ? !objects : null);

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

/** How the cells of a role stand in the item: consent as yes or no, a phone number as the world writes it where it can be read. */
function readerOfRole(role: ContactRole, column: RoleColumn, readPhone: ReadPhone): Read {
	if (role === 'consent') {
		return (row) => {
			const consents = consentIn(column, column.read(row));
			return consents === null ? null : !consents;
		};
	}
	if (role !== 'phone') {
		return (row) => {
			const cell = column.read(row);
			return typeof cell === 'string' ? visibleText(cell) : cell;
		};
	}
	return (row) => {
		const cell = column.read(row);
		return readPhone(cell) ?? cell;
	};
}

/** The columns that travel along: contact details by their roles, and those that the user adds by their own names. */
export function contactDetails(streams: readonly ContactRows[], added: readonly string[], readPhone: ReadPhone): Details {
	const inOrder = [...streams].sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
	const ofRoles = contactRoles.map((role): Kept => ({
		name: role,
		shown: role === 'consent' ? consentOfObjection : asItIs,
		from: inOrder.flatMap((stream) => {
			const column = stream.contacts[role];
			return column ? [{ stream, read: readerOfRole(role, column, readPhone) }] : [];
		}),
	}));
	const known = ofRoles.filter(({ from }) => from.length > 0);
	// What has a name of its own in the item stays as it is read there: a phone number as the world writes it, consent as yes or no.
	const ofUser = added.filter((path) => !known.some(({ name }) => name === path)).map((path): Kept => ({
		name: path,
		shown: asItIs,
		from: inOrder.flatMap((stream) => (stream.rows.table.hasColumn(path) ? [{ stream, read: readerOf(path) }] : [])),
	}));
	const kept = [...known, ...ofUser];
	return { names: kept.map(({ name }) => name), of: (customer) => kept.map((column) => column.shown(latestOf(column, customer))) };
}
