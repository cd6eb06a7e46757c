import fc from 'fast-check';
import { digitOf, tidyText, toAsciiDigits } from '../../boundary/digits';

const scripts = { Latin: '0123456789', Persian: '۰۱۲۳۴۵۶۷۸۹', 'Arabic-Indic': '٠١٢٣٤٥٦٧٨٩' };

describe('digits of three scripts', () => {
	it.each(Object.entries(scripts))('reads the ten %s digits "%s" as 0 to 9', (_script, digits) => {
		expect([...digits].map((digit) => digitOf(digit.charCodeAt(0)))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
		expect(toAsciiDigits(digits)).toBe('0123456789');
	});

	it('knows no digit besides these thirty, in the first 65,536 characters and behind the end of a text', () => {
		const digits = Object.values(scripts).join('');
		const others = Array.from({ length: 0x10000 }, (_, code) => code).filter(
			(code) => !digits.includes(String.fromCharCode(code)),
		);
		expect(others.filter((code) => digitOf(code) !== -1)).toEqual([]);
		expect(digitOf('1'.charCodeAt(1))).toBe(-1);
	});

	it('writes any whole number back in ASCII, from each script', () => {
		fc.assert(
			fc.property(fc.nat(), fc.constantFrom(...Object.values(scripts)), (number, script) => {
				const written = String(number).replace(/\d/g, (digit) => script[Number(digit)]);
				expect(toAsciiDigits(written)).toBe(String(number));
			}),
		);
	});

	it('leaves separators and words alone: "۱٬۲۳۴٫۵ تومان" becomes "1٬234٫5 تومان"', () => {
		expect(toAsciiDigits('۱٬۲۳۴٫۵ تومان')).toBe('1٬234٫5 تومان');
	});
});

describe('tidy text', () => {
	it.each([
		{ text: '\u200f۱۴۰۳/۰۱/۱۵\u200f', tidy: '1403/01/15' },
		{ text: '3/4/2024, 12:30\u202fPM', tidy: '3/4/2024, 12:30 PM' },
		{ text: '\ufeff 2024-03-04 \t 12:30\n', tidy: '2024-03-04 12:30' },
		{ text: '3/4/2024 12:30 PM', tidy: '3/4/2024 12:30 PM' },
		{ text: '3/4/2024  12:30 ', tidy: '3/4/2024 12:30' },
		{ text: '', tidy: '' },
	])('"$text" becomes "$tidy"', ({ text, tidy }) => expect(tidyText(text)).toBe(tidy));

	it('is tidy already when tidied once, whatever the text', () => {
		const anyText = fc.string({ unit: fc.constantFrom(...'a1۱ \t\u00a0\u200f\u202f\u200b-') });
		fc.assert(fc.property(anyText, (text) => expect(tidyText(tidyText(text))).toBe(tidyText(text))));
	});
});
