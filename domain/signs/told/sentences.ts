import { foundAt, personOf, type Found, type Index } from './lexicon';
import type { Word } from './letters';
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

/** A part of a sentence: units from one place up to another. */
export interface Clause {
	readonly start: number;
	readonly end: number;
}

export interface Sentence {
	readonly units: readonly Unit[];
	readonly clauses: readonly Clause[];
	readonly isAsked: boolean;
}

const noRoles: ReadonlySet<Role> = new Set();

/** Longer clauses and sentences are cut, so that looking round in one costs no more than a text's length. */
const CLAUSE_LENGTH = 40;
const SENTENCE_LENGTH = 120;

const isHead = (roles: ReadonlySet<Role>) => headRoles.some((role) => roles.has(role));

function unitOf(words: readonly Word[], keys: ReadonlyMap<Index, readonly string[]>, start: number, found: Found | null): Unit {
	const { gap } = words[start];
	if (found === null) return { roles: noRoles, isNegative: false, isHead: false, isVerbLast: false, gap, isAsked: words[start].isAsked, from: words[start].from, to: words[start].to };
	const { meaning, index, count } = found;
	const last = start + count - 1;
	return {
		roles: meaning.roles,
		person: meaning.person ?? personOf(index, words[start].plain, keys.get(index)![start]),
		isNegative: meaning.isNegative,
		language: index.lexicon.language,
		isHead: isHead(meaning.roles),
		isVerbLast: index.lexicon.isVerbLast === true,
		gap,
		isAsked: words[last].isAsked,
		from: words[start].from,
		to: words[last].to,
	};
}

/**
 * The words of a text as units of one or more lexicons, of which the first goes first: it is asked again only where it
 * knows nothing, or less.
 */
export function unitsOf(words: readonly Word[], indexes: readonly Index[]): Unit[] {
	const keys = new Map(indexes.map((index) => [index, words.map(({ plain }) => index.lexicon.key(plain))] as const));
	const units: Unit[] = [];
	for (let place = 0; place < words.length; ) {
		let best: Found | null = null;
		for (const index of indexes) {
			const found = foundAt(index, words, keys.get(index)!, place);
			if (found !== null && (best === null || found.count > best.count)) best = found;
		}
		units.push(unitOf(words, keys, place, best));
		place += best?.count ?? 1;
	}
	return units;
}

/** A part between commas that only says please, or perhaps, or honestly, stands in nobody's way. */
const isAside = (units: readonly Unit[], start: number, end: number) =>
	end - start <= 3 && units.slice(start, end).every(({ roles }) => roles.has('filler') || roles.has('please'));

/** Does a clause begin with the unit, by what the unit is? "and cancel" goes on, "and we cancel" begins. */
function begins(units: readonly Unit[], place: number): boolean {
	const { roles } = units[place];
	if (roles.has('joint')) return true;
	const next = units[place + 1];
	if (!roles.has('and') || next === undefined) return false;
	return !(next.isHead && (next.person === 'bare' || next.person === 'doing' || next.person === 'noun')) && !next.roles.has('bond') && !next.roles.has('own');
}

function clausesOf(units: readonly Unit[]): Clause[] {
	const starts = [0];
	let isAfterAside = false;
	for (let place = 1; place < units.length; place++) {
		const start = starts[starts.length - 1];
		const isParted = units[place].gap !== 'none' && !units[place].roles.has('that');
		const isCut = place - start >= CLAUSE_LENGTH || begins(units, place);
		if (!isParted && !isCut) continue;
		const wasAside = isParted && !isCut && (isAside(units, start, place) || isAfterAside);
		isAfterAside = isParted && isAside(units, place, nextGap(units, place));
		if (!wasAside && !isAfterAside) starts.push(place);
	}
	return starts.map((start, index) => ({ start, end: starts[index + 1] ?? units.length }));
}

function nextGap(units: readonly Unit[], place: number): number {
	let end = place + 1;
	while (end < units.length && end - place <= 4 && units[end].gap === 'none') end++;
	return end;
}

const sentenceOf = (units: readonly Unit[]): Sentence => ({ units, clauses: clausesOf(units), isAsked: units[units.length - 1].isAsked });

/** The sentences of a text, each with its clauses. */
export function sentencesOf(units: readonly Unit[]): Sentence[] {
	const sentences: Sentence[] = [];
	let start = 0;
	for (let place = 1; place <= units.length; place++) {
		if (place < units.length && units[place].gap !== 'sentence' && place - start < SENTENCE_LENGTH) continue;
		if (place > start) sentences.push(sentenceOf(units.slice(start, place)));
		start = place;
	}
	return sentences;
}
