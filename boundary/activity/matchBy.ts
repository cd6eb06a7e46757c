/** What customers can be matched by. */
import { cellText, isBlank, visibleText } from '../paths';

export const matchKinds = ['automatic', 'id', 'email', 'phone'] as const;
export type MatchSetting = (typeof matchKinds)[number];
export type MatchBy = Exclude<MatchSetting, 'automatic'>;

/** An address behind a name, as programs for mail write it: `Ann Keller <ann@x.com>`. */
const BEHIND_NAME = /<([^<>\s]+@[^<>\s]+)>$/;

/** An e-mail address as it is compared: in small letters, without the name before it and what cannot be seen around it. */
export const readEmail = (cell: unknown): string | null => {
	if (isBlank(cell)) return null;
	const text = visibleText(cellText(cell)).toLowerCase();
	if (!text.includes('@')) return null;
	return BEHIND_NAME.exec(text)?.[1] ?? text;
};
