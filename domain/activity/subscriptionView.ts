/** What one customer is subscribed to, in one pass over the terms. */
import type { Terms } from '../ledger/terms';
import { termKinds, termsOf } from '../ledger/terms';
import { NO, UNKNOWN } from './streamColumns';
import type { SubscriptionColumns } from './subscriptionColumns';
import type { Windows } from './windows';

export type SubscriptionStatus = 'active' | 'trial' | 'paused' | 'ended';

/** The last change of what a customer pays. */
export interface PriceChange {
	readonly day: number;
	/** What all together brought a month the day before, in 1/10,000. */
	readonly before: number;
}

/** What is known of one customer's subscriptions as of a day. */
export interface SubscriptionView {
	readonly columns: SubscriptionColumns;
	/** Null where the customer never had one. */
	readonly status: SubscriptionStatus | null;
	/** The first day of the present unbroken spell, or of the last one; null where there is none. */
	readonly since: number | null;
	/** The day of leaving; null where something runs, or never did. */
	readonly endedOn: number | null;
	/** How many subscriptions run. */
	readonly running: number;
	/** The names of the plans that run, in the alphabet's order. */
	readonly plans: readonly string[];
	/** What runs brings a month, in 1/10,000; NaN where no price of it is fixed. */
	readonly monthly: number;
	/** The currency of what runs; null where nothing does, or it is in several. */
	readonly currency: number | null;
	readonly hasSeveralCurrencies: boolean;
	/** Null where there is none, or the spell has several currencies. */
	readonly change: PriceChange | null;
	/** The names of the plans that ran the day before it, in the alphabet's order. */
	readonly plansBefore: readonly string[];
	readonly hasChangedCurrencies: boolean;
	/** The earliest of what runs, from As Of on; null where there is none. */
	readonly renewsOn: number | null;
	readonly endsOn: number | null;
	/** Whether all that runs is cancelled already; null where nothing runs, or that hangs on what no row says. */
	readonly isCancelled: boolean | null;
	/** The day on which the last of it was cancelled, up to As Of; null where not all is, or no row says when. */
	readonly cancelledOn: number | null;
	readonly trialEndsOn: number | null;
	/** Of a customer who left, which reason; 0 where none is named. */
	readonly reason: number;
}

const NOTHING = {
	status: null,
	since: null,
	endedOn: null,
	running: 0,
	plans: [],
	monthly: NaN,
	currency: null,
	hasSeveralCurrencies: false,
	change: null,
	plansBefore: [],
	hasChangedCurrencies: false,
	renewsOn: null,
	endsOn: null,
	isCancelled: null,
	cancelledOn: null,
	trialEndsOn: null,
	reason: 0,
} as const;

/** Terms that follow each other without a gap, from the first of `terms` on. */
interface Spell {
	readonly terms: readonly number[];
	readonly start: number;
	readonly end: number;
}

/** The last spell of a customer that began up to As Of; null where there is none. */
function lastSpellOf({ firstTerm, start, end }: Terms, customer: number, asOf: number): Spell | null {
	let terms: number[] = [];
	let reach = -Infinity;
	for (let term = firstTerm[customer]; term < firstTerm[customer + 1] && start[term] <= asOf; term++) {
		if (start[term] > reach) terms = [];
		terms.push(term);
		reach = Math.max(reach, end[term]);
	}
	return terms.length === 0 ? null : { terms, start: start[terms[0]], end: reach };
}

/**
 * When did what a customer pays change last, and from what?
 *
 * The last day up to As Of on which the sum of what runs became another one, both above 0: what begins after a trial
 * or a pause is no change of price. DOMAIN S10. O(terms · log terms).
 */
function lastPriceChange({ start, end, monthlyAmount }: Terms, spell: readonly number[], asOf: number): PriceChange | null {
	if (monthlyAmount === null || spell.length < 2) return null;
	const steps = new Map<number, number>();
	const add = (day: number, amount: number) => steps.set(day, (steps.get(day) ?? 0) + amount);
	for (const term of spell) {
		add(start[term], monthlyAmount[term]);
		if (end[term] <= asOf) add(end[term], -monthlyAmount[term]);
	}
	let sum = 0;
	let last: PriceChange | null = null;
	for (const [day, step] of [...steps].sort(([one], [other]) => one - other)) {
		if (step !== 0 && sum > 0 && sum + step > 0) last = { day, before: sum };
		sum += step;
	}
	return last;
}

/** The different currencies of terms: of those that bring something, else of all. */
function currenciesOf({ monthlyAmount, currency }: Terms, terms: readonly number[]): number[] {
	if (currency === null) return [0];
	const paying = terms.filter((term) => monthlyAmount !== null && monthlyAmount[term] > 0);
	return [...new Set((paying.length > 0 ? paying : terms).map((term) => currency[term]))];
}

const STATUS_OF_KIND = { paid: 'active', trial: 'trial', paused: 'paused' } as const;

