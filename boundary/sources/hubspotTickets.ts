import type { Row, Table } from '../paths';
import { cellText, isBlank } from '../paths';
import { deletedInHubspot, hubspotCustomerColumn, propertyColumn, propertyPath, readProperty } from './hubspotRows';
import { isRow, knownColumn } from './knownColumns';
import type { RoleColumn } from './roleColumn';
import type { TicketState } from './stateWords';
import { affirmed, satisfactionOf, saysComplaint, ticketStateOf } from './stateWords';
import type { ChosenOfStream } from './streamLayout';
import { streamLayout } from './streamLayout';
import type { TicketRole } from './streamRoles';
import type { StreamSource } from './streamSource';

const [readClosed, readStage, readCategory, readSubject, readContent] = ['closed_date', 'hs_pipeline_stage', 'hs_ticket_category', 'subject', 'content'].map(readProperty);

/** The last of the four stages that every HubSpot begins with; stages of one's own are known by the day of closing only. */
const CLOSED_STAGE = '4';

const readState = (row: Row): TicketState => {
	if (!isBlank(readClosed(row)) || cellText(readStage(row)) === CLOSED_STAGE) return 'closed';
	return ticketStateOf(readStage(row));
};

const textOf = (row: Row): string => [readSubject(row), readContent(row)].map(cellText).filter((part) => part.trim() !== '').join(': ');
const isComplaint = (row: Row): boolean => saysComplaint(`${cellText(readCategory(row))} ${cellText(readSubject(row))}`);

/** Several addresses, separated by semicolons: the first is the customer's. */
const firstAddress = (cell: unknown): string => cellText(cell).split(';')[0].trim();

function layoutOf(table: Table, chosen: ChosenOfStream<TicketRole>) {
	const from = (name: string, read: RoleColumn['read']): RoleColumn | undefined => {
		const path = propertyPath(table, name);
		return path === null ? undefined : { name: path, read };
	};
	return streamLayout<TicketRole>(
		{
			customer: hubspotCustomerColumn(table),
			columns: {
				date: propertyColumn(table, ['createdate']) ?? knownColumn(table, ['createdAt']),
				closedAt: propertyColumn(table, ['closed_date']),
				answeredAt: propertyColumn(table, ['first_agent_reply_date']),
				state: from('hs_pipeline_stage', readState) ?? from('closed_date', readState),
				complaint: from('hs_ticket_category', isComplaint) ?? from('subject', isComplaint),
				topic: propertyColumn(table, ['hs_ticket_category']),
				text: from('subject', textOf) ?? from('content', textOf),
				number: knownColumn(table, ['objectId', 'id']),
			},
			contacts: { email: propertyColumn(table, ['hs_all_associated_contact_emails'], firstAddress), owner: propertyColumn(table, ['hubspot_owner_id']) },
			leftOut: deletedInHubspot,
			hasGuests: true,
			needs: ['date'],
			meanings: { state: ticketStateOf, complaint: affirmed, survey: affirmed, satisfaction: satisfactionOf },
		},
		chosen,
	);
}

/** Properties that only tickets have. */
const OWN_PROPERTIES = ['hs_pipeline_stage', 'hs_ticket_category', 'hs_ticket_priority'];

const isTicket = (row: Row): boolean => {
	if (row.objectType === 'TICKET') return row.objectId !== undefined;
	const { properties } = row;
	return row.id !== undefined && isRow(properties) && OWN_PROPERTIES.some((name) => name in properties) && !('dealstage' in properties);
};

/** Tickets as HubSpot's lists and its search give them, an item each. */
export const hubspotTickets: StreamSource<TicketRole> = {
	id: 'hubspotTickets',
	title: 'HubSpot Tickets',
	description: 'The tickets as the HubSpot node gives them; ask it for createdate, closed_date, subject, hs_pipeline_stage and hs_all_associated_contact_emails',
	nouns: ['ticket', 'tickets'],
	recognises: (table) => table.every(isTicket),
	layoutOf,
};
