import type { Person, Role } from './roles';
import type { TextLanguage } from './told';

/** A verb form of a language whose endings do not say whose deed it is (Persian prefixes, irregular pasts). */
export interface Form {
	readonly words: string;
	readonly roles: readonly Role[];
	readonly person?: Person;
	readonly isNegative?: boolean;
}

/**
 * The words of a language under what they do.
 *
 * Words are parted by commas; one that consists of several words is written with blanks. `*` ends a stem: any ending
 * may follow. The longest entry wins, and of two of one length the whole word; a word may stand under several roles.
 */
export interface Lexicon {
	readonly language: TextLanguage;
	readonly words: Readonly<Partial<Record<Role, string>>>;
	readonly forms?: readonly Form[];
	/** Endings that tell whose deed a form is, the longest first to be looked for. */
	readonly endings: Readonly<Partial<Record<Person, string>>>;
	/** Brings spellings of a word together. */
	readonly key: (word: string) => string;
	/** The sounds of a stem, where they change before an ending. */
	readonly stemKeys?: (stem: string) => string[];
	/** What is written on to a stem, by sound; where it is told, words without blanks between them are parted. */
	readonly hung?: readonly string[];
	/** Objects stand behind their verb: what stands before is who does it. */
	readonly isObjectBehind?: boolean;
	/** Objects stand before their verb and the verb at the end. */
	readonly isVerbLast?: boolean;
}
