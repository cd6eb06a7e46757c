/**
 * How well are messages read that the lexicons never saw?
 *
 * The lists `*_third.json` were written by somebody who saw neither lexicons nor rules, about other trades (a dentist, a
 * kindergarten, a dairy), 30 a language, half of them traps, after the rules were finished. Nothing was mended by them:
 * they are there to measure, and `docs/warning-signs.md` tells the sums. Whoever changes rules changes the figures here
 * and there; lists that rules were written from measure nothing any more.
 */
import { whatIsTold } from '../../../../domain/signs/told/whatIsTold';
import { textLanguages } from '../../../../domain/signs/told/told';
import english from '../../../fixtures/told/en_third.json';
import persian from '../../../fixtures/told/fa_third.json';
import russian from '../../../fixtures/told/ru_third.json';
import ukrainian from '../../../fixtures/told/uk_third.json';

const lists = { en: english.sentences, uk: ukrainian.sentences, ru: russian.sentences, fa: persian.sentences };

/** Of those who say or ask it, how many are found, and of whom else is it told? */
const figures = {
	en: { found: 5, of: 15, falselyTold: 1 },
	uk: { found: 6, of: 15, falselyTold: 2 },
	ru: { found: 8, of: 15, falselyTold: 4 },
	fa: { found: 6, of: 15, falselyTold: 0 },
} as const;

it.each(textLanguages)('messages of other trades, %s: so many are found, and so many told falsely', (language) => {
	const tells = lists[language].map(({ text, label }) => ({ isTold: whatIsTold(text) !== null, isSo: label !== 'none' }));
	expect({
		found: tells.filter(({ isTold, isSo }) => isTold && isSo).length,
		of: tells.filter(({ isSo }) => isSo).length,
		falselyTold: tells.filter(({ isTold, isSo }) => isTold && !isSo).length,
	}).toEqual(figures[language]);
});
