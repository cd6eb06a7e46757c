/** What a row says about consent: may we write to this customer? */
import { plainName } from './columnNames';
import type { Row } from './paths';
import { cellText, isBlank, visibleText } from './paths';
import type { RoleColumn } from './sources/roleColumn';

/** Names of columns in which yes means that the customer objects, as `plainName` writes them. */
const OBJECTION = /unsubscri|^(?:is|has|date)?object|blacklist|blocklist|^(?:is)?suppress|^(?:is|has)?refus|^(?:is|consent)?revok|withdr|opt(?:ed|s)?out|donot|dont(?:call|contact|e?mail)|dnc|nomarketing|відмов|відпис|запереч|^(?:у|в)?чорн\p{L}+спис|^не(?:турб|дзвон|телефон|пис|контакт|надсил)|отказ|отпис|возраж|возраз|^в?ч[её]рн\p{L}+спис|^не(?:беспоко|звон|пис|связыв|присыл)|لغو|انصراف|نگیر|نشوید|نزنید|نفرست|عدم|ممنوع/u;

const wordsOf = (...words: readonly string[]): ReadonlySet<string> => new Set(words.map(plainName));

export const YES = wordsOf('yes', 'y', 'true', 't', '1', 'on', 'так', 'да', 'є', 'есть', 'بله', 'آری', 'دارد');
export const NO = wordsOf('no', 'n', 'false', 'f', '0', 'off', 'ні', 'нет', 'немає', 'خیر', 'نه', 'ندارد');

/** Words by which a customer agrees. */
const AGREED = wordsOf(
	'subscribed', 'granted', 'given', 'opt in', 'opted in', 'double opt in', 'confirmed', 'accepted', 'agreed', 'active', 'allowed',
	'підписаний', 'підписана', 'підписано', 'надано', 'згоден', 'згодна', 'подписан', 'подписана', 'подписано', 'дано', 'согласен', 'согласна', 'مشترک', 'موافق',
);

/** Words by which a customer objects, or cannot be written to; they say so in whatever column they stand. */
const OBJECTED = wordsOf(
	'unsubscribed', 'unsubscribe', 'not subscribed', 'never subscribed', 'denied', 'declined', 'refused', 'rejected', 'withdrawn', 'revoked', 'objected', 'objection',
	'opt out', 'opted out', 'not given', 'not granted', 'no consent', 'expired', 'blocked', 'stop', 'do not contact', 'do not call', 'do not email', 'do not mail',
	'pending', 'redacted', 'invalid', 'never', 'bounced', 'complained', 'cleaned', 'archived', 'inactive',
	'відписаний', 'відписана', 'відписано', 'відписався', 'відписалась', 'відписка', 'відмова', 'відмовився', 'відмовилась', 'відкликано', 'відкликана', 'не надано', 'не турбувати', 'не дзвонити', 'не писати',
	'отписан', 'отписана', 'отписано', 'отписался', 'отписалась', 'отписка', 'отказ', 'отказался', 'отказалась', 'отозвано', 'отозвана', 'не дано', 'не беспокоить', 'не звонить', 'не писать',
	'disagree', 'disagreed', 'disagrees', 'refuse', 'refuses', 'not opted in', 'not agreed', 'not accepted', 'not allowed', 'not confirmed', 'forbidden', 'suppressed', 'unsub', 'spam', 'hard bounce', 'soft bounce', 'deleted', 'dnc', 'dont call', 'dont contact', 'dont email', 'nein',
	'не згоден', 'не згодна', 'не підписаний', 'не підписана', 'заборонено', 'не согласен', 'не согласна', 'не подписан', 'не подписана', 'запрещено', 'مخالفم', 'موافق نیستم',
	'لغو', 'لغو شده', 'لغو اشتراک', 'انصراف', 'پس گرفته', 'رد شده', 'مخالف', 'تماس نگیرید', 'مزاحم نشوید',
);

/** Marks of a box that was ticked. */
export const TICKS: ReadonlySet<string> = new Set(['✓', '✔', '☑', '✅']);

/** What a cell says of consent in a column that asks for it. */
function agreementIn(word: string, text: string): boolean | null {
	if (OBJECTED.has(word) || NO.has(word)) return false;
	return YES.has(word) || AGREED.has(word) || TICKS.has(text) ? true : null;
}

/**
 * What a cell says of consent in a column of objections: whatever stands there is one, such as the day on which it was
 * made, but a no, a word by which one agrees, and an address of a page, which is on every customer's row.
 */
function unlessObjection(word: string, text: string): boolean | null {
	if (NO.has(word)) return true;
	return AGREED.has(word) || /^https?:/i.test(text) ? null : false;
}

/**
 * Whether a customer agrees to be written to, by a cell of a column about consent
 *
 * A yes in a column such as `unsubscribed` is an objection, and a word that objects is one in any column. Null for a
 * cell that says nothing or is not understood: an objection that is not understood must not become a consent.
 */
export const consentIn = (column: Pick<RoleColumn, 'name'>, cell: unknown): boolean | null => consentReader(column)(cell);

/** Whether a column asks for objections, so that a no in it is none, and no agreement either. */
const asksForObjection = ({ name }: Pick<RoleColumn, 'name'>): boolean => OBJECTION.test(plainName(name));

/** The same for many cells of a column. */
function consentReader(column: Pick<RoleColumn, 'name'>): (cell: unknown) => boolean | null {
	const objects = asksForObjection(column);
	return (cell) => {
		if (typeof cell === 'boolean') return cell !== objects;
		if (isBlank(cell) || typeof cell === 'object') return null;
		const text = visibleText(cellText(cell));
		const word = plainName(text);
		return objects ? unlessObjection(word, text) : agreementIn(word, text);
	};
}

/**
 * One column of all that are about consent: true or false where they say it, else a cell that is not understood, else nothing
 *
 * An objection wins. That nobody objected is no agreement: a no under `unsubscribed` says nothing.
 */
export function consentColumn(columns: readonly RoleColumn[]): RoleColumn {
	const readers = columns.map((column) => ({ read: column.read, saidIn: consentReader(column), isAgreement: !asksForObjection(column) }));
	const read = (row: Row): unknown => {
		let agrees: true | undefined;
		let unclear: unknown;
		for (const column of readers) {
			const cell = column.read(row);
			const said = column.saidIn(cell);
			if (said === false) return false;
			if (said === null && !isBlank(cell)) unclear ??= cell;
			if (said && column.isAgreement) agrees = true;
		}
		return unclear ?? agrees;
	};
	return { name: columns.map(({ name }) => name).join('" and "'), read };
}
