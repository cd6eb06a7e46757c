/** The languages of the output. */
import { en } from './en';
import { fa } from './fa';
import type { Locale } from './locale';
import { ru } from './ru';
import { uk } from './uk';

export const locales = { en, uk, ru, fa } as const satisfies Readonly<Record<string, Locale>>;

export type LanguageId = keyof typeof locales;
