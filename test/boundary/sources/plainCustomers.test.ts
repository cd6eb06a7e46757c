import { plainCustomers } from '../../../boundary/sources/plainCustomers';
import { rowsOf, streamLayoutOf, streamRead, tableFrom } from '../../support/sourceFixtures';

const read = rowsOf('sheet_customers').map((row) => streamRead(plainCustomers, [row])[0]);

describe('a plain table of customers', () => {
	it('has its columns in English, and there the id is the customer', () =>
		expect(read[0]).toEqual({ customer: 7, date: '2024-05-01', since: '2023-01-01', email: 'ann@example.com', phone: '4930555010', name: 'Ann Keller', owner: 'Ida', language: 'de', zone: 'Europe/Berlin', consent: true }));
	it('has them in Ukrainian', () => expect(read[1]).toEqual({ customer: 'c1', since: '01.01.2023', email: 'olena@example.com', phone: 380501112233, name: 'Олена Коваль', owner: 'Іда', consent: true }));
	it('has them in Russian', () => expect(read[2]).toEqual({ customer: 'c1', since: '01.01.2023', email: 'elena@example.com', name: 'Елена Коваль', owner: 'Ида', consent: true }));
	it('has them in Persian, a name in two columns', () => expect(read[3]).toEqual({ customer: 'c1', since: '۱۴۰۱/۱۰/۱۱', email: 'zahra@example.com', name: 'زهرا محمدی', owner: 'آیدا', consent: true }));

	it('prefers an id of the customer to the id of the row', () => expect(streamLayoutOf(plainCustomers, [{ id: 1, customer_id: 'c1', email: 'ann@example.com' }]).customer?.name).toBe('customer_id'));

	it('prefers the id of the row to that of a company or an account, which several share, and takes those where there is none', () => {
		const nameOf = (row: Record<string, unknown>) => streamLayoutOf(plainCustomers, [row]).customer?.name;
		expect(nameOf({ id: 1, name: 'Ann', email: 'ann@example.com', company_id: 5, user_id: 3, account_id: 8 })).toBe('id');
		expect([nameOf({ user_id: 3, email: 'ann@example.com' }), nameOf({ company_id: 5, name: 'Acme' })]).toEqual(['user_id', 'company_id']);
	});

	it('may name customers by an address alone, and lacks them without one', () => {
		expect(streamRead(plainCustomers, [{ email: 'ann@example.com' }])[0]).toEqual({ email: 'ann@example.com' });
		expect(plainCustomers.layoutOf(tableFrom([{ city: 'Kyiv' }]), {})).toEqual({ missing: 'customer' });
	});
});
