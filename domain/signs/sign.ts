/** What a warning sign is: a question about one customer, and how loudly the answer warns. DOMAIN 2. */
import type { NullReason } from '../problems';
import type { EvidenceKind } from './evidenceKinds';
import type { FamilyId } from './families';
import type { Observed } from './observed';
import type { Population } from './population';

/** What a sign finds in a customer. */
export interface Evidence {
	/** 0 says nothing, 1 as loudly as it can. */
	readonly strength: number;
	/** Which of its findings a sign has; says how it is told. */
	readonly kind: EvidenceKind;
	/** What was measured, in the unit of the kind; null where nothing is counted. */
	readonly measured: number | null;
	/** The same as it is usual for this customer. */
	readonly usual: number | null;
	/** Since which day it warns. */
	readonly since: number | null;
	/** Words of the customer, or a name, as they stand in the data. */
	readonly words: string | null;
}

/** What a sign says of a customer, or why it says nothing. DOMAIN S20. */
export type Finding = Evidence | NullReason;

/** Some of what is observed, at any depth. */
type Given<Whole> = Whole extends readonly unknown[] ? Whole : Whole extends object ? { readonly [Part in keyof Whole]?: Given<Whole[Part]> } : Whole;

export interface SignExample {
	/** The fields that the sign takes, of a customer who has nothing else. */
	readonly given: Given<Observed>;
	readonly strength: number;
}

/**
 * A warning sign: a record from which the node's settings, the docs page and the first tests are made
 *
 * Texts for the person who reads the output stand in the locales, by the kind of evidence.
 */
export interface Sign {
	/** Its rule in DOMAIN.md. */
	readonly rule: string;
	readonly title: string;
	readonly question: string;
	readonly family: FamilyId;
	/** The streams any of which it takes, and the fields of them, as the docs say it. */
	readonly needs: string;
	/** How the strength is measured, in a sentence. */
	readonly strength: string;
	/** How many times as high the odds of leaving are held to be at strength 1; why. */
	readonly oddsRatio: number;
	readonly why: string;
	readonly source: string;
	readonly example: SignExample;
	/** `asOf` and windows stand in what is observed; `population` is what this run's customers have in common. */
	find(observed: Observed, population: Population): Finding;
}
