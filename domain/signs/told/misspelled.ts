import type { Meaning, Role } from './roles';

/**
 * Words of the lexicon with one letter wrong, missing, too many or changed places: "subcription", "отминить".
 *
 * Only long words that carry the meaning, and never in their first three letters: "підписатись" is not "відписатись", nor
 * "описать" "отписать".
 */
const FORGIVEN: readonly Role[] = ['ends', 'endsBond', 'bond', 'stays', 'leaves'];
const SHORTEST = 7;
const SURE_LETTERS = 3;

interface Node {
	readonly next: Map<string, Node>;
	whole?: Meaning;
	stem?: Meaning;
}

export type Spellings = Node;

/** An entry of a lexicon by its sound. */
interface Entry {
	readonly letters: string;
	readonly isStem: boolean;
	readonly meaning: Meaning;
}

const nodeOf = (): Node => ({ next: new Map() });

/** The node that a letter leads to, made where there is none. */
export function letterOf<T extends { readonly next: Map<string, T> }>(node: T, letter: string, make: () => T): T {
	const next = node.next.get(letter) ?? make();
	node.next.set(letter, next);
	return next;
}

/** The long words among entries, by letter. */
export function spellingOf(entries: readonly Entry[]): Spellings {
	const root = nodeOf();
	for (const { letters, isStem, meaning } of entries) {
		if (letters.length < SHORTEST || !FORGIVEN.some((role) => meaning.roles.has(role))) continue;
		let node = root;
		for (const letter of letters) node = letterOf(node, letter, nodeOf);
		if (isStem) node.stem = meaning;
		else node.whole = meaning;
	}
	return root;
}

/** A stem is known again by so many of its letters behind the mistake: "прекрасно" is no "прекрат…". */
const LETTERS_BEHIND = 2;

/** What the letters from a place on mean, read on from a node without any more mistakes. */
function readOn(start: Node, key: string, from: number): Meaning | undefined {
	let node: Node | undefined = start;
	let meaning: Meaning | undefined;
	for (let place = from; place < key.length && node !== undefined; place++) {
		node = node.next.get(key[place]);
		if (place - from + 1 >= LETTERS_BEHIND) meaning = node?.stem ?? meaning;
	}
	return node?.whole ?? meaning;
}

/** What a word means once the mistake at a place is put right. */
function righted(node: Node, key: string, place: number): Meaning | undefined {
	const after = node.next.get(key[place + 1]);
	const swapped = after?.next.get(key[place]);
	const found = (swapped && readOn(swapped, key, place + 2)) ?? (after && readOn(after, key, place + 2));
	if (found !== undefined) return found;
	for (const next of node.next.values()) {
		const meaning = readOn(next, key, place + 1) ?? readOn(next, key, place);
		if (meaning !== undefined) return meaning;
	}
	return undefined;
}

/** What does a word with one slip of the pen mean? Undefined where nothing is like it. O(its letters, squared; they are at most 40). */
export function meaningOfMisspelled(spellings: Spellings, key: string): Meaning | undefined {
	if (key.length + 1 < SHORTEST) return undefined;
	let node: Node | undefined = spellings;
	for (let place = 0; place < key.length && node !== undefined; place++) {
		const meaning: Meaning | undefined = place < SURE_LETTERS ? undefined : righted(node, key, place);
		if (meaning !== undefined) return meaning;
		node = node.next.get(key[place]);
	}
	return undefined;
}
