/**
 * A July with everything in it, small enough to follow with a finger: ten customers at the start, three
 * who join, one who leaves and comes back, one who joins and leaves. Each definition's `example` is its
 * result on this ledger. DOMAIN 1, vector (i).
 */
import { spellsFrom, STILL_HERE } from '../ledger/spells';
import { dayOfDate } from '../time';

const july = (dayOfMonth: number) => dayOfDate(2024, 7, dayOfMonth);
const longAgo = dayOfDate(2024, 1, 1);

export const examplePeriod = { start: july(1), end: july(31) + 1, label: '2024-07' };

/** Who, from when, until when. */
export const exampleSpells: ReadonlyArray<readonly [customer: string, start: number, end: number]> = [
	['c1', longAgo, july(3)],
	['c2', longAgo, july(15)],
	['c2', july(20), STILL_HERE],
	['c3', longAgo, july(28)],
	['c4', longAgo, STILL_HERE],
	['c5', longAgo, STILL_HERE],
	['c6', longAgo, STILL_HERE],
	['c7', longAgo, STILL_HERE],
	['c8', longAgo, STILL_HERE],
	['c9', longAgo, STILL_HERE],
	['c10', longAgo, STILL_HERE],
	['n1', july(5), july(12)],
	['n2', july(9), STILL_HERE],
	['n3', july(22), STILL_HERE],
];

const names = [...new Set(exampleSpells.map(([customer]) => customer))];

export const exampleLedger = spellsFrom(
	exampleSpells.map(([customer, start, end]) => ({ customer: names.indexOf(customer), start, end })),
	names.length,
	examplePeriod.end,
);
