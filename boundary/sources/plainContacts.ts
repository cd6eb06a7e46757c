import type { Table } from '../paths';
import { contactRowNames } from '../streamColumnNames';
import { changedColumn, columnsAt, contactsBeside, customerIn, dateBeside, meaning, pathsOfRoles } from './plainStream';
import { affirmed } from './stateWords';
import type { ChosenOfStream } from './streamLayout';
import { streamLayout } from './streamLayout';
import type { ContactRowRole } from './streamRoles';
import type { StreamSource } from './streamSource';

function layoutOf(table: Table, chosen: ChosenOfStream<ContactRowRole>) {
	const customer = customerIn(table);
	const paths = pathsOfRoles<ContactRowRole>(table.paths.filter((path) => path !== customer?.name), contactRowNames);
	const date = paths.date ?? dateBeside(table, []);
	const columns = columnsAt<ContactRowRole>({ ...paths, date });
	return streamLayout<ContactRowRole>(
		{
			customer,
			columns: { ...columns, startedByCustomer: meaning(columns.startedByCustomer, affirmed) },
			contacts: contactsBeside(table, [date, ...Object.values(paths)]),
			isNumberShared: true,
			changed: changedColumn(table),
			needs: ['date'],
			meanings: { startedByCustomer: affirmed },
		},
		chosen,
	);
}

/** One row a call, a meeting or a message, in whatever columns people keep them. */
export const plainContacts: StreamSource<ContactRowRole> = {
	id: 'plainContacts',
	title: 'Plain Table of Contacts',
	description: 'A row a call, a meeting or a message, and with whom; columns are found by their usual names in English, Ukrainian, Russian and Persian',
	nouns: ['contact', 'contacts'],
	recognises: () => true,
	layoutOf,
};
