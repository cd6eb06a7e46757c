import { streamRecognising } from '../../../boundary/activity/streamRecognising';
import type { ActivityStreamId } from '../../../domain/activity/customerActivity';
import { readText } from '../../support/files.cjs';

const recognised = (id: ActivityStreamId, items: ReadonlyArray<{ json: Record<string, unknown> }>) => streamRecognising({ id, input: 0, items, source: 'automatic', columns: {} });
const fixture = (name: string) => (JSON.parse(readText(`test/fixtures/${name}.json`)) as { items: Array<{ json: Record<string, unknown> }> }).items;

describe('rows on the wrong input', () => {
	it('are known for HubSpot contacts, which belong into Customers and not into Contacts', () => {
		expect(recognised('contacts', fixture('hubspot_contacts'))).toEqual({ id: 'customers', source: 'HubSpot Contacts' });
	});

	it('are known for Zendesk tickets on the input of purchases', () => {
		expect(recognised('purchases', fixture('zendesk_tickets'))).toEqual({ id: 'tickets', source: 'Zendesk Tickets' });
	});

	it('are of no other stream where a plain table could be of any', () => expect(recognised('contacts', [{ json: { what: 'tea', when: '2024-05-01' } }])).toBeNull());
});
