import { hubspotEngagements } from '../../../boundary/sources/hubspotEngagements';
import { rowsOf, streamRead } from '../../support/sourceFixtures';

const rows = rowsOf('hubspot_engagements');
const read = streamRead(hubspotEngagements, rows);

describe('HubSpot engagements', () => {
	it('know who began an e-mail and who was written to', () =>
		expect([read[0], read[1]]).toEqual([
			{ customer: 101, date: 1714557600000, startedByCustomer: false, person: 101, text: 'Your renewal: Hello Ann', number: 1, email: 'ann@example.com', owner: 77 },
			{ customer: 101, date: 1714644000000, startedByCustomer: true, person: 101, text: 'Re: Your renewal: Not now', number: 2, email: 'ann@example.com', owner: 77 },
		]));

	it('do not know who began a call or a meeting, unless the call says so', () => {
		expect([read[2], read[4]]).toMatchObject([{ person: 102, text: 'Asked for a discount' }, { person: 102, text: 'Review: Went well' }]);
		for (const row of [2, 4]) expect(read[row]).not.toHaveProperty('startedByCustomer');
		expect(streamRead(hubspotEngagements, [{ ...rows[2], metadata: { direction: 'INBOUND' } }])[0]).toMatchObject({ startedByCustomer: true });
	});

	it('that reached nobody are left out: unanswered calls, notes, tasks, meetings that were cancelled', () => expect([3, 5, 6, 7].map((row) => read[row])).toEqual(['noContact', 'cancelled', 'noContact', 'noContact']));

	it('of a company only are told apart from contacts of that number', () => expect(read[8]).toEqual({ customer: 'company 101', date: 1715248800000, number: 9, owner: 77 }));
});
