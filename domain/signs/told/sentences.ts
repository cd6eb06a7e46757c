import type { Unit } from './units';

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

/** Longer clauses and sentences are cut, so that looking round in one costs no more than a text's length. */
const CLAUSE_LENGTH = 40;
const SENTENCE_LENGTH = 120;

/** A part between commas that only says please, or perhaps, or honestly, stands in nobody's way. */
const isAside = (units: readonly Unit[], start: number, end: number) =>
	end - start <= 3 && units.slice(start, end).every(({ roles }) => roles.has('filler') || roles.has('please') || roles.has('thinks'));

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
