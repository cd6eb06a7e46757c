import type { ActivityItem } from '../../../domain/activity/customerActivity';
import { activityReading, itemsIn } from '../../support/activityReference';
import type { ActivityChanges, Stream } from '../../support/activityReference';
import type { Rows } from '../../support/reading';

const purchases = (rows: Rows): Stream => ({ id: 'purchases', rows: rows.map((row) => ({ amount: 5, ...row })), columns: {} });
const customers = (rows: Rows): Stream => ({ id: 'customers', rows, columns: {} });
const tickets = (rows: Rows): Stream => ({ id: 'tickets', rows, columns: { date: 'created' } });

const itemsOf = (streams: readonly Stream[], changes: Partial<ActivityChanges> = {}): ActivityItem[] => itemsIn(activityReading(streams, { asOf: '2024-06-30', match: 'id', ...changes }));
const itemOf = (...streams: readonly Stream[]): ActivityItem => itemsOf(streams)[0];

const ada = { customerId: 'a1', date: '2024-06-01' };

describe('contact details', () => {
	it('are the latest that says something: the address of the 10th, though the row of the 20th has none', () => {
		const rows = [{ ...ada, email: 'old@x.com' }, { ...ada, date: '2024-06-10', email: 'new@x.com' }, { ...ada, date: '2024-06-20', email: ' ' }];
		expect(itemOf(purchases(rows))).toMatchObject({ customer: 'a1', email: 'new@x.com' });
	});

	it('are not those of a row after As Of', () => {
		expect(itemOf(purchases([{ ...ada, email: 'then@x.com' }, { ...ada, date: '2024-07-10', email: 'later@x.com' }])).email).toBe('then@x.com');
	});

	it('are the latest of all streams, but what a list of customers says goes first', () => {
		const bought = purchases([{ ...ada, email: 'bought@x.com' }]);
		const asked = tickets([{ customerId: 'a1', created: '2024-06-20', email: 'asked@x.com' }]);
		expect(itemOf(bought, asked).email).toBe('asked@x.com');
		expect(itemOf(bought, asked, customers([{ customerId: 'a1', email: 'listed@x.com' }])).email).toBe('listed@x.com');
		expect(itemOf(bought, asked, customers([{ customerId: 'a1', email: '' }])).email).toBe('asked@x.com');
	});

	it('have a phone number as the world writes it where it can be read, and as it stands where not', () => {
		const rows = [{ ...ada, phone: '067 123 45 67' }, { ...ada, customerId: 'b2', phone: 'call at noon' }];
		expect(itemsOf([purchases(rows)], { phoneCountry: 'UA' }).map(({ phone }) => phone)).toEqual(['+380671234567', 'call at noon']);
	});

	it('are not there where no stream has their column', () => {
		expect(Object.keys(itemOf(purchases([ada]))).filter((name) => ['email', 'phone', 'consent'].includes(name))).toEqual([]);
	});

	it('are null of a customer who has none', () => {
		expect(itemsOf([purchases([{ ...ada, email: 'a@x.com' }, { ...ada, customerId: 'b2', email: '' }])]).map(({ email }) => email)).toEqual(['a@x.com', null]);
	});
});

describe('consent', () => {
	it('is yes or no, and null for a word that nobody knows', () => {
		const rows = ['subscribed', 'unsubscribed', 'perhaps'].map((consent, index) => ({ ...ada, customerId: `a${index}`, consent }));
		expect(itemsOf([purchases(rows)]).map(({ consent }) => consent)).toEqual([true, false, null]);
	});

	it('is no in a column of objections that says yes', () => {
		expect(itemOf(purchases([{ ...ada, unsubscribed: 'yes' }])).consent).toBe(false);
	});

	it('is not known any more after a later word that nobody knows, which a hint counts', () => {
		const streams = [purchases([{ ...ada, consent: 'yes' }, { ...ada, date: '2024-06-02', consent: 'perhaps' }])];
		expect(itemsOf(streams)[0].consent).toBeNull();
		expect(activityReading(streams, { asOf: '2024-06-30' }).hints.map(({ message }) => message)).toContain('1 row says something about consent that is not understood; it is neither a yes nor a no there. Write yes or no.');
	});

	it.each([
		[{ accepts_marketing: true, do_not_contact: true }, false],
		[{ subscribed: 'yes', unsubscribed: 'yes' }, false],
		[{ accepts_marketing: 'yes', unsubscribed: '' }, true],
		[{ consent: 'yes', Відписка: '2024-05-03' }, false],
		[{ 'Не звонить': 'x' }, false],
		[{ 'تماس نگیرید': 'بله' }, false],
		[{ 'لغو اشتراک': '۱۴۰۳/۰۲/۱۲' }, false],
	])('of %j is %s: an objection in any column wins', (row, consent) => expect(itemOf(purchases([{ ...ada, ...row }])).consent).toBe(consent));

	it('is no where two rows of one moment disagree, whatever their order', () => {
		const rows = [{ ...ada, consent: 'yes' }, { ...ada, consent: 'no' }];
		expect([itemOf(purchases(rows)).consent, itemOf(purchases([...rows].reverse())).consent]).toEqual([false, false]);
	});
});

describe('columns that the user keeps', () => {
	it('stand under their own names, one called as a field of the item with "Kept" behind it', () => {
		const [item] = itemsOf([purchases([{ ...ada, plan: 'Pro', summary: 'a good one', 'a.b': 1 }])], { keepColumns: ['plan', 'summary', 'a.b'] });
		expect(item).toMatchObject({ plan: 'Pro', summaryKept: 'a good one' });
		expect([item['a.b'], item.summary]).toEqual([1, '1 purchase, worth 5, the last 29 days ago.']);
	});

	it('do no harm where one is called __proto__', () => {
		const rows = [JSON.parse('{"customerId": "a1", "date": "2024-06-01", "__proto__": "mine"}') as Record<string, unknown>];
		const stream: Stream = { id: 'contacts', rows, columns: {} };
		const [item] = itemsOf([stream], { keepColumns: ['__proto__'] });
		expect([Object.getPrototypeOf(item) === Object.prototype, item.customer]).toEqual([true, 'a1']);
	});
});
