import { COLLEAGUE_NAMES, firstMatch, plainName } from '../columnNames';
import { toAsciiDigits } from '../digits';
import type { Table } from '../paths';
import { cellText, isBlank, readerOf } from '../paths';
import { ticketNames } from '../streamColumnNames';
import { changedColumn, columnsAt, contactsBeside, customerIn, dateBeside, meaning, pathsOfRoles } from './plainStream';
import type { RoleColumn } from './roleColumn';
import { affirmed, satisfactionOf, saysComplaint, scoreIn, ticketStateOf, ticketStateSaid } from './stateWords';
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

const SCORE_NAMES = ['score', 'бал', 'балл', 'نمره'];
const SUBJECTS = ['subject', 'title', 'тема', 'тема звернення', 'тема обращения', 'موضوع'].map(plainName);
/** Numbers that name an answer or any row, and not a request. */
const NO_TICKET_NUMBERS = new Set(['id', 'responseid']);
const ANSWERS = new Set(['promoter', 'passive', 'detractor', 'промоутер', 'нейтрал', 'критик', 'детрактор']);

/** Whether a column says something, and nothing but what passes. */
function saysOnly({ every }: Table, path: string, passes: (cell: unknown) => boolean): boolean {
	const read = readerOf(path);
	return every((row) => isBlank(read(row)) || passes(read(row))) && !every((row) => isBlank(read(row)));
}

const isScore = (most: number) => (cell: unknown): boolean => {
	const score = typeof cell === 'object' || typeof cell === 'boolean' ? NaN : Number(toAsciiDigits(cellText(scoreIn(cell))));
	return score >= 0 && score <= most;
};

/** What makes a row a request and no answer to a survey: its number, its subject, its status. */
function signsOfRequest(table: Table, { number, state }: Partial<Record<TicketRole, string>>): string[] {
	const subject = table.paths.filter((path) => SUBJECTS.includes(plainName(path)));
	return [...subject, state, number !== undefined && NO_TICKET_NUMBERS.has(plainName(number)) ? undefined : number].filter((path) => path !== undefined);
}

/** The roles of a column "score" from 0 to 10 in a table of no requests: above 5 it asks for a recommendation. */
function scoreRole(table: Table, paths: Partial<Record<TicketRole, string>>): Partial<Record<TicketRole, string>> {
	const score = firstMatch(table.paths, SCORE_NAMES);
	const isAsked = score !== null && !paths.nps && !paths.satisfaction && signsOfRequest(table, paths).length === 0;
	if (!isAsked || !saysOnly(table, score, isScore(10))) return {};
	return saysOnly(table, score, isScore(5)) ? { satisfaction: score } : { nps: score };
}

/** The columns of requests or of answers to a survey, by the names they usually have. */
export function ticketPaths(table: Table): Partial<Record<TicketRole, string>> {
	const named = pathsOfRoles<TicketRole>(table.paths, ticketNames);
	const isState = named.state !== undefined && !saysOnly(table, named.state, (cell) => ANSWERS.has(plainName(cellText(cell))));
	const nps = named.nps ?? [...table.paths].sort().find((path) => ASKS_TO_RECOMMEND.test(plainName(path)));
	const paths = { ...named, nps, state: isState ? named.state : undefined };
	return { ...paths, ...scoreRole(table, paths), date: paths.date ?? dateBeside(table, [paths.closedAt, paths.answeredAt, paths.scoredAt]) };
}

/** Whether the rows are answers to a survey: a score, and nothing that only requests have. */
export function areAnswers(table: Table): boolean {
	const paths = ticketPaths(table);
	const isScored = paths.nps !== undefined || (paths.satisfaction !== undefined && SCORE_NAMES.includes(plainName(paths.satisfaction)));
	return isScored && paths.date !== undefined && paths.closedAt === undefined && paths.answeredAt === undefined && signsOfRequest(table, paths).length === 0;
}

/** An answer among requests: a row with a score from 0 to 10 that has neither number nor subject nor status. */
function answersAmong(table: Table, paths: Partial<Record<TicketRole, string>>, chosen: ChosenOfStream<TicketRole>): RoleColumn | undefined {
	const nps = chosen.nps || paths.nps;
	if (nps === undefined) return undefined;
	const readers = signsOfRequest(table, { number: chosen.number || paths.number, state: chosen.state || paths.state }).map(readerOf);
	const read = readerOf(nps);
	return readers.length === 0 ? undefined : { name: nps, read: (row) => !isBlank(read(row)) && readers.every((each) => isBlank(each(row))) };
}

const TOPIC_NAMES = new Set<string>(ticketNames.topic);

/** A complaint by its column; without one, by the words of its type, topic and tags. */
function complaintColumn({ paths }: Table, complaint: RoleColumn | undefined): RoleColumn | undefined {
	if (complaint) return meaning(complaint, affirmed);
	const topics = paths.filter((path) => TOPIC_NAMES.has(plainName(path))).sort();
	if (topics.length === 0) return undefined;
	const readers = topics.map(readerOf);
	const words = (cell: unknown): string => (Array.isArray(cell) ? cell.map(cellText).join(' ') : cellText(cell));
	return { name: topics[0], read: (row) => (readers.every((read) => isBlank(read(row))) ? undefined : saysComplaint(readers.map((read) => words(read(row))).join(' '))) };
}

export function ticketLayout(table: Table, chosen: ChosenOfStream<TicketRole>, survey?: RoleColumn) {
	const paths = ticketPaths(table);
	const columns = columnsAt(paths);
	return streamLayout<TicketRole>(
		{
			customer: customerIn(table, COLLEAGUE_NAMES),
			columns: {
				...columns,
				state: stateColumn(paths.state, chosen.closedAt || paths.closedAt),
				survey: survey ?? meaning(columns.survey, affirmed) ?? answersAmong(table, paths, chosen),
				complaint: complaintColumn(table, columns.complaint),
				satisfaction: meaning(columns.satisfaction, satisfactionOf),
				nps: meaning(columns.nps, scoreIn),
			},
			contacts: contactsBeside(table, Object.values(paths)),
			isNumberShared: true,
			changed: changedColumn(table),
			unknownState: unknownState(chosen.state || paths.state, chosen.closedAt || paths.closedAt),
			needs: ['date'],
			meanings: { state: ticketStateOf, survey: affirmed, complaint: affirmed, satisfaction: satisfactionOf, nps: scoreIn },
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
