import fc from 'fast-check';
import type { CountryCode } from 'libphonenumber-js/min';
import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/examples.mobile.json';
import { isE164 } from '../../../boundary/activity/numberingPlans';
import { law } from '../../support/law';

/** What the library itself makes of a text. */
function byLibrary(text: string, country?: CountryCode): string | null {
	const number = parsePhoneNumberFromString(text, country);
	return number?.isValid() ? number.number : null;
}

const COUNTRIES = getCountries();
const mobileOf = (country: CountryCode) => `+${getCountryCallingCode(country)}${examples[country]}`;

describe('a number known for valid at once', () => {
	it('is one of Ukraine, Russia, Iran, the United States, Britain, Germany', () => {
		expect((['UA', 'RU', 'IR', 'US', 'GB', 'DE'] as const).filter((country) => !isE164(mobileOf(country)))).toEqual([]);
	});

	it('is the library’s example of a mobile number of most countries, and of all whose code is their own but Argentina, whose mobile numbers begin with a 9 that is not always dialled', () => {
		const missed = COUNTRIES.filter((country) => !isE164(mobileOf(country)));
		const sharing = new Set(COUNTRIES.map((country) => getCountryCallingCode(country)).filter((code, place, all) => all.indexOf(code) !== place));
		expect(missed.filter((country) => !sharing.has(getCountryCallingCode(country)))).toEqual(['AR']);
		expect(missed.length).toBeLessThan(COUNTRIES.length / 5);
	});

	it.each(['', '+', '+380', '380671234567', '+38067123456', '+3806712345678', '+380 67 123 45 67', '+0671234567', '+99912345678901', '+380671234567 ', '+380671234567\n', '+٣٨٠٦٧١٢٣٤٥٦٧', '+1'])('is not "%s"', (text) =>
		expect(isE164(text)).toBe(false),
	);

	it('is one to the library too, which gives it back as it is, whichever country is set: any code, any digits', () => {
		const anyDigits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 4, maxLength: 12 });
		const anyOwn = fc.constantFrom(...COUNTRIES).chain((country) => anyDigits.map((digits) => `+${getCountryCallingCode(country)}${digits}`));
		/** An example with some of its last digits changed, which is valid more often. */
		const likeExample = fc.tuple(fc.constantFrom(...COUNTRIES), fc.integer({ min: 1, max: 8 }), anyDigits).map(([country, kept, digits]) => {
			const text = mobileOf(country);
			return text.slice(0, text.length - kept) + digits.slice(0, kept);
		});
		law(fc.oneof(anyOwn, likeExample), fc.constantFrom(undefined, ...COUNTRIES), (text, country) => {
			if (isE164(text)) expect(byLibrary(text, country)).toBe(text);
		}, 5000);
	});
});
