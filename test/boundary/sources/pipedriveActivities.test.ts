import { pipedriveActivities } from '../../../boundary/sources/pipedriveActivities';
import { rowsOf, streamRead } from '../../support/sourceFixtures';

const read = streamRead(pipedriveActivities, rowsOf('pipedrive_activities'));

describe('Pipedrive activities', () => {
	it('are of the organisation, with the person there, in UTC', () => expect(read[0]).toEqual({ customer: 'organization 40', date: '2024-05-01T23:30:00Z', person: 'Uma Rao', text: 'call 1', number: 1, name: 'Rao Mills', owner: 'Ida Sales' }));

	it('have notes without the marks of a browser', () => expect(read[1]).toMatchObject({ customer: 'organization 40', person: 'Vic Rao', text: 'meeting 2: Wants a discount' }));

	it('without a time are of a day', () => expect(read[2]).toMatchObject({ date: '2024-05-11' }));

	it('that are planned, reach nobody or were deleted are left out', () => expect([3, 4, 5].map((row) => read[row])).toEqual(['notDone', 'noContact', 'deleted']));

	it('done before their day took place when they were done', () => expect(read[6]).toMatchObject({ date: '2024-05-20T09:15:00Z' }));

	it('of a person without an organisation are told apart from organisations of that number', () => expect(read[7]).toMatchObject({ customer: 'person 40', person: 'Wim Solo' }));

	it('of the newer version, none of an organisation, are of persons, told apart all the same', () =>
		expect(streamRead(pipedriveActivities, rowsOf('pipedrive_activities_v2'))).toEqual([{ customer: 'person 12', date: '2024-05-01T23:30:00Z', person: 12, text: 'call 1', number: 1, owner: 3 }, 'notDone']));
});
