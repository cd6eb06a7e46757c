import { dictionaryOf, senseOf, type Dictionary } from './dictionary';
import { doerOf, type Before, type Head } from './head';
import { toldBy } from './leaving';
import { english } from './english';
import { withJoinedPrefixes, wordsOf, type Word } from './letters';
import type { Lexicon } from './lexicon';
import { denialAt, hasAny } from './negation';
import { sentencesOf, type Clause, type Sentence } from './sentences';
import { persian } from './persian';
import { russian } from './russian';
import type { TextLanguage, Told } from './told';
import { ukrainian } from './ukrainian';
import { unitsOf, type Unit } from './units';

const WORDS_LENGTH = 80;

/** The clause of a head in the customer's own words, cut round the head to at most 80 characters. */
function wordsRound(text: string, { sentence: { units }, clause, place }: Head): string {
	let first = place;
	let last = place;
	const fits = (from: number, to: number) => units[to].to - units[from].from <= WORDS_LENGTH;
	for (let isGrowing = true; isGrowing; ) {
		isGrowing = false;
		if (first > clause.start && fits(first - 1, last)) isGrowing = first-- > 0;
		if (last + 1 < clause.end && units[last + 1].gap === 'none' && fits(first, last + 1)) isGrowing = last++ > 0 || isGrowing;
	}
	return text.slice(units[first].from, Math.min(units[last].to, units[first].from + WORDS_LENGTH));
}

interface Telling {
	readonly kind: Told['kind'];
	readonly head: Head;
}

/** What is remembered while a text is read. */
interface Memory {
	lastObject: Before['lastObject'];
	isSomeoneElse: boolean;
	isDenied: boolean;
	isWished: boolean;
	isSelf: boolean;
}

function remember(memory: Memory, { units }: Sentence, { start, end }: Clause): void {
	const isBilled = units.slice(start, end).some(({ roles }) => roles.has('billed'));
	for (let place = start; place < end; place++) {
		const unit = units[place];
		if (hasAny(unit, ['other', 'mail']) || (unit.roles.has('bill') && isBilled)) memory.lastObject = 'other';
		else if (unit.roles.has('bond')) memory.lastObject = 'bond';
		if (unit.roles.has('someoneElse') || (unit.roles.has('self') && !(memory.isSomeoneElse && unit.roles.has('selfObject')))) {
			memory.isSomeoneElse = unit.roles.has('someoneElse');
			memory.isSelf = !memory.isSomeoneElse;
		}
		if (unit.roles.has('wish') && (unit.person === 'self' || memory.isSomeoneElse === false)) memory.isWished = true;
	}
}

/** No clause that a person writes has more words of leaving. */
const HEADS_OF_CLAUSE = 8;

/** The strongest telling of a clause. */
function toldInClause(sentence: Sentence, clause: Clause, memory: Memory): Telling | null {
	let told: Telling | null = null;
	const before: Before = { ...memory };
	let heads = 0;
	for (let place = clause.start; place < clause.end; place++) {
		const unit = sentence.units[place];
		if (!unit.isHead || ++heads > HEADS_OF_CLAUSE) continue;
		const head: Head = { sentence, clause, place, unit, before };
		const kind = toldBy(head);
		if (kind !== null && (told === null || kind === 'says')) told = { kind, head };
		if (kind === 'says') return told;
		if (kind === null && !hasAny(unit, ['stays', 'uses'])) memory.isDenied ||= denialAt(sentence, clause, place) === 'not';
		if (doerOf(head) === 'someoneElse') memory.isSomeoneElse = true;
	}
	remember(memory, sentence, clause);
	return told;
}

const takesBack = ({ units }: Sentence): boolean =>
	units.some(({ roles }, place) => (roles.has('undo') || roles.has('changedMind')) && !(place > 0 && units[place - 1].roles.has('not')));

/** The strongest telling of units: the first that says, else the first that asks, where the next sentence does not undo it. */
function toldInUnits(units: readonly Unit[]): Telling | null {
	const sentences = sentencesOf(units);
	const memory: Memory = { lastObject: null, isSomeoneElse: false, isDenied: false, isWished: false, isSelf: false };
	let asked: Telling | null = null;
	for (const [number, sentence] of sentences.entries()) {
		Object.assign(memory, { isSomeoneElse: false, isDenied: false, isWished: false, isSelf: false });
		for (const clause of sentence.clauses) {
			const told = toldInClause(sentence, clause, memory);
			if (told === null || (number + 1 < sentences.length && takesBack(sentences[number + 1]))) continue;
			if (told.kind === 'says') return told;
			asked ??= told;
		}
	}
	return asked;
}

