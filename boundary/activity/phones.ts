import type { CountryCode } from 'libphonenumber-js/min';
import { getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { toAsciiDigits } from '../digits';
import { cellText, isBlank, visibleText } from '../paths';
import { isE164 } from './numberingPlans';

/** The countries whose numbers can be read without their code, by ISO 3166. */
export const phoneCountries: readonly string[] = getCountries();

/** Turns a cell into a phone number as the world writes it (E.164), or null where it is none. */
export type ReadPhone = (cell: unknown) => string | null;

/** A number without a sign and at least so long may begin with its country's code, as sheets write it once they took the + for a sum. */
const DIGITS_WITH_CODE = /^[1-9]\d{10,14}$/;

/** A number with the 00 that stands for a +. */
const SAYS_COUNTRY = /^\D*00[1-9]/;

/** Whether a number itself says of which country it is. */
export const saysCountry = (cell: unknown): boolean => /^\D*(?:\+|00)/.test(toAsciiDigits(visibleText(cellText(cell))));

/**
 * How a phone number stands in the item: as the world writes it where it says its country, or the user does; else as it
 * is written, since by its digits alone the country is guessed. That is enough to match by, not to call.
 */
export const createPhoneTeller =
	(readPhone: ReadPhone, country: string) =>
	(cell: unknown): unknown =>
		(country !== '' || saysCountry(cell) ? readPhone(cell) : null) ?? cell;

/**
 * A reader of phone numbers
 *
 * `country` is where numbers without a code are from, '' where that is not known: then only numbers with a code are
 * read, with or without a + before it.
 */
export function createPhoneReader(country: string): ReadPhone {
	const known = new Map<string, string | null>();
	const homeOf = country === '' ? undefined : (country as CountryCode);

	function read(text: string): string | null {
		const own = parsePhoneNumberFromString(text, homeOf);
		if (own?.isValid()) return own.number;
		const abroad = SAYS_COUNTRY.test(text) ? parsePhoneNumberFromString(text.replace(/00/, '+')) : undefined;
		if (abroad?.isValid()) return abroad.number;
		const digits = text.replace(/\D/g, '');
		const international = DIGITS_WITH_CODE.test(digits) && !text.trim().startsWith('+') ? parsePhoneNumberFromString(`+${digits}`) : undefined;
		return international?.isValid() ? international.number : null;
	}

	return (cell) => {
		if (typeof cell === 'string' && isE164(cell)) return cell;
		if (isBlank(cell)) return null;
		const text = toAsciiDigits(visibleText(cellText(cell)));
		let number = known.get(text);
		if (number === undefined) {
			number = text.length > 32 ? null : read(text);
			known.set(text, number);
		}
		return number;
	};
}
