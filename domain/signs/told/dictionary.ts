import { wordsOf, type Word } from './letters';
import type { Form, Lexicon } from './lexicon';
import { letterOf, meaningOfMisspelled, spellingOf, type Spellings } from './misspelled';
import { headRoles, persons, type Meaning, type Person, type Role } from './roles';

/** A letter of the entries: which may follow, and what is meant where one ends. */
interface Node {
	readonly next: Map<string, Node>;
	meaning?: Meaning;
	/** Whether an entry that may tell of leaving goes on from here. */
	leadsToHead?: true;
}

/** An entry that words stand for: how many words, how many letters of them it names. */
export interface Found {
	readonly count: number;
	readonly letters: number;
	readonly meaning: Meaning;
}

/** What a lexicon knows of a single word. */
export interface Sense {
	readonly key: string;
	/** Whose deed it is by its ending. */
	readonly person?: Person;
	/** The entry that the word stands for alone. */
	readonly alone: Found | null;
	/** Whether an entry of several words begins with it. */
	readonly isOpening: boolean;
	/** Whether it may tell of leaving, alone or with words behind it. */
	readonly mayTell: boolean;
	/** What it means once a mistake is put right, where the lexicon does not hold it. */
	readonly guess?: Meaning;
	/** The words that it consists of, where they are written as one. */
	readonly parts?: readonly string[];
}

/** A lexicon made ready to be looked up. */
export interface Dictionary {
	readonly lexicon: Lexicon;
	readonly root: Node;
	readonly spellings: Spellings;
	readonly endings: ReadonlyMap<string, Person>;
	readonly longestEnding: number;
	/** Words that were looked up of late: the words of customers are much the same from text to text. */
	readonly senses: Map<string, Sense>;
}

const SENSES_KEPT = 20_000;

const STEM = '*';
const BLANK = ' ';
const nodeOf = (): Node => ({ next: new Map() });
const listed = (words: string) => words.split(',').map((word) => word.trim()).filter((word) => word !== '');

/** An entry's word as a text's would be read. */
const spelled = (word: string) => wordsOf(word).map(({ plain }) => plain).join('');

/** The paths of an entry: its letters by sound, a blank between words, the mark of a stem. */
function pathsOf(entry: string, { key, stemKeys = (stem) => [key(stem)] }: Lexicon): string[] {
	let paths = [''];
	for (const part of entry.split(BLANK)) {
		const ways = part.endsWith(STEM) ? stemKeys(spelled(part.slice(0, -1))).map((stem) => stem + STEM) : [key(spelled(part))];
		paths = paths.flatMap((path) => ways.map((way) => (path === '' ? way : path + BLANK + way)));
	}
	return paths;
}

const isHead = (roles: readonly Role[]) => roles.some((role) => headRoles.some((head) => head === role));

function add(root: Node, path: string, { roles, person, isNegative = false }: Omit<Form, 'words'>): Meaning {
	const leadsToHead = isHead(roles);
	let node = root;
	for (const letter of path) {
		if (leadsToHead) node.leadsToHead = true;
		node = letterOf(node, letter, nodeOf);
	}
	const { meaning } = node;
	const all = new Set([...(meaning?.roles ?? []), ...roles]);
	node.meaning = { roles: all, person: meaning?.person ?? person, isNegative: meaning?.isNegative ?? isNegative, isHead: isHead([...all]) };
	return node.meaning;
}

function endingsOf({ endings, key }: Lexicon): Map<string, Person> {
	const found = new Map<string, Person>();
	for (const person of persons) {
		for (const ending of listed(endings[person] ?? '').map(spelled)) {
			found.set(ending, person);
			found.set(key(ending), found.get(key(ending)) ?? person);
		}
	}
	return found;
}

/** A whole word that is also a stem does what the stem does: "need" and "need*". */
function inheritStems(root: Node): void {
	const open = [root];
	for (let node = open.pop(); node !== undefined; node = open.pop()) {
		const stem = node.next.get(STEM)?.meaning;
		if (stem !== undefined && node.meaning !== undefined) node.meaning = { ...node.meaning, roles: new Set([...node.meaning.roles, ...stem.roles]), isHead: node.meaning.isHead || stem.isHead };
		open.push(...node.next.values());
	}
}

