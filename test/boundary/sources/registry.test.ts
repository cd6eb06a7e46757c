import { purchaseSources } from '../../../boundary/sources';
import { plainTable } from '../../../boundary/sources/plainTable';
import type { PurchaseSource } from '../../../boundary/sources/source';
import { tableOfRows } from '../../support/reading';

const sources: readonly PurchaseSource[] = purchaseSources;

describe('the sources', () => {
	it('have ids of their own', () => expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length));

	it('end with the plain table, which takes what no other recognises', () => {
		expect(sources.at(-1)).toBe(plainTable);
		for (const source of sources.slice(0, -1)) expect(source.recognises(tableOfRows({ customer: 'ann', date: '2024-03-14', amount: 10 }))).toBe(false);
	});
});

describe.each(sources.map((source) => [source.id, source] as const))('%s', (id, source) => {
	it('is called by words, and its rows too', () => {
		expect(id).toMatch(/^[a-z][A-Za-z]+$/);
		expect(source.title).toMatch(/^[A-Z]/);
		expect(source.description).toMatch(/^[A-Z].*[^.]$/);
		expect(source.nouns.every((noun) => /^[a-z]+$/.test(noun))).toBe(true);
	});

	it('takes the columns that the user chose', () => {
		const chosen = { customer: 'who', date: 'when', amount: 'worth', order: 'number', currency: 'money', status: 'state' };
		expect(source.layoutOf(tableOfRows(Object.fromEntries(Object.values(chosen).map((column) => [column, 1]))), chosen)).toMatchObject({
			customer: 'who',
			date: 'when',
			amount: { kind: 'total', column: 'worth' },
			order: 'number',
			currency: 'money',
		});
	});
});
