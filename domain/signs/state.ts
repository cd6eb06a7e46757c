/** What is remembered of a customer from one run to the next: flat, so that a Data Table holds it. DOMAIN S23. */
import type { Level } from './levels';

export type RememberedLevel = Level | 'gone';

/** One row; days as day numbers. */
export interface StateRow {
	readonly customerId: string;
	/** The As Of of the run that wrote the row. */
	readonly asOf: number;
	/** The level that was told last. */
	readonly level: RememberedLevel;
	/** Of the run in which the customer was told of last. */
	readonly risk: number | null;
	/** Since which As Of the level was told. */
	readonly since: number;
	/** A level that is not told yet, and in how many runs it was met. */
	readonly pendingLevel: Level | null;
	readonly pendingRuns: number;
	readonly lastAlertAt: number | null;
	/** The signs that fired in that run, joined by commas. */
	readonly signs: string;
	/** The same for as long as the customer is on watch or at risk. */
	readonly alertKey: string | null;
}

/** What a person reads of each field, in the order of the row. */
export const stateFields = {
	customerId: { meaning: 'The customer, as text', unit: 'text' },
	asOf: { meaning: 'The As Of of the run that wrote the row', unit: 'date' },
	level: { meaning: 'The level that was told last: healthy, watch, atRisk, or gone', unit: 'text' },
	risk: { meaning: 'The risk when the customer was told of last, 0 to 100; before that, when the row was first written', unit: 'index', nullWhen: 'the customer has gone' },
	since: { meaning: 'Since which As Of that level was told', unit: 'date' },
	pendingLevel: { meaning: 'A level that was met and is not told yet', unit: 'text', nullWhen: 'there is none' },
	pendingRuns: { meaning: 'In how many runs of different days it was met', unit: 'number' },
	lastAlertAt: { meaning: 'The As Of of the last alert', unit: 'date', nullWhen: 'there was none' },
	signs: { meaning: 'The signs by which the customer was told of last, joined by commas: those of a strength of .5 or more, else the first; a question about leaving stands as askedUs', unit: 'text' },
	alertKey: { meaning: 'Names the alert for as long as the customer is on watch or at risk, so that a CRM makes one task', unit: 'text', nullWhen: 'the customer was never on watch or at risk' },
} as const satisfies Readonly<Record<keyof StateRow, { readonly meaning: string; readonly unit: string; readonly nullWhen?: string }>>;
