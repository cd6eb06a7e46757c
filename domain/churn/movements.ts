/**
 * Who was here, came and went in each period: the named sets that every churn definition divides.
 * DOMAIN 1, "Words". Always customersAtEnd = customersAtStart + joined + returned − churned.
 */
import type { SpellLedger } from '../ledger/spells';
import type { Period } from '../time';

/** The movements of one population in one period. All figures add up over groups of customers. */
export interface Movements {
	/** S: customers here as the period opens. */
	readonly customersAtStart: number;
	/** N: customers whose first spell ever starts in the period. */
	readonly joined: number;
	/** R: later spells that start in the period. */
	readonly returned: number;
	/** L: spells that end in the period. */
	readonly churned: number;
	/** E: customers here as the next period opens. */
	readonly customersAtEnd: number;
	/** Customers at the start who are not here as the next period opens. */
	readonly churnedAtEnd: number;
	/** Customers at the start who left at least once in the period. */
	readonly churnedAtLeastOnce: number;
	/** How many customers are here as each day of the period opens. */
	readonly hereByDay: Int32Array;
	/** How many spells end on each day of the period. */
	readonly leftByDay: Int32Array;
}

/** A spell that ended within one of the periods. */
export interface Loss {
	readonly customer: number;
	readonly spell: number;
	/** Which period, as an index. */
	readonly period: number;
	/** Whether the spell was here as the period opened; a customer who came back within it has one that was not. */
	readonly spellWasHereAtStart: boolean;
	/** Whether the customer is here again as the next period opens. */
	readonly isBackAtEnd: boolean;
}

type Writable = { -readonly [Field in keyof Movements]: Movements[Field] };

/** The movements of a period in which there was nobody. */
export const noMovements = (days: number): Writable => ({
	customersAtStart: 0,
	joined: 0,
	returned: 0,
	churned: 0,
	customersAtEnd: 0,
	churnedAtEnd: 0,
	churnedAtLeastOnce: 0,
	hereByDay: new Int32Array(days),
	leftByDay: new Int32Array(days),
});

/** Answers which period a day falls in, by its index; the periods must follow each other without gaps. */
export function periodFinder(periods: readonly Period[]): (day: number) => number {
	const firstDay = periods[0]?.start ?? 0;
	const periodOfDay = new Int32Array((periods.at(-1)?.end ?? 0) - firstDay);
	periods.forEach(({ start, end }, index) => periodOfDay.fill(index, start - firstDay, end - firstDay));
	return (day) => periodOfDay[day - firstDay];
}

/** Visits each spell once for each period in which it is here as the period opens, starts or ends. */
function forEachGlimpse(
	ledger: SpellLedger,
	periods: readonly Period[],
	visit: (customer: number, spell: number, period: number) => void,
): void {
	if (periods.length === 0) return;
	const periodOf = periodFinder(periods);
	const firstDay = periods[0].start;
	const dayAfterLast = periods[periods.length - 1].end;

	for (let customer = 0; customer < ledger.customerCount; customer++) {
		for (let spell = ledger.firstSpell[customer]; spell < ledger.firstSpell[customer + 1]; spell++) {
			const start = ledger.start[spell];
			const end = ledger.end[spell];
			if (start >= dayAfterLast || end < firstDay) continue;
			const firstPeriod = start < firstDay ? 0 : periodOf(start);
			const lastPeriod = end < dayAfterLast ? periodOf(end) : periods.length - 1;
			for (let period = firstPeriod; period <= lastPeriod; period++) visit(customer, spell, period);
		}
	}
}

/** Whether a customer has a spell after the given one that is here as the day opens. */
function isBackOn(ledger: SpellLedger, customer: number, spell: number, day: number): boolean {
	for (let later = spell + 1; later < ledger.firstSpell[customer + 1]; later++) {
		if (ledger.start[later] >= day) return false;
		if (ledger.end[later] >= day) return true;
	}
	return false;
}

/** Turns "one more from this day on, one fewer from that day on" into how many there are each day. */
function accumulate(changeByDay: Int32Array): void {
	for (let day = 1; day < changeByDay.length; day++) changeByDay[day] += changeByDay[day - 1];
}

