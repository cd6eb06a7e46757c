/**
 * The slow twin of `domain/ledger` and `domain/churn/movements.ts`: day after day, with plain sets, straight from
 * the words of DOMAIN 1. It shares no code with the domain and is too slow for anything but tests.
 */
export interface SlowSpell {
	readonly customer: string;
	readonly start: number;
	/** The day of leaving; Infinity while still running. */
	readonly end: number;
}

export interface SlowPurchase {
	readonly customer: string;
	readonly day: number;
}

export interface SlowMovements {
	readonly S: number;
	readonly N: number;
	readonly R: number;
	readonly L: number;
	readonly E: number;
	/** Customers of S not here as b opens. */
	readonly gone: number;
	/** Customers of S who left at least once in the period. */
	readonly leftAtLeastOnce: number;
	readonly hereByDay: number[];
	readonly leftByDay: number[];
}

/** "A purchase on day p is a spell [p, p + W)"; that touching ones are one needs no care where days are asked one by one. */
export const spellsOfPurchases = (purchases: readonly SlowPurchase[], window: number): SlowSpell[] =>
	purchases.map(({ customer, day }) => ({ customer, start: day, end: day + window }));

const without = (set: Set<string>, others: Set<string>) => new Set([...set].filter((customer) => !others.has(customer)));

/** "Here as day t opens when start < t ≤ end"; "only losses dated before As Of count", so a later end is none yet. */
export function hereOn(spells: readonly SlowSpell[], asOf: number, day: number): Set<string> {
	const here = new Set<string>();
	for (const { customer, start, end } of spells) {
		const isRead = start <= asOf && start < end;
		const knownEnd = end < asOf ? end : Infinity;
		if (isRead && start < day && day <= knownEnd) here.add(customer);
	}
	return here;
}

/** The movements in [start, end), for the customers among `only` (all when it is left out). */
export function slowMovements(
	spells: readonly SlowSpell[],
	asOf: number,
	{ start, end }: { readonly start: number; readonly end: number },
	only?: ReadonlySet<string>,
): SlowMovements {
	const wanted = only ? spells.filter(({ customer }) => only.has(customer)) : spells;
	const atStart = hereOn(wanted, asOf, start);
	const atEnd = hereOn(wanted, asOf, end);
	const everHere = new Set<string>();
	const leavers = new Set<string>();
	const found = { N: 0, R: 0, L: 0, hereByDay: [] as number[], leftByDay: [] as number[] };

	const firstDay = Math.min(start, ...wanted.map((spell) => spell.start));
	for (let day = firstDay; day < end; day++) {
		const asItOpens = hereOn(wanted, asOf, day);
		const asTheNextOpens = hereOn(wanted, asOf, day + 1);
		const came = without(asTheNextOpens, asItOpens);
		const left = without(asItOpens, asTheNextOpens);
		if (day >= start) {
			for (const customer of came) found[everHere.has(customer) ? 'R' : 'N']++;
			for (const customer of left) leavers.add(customer);
			found.L += left.size;
			found.hereByDay.push(asItOpens.size);
			found.leftByDay.push(left.size);
		}
		for (const customer of came) everHere.add(customer);
	}
	return {
		...found,
		S: atStart.size,
		E: atEnd.size,
		gone: without(atStart, atEnd).size,
		leftAtLeastOnce: [...atStart].filter((customer) => leavers.has(customer)).length,
	};
}
