/** What came of matching customers, in words. */
import type { ActivityBase } from '../../domain/activity/customerActivity';
import { activityStreams } from '../../domain/activity/customerActivity';
import { isoDate } from '../../domain/time';
import type { AsOf } from '../reading/asOf';
import type { ReadingHint } from '../reading/readingText';
import { asOfInWords, counted } from '../reading/readingText';
import type { MatchSetting } from './matchBy';
import type { DecidedMatching } from './decideMatching';
import { readEmail } from './matchBy';
import type { OtherIds } from './otherIds';

export interface Matched {
	readonly base: ActivityBase;
	readonly customerCount: number;
	readonly matching: DecidedMatching;
	readonly others: OtherIds | null;
	readonly setting: MatchSetting;
	readonly asOf: AsOf;
	/** How many rows say something about consent that is not understood. */
	readonly unclearConsents: number;
}

const article = { email: 'an', phone: 'a' } as const;
const inWords = { id: 'customer id', email: 'e-mail address', phone: 'phone number' } as const;

/** How many customers each stream has, and of them those in no other. */
function overlaps({ base: { streams }, customerCount }: Matched): { readonly matched: number; readonly nobody: number; readonly perStream: ReadonlyArray<readonly [all: number, alone: number]> } {
	const perStream = streams.map(() => [0, 0] as [number, number]);
	let [matched, nobody] = [0, 0];
	for (let customer = 0; customer < customerCount; customer++) {
		const knowing = streams.flatMap((stream, index) => (stream.knows(customer) ? [index] : []));
		if (knowing.length > 1) matched++;
		if (knowing.length === 0) nobody++;
		for (const index of knowing) {
			perStream[index][0]++;
			if (knowing.length === 1) perStream[index][1]++;
		}
	}
	return { matched, nobody, perStream };
}

/** How many e-mail addresses stand at several customers. */
function sharedEmails({ base: { details }, customerCount }: Matched): number {
	const place = details.names.indexOf('email');
	if (place === -1) return 0;
	const seen = new Map<string, number>();
	for (let customer = 0; customer < customerCount; customer++) {
		const email = readEmail(details.of(customer)[place]);
		if (email !== null) seen.set(email, (seen.get(email) ?? 0) + 1);
	}
	return [...seen.values()].filter((customers) => customers > 1).length;
}

/** How many customers are named by an id, where the others are by an e-mail address or a phone number; and how many of them have a phone number, which then could not be read. */
function customersNamedById({ base: { idOf, streams, details }, customerCount, matching: { by } }: Matched): { readonly without: number; readonly unreadable: number } {
	const sign = by === 'email' ? '@' : '+';
	const place = by === 'phone' ? details.names.indexOf('phone') : -1;
	let [without, unreadable] = [0, 0];
	for (let customer = 0; customer < customerCount; customer++) {
		if (String(idOf(customer)).includes(sign) || !streams.some((stream) => stream.knows(customer))) continue;
		if (place !== -1 && details.of(customer)[place] !== null) unreadable++;
		else without++;
	}
	return { without, unreadable };
}

/** What to watch where equal ids have different addresses. */
function aboutDisagreements({ matching: { by, disagreements: { common, disagreeing } } }: Matched): string | false {
	if (disagreeing === 0) return false;
	const ids = `${counted(disagreeing, 'customer id', 'customer ids')} of the ${common} that several streams have beside an e-mail address ${disagreeing === 1 ? 'has' : 'have'} different addresses in them`;
	return by === 'id'
		? `${ids}, and may be several people. If the ids come from different systems, set "Match Customers By" to "E-Mail".`
		: `${ids}, so the ids seem to come from different systems, and customers were matched by e-mail address. If equal ids are one customer, set "Match Customers By" to "Customer ID".`;
}