export interface LedgerMovements {
	/** By period, then by group; a group nobody belonged to in a period is missing there. */
	readonly movements: ReadonlyArray<ReadonlyMap<number, Movements>>;
	/** In order of customer, then of time. */
	readonly losses: readonly Loss[];
}

/**
 * How many customers were here, joined, returned and left, period by period and group by group?
 *
 * `periods` follow each other without gaps. `groupOf` says to which group, numbered from 0, a customer
 * belongs in a period; by default all belong to group 0. O(spells × periods each touches + days × groups).
 */
export function movementsOf(
	ledger: SpellLedger,
	periods: readonly Period[],
	groupOf: (customer: number, period: number) => number = () => 0,
): LedgerMovements {
	const movements = periods.map(() => new Map<number, Writable>());
	const losses: Loss[] = [];
	const countsOf = (customer: number, period: number): Writable => {
		const group = groupOf(customer, period);
		let counts = movements[period].get(group);
		if (!counts) {
			counts = noMovements(periods[period].end - periods[period].start);
			movements[period].set(group, counts);
		}
		return counts;
	};

	forEachGlimpse(ledger, periods, (customer, spell, period) => {
		const counts = countsOf(customer, period);
		const { start: opens, end: closes } = periods[period];
		const start = ledger.start[spell];
		const end = ledger.end[spell];
		const isHereAtStart = start < opens;

		const firstDayHere = Math.max(start + 1, opens) - opens;
		if (firstDayHere < closes - opens) counts.hereByDay[firstDayHere]++;
		if (isHereAtStart) counts.customersAtStart++;
		else if (spell === ledger.firstSpell[customer]) counts.joined++;
		else counts.returned++;
		if (end >= closes) {
			counts.customersAtEnd++;
			return;
		}

		const dayAfterLastHere = end + 1 - opens;
		if (dayAfterLastHere < closes - opens) counts.hereByDay[dayAfterLastHere]--;
		counts.leftByDay[end - opens]++;
		counts.churned++;
		const isBackAtEnd = isBackOn(ledger, customer, spell, closes);
		if (isHereAtStart) counts.churnedAtLeastOnce++;
		if (isHereAtStart && !isBackAtEnd) counts.churnedAtEnd++;
		losses.push({ customer, spell, period, spellWasHereAtStart: isHereAtStart, isBackAtEnd });
	});

	for (const groups of movements) for (const counts of groups.values()) accumulate(counts.hereByDay);
	return { movements, losses };
}

/** The movements of several populations that share no customer, taken together. */
export function addMovements(parts: Iterable<Movements>, days: number): Movements {
	const total = noMovements(days);
	for (const part of parts) {
		total.customersAtStart += part.customersAtStart;
		total.joined += part.joined;
		total.returned += part.returned;
		total.churned += part.churned;
		total.customersAtEnd += part.customersAtEnd;
		total.churnedAtEnd += part.churnedAtEnd;
		total.churnedAtLeastOnce += part.churnedAtLeastOnce;
		for (let day = 0; day < days; day++) {
			total.hereByDay[day] += part.hereByDay[day];
			total.leftByDay[day] += part.leftByDay[day];
		}
	}
	return total;
}

/** The movements of everybody but one part of them. */
export function withoutMovements(total: Movements, part: Movements): Movements {
	return {
		customersAtStart: total.customersAtStart - part.customersAtStart,
		joined: total.joined - part.joined,
		returned: total.returned - part.returned,
		churned: total.churned - part.churned,
		customersAtEnd: total.customersAtEnd - part.customersAtEnd,
		churnedAtEnd: total.churnedAtEnd - part.churnedAtEnd,
		churnedAtLeastOnce: total.churnedAtLeastOnce - part.churnedAtLeastOnce,
		hereByDay: total.hereByDay.map((here, day) => here - part.hereByDay[day]),
		leftByDay: total.leftByDay.map((left, day) => left - part.leftByDay[day]),
	};
}

/** How many days customers were here, summed over customers; a day counts those here as it opens. */
export const customerDays = ({ hereByDay }: Movements): number => hereByDay.reduce((sum, here) => sum + here, 0);

