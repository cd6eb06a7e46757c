/** Kinds of leaving. DOMAIN C13. */

export type Intent = 'voluntary' | 'involuntary' | 'unknown';
export type Control = 'controllable' | 'uncontrollable' | 'unknown';
export type Ending = 'didNotRenew' | 'endedContract' | 'closedAccount' | 'unknown';

export interface KindOfLeaving {
	/** Whether the customer wanted to go; a failed payment or an expired card is involuntary. */
	readonly intent: Intent;
	/** Whether we could have done something about it. */
	readonly control: Control;
	readonly ending: Ending;
}

/** Why spells ended. */
export interface Leaving {
	kindOf(spell: number): KindOfLeaving;
	/** The reason as the rows have it; null where they name none. */
	reasonOf(spell: number): string | null;
}

/** How many losses of each kind. */
export type LeavingCounts = Record<LeavingField, number>;

/** The kinds as fields of a row, and what each counts. */
export const leavingFields = {
	churnedVoluntary: ({ intent }) => intent === 'voluntary',
	churnedInvoluntary: ({ intent }) => intent === 'involuntary',
	churnedIntentUnknown: ({ intent }) => intent === 'unknown',
	churnedControllable: ({ control }) => control === 'controllable',
	churnedUncontrollable: ({ control }) => control === 'uncontrollable',
	churnedControlUnknown: ({ control }) => control === 'unknown',
	churnedDidNotRenew: ({ ending }) => ending === 'didNotRenew',
	churnedEndedContract: ({ ending }) => ending === 'endedContract',
	churnedClosedAccount: ({ ending }) => ending === 'closedAccount',
} as const satisfies Record<string, (kind: KindOfLeaving) => boolean>;

export type LeavingField = keyof typeof leavingFields;

const fieldNames = Object.keys(leavingFields) as LeavingField[];

/** How many of some losses are of each kind? A customer who left twice counts twice. */
export function countsOfLeaving(spells: Iterable<number>, leaving: Leaving): LeavingCounts {
	const counts = Object.fromEntries(fieldNames.map((field) => [field, 0])) as LeavingCounts;
	for (const spell of spells) {
		const kind = leaving.kindOf(spell);
		for (const field of fieldNames) if (leavingFields[field](kind)) counts[field]++;
	}
	return counts;
}