function matchedHint(matched: Matched): ReadingHint[] {
	const { base, matching, setting, customerCount } = matched;
	const { streams } = base;
	if (streams.length === 1) return [];
	const { matched: several, nobody, perStream } = overlaps(matched);
	const parts = streams.map(({ id }, index) => `${activityStreams[id].title} ${counted(perStream[index][0], 'customer', 'customers')}, ${counted(perStream[index][1], 'of them', 'of them')} in no other stream`);
	const how = setting === 'automatic' ? ' (chosen automatically)' : '';
	const taken: ReadingHint = {
		kind: 'info',
		message: `Matched by ${inWords[matching.by]}${how}: ${counted(customerCount - nobody, 'customer', 'customers')}, ${counted(several, 'of them', 'of them')} in several streams. ${parts.join('; ')}.`,
	};
	if (several > 0) return [taken];
	const remedy = matching.by === 'id' ? 'set "Match Customers By" to "E-Mail", or connect the stream "Aliases", which says which ids are the same customer' : 'set "Match Customers By" to "Customer ID", or connect the stream "Aliases"';
	return [taken, { kind: 'warning', message: `No customer is in more than one stream. If the streams name customers in different ways, ${remedy}.` }];
}

/** What to watch where customers have nothing by which they are matched. */
function aboutContacts(matched: Matched): Array<string | false> {
	const { by } = matched.matching;
	if (by === 'id') return [];
	const { without, unreadable } = customersNamedById(matched);
	return [
		unreadable > 0 &&
			`${counted(unreadable, 'customer has numbers', 'customers have numbers')} that cannot be read as phone numbers and ${unreadable === 1 ? 'keeps its' : 'keep their'} own id. If numbers stand without the code of their country, set "Phone Country".`,
		without > 0 &&
			`${counted(without, 'customer has', 'customers have')} no ${inWords[by]} in any row and ${without === 1 ? 'keeps its' : 'keep their'} own id. A list of who is who, such as the users of a help desk, can say it: connect it as the stream "Aliases".`,
	];
}

/** What to watch, each in a sentence or nothing. */
function watched(matched: Matched): Array<string | false> {
	const { matching, others, asOf, base, unclearConsents: unclear } = matched;
	const shared = matching.by === 'email' ? 0 : sharedEmails(matched);
	const cause = matching.by === 'id' ? 'by the aliases, which say that they are the same customer' : `and may be several people who share ${article[matching.by]} ${inWords[matching.by]}`;
	const isBackdated = asOf.how === 'chosen' && asOf.day < asOf.today && base.streams.some(({ id }) => id === 'customers');
	return [
		matching.aliases.ambiguous > 0 &&
			`${counted(matching.aliases.ambiguous, 'alias stands', 'aliases stand')} at several customers and ${matching.aliases.ambiguous === 1 ? 'was' : 'were'} used for none of them.`,
		others !== null &&
			others.sharing > 0 &&
			`${counted(others.sharing, 'customer has', 'customers have')} several ids in one stream ${cause}: see "otherIds".`,
		aboutDisagreements(matched),
		...aboutContacts(matched),
		shared > 0 && `${counted(shared, 'e-mail address stands', 'e-mail addresses stand')} at several customers; they were not merged.`,
		unclear > 0 && `${counted(unclear, 'row says', 'rows say')} something about consent that is not understood; it is neither a yes nor a no there. Write yes or no.`,
		isBackdated && 'The stream Customers says how customers are today and not how they were on the As Of day: its columns leak into a backtest.',
	];
}

/** The hints about matching: how many matched, what to watch, and up to which day all was read. */
export function matchHints(matched: Matched): ReadingHint[] {
	const { asOf, base } = matched;
	const warnings = watched(matched).filter((message) => message !== false);
	// Purchases and subscriptions alone tell it in their own hint.
	const isTold = base.streams.some(({ id }) => id === 'purchases' || id === 'subscriptions');
	const day: ReadingHint[] = isTold ? [] : [{ kind: 'info', message: `As of ${isoDate(asOf.day)} (${asOfInWords[asOf.how]}).` }];
	return [...matchedHint(matched), ...day, ...warnings.map((message) => ({ kind: 'warning' as const, message }))];
}
