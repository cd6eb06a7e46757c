import { pipedrivePersons } from '../../../boundary/sources/pipedrivePersons';
import { rowsOf, streamRead } from '../../support/sourceFixtures';

const times = { date: '2024-05-01T10:00:00Z', since: '2023-01-01T10:00:00Z' };

describe('Pipedrive persons', () => {
	it('of one organisation are one customer, at their primary addresses; nobody is written to who objected', () =>
		expect(streamRead(pipedrivePersons, rowsOf('pipedrive_persons'))).toEqual([
			{ customer: 'organization 40', ...times, email: 'uma@example.com', phone: '+380445550001', name: 'Uma Rao', owner: 'Ida Sales', consent: true },
			{ customer: 'organization 40', ...times, date: '2024-05-02T10:00:00Z', email: 'vic@example.com', name: 'Vic Rao', owner: 'Ida Sales', consent: false },
			{ customer: 'person 40', ...times, email: 'wim@example.com', name: 'Wim Solo', owner: 'Ida Sales', consent: true },
			'deleted',
		]));

	it('of the newer version, none of an organisation, are customers themselves', () =>
		expect(streamRead(pipedrivePersons, rowsOf('pipedrive_persons_v2'))).toEqual([{ customer: 'person 12', ...times, email: 'uma@example.com', phone: '+380445550001', name: 'Uma Rao', owner: 3 }]));
});
