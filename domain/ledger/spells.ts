/**
 * The ledger of spells: when each customer was a customer. DOMAIN 1, "Days".
 *
 * A spell [start, end) begins on the day somebody joins and ends on the day of leaving. On day t the
 * customer is *here as the day opens* when start < t ≤ end.
 *
 * Invariants that every maker of a ledger establishes:
 * - spells of customer c are those from `firstSpell[c]` up to, not including, `firstSpell[c + 1]`;
 * - within a customer they are in order and apart: each starts after the one before it ended;
 * - start < end: a spell of no days is none;
 * - an end on or after As Of is not known yet and stands as STILL_HERE.
 */
import type { History } from './history';

/** The end of a spell that has not ended: later than any day. */
export const STILL_HERE = 2 ** 31 - 1;

export interface SpellLedger {
	readonly customerCount: number;
	readonly firstSpell: Int32Array;
	readonly start: Int32Array;
	readonly end: Int32Array;
}

interface Spell {
	readonly customer: number;
	readonly start: number;
	readonly end: number;
}

const endKnownAsOf = (end: number, asOf: number) => (end < asOf ? end : STILL_HERE);

/**
 * When was each customer a customer, if a purchase or visit on day p keeps one for `window` days?
 *
 * A visit is a spell [p, p + window). Spells that touch or overlap are one, so a gap of at most
 * `window` days is no loss, and a loss is dated last visit + window. Losses dated on As Of or later
 * are not known yet. Customers without a visit have no spell. O(events).
 */
export function spellsFromVisits(history: History, window: number, asOf: number): SpellLedger {
	const { customerCount, firstEvent, day, isVisit } = history;
	const start = new Int32Array(countSpells(history, window));
	const end = new Int32Array(start.length);
	const firstSpell = new Int32Array(customerCount + 1);
	let spellCount = 0;

	for (let customer = 0; customer < customerCount; customer++) {
		const firstOfCustomer = spellCount;
		for (let event = firstEvent[customer]; event < firstEvent[customer + 1]; event++) {
			if (!isVisit[event]) continue;
			const continues = spellCount > firstOfCustomer && day[event] <= end[spellCount - 1];
			if (!continues) start[spellCount++] = day[event];
			end[spellCount - 1] = day[event] + window;
		}
		if (spellCount > firstOfCustomer) end[spellCount - 1] = endKnownAsOf(end[spellCount - 1], asOf);
		firstSpell[customer + 1] = spellCount;
	}
	return { customerCount, firstSpell, start, end };
}

/** How many spells visits make; a visit more than `window` days after the last one begins another. */
function countSpells({ customerCount, firstEvent, day, isVisit }: History, window: number): number {
	let count = 0;
	for (let customer = 0; customer < customerCount; customer++) {
		let lastVisit = -Infinity;
		for (let event = firstEvent[customer]; event < firstEvent[customer + 1]; event++) {
			if (!isVisit[event]) continue;
			if (day[event] > lastVisit + window) count++;
			lastVisit = day[event];
		}
	}
	return count;
}

/**
 * The ledger of spells that are known as such, in any order; `end` may be STILL_HERE.
 *
 * Spells of one customer that touch or overlap become one. O(spells · log spells).
 */
export function spellsFrom(spells: readonly Spell[], customerCount: number, asOf: number): SpellLedger {
	const merged: Spell[] = [];
	const started = spells
		.filter(({ start, end }) => start < end && start <= asOf)
		.map((spell) => ({ ...spell, end: endKnownAsOf(spell.end, asOf) }))
		.sort((one, other) => one.customer - other.customer || one.start - other.start);
	for (const spell of started) {
		const previous = merged.at(-1);
		const continues = previous?.customer === spell.customer && spell.start <= previous.end;
		if (continues) merged[merged.length - 1] = { ...previous, end: Math.max(previous.end, spell.end) };
		else merged.push(spell);
	}

	const firstSpell = new Int32Array(customerCount + 1);
	for (const spell of merged) firstSpell[spell.customer + 1]++;
	for (let customer = 0; customer < customerCount; customer++) firstSpell[customer + 1] += firstSpell[customer];
	return {
		customerCount,
		firstSpell,
		start: Int32Array.from(merged, (spell) => spell.start),
		end: Int32Array.from(merged, (spell) => spell.end),
	};
}
