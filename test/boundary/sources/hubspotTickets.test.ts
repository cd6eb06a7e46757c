import { hubspotTickets } from '../../../boundary/sources/hubspotTickets';
import { rowsOf, streamRead, tableFrom } from '../../support/sourceFixtures';

const read = streamRead(hubspotTickets, rowsOf('hubspot_tickets'));

describe('HubSpot tickets', () => {
	it('of a list have their contact, days and topic', () =>
		expect(read[0]).toEqual({
			customer: 101, date: '1706781600000', closedAt: '1706954400000', answeredAt: '1706788800000', state: 'closed', complaint: false, topic: 'PRODUCT_ISSUE', text: 'Cannot log in: Since Monday.', number: 801, owner: '77',
		}));

	it('are open without a day of closing, and complain by their words', () => expect(read[1]).toMatchObject({ state: 'open', complaint: true, topic: 'BILLING_ISSUE' }));

	it('without a contact are known by the first address', () => {
		expect(read[2]).toMatchObject({ email: 'dee@example.com', state: 'open' });
		expect(read[2]).not.toHaveProperty('customer');
	});

	it('of the last stage are closed; those deleted are left out', () => expect([read[3], read[4]]).toEqual([expect.objectContaining({ state: 'closed', customer: 102 }), 'deleted']));

	it('of the newer API are read from properties that are no objects', () =>
		expect(streamRead(hubspotTickets, rowsOf('hubspot_tickets_search'))).toMatchObject([
			{ customer: '101', date: '2024-02-01T10:00:00.000Z', state: 'open', number: '811' },
			{ customer: '102', closedAt: '2024-02-04T10:00:00Z', state: 'closed' },
		]));

	it('lack what HubSpot was not asked for', () => expect(hubspotTickets.layoutOf(tableFrom([{ objectType: 'TICKET', objectId: 1, portalId: 1, isDeleted: false, properties: {} }]), {})).toEqual({ missing: 'customer' }));
});
