/** The languages of the output. */
import { en } from './en';
import type { Locale } from './locale';

export const locales = { en } as const satisfies Readonly<Record<string, Locale>>;

export type LanguageId = keyof typeof locales;
