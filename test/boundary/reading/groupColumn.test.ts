import { readGroupColumn } from '../../../boundary/reading/groupColumn';
import { itemsOf } from '../../support/reading';

const read = (cells: readonly unknown[], counting = cells.map((_, item) => item)) => {
	const { values, valueOfRow } = readGroupColumn(itemsOf(cells.map((plan) => ({ plan }))), Int32Array.from(counting), 'plan');
	return [...valueOfRow].map((value) => values[value]);
};

describe('a column to group by', () => {
	it('tells groups apart by their text, without spaces around it', () => expect(read(['Gold', ' Gold ', 'gold'])).toEqual(['Gold', 'Gold', 'gold']));

	it('takes numbers and truth values by how they are written', () => expect(read([1, '1', 0, true])).toEqual(['1', '1', '0', 'true']));

	it('has one blank group for cells that say nothing, and for objects and lists', () => {
		expect(read(['', null, undefined, ' ', 'N/A', {}, ['Gold']])).toEqual(['', '', '', '', '', '', '']);
	});

	it.each(['__proto__', 'constructor', 'toString', '=1+1', '<b>Gold</b>', '💸'])('%s is a group like any other', (name) => {
		expect(read([name, 'Gold', name])).toEqual([name, 'Gold', name]);
	});

	it('reads the items that count, by their place among them', () => expect(read(['a', 'b', 'c'], [2, 0])).toEqual(['c', 'a']));
});
