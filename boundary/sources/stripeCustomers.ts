import type { Row, Table } from '../paths';
import { knownColumn, listIn } from './knownColumns';
import type { ChosenOfStream } from './streamLayout';
import { streamLayout } from './streamLayout';
import type { CustomerRole } from './streamRoles';
import type { StreamSource } from './streamSource';
import { onPage, recognisesStripe, testsAmongOthers, warningsOnStripe } from './stripeObjects';

function layoutOf(table: Table, chosen: ChosenOfStream<CustomerRole>) {
	const isTest = testsAmongOthers(table);
	return streamLayout<CustomerRole>(
		{
			customer: knownColumn(table, ['id']),
			columns: { since: knownColumn(table, ['created']) },
			contacts: {
				email: knownColumn(table, ['email']),
				phone: knownColumn(table, ['phone']),
				name: knownColumn(table, ['name', 'description']),
				language: knownColumn(table, ['preferred_locales'], (locales) => listIn(locales)[0]),
			},
			leftOut: (row: Row) => {
				if (row.deleted === true) return 'deleted';
				return isTest(row) ? 'test' : null;
			},
			needs: [],
		},
		chosen,
	);
}

/** Customers as Stripe's API lists them: an item each as the Stripe node gives them, or pages with `data`. */
export const stripeCustomers: StreamSource<CustomerRole> = {
	id: 'stripeCustomers',
	title: 'Stripe Customers',
	description: 'The customers as the Stripe node gives them, pages or an item each',
	nouns: ['customer', 'customers'],
	recognises: recognisesStripe('customer'),
	entriesOf: onPage,
	layoutOf,
	warningsOn: warningsOnStripe,
};
