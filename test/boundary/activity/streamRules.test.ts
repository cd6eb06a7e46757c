import { readActivity } from '../../../boundary/activity/readActivity';
import type { ActivityStreamId } from '../../../domain/activity/customerActivity';
import type { ActivityChanges } from '../../support/activityReference';
import { activityReading, activitySettings, fieldsIn, inputOf, itemsIn } from '../../support/activityReference';
import { rowsOf } from '../../support/sourceFixtures';

type Row = Readonly<Record<string, unknown>>;
const read = (id: ActivityStreamId, rows: readonly Row[], changes: Partial<ActivityChanges> = {}) => activityReading([{ id, rows: [...rows], columns: {} }], { asOf: '2024-07-01', ...changes });
const fieldsOf = (id: ActivityStreamId, rows: readonly Row[], changes?: Partial<ActivityChanges>) => fieldsIn(itemsIn(read(id, rows, changes))[0], id);
const hintsOf = (id: ActivityStreamId, rows: readonly Row[], changes?: Partial<ActivityChanges>) => read(id, rows, changes).hints.map(({ message }) => message).join(' ');
const past = { asOf: '2024-06-10', today: '2024-07-01' };

describe('a row given twice', () => {
	const invoice = { customer_id: 'A1', invoice_no: 'I-1', due_date: '2024-06-01', amount: 100 };

	it('counts once, as it was when it was paid last, whatever the order of rows', () => {
		const rows = [{ ...invoice, status: 'open', paid_at: '' }, { ...invoice, status: 'paid', paid_at: '2024-06-20' }];
		for (const each of [rows, [...rows].reverse()]) {
			expect(fieldsOf('payments', each)).toMatchObject({ payments: 1, open: 0, late: 1 });
			expect(hintsOf('payments', each)).toContain('1 given twice');
		}
	});

	it('counts as the later of its changes says, else as it has come farthest', () => {
		const rows = [{ ...invoice, status: 'paid', updated_at: '2024-06-20' }, { ...invoice, status: 'failed', updated_at: '2024-06-21' }];
		for (const each of [rows, [...rows].reverse()]) expect(fieldsOf('payments', each)).toMatchObject({ payments: 1, failed: 1 });
		const undated = ['paid', 'failed'].map((status) => ({ ...invoice, status }));
		for (const each of [undated, [...undated].reverse()]) expect(fieldsOf('payments', each)).toMatchObject({ payments: 1, failed: 0 });
	});

	it('is not a second payment of the same invoice on another day, nor of another customer', () => {
		expect(fieldsOf('payments', [{ ...invoice, due_date: '2024-05-01' }, invoice])).toMatchObject({ payments: 2 });
		expect(itemsIn(read('payments', [invoice, { ...invoice, customer_id: 'A2' }])).length).toBe(2);
	});

	it('of a ticket is closed where one of them is', () =>
		expect(fieldsOf('tickets', [{ customer_id: 'A1', ticket_id: 7, date: '2024-06-01', status: 'closed' }, { customer_id: 'A1', ticket_id: 7, date: '2024-06-01', status: 'open' }])).toMatchObject({ tickets: 1, open: 0 }));

	it('of a system is known by its number alone', () => expect(fieldsOf('payments', [rowsOf('stripe_invoices')[0], rowsOf('stripe_invoices')[0]])).toMatchObject({ payments: 1 }));

	it('that has no number is kept, and a warning counts it', () => {
		const call = { customer_id: 'A1', date: '2024-06-01', notes: 'x' };
		expect(fieldsOf('contacts', [call, call])).toMatchObject({ contacts: 2 });
		expect(hintsOf('contacts', [call, call])).toContain('1 row equals an earlier one in every column and was kept, since no number tells whether it is the same.');
	});

	it('of usage is an event each time, and nothing is said of it', () => expect(hintsOf('usage', [{ user_id: 'A1', date: '2024-06-01' }, { user_id: 'A1', date: '2024-06-01' }])).not.toContain('equal'));

	it('is not a call to the same person: the id of a contact is no number of a call', () =>
		expect(fieldsOf('contacts', ['10:00', '10:00'].map((time, index) => ({ customer_id: 'A1', contact_id: 5, date: `2024-06-01 ${time}`, notes: index })))).toMatchObject({ contacts: 2 }));
});

