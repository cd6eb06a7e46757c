/** What a column about consent says: may we write to this customer? */
import { plainName } from '../columnNames';
import { cellText, isBlank, visibleText } from '../paths';
import type { RoleColumn } from '../sources/roleColumn';

/** Names of columns in which yes means that the customer objects. */
const OBJECTION = /unsubscri|opt_?-?\s?out|donot|do not|dnc|відмов|отказ|отпис|відпис|لغو|انصراف/iu;

const YES_WORDS = new Set(['yes', 'y', 'true', '1', 'subscribed', 'granted', 'optin', 'optedin', 'confirmed', 'accepted', 'так', 'да', 'є', 'есть', 'підписаний', 'подписан', 'بله', 'آری', 'دارد', 'مشترک'].map(plainName));
const NO_WORDS = new Set(
	['no', 'n', 'false', '0', 'unsubscribed', 'notsubscribed', 'not_subscribed', 'denied', 'optout', 'optedout', 'pending', 'redacted', 'invalid', 'never', 'none', 'bounced', 'complained', 'cleaned', 'ні', 'нет', 'відписаний', 'отписан', 'خیر', 'نه', 'ندارد'].map(plainName),
);

/** What a cell says; null where that is not known. */
function saidIn(cell: unknown): boolean | null {
	if (typeof cell === 'boolean') return cell;
	if (isBlank(cell) || typeof cell === 'object') return null;
	const word = plainName(visibleText(cellText(cell)));
	if (YES_WORDS.has(word)) return true;
	return NO_WORDS.has(word) ? false : null;
}

/**
 * Whether a customer agrees to be written to, by a cell of a column about consent
 *
 * A yes in a column such as `unsubscribed` is an objection. Null for a word that is not known: an objection that is
 * not understood must not become a consent, nor the other way round.
 */
export function consentIn({ name }: Pick<RoleColumn, 'name'>, cell: unknown): boolean | null {
	const said = saidIn(cell);
	if (said === null || !OBJECTION.test(name)) return said;
	return !said;
}
