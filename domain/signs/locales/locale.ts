/** What the output says, in a language; each is one file. The node's own interface is in English. */
import type { EvidenceKind } from '../evidenceKinds';
import type { Level } from '../levels';
import type { SignId } from '../signs';

/** What a phrase is made of; units as in `evidenceKinds`. A number is null only where the kind may lack it, or nothing fires. */
export interface Facts {
	readonly measured: number | null;
	readonly usual: number | null;
	/** Words of the customer or a name, as they stand in the data; the phrase quotes words and puts a name into brackets. */
	readonly words: string | null;
}

export interface Locale {
	/** How the setting calls it. */
	readonly title: string;
	/** What a sign found, as a part of a sentence in small letters, without a full stop and without saying who. */
	readonly phrases: Readonly<Record<EvidenceKind, (facts: Facts) => string>>;
	/** What to do about it, as a sentence to a colleague. DOMAIN S1 to S13, R1 to R7. */
	readonly actions: Readonly<Record<SignId, string>>;
	/** `Anna Koval is at risk (41 out of 100): no purchase for 90 days, usually every 30 days.` Phrases may be none; the name is not declined. */
	summary(who: string, level: Level, risk: number, phrases: readonly string[]): string;
	/** The summary where nothing is known. */
	nothingKnown(who: string): string;
	/** All phrases, at least one, as one sentence; the day is since when the first of them warns, as 2024-06-30. */
	explanation(phrases: readonly string[], since: string | null): string;
	/** A sentence behind the explanation where little is known: of how much of the data, 0 to 100. */
	littleKnown(percent: number): string;
	/** The explanation where no sign fires. */
	readonly nothingFires: string;
}
