import type { StreamKind, StreamReading, StreamSettings } from '../../../boundary/reading/streamRows';
import { openRows } from '../../../boundary/reading/streamRows';
import { resolveAsOf } from '../../../boundary/reading/asOf';
import { columnAt } from '../../../boundary/sources/roleColumn';
import type { PaymentRole } from '../../../boundary/sources/streamRoles';
import { customerRoles, paymentRoles } from '../../../boundary/sources/streamRoles';
import type { StreamSource } from '../../../boundary/sources/streamSource';
import { AMOUNT_SCALE } from '../../../domain/ledger/history';
import { createZone, isoDate } from '../../../domain/time';
import { dayOf } from '../../support/ledger';
import type { Rows } from '../../support/reading';
import { itemsOf, today } from '../../support/reading';

/** Rows of invoices under the names of their roles, whatever the table has of them. */
const invoices: StreamSource<PaymentRole> = {
	id: 'invoices',
	title: 'Invoices',
	description: 'A row an invoice',
	nouns: ['invoice', 'invoices'],
	recognises: () => true,
	layoutOf(table, chosen) {
		if (!table.hasColumn('amount') && !chosen.amount) return { missing: 'amount' };
		const roles = (Object.keys(paymentRoles) as PaymentRole[]).filter((role) => chosen[role] || table.hasColumn(role));
		return {
			customer: table.hasColumn('who') ? columnAt('who') : null,
			columns: Object.fromEntries(roles.map((role) => [role, columnAt(chosen[role] || role)])),
			contacts: {},
			amountUnit: null,
			leftOut: (row) => (row.state === 'draft' ? 'draft' : null),
		};
	},
};

const kind: StreamKind<PaymentRole> = { roles: paymentRoles, sources: [invoices], datedBy: 'due' };

const settings = (changes: Partial<StreamSettings> = {}): StreamSettings => ({
	source: 'automatic',
	columns: {},
	dateFormat: 'automatic',
	decimalMark: 'automatic',
	amountUnit: 'automatic',
	dropsTrailingZero: false,
	zone: createZone('UTC'),
	asOf: { kind: 'automatic', today },
	key: ({ customer }) => customer,
	...changes,
});

const opened = (rows: Rows, changes?: Partial<StreamSettings>, of = kind) => openRows(itemsOf(rows), of, settings(changes));

function readingOf(rows: Rows, changes?: Partial<StreamSettings>, of = kind): StreamReading<PaymentRole> {
	const stream = opened(rows, changes, of);
	if (!('close' in stream)) throw new Error(JSON.stringify(stream));
	const closed = stream.close(resolveAsOf(settings(changes).asOf, stream.lastDay), stream.customers);
	if (!('reading' in closed)) throw new Error(JSON.stringify(closed));
	return closed.reading;
}

const faultsOf = ({ problems }: StreamReading<PaymentRole>) => problems.map(({ item, code, column }) => [item, code, column]);
const asOf = (day: string): Partial<StreamSettings> => ({ asOf: { kind: 'day', day: dayOf(day), today } });

const row = { who: 'Ada', date: '2024-06-01', amount: 10 };

describe('rows of a stream', () => {
	it('are read column by column: times, amounts in 1/10,000, numbers and names', () => {
		const reading = readingOf([{ ...row, due: '2024-06-10', paidAt: '2024-06-12T10:00', paidAmount: '2,50', attempts: 3, method: 'card', currency: 'EUR' }]);
		expect(isoDate(reading.history.day[0])).toBe('2024-06-10');
		expect([...reading.times('paidAt')!]).toEqual([Date.parse('2024-06-12T10:00Z')]);
		expect([...reading.numbers('paidAmount')!, ...reading.numbers('attempts')!, ...reading.history.amount!]).toEqual([2.5 * AMOUNT_SCALE, 3, 10 * AMOUNT_SCALE]);
		expect([reading.category('method')!.values, reading.currencies]).toEqual([['', 'card'], ['EUR']]);
	});

	it('say nothing of a role that no column has', () => {
		const reading = readingOf([row]);
		expect([reading.times('paidAt'), reading.datesAhead('paidAt'), reading.numbers('attempts'), reading.flags('state'), reading.category('method')]).toEqual([null, null, null, null, null]);
	});

	it('are dated by the day due where a row has one, and else by its own', () => {
		const reading = readingOf([{ ...row, due: '2024-06-20' }, { ...row, date: '2024-06-05', due: '' }]);
		expect([...reading.history.day].map(isoDate)).toEqual(['2024-06-05', '2024-06-20']);
	});

	it('are a problem without any day, and without a customer, each in its row', () => {
		expect(faultsOf(readingOf([row, { ...row, date: '' }, { ...row, who: ' ' }, { ...row, date: 'soon' }]))).toEqual([
			[1, 'unreadableDate', 'date'],
			[2, 'blankCustomer', 'who'],
			[3, 'unreadableDate', 'date'],
		]);
	});

	it('are counted as left out where they are drafts, empty or of a guest, and are no problem then', () => {
		const reading = readingOf([row, { ...row, state: 'draft', date: 'soon' }, { who: '', date: null, amount: '' }, { ...row, who: 0 }]);
		expect([Object.fromEntries(reading.leftOut), reading.problems]).toEqual([{ draft: 1, empty: 1, guest: 1 }, []]);
	});

	it('keep the way back to their items, in the order of time', () => {
		const reading = readingOf([{ ...row, date: '2024-06-09' }, { ...row, state: 'draft' }, { ...row, date: '2024-06-03' }]);
		expect([...reading.history.row].map((index) => reading.itemOfRow[index])).toEqual([2, 0]);
		expect(reading.rowAt(1)).toEqual({ ...row, date: '2024-06-03' });
	});

	it('are read to the end though a cell is an object, a list or __proto__', () => {
		const reading = readingOf([{ ...row, amount: {} }, { ...row, date: ['2024-06-01'] }, { ...row, who: {} }, JSON.parse('{"__proto__": {"who": "Eve"}, "who": "Bob", "date": "2024-06-01", "amount": 1}'), { ...row, who: '__proto__' }]);
		expect(faultsOf(reading).map(([item]) => item)).toEqual([0, 1, 2]);
		expect(reading.history.customerCount).toBe(3);
	});
});

