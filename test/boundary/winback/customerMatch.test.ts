import { CustomerMatch, namingColumns } from '../../../boundary/winback/customerMatch';
import { itemsOf } from '../../support/reading';

const emails = ['ann@x.org', 'bob@x.org', 'bob@x.org'];
const phones = ['+380501234567', '', ''];

/** 17850 and 12 and 13, of whom the last two share an address. */
const match = new CustomerMatch({
	ids: ['17850', '12', '13'],
	emailOf: (customer) => emails[customer],
	phoneOf: (customer) => phones[customer],
	readEmail: (cell) => (String(cell).includes('@') ? String(cell).toLowerCase() : ''),
	readPhone: (cell) => (/^\+\d+$/.test(String(cell)) ? String(cell) : ''),
});

const named = (row: Readonly<Record<string, unknown>>) => match.of(row, namingColumns(itemsOf([row])));

describe('the customers a row names', () => {
	it('are found by the id, whether a number or text, before an address that others have', () => {
		expect([named({ customer: 17_850 }), named({ customer: '17850', email: 'bob@x.org' })]).toEqual([[0], [0]]);
	});

	it('are found by the address beside an id that another import gave', () => expect(named({ customer: 'old-7', email: 'Ann@x.org' })).toEqual([0]));

	it('are all who have the address', () => expect(named({ email: 'BOB@x.org' })).toEqual([1, 2]));

	it('are found by a phone number whose plus a spreadsheet took away', () => expect([named({ phone: 380_501_234_567 }), named({ phone: '380 50 123-45-67' })]).toEqual([[0], [0]]));

	it('are none where the row names somebody else, and null where it names nobody', () => {
		expect([named({ customer: '99', email: 'zoe@x.org' }), named({ customer: ' ', email: null, other: 1 })]).toEqual([[], null]);
	});
});