/** The earliest of some days that is not before As Of; null where there is none. */
function earliestFrom(asOf: number, days: readonly number[]): number | null {
	const earliest = days.reduce((least, day) => (day >= asOf && day < least ? day : least), Infinity);
	return earliest === Infinity ? null : earliest;
}

/**
 * Was all that runs cancelled already, and since when?
 *
 * Who cancelled one of two stays with the other. Nothing is told where no term of those that may not be cancelled says so.
 */
function cancellationOf({ isCancelled, cancelledOn }: SubscriptionColumns, rows: readonly number[], asOf: number): Pick<SubscriptionView, 'isCancelled' | 'cancelledOn'> {
	const flags = new Set(isCancelled === null ? [UNKNOWN] : rows.map((each) => isCancelled[each]));
	if (flags.has(NO)) return { isCancelled: false, cancelledOn: null };
	if (flags.has(UNKNOWN)) return { isCancelled: null, cancelledOn: null };
	const days = cancelledOn === null ? [] : rows.map((each) => cancelledOn[each]).filter((day) => day <= asOf);
	return { isCancelled: true, cancelledOn: days.length === 0 ? null : Math.max(...days) };
}

/**
 * Gives what each customer is subscribed to, as As Of is over
 *
 * A term that ends on As Of has ended then: it is in a churn rate only from the next day on, since As Of is no
 * complete day there. Asking about all customers costs O(terms · log terms).
 */
export function subscriptionViews(columns: SubscriptionColumns, { asOf }: Windows): (customer: number) => SubscriptionView {
	const { kind, isUnpriced, subscription, plans, reasons, renewsOn, endsOn, trialEndsOn } = columns;
	// What ends on As Of is known to the day after it.
	const terms = termsOf(columns.terms, 0, asOf + 1);
	const { row, start, end, monthlyAmount } = terms;
	const kindOf = (term: number) => termKinds[kind[row[term]]];
	const numbersIn = (column: Float64Array | null, which: readonly number[]) => (column === null ? [] : which.map((term) => column[row[term]]));

	/** What some terms bring; NaN where none of those that are paid for has a fixed price. */
	function monthlyOf(running: readonly number[]): number {
		if (monthlyAmount === null) return NaN;
		const paid = running.filter((term) => kindOf(term) === 'paid');
		const hasNoPrice = paid.length > 0 && paid.every((term) => isUnpriced?.[row[term]] === 1);
		return hasNoPrice ? NaN : running.reduce((sum, term) => sum + monthlyAmount[term], 0);
	}

	function plansOf(running: readonly number[]): string[] {
		if (plans === null) return [];
		const names = new Set(running.map((term) => plans.values[plans.valueOfRow[row[term]]]));
		names.delete('');
		return [...names].sort();
	}

	/** The reason on the terms that ended last; of several the first in the alphabet. DOMAIN C13. */
	function reasonOf(spell: Spell): number {
		if (reasons === null) return 0;
		const named = spell.terms.filter((term) => end[term] === spell.end).map((term) => reasons.ofTerm[row[term]]);
		return named.filter((reason) => reason !== 0).sort((one, other) => (reasons.texts[one] < reasons.texts[other] ? -1 : 1))[0] ?? 0;
	}

	/** What only something that runs has. */
	function presentOf(running: readonly number[]) {
		const currencies = currenciesOf(terms, running);
		const kinds = new Set(running.map(kindOf));
		return {
			status: STATUS_OF_KIND[termKinds.find((each) => kinds.has(each))!],
			running: new Set(running.map((term) => subscription[row[term]])).size,
			plans: plansOf(running),
			monthly: monthlyOf(running),
			currency: currencies.length === 1 ? currencies[0] : null,
			hasSeveralCurrencies: currencies.length > 1,
			renewsOn: earliestFrom(asOf, numbersIn(renewsOn, running)),
			endsOn: earliestFrom(asOf, numbersIn(endsOn, running)),
			...cancellationOf(columns, running.map((term) => row[term]), asOf),
			trialEndsOn: earliestFrom(asOf, numbersIn(trialEndsOn, running.filter((term) => kindOf(term) === 'trial'))),
		};
	}

	return (customer) => {
		const spell = lastSpellOf(terms, customer, asOf);
		if (spell === null) return { ...NOTHING, columns };
		const hasChangedCurrencies = currenciesOf(terms, spell.terms).length > 1;
		const change = hasChangedCurrencies ? null : lastPriceChange(terms, spell.terms, asOf);
		const ofSpell = {
			columns,
			since: spell.start,
			change,
			plansBefore: change === null ? [] : plansOf(spell.terms.filter((term) => start[term] < change.day && end[term] >= change.day)),
			hasChangedCurrencies,
		};
		if (spell.end <= asOf) return { ...NOTHING, ...ofSpell, status: 'ended', endedOn: spell.end, reason: reasonOf(spell) };
		return { ...NOTHING, ...ofSpell, ...presentOf(spell.terms.filter((term) => end[term] > asOf)) };
	};
}