/** A lexicon as a dictionary. Made once. */
export function dictionaryOf(lexicon: Lexicon): Dictionary {
	const root = nodeOf();
	const forms: Form[] = [...(lexicon.forms ?? [])];
	for (const [role, words] of Object.entries(lexicon.words)) forms.push({ words, roles: [role as Role] });
	const meanings = new Map<string, Meaning>();
	for (const form of forms) for (const entry of listed(form.words)) for (const path of pathsOf(entry, lexicon)) meanings.set(path, add(root, path, form));
	inheritStems(root);
	const spellings = spellingOf([...meanings].filter(([path]) => !path.includes(BLANK)).map(([path, meaning]) => ({ letters: path.replace(STEM, ''), isStem: path.endsWith(STEM), meaning })));
	const endings = endingsOf(lexicon);
	return { lexicon, root, spellings, endings, longestEnding: Math.max(0, ...[...endings.keys()].map(({ length }) => length)), senses: new Map() };
}

/** The most words, then the most letters named. */
const isBetter = (best: Found | null, count: number, letters: number) => best === null || count > best.count || (count === best.count && letters > best.letters);

/** Reads an entry on, a letter after the other; at most two ways lead on from a letter, so a word costs its letters. */
class Search {
	best: Found | null = null;
	isOpening = false;
	opensHead = false;

	constructor(
		private readonly keys: readonly string[],
		private readonly start: number,
		private readonly isLast: (word: number) => boolean,
	) {}

	private end({ meaning, next }: Node, word: number, letters: number): void {
		const count = word - this.start + 1;
		if (meaning !== undefined && isBetter(this.best, count, letters)) this.best = { count, letters, meaning };
		const following = next.get(BLANK);
		if (following === undefined) return;
		this.isOpening = true;
		this.opensHead ||= following.leadsToHead === true;
		if (!this.isLast(word)) this.read(following, word + 1, 0, letters);
	}

	read(node: Node, word: number, letter: number, letters: number): void {
		const key = this.keys[word];
		const stem = node.next.get(STEM);
		if (stem !== undefined) this.end(stem, word, letters);
		if (letter === key.length) {
			this.end(node, word, letters + 0.5);
			return;
		}
		const next = node.next.get(key[letter]);
		if (next !== undefined) this.read(next, word, letter + 1, letters + 1);
		const joined = letter > 1 ? node.next.get(BLANK) : undefined;
		if (joined !== undefined) this.read(joined, word, letter, letters);
	}
}

function personOf({ endings, longestEnding }: Dictionary, word: string, key: string): Person | undefined {
	for (const spelling of [word, key]) {
		for (let length = Math.min(longestEnding, spelling.length - 1); length > 0; length--) {
			const person = endings.get(spelling.slice(-length));
			if (person !== undefined) return person;
		}
	}
	return undefined;
}

const always = () => true;

function lookUp({ root }: Dictionary, key: string): Search {
	const search = new Search([key], 0, always);
	search.read(root, 0, 0, 0);
	return search;
}

/** Short words that are often written together with the next: "pleasecancel", "небуду", "мойаккаунт". */
const gluedRoles: readonly Role[] = ['not', 'please', 'wish', 'own'];
const SHORTEST_GLUED = 2;
/** Shorter ones are no words by themselves, but for a "not". */
const SHORTEST_SURE = 3;
const LONGEST_GLUED = 10;

const isGlue = ({ roles }: Meaning, length: number) => roles.has('not') || (length >= SHORTEST_SURE && gluedRoles.some((role) => roles.has(role)));

/** The words that a word consists of, the first of them short ones; undefined where it is no such word. O(its letters, squared; they are at most 40). */
function partsOf(dictionary: Dictionary, key: string): string[] | undefined {
	let node: Node | undefined = dictionary.root;
	const glued: number[] = [];
	for (let length = 1; length <= Math.min(LONGEST_GLUED, key.length - SHORTEST_GLUED); length++) {
		node = node.next.get(key[length - 1]);
		if (node === undefined) break;
		if (length >= SHORTEST_GLUED && node.meaning !== undefined && isGlue(node.meaning, length)) glued.unshift(length);
	}
	for (const length of glued) {
		const rest = key.slice(length);
		if ((lookUp(dictionary, rest).best?.letters ?? 0) >= SHORTEST_GLUED) return [key.slice(0, length), rest];
		const more = partsOf(dictionary, rest);
		if (more !== undefined) return [key.slice(0, length), ...more];
	}
	return undefined;
}

