import type { Row, Table } from '../paths';
import { cellText, readerOf } from '../paths';
import { joined, knownColumn, pathIn, readColumn } from './knownColumns';
import { readShopifyConsent } from './shopifyOrders';
import type { ChosenOfStream } from './streamLayout';
import { streamLayout } from './streamLayout';
import type { CustomerRole } from './streamRoles';
import type { StreamSource } from './streamSource';

const readConsent = readShopifyConsent('');

function layoutOf(table: Table, chosen: ChosenOfStream<CustomerRole>) {
	const consent = pathIn(table, 'email_marketing_consent', 'email_marketing_consent.state', 'accepts_marketing');
	return streamLayout<CustomerRole>(
		{
			customer: knownColumn(table, ['id']),
			columns: { date: knownColumn(table, ['updated_at']), since: knownColumn(table, ['created_at']) },
			contacts: {
				email: knownColumn(table, ['email']),
				phone: knownColumn(table, ['phone', 'default_address.phone']),
				name: readColumn(table, 'first_name', joined(readerOf('first_name'), readerOf('last_name'))),
				language: knownColumn(table, ['locale']),
				consent: consent === null ? undefined : { name: consent, read: readConsent },
			},
			needs: [],
		},
		chosen,
	);
}

const isCustomer = (row: Row): boolean =>
	/^gid:\/\/shopify\/Customer\/\d/.test(cellText(row.admin_graphql_api_id)) || ['orders_count', 'total_spent', 'verified_email', 'created_at', 'email'].every((column) => row[column] !== undefined);

/** Customers as Shopify's REST API and its webhooks give them, an item each. */
export const shopifyCustomers: StreamSource<CustomerRole> = {
	id: 'shopifyCustomers',
	title: 'Shopify Customers',
	description: 'The customers of a shop as the API of Shopify gives them, with their consent to be written to',
	nouns: ['customer', 'customers'],
	recognises: (table) => table.every(isCustomer),
	layoutOf,
};
