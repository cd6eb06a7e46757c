import { CustomerMatch, matchText, namingColumns, saysNothing } from '../../../boundary/winback/customerMatch';
import { createAddressReader } from '../../../boundary/winback/contactAddresses';
import { itemsOf } from '../../support/reading';
import type { Rows } from '../../support/reading';

const { email, phone } = createAddressReader({ phoneCountry: 'UA' });
const readEmail = (cell: unknown) => email(cell)?.toLowerCase() ?? '';
const readPhone = (cell: unknown) => phone(cell) ?? '';

const emails = ['ann@x.org', 'shop@x.org', 'shop@x.org', ''];
const phones = ['+380501234567', '', '', ''];
const match = new CustomerMatch({ ids: ['17850', 'bob@x.org', 'Cem', '\u0439'], emailOf: (customer) => emails[customer], phoneOf: (customer) => phones[customer], readEmail, readPhone });

/** By row the customers that it means. */
const meant = (...rows: Rows) => rows.map((row) => match.of(row, namingColumns(itemsOf(rows))));
const namesOf = (...rows: Rows) => namingColumns(itemsOf(rows)).columns.map(({ name, kind }) => [kind, name]);

describe('matchText(cell)', () => {
	it.each([
		[17_850, '17850'],
		['17850', '17850'],
		['\u200b 17850\u00a0', '17850'],
		['Bob@X.org', 'bob@x.org'],
		['Bob', 'Bob'],
		['\u0438\u0306', '\u0439'],
		[null, ''],
		[{}, ''],
	])('of %j is %j', (cell, text) => expect(matchText(cell)).toBe(text));
});

describe('the columns that name a customer', () => {
	it('are this pack’s customer, and addresses beside it', () => {
		expect(namesOf({ customer: 1, email: 'a@x.org', phone: '+1', customer_id: 9 })).toEqual([['id', 'customer'], ['email', 'email'], ['phone', 'phone']]);
	});

	it('are an id of a usual name where there is none, or where it is blank in every row', () => {
		expect(namesOf({ customer_id: 9 }, { customer_id: 8 })).toEqual([['id', 'customer_id']]);
		expect(namesOf({ customer: '', customer_id: 9 })).toEqual([['id', 'customer_id']]);
	});

	it('are an e-mail address or a phone number alone, as tables of mails and calls have them', () => {
		expect(namesOf({ to: 'a@x.org' })).toEqual([['email', 'to']]);
		expect(namesOf({ Recipient: 'a@x.org', to: 'b@x.org' })).toEqual([['email', 'to']]);
		expect(namesOf({ contactAt: 'a@x.org' })).toEqual([['email', 'contactAt']]);
		expect(namesOf({ phone_number: '+380501234567' })).toEqual([['phone', 'phone_number']]);
	});

	it('are none where nothing is called like one', () => expect(namesOf({ note: 'x', amount: 3 })).toEqual([]));
});

describe('the customers of a row', () => {
	it('are those of its id, as number or text, a blank around it or not', () => {
		expect(meant({ customer: 17_850 }, { customer: ' 17850 ' }, { customer: 'BOB@x.org' })).toEqual([[0], [0], [1]]);
	});

	it('by id are not those of other letters: cem is nobody, Cem is', () => expect(meant({ customer: 'cem' }, { customer: 'Cem' })).toEqual([[], [2]]));

	it('are all who have its address', () => expect(meant({ email: 'Shop <SHOP@x.org>' }, { email: 'ann@x.org' })).toEqual([[1, 2], [0]]));

	it('are found by the address beside an id that another import gave', () => expect(meant({ customer: 'old-7', email: 'Ann@x.org' })).toEqual([[0]]));

	it('are found by a phone number whose plus a spreadsheet took away', () => expect(meant({ phone: 380_501_234_567 }, { phone: '380 50 123-45-67' })).toEqual([[0], [0]]));

	it('are those of its phone number, however it is written', () => expect(meant({ phone: '050 123-45-67' }, { phone: '+380 50 1234567' })).toEqual([[0], [0]]));

	it('are found by a number whose plus a spreadsheet took away, also without a country', () => {
		const abroad = new CustomerMatch({ ids: ['1'], emailOf: () => '', phoneOf: () => '+380501234567', readEmail, readPhone: () => '' });
		expect([380_501_234_567, '380 50 123-45-67', '0501234567'].map((number) => abroad.of({ phone: number }, namingColumns(itemsOf([{ phone: number }]))))).toEqual([[0], [0], []]);
	});

	it('may be named by an address in the column of the id, and by an id in that of addresses', () => {
		expect(meant({ customer: 'ann@x.org' })).toEqual([[0]]);
		expect(meant({ email: 'bob@x.org' })).toEqual([[1]]);
		expect(meant({ to: 'Cem' })).toEqual([[2]]);
	});

	it('go by the first column that is known: the id goes before the address; a blank one, or one that another import gave, leaves it to the address', () => {
		expect(meant({ customer: 17_850, email: 'shop@x.org' }, { customer: 'nobody', email: 'ann@x.org' }, { customer: '', email: 'ann@x.org' }, { customer: 'nobody', email: 'zoe@x.org' })).toEqual([[0], [0], [0], []]);
	});

	it('are not known where no column says anything', () => expect(meant({ customer: 1, email: 'a@x.org' }, { customer: '', email: '-' })[1]).toBeNull());

	it('are nobody’s by a blank name: who has no address is not found by none', () => expect(meant({ customer: 1 }, { customer: ' ' })).toEqual([[], null]));
});

it('a row says nothing where all its values are blank, as Always Output Data gives one of an empty table', () => {
	expect([{}, { a: null, b: '' }, { a: 0 }, { a: 'x' }].map((json) => saysNothing({ json }))).toEqual([true, true, false, false]);
});
