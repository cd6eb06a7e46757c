import type { Row } from '../../../boundary/paths';
import { plainTickets } from '../../../boundary/sources/plainTickets';
import { rowsOf, streamRead, tableFrom } from '../../support/sourceFixtures';

const rows = rowsOf('sheet_tickets');
const readOne = (row: Row) => streamRead(plainTickets, [row])[0];

describe('a plain table of tickets', () => {
	it('has its columns in English', () =>
		expect(readOne(rows[0])).toEqual({
			customer: 'c1', number: 'T-1', date: '2024-05-01 10:00', answeredAt: '2024-05-01 12:00', closedAt: '2024-05-03', state: 'closed', topic: 'delivery', complaint: true, satisfaction: '4', text: 'Late again',
		}));

	it('has them in Ukrainian, the score in words', () => expect(readOne(rows[1])).toEqual({ customer: 'c1', date: '01.05.2024', state: 'open', topic: 'доставка', complaint: true, satisfaction: 0, text: 'Знову пізно' }));

	it('has them in Russian: closed by its day', () => expect(readOne(rows[2])).toEqual({ customer: 'c1', date: '01.05.2024', closedAt: '02.05.2024', state: 'closed', topic: 'доставка', complaint: false, text: 'Спасибо' }));

	it('has them in Persian', () => expect(readOne(rows[3])).toEqual({ customer: 'c1', date: '۱۴۰۳/۰۲/۱۲', state: 'closed', topic: 'ارسال', complaint: true, text: 'باز هم دیر شد' }));

	it.each([['New', 'open'], ['in progress', 'open'], ['whatever', 'open'], ['Solved', 'closed'], ['Done', 'closed'], ['вирішено', 'closed'], ['Решён', 'closed'], ['حل شده', 'closed'], ['در حال بررسی', 'open'], ["Won't fix", 'closed'], ['Closed (no answer)', 'closed'], ['Resolved - no reply', 'closed'], ['Опрацьовано', 'closed'], ['Отвечено', 'closed'], [true, 'closed'], [false, 'open'], ['Closed, then reopened', 'open'], ['No reply yet', 'open'], ['Not resolved', 'open']])('reads %s as %s', (status, state) =>
		expect(readOne({ customer_id: 1, date: '2024-05-01', status })).toMatchObject({ state }),
	);

	it('does not count as a complaint what says neither yes nor no', () => expect(readOne({ customer_id: 1, date: '2024-05-01', complaint: 'perhaps' })).not.toHaveProperty('complaint'));

	it('is about the customer with the address, and not the agent who answers; a user alone is the customer', () => {
		expect(readOne({ user: 'agent7', email: 'ann@example.com', date: '2024-05-01' })).toEqual({ email: 'ann@example.com', date: '2024-05-01' });
		expect(readOne({ user_id: 3, customer_email: 'ann@example.com', date: '2024-05-01' })).toEqual({ email: 'ann@example.com', date: '2024-05-01' });
		expect(readOne({ user_id: 3, date: '2024-05-01' })).toMatchObject({ customer: 3 });
	});

	it('lacks a customer or a day', () => {
		expect(plainTickets.layoutOf(tableFrom([{ id: 1, date: '2024-05-01' }]), {})).toEqual({ missing: 'customer' });
		expect(plainTickets.layoutOf(tableFrom([{ customer_id: 1 }]), {})).toEqual({ missing: 'date' });
		expect(plainTickets.layoutOf(tableFrom([{ customer_id: 1, closed_at: '2024-05-01' }]), {})).toEqual({ missing: 'date' });
	});

	it('is read from the columns that the user chose, by the same words', () =>
		expect(streamRead(plainTickets, [{ who: 7, when: '2024-05-01', how: 'solved', mood: 'bad', angry: 'yes' }], { customer: 'who', date: 'when', state: 'how', satisfaction: 'mood', complaint: 'angry' })[0]).toEqual({
			customer: 7, date: '2024-05-01', state: 'closed', satisfaction: 0, complaint: true,
		}));

	it('has answers among requests: a score without number, subject and status', () => {
		const row = { customer_id: 1, date: '2024-05-01', nps: 7 };
		expect(streamRead(plainTickets, [{ ...row, ticket_id: 5, subject: 'x' }, { ...row, ticket_id: '', subject: '' }])).toMatchObject([{ survey: false, nps: 7 }, { survey: true, nps: 7 }]);
	});

	it.each([['4/5', '4'], ['4 out of 5', '4'], ['4', '4'], [4, 4]])('has a score of %s as %s', (csat, score) => expect(readOne({ customer_id: 1, date: '2024-05-01', csat })).toMatchObject({ satisfaction: score }));

	it.each([['type', 'Complaint', true], ['tags', ['billing', 'скарга'], true], ['topic', 'жалоба на доставку', true], ['category', 'شکایت', true], ['type', 'Question', false]])('knows a complaint by its %s: %s is %s', (column, cell, complaint) =>
		expect(readOne({ customer_id: 1, date: '2024-05-01', [column]: cell })).toMatchObject({ complaint }),
	);
});
