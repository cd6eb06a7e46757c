import { foundAt, senseOf, type Dictionary, type Found, type Sense } from './dictionary';
import type { Word } from './letters';
import type { Meaning, Person, Role } from './roles';
import type { TextLanguage } from './told';

/** A word, or several that the lexicon knows as one, with what it can do. */
export interface Unit {
	readonly roles: ReadonlySet<Role>;
	readonly person?: Person;
	readonly isNegative: boolean;
	readonly language?: TextLanguage;
	readonly isHead: boolean;
	/** Its language sets the object behind the verb and nowhere else. */
	readonly isObjectBehind: boolean;
	/** Its language sets the verb at the end and the object before it. */
	readonly isVerbLast: boolean;
	readonly gap: Word['gap'];
	readonly isAsked: boolean;
	readonly from: number;
	readonly to: number;
}

const noRoles: ReadonlySet<Role> = new Set();
/** A number is a date or a count, and nothing that could be left. */
const NUMBER = /^\p{N}+$/u;
const ofNumber: ReadonlySet<Role> = new Set(['filler'] as const);
function unitOf({ gap, from }: Word, { isAsked, to }: Word, { lexicon }: Dictionary, { person }: Sense, meaning?: Meaning): Unit {
	const { language, isVerbLast = false, isObjectBehind = false } = lexicon;
	if (meaning === undefined) return { roles: noRoles, person, isNegative: false, isHead: false, isVerbLast, isObjectBehind, gap, isAsked, from, to };
	return { roles: meaning.roles, person: meaning.person ?? person, isNegative: meaning.isNegative, language, isHead: meaning.isHead, isVerbLast, isObjectBehind, gap, isAsked, from, to };
}

/** A text's words as a dictionary knows them. */
interface Known {
	readonly dictionary: Dictionary;
	readonly senses: readonly Sense[];
	readonly keys: readonly string[];
}

function knownBy(dictionary: Dictionary, words: readonly Word[]): Known {
	const senses = words.map(({ plain }) => senseOf(dictionary, plain));
	return { dictionary, senses, keys: senses.map(({ key }) => key) };
}

/** A word that no lexicon holds: misspelled, two words in one, or unknown. */
function unknownUnits(word: Word, place: number, known: readonly Known[]): Unit[] {
	for (const { dictionary, senses } of known) {
		const sense = senses[place];
		if (sense.guess !== undefined) return [unitOf(word, word, dictionary, sense, sense.guess)];
		if (sense.parts !== undefined) {
			const last = sense.parts.length - 1;
			return unitsOf(sense.parts.map((plain, part) => ({ ...word, plain, gap: part === 0 ? word.gap : 'none', isAsked: part === last && word.isAsked })), [dictionary]);
		}
	}
	const unit = unitOf(word, word, known[0].dictionary, known[0].senses[place]);
	return [NUMBER.test(word.plain) ? { ...unit, roles: ofNumber } : unit];
}

/** The words of a text as units of one or more lexicons; one that stands further behind is asked only where it knows more. */
export function unitsOf(words: readonly Word[], dictionaries: readonly Dictionary[]): Unit[] {
	const known = dictionaries.map((dictionary) => knownBy(dictionary, words));
	const units: Unit[] = [];
	for (let place = 0; place < words.length; ) {
		let best: Found | null = null;
		let by = known[0];
		for (const one of known) {
			const found = foundAt(one.dictionary, words, one.keys, place, one.senses[place]);
			if (found === null || (best !== null && found.count <= best.count)) continue;
			best = found;
			by = one;
		}
		if (best === null) units.push(...unknownUnits(words[place], place, known));
		else units.push(unitOf(words[place], words[place + best.count - 1], by.dictionary, by.senses[place], best.meaning));
		place += best?.count ?? 1;
	}
	return units;
}
