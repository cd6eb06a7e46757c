import type { LeftOutKind } from '../leftOut';
import type { Row, Table } from '../paths';
import { readerOf } from '../paths';
import { joined, knownColumn, readColumn, saidInUtc } from './knownColumns';
import type { ChosenOfStream } from './streamLayout';
import { streamLayout } from './streamLayout';
import type { CustomerRole } from './streamRoles';
import type { StreamSource } from './streamSource';

/** Who runs the shop buys in it to try it out. */
const STAFF = new Set<unknown>(['administrator', 'shop_manager', 'editor', 'author']);
const leftOut = ({ role }: Row): LeftOutKind | null => (STAFF.has(role) ? 'staff' : null);

/** A date of UTC, which does not say so, before the shop's own. */
const dateOf = (table: Table, name: string) => knownColumn(table, [`${name}_gmt`], saidInUtc) ?? knownColumn(table, [name]);

const layoutOf = (table: Table, chosen: ChosenOfStream<CustomerRole>) =>
	streamLayout<CustomerRole>(
		{
			customer: knownColumn(table, ['id']),
			columns: { date: dateOf(table, 'date_modified'), since: dateOf(table, 'date_created') },
			contacts: {
				email: knownColumn(table, ['email', 'billing.email']),
				phone: knownColumn(table, ['billing.phone']),
				name: readColumn(table, 'first_name', joined(readerOf('first_name'), readerOf('last_name'))),
			},
			leftOut,
			needs: [],
		},
		chosen,
	);

const OWN_COLUMNS = ['id', 'email', 'role', 'username', 'is_paying_customer', 'billing'];

/** Customers as WooCommerce's REST API gives them, an item each. */
export const wooCommerceCustomers: StreamSource<CustomerRole> = {
	id: 'wooCommerceCustomers',
	title: 'WooCommerce Customers',
	description: 'The customers of a shop as the WooCommerce node gives them; who runs the shop is left out',
	nouns: ['customer', 'customers'],
	recognises: (table) => table.every((row) => OWN_COLUMNS.every((column) => row[column] !== undefined)),
	layoutOf,
};
