import { entriesOf, problemsOfItems } from '../../../boundary/reading/entries';
import type { Row } from '../../../boundary/paths';
import type { Problem } from '../../../domain/problems';
import { itemsOf } from '../../support/reading';

const problem = (item: number | null, code: Problem['code'] = 'unreadableDate', column = 'date'): Problem => ({ code, item, column, received: 'x' });

describe('entriesOf(items, takeApart)', () => {
	const order = { id: 1, refunds: [{ amount: -5 }, { amount: -2 }] };
	const bare = { id: 2, refunds: [] };
	const withRefunds = (json: Row): readonly Row[] => [json, ...(json.refunds as Row[])];

	it('are the items themselves where a source does not take them apart', () => {
		const items = itemsOf([order, bare]);
		expect(entriesOf(items, undefined).rows).toBe(items);
		expect(entriesOf(items, undefined).itemOfEntry).toBeNull();
	});

	it('are an order and its two refunds of item 0, and an order alone of item 1; an item that stands for itself is not copied', () => {
		const items = itemsOf([order, bare]);
		const { rows, itemOfEntry } = entriesOf(items, withRefunds);
		expect(rows.map(({ json }) => json)).toEqual([order, { amount: -5 }, { amount: -2 }, bare]);
		expect([...itemOfEntry!]).toEqual([0, 0, 0, 1]);
		expect([rows[0], rows[3]]).toEqual([items[0], items[1]]);
		expect(rows[0]).toBe(items[0]);
	});

	it('are none of an item that stands for nothing, such as a page without subscriptions', () => {
		expect(entriesOf(itemsOf([order, bare]), () => []).rows).toEqual([]);
		expect([...entriesOf(itemsOf([bare, order]), (json) => (json.id === 1 ? [json] : [])).itemOfEntry!]).toEqual([1]);
	});

	it('are none of no items', () => {
		expect(entriesOf([], withRefunds)).toEqual({ rows: [], itemOfEntry: new Int32Array(0) });
	});
});

describe('problemsOfItems(problems, itemOfEntry)', () => {
	it('are the very same where a row is an item', () => {
		const problems = [problem(0), problem(0)];
		expect(problemsOfItems(problems, null)).toBe(problems);
	});

	it('are one of an order whose two refunds have the same fault in the same column, and another of each other fault or column', () => {
		const itemOfEntry = Int32Array.of(0, 0, 0, 1);
		const problems = [problem(0), problem(1), problem(2, 'unreadableAmount'), problem(2, 'unreadableAmount', 'net'), problem(3)];
		expect(problemsOfItems(problems, itemOfEntry).map(({ item, code, column }) => [item, code, column])).toEqual([
			[0, 'unreadableDate', 'date'],
			[0, 'unreadableAmount', 'date'],
			[0, 'unreadableAmount', 'net'],
			[1, 'unreadableDate', 'date'],
		]);
	});

	it('keep what concerns a whole column', () => {
		expect(problemsOfItems([problem(null)], Int32Array.of(0))).toEqual([problem(null)]);
	});
});
