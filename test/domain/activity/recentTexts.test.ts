import { recentTexts, shortened } from '../../../domain/activity/recentTexts';
import { DAY, historyOfRows } from '../../support/activity';

describe('shortened(text)', () => {
	it('keeps 500 characters as they are, and of 501 the first 499 with … after them', () => {
		expect(shortened('a'.repeat(500))).toBe('a'.repeat(500));
		expect(shortened('a'.repeat(501))).toBe(`${'a'.repeat(499)}…`);
	});

	it('leaves out an emoji that it would cut in half, and keeps one that ends in time', () => {
		expect(shortened(`${'a'.repeat(498)}😀${'a'.repeat(10)}`)).toBe(`${'a'.repeat(498)}…`);
		expect(shortened(`${'a'.repeat(497)}😀${'a'.repeat(10)}`)).toBe(`${'a'.repeat(497)}😀…`);
	});
});

describe('recentTexts(history, customer, textAt)', () => {
	const textsOf = (...rows: ReadonlyArray<readonly [day: number, text: string | null]>) =>
		recentTexts(historyOfRows(rows.map(([day]) => ({ customer: 0, at: day * DAY })), 1), 0, (row) => rows[row][1]);

	it('are those of days 3, 2 and 1, however the rows stand, each beside its day', () => {
		expect(textsOf([2, 'second'], [3, 'third'], [1, 'first'])).toEqual({ texts: ['third', 'second', 'first'], days: [3, 2, 1] });
	});

	it('of one moment stand in the order of the alphabet, and only five of six are told, with five days', () => {
		expect(textsOf([1, 'f'], [1, 'a'], [1, 'c'], [1, 'b'], [1, 'e'], [1, 'd'])).toEqual({ texts: ['a', 'b', 'c', 'd', 'e'], days: [1, 1, 1, 1, 1] });
	});

	it('are cut where a moment brings more than five: of day 2 one, of day 1 the first four of five', () => {
		expect(textsOf([1, 'f'], [1, 'a'], [1, 'c'], [1, 'b'], [1, 'e'], [2, 'z'])).toEqual({ texts: ['z', 'a', 'b', 'c', 'e'], days: [2, 1, 1, 1, 1] });
	});

	it('are none where no row has one', () => {
		expect(textsOf([1, null], [2, null])).toEqual({ texts: [], days: [] });
	});
});
