import { hubspotContacts } from '../../../boundary/sources/hubspotContacts';
import { rowsOf, streamRead } from '../../support/sourceFixtures';

describe('HubSpot contacts', () => {
	it('of a list have the primary address among their identities, or the property that was asked for', () =>
		expect(streamRead(hubspotContacts, rowsOf('hubspot_contacts'))).toEqual([
			{ customer: 101, date: '1714557600000', name: 'Ann Keller', email: 'ann@example.com' },
			{ customer: 102, date: '1714644000000', since: '1651485600000', email: 'bo@example.com', phone: '+49170555', name: 'Bo', owner: '77', language: 'de', consent: false },
			{ customer: 103, date: '1714730400000' },
		]));

	it('of a search are read from properties that are no objects; archived ones are left out', () =>
		expect(streamRead(hubspotContacts, rowsOf('hubspot_contacts_search'))).toEqual([{ customer: '101', date: '2024-05-01T10:00:00Z', since: '2023-05-01T10:00:00Z', email: 'ann@example.com', name: 'Ann Keller' }, 'deleted']));

	it('as the node gives them without asking came when they were added', () => expect(streamRead(hubspotContacts, rowsOf('hubspot_contacts').slice(0, 1))[0]).toMatchObject({ since: 1682935200000, email: 'ann@example.com' }));
});