/** What may hang on a stem of a language that writes its pronouns and plurals on: "حسابمون", "قراردادها". */
const LONGEST_HUNG = 4;
const SHORTEST_PIECE = 2;

/** Where pieces of a word end that begin at a place: whole entries, and stems with what hangs on them. */
function pieceEnds({ root, lexicon: { hung = [] } }: Dictionary, key: string, start: number): Set<number> {
	const ends = new Set<number>();
	let node: Node | undefined = root;
	for (let end = start + 1; end <= key.length; end++) {
		node = node.next.get(key[end - 1]);
		if (node === undefined) break;
		if (end - start < SHORTEST_PIECE) continue;
		const isStem = node.next.get(STEM)?.meaning !== undefined;
		if (node.meaning !== undefined || isStem) ends.add(end);
		const hanging = isStem ? hung.filter((letters) => key.startsWith(letters, end)) : [];
		for (const letters of hanging) ends.add(end + letters.length);
	}
	return ends;
}

/** A vowel at the end of a word and at the beginning of the next is read as one of it: "لطفااشتراک". */
const SHARED = 'ا';

function piecesFrom(dictionary: Dictionary, key: string, start: number): Array<readonly [from: number, end: number]> {
	const froms = start > 0 && key[start - 1] === SHARED ? [start, start - 1] : [start];
	return froms.flatMap((from) => [...pieceEnds(dictionary, key, from)].filter((end) => end > start).map((end) => [from, end] as const));
}

/** A word that consists of entries from end to end, where a language often leaves the blanks out; the fewest of them. O(its letters, squared). */
function piecesOf(dictionary: Dictionary, key: string): string[] | undefined {
	const fewest: Array<readonly string[] | undefined> = [[]];
	for (let start = 0; start < key.length; start++) {
		const before = fewest[start];
		if (before === undefined) continue;
		for (const [from, end] of piecesFrom(dictionary, key, start)) if (before.length + 1 < (fewest[end]?.length ?? Infinity)) fewest[end] = [...before, key.slice(from, end)];
	}
	const pieces = fewest[key.length];
	return pieces !== undefined && pieces.length > 1 ? [...pieces] : undefined;
}

/** So much behind a stem is no ending any more. */
const isOverlong = (found: Found | null, key: string) => found === null || key.length - found.letters > LONGEST_HUNG;

/** The words of a word that is none by itself, in a language that tells what may hang on its stems. */
function leftOutBlanks(dictionary: Dictionary, best: Found | null, key: string): string[] | undefined {
	const { hung } = dictionary.lexicon;
	if (hung === undefined || !isOverlong(best, key) || key.length > LONGEST_GLUED * 3) return undefined;
	return piecesOf(dictionary, key);
}

function newSense(dictionary: Dictionary, word: string): Sense {
	const key = dictionary.lexicon.key(word);
	const { best, isOpening, opensHead } = lookUp(dictionary, key);
	const pieces = isOpening ? undefined : leftOutBlanks(dictionary, best, key);
	if (pieces !== undefined) return { key, alone: null, isOpening: false, mayTell: true, parts: pieces };
	const guess = best === null ? meaningOfMisspelled(dictionary.spellings, key) : undefined;
	const parts = best === null && guess === undefined ? partsOf(dictionary, key) : undefined;
	const mayTell = opensHead || parts !== undefined || (best?.meaning ?? guess)?.isHead === true;
	return { key, person: personOf(dictionary, word, key), alone: best, isOpening, mayTell, guess, parts };
}

/** What does the dictionary know of a word? */
export function senseOf(dictionary: Dictionary, word: string): Sense {
	const { senses } = dictionary;
	const known = senses.get(word);
	if (known !== undefined) return known;
	if (senses.size >= SENSES_KEPT) senses.clear();
	const sense = newSense(dictionary, word);
	senses.set(word, sense);
	return sense;
}

/** Which entry do the words from a place on stand for? Null where none. */
export function foundAt(dictionary: Dictionary, words: readonly Word[], keys: readonly string[], place: number, sense: Sense): Found | null {
	if (!sense.isOpening || words[place + 1]?.gap !== 'none') return sense.alone;
	const search = new Search(keys, place, (word) => words[word + 1]?.gap !== 'none');
	search.read(dictionary.root, place, 0, 0);
	return search.best;
}
