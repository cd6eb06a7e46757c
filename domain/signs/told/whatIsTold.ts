import { doerOf, type Before, type Head } from './head';
import { toldBy } from './leaving';
import { english } from './english';
import { withJoinedPrefixes, wordsOf, type Word } from './letters';
import { indexOf, type Index } from './lexicon';
import { denialAt, hasAny } from './negation';
import { sentencesOf, unitsOf, type Clause, type Sentence, type Unit } from './sentences';
import { persian } from './persian';
import { russian } from './russian';
import type { TextLanguage, Told } from './told';
import { ukrainian } from './ukrainian';

const WORDS_LENGTH = 80;

/** The clause of a head in the customer's own words, cut round the head to at most 80 characters. */
function wordsRound(text: string, { sentence: { units }, clause, place }: Head): string {
	let first = place;
	let last = place;
	const fits = (from: number, to: number) => units[to].to - units[from].from <= WORDS_LENGTH;
	for (let isGrowing = true; isGrowing; ) {
		isGrowing = false;
		if (first > clause.start && fits(first - 1, last)) isGrowing = first-- > 0;
		if (last + 1 < clause.end && fits(first, last + 1)) isGrowing = last++ > 0 || isGrowing;
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
}

function remember(memory: Memory, { units }: Sentence, { start, end }: Clause): void {
	for (let place = start; place < end; place++) {
		const unit = units[place];
		if (hasAny(unit, ['other', 'mail'])) memory.lastObject = 'other';
		else if (unit.roles.has('bond')) memory.lastObject = 'bond';
		if (unit.roles.has('someoneElse')) memory.isSomeoneElse = true;
		else if (unit.roles.has('self')) memory.isSomeoneElse = false;
		if (unit.roles.has('wish') && (unit.person === 'self' || memory.isSomeoneElse === false)) memory.isWished = true;
	}
}

/** The strongest telling of a clause. */
function toldInClause(sentence: Sentence, clause: Clause, memory: Memory): Telling | null {
	let told: Telling | null = null;
	const before: Before = { ...memory };
	for (let place = clause.start; place < clause.end; place++) {
		const unit = sentence.units[place];
		if (!unit.isHead) continue;
		const head: Head = { sentence, clause, place, unit, before };
		const kind = toldBy(head);
		if (kind !== null && (told === null || kind === 'says')) told = { kind, head };
		if (kind === 'says') return told;
		if (kind === null) memory.isDenied ||= denialAt(sentence, clause, place) === 'not';
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
	const memory: Memory = { lastObject: null, isSomeoneElse: false, isDenied: false, isWished: false };
	let asked: Telling | null = null;
	for (const [number, sentence] of sentences.entries()) {
		Object.assign(memory, { isSomeoneElse: false, isDenied: false, isWished: false });
		for (const clause of sentence.clauses) {
			const told = toldInClause(sentence, clause, memory);
			if (told === null || (number + 1 < sentences.length && takesBack(sentences[number + 1]))) continue;
			if (told.kind === 'says') return told;
			asked ??= told;
		}
	}
	return asked;
}

const englishIndex = indexOf(english);
const ukrainianIndex = indexOf(ukrainian);
const russianIndex = indexOf(russian);
const persianIndex = indexOf(persian);

const ofUkrainian = /[\u0456\u0457\u0454\u0491]/;
const ofRussian = /[\u044b\u044d\u044a]/;

function toldIn(text: string, words: readonly Word[], indexes: readonly Index[], language: TextLanguage): Told | null {
	const units = unitsOf(words, indexes);
	if (!units.some(({ isHead }) => isHead)) return null;
	const telling = toldInUnits(units);
	return telling === null ? null : { kind: telling.kind, words: wordsRound(text, telling.head), language };
}

/** Ukrainian and Russian are read together, the one whose letters or words prevail first: people mix them. */
function toldInSlavic(text: string, words: readonly Word[]): Told | null {
	let balance = 0;
	for (const { plain } of words) balance += Number(ofUkrainian.test(plain)) - Number(ofRussian.test(plain));
	if (balance === 0) balance = knownIn(ukrainianIndex, words) - knownIn(russianIndex, words);
	return balance >= 0 ? toldIn(text, words, [ukrainianIndex, russianIndex], 'uk') : toldIn(text, words, [russianIndex, ukrainianIndex], 'ru');
}

const knownIn = (index: Index, words: readonly Word[]) => unitsOf(words, [index]).filter(({ language }) => language !== undefined).length;

/**
 * Does a customer's text tell us that they are leaving?
 *
 * English, Ukrainian, Russian and Persian, all tried on every text. What says it goes before what only asks. The words are
 * a piece of the text, at most 80 characters of it. DOMAIN S5. O(length of the text).
 */
export function whatIsTold(text: string): Told | null {
	const words = wordsOf(text);
	const tellings = [toldIn(text, words, [englishIndex], 'en'), toldInSlavic(text, words), toldIn(text, withJoinedPrefixes(words), [persianIndex], 'fa')];
	return tellings.find((told) => told?.kind === 'says') ?? tellings.find((told) => told !== null) ?? null;
}
