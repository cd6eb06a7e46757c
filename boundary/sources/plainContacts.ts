import { COLLEAGUE_NAMES, firstMatch } from '../columnNames';
import type { LeftOutKind } from '../leftOut';
import type { Row, Table } from '../paths';
import { readerOf } from '../paths';
import { contactRowNames } from '../streamColumnNames';
import { changedColumn, columnsAt, contactsBeside, customerIn, dateBeside, meaning, pathsOfRoles } from './plainStream';
import { affirmed, contactLeftOutBy } from './stateWords';
import type { ChosenOfStream } from './streamLayout';
import { streamLayout } from './streamLayout';
import type { ContactRowRole } from './streamRoles';
import type { StreamSource } from './streamSource';

const OUTCOME_NAMES = [
	'outcome', 'calloutcome', 'meetingoutcome', 'result', 'callresult', 'callstatus', 'disposition', 'status', 'state',
	'результат', 'результатдзвінка', 'підсумок', 'статус', 'стан', 'результатзвонка', 'итог', 'состояние', 'نتیجه', 'نتیجهتماس', 'وضعیت',
];

/** A contact whose outcome says that it reached nobody, was cancelled or is only planned is left out; any other counts. */
function leftOutByOutcome({ paths }: Table, taken: readonly string[]): ((row: Row) => LeftOutKind | null) | null {
	const path = firstMatch(paths.filter((each) => !taken.includes(each)), OUTCOME_NAMES);
	if (path === null) return null;
	const read = readerOf(path);
	return (row) => contactLeftOutBy(read(row));
}

function layoutOf(table: Table, chosen: ChosenOfStream<ContactRowRole>) {
	const customer = customerIn(table, [...COLLEAGUE_NAMES, 'contactid']);
	const paths = pathsOfRoles<ContactRowRole>(table.paths.filter((path) => path !== customer?.name), contactRowNames);
	const date = paths.date ?? dateBeside(table, []);
	const columns = columnsAt<ContactRowRole>({ ...paths, date });
	return streamLayout<ContactRowRole>(
		{
			customer,
			columns: { ...columns, startedByCustomer: meaning(columns.startedByCustomer, affirmed) },
			contacts: contactsBeside(table, [date, ...Object.values(paths)]),
			leftOut: leftOutByOutcome(table, Object.values(paths)),
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
