/** Finding the words of families in a text. */
import type { Manner } from './families';

/** Whether a word that stands in a text counts there. */
export type Counts = (text: string, from: number, to: number, manner: Manner) => boolean;

/** The words of some families, the most telling family first. */
export type WordLists = readonly { readonly manner: Manner; readonly stems: Iterable<string> }[];

/** Which of the families does a text tell of first? Its place in the list; -1 where it tells of none. */
export type FirstTold = (text: string) => number;

interface Listed {
	/** What has to stand where the stem begins; undefined where the stem alone tells. */
	readonly pattern?: RegExp;
	/** The place of the family among those of the index. */
	readonly rank: number;
	readonly manner: Manner;
}

/** A letter of stems: the stems that end here, and the letters that may follow. */
interface Letter {
	readonly ends: Listed[];
	readonly next: Map<number, Letter>;
}

/** Whether a character is part of a word, by its code: letters are, and the underscores of codes. Halves of rarer characters are not. */
const wordParts = Uint8Array.from({ length: 0x10000 }, (_, code) => (/[\p{L}_]/u.test(String.fromCharCode(code)) ? 1 : 0));
const isWordPart = (code: number): boolean => wordParts[code] === 1;

const newLetter = (): Letter => ({ ends: [], next: new Map() });

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What a stem asks for beyond its letters: `|` at its end, ` ~ ` for up to three words. */
function patternOf(parts: readonly string[], isWhole: boolean): RegExp | undefined {
	if (parts.length === 1 && !isWhole) return undefined;
	return new RegExp(parts.map(escaped).join('\\p{L}*(?:\\s+[^\\s.,;!?]+){0,3}\\s+') + (isWhole ? '(?!\\p{L})' : ''), 'uy');
}

function addStem(root: Letter, stem: string, rank: number, manner: Manner): void {
	const isWhole = stem.endsWith('|');
	const parts = (isWhole ? stem.slice(0, -1) : stem).split(' ~ ');
	let letter = root;
	for (let at = 0; at < parts[0].length; at++) {
		const code = parts[0].charCodeAt(at);
		const next = letter.next.get(code) ?? newLetter();
		letter.next.set(code, next);
		letter = next;
	}
	letter.ends.push({ pattern: patternOf(parts, isWhole), rank, manner });
}

/** Where a word ends whose stem stands from one place to another; -1 where the stem is not all it asks for. */
function endOf({ pattern }: Listed, text: string, from: number, to: number): number {
	if (!pattern) return to;
	pattern.lastIndex = from;
	return pattern.test(text) ? pattern.lastIndex : -1;
}

/**
 * Which of some families of words does a text tell of first?
 *
 * The letters of a text are followed along the letters of all stems at once, so the cost grows with the length of the
 * text and hardly with the number of words known.
 */
export function firstToldOf(lists: WordLists, counts: Counts): FirstTold {
	const root = newLetter();
	for (const [rank, { manner, stems }] of lists.entries()) for (const stem of new Set(stems)) addStem(root, stem, rank, manner);

	/** The first family told by the words that begin at a place, where it comes before `first`; else `first`. */
	function firstAt(text: string, from: number, first: number): number {
		let letter = root.next.get(text.charCodeAt(from));
		for (let to = from + 1; letter; letter = letter.next.get(text.charCodeAt(to++))) {
			for (const word of letter.ends) {
				if (word.rank >= first) continue;
				const end = endOf(word, text, from, to);
				if (end !== -1 && counts(text, from, end, word.manner)) first = word.rank;
			}
		}
		return first;
	}

	return (text) => {
		let first = lists.length;
		let isInWord = false;
		for (let at = 0; at < text.length; at++) {
			const isPart = isWordPart(text.charCodeAt(at));
			if (isPart && !isInWord) first = firstAt(text, at, first);
			isInWord = isPart;
		}
		return first === lists.length ? -1 : first;
	};
}
