import { addMovements, customerDays, movementsOf, withoutMovements } from '../../../domain/churn/movements';
import type { Movements } from '../../../domain/churn/movements';
import { drawSpells, july, julyPeriod, movementsInJuly } from '../../support/ledger';
import { FIRST_JULY, SECOND_JULY } from '../../support/vectors';

const letters = ({ customersAtStart: S, joined: N, returned: R, churned: L, customersAtEnd: E }: Movements) => ({ S, N, R, L, E });

describe('movementsOf: DOMAIN’s vectors', () => {
	it('(i) is ten at the start, three who join, one who returns, four losses, ten at the end, 312 customer-days', () => {
		const movements = movementsInJuly(FIRST_JULY);
		expect(letters(movements)).toEqual({ S: 10, N: 3, R: 1, L: 4, E: 10 });
		expect(customerDays(movements)).toBe(312);
	});

	it('(i) has c1 and c3 gone at the end, and c1, c2 and c3 who left at least once', () => {
		const { churnedAtEnd, churnedAtLeastOnce } = movementsInJuly(FIRST_JULY);
		expect([churnedAtEnd, churnedAtLeastOnce]).toEqual([2, 3]);
	});

	it('(ii) is S 4, N 5, R 2, L 4, E 7, 168 customer-days', () => {
		const movements = movementsInJuly(SECOND_JULY);
		expect(letters(movements)).toEqual({ S: 4, N: 5, R: 2, L: 4, E: 7 });
		expect(customerDays(movements)).toBe(168);
	});
});

describe('movementsOf: the edges of July', () => {
	it('who leaves on 1 July was here as July opened and left in it', () => {
		const movements = movementsInJuly('c1  before  1');
		expect(letters(movements)).toEqual({ S: 1, N: 0, R: 0, L: 1, E: 0 });
		expect([movements.hereByDay[0], movements.hereByDay[1], movements.leftByDay[0]]).toEqual([1, 0, 1]);
	});

	it('who leaves on 30 June was not here as July opened', () => {
		expect(letters(movementsInJuly('c1  before  0'))).toEqual({ S: 0, N: 0, R: 0, L: 0, E: 0 });
	});

	it('who leaves on 31 July left in July', () => {
		expect(letters(movementsInJuly('c1  before  31'))).toEqual({ S: 1, N: 0, R: 0, L: 1, E: 0 });
	});

	it('who leaves on 1 August was here as August opened: no loss of July', () => {
		expect(letters(movementsInJuly('c1  before  32'))).toEqual({ S: 1, N: 0, R: 0, L: 0, E: 1 });
	});

	it('who joins on 1 July joined in it and was not here as it opened, but as 2 July did', () => {
		const movements = movementsInJuly('c1  1  –');
		expect(letters(movements)).toEqual({ S: 0, N: 1, R: 0, L: 0, E: 1 });
		expect([movements.hereByDay[0], movements.hereByDay[1], movements.hereByDay[30]]).toEqual([0, 1, 1]);
		expect(customerDays(movements)).toBe(30);
	});

	it('who joins on 31 July is on no day of July here as it opens', () => {
		const movements = movementsInJuly('c1  31  –');
		expect(letters(movements)).toEqual({ S: 0, N: 1, R: 0, L: 0, E: 1 });
		expect(customerDays(movements)).toBe(0);
	});

	it('who joins on 1 August is not in July at all', () => {
		expect(letters(movementsInJuly('c1  32  –'))).toEqual({ S: 0, N: 0, R: 0, L: 0, E: 0 });
	});

	it('who joins on the 9th and leaves on the 10th is here as one day opens, the 10th', () => {
		const movements = movementsInJuly('c1  9  10');
		expect(letters(movements)).toEqual({ S: 0, N: 1, R: 0, L: 1, E: 0 });
		expect([...movements.hereByDay].flatMap((here, index) => (here ? [index + 1] : []))).toEqual([10]);
	});

	it('who joins and leaves on the same day is neither', () => {
		expect(letters(movementsInJuly('c1  9  9'))).toEqual({ S: 0, N: 0, R: 0, L: 0, E: 0 });
	});

	it('who left in May and is back in July returned and did not join', () => {
		expect(letters(movementsInJuly('c1  -60  -40\nc1  9  –'))).toEqual({ S: 0, N: 0, R: 1, L: 0, E: 1 });
	});

	it('who leaves twice in July is two losses of one customer', () => {
		const movements = movementsInJuly('c1  before  3\nc1  8  16');
		expect(letters(movements)).toEqual({ S: 1, N: 0, R: 1, L: 2, E: 0 });
		expect(movements.churnedAtLeastOnce).toBe(1);
	});

	it('nobody at all is no movements of any group', () => {
		const { movements, losses } = movementsOf(drawSpells('').ledger, [julyPeriod]);
		expect([movements[0].size, losses.length]).toEqual([0, 0]);
	});

	it('no periods are no movements', () => {
		expect(movementsOf(drawSpells(FIRST_JULY).ledger, [])).toEqual({ movements: [], losses: [] });
	});
});

