import { zendeskTickets } from '../../../boundary/sources/zendeskTickets';
import { rowsOf, streamLayoutOf, streamRead } from '../../support/sourceFixtures';

const rows = rowsOf('zendesk_tickets');
const read = streamRead(zendeskTickets, rows);

describe('Zendesk tickets', () => {
	it('that are solved were closed by their last change, and scored by then', () =>
		expect(read[0]).toEqual({
			customer: 3001, date: '2024-01-10T09:00:00Z', closedAt: '2024-01-12T15:00:00Z', state: 'closed', complaint: false, topic: 'export, how_to', satisfaction: 1, scoredAt: '2024-01-12T15:00:00Z', text: 'How do I export?: I cannot find it.', number: 1,
		}));

	it('that are open have no end, and an incident is a complaint', () => {
		expect(read[1]).toEqual({ customer: 3001, date: '2024-06-10T09:00:00Z', state: 'open', complaint: true, topic: 'start', text: 'It does not start: Again.', number: 2, email: 'ann@example.com', name: 'Ann Keller' });
	});

	it('say bad as 0; what was only offered is no score', () => {
		expect(read[2]).toMatchObject({ satisfaction: 0, scoredAt: '2024-02-20T09:00:00Z' });
		for (const row of [1, 6]) expect(read[row]).not.toHaveProperty('satisfaction');
		expect(read[6]).not.toHaveProperty('scoredAt');
	});

	it('of every other status are open', () => expect([3, 4, 6].map((row) => read[row])).toMatchObject([{ state: 'open' }, { state: 'open' }, { state: 'open' }]));

	it('complain by their tags and subjects, in any of four languages', () => expect([3, 4, 6].map((row) => (read[row] as { complaint: boolean }).complaint)).toEqual([false, true, true]));

	it('that were deleted are left out', () => expect(read[5]).toBe('deleted'));

	it('with their metrics know when they were solved', () => expect(read[7]).toMatchObject({ closedAt: '2024-05-08T09:00:00Z' }));

	it('do not say when they were answered', () => expect(streamLayoutOf(zendeskTickets, rows).columns.answeredAt).toBeUndefined());
});
