import { plainName } from '../columnNames';
import type { Table } from '../paths';
import { cellText, isBlank, readerOf } from '../paths';
import { ticketNames } from '../streamColumnNames';
import { changedColumn, columnsAt, contactsBeside, customerIn, dateBeside, meaning, pathsOfRoles } from './plainStream';
import type { RoleColumn } from './roleColumn';
import { affirmed, satisfactionOf, ticketStateOf, ticketStateSaid } from './stateWords';
import type { ChosenOfStream } from './streamLayout';
import { streamLayout } from './streamLayout';
import type { TicketRole } from './streamRoles';
import type { StreamSource, UnknownWords } from './streamSource';

/** A request is closed where it says so or says when. */
function stateColumn(state: string | undefined, closedAt: string | undefined): RoleColumn | undefined {
	if (state === undefined) return undefined;
	const readState = readerOf(state);
	const readClosed = closedAt === undefined ? () => undefined : readerOf(closedAt);
	return { name: state, read: (row) => (isBlank(readClosed(row)) ? ticketStateOf(readState(row)) : 'closed') };
}

/** The word of a row's status where it is not known and no day says that the row was closed. */
function unknownState(state: string | undefined, closedAt: string | undefined): UnknownWords | null {
	if (state === undefined) return null;
	const readState = readerOf(state);
	const readClosed = closedAt === undefined ? () => undefined : readerOf(closedAt);
	return { name: state, read: (row) => (isBlank(readState(row)) || ticketStateSaid(readState(row)) !== null || !isBlank(readClosed(row)) ? null : plainName(cellText(readState(row)))) };
}

/** The question of a survey that asks for a recommendation, in whatever words it goes on. */
const ASKS_TO_RECOMMEND = /^(?:howlikely|wouldyourecommend|наскількиймовірно|насколько?вероятно|чиготовівипорекомендувати|готовыливыпорекомендовать|چقدراحتمالدارد)/u;

/** The columns of requests or of answers to a survey, by the names they usually have. */
export function ticketPaths(table: Table): Partial<Record<TicketRole, string>> {
	const paths = pathsOfRoles<TicketRole>(table.paths, ticketNames);
	const nps = paths.nps ?? [...table.paths].sort().find((path) => ASKS_TO_RECOMMEND.test(plainName(path)));
	return { ...paths, nps, date: paths.date ?? dateBeside(table, [paths.closedAt, paths.answeredAt, paths.scoredAt]) };
}

export function ticketLayout(table: Table, chosen: ChosenOfStream<TicketRole>, survey?: RoleColumn) {
	const paths = ticketPaths(table);
	const columns = columnsAt(paths);
	return streamLayout<TicketRole>(
		{
			customer: customerIn(table),
			columns: {
				...columns,
				state: stateColumn(paths.state, chosen.closedAt || paths.closedAt),
				survey: survey ?? meaning(columns.survey, affirmed),
				complaint: meaning(columns.complaint, affirmed),
				satisfaction: meaning(columns.satisfaction, satisfactionOf),
			},
			contacts: contactsBeside(table, Object.values(paths)),
			isNumberShared: true,
			changed: changedColumn(table),
			unknownState: unknownState(chosen.state || paths.state, chosen.closedAt || paths.closedAt),
			needs: ['date'],
			meanings: { state: ticketStateOf, survey: affirmed, complaint: affirmed, satisfaction: satisfactionOf },
		},
		chosen,
	);
}

/** One row a request, in whatever columns people keep them. */
export const plainTickets: StreamSource<TicketRole> = {
	id: 'plainTickets',
	title: 'Plain Table of Tickets',
	description: 'A row a request or a complaint, when it was opened, answered and closed; columns are found by their usual names in English, Ukrainian, Russian and Persian',
	nouns: ['ticket', 'tickets'],
	recognises: () => true,
	layoutOf: (table, chosen) => ticketLayout(table, chosen),
};
