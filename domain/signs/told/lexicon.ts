import { wordsOf, type Word } from './letters';
import { persons, type Person, type Role } from './roles';
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
	/** Objects stand before their verb and the verb at the end. */
	readonly isVerbLast?: boolean;
}

/** What an entry of a lexicon means. */
export interface Meaning {
	readonly roles: ReadonlySet<Role>;
	readonly person?: Person;
	readonly isNegative: boolean;
}

interface Node {
	readonly next: Map<string, Node>;
	meaning?: Meaning;
}

export interface Index {
	readonly lexicon: Lexicon;
	readonly root: Node;
	readonly endings: ReadonlyMap<string, Person>;
	readonly longestEnding: number;
}

/** Words found at a place: how many, what they mean, how many letters the lexicon names of them. */
export interface Found {
	readonly count: number;
	readonly letters: number;
	readonly meaning: Meaning;
	readonly index: Index;
}

const STEM = '*';
const BLANK = ' ';
const nodeOf = (): Node => ({ next: new Map() });
const listed = (words: string) => words.split(',').map((word) => word.trim()).filter((word) => word !== '');

/** The paths of an entry: its letters by sound, a blank between words, the mark of a stem. */
function pathsOf(entry: string, { key, stemKeys = (stem) => [key(stem)] }: Lexicon): string[] {
	let paths = [''];
	for (const part of entry.split(BLANK)) {
		const ways = part.endsWith(STEM) ? stemKeys(spelled(part.slice(0, -1))).map((stem) => stem + STEM) : [key(spelled(part))];
		paths = paths.flatMap((path) => ways.map((way) => (path === '' ? way : path + BLANK + way)));
	}
	return paths;
}

/** An entry's word as a text's would be read. */
const spelled = (word: string) => wordsOf(word).map(({ plain }) => plain).join('');

function add(root: Node, path: string, { roles, person, isNegative = false }: Omit<Form, 'words'>): void {
	let node = root;
	for (const letter of path) {
		const next = node.next.get(letter) ?? nodeOf();
		node.next.set(letter, next);
		node = next;
	}
	node.meaning = { roles: new Set([...(node.meaning?.roles ?? []), ...roles]), person: node.meaning?.person ?? person, isNegative: node.meaning?.isNegative ?? isNegative };
}

/** A lexicon made ready to be looked up, a letter after the other. */
export function indexOf(lexicon: Lexicon): Index {
	const root = nodeOf();
	const forms: Form[] = [...(lexicon.forms ?? [])];
	for (const [role, words] of Object.entries(lexicon.words)) forms.push({ words, roles: [role as Role] });
	for (const form of forms) for (const entry of listed(form.words)) for (const path of pathsOf(entry, lexicon)) add(root, path, form);
	const endings = new Map<string, Person>();
	for (const person of persons) {
		for (const ending of listed(lexicon.endings[person] ?? '')) {
			endings.set(spelled(ending), person);
			endings.set(lexicon.key(spelled(ending)), endings.get(lexicon.key(spelled(ending))) ?? person);
		}
	}
	return { lexicon, root, endings, longestEnding: Math.max(0, ...[...endings.keys()].map(({ length }) => length)) };
}

export interface Entry {
	readonly letters: string;
	readonly isStem: boolean;
	readonly meaning: Meaning;
}

/** Every entry of a lexicon by its sound, a blank between its words. */
export function entriesOf({ root }: Index): Entry[] {
	const entries: Entry[] = [];
	const open: Array<readonly [Node, string]> = [[root, '']];
	for (let place = open.pop(); place !== undefined; place = open.pop()) {
		const [{ next, meaning }, letters] = place;
		const isStem = letters.endsWith(STEM);
		if (meaning !== undefined) entries.push({ letters: isStem ? letters.slice(0, -1) : letters, isStem, meaning });
		for (const [letter, node] of next) open.push([node, letters + letter]);
	}
	return entries;
}

/** The most words, then the most letters named. */
const better = (one: Found | null, other: Found): Found =>
	one === null || other.count > one.count || (other.count === one.count && other.letters > one.letters) ? other : one;

/** Where the reading of an entry stands: at a node, before a letter of a word. */
interface Place {
	readonly node: Node;
	readonly word: number;
	readonly letter: number;
	readonly letters: number;
}

/**
 * Which entry of a lexicon do the words from a place on stand for? Null where none.
 *
 * O(letters of the longest entry): the ways to read on at a letter are two, the letter and the stem that ends before it.
 */
export function foundAt(index: Index, words: readonly Word[], keys: readonly string[], start: number): Found | null {
	let best: Found | null = null;
	const open: Place[] = [{ node: index.root, word: start, letter: 0, letters: 0 }];
	const end = ({ meaning }: Node, word: number, letters: number) => {
		if (meaning !== undefined) best = better(best, { count: word - start + 1, letters, meaning, index });
	};
	const goOn = (node: Node, word: number, letters: number) => {
		const next = node.next.get(BLANK);
		if (next !== undefined && word + 1 < words.length && words[word + 1].gap === 'none') open.push({ node: next, word: word + 1, letter: 0, letters });
	};
	for (let place = open.pop(); place !== undefined; place = open.pop()) {
		const { node, word, letter, letters } = place;
		const stem = node.next.get(STEM);
		if (stem !== undefined) {
			end(stem, word, letters);
			goOn(stem, word, letters);
		}
		if (letter === keys[word].length) {
			end(node, word, letters + 0.5);
			goOn(node, word, letters + 0.5);
			continue;
		}
		const next = node.next.get(keys[word][letter]);
		if (next !== undefined) open.push({ node: next, word, letter: letter + 1, letters: letters + 1 });
		const joined = node.next.get(BLANK);
		if (joined !== undefined && letter > 1) open.push({ node: joined, word, letter, letters });
	}
	return best;
}

/** Whose deed is a word by its ending? */
export function personOf(index: Index, word: string, key: string): Person | undefined {
	for (const spelling of [word, key]) {
		for (let length = Math.min(index.longestEnding, spelling.length - 1); length > 0; length--) {
			const person = index.endings.get(spelling.slice(-length));
			if (person !== undefined) return person;
		}
	}
	return undefined;
}
