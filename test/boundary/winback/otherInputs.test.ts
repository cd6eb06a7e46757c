import { cellReaders } from '../../../boundary/activityItems/cells';
import { createAddressReader } from '../../../boundary/winback/contactAddresses';
import { CustomerMatch } from '../../../boundary/winback/customerMatch';
import { readContactedBefore, readLapsed } from '../../../boundary/winback/otherInputs';
import type { Problem } from '../../../domain/problems';
import { createZone, isoDate } from '../../../domain/time';
import type { SentBefore } from '../../../domain/winback/customers';
import { flattened } from '../../../nodes/CustomerActivity/flatten';
import { dayOf } from '../../support/ledger';
import type { Rows } from '../../support/reading';
import { itemsOf } from '../../support/reading';
import { itemsIn, reportOf } from '../../support/winBackPersons';

const { email, phone } = createAddressReader({ phoneCountry: '' });
const ids = ['ann', 'bob', 'cem'];
const readers = cellReaders(createZone('Europe/Kyiv'));
const match = new CustomerMatch({ ids, emailOf: (customer) => `${ids[customer]}@x.org`, phoneOf: (customer) => `+38050123456${customer}`, readEmail: (cell) => email(cell)?.toLowerCase() ?? '', readPhone: (cell) => phone(cell) ?? '' });

const NOT_LISTED = 'not listed';

/** By customer the day up to which the list knew of them, null where it does not say. */
function listed(...rows: Rows): unknown[] {
	const { known } = readLapsed(itemsOf(rows), readers, match);
	return ids.map((_, customer) => known.knownUpTo(customer)).map((day) => (typeof day === 'number' ? isoDate(day) : day === null ? null : NOT_LISTED));
}

const lapsedHints = (...rows: Rows) => readLapsed(itemsOf(rows), readers, match).hints.map(({ message }) => message);
const told = (problems: readonly Problem[]) => problems.map(({ code, item, column }) => [code, item, column]);

