import { consentColumn } from '../consent';
import type { Row, Table } from '../paths';
import { isBlank } from '../paths';
import { deletedInHubspot, nameProperties, propertyColumn, propertyPath, readProperty } from './hubspotRows';
import { firstOf, isRow, knownColumn, pathIn, rowsIn } from './knownColumns';
import type { RoleColumn } from './roleColumn';
import type { ChosenOfStream } from './streamLayout';
import { streamLayout } from './streamLayout';
import type { CustomerRole } from './streamRoles';
import type { StreamSource } from './streamSource';

/** Lists give the address apart from the properties where it was not asked for. */
function addressIn(profiles: unknown): unknown {
	const addresses = rowsIn(profiles).flatMap(({ identities }) => rowsIn(identities)).filter(({ type, value }) => type === 'EMAIL' && !isBlank(value));
	return (addresses.find((each) => each['is-primary'] === true) ?? addresses[0])?.value;
}

const readAddress = firstOf(readProperty('email'), (row) => addressIn(row['identity-profiles']));

function addressColumn(table: Table): RoleColumn | undefined {
	const name = propertyPath(table, 'email') ?? pathIn(table, 'identity-profiles');
	return name === null ? undefined : { name, read: readAddress };
}

/** Whether the contact may be written to: a yes is an objection. */
function optOutColumn(table: Table): RoleColumn | undefined {
	const column = propertyColumn(table, ['hs_email_optout']);
	return column && consentColumn([column]);
}

const layoutOf = (table: Table, chosen: ChosenOfStream<CustomerRole>) =>
	streamLayout<CustomerRole>(
		{
			customer: knownColumn(table, ['vid', 'id']),
			columns: {
				date: propertyColumn(table, ['lastmodifieddate']) ?? knownColumn(table, ['updatedAt']),
				since: propertyColumn(table, ['createdate']) ?? knownColumn(table, ['createdAt', 'addedAt']),
			},
			contacts: {
				email: addressColumn(table),
				phone: propertyColumn(table, ['mobilephone', 'phone']),
				name: nameProperties(table),
				owner: propertyColumn(table, ['hubspot_owner_id']),
				language: propertyColumn(table, ['hs_language']),
				zone: propertyColumn(table, ['hs_timezone']),
				consent: optOutColumn(table),
			},
			leftOut: deletedInHubspot,
			needs: [],
		},
		chosen,
	);

const isContact = (row: Row): boolean => {
	if (!isRow(row.properties)) return false;
	if (row.vid !== undefined) return row['portal-id'] !== undefined || row['identity-profiles'] !== undefined;
	return row.id !== undefined && 'createdAt' in row && 'lastmodifieddate' in row.properties;
};

/** Contacts as HubSpot's lists and its search give them, an item each. */
export const hubspotContacts: StreamSource<CustomerRole> = {
	id: 'hubspotContacts',
	title: 'HubSpot Contacts',
	description: 'The contacts as the HubSpot node gives them; ask it for email, phone, hubspot_owner_id and hs_email_optout',
	nouns: ['contact', 'contacts'],
	recognises: (table) => table.every(isContact),
	layoutOf,
};
