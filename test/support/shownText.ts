/** Invisible characters as marks: _ the zero-width non-joiner, ⟦ ⟧ an isolate, ~ a space that does not break. */
export const shownText = (text: string): string => text.replaceAll('\u200c', '_').replaceAll('\u2068', '⟦').replaceAll('\u2069', '⟧').replaceAll('\u00a0', '~');

/** Texts line by line, as a snapshot has them. */
export const shownLines = (texts: readonly string[]): string => `\n${texts.map(shownText).join('\n')}\n`;
