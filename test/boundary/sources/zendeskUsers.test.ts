import { zendeskUsers } from '../../../boundary/sources/zendeskUsers';
import { rowsOf, streamRead } from '../../support/sourceFixtures';

const about = { date: '2024-05-01T10:00:00Z', since: '2023-03-01T10:00:00Z', language: 'uk', zone: 'Europe/Kyiv' };

describe('Zendesk users', () => {
	it('say whom to write to, when it is day there and in which language; agents and deleted ones are left out', () =>
		expect(streamRead(zendeskUsers, rowsOf('zendesk_users'))).toEqual([
			{ customer: 3001, ...about, email: 'ann@example.com', name: 'Ann Keller' },
			'staff',
			{ customer: 3002, ...about, phone: '+380505550102', name: '+380505550102' },
			'deleted',
		]));
});
