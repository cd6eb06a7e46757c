/** Digits, spaces and invisible marks as people's keyboards and spreadsheets produce them. */

/** The digit a character code stands for, 0 to 9, in Latin, Persian or Arabic-Indic script; -1 for any other character. */
export function digitOf(code: number): number {
	if (code <= 0x39) return code >= 0x30 ? code - 0x30 : -1;
	if (code >= 0x6f0 && code <= 0x6f9) return code - 0x6f0;
	if (code >= 0x660 && code <= 0x669) return code - 0x660;
	return -1;
}

/** The same text with Persian and Arabic-Indic digits as 0 to 9; every other character stays. */
export const toAsciiDigits = (text: string): string =>
	text.replace(/[۰-۹٠-٩]/g, (digit) => String(digitOf(digit.charCodeAt(0))));

/** Soft hyphens, joiners, direction marks and the byte order mark: a cell with them looks the same without. */
const invisibleMarks = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/g;

/** Printable ASCII with single spaces: most cells, and nothing to tidy. */
const alreadyTidy = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** The same text with ASCII digits, every run of spaces of any kind as one space, and nothing invisible. */
export const tidyText = (text: string): string =>
	alreadyTidy.test(text) ? text : toAsciiDigits(text).replace(invisibleMarks, '').replace(/\s+/g, ' ').trim();
