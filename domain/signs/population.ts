/** What this run's customers have in common: own habit is drawn towards it where history is short. */
import { median } from '../statistics/quantile';
import { sortFirst } from '../statistics/sortFirst';
import type { HabitPrior, Rhythm } from './habit';
import { RhythmTally } from './habit';
import type { Observed } from './observed';
import { rhythmOfContacts, rhythmOfPurchases } from './rhythms';

export interface Population {
	/** How often customers buy, and how much they differ in it; null where nobody has bought twice. */
	readonly purchaseHabit: HabitPrior | null;
	/** The same of being in touch. */
	readonly contactHabit: HabitPrior | null;
	/** The median of what is usual for those who have it; null where nobody has. */
	readonly usualFirstAnswerHours: number | null;
	readonly usualDelayDays: number | null;
	/** The highest score that a satisfaction of this run can have: 1, 5, 10 or 100; null where nobody gave one. */
	readonly satisfactionScale: number | null;
}

/** Customers in the order of the output. */
export interface ObservedCustomers {
	readonly count: number;
	of(customer: number): Observed;
}

const SCALES = [1, 5, 10];
const LARGEST_SCALE = 100;

export function medianOf(values: number[]): number | null {
	if (values.length === 0) return null;
	const sorted = Float64Array.from(values);
	sortFirst(sorted, sorted.length);
	return median(sorted, sorted.length);
}

function addRhythm(tally: RhythmTally, rhythm: Rhythm | null): void {
	if (rhythm !== null) tally.add(rhythm);
}

function addFigure(figures: number[], figure: number | null | undefined): void {
	if (figure != null) figures.push(figure);
}

const scaleOf = (highest: number | null): number | null => (highest === null ? null : (SCALES.find((scale) => highest <= scale) ?? LARGEST_SCALE));

/** `satisfactionScale` is that of the settings; null to take it from the scores. O(customers · log customers). */
export function populationOf(customers: ObservedCustomers, satisfactionScale: number | null): Population {
	const purchases = new RhythmTally();
	const contacts = new RhythmTally();
	const answerHours: number[] = [];
	const delayDays: number[] = [];
	let highestScore: number | null = null;
	for (let customer = 0; customer < customers.count; customer++) {
		const observed = customers.of(customer);
		addRhythm(purchases, rhythmOfPurchases(observed));
		addRhythm(contacts, rhythmOfContacts(observed));
		addFigure(answerHours, observed.tickets?.usualFirstAnswerHours);
		addFigure(delayDays, observed.payments?.usualDelayDays);
		const score = observed.tickets?.lastSatisfaction ?? null;
		if (score !== null) highestScore = Math.max(highestScore ?? 0, score);
	}
	return {
		purchaseHabit: purchases.prior(),
		contactHabit: contacts.prior(),
		usualFirstAnswerHours: medianOf(answerHours),
		usualDelayDays: medianOf(delayDays),
		satisfactionScale: satisfactionScale ?? scaleOf(highestScore),
	};
}

/** Do the scores leave open whether they are of a scale from 0 to 1 or the lowest of another? */
export function areAllScoresOne({ count, of }: ObservedCustomers): boolean {
	let scores = 0;
	for (let customer = 0; customer < count; customer++) {
		const score = of(customer).tickets?.lastSatisfaction ?? null;
		if (score !== null && score !== 1) return false;
		if (score === 1) scores++;
	}
	return scores > 0;
}