describe('movementsOf: As Of', () => {
	it('a loss dated on As Of, the 20th, does not count; one dated the 19th does', () => {
		expect(movementsInJuly('c1  before  20', july(20)).churned).toBe(0);
		expect(movementsInJuly('c1  before  19', july(20)).churned).toBe(1);
	});

	it('who joins on As Of has joined', () => {
		expect(letters(movementsInJuly('c1  20  –', july(20)))).toEqual({ S: 0, N: 1, R: 0, L: 0, E: 1 });
	});
});

describe('movementsOf: the losses', () => {
	const { ledger, customers } = drawSpells(SECOND_JULY);
	const { losses } = movementsOf(ledger, [julyPeriod]);

	it('of vector (ii) are four, in order of customer and then of time', () => {
		expect(losses.map(({ customer, spell }) => `${customers[customer]} ${ledger.end[spell] - july(0)}`)).toEqual(['c1 4', 'c1 16', 'c4 1', 'o1 20']);
	});

	it('say whose spell was running as July opened: the first of c1 and that of c4', () => {
		expect(losses.map(({ spellWasHereAtStart }) => spellWasHereAtStart)).toEqual([true, false, true, false]);
	});

	it('say who is back as August opens: c2 who leaves on the 15th and is back on the 20th, not c1 who left again', () => {
		expect(losses.map(({ isBackAtEnd }) => isBackAtEnd)).toEqual([false, false, false, false]);
		const { losses: withReturn } = movementsOf(drawSpells('c2  before  15\nc2  20  –').ledger, [julyPeriod]);
		expect(withReturn.map(({ isBackAtEnd }) => isBackAtEnd)).toEqual([true]);
	});

	it('who is back on 31 July is back as August opens, on 1 August not yet', () => {
		const isBack = (day: number) => movementsOf(drawSpells(`c1  before  15\nc1  ${day}  –`).ledger, [julyPeriod]).losses[0].isBackAtEnd;
		expect([isBack(31), isBack(32)]).toEqual([true, false]);
	});

	it('who is back, leaves on 1 August and so is here as August opens, is back', () => {
		const { losses: found } = movementsOf(drawSpells('c1  before  15\nc1  20  32').ledger, [julyPeriod]);
		expect(found.map(({ isBackAtEnd }) => isBackAtEnd)).toEqual([true]);
	});

	it('leave out who left before the first period and who leaves after the last', () => {
		expect(movementsOf(drawSpells('c1  before  0\nc2  before  32').ledger, [julyPeriod]).losses).toEqual([]);
	});
});

describe('movementsOf: several periods', () => {
	const weeks = [1, 8, 15, 22, 29].map((day) => ({ start: july(day), end: july(day + 7), label: `week of ${day}` }));
	const { movements } = movementsOf(drawSpells('c1  before  15\nc1  20  –\nn1  5  12').ledger, weeks);

	it('each ends with as many as the next begins with', () => {
		const counts = movements.map((groups) => groups.get(0)!);
		counts.slice(1).forEach((later, index) => expect(later.customersAtStart).toBe(counts[index].customersAtEnd));
	});

	it('a loss on the 15th is one of the week from the 15th, not of that before', () => {
		expect(movements.map((groups) => groups.get(0)!.churned)).toEqual([0, 1, 1, 0, 0]);
	});
});

describe('movementsOf: groups', () => {
	const { ledger, customers } = drawSpells(FIRST_JULY);
	const isNew = (customer: number) => (customers[customer].startsWith('n') ? 1 : 0);
	const byGroup = movementsOf(ledger, [julyPeriod], isNew).movements[0];
	const all = movementsOf(ledger, [julyPeriod]).movements[0].get(0)!;

	it('of old and new customers: ten at the start of whom three losses, three joined of whom one lost', () => {
		expect(letters(byGroup.get(0)!)).toEqual({ S: 10, N: 0, R: 1, L: 3, E: 8 });
		expect(letters(byGroup.get(1)!)).toEqual({ S: 0, N: 3, R: 0, L: 1, E: 2 });
	});

	it('added together are everybody', () => {
		expect(addMovements(byGroup.values(), 31)).toEqual(all);
	});

	it('everybody without the new is the others', () => {
		expect(withoutMovements(all, byGroup.get(1)!)).toEqual(byGroup.get(0));
	});

	it('a group nobody belongs to in a period is missing there', () => {
		expect([...byGroup.keys()].sort()).toEqual([0, 1]);
	});

	it('no groups add up to nobody', () => {
		expect(letters(addMovements([], 31))).toEqual({ S: 0, N: 0, R: 0, L: 0, E: 0 });
	});
});
