import type { LeftOutKind } from '../leftOut';
import type { Row, Table } from '../paths';
import { cellText, isBlank, readerOf } from '../paths';
import { hubspotCustomerColumn } from './hubspotRows';
import { firstOf, isRow, knownColumn, readColumn } from './knownColumns';
import { affirmed } from './stateWords';
import type { ChosenOfStream } from './streamLayout';
import { streamLayout } from './streamLayout';
import type { ContactRowRole } from './streamRoles';
import type { StreamSource } from './streamSource';

const readType = readerOf('engagement.type');
const typeOf = (row: Row): string => cellText(readType(row)).toUpperCase();

/** An e-mail of the customer has a type of its own. Who called is told only by newer calls. */
function startedByCustomer(row: Row): boolean | undefined {
	if (typeOf(row) === 'INCOMING_EMAIL') return true;
	if (typeOf(row) === 'EMAIL') return false;
	return affirmed(readerOf('metadata.direction')(row));
}

const CONTACTS = new Set(['EMAIL', 'INCOMING_EMAIL', 'CALL', 'MEETING', 'SMS', 'WHATS_APP', 'COMMUNICATION', 'CONVERSATION_SESSION', 'LINKEDIN_MESSAGE']);
const readOutcome = firstOf(readerOf('metadata.meetingOutcome'), readerOf('metadata.status'));
const REACHED_NOBODY = new Set(['NO_SHOW', 'NO_ANSWER', 'BUSY', 'FAILED', 'MISSED', 'BOUNCED']);

function leftOut(row: Row): LeftOutKind | null {
	if (!CONTACTS.has(typeOf(row))) return 'noContact';
	const outcome = cellText(readOutcome(row)).toUpperCase().replace(/ /g, '_');
	if (outcome === 'CANCELED' || outcome === 'CANCELLED') return 'cancelled';
	return REACHED_NOBODY.has(outcome) ? 'noContact' : null;
}

const [readSender, readReceiver] = ['metadata.from.email', 'metadata.to[0].email'].map(readerOf);
const addressOf = (row: Row): unknown => (typeOf(row) === 'INCOMING_EMAIL' ? readSender(row) : readReceiver(row));

const readText = firstOf(readerOf('engagement.bodyPreview'), readerOf('metadata.text'), readerOf('metadata.body'));
const readTitle = firstOf(readerOf('metadata.subject'), readerOf('metadata.title'));
const textOf = (row: Row): string => [readTitle(row), readText(row)].filter((part) => !isBlank(part)).map(cellText).join(': ');

const layoutOf = (table: Table, chosen: ChosenOfStream<ContactRowRole>) =>
	streamLayout<ContactRowRole>(
		{
			customer: hubspotCustomerColumn(table),
			columns: {
				date: knownColumn(table, ['engagement.timestamp', 'engagement.createdAt']),
				startedByCustomer: readColumn(table, 'engagement.type', startedByCustomer),
				person: knownColumn(table, ['associations.contactIds[0]']),
				text: readColumn(table, 'metadata.subject', textOf) ?? readColumn(table, 'engagement.bodyPreview', textOf) ?? readColumn(table, 'engagement.type', textOf),
				number: knownColumn(table, ['engagement.id']),
			},
			contacts: { email: readColumn(table, 'metadata.from.email', addressOf) ?? readColumn(table, 'metadata.to[0].email', addressOf), owner: knownColumn(table, ['engagement.ownerId']) },
			leftOut,
			hasGuests: true,
			needs: ['date'],
			meanings: { startedByCustomer: affirmed },
		},
		chosen,
	);

const isEngagement = ({ engagement, associations }: Row): boolean => isRow(engagement) && isRow(associations) && engagement.type !== undefined && engagement.timestamp !== undefined;

/** Engagements as HubSpot's API lists them: e-mails, calls and meetings count; notes and tasks reach nobody. */
export const hubspotEngagements: StreamSource<ContactRowRole> = {
	id: 'hubspotEngagements',
	title: 'HubSpot Engagements',
	description: 'The engagements as the HubSpot node gives them: e-mails, calls and meetings; notes, tasks and calls that nobody answered are left out',
	nouns: ['engagement', 'engagements'],
	recognises: (table) => table.every(isEngagement),
	layoutOf,
};
