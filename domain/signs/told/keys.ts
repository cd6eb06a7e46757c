/**
 * Words as they sound, so that spellings of one word meet: Cyrillic and its Latin letters, doubled letters, soft signs.
 *
 * Lexicon and text go through the same function; what it brings together need not be listed twice.
 */
const latinOfCyrillic: Readonly<Record<string, string>> = {
	а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'i', і: 'i', ї: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ў: 'u',
	ф: 'f', х: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia',
};

/** Pairs of Latin letters that write one sound. What they become is one letter, none that another sound has; j and y are i. */
const slavicPairs: Readonly<Record<string, string>> = { zh: '\u017e', sh: '\u0161', ch: '\u010d', kh: 'h', ts: 'c', tz: 'c', ie: 'e', je: 'e', ye: 'e', ii: 'ij', iy: 'ij', yi: 'ij', ij: 'ij', yj: 'ij', yy: 'ij', ji: 'ij' };
const slavicLetters: Readonly<Record<string, string>> = { y: 'i', j: 'i', g: 'h', x: 'h', w: 'v', q: 'k', '4': '\u010d' };
const persianPairs: Readonly<Record<string, string>> = { gh: 'q', kh: 'x', oo: 'u', ou: 'u', ow: 'o', ee: 'i', aa: 'a', ph: 'f' };
const persianLetters: Readonly<Record<string, string>> = { y: 'i', w: 'v' };

/** Latin letters by sound, pairs first. */
function sounded(word: string, pairs: Readonly<Record<string, string>>, letters: Readonly<Record<string, string>>): string {
	let sounds = '';
	for (let place = 0; place < word.length; place++) {
		const pair = pairs[word.slice(place, place + 2)];
		sounds += pair ?? letters[word[place]] ?? word[place];
		if (pair !== undefined) place++;
	}
	return sounds;
}

/** Each run of a letter as one of it: "cancelled" and "canceled", "pleeease". */
function undoubled(word: string): string {
	let single = '';
	for (const letter of word) if (letter !== single.at(-1)) single += letter;
	return single;
}

const inLatin = (word: string) => Array.from(word, (letter) => latinOfCyrillic[letter] ?? letter).join('');

/** "відписатися" and "vidpysatysia" alike. */
export const slavicKey = (word: string): string => {
	const sounds = undoubled(sounded(inLatin(word), slavicPairs, slavicLetters));
	return undoubled(sounded(sounds, { ie: 'e', ts: 'c' }, {}));
};

/** Persian letters of one sound: of those that are spoken alike, the commonest. */
const persianSounds: Readonly<Record<string, string>> = { ث: 'س', ص: 'س', ذ: 'ز', ض: 'ز', ظ: 'ز', ط: 'ت', ح: 'ه', غ: 'ق' };
const inPersianSounds = (word: string) => Array.from(word, (letter) => persianSounds[letter] ?? letter).join('');

/** Persian letters and Latin ones by sound. */
export const persianKey = (word: string): string => undoubled(inPersianSounds(sounded(word, persianPairs, persianLetters)));

export const englishKey = undoubled;

/** A stem as it may sound before an ending: т and ся are ц, и and е are е. */
export function slavicStemKeys(stem: string): string[] {
	const key = slavicKey(stem);
	const begun = key.slice(0, -1);
	if (key.endsWith('t')) return [key, `${begun}c`];
	return key.endsWith('i') ? [key, `${begun}e`] : [key];
}
