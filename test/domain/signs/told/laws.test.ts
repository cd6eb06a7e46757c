import fc from 'fast-check';
import { textLanguages, type TextLanguage } from '../../../../domain/signs/told/told';
import { whatIsTold } from '../../../../domain/signs/told/whatIsTold';
import english from '../../../fixtures/told/en.json';
import own from '../../../fixtures/told/own.json';
import persian from '../../../fixtures/told/fa.json';
import russian from '../../../fixtures/told/ru.json';
import ukrainian from '../../../fixtures/told/uk.json';
import { law } from '../../../support/law';

const others = { en: english, uk: ukrainian, ru: russian, fa: persian };
const textsOf = (language: TextLanguage) => [...others[language].sentences.map(({ text }) => text), ...own[language].says, ...own[language].asks, ...own[language].none];
const texts = textLanguages.flatMap(textsOf);
const telling = textLanguages.flatMap((language) => own[language].says.filter((text) => whatIsTold(text)?.kind === 'says').map((text) => [language, text] as const));

/** What says nothing of leaving and names nothing that could be left. */
const neutral: Readonly<Record<TextLanguage, string>> = {
	en: 'Good morning to all of you, and thanks for the quick reply.',
	uk: 'Доброго ранку всім, щиро дякуємо за швидку відповідь.',
	ru: 'Доброго утра всем, сердечно благодарим за быстрый ответ.',
	fa: 'صبح همگی بخیر، ممنون بابت پاسخ سریع.',
};

const kindOf = (text: string) => whatIsTold(text)?.kind ?? 'none';
const anyText = fc.constantFrom(...texts);
const anyTelling = fc.constantFrom(...telling);
const anything = fc.string({ unit: 'binary', maxLength: 300 });
const place = fc.double({ min: 0, max: 1, noNaN: true });

/** A text cut at a share of its length. */
const cut = (text: string, share: number) => text.slice(0, Math.floor(text.length * share));

it('any string is answered, and the words are a piece of it of at most 80 characters', () => {
	law(anything, anyText, (one, other) => {
		for (const text of [one, one + other, other + one]) {
			const told = whatIsTold(text);
			if (told === null) continue;
			expect(text).toContain(told.words);
			expect(told.words.length).toBeGreaterThan(0);
			expect(told.words.length).toBeLessThanOrEqual(80);
		}
	}, 400);
});

it('a text cut anywhere, an emoji in halves too, is answered', () => {
	law(anyText, place, (text, share) => {
		const piece = cut(`${text} \u{1f4e6}`, share);
		const told = whatIsTold(piece);
		if (told !== null) expect(piece).toContain(told.words);
	}, 400);
});

it('sentences that say nothing, before or behind, do not silence one that says it', () => {
	law(anyTelling, fc.nat(3), ([language, text], times) => {
		const around = Array.from({ length: times }, () => neutral[language]).join(' ');
		expect([text, kindOf(`${around} ${text}`)]).toEqual([text, 'says']);
		expect([text, kindOf(`${text}. ${around}`)]).toEqual([text, 'says']);
	}, 300);
});

it('two texts that say nothing, in a line of their own each, say nothing together', () => {
	for (const language of textLanguages) {
		expect([language, kindOf(neutral[language]), kindOf(`${neutral[language]}\n${neutral[language]}`)]).toEqual([language, 'none', 'none']);
	}
});

/** What a keyboard, a phone or a system does to a text without changing a word of it. */
const rewritings: ReadonlyArray<readonly [string, (text: string) => string]> = [
	['in capital letters', (text) => text.toUpperCase()],
	['in small letters', (text) => text.toLowerCase()],
	['decomposed', (text) => text.normalize('NFD')],
	['composed', (text) => text.normalize('NFC')],
	['with е for ё', (text) => text.replaceAll('\u0451', '\u0435').replaceAll('\u0401', '\u0415')],
	['with typographic apostrophes', (text) => text.replaceAll("'", '\u2019')],
	['with the apostrophe of Ukrainian', (text) => text.replaceAll(/['\u2019`]/g, '\u02bc')],
	['with Arabic yeh and kaf', (text) => text.replaceAll('\u06cc', '\u064a').replaceAll('\u06a9', '\u0643')],
	['without half-spaces', (text) => text.replaceAll('\u200c', '')],
	['with a blank for the half-space of می', (text) => text.replaceAll('می\u200c', 'می ')],
	['with doubled blanks', (text) => text.replaceAll(' ', '  ')],
	['with narrow and unbreakable blanks', (text) => text.replaceAll(' ', '\u00a0')],
	['with marks of direction', (text) => `\u200f${text}\u200e`],
	['with soft hyphens', (text) => text.replaceAll(/(\p{L}{4})(?=\p{L})/gu, '$1\u00ad')],
];

it.each(rewritings)('a text %s tells the same', (_, rewritten) => {
	for (const text of texts) expect([text, kindOf(rewritten(text))]).toEqual([text, kindOf(text)]);
});
