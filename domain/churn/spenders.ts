import type { Grouping } from '../ledger/groups';
import type { History } from '../ledger/history';
import { runningSpend } from '../ledger/spend';
import type { SpellLedger } from '../ledger/spells';
import type { Period } from '../time';
import type { PeriodCells } from './cells';
import { EVERYBODY } from './question';
import type { Members } from './topFifth';

/** Those here as a period opened, and what they brought in the churn window before it, in 1/10,000. */
export interface Spenders extends Members {
	broughtInWindow: number;
}

export interface SpenderQuestion {
	readonly history: History;
	readonly ledger: SpellLedger;
	readonly periods: readonly Period[];
	readonly grouping: Grouping | null;
	readonly churnWindow: number;
}

/**
 * What had those here at the start of a period spent, and what did they bring of late?
 *
 * Answers for one currency (an index; null for all), period after period in order of time; `lostSpells`
 * are those lost by the start-of-period rule. O(spells + customers) a period.
 */
export function spenderRoll(
	{ history, ledger, periods, grouping, churnWindow }: SpenderQuestion,
	lostSpells: ReadonlySet<number>,
	currency: number | null,
): (period: number, cells: PeriodCells) => ReadonlyMap<number, Spenders> {
	const beforePeriod = runningSpend(history, currency);
	const beforeWindow = runningSpend(history, currency);

	return (period, { byGroup }) => {
		const { start: opens, end: closes } = periods[period];
		beforePeriod.advanceTo(opens);
		beforeWindow.advanceTo(opens - churnWindow);

		const rolls = new Map(
			[...byGroup.values()].map(({ group, movements: { customersAtStart } }) => [
				group,
				{
					spentBefore: new Float64Array(customersAtStart),
					isLost: new Uint8Array(customersAtStart),
					broughtInWindow: 0,
					size: 0,
				},
			]),
		);
		const add = (group: number, spent: number, brought: number, isLost: number) => {
			const roll = rolls.get(group)!;
			roll.spentBefore[roll.size] = spent;
			roll.isLost[roll.size++] = isLost;
			roll.broughtInWindow += brought;
		};
		for (let customer = 0; customer < ledger.customerCount; customer++) {
			for (let spell = ledger.firstSpell[customer]; spell < ledger.firstSpell[customer + 1]; spell++) {
				const isHere = ledger.start[spell] < opens && ledger.end[spell] >= opens;
				if (!isHere) continue;
				const spent = beforePeriod.before[customer];
				const brought = spent - beforeWindow.before[customer];
				const isLost = ledger.end[spell] < closes && lostSpells.has(spell) ? 1 : 0;
				add(EVERYBODY, spent, brought, isLost);
				if (grouping) add(grouping.groupOf(customer, period), spent, brought, isLost);
			}
		}
		return rolls;
	};
}
