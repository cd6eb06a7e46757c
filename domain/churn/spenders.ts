import type { Grouping } from '../ledger/groups';
import type { Spend } from '../ledger/spend';
import type { SpellLedger } from '../ledger/spells';
import type { Period } from '../time';
import type { PeriodCells } from './cells';
import { EVERYBODY } from './question';
import type { Members } from './topFifth';

/** Those here as a period opened, and what they brought of late, in 1/10,000; NaN where a sum was too large to be exact. */
export interface Spenders extends Members {
	brought: number;
	/** In how many days before the period they brought it. */
	readonly broughtInDays: number;
}

export interface SpenderQuestion {
	readonly ledger: SpellLedger;
	readonly periods: readonly Period[];
	readonly grouping: Grouping | null;
}

/** Lends memory for the members of a period, the same at each period. */
function memberMemory(broughtInDays: number) {
	let spent = new Float64Array(0);
	let scratch = new Float64Array(0);
	let lost = new Uint8Array(0);
	let lent = 0;
	return {
		/** Takes back all that was lent and provides for so many members. */
		provideFor(members: number): void {
			lent = 0;
			if (members <= spent.length) return;
			const room = Math.max(members, 2 * spent.length);
			spent = new Float64Array(room);
			scratch = new Float64Array(room);
			lost = new Uint8Array(room);
		},
		lend(members: number) {
			const start = lent;
			lent += members;
			return {
				spentBefore: spent.subarray(start, lent),
				isLost: lost.subarray(start, lent),
				scratch: scratch.subarray(start, lent),
				brought: 0,
				broughtInDays,
				size: 0,
			};
		},
	};
}

type Roll = Spenders & { size: number };

function record(roll: Roll, spent: number, brought: number, isLost: number): void {
	roll.spentBefore[roll.size] = spent;
	roll.isLost[roll.size++] = isLost;
	roll.brought += brought;
}

/**
 * What had those here at the start of a period spent, and what did they bring of late?
 *
 * Answers for the one currency of `spend`, period after period in order of time; an answer holds until the next
 * is asked for. `isLostSpell` is 1 for the spells lost by the start-of-period rule. O(spells + customers) a period.
 */
export function spenderRoll(
	{ ledger, periods, grouping }: SpenderQuestion,
	spend: Spend,
	isLostSpell: Uint8Array,
): (period: number, cells: PeriodCells) => ReadonlyMap<number, Spenders> {
	const memory = memberMemory(spend.broughtInDays);

	return (period, { byGroup, everybody }) => {
		const { start: opens, end: closes } = periods[period];
		// Everybody, and where there are groups everybody once more.
		memory.provideFor((grouping ? 2 : 1) * everybody.movements.customersAtStart);
		const rolls = new Map([...byGroup.values()].map((cell) => [cell.group, memory.lend(cell.movements.customersAtStart)]));

		const all = rolls.get(EVERYBODY)!;
		for (let customer = 0; customer < ledger.customerCount; customer++) {
			for (let spell = ledger.firstSpell[customer]; spell < ledger.firstSpell[customer + 1]; spell++) {
				const isHere = ledger.start[spell] < opens && ledger.end[spell] >= opens;
				if (!isHere) continue;
				const isLost = ledger.end[spell] < closes ? isLostSpell[spell] : 0;
				const spent = spend.spentBefore(customer, opens);
				const brought = spend.broughtBefore(customer, opens);
				record(all, spent, brought, isLost);
				if (grouping) record(rolls.get(grouping.groupOf(customer, period))!, spent, brought, isLost);
			}
		}
		return rolls;
	};
}
