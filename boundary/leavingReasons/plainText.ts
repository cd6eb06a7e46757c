/** One writing of what people write in many, so that words can be compared. */
import { tidyText } from '../digits';

/** Letters with several forms: \u0451, Arabic forms of Persian letters, the typographic apostrophe. */
const SEVERAL_FORMS = /[\u0451\u064a\u0649\u0643\u2019]/;

/** In small letters, with one form of each letter that has several. */
export function plainText(text: string): string {
	const small = tidyText(text).toLowerCase();
	if (!SEVERAL_FORMS.test(small)) return small;
	return small.replace(/\u0451/g, '\u0435').replace(/[\u064a\u0649]/g, '\u06cc').replace(/\u0643/g, '\u06a9').replace(/\u2019/g, "'");
}

/** The prefix of Persian verbs, written apart. */
const PERSIAN_PREFIX = /(?<!\p{L})(\u0646?\u0645\u06cc) (?=\p{L})/gu;
const OTHER_WRITINGS = /[_\u02bc\u2018`]|\u0645\u06cc /;

/** As `plainText`, with the words of a code apart, one apostrophe, and the Persian prefix of verbs on its verb. */
export function plainWords(text: string): string {
	const words = plainText(text.includes(' ') ? text : text.replace(/(?<=[a-z])(?=[A-Z])/g, ' '));
	if (!OTHER_WRITINGS.test(words)) return words;
	return words.replace(/_/g, ' ').replace(/[\u02bc\u2018`]/g, "'").replace(PERSIAN_PREFIX, '$1');
}
