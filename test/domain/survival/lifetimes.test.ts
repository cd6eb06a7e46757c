import fc from 'fast-check';
import { spellsFromVisits, STILL_HERE } from '../../../domain/ledger/spells';
import { kaplanMeier } from '../../../domain/survival/kaplanMeier';
import type { Observation } from '../../../domain/survival/lifetimes';
import { lifetimesOf } from '../../../domain/survival/lifetimes';
import { law } from '../../support/law';
import { drawPurchases, drawSpells, july, ledgerOf } from '../../support/ledger';

const AS_OF = july(31);
const allSeen: Observation = Object.freeze({ asOf: AS_OF, watchedFrom: -Infinity, joinsSeenFrom: -Infinity });

const lifetimesIn = (table: string, observation: Partial<Observation> = {}) => lifetimesOf(drawSpells(table, AS_OF).ledger, { ...allSeen, ...observation });

/** Customer, entry, exit and end of each. */
const rowsOf = ({ customer, entry, exit, isEvent }: ReturnType<typeof lifetimesOf>) =>
	[...customer].map((who, index) => [who, entry[index], exit[index], isEvent[index] ? 'left' : 'here']);

const nobody = { joinedUnseen: 0, leftUnseen: 0, tooNew: 0 };

describe('lifetimesOf(ledger, observation)', () => {
	it('of one who joined on the 3rd and left on the 10th is 7 days; of one who joined on the 5th, on the 30th, the day before As Of, 25 days so far', () => {
		const found = lifetimesIn('c1  3  10\nc2  5  –');
		expect(rowsOf(found)).toEqual([[0, 0, 7, 'left'], [1, 0, 25, 'here']]);
		expect(found.notObserved).toEqual(nobody);
	});

	it('is of the first spell only: left on the 10th, back on the 20th', () => {
		expect(rowsOf(lifetimesIn('c1  3  10\nc1  20  –'))).toEqual([[0, 0, 7, 'left']]);
	});

	it('was watched from the age of 4 on, for one who joined on the 3rd, where the watching began on the 7th; from joining on, for one of the 7th or later', () => {
		expect(rowsOf(lifetimesIn('c1  3  10\nc2  7  –\nc3  9  –', { watchedFrom: july(7) }))).toEqual([[0, 4, 7, 'left'], [1, 0, 23, 'here'], [2, 0, 21, 'here']]);
	});

	it('was not seen of one who left on the 7th or before; a loss of the 8th was', () => {
		const found = lifetimesIn('c1  3  6\nc2  3  7\nc3  3  8', { watchedFrom: july(7) });
		expect([rowsOf(found), found.notObserved]).toEqual([[[2, 4, 5, 'left']], { ...nobody, leftUnseen: 2 }]);
	});

	it('was not seen of one who may have joined before the log: first seen on the 9th, joinings known from the 10th', () => {
		const found = lifetimesIn('c1  9  12\nc2  10  12', { joinsSeenFrom: july(10) });
		expect([rowsOf(found), found.notObserved]).toEqual([[[1, 0, 2, 'left']], { ...nobody, joinedUnseen: 1 }]);
	});

	it('has no day of one who joined on As Of or the day before, nor where the watching begins then', () => {
		expect(lifetimesIn('c1  31  –\nc2  30  –').notObserved).toEqual({ ...nobody, tooNew: 2 });
		expect(rowsOf(lifetimesIn('c1  29  –'))).toEqual([[0, 0, 1, 'here']]);
		expect(lifetimesIn('c1  3  –', { watchedFrom: july(30) }).notObserved).toEqual({ ...nobody, tooNew: 1 });
	});

	it('does not hide losses at the churn window: of two who bought once, one could be seen to leave after 10 days and did, the other will on As Of', () => {
		const { history } = drawPurchases('customer  on\nAda  2024-07-01\nBoris  2024-07-21', '2024-07-31');
		const found = lifetimesOf(spellsFromVisits(history, 10, AS_OF), allSeen);
		expect(rowsOf(found)).toEqual([[0, 0, 10, 'left'], [1, 0, 9, 'here']]);
		expect([...kaplanMeier(found).survival]).toEqual([0]);
	});

	it('of nobody is none', () => {
		expect(rowsOf(lifetimesIn(''))).toEqual([]);
	});

	it('every customer is in it or counted as not observed, and all entries lie before the exits; shifting all days changes nothing', () => {
		const spells = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 20 }), fc.boolean()), { maxLength: 12 });
		law(spells, fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 999 })), (drawn, [watchedFrom, joinsSeenFrom, shift]) => {
			const at = (moved: number) => {
				const rows = drawn.map(([start, days, isOver], index) => ({ customer: `c${index}`, start: start + moved, end: isOver ? start + days + moved : STILL_HERE }));
				return lifetimesOf(ledgerOf(rows, 30 + moved).ledger, { asOf: 30 + moved, watchedFrom: watchedFrom + moved, joinsSeenFrom: joinsSeenFrom + moved });
			};
			const found = at(0);
			const { joinedUnseen, leftUnseen, tooNew } = found.notObserved;
			expect(found.customer.length + joinedUnseen + leftUnseen + tooNew).toBe(drawn.length);
			found.entry.forEach((entry, index) => expect(entry).toBeLessThan(found.exit[index]));
			expect(at(shift)).toEqual(found);
		});
	});
});
