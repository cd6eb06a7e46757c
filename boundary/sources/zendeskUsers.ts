import type { LeftOutKind } from '../leftOut';
import type { Row, Table } from '../paths';
import { knownColumn } from './knownColumns';
import type { ChosenOfStream } from './streamLayout';
import { streamLayout } from './streamLayout';
import type { CustomerRole } from './streamRoles';
import type { StreamSource } from './streamSource';

const ROLES = new Set<unknown>(['end-user', 'agent', 'admin']);

/** Agents and administrators are no customers. */
const leftOut = ({ role, active }: Row): LeftOutKind | null => {
	if (role !== 'end-user') return 'staff';
	return active === false ? 'deleted' : null;
};

const layoutOf = (table: Table, chosen: ChosenOfStream<CustomerRole>) =>
	streamLayout<CustomerRole>(
		{
			customer: knownColumn(table, ['id']),
			columns: { date: knownColumn(table, ['updated_at']), since: knownColumn(table, ['created_at']) },
			contacts: {
				email: knownColumn(table, ['email']),
				phone: knownColumn(table, ['phone']),
				name: knownColumn(table, ['name']),
				language: knownColumn(table, ['locale']),
				zone: knownColumn(table, ['iana_time_zone', 'time_zone']),
			},
			leftOut,
			needs: [],
		},
		chosen,
	);

const OWN_COLUMNS = ['id', 'name', 'created_at', 'suspended', 'verified', 'locale_id'];

/** Users as Zendesk's API and its search give them, an item each. */
export const zendeskUsers: StreamSource<CustomerRole> = {
	id: 'zendeskUsers',
	title: 'Zendesk Users',
	description: 'The users as the Zendesk node gives them; agents and administrators are left out',
	nouns: ['user', 'users'],
	recognises: (table) => table.every((row) => ROLES.has(row.role) && OWN_COLUMNS.every((column) => row[column] !== undefined)),
	layoutOf,
};
