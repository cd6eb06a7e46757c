import { plainContacts } from '../../../boundary/sources/plainContacts';
import { rowsOf, streamRead, tableFrom } from '../../support/sourceFixtures';

const read = rowsOf('sheet_contacts').map((row) => streamRead(plainContacts, [row])[0]);

describe('a plain table of contacts', () => {
	it('has its columns in English', () => expect(read[0]).toEqual({ customer: 'c1', date: '2024-05-01 10:00', startedByCustomer: true, person: 'Uma', text: 'Asked for terms', email: 'uma@example.com' }));
	it('has them in Ukrainian', () => expect(read[1]).toEqual({ customer: 'c1', date: '01.05.2024', startedByCustomer: false, person: 'Ума', text: 'Не зараз' }));
	it('has them in Russian', () => expect(read[2]).toEqual({ customer: 'c1', date: '01.05.2024', startedByCustomer: true, person: 'Ума', text: 'Не сейчас' }));
	it('has them in Persian', () => expect(read[3]).toEqual({ customer: 'c1', date: '۱۴۰۳/۰۲/۱۲', startedByCustomer: true, person: 'اوما', text: 'بعداً' }));

	it('is about the client, and not the colleague who called nor the number of the call', () => {
		const customerOf = (row: Record<string, unknown>) => streamRead(plainContacts, [{ date: '2024-05-01', ...row }])[0];
		expect(customerOf({ user: 'olena@ourfirm.com', client: 'Acme Ltd' })).toMatchObject({ customer: 'Acme Ltd' });
		expect(customerOf({ contact_id: 1, customer_email: 'ann@example.com' })).toEqual({ date: '2024-05-01', email: 'ann@example.com' });
		expect(customerOf({ user_id: 3 })).toMatchObject({ customer: 3 });
	});

	it.each([
		['outcome', 'No answer', 'noContact'], ['result', 'missed', 'noContact'], ['status', 'Busy', 'noContact'], ['call_outcome', 'Left voicemail', 'noContact'],
		['Результат', 'Не відповів', 'noContact'], ['Итог', 'нет ответа', 'noContact'], ['نتیجه', 'بی پاسخ', 'noContact'], ['status', 'cancelled', 'cancelled'], ['status', 'scheduled', 'notDone'],
	])('is left out where "%s" says %s: %s', (column, cell, kind) => expect(streamRead(plainContacts, [{ customer_id: 1, date: '2024-05-01', [column]: cell }])[0]).toBe(kind));

	it('counts where the outcome says that somebody was reached, or a word that is not known', () => {
		for (const outcome of ['Connected', 'asked for terms', '']) expect(streamRead(plainContacts, [{ customer_id: 1, date: '2024-05-01', outcome }])[0]).toMatchObject({ customer: 1 });
	});

	it('lacks a customer or a day', () => {
		expect(plainContacts.layoutOf(tableFrom([{ id: 1, date: '2024-05-01' }]), {})).toEqual({ missing: 'customer' });
		expect(plainContacts.layoutOf(tableFrom([{ customer_id: 1, notes: 'x' }]), {})).toEqual({ missing: 'date' });
	});
});
