import { foundAt, personOf, type Found, type Index, type Meaning } from './lexicon';
import type { Word } from './letters';
import { meaningOfMisspelled, spellingsOf, type Spellings } from './misspelled';
import { headRoles, type Person, type Role } from './roles';
import type { TextLanguage } from './told';

/** A word, or several that the lexicon knows as one, with what it can do. */
export interface Unit {
	readonly roles: ReadonlySet<Role>;
	readonly person?: Person;
	readonly isNegative: boolean;
	readonly language?: TextLanguage;
	readonly isHead: boolean;
	/** Its language sets the verb at the end and the object before it. */
	readonly isVerbLast: boolean;
	readonly gap: Word['gap'];
	readonly isAsked: boolean;
	readonly from: number;
	readonly to: number;
}

const noRoles: ReadonlySet<Role> = new Set();
const isHead = (roles: ReadonlySet<Role>) => headRoles.some((role) => roles.has(role));

/** Short words that are often written together with the next: "pleasecancel", "небуду", "мойаккаунт". */
const gluedRoles: readonly Role[] = ['not', 'please', 'wish', 'own'];
const SHORTEST_GLUED = 2;
/** Shorter ones are no words by themselves, but for a "not". */
const SHORTEST_SURE = 3;
const LONGEST_GLUED = 10;

/** A lexicon with what helps to read words that it does not hold as they are. */
export interface Reading {
	readonly index: Index;
	readonly spellings: Spellings;
}

export const readingOf = (index: Index): Reading => ({ index, spellings: spellingsOf(index) });

/** Words of a text with their sounds in a language. */
interface Sounded extends Reading {
	readonly keys: readonly string[];
}

function unitOf({ gap, from }: Word, { isAsked, to }: Word, { index }: Reading, meaning: Meaning | undefined, person: Person | undefined): Unit {
	const roles = meaning?.roles ?? noRoles;
	const { language, isVerbLast = false } = index.lexicon;
	return { roles, person: meaning?.person ?? person, isNegative: meaning?.isNegative ?? false, language: meaning && language, isHead: isHead(roles), isVerbLast, gap, isAsked, from, to };
}

/** What the words from a place on mean, in the first language that knows most of them. */
function bestFound(words: readonly Word[], readings: readonly Sounded[], place: number): readonly [Found, Sounded] | null {
	let best: readonly [Found, Sounded] | null = null;
	for (const reading of readings) {
		const found = foundAt(reading.index, words, reading.keys, place);
		if (found !== null && (best === null || found.count > best[0].count)) best = [found, reading];
	}
	return best;
}

const isGlue = (roles: ReadonlySet<Role>, length: number) => roles.has('not') || (length >= SHORTEST_SURE && gluedRoles.some((role) => roles.has(role)));

/** Two words written as one, the first of them a short one; null where it is no such word. */
function unglued(word: Word, key: string, reading: Reading): Word[] | null {
	for (let length = Math.min(LONGEST_GLUED, key.length - SHORTEST_GLUED); length >= SHORTEST_GLUED; length--) {
		const first: Word = { ...word, plain: word.plain.slice(0, length) };
		const rest: Word = { ...word, plain: word.plain.slice(length), gap: 'none' };
		const keys = [first, rest].map(({ plain }) => reading.index.lexicon.key(plain));
		const found = foundAt(reading.index, [first], keys, 0);
		if (found === null || found.letters < keys[0].length || !isGlue(found.meaning.roles, length)) continue;
		const followed = foundAt(reading.index, [rest], keys.slice(1), 0);
		if (followed !== null && followed.letters >= SHORTEST_GLUED) return [{ ...first, isAsked: false }, rest];
		const more = unglued(rest, keys[1], reading);
		if (more !== null) return [{ ...first, isAsked: false }, ...more];
	}
	return null;
}

/** A word that no lexicon holds: misspelled, two words in one, or unknown. */
function unknownUnits(word: Word, place: number, readings: readonly Sounded[]): Unit[] {
	const [first] = readings;
	for (const reading of readings) {
		const meaning = meaningOfMisspelled(reading.spellings, reading.keys[place]);
		if (meaning !== undefined) return [unitOf(word, word, reading, meaning, personOf(reading.index, word.plain, reading.keys[place]))];
		const parts = unglued(word, reading.keys[place], reading);
		if (parts !== null) return unitsOf(parts, [reading]);
	}
	return [unitOf(word, word, first, undefined, personOf(first.index, word.plain, first.keys[place]))];
}

/** The words of a text as units of one or more lexicons; one that stands further behind is asked only where it knows more. */
export function unitsOf(words: readonly Word[], readings: readonly Reading[]): Unit[] {
	const sounded = readings.map((reading) => ({ ...reading, keys: words.map(({ plain }) => reading.index.lexicon.key(plain)) }));
	const units: Unit[] = [];
	for (let place = 0; place < words.length; ) {
		const best = bestFound(words, sounded, place);
		if (best === null) {
			units.push(...unknownUnits(words[place], place, sounded));
			place++;
			continue;
		}
		const [{ count, meaning }, reading] = best;
		units.push(unitOf(words[place], words[place + count - 1], reading, meaning, personOf(reading.index, words[place].plain, reading.keys[place])));
		place += count;
	}
	return units;
}