describe('a day in the future', () => {
	it('is no problem of a payment that is due then: it is dated after As Of', () => {
		const reading = readingOf([row, { ...row, due: '2024-08-01' }]);
		expect([Object.fromEntries(reading.leftOut), reading.problems]).toEqual([{ afterAsOf: 1 }, []]);
	});

	it('is a problem of a row of a stream without days due, unless the user chose As Of', () => {
		const plain: StreamKind<PaymentRole> = { roles: paymentRoles, sources: [invoices] };
		expect(faultsOf(readingOf([row, { ...row, date: '2024-08-01' }], {}, plain))).toEqual([[1, 'startsInFuture', 'date']]);
		expect(faultsOf(readingOf([row, { ...row, date: '2024-08-01' }], asOf('2024-06-30'), plain))).toEqual([]);
	});

	it('does not move the last day, on which As Of rests', () => {
		const stream = opened([row, { ...row, due: '2024-08-01' }]);
		expect('close' in stream && stream.lastDay).toBe(dayOf('2024-06-01'));
	});
});

describe('the last day, after which As Of is where the rows are old', () => {
	const lastDayOf = (...rows: Rows) => {
		const stream = opened(rows);
		return 'close' in stream && stream.lastDay !== null && isoDate(stream.lastDay);
	};

	it('is that of the last payment where it is later than all days due, and not that of a card', () => {
		expect(lastDayOf({ ...row, due: '2024-04-10', paidAt: '2024-04-12', cardExpiresAt: '2024-05-31' })).toBe('2024-04-12');
		expect(lastDayOf({ ...row, due: '2024-04-10', paidAt: '2024-04-05' })).toBe('2024-04-10');
	});

	it('is not one after today, nor one of a row that is left out', () => {
		expect(lastDayOf({ ...row, due: '2024-04-10', paidAt: '2024-07-02' }, { ...row, state: 'draft', due: '2024-05-10' })).toBe('2024-04-10');
	});
});

describe('what happened after As Of', () => {
	const rows = [{ ...row, paidAt: '2024-06-20', cardExpiresAt: '2026-01-31' }];

	it('has not happened: paid on the 20th is not paid as of the 19th, and is as of the 20th', () => {
		expect([...readingOf(rows, asOf('2024-06-19')).times('paidAt')!]).toEqual([NaN]);
		expect([...readingOf(rows, asOf('2024-06-20')).times('paidAt')!]).toEqual([Date.parse('2024-06-20')]);
	});

	it('is known of what lies ahead by its nature, such as until when a card is valid', () => {
		expect([...readingOf(rows, asOf('2024-06-19')).datesAhead('cardExpiresAt')!]).toEqual([Date.parse('2026-01-31')]);
	});
});

describe('a stream of customers', () => {
	const kindOfCustomers: StreamKind<PaymentRole> = { roles: { ...paymentRoles, ...customerRoles }, sources: [invoices], isUndated: true };

	it('is read without a day, and has no last one', () => {
		const reading = readingOf([{ who: 'Ada', amount: 1 }, { who: 'Bob', amount: 2, date: '2024-06-01' }], {}, kindOfCustomers);
		expect([reading.history.row.length, reading.problems]).toEqual([2, []]);
		const stream = opened([{ who: 'Ada', amount: 1 }], {}, kindOfCustomers);
		expect('close' in stream && stream.lastDay).toBeNull();
	});
});

describe('what concerns a whole column', () => {
	it('ends the reading: a role that must be there, a chosen column that is not, and nobody named', () => {
		expect(opened([{ who: 'Ada', date: '2024-06-01' }])).toMatchObject({ problems: [{ code: 'columnNotRecognised', column: 'amount' }] });
		expect(opened([row], { columns: { method: 'way' } })).toEqual({ problems: [{ code: 'missingColumn', item: null, column: 'way', received: undefined }] });
		expect(opened([{ date: '2024-06-01', amount: 1 }])).toMatchObject({ problems: [{ code: 'columnNotRecognised', column: 'customer' }] });
	});

	it('is nothing where there are no rows, also where there is one {}', () => {
		expect([opened([]), opened([{}])]).toEqual([{ isEmpty: true }, { isEmpty: true }]);
	});
});

describe('a source that takes items apart', () => {
	const pages: StreamSource<PaymentRole> = { ...invoices, entriesOf: (json) => json.page as Rows };

	it('gives rows that lead back to their page, and one problem a page and fault', () => {
		const reading = readingOf([{ page: [row, { ...row, date: 'x' }, { ...row, date: 'y' }] }, { page: [{ ...row, who: 'Bob' }] }], {}, { ...kind, sources: [pages] });
		expect([...reading.itemOfRow]).toEqual([0, 1]);
		expect(faultsOf(reading)).toEqual([[0, 'unreadableDate', 'date']]);
	});
});
