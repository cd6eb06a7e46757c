/** A text as words in one spelling, each with its place in the text. */

/** What stands before a word: nothing but a blank, the end of a clause, the end of a sentence. */
export type Gap = 'none' | 'clause' | 'sentence';

export interface Word {
	/** In small letters of one alphabet, without marks and apostrophes. */
	readonly plain: string;
	readonly from: number;
	readonly to: number;
	readonly gap: Gap;
	/** Whether the sentence that this word ends is a question. */
	isAsked: boolean;
}

const isLatin = (code: number) => code >= 0x61 && code <= 0x7a;
const isCyrillic = (code: number) => code >= 0x400 && code <= 0x52f;
const isArabic = (code: number) => code >= 0x620 && code <= 0x6d3;
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const isLetter = (code: number) => isLatin(code) || isCyrillic(code) || isArabic(code);

/** Letters that are written several ways, brought to one. Arabic yeh, alef maksura, kaf, teh marbuta to the Persian ones. */
const oneSpelling: Readonly<Record<string, string>> = {
	'\u0451': '\u0435', '\u0491': '\u0433', '\u064a': '\u06cc', '\u0649': '\u06cc', '\u0643': '\u06a9', '\u0629': '\u0647', '\u06c1': '\u0647', '\u06be': '\u0647', '\u06d5': '\u0647',
	'\u0131': 'i', '\u0142': 'l', '\u00df': 'ss', '\u03b1': 'a', '\u03b5': 'e', '\u03b9': 'i', '\u03ba': 'k', '\u03bf': 'o', '\u03c1': 'p', '\u03c4': 't', '\u03c5': 'u', '\u03c7': 'x',
};

/** Precomposed letters whose mark is part of the letter. */
const wholeLetters = '\u0439\u0457\u045e';
const isMark = /\p{M}/u;
const marks = /\p{M}+/gu;

/** Tatweel, soft hyphen, joiners, marks of direction, byte order mark: nothing is there to read. */
const isUnseen = (code: number) =>
	code === 0x640 || code === 0xad || code === 0x61c || code === 0xfeff || (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f);

function folded(character: string): string {
	const small = character.toLowerCase();
	if (oneSpelling[small] !== undefined) return oneSpelling[small];
	if (wholeLetters.includes(small)) return small;
	if (isUnseen(character.codePointAt(0)!) || isMark.test(character)) return '';
	const bare = small.normalize('NFKD').replace(marks, '').toLowerCase();
	return oneSpelling[bare] ?? bare;
}

/** What most texts are written in, folded once. */
const FOLDED_ONCE = 0x2100;
const foldedOnce: readonly string[] = Array.from({ length: FOLDED_ONCE }, (_, code) => folded(String.fromCharCode(code)));

/** Letters of one alphabet that look like one of the other, Cyrillic on the one side. */
const latinOf: Readonly<Record<string, string>> = {
	'\u0430': 'a', '\u0432': 'b', '\u0441': 'c', '\u0435': 'e', '\u043d': 'h', '\u0456': 'i', '\u0457': 'i', '\u043a': 'k', '\u043c': 'm', '\u043e': 'o', '\u0440': 'p', '\u0442': 't', '\u0445': 'x', '\u0443': 'y', '\u0458': 'j', '\u0455': 's', '\u0433': 'r',
};
const cyrillicOf: Readonly<Record<string, string>> = {
	a: '\u0430', b: '\u0432', c: '\u0441', e: '\u0435', h: '\u043d', i: '\u0456', k: '\u043a', m: '\u043c', o: '\u043e', p: '\u0440', t: '\u0442', x: '\u0445', y: '\u0443', u: '\u0438', n: '\u043f', r: '\u0433', '0': '\u043e', '3': '\u0437', '4': '\u0447', '6': '\u0431',
};

const inAlphabet = (word: string, alike: Readonly<Record<string, string>>) => Array.from(word, (letter) => alike[letter] ?? letter).join('');

/** Letters of a word: how many of either alphabet, and how many of them look like one of the other. */
function countLetters(word: string) {
	const counted = { latin: 0, latinAlike: 0, cyrillic: 0, cyrillicAlike: 0 };
	for (const letter of word) {
		const code = letter.charCodeAt(0);
		if (isCyrillic(code)) {
			counted.cyrillic++;
			if (latinOf[letter] !== undefined) counted.cyrillicAlike++;
		} else if (isLatin(code) || isDigit(code)) {
			counted.latin++;
			if (cyrillicOf[letter] !== undefined) counted.latinAlike++;
		}
	}
	return counted;
}

/** A word of mixed alphabets in the one that all its letters can be of, else in that of most. */
function inOneAlphabet(word: string): string {
	const { latin, latinAlike, cyrillic, cyrillicAlike } = countLetters(word);
	if (cyrillic === 0 || latin === 0) return word;
	const canBeCyrillic = latin === latinAlike;
	const canBeLatin = cyrillic === cyrillicAlike;
	const isCyrillicWord = canBeCyrillic === canBeLatin ? cyrillic >= latin : canBeCyrillic;
	return inAlphabet(word, isCyrillicWord ? cyrillicOf : latinOf);
}

