/** What the locales write with: numbers, days and lists as a language has them. */

/** How words go with a number: by the plural categories of the language. */
type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

export interface Words {
	/** 1,234.5 */
	number(value: number): string;
	/** `3 days`: the number and the form that goes with it, rounded as it is written. */
	counted(value: number, forms: Forms): string;
	/** Money without a currency: 1,234 */
	money(value: number): string;
	/** The text in quotation marks. */
	quoted(text: string): string;
}

const DECIMALS = 1;

/** `language` as BCP 47 has it. */
export function wordsOf(language: string, [open, close]: readonly [string, string]): Words {
	const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: DECIMALS });
	const amounts = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
	const plural = new Intl.PluralRules(language, { maximumFractionDigits: DECIMALS });
	// Most numbers are small and come again and again.
	const written = new Map<number, string>();
	function number(value: number): string {
		const known = written.get(value);
		if (known !== undefined) return known;
		const text = numbers.format(value);
		if (Number.isInteger(value) && written.size < 10_000) written.set(value, text);
		return text;
	}
	return {
		number,
		counted: (value, forms) => `${number(value)} ${forms[plural.select(value)] ?? forms.other}`,
		money: (value) => amounts.format(value),
		quoted: (text) => `${open}${text}${close}`,
	};
}

/** A sentence begins with a capital letter, where the script has them. */
export const capitalised = (text: string): string => (text === '' ? text : text[0].toUpperCase() + text.slice(1));
