/** Words that tell why customers leave: how they are listed, language by language. */
import type { Ending } from '../../domain/churn/leaving';
import type { ReasonId } from '../../domain/winback/reasons';

/**
 * Families of words
 *
 * One of each reason. Topics tell a reason only with a complaint beside them: "the service" is what is cancelled as
 * often as it is why. The rest tell no reason: `paymentFailed`, `wished`, and words that say whose doing it was and
 * no more.
 */
export type FamilyId =
	| ReasonId
	| 'staff' | 'service' | 'technology' | 'range' | 'quality' | 'bonuses' | 'budget'
	| 'paymentFailed' | 'elsewhere' | 'notOurs' | 'ours' | 'wished';

export type WordsByFamily = Readonly<Partial<Record<FamilyId, readonly string[]>>>;

/**
 * The words of a language
 *
 * Each is a stem that stands at the start of a word, in small letters, with one space between words. A `|` at its end
 * says that the word ends there too, a ` ~ ` that up to three words may stand in between.
 */
export interface Words {
	/** What tells both the kind of leaving and, where the family has one, the reason. */
	readonly kinds: WordsByFamily;
	/** What tells only the reason: counts of kinds that were published do not move when a word is added here. */
	readonly reasons: WordsByFamily;
	readonly endings: Readonly<Record<Exclude<Ending, 'unknown'>, readonly string[]>>;
	/** What makes a topic beside it a complaint. */
	readonly complaints: readonly string[];
}