describe('Lapsed', () => {
	it('lists who is on it by id, by e-mail address or by phone number, and nobody else', () => {
		expect(listed({ customer: 'bob' })).toEqual([NOT_LISTED, null, NOT_LISTED]);
		expect(listed({ email: 'Ann@x.org' }, { email: 'cem@x.org' })).toEqual([null, NOT_LISTED, null]);
		expect(listed({ phone: '+38 050 123-45-61' })).toEqual([NOT_LISTED, null, NOT_LISTED]);
	});

	it.each([
		['As Of of the list', { asOf: '2024-06-01', lastPurchaseOn: '2024-01-05', churnedOn: '2024-04-05' }, '2024-06-01'],
		['else the last purchase that it knew', { last_order_date: '2024-01-05', churnedOn: '2024-04-05' }, '2024-01-05'],
		['else the day of leaving', { churnedOn: '2024-04-05' }, '2024-04-05'],
		['a day that a database keeps as midnight in UTC', { asOf: '2024-06-01T00:00:00.000Z' }, '2024-06-01'],
		['an instant, in the zone of the workflow: 22:30 in UTC is 01:30 of the next day in Kyiv', { asOf: '2024-06-01T22:30:00Z' }, '2024-06-02'],
		['of one who came back after leaving, the day of leaving, so that they bought since', { asOf: '2024-06-01', churnedOn: '2024-04-05', returnedOn: '2024-05-05' }, '2024-04-05'],
		['a blank return does not count', { asOf: '2024-06-01', churnedOn: '2024-04-05', returnedOn: null }, '2024-06-01'],
	])('knows up to %s', (_, row, day) => expect(listed({ customer: 'ann', ...row })[0]).toBe(day));

	it('of several rows of a customer takes the one that knew longest, and one that says no day for nothing', () => {
		expect(listed({ customer: 'ann', asOf: '2024-06-01' }, { customer: 'ann', asOf: '2024-05-01' }, { customer: 'ann', asOf: '' })[0]).toBe('2024-06-01');
		expect(listed({ customer: 'ann', asOf: '' }, { customer: 'ann', asOf: '2024-05-01' })[0]).toBe('2024-05-01');
	});

	it('does not list who stands in a row whose day cannot be read, and says so; an objection in it holds', () => {
		const { known, problems, hints, objecting } = readLapsed(itemsOf([{ customer: 'ann', asOf: 'last week', unsubscribed: 'yes' }, { customer: 'bob', asOf: '2024-06-01', unsubscribed: '' }]), readers, match);
		expect([known.knownUpTo(0), known.knownUpTo(1)]).toEqual([undefined, dayOf('2024-06-01')]);
		expect(told(problems)).toEqual([['unreadableDate', 0, 'asOf']]);
		expect(hints.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([expect.stringMatching(/^warning: Cannot be used in full: 1 row of the input "Lapsed" \(.*date cannot be read.*\)\.$/)]);
		expect([...objecting]).toEqual([0]);
	});

	it('tells of rows that name nobody among the customers, of one and of several', () => {
		expect(lapsedHints({ customer: 'zoe' })).toEqual(['1 row of the input "Lapsed" names nobody among the customers. Rows have to name them by the id that the first input has, or by their e-mail address or phone number.']);
		expect(lapsedHints({ customer: 'zoe' }, { customer: 'ann' }, { customer: 'yan' })[0]).toMatch(/^2 rows of the input "Lapsed" name nobody/);
		expect(lapsedHints({ customer: 'ann' })).toEqual([]);
	});

	it('tells where a row names no customer, and where no column does', () => {
		expect(told(readLapsed(itemsOf([{ customer: 'ann' }, { customer: '', asOf: '2024-06-01' }]), readers, match).problems)).toEqual([['blankCustomer', 1, 'customer']]);
		expect(told(readLapsed(itemsOf([{ day: '2024-06-01' }]), readers, match).problems)).toEqual([['missingColumn', null, 'customer']]);
	});

	it('of nothing, or of an item without anything, lists nobody and says nothing', () => {
		expect([listed(), listed({}, { customer: null })]).toEqual([new Array(3).fill(NOT_LISTED), new Array(3).fill(NOT_LISTED)]);
		expect(readLapsed(itemsOf([{}]), readers, match)).toMatchObject({ hints: [], problems: [] });
	});
});

/** By customer what was sent to them, without asking by key. */
function sent(...rows: Rows): SentBefore[][] {
	const { known } = readContactedBefore(itemsOf(rows), readers, match);
	return ids.map((_, customer) => [...known!.of(customer, '')]);
}

const reading = (...rows: Rows) => readContactedBefore(itemsOf(rows), readers, match);
const CONTACT: SentBefore = { campaign: null, key: null, day: null, isHeldOut: false, heldOutFrom: null };

describe('Contacted Before', () => {
	describe('the items of this node as a table kept them', () => {
		const before = itemsIn(reportOf([{ id: 'ann' }, { id: 'bob', expectedMargin: 0 }, { id: 'cem', contact: { consent: false } }]));
		const heldOut = itemsIn(reportOf([{ id: 'ann' }], { holdoutShare: 1 }));

		it('are contacts of who was on First or Worth It, with campaign and key in small letters, as of the day of the run', () => {
			expect(sent(...before)).toEqual([[{ ...CONTACT, campaign: 'spring', key: 'spring:ann:2023-12-13', day: dayOf('2024-06-30') }], [], []]);
		});

		it('are hold-outs of who was held out, with the list they would have been on', () => {
			expect(sent(...heldOut)[0]).toEqual([{ ...CONTACT, campaign: 'spring', key: 'spring:ann:2023-12-13', day: dayOf('2024-06-30'), isHeldOut: true, heldOutFrom: 'worthIt' }]);
		});

		it('are the same after a database turned everything into text', () => {
			const asText = (items: Rows) => items.map((item) => Object.fromEntries(Object.entries(item).map(([name, value]) => [name, value === null ? '' : String(value)])));
			expect(sent(...asText([...before, ...heldOut]))).toEqual(sent(...before, ...heldOut));
			expect(sent(...[...before, ...heldOut].map(flattened))).toEqual(sent(...before, ...heldOut));
		});

		it('count from the day of the contact where a column says it', () => expect(sent({ ...before[0], contactedOn: '2024-07-02' })[0][0].day).toBe(dayOf('2024-07-02')));
	});

	it.each<[claim: string, row: Readonly<Record<string, unknown>>, isContact: boolean]>([
		['Not Contacted', { list: 'notContacted' }, false],
		['Not Contacted as a person writes it', { list: 'Not contacted' }, false],
		['Not Worth It', { list: 'not_worth_it' }, false],
		['Worth It', { list: 'worthIt' }, true],
		['no list at all', { list: '' }, true],
	])('of a row on %s', (_, row, isContact) => expect(sent({ customer: 'ann', ...row })[0].length).toBe(isContact ? 1 : 0));

	it.each([true, 'true', 'TRUE ', '1', 1, 'yes', 't', 'y'])('takes holdout %j for a hold-out', (holdout) => {
		expect(sent({ customer: 'ann', holdout, list: 'notContacted' })[0]).toEqual([{ ...CONTACT, isHeldOut: true }]);
	});

	it.each([false, 'false', '0', '', null, 'no', 'f'])('takes holdout %j for none', (holdout) => expect(sent({ customer: 'ann', holdout })[0]).toEqual([CONTACT]));

	it.each([['first', 'first'], ['First', 'first'], ['worth_it', 'worthIt'], ['Worth It', 'worthIt'], ['', null], ['somewhere', null]])('reads held out from %j as %j', (from, list) => {
		expect(sent({ customer: 'ann', holdout: true, heldOutFrom: from })[0][0].heldOutFrom).toBe(list);
		expect(sent({ customer: 'ann', holdout: true, held_out_from: from })[0][0].heldOutFrom).toBe(list);
	});

	it.each(['contactedOn', 'contacted_at', 'Sent at', 'sentOn', 'created_at', 'date', 'timestamp'])('takes the day from a column %s', (name) => {
		expect(sent({ customer: 'ann', [name]: '2024-06-03' })[0][0].day).toBe(dayOf('2024-06-03'));
	});

	it('without a day is a contact of no known day, and that is told: of one row, of several', () => {
		const undated = (...rows: Rows) => reading(...rows).hints.map(({ message }) => message);
		expect(undated({ customer: 'ann' })).toEqual(['1 row of the input "Contacted Before" has neither a day nor a campaign key, so those customers count as contacted in this silence. Give the rows a column contactedOn.']);
		expect(undated({ customer: 'ann' }, { customer: 'bob' })[0]).toMatch(/^2 rows of the input "Contacted Before" have neither/);
		expect(undated({ customer: 'ann', campaignKey: 'spring:ann:never' })).toEqual([]);
	});

	it('with a day that cannot be read is still a contact, and the day a problem', () => {
		const { known, problems } = reading({ customer: 'ann', contactedOn: 'yesterday' });
		expect(known!.of(0, '')).toEqual([CONTACT]);
		expect(told(problems)).toEqual([['unreadableDate', 0, 'contactedOn']]);
	});

	it('by key alone finds whom the key names, in any letters; a row that names a customer is theirs alone', () => {
		const { known, problems, hints } = reading({ campaign_key: 'Spring:ann:never' }, { campaign_key: 'Spring:bob:never' });
		expect(known!.of(0, 'spring:ann:never')).toEqual([{ ...CONTACT, key: 'spring:ann:never' }]);
		expect([known!.of(0, 'spring:zoe:never'), problems, hints]).toEqual([[], [], []]);
		expect(reading({ customer: 'ann', campaignKey: 'spring:ann:never' }).known!.of(1, 'spring:ann:never')).toEqual([]);
	});

	it('of several rows keeps all, of whomever they name by an address', () => {
		expect(sent({ to: 'ann@x.org', sent_at: '2024-06-03' }, { to: 'ann@x.org', sent_at: '2024-05-03' })[0].map(({ day }) => day)).toEqual([dayOf('2024-06-03'), dayOf('2024-05-03')]);
	});

	it('tells of rows that name nobody and have no key', () => {
		expect(reading({ customer: 'zoe', date: '2024-06-03' }).hints.map(({ message }) => message)).toEqual([
			'1 row of the input "Contacted Before" names nobody among the customers. Rows have to name them by the id that the first input has, or by their e-mail address or phone number.',
		]);
	});

	it('takes objections from any column about consent, of whichever row, also of one that was no contact', () => {
		const { objecting, known } = reading({ customer: 'ann', unsubscribed: 'yes', list: 'notContacted' }, { customer: 'bob', unsubscribed: 'no' }, { email: 'cem@x.org', customer: '', consent: 'unsubscribed' });
		expect([[...objecting], known!.of(0, '')]).toEqual([[0, 2], []]);
	});

	it('of nothing, or of an item without anything, is no list', () => {
		expect([reading(), reading({}), reading({ customer: '', contactedOn: null })].map(({ known }) => known)).toEqual([null, null, null]);
	});

	it('without any column that names somebody is a problem', () => {
		const { known, problems } = reading({ date: '2024-06-03' });
		expect([known, told(problems)]).toEqual([null, [['missingColumn', null, 'customer']]]);
	});
});