/** The longest word of Latin letters that stands for a Cyrillic one of the same look: "He хочу" with a Latin He. */
const ALIKE_LENGTH = 4;
/** Those that look the same in print; n for п only helps where other letters of the word are Cyrillic. */
const SAME_IN_PRINT = 'abcehikmoptxy';

/** In a text of Cyrillic letters, short words of letters that look Cyrillic are Cyrillic. */
function withLookAlikes(words: readonly Word[]): Word[] {
	const hasCyrillic = words.some(({ plain }) => isCyrillic(plain.charCodeAt(0)));
	const isAlike = ({ plain }: Word) => plain.length <= ALIKE_LENGTH && isLatin(plain.charCodeAt(0)) && Array.from(plain).every((letter) => SAME_IN_PRINT.includes(letter));
	return hasCyrillic ? words.map((word) => (isAlike(word) ? { ...word, plain: inAlphabet(word.plain, cyrillicOf) } : word)) : [...words];
}

const APOSTROPHES = "'\u2019\u2018\u02bc\u02b9\u0060\u00b4\u2032\uff07\u201b";
const SENTENCE_ENDS = '.!?\n\r\u2026\u061f\u06d4\u2028\u2029\u203c\u203d\u2047\u2048\u2049';
const QUESTION_MARKS = '?\u061f\u203d\u2047\u2048\u2049';
/** A hyphen joins parts of a word as a blank does: "auto-renew", "будь-ласка". Other signs end a clause. */
const BLANKS = ' \t\u00a0-\u2010\u2011#&+*_$%/\u2116@=~^';

/** Longer words than any lexicon holds are cut: nothing is told behind their first letters. */
const WORD_LENGTH = 40;

/** A letter and what a breve makes of it: и, й. */
const BREVE = 0x306;
const SHORT_I = ['\u0438', '\u0439'] as const;

/** Reads a text from left to right, a character at a time. */
class Reader {
	readonly words: Word[] = [];
	private letters = '';
	private from = 0;
	private to = 0;
	private gap: Gap = 'sentence';

	/** A folded character of a word, or nothing. */
	take(character: string, from: number, to: number): void {
		const code = character.charCodeAt(0);
		const isOther = this.letters !== '' && isArabic(code) !== isArabic(this.letters.charCodeAt(this.letters.length - 1)) && !isDigit(code);
		if (isOther) this.close();
		if (this.letters === '') this.from = from;
		if (this.letters.length < WORD_LENGTH) this.letters += character;
		this.to = to;
	}

	close(): void {
		if (this.letters === '') return;
		this.words.push({ plain: inOneAlphabet(this.letters), from: this.from, to: this.to, gap: this.gap, isAsked: false });
		this.letters = '';
		this.gap = 'none';
	}

	/** A breve that stands apart makes an и an й. */
	soften(): void {
		if (this.letters.endsWith(SHORT_I[0])) this.letters = this.letters.slice(0, -1) + SHORT_I[1];
	}

	/** A sign that is no letter. */
	pass(sign: string): void {
		this.close();
		if (SENTENCE_ENDS.includes(sign)) this.gap = 'sentence';
		else if (!BLANKS.includes(sign) && this.gap === 'none') this.gap = 'clause';
		const last = this.words.at(-1);
		if (last !== undefined && QUESTION_MARKS.includes(sign)) last.isAsked = true;
	}
}

/** What are the words of a text, in one spelling? O(length). */
export function wordsOf(text: string): Word[] {
	const reader = new Reader();
	for (let place = 0; place < text.length; ) {
		const code = text.codePointAt(place)!;
		const next = place + (code > 0xffff ? 2 : 1);
		const sign = text.slice(place, next);
		const letters = code < FOLDED_ONCE ? foldedOnce[code] : folded(sign);
		const first = letters.charCodeAt(0);
		if (code === BREVE) reader.soften();
		if (letters !== '' && (isLetter(first) || isDigit(first))) for (const letter of letters) reader.take(letter, place, next);
		else if (letters !== '' && !(APOSTROPHES.includes(sign) && isLetter(foldedOnce[text.charCodeAt(next)]?.charCodeAt(0) ?? 0))) reader.pass(sign);
		place = next;
	}
	reader.close();
	return withLookAlikes(reader.words);
}

/** Prefixes of a Persian verb that are often written apart. */
const persianPrefixes = ['می', 'نمی', 'mi', 'nemi'];

/** Words with می and نمی joined to the verb that follows them. */
export function withJoinedPrefixes(words: readonly Word[]): Word[] {
	const joined: Word[] = [];
	for (const word of words) {
		const last = joined.at(-1);
		if (last !== undefined && word.gap === 'none' && persianPrefixes.includes(last.plain)) joined[joined.length - 1] = { ...word, plain: last.plain + word.plain, from: last.from, gap: last.gap };
		else joined.push(word);
	}
	return joined;
}
