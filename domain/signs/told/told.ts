/** What a text tells of the customer's leaving. DOMAIN S5. */

export const textLanguages = ['en', 'uk', 'ru', 'fa'] as const;
export type TextLanguage = (typeof textLanguages)[number];

export interface Told {
	/** `says`: they leave, or ask us to end it; `asks`: a question or a condition about their own leaving. */
	readonly kind: 'says' | 'asks';
	/** The words found, as they stand in the text. */
	readonly words: string;
	readonly language: TextLanguage;
}