const lexicons: Readonly<Record<TextLanguage, Lexicon>> = { en: english, uk: ukrainian, ru: russian, fa: persian };
const dictionaries = new Map<TextLanguage, Dictionary>();

/** A language's dictionary, made once it is asked for: whoever reads no text does not wait for it. */
function dictionaryIn(language: TextLanguage): Dictionary {
	const made = dictionaries.get(language) ?? dictionaryOf(lexicons[language]);
	dictionaries.set(language, made);
	return made;
}

const ofUkrainian = /[\u0456\u0457\u0454\u0491]/giu;
const ofRussian = /[\u044b\u044d\u044a\u0451]/giu;
/** Infinitives, where no letter tells the languages apart: "закрити", "закрыть". */
const endsUkrainian = /\u0442\u0438(?:\u0441\u044f|\u0441\u044c)?$/;
const endsRussian = /\u0442\u044c(?:\u0441\u044f)?$/;
const ofCyrillic = /[\u0400-\u052f]/;
const ofArabic = /[\u0620-\u06d3]/;

/** A text as units of a language, and how many of its words the language knows. */
interface Attempt {
	readonly language: TextLanguage;
	readonly units: readonly Unit[];
	readonly known: number;
}

function attempt(words: readonly Word[], language: TextLanguage, others: readonly TextLanguage[] = []): Attempt {
	const units = unitsOf(words, [language, ...others].map(dictionaryIn));
	return { language, units, known: units.filter((unit) => unit.language !== undefined).length };
}

/** So many words tell two languages apart. */
const WORDS_COMPARED = 200;

const balanceOf = (text: readonly Word[]) => {
	const words = text.slice(0, WORDS_COMPARED);
	const [ukrainianOnly, russianOnly] = [attempt(words, 'uk'), attempt(words, 'ru')];
	if (ukrainianOnly.known !== russianOnly.known) return ukrainianOnly.known - russianOnly.known;
	let balance = 0;
	for (const { plain } of words) balance += Number(endsUkrainian.test(plain)) - Number(endsRussian.test(plain));
	return balance;
};

/** Ukrainian and Russian are read together, the one whose letters or words prevail first: people mix them. */
function slavicAttempt(text: string, words: readonly Word[], others: readonly TextLanguage[]): Attempt {
	const letters = (text.match(ofUkrainian)?.length ?? 0) - (text.match(ofRussian)?.length ?? 0);
	const balance = letters === 0 ? balanceOf(words) : letters;
	return balance < 0 ? attempt(words, 'ru', ['uk', ...others]) : attempt(words, 'uk', ['ru', ...others]);
}

/** A language that knows clearly fewer words of a text of Latin letters than another is not the text's. */
const KNOWN_SHARE = 0.8;

/** A quick look: is there any word in a language that could tell of leaving? */
const mayTell = (words: readonly Word[], languages: readonly TextLanguage[]) => languages.some((language) => words.some(({ plain }) => senseOf(dictionaryIn(language), plain).mayTell));

/** The text in each language that it may be of, by its letters; Latin letters write all four. */
function attempts(text: string, words: readonly Word[]): Attempt[] {
	const isCyrillic = words.some(({ plain }) => ofCyrillic.test(plain));
	const isArabic = words.some(({ plain }) => ofArabic.test(plain));
	if (isCyrillic || isArabic) {
		const isSlavic = isCyrillic && mayTell(words, ['uk', 'ru', 'en']);
		return [...(isSlavic ? [slavicAttempt(text, words, ['en'])] : []), ...(isArabic ? [attempt(withJoinedPrefixes(words), 'fa', ['en'])] : [])];
	}
	if (!mayTell(words, ['en', 'uk', 'ru', 'fa'])) return [];
	const latin = [attempt(words, 'en'), slavicAttempt(text, words, []), attempt(withJoinedPrefixes(words), 'fa')];
	const most = Math.max(...latin.map(({ known }) => known));
	return latin.filter(({ known }) => known >= most * KNOWN_SHARE);
}

/**
 * Does a customer's text tell us that they are leaving?
 *
 * English, Ukrainian, Russian and Persian, all tried on every text. What says it goes before what only asks. The words are
 * a piece of the text, at most 80 characters of it. DOMAIN S5. O(length of the text).
 */
export function whatIsTold(text: string): Told | null {
	let asked: Told | null = null;
	for (const { language, units } of attempts(text, wordsOf(text))) {
		if (!units.some(({ isHead }) => isHead)) continue;
		const telling = toldInUnits(units);
		if (telling === null) continue;
		const told: Told = { kind: telling.kind, words: wordsRound(text, telling.head), language };
		if (told.kind === 'says') return told;
		asked ??= told;
	}
	return asked;
}
