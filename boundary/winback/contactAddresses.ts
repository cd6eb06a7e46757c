/** Whether a cell holds an address that somebody can be written to or called at, and in which form a sender takes it. DOMAIN W5. */
import { z } from 'zod/v4';
import { createPhoneReader, saysCountry } from '../activity/phones';
import { tidyText } from '../digits';
import { cellText } from '../paths';

/** The address in a cell as a sender takes it; null where there is none that is valid. */
type ReadAddress = (cell: unknown) => string | null;

export interface AddressReader {
	/** An e-mail address, its domain in small letters. Whether anybody reads it is not known. */
	readonly email: ReadAddress;
	/** A phone number as the world writes it (E.164). */
	readonly phone: ReadAddress;
	/** A handle with its @, a numeric id, or a phone number. */
	readonly messenger: ReadAddress;
}

/** Longer cells hold something else. */
const MOST_CHARACTERS = 500;
/** RFC 5321: 256 with the two angles around it. */
const LONGEST_EMAIL = 254;

/** A cell as text; '' for lists, objects and what is too long. */
function textIn(cell: unknown): string {
	const text = cellText(cell);
	return text.length > MOST_CHARACTERS ? '' : text;
}

/** The first of several texts that can be read. */
function firstOf(texts: readonly string[], read: (text: string) => string | null): string | null {
	for (const text of texts) {
		const found = read(text);
		if (found !== null) return found;
	}
	return null;
}

