/** What this run's customers have in common: own habit is drawn towards it where history is short. */
import type { HabitPrior } from './habit';

export interface Population {
	/** How often customers buy, and how much they differ in it; null where nobody has bought twice. */
	readonly purchaseHabit: HabitPrior | null;
	readonly contactHabit: HabitPrior | null;
	/** The median of what is usual for those who have it; null where nobody has. */
	readonly usualFirstAnswerHours: number | null;
	readonly usualDelayDays: number | null;
	/** The highest score that the run's satisfaction can have: 1, 5, 10 or 100; null where nobody gave one. */
	readonly satisfactionScale: number | null;
}
