/** What the locales write with: numbers with their words, quotations and lists as a language has them. */

/**
 * How words go with a number: by the plural categories of the language, or for a number of its own.
 *
 * `#` stands for the number: `{ 0: 'today', 1: 'tomorrow', other: 'in # days' }`.
 */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule | 0 | 1 | 2, string>>> & { readonly other: string };

export interface Marks {
	readonly quotes: readonly [string, string];
	/** Between phrases. */
	readonly separator: string;
	/** Persian is written from right to left. */
	readonly isRightToLeft: boolean;
}

export interface Words {
	/** 1,234.5 */
	number(value: number): string;
	/** `in 3 days`: the form that goes with the number as it is written. Null counts as 0: it stands only where a sign does not fire. */
	counted(value: number | null, forms: Forms): string;
	/** Money without a currency: 1,234 or 1,234.50 */
	money(value: number): string;
	/** 40% or 0.3%, of a number from 0 to 100. */
	percent(value: number): string;
	/** A name or words of others, in one line, isolated where they may run in the other direction. */
	foreign(text: string): string;
	/** The same in quotation marks. */
	quoted(text: string): string;
	/** Phrases one after the other, as a part of a sentence; the note stands behind the first. */
	list(phrases: readonly string[], note?: string): string;
}

const TENTHS = 10;
const CENTS = 100;
/** Up to here whole amounts and cents, written one by one, are what Intl writes; it takes a microsecond and more for each amount. */
const MOST_IN_PARTS = 1e9;

/** Isolated text takes its own direction and leaves that of the sentence alone. Unicode Standard Annex 9. */
const [ISOLATE, END_OF_ISOLATE] = ['\u2068', '\u2069'];
/** Marks of direction in the data, which could turn the rest of the sentence. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/gu;
/** What stands between words; control characters too, of which some end a paragraph and with it what is isolated. */
const GAPS = /[\s\p{Cc}]+/gu;
/** What most names are: Latin letters without anything to be tidied. */
const EASY_TEXT = /^[!-~]+(?: [!-~]+)*$/;
/** Hebrew, Arabic, the scripts like them, and the mark that counts as one of their letters. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const ISOLATED_FULL_STOP = `.${END_OF_ISOLATE}`;

export const LEFT_TO_RIGHT_MARKS = { separator: '; ', isRightToLeft: false } as const;

/** A sentence begins with a capital letter, where the script has them. */
export const capitalised = (text: string): string => (text === '' ? text : text[0].toUpperCase() + text.slice(1));

/** A sentence ends with one full stop, also behind `Acme Inc.` */
export const ended = (text: string): string => (text.endsWith('.') || text.endsWith(ISOLATED_FULL_STOP) ? text : `${text}.`);

/** What is said of something, and nothing where it is not known. */
export const ifKnown = <Value>(value: Value | null, say: (value: Value) => string): string => (value === null ? '' : say(value));

/** What is usual less than once in two windows is told as none. */
export const hardlyAny = (count: number): number => (count < 0.5 ? 0 : count);

/** A number as it is written; never -0. */
const roundedTo = (parts: number, value: number): number => Math.round(value * parts) / parts || 0;
const rounded = (value: number): number => roundedTo(TENTHS, value);

/** `language` as BCP 47 has it. */
export function wordsOf(language: string, { quotes: [open, close], separator, isRightToLeft }: Marks): Words {
	const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
	const wholeAmounts = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
	const amounts = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
	const percentages = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
	const plural = new Intl.PluralRules(language, { maximumFractionDigits: 1 });
	// Most numbers are small and come again and again.
	const written = new Map<number, string>();
	function number(value: number): string {
		const shown = rounded(value);
		const known = written.get(shown);
		if (known !== undefined) return known;
		const text = numbers.format(shown);
		if (written.size < 10_000) written.set(shown, text);
		return text;
	}
	const percentsWritten = new Map<number, string>();
	function percent(value: number): string {
		const shown = rounded(value);
		const known = percentsWritten.get(shown);
		if (known !== undefined) return known;
		const text = percentages.format(shown / 100);
		if (percentsWritten.size < 10_000) percentsWritten.set(shown, text);
		return text;
	}
	const categories = new Map<number, Intl.LDMLPluralRule>();
	function categoryOf(shown: number): Intl.LDMLPluralRule {
		const known = categories.get(shown);
		if (known !== undefined) return known;
		const category = plural.select(shown);
		if (categories.size < 10_000) categories.set(shown, category);
		return category;
	}
	function formOf(shown: number, forms: Forms): string {
		const own = shown === 0 || shown === 1 || shown === 2 ? forms[shown] : undefined;
		return own ?? forms[categoryOf(shown)] ?? forms.other;
	}
	const wholesWritten = new Map<number, string>();
	function wholeAmount(shown: number): string {
		const known = wholesWritten.get(shown);
		if (known !== undefined) return known;
		const text = wholeAmounts.format(shown);
		if (wholesWritten.size < 10_000) wholesWritten.set(shown, text);
		return text;
	}
	/** `.00` to `.99` as the language has them. */
	const centsWritten = Array.from({ length: CENTS }, (_, cents) => amounts.format(cents / CENTS).slice(1));
	function money(value: number): string {
		const shown = roundedTo(CENTS, value);
		if (Number.isInteger(shown)) return wholeAmount(shown);
		if (shown < 0 || shown > MOST_IN_PARTS) return amounts.format(shown);
		const whole = Math.floor(shown);
		return wholeAmount(whole) + centsWritten[Math.round((shown - whole) * CENTS)];
	}
	function foreign(text: string): string {
		if (!isRightToLeft && EASY_TEXT.test(text)) return text;
		const line = text.replace(DIRECTIONS, '').replace(GAPS, ' ').trim();
		return isRightToLeft || RIGHT_TO_LEFT.test(line) ? ISOLATE + line + END_OF_ISOLATE : line;
	}
	return {
		number,
		counted: (value, forms) => formOf(rounded(value ?? 0), forms).replace('#', number(value ?? 0)),
		money,
		percent,
		foreign,
		quoted: (text) => open + foreign(text) + close,
		list: (phrases, note = '') => phrases.map((phrase, place) => (place === 0 ? phrase + note : phrase)).join(separator),
	};
}