/** A domain's last part in a script other than Latin, as it travels: `.xn--j1amh` for .укр. */
const OTHER_SCRIPT = /\.xn--[a-z0-9-]+$/;
/** Addresses behind names, as programs for mail write them: `Ann Keller <ann@x.com>`. */
const IN_ANGLES = /<([^<>]*@[^<>]*)>/g;
/** What a link and a sentence leave around an address. */
const AROUND_ADDRESS = /^["'(<]*(?:mailto:)?|\?.*$|["')>.,;]+$/gi;

/** One address without anything beside it. */
function oneEmail(text: string): string | null {
	const at = text.lastIndexOf('@');
	const domain = text.slice(at + 1).toLowerCase();
	const address = text.slice(0, at + 1) + domain;
	// zod's pattern wants the last part of a domain in letters.
	return address.length <= LONGEST_EMAIL && z.regexes.email.test(address.replace(OTHER_SCRIPT, '.xn')) ? address : null;
}

/** The first valid one of a text that holds nothing but addresses: what a sentence says of one is not known. */
function emailAmong(text: string): string | null {
	const behindNames = Array.from(text.matchAll(IN_ANGLES), ([, address]) => address);
	const addresses = behindNames.length > 0 ? behindNames.join(' ') : text;
	const parts = addresses.split(/[\s,;|]+/).map((part) => part.replace(AROUND_ADDRESS, '')).filter((part) => part !== '' && part !== '/');
	return parts.every((part) => part.includes('@')) ? firstOf(parts, oneEmail) : null;
}

function readEmail(cell: unknown): string | null {
	const text = tidyText(textIn(cell));
	if (!text.includes('@')) return null;
	// Most cells are an address and nothing else; an apostrophe before it is a sheet's.
	return (text.startsWith("'") ? null : oneEmail(text)) ?? emailAmong(text);
}

/** What stands between several phone numbers of a cell. */
const BETWEEN_NUMBERS = /[,;|/\r\n]/;

/** A handle of Telegram: 5 to 32 letters, digits and underscores, a few 4; the first is a letter, the last no underscore. */
const HANDLE = '[a-z]\\w{2,30}[a-z0-9]';
const PHONE_ASKED = '\\?(?:.*&)?(?:phone|number)=(?:\\+|%2b| )?(\\d+)';

/** Links to a person, as people copy them, without https:// and www; and what of them a sender takes. */
const LINKS = [
	{ pattern: /^(?:t|telegram)\.me\/(?:\+|%2b)(\d+)\/?$/i, is: 'phone' },
	{ pattern: new RegExp(`^(?:t|telegram)\\.me\\/@?(${HANDLE})\\/?(?:\\?.*)?$`, 'i'), is: 'handle' },
	{ pattern: new RegExp(`^tg://resolve\\?(?:.*&)?domain=(${HANDLE})(?:&.*)?$`, 'i'), is: 'handle' },
	{ pattern: /^tg:\/\/user\?id=(\d+)$/i, is: 'id' },
	{ pattern: /^(?:wa\.me|viber\.(?:click|me))\/(?:\+|%2b)?(\d+)\/?(?:\?.*)?$/i, is: 'phone' },
	{ pattern: new RegExp(`^(?:(?:api|web)\\.)?whatsapp\\.com\\/send\\/?${PHONE_ASKED}`, 'i'), is: 'phone' },
	{ pattern: new RegExp(`^(?:tg://resolve|whatsapp://send|viber://(?:chat|add|contact))\\/?${PHONE_ASKED}`, 'i'), is: 'phone' },
] as const;

/** What stands where a handle does in links that lead to nobody. */
const NO_HANDLES = new Set(['share', 'joinchat', 'proxy', 'socks', 'login', 'addstickers', 'addemoji', 'addlist', 'addtheme', 'setlanguage', 'confirmphone', 'contact']);

/** A handle alone or beside other words: `Telegram: @ann_keller`. */
const HANDLE_IN_TEXT = new RegExp(`(?:^|[\\s:(,;])(@${HANDLE})(?=$|[\\s),;])`, 'i');
const IS_LINK = /^\w+:\/\/|^[\w-]+(?:\.[\w-]+)+\//;
/** An id that a messenger gave, or a phone number that lost its +. */
const DIGITS = /^[1-9]\d{4,17}$/;
/** Ids of Telegram have up to ten digits today, numbers with their country's code eleven or more as a rule. */
const LONGEST_SURE_ID = 10;

/** The address in a link to a person; null for other links. */
function inLink(text: string, readPhone: ReadAddress): string | null {
	const link = text.replace(/^https?:\/\//i, '').replace(/^www\./i, '');
	for (const { pattern, is } of LINKS) {
		const found = pattern.exec(link)?.[1];
		if (found === undefined) continue;
		if (is === 'phone') return readPhone(`+${found}`);
		if (is === 'id') return found;
		return NO_HANDLES.has(found.toLowerCase()) ? null : `@${found}`;
	}
	return null;
}

/**
 * A reader of a customer's contact cells
 *
 * `phoneCountry` is where numbers without a code are from, '' where that is not known: then a number counts only with a +
 * or 00 before it, since one whose country is guessed may be a stranger's. Of a cell with several addresses the first
 * valid one is taken. Lists and objects are no addresses.
 */
export function createAddressReader({ phoneCountry }: { readonly phoneCountry: string }): AddressReader {
	const readPhone = createPhoneReader(phoneCountry);
	const onePhone = (text: string): string | null => (phoneCountry !== '' || saysCountry(text) ? readPhone(text) : null);

	function phone(cell: unknown): string | null {
		const text = textIn(cell);
		return onePhone(tidyText(text)) ?? (BETWEEN_NUMBERS.test(text) ? firstOf(text.split(BETWEEN_NUMBERS), (part) => onePhone(tidyText(part))) : null);
	}

	function messenger(cell: unknown): string | null {
		const text = tidyText(textIn(cell));
		const handle = HANDLE_IN_TEXT.exec(text)?.[1];
		if (handle !== undefined) return handle;
		if (DIGITS.test(text)) return (text.length > LONGEST_SURE_ID ? onePhone(text) : null) ?? text;
		if (IS_LINK.test(text)) return inLink(text, readPhone);
		return text.includes('@') ? null : phone(cell);
	}

	return { email: readEmail, phone, messenger };
}
