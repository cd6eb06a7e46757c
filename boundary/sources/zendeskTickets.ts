import type { LeftOutKind } from '../leftOut';
import type { Row, Table } from '../paths';
import { cellText, readerOf } from '../paths';
import { knownColumn, listIn, readColumn } from './knownColumns';
import type { TicketState } from './stateWords';
import { affirmed, satisfactionOf, saysComplaint, ticketStateOf } from './stateWords';
import type { ChosenOfStream } from './streamLayout';
import { streamLayout } from './streamLayout';
import type { TicketRole } from './streamRoles';
import type { StreamSource } from './streamSource';

const isClosed = ({ status }: Row): boolean => status === 'solved' || status === 'closed';
const readState = (row: Row): TicketState => (isClosed(row) ? 'closed' : 'open');

const readSolvedAt = readerOf('metric_set.solved_at');
const readScore = readerOf('satisfaction_rating.score');

/** A ticket does not say when it was solved; its last change is not before that, so that a past As Of knows nothing too early. */
const readClosedAt = (row: Row): unknown => (isClosed(row) ? (readSolvedAt(row) ?? row.updated_at) : undefined);

/** 1 for good, 0 for bad; `offered` and `unoffered` are no answers. */
const satisfactionIn = (row: Row): number | undefined => {
	const score = cellText(readScore(row)).toLowerCase();
	if (score.startsWith('good')) return 1;
	return score.startsWith('bad') ? 0 : undefined;
};

/** The day of a score is not told either; the last change is not before it. */
const readScoredAt = (row: Row): unknown => (satisfactionIn(row) === undefined ? undefined : row.updated_at);

const tagsOf = (row: Row): string[] => listIn(row.tags).map(cellText).filter((tag) => tag !== '');

/** Tags are in the order of the alphabet: the same ones together are the same topic. Without any, the type. */
const readTopic = (row: Row): string => tagsOf(row).sort().join(', ') || cellText(row.type);

const WENT_WRONG = new Set(['problem', 'incident']);
const isComplaint = (row: Row): boolean => WENT_WRONG.has(cellText(row.type)) || saysComplaint([...tagsOf(row), cellText(row.subject)].join(' '));

const readText = (row: Row): string => [cellText(row.subject), cellText(row.description)].filter((part) => part.trim() !== '').join(': ');

const leftOut = ({ status }: Row): LeftOutKind | null => (status === 'deleted' ? 'deleted' : null);

const layoutOf = (table: Table, chosen: ChosenOfStream<TicketRole>) =>
	streamLayout<TicketRole>(
		{
			customer: knownColumn(table, ['requester_id']),
			columns: {
				date: knownColumn(table, ['created_at']),
				closedAt: readColumn(table, 'updated_at', readClosedAt),
				state: readColumn(table, 'status', readState),
				complaint: readColumn(table, 'type', isComplaint) ?? readColumn(table, 'tags', isComplaint),
				topic: readColumn(table, 'tags', readTopic),
				satisfaction: readColumn(table, 'satisfaction_rating.score', satisfactionIn),
				scoredAt: readColumn(table, 'satisfaction_rating.score', readScoredAt),
				text: readColumn(table, 'description', readText),
				number: knownColumn(table, ['id']),
			},
			contacts: { email: knownColumn(table, ['via.source.from.address', 'requester.email']), name: knownColumn(table, ['via.source.from.name', 'requester.name']) },
			leftOut,
			hasGuests: true,
			needs: ['date'],
			meanings: { state: ticketStateOf, complaint: affirmed, survey: affirmed, satisfaction: satisfactionOf },
		},
		chosen,
	);

const OWN_COLUMNS = ['requester_id', 'submitter_id', 'status', 'created_at', 'via', 'tags'];

/** Tickets as Zendesk's API and its search give them, an item each. */
export const zendeskTickets: StreamSource<TicketRole> = {
	id: 'zendeskTickets',
	title: 'Zendesk Tickets',
	description: 'The tickets as the Zendesk node gives them, with the satisfaction that customers gave',
	nouns: ['ticket', 'tickets'],
	recognises: (table) => table.every((row) => OWN_COLUMNS.every((column) => row[column] !== undefined)),
	layoutOf,
};
