import { flattened } from '../../../nodes/CustomerActivity/flatten';

describe('an item as one row of plain columns', () => {
	it('fields of a stream stand under its name and theirs, in place of the stream; one that is not connected stays null', () => {
		expect(flattened({ customer: 'ann', purchases: { orders: 2, lastOn: '2024-06-01' }, usage: null })).toEqual({ customer: 'ann', purchasesOrders: 2, purchasesLastOn: '2024-06-01', usage: null });
	});

	it('lists of numbers are joined by commas, of texts and dates by line breaks; an empty list is an empty text', () => {
		expect(flattened({ purchases: { days: [3, 5] }, tickets: { recentTexts: [], recentTextsOn: ['2024-06-02', '2024-06-01'] } })).toEqual({ purchasesDays: '3, 5', ticketsRecentTexts: '', ticketsRecentTextsOn: '2024-06-02\n2024-06-01' });
	});

	it('a text of several lines is one line, so that the next text still stands beside its day', () => {
		expect(flattened({ tickets: { recentTexts: ['Hello,\r\n\r\n  where is it?\n', 'Thanks'] } })).toEqual({ ticketsRecentTexts: 'Hello, where is it? \nThanks' });
	});
});
