/**
 * What rows of HubSpot have in common
 *
 * Older lists hold each property in an object with its `value`, and times as text of milliseconds; newer ones hold the
 * value itself. Only properties that were asked for are there.
 */
import type { LeftOutKind } from '../leftOut';
import type { Read, Row, Table } from '../paths';
import { readerOf } from '../paths';
import { firstOf, idOfKind, isRow, joined, pathIn } from './knownColumns';
import type { RoleColumn } from './roleColumn';

/** The path of a property's value, in whichever shape the list has; null where no row has it. */
export const propertyPath = (table: Table, ...names: readonly string[]): string | null =>
	pathIn(table, ...names.flatMap((name) => [`properties.${name}.value`, `properties.${name}`]));

/** Reads a property in either shape. */
export const readProperty = (name: string): Read => {
	const read = readerOf(`properties.${name}`);
	return (row) => {
		const property = read(row);
		return isRow(property) ? property.value : property;
	};
};

/** A property's column, the first of several that some row has; `turned` makes of a cell what the role means by it. */
export function propertyColumn(table: Table, names: readonly string[], turned: (cell: unknown) => unknown = (cell) => cell): RoleColumn | undefined {
	const there = names.filter((name) => propertyPath(table, name) !== null);
	if (there.length === 0) return undefined;
	const read = firstOf(...there.map(readProperty));
	return { name: propertyPath(table, there[0])!, read: (row) => turned(read(row)) };
}

/** A person's name, in two properties. */
export const nameProperties = (table: Table): RoleColumn | undefined => {
	const path = propertyPath(table, 'firstname', 'lastname');
	return path === null ? undefined : { name: path, read: joined(readProperty('firstname'), readProperty('lastname')) };
};

/** Where lists name the contacts, and the companies, that belong to a row. */
const CONTACTS = ['associations.associatedVids[0]', 'associations.contactIds[0]', 'associations.contacts.results[0].id', 'properties.hs_primary_contact_id'];
const COMPANIES = ['associations.associatedCompanyIds[0]', 'associations.companyIds[0]', 'associations.companies.results[0].id', 'properties.hs_primary_associated_company.value', 'properties.hs_primary_associated_company'];

export interface HubspotCustomer {
	/** The column of the customer's id. */
	readonly path: string;
	/** What that column names: 101 for a contact, `company 101` for a company. */
	readonly read: Read;
	/** What names a row's customer where that column does not; null where nothing does. */
	readonly otherwise: RoleColumn | null;
}

/**
 * Who the customer of a row is: the contact, as HubSpot's lists of contacts name no company unless they are asked to;
 * where a row has none, its company, which is always told apart from contacts of the same number
 */
export function hubspotCustomer(table: Table): HubspotCustomer | null {
	const [contact, company] = [pathIn(table, ...CONTACTS), pathIn(table, ...COMPANIES)];
	const ofCompany = company === null ? null : { name: company, read: idOfKind('company', readerOf(company)) };
	if (contact !== null) return { path: contact, read: readerOf(contact), otherwise: ofCompany };
	return ofCompany && { path: ofCompany.name, read: ofCompany.read, otherwise: null };
}

/** The customer's column of a stream. */
export function hubspotCustomerColumn(table: Table): RoleColumn | undefined {
	const customer = hubspotCustomer(table);
	if (customer === null) return undefined;
	const { path, read, otherwise } = customer;
	return { name: path, read: otherwise ? firstOf(read, otherwise.read) : read };
}

/** Rows in HubSpot's waste basket. */
export const deletedInHubspot = (row: Row): LeftOutKind | null => (row.isDeleted === true || row.archived === true ? 'deleted' : null);