describe('what a past As Of does not know', () => {
	const [, , , uncollectible] = rowsOf('stripe_invoices');
	const transitions = (changes: Row): Row => ({ finalized_at: 1714557600, marked_uncollectible_at: null, paid_at: null, voided_at: null, ...changes });
	const invoice = { ...uncollectible, created: 1714557600, due_date: null };
	const laterOn = Date.parse('2024-06-20T10:00Z') / 1000;

	it('is that an invoice was written off later', () => {
		const row = { ...invoice, status: 'uncollectible', status_transitions: transitions({ marked_uncollectible_at: laterOn }) };
		expect(fieldsOf('payments', [row], past)).toMatchObject({ open: 1 });
		expect(fieldsOf('payments', [row])).toMatchObject({ open: 0, missed: 1 });
	});

	it('is that an invoice was voided later', () => {
		const row = { ...invoice, status: 'void', status_transitions: transitions({ voided_at: laterOn }) };
		expect(fieldsOf('payments', [row], past)).toMatchObject({ open: 1 });
		expect(fieldsOf('payments', [row])).toMatchObject({ payments: 0 });
		expect(hintsOf('payments', [row])).toContain('1 cancelled');
	});

	it('is how content the customer was when the ticket was closed later', () => {
		const ticket = { customer_id: 'A1', date: '2024-06-01', closed_at: '2024-06-20', csat: 2 };
		expect(fieldsOf('tickets', [ticket], past)).toMatchObject({ lastSatisfaction: null });
		expect(fieldsOf('tickets', [ticket])).toMatchObject({ lastSatisfaction: 2, lastSatisfactionOn: '2024-06-20' });
		expect(fieldsOf('tickets', [{ ...ticket, closed_at: '' }], past)).toMatchObject({ lastSatisfaction: 2, lastSatisfactionOn: '2024-06-01' });
		expect(fieldsOf('tickets', [{ ...ticket, rated_at: '2024-06-05' }], past)).toMatchObject({ lastSatisfaction: 2, lastSatisfactionOn: '2024-06-05' });
	});

	it('is a status without a day: a warning says that it leaks', () => {
		const leaks = 'on the As Of day, and no column says since when: it leaks into a backtest.';
		const ticket = { customer_id: 'A1', date: '2024-06-01', status: 'closed' };
		const payment = { customer_id: 'A1', date: '2024-06-01', amount: 1, status: 'paid' };
		expect(hintsOf('tickets', [ticket], past)).toContain(`"status" says how tickets are today and not how they were ${leaks}`);
		expect(hintsOf('payments', [payment], past)).toContain(leaks);
		expect(hintsOf('tickets', [ticket])).not.toContain(leaks);
		expect(hintsOf('tickets', [{ ...ticket, closed_at: '2024-06-02' }], past)).not.toContain(leaks);
	});
});

describe('an invoice that is not due yet', () => {
	const invoice = { customer_id: 'A1', invoice_date: '2024-06-20', due_date: '2024-07-20', amount: 100 };

	it('counts from the day on which it was paid before', () => {
		expect(fieldsOf('payments', [{ ...invoice, paid_at: '2024-06-25' }])).toMatchObject({ payments: 1, onTime: 1, lastPaidOn: '2024-06-25', recentDelayDays: 0 });
		expect(fieldsOf('payments', [{ ...invoice, paid_at: '2024-06-25', status: 'failed' }])).toMatchObject({ payments: 0 });
	});

	it('makes its customer known, with nothing to count yet, from the day on which it was issued', () => {
		const reading = read('payments', [invoice]);
		const [item] = itemsIn(reading);
		expect(item).toMatchObject({ customer: 'A1', streams: 'payments', customerSince: '2024-06-20', payments: { payments: 0, open: 0, pastDue: 0 } });
		expect(reading.streams[0].lastItemOf(0)).toBe(0);
		expect(itemsIn(read('payments', [invoice], past))[0].streams).toBe('');
	});
});

describe('amounts of payments', () => {
	it('are the total where a balance stands beside it', () => expect(fieldsOf('payments', [{ customer_id: 'A1', due_date: '2024-06-01', total: 100, amount_due: 60, amount_paid: 40 }])).toMatchObject({ pastDue: 60, partial: 1 }));
	it('are the amount due where no total does', () => expect(fieldsOf('payments', [{ customer_id: 'A1', due_date: '2024-06-01', amount_due: 60 }])).toMatchObject({ pastDue: 60 }));

	it('are not added up over the currencies written beside them', () => {
		const rows = ['100 EUR', '100 USD'].map((amount) => ({ customer_id: 'A1', due_date: '2024-06-01', amount }));
		expect(fieldsOf('payments', rows)).toMatchObject({ pastDue: null, currency: null });
		expect(fieldsOf('payments', rows).reasons).toContain('pastDue: twoCurrencies');
		expect(fieldsOf('payments', rows.slice(1))).toMatchObject({ pastDue: 100, currency: 'USD' });
	});
});

describe('a contact that is only planned', () => {
	it('is left out and counted, and stops nothing', () => {
		const rows = [{ customer_id: 'A1', date: '2024-06-01' }, { customer_id: 'A1', date: '2024-07-08' }];
		const automatic = readActivity([inputOf({ id: 'contacts', rows, columns: {} }, 0)], { ...activitySettings({ asOf: '2024-06-02' }), asOf: { kind: 'automatic', today: 19_876 } });
		if (!('reading' in automatic)) throw new Error('There is no reading');
		expect(automatic.reading.problems).toEqual([]);
		expect(automatic.reading.hints.map(({ message }) => message).join('\n')).toContain('1 not done yet');
		expect(fieldsIn(itemsIn(automatic.reading)[0], 'contacts')).toMatchObject({ contacts: 1 });
	});
});

describe('a row of a system that is about nobody', () => {
	it('is left out and stops nothing', () => {
		const tickets = rowsOf('hubspot_tickets').map((row) => ({ ...row, properties: { ...(row.properties as Row), hs_all_associated_contact_emails: null } }));
		expect(hintsOf('tickets', tickets)).toContain('without a customer');
		const [charge] = rowsOf('stripe_charges');
		const nobody = { ...charge, id: 'ch_x', customer: null, receipt_email: null, billing_details: {} };
		expect(hintsOf('payments', [charge, nobody])).toContain('1 without a customer');
	});
});
