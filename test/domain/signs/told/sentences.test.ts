import { whatIsTold } from '../../../../domain/signs/told/whatIsTold';
import { textLanguages, type TextLanguage } from '../../../../domain/signs/told/told';
import english from '../../../fixtures/told/en.json';
import englishOpened from '../../../fixtures/told/en_sealed.json';
import own from '../../../fixtures/told/own.json';
import persian from '../../../fixtures/told/fa.json';
import persianOpened from '../../../fixtures/told/fa_sealed.json';
import russian from '../../../fixtures/told/ru.json';
import russianOpened from '../../../fixtures/told/ru_sealed.json';
import ukrainian from '../../../fixtures/told/uk.json';
import ukrainianOpened from '../../../fixtures/told/uk_sealed.json';

type Label = 'says' | 'asks' | 'none';
type Sentence = readonly [text: string, label: Label];

const labels: readonly Label[] = ['says', 'asks', 'none'];
const isLabel = (text: string): text is Label => labels.some((label) => label === text);
const given = ({ sentences }: { sentences: ReadonlyArray<{ text: string; label: string }> }): Sentence[] =>
	sentences.map(({ text, label }) => {
		if (!isLabel(label)) throw new Error(`${label} is no label`);
		return [text, label];
	});

/** Lists of people who did not see the lexicons, 30 a language, half of them traps. */
const written: Readonly<Record<TextLanguage, Sentence[]>> = { en: given(english), uk: given(ukrainian), ru: given(russian), fa: given(persian) };

/** The halves of the same lists that stayed sealed until the rules had been measured with them: precision .79 to .92, recall .73 to .87. */
const opened: Readonly<Record<TextLanguage, Sentence[]>> = { en: given(englishOpened), uk: given(ukrainianOpened), ru: given(russianOpened), fa: given(persianOpened) };

/** Ours, after the rules; first written, then tried. */
const ours = (language: TextLanguage): Sentence[] => labels.flatMap((label) => own[language][label].map((text) => [text, label] as const));

/** What is known not to be understood, and why; one that is understood after all does not belong here any more. */
const knownMisses = new Map<string, string>([
	['If you raise the price again, we\'re out.', '"we\'re out" is read as "were out", and those who were out of office do not leave'],
	[englishOpened.sentences.find(({ text }) => text.includes('moving over there'))?.text ?? '', 'an office or a warehouse moves "over there" too; no word says that the name is a competitor'],
	['ما که رفتیم داداش، سرویستون به درد نمی\u200cخوره', '"رفتیم" alone is also "we went", to a branch or an office'],
	['Звідти йдемо, сервіс жахливий, знайшли кращий.', '"йдемо" alone is also "we go", to a shop or a meeting'],
	['We\'ve made up our minds: come January we\'ll be with BigRival.', 'no word says that the name is a competitor'],
	['زودترین زمانی که می‌تونم برم کیه؟', '"برم" alone is also "I go", home or on holiday'],
]);

const toldOf = (text: string): Label => whatIsTold(text)?.kind ?? 'none';

describe.each(textLanguages)('of the sentences in %s', (language) => {
	const understood = [...written[language], ...opened[language], ...ours(language)].filter(([text]) => !knownMisses.has(text));

	it('there are more than a hundred, of every label', () => {
		expect(understood.length).toBeGreaterThan(100);
		for (const label of labels) expect(understood.filter((sentence) => sentence[1] === label).length).toBeGreaterThan(15);
	});

	it.each(understood)('%j: %s', (text, label) => {
		expect(toldOf(text)).toBe(label);
		const words = whatIsTold(text)?.words ?? '';
		expect(text).toContain(words);
		expect(words.length).toBeLessThanOrEqual(80);
	});
});

it.each([...knownMisses])('%j is not understood: %s', (text) => expect(toldOf(text)).toBe('none'));

/** One that is told at all and should be, of those told; and of those that should be. */
it('of the lists of others, nothing is told wrongly and all is found: precision 1, recall 1 (the list that stays apart measures how it is with new ones)', () => {
	for (const language of textLanguages) {
		const told = written[language].filter(([text]) => toldOf(text) !== 'none');
		const telling = written[language].filter(([, label]) => label !== 'none');
		const right = told.filter(([, label]) => label !== 'none').length;
		expect([language, right / told.length, right / telling.length]).toEqual([language, 1, 1]);
	}
});
