import type { Table } from '../paths';
import { usageNames } from '../streamColumnNames';
import { columnsAt, contactsBeside, customerIn, dateBeside, pathsOfRoles } from './plainStream';
import type { ChosenOfStream } from './streamLayout';
import { streamLayout } from './streamLayout';
import type { UsageRole } from './streamRoles';
import type { StreamSource } from './streamSource';

function layoutOf(table: Table, chosen: ChosenOfStream<UsageRole>) {
	const paths = pathsOfRoles<UsageRole>(table.paths, usageNames);
	const date = paths.date ?? dateBeside(table, []);
	return streamLayout<UsageRole>(
		{
			customer: customerIn(table),
			columns: columnsAt<UsageRole>({ ...paths, date }),
			contacts: contactsBeside(table, [date, ...Object.values(paths)]),
			needs: ['date'],
		},
		chosen,
	);
}

/** One row an event, or one a day with how many there were, in whatever columns people keep them. */
export const plainUsage: StreamSource<UsageRole> = {
	id: 'plainUsage',
	title: 'Plain Table of Usage',
	description: 'A row an event in the product, or a row a day with how many there were; columns are found by their usual names in English, Ukrainian, Russian and Persian',
	nouns: ['event', 'events'],
	recognises: () => true,
	layoutOf,
};
