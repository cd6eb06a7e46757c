import { areOfSeveralSystems, disagreementsIn } from '../../../boundary/activity/disagreements';
import { columnAt } from '../../../boundary/sources/roleColumn';
import type { Rows } from '../../support/reading';
import { itemsOf } from '../../support/reading';

const found = (...streams: readonly Rows[]) => disagreementsIn(streams.map((rows) => ({ customer: columnAt('id'), email: columnAt('email'), rows: itemsOf(rows) })));

describe('disagreements about the addresses of equal ids', () => {
	it('are those of ids with no address in common in two streams, whatever its letters', () => {
		expect(found([{ id: 1, email: 'a@x.com' }, { id: 2, email: 'b@x.com' }, { id: 3, email: 'c@x.com' }], [{ id: '1', email: 'A@x.com' }, { id: 2, email: 'z@x.com' }])).toEqual({ common: 2, disagreeing: 1 });
	});

	it('are none where somebody changed the address within a stream, nor of guests and blanks', () => {
		expect(found([{ id: 1, email: 'old@x.com' }, { id: 1, email: 'new@x.com' }], [{ id: 1, email: 'new@x.com' }])).toEqual({ common: 1, disagreeing: 0 });
		expect(found([{ id: 0, email: 'a@x.com' }, { id: 4, email: '' }], [{ id: 0, email: 'b@x.com' }, { id: 4, email: 'b@x.com' }])).toEqual({ common: 0, disagreeing: 0 });
	});

	it('speak of several systems above one in ten, and not at one in ten nor without any', () => {
		expect([{ common: 9, disagreeing: 1 }, { common: 10, disagreeing: 1 }, { common: 0, disagreeing: 0 }].map(areOfSeveralSystems)).toEqual([true, false, false]);
	});
});
