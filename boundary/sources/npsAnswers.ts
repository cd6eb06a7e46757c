import type { RoleColumn } from './roleColumn';
import { areAnswers, ticketLayout, ticketPaths } from './plainTickets';
import type { TicketRole } from './streamRoles';
import type { StreamSource } from './streamSource';

/** Every row of such a table is an answer. */
const surveyNamed = (name: string): RoleColumn => ({ name, read: () => true });

/** Answers to a survey that asks for a recommendation from 0 to 10, a row each, as people keep them in a sheet. */
export const npsAnswers: StreamSource<TicketRole> = {
	id: 'npsAnswers',
	title: 'NPS Answers',
	description: 'A row an answer to "would you recommend us?" from 0 to 10, as a sheet has it; these are no requests',
	nouns: ['answer', 'answers'],
	recognises: areAnswers,
	layoutOf(table, chosen) {
		const name = chosen.nps || (ticketPaths(table).nps ?? ticketPaths(table).satisfaction);
		return ticketLayout(table, chosen, name === undefined ? undefined : surveyNamed(name));
	},
};
