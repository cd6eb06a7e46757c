import { findCustomer, firstMatch, withoutNames } from '../columnNames';
import type { Table } from '../paths';
import { customerNames } from '../streamColumnNames';
import { columnsAt, contactsBeside, pathsOfRoles } from './plainStream';
import type { RoleColumn } from './roleColumn';
import { columnAt } from './roleColumn';
import type { ChosenOfStream } from './streamLayout';
import { streamLayout } from './streamLayout';
import type { CustomerRole } from './streamRoles';
import type { StreamSource } from './streamSource';

const DATES = { date: customerNames.date, since: customerNames.since };

/** Names of what a customer belongs to, beside an id of its own. */
const OTHERS = ['companyid', 'company', 'accountid', 'account', 'userid', 'user'];

/** In a list of customers, and only there, a column called `id` is the customer's; but for one that says whose it is. */
function customerIn(table: Table): RoleColumn | undefined {
	const own = findCustomer(withoutNames(table, OTHERS));
	if (own?.kind === 'id') return columnAt(own.path);
	const id = firstMatch(table.paths, customerNames.id);
	if (id !== null) return columnAt(id);
	const found = findCustomer(table);
	if (found?.kind === 'id') return columnAt(found.path);
	return found?.kind === 'name' ? columnAt(found.path) : undefined;
}

function layoutOf(table: Table, chosen: ChosenOfStream<CustomerRole>) {
	const paths = pathsOfRoles<CustomerRole>(table.paths, DATES);
	return streamLayout<CustomerRole>(
		{ customer: customerIn(table), columns: columnsAt(paths), contacts: contactsBeside(table, Object.values(paths)), needs: [] },
		chosen,
	);
}

/** One row a customer, in whatever columns people keep them. */
export const plainCustomers: StreamSource<CustomerRole> = {
	id: 'plainCustomers',
	title: 'Plain Table of Customers',
	description: 'A row a customer, whom to write to and since when; columns are found by their usual names in English, Ukrainian, Russian and Persian',
	nouns: ['customer', 'customers'],
	recognises: () => true,
	layoutOf,
};
