import type { LeftOutKind } from '../leftOut';
import type { Row, Table } from '../paths';
import { cellText } from '../paths';
import { knownColumn, saidInUtc } from './knownColumns';
import { pipedriveCustomerColumn, primaryOf } from './pipedriveRows';
import type { ChosenOfStream } from './streamLayout';
import { streamLayout } from './streamLayout';
import type { CustomerRole } from './streamRoles';
import type { StreamSource } from './streamSource';

const CONSENT: Readonly<Record<string, boolean>> = { subscribed: true, unsubscribed: false, no_consent: false, archived: false };

const leftOut = (row: Row): LeftOutKind | null => (row.is_deleted === true || row.active_flag === false ? 'deleted' : null);

const layoutOf = (table: Table, chosen: ChosenOfStream<CustomerRole>) =>
	streamLayout<CustomerRole>(
		{
			customer: pipedriveCustomerColumn(table, 'id'),
			columns: { date: knownColumn(table, ['update_time'], saidInUtc), since: knownColumn(table, ['add_time'], saidInUtc) },
			contacts: {
				email: knownColumn(table, ['emails', 'email'], primaryOf),
				phone: knownColumn(table, ['phones', 'phone'], primaryOf),
				name: knownColumn(table, ['name']),
				owner: knownColumn(table, ['owner_id.name', 'owner_name', 'owner_id']),
				consent: knownColumn(table, ['marketing_status'], (cell) => CONSENT[cellText(cell)]),
			},
			leftOut,
			needs: [],
		},
		chosen,
	);

const OWN_COLUMNS = ['id', 'name', 'owner_id', 'add_time', 'update_time', 'visible_to', 'first_name'];
const isPerson = (row: Row): boolean => OWN_COLUMNS.every((column) => row[column] !== undefined) && (Array.isArray(row.email) || Array.isArray(row.emails));

/** Persons as Pipedrive's API gives them, an item each; those of one organisation are one customer. */
export const pipedrivePersons: StreamSource<CustomerRole> = {
	id: 'pipedrivePersons',
	title: 'Pipedrive Persons',
	description: 'The persons as the Pipedrive node gives them; those of one organisation are one customer, written to at the address changed last',
	nouns: ['person', 'persons'],
	recognises: (table) => table.every(isPerson),
	layoutOf,
};
