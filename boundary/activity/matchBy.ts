/** What customers can be matched by. */
import { cellText, isBlank, visibleText } from '../paths';

export const matchKinds = ['automatic', 'id', 'email', 'phone'] as const;
export type MatchSetting = (typeof matchKinds)[number];
export type MatchBy = Exclude<MatchSetting, 'automatic'>;

/** An e-mail address as it is compared: in small letters, without what cannot be seen around it. */
export const readEmail = (cell: unknown): string | null => {
	if (isBlank(cell)) return null;
	const text = visibleText(cellText(cell)).toLowerCase();
	return text.includes('@') ? text : null;
};
