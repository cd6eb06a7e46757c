import type { Cell } from '../../../domain/churn/cells';
import { EVERYBODY } from '../../../domain/churn/question';
import { spenderRoll } from '../../../domain/churn/spenders';
import { groupingOf } from '../../../domain/ledger/groups';
import { spellsFromVisits } from '../../../domain/ledger/spells';
import { spendOfVisits } from '../../../domain/ledger/spend';
import { periodsCovering } from '../../../domain/time';
import { dayOf, drawPurchases, nobody } from '../../support/ledger';

const EUR = 0;
const WINDOW = 30;

/** A drawn first quarter of 2024, and who had spent what as February and March opened; amounts in whole units. */
function spendersOf(table: string, lostSpells: readonly number[] = [], currency: number | null = null) {
	const { history, groupColumns } = drawPurchases(table, '2024-04-01');
	const ledger = spellsFromVisits(history, WINDOW, dayOf('2024-04-01'));
	const periods = periodsCovering(dayOf('2024-01-01'), dayOf('2024-03-31'), 'month');
	const grouping = groupColumns.length > 0 ? groupingOf(history, groupColumns, periods) : null;
	const isLostSpell = Uint8Array.from(ledger.start, (_, spell) => (lostSpells.includes(spell) ? 1 : 0));
	const roll = spenderRoll({ ledger, periods, grouping }, spendOfVisits(history, WINDOW, currency), isLostSpell);
	/** `whom`: everybody, or the group of the customer of that number; and how many of them are here at the start. */
	return (month: number, ...whom: ReadonlyArray<readonly [who: 'everybody' | number, customersAtStart: number]>) => {
		const cells = whom.map(([who, customersAtStart]): Cell => ({
			group: who === 'everybody' ? EVERYBODY : grouping!.groupOf(who, month - 1),
			movements: { ...nobody(31), customersAtStart },
			rate: { numerator: 0, denominator: 0, value: { value: null, reason: 'noCustomers' } },
			reason: null,
		}));
		const byGroup = new Map(cells.map((cell) => [cell.group, cell]));
		const found = roll(month - 1, { period: periods[month - 1], everybody: byGroup.get(EVERYBODY)!, byGroup });
		return cells.map(({ group }) => {
			const { spentBefore, isLost, brought } = found.get(group)!;
			return { spent: [...spentBefore].map((value) => value / 10_000), lost: [...isLost], brought: brought / 10_000 };
		});
	};
}

describe('spenderRoll: those here as a period opens', () => {
	const table = `
		customer  on          amount  currency  what
		Ada       2024-01-01  100     EUR       purchase
		Ada       2024-01-25  10      EUR       purchase
		Ada       2024-02-01  1000    EUR       purchase
		Boris     2024-01-31  7       EUR       purchase
		Boris     2024-01-31  3       USD       purchase
		Cyrus     2024-02-01  50      EUR       purchase
		Dana      2024-01-20  20      EUR       purchase
		Dana      2024-01-28  -5      EUR       refund
	`;

	it('with what they had spent before 1 February: not Ada’s 1,000 of that day, and not Cyrus who joins on it', () => {
		expect(spendersOf(table)(2, ['everybody', 3])[0].spent).toEqual([110, 10, 15]);
	});

	it('brought in the 30 days before 1 February, from 2 January on: not Ada’s 100 of 1 January, 10 + 10 + 15', () => {
		expect(spendersOf(table)(2, ['everybody', 3])[0].brought).toBe(35);
	});

	it('in one currency: 110, 7 and 15 euros', () => {
		const [everybody] = spendersOf(table, [], EUR)(2, ['everybody', 3]);
		expect([everybody.spent, everybody.brought]).toEqual([[110, 7, 15], 32]);
	});

	it('are lost where their spell is named as lost and ends in the period: Dana, on 19 February', () => {
		const danasSpell = 3;
		expect(spendersOf(table, [danasSpell])(2, ['everybody', 3])[0].lost).toEqual([0, 0, 1]);
	});

	it('go on from period to period: as March opens Ada has 1,110, Boris 10 until 1 March, Cyrus 50', () => {
		const roll = spendersOf(table);
		roll(2, ['everybody', 3]);
		expect(roll(3, ['everybody', 3])[0].spent).toEqual([1110, 10, 50]);
	});

	it('are nobody as the first period opens', () => {
		expect(spendersOf(table)(1, ['everybody', 0])[0]).toEqual({ spent: [], lost: [], brought: 0 });
	});

	it('by group make everybody together', () => {
		const grouped = spendersOf(`
			customer  on          amount  plan
			Ada       2024-01-25  10      Pro
			Boris     2024-01-31  7       Basic
			Cyrus     2024-01-30  50      Basic
		`);
		const [everybody, ofAda, ofBoris] = grouped(2, ['everybody', 3], [0, 1], [1, 2]);
		expect([everybody.spent, ofAda.spent, ofBoris.spent]).toEqual([[10, 7, 50], [10], [7, 50]]);
		expect(everybody.brought).toBe(ofAda.brought + ofBoris.brought);
	});
});
