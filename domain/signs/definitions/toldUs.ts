import { evidence, strongest } from '../evidence';
import type { Observed } from '../observed';
import type { Evidence, Sign } from '../sign';
import { freshness } from '../strengths';
import { whatIsTold } from '../told/whatIsTold';

export const SAYS = 1;
/** A question about leaving is weaker than a statement. */
export const ASKS = 0.6;

const FULL_DAYS = 30;
const END_DAYS = 120;

function inText(text: string, writtenOn: number, asOf: number): Evidence | null {
	const fresh = freshness(asOf - writtenOn, FULL_DAYS, END_DAYS);
	const told = fresh > 0 ? whatIsTold(text) : null;
	if (told === null) return null;
	const { kind, words } = told;
	return evidence((kind === 'says' ? SAYS : ASKS) * fresh, kind === 'says' ? 'saysLeaving' : 'asksLeaving', { since: writtenOn, words });
}

const undated = (found: Evidence | null): Evidence | null => found && { ...found, since: null };

/** The texts of a stream, the newest first; one without a day is taken as written on As Of. */
function inStream({ asOf }: Observed, stream: { readonly recentTexts: readonly string[] | null; readonly recentTextsOn: readonly number[] | null } | null): Evidence | null {
	const { recentTexts, recentTextsOn } = stream ?? {};
	return recentTexts ? strongest(recentTexts.map((text, place) => inText(text, recentTextsOn?.[place] ?? asOf, asOf))) : null;
}

/** What still runs was cancelled, or a column names a day of cancelling. */
function inColumns({ asOf, subscriptions, named }: Observed): Evidence | null {
	if (subscriptions?.cancelled) {
		const { endsOn, cancelledOn } = subscriptions;
		return evidence(SAYS, 'cancelled', { measured: endsOn === null ? null : endsOn - asOf, since: cancelledOn });
	}
	const { cancelledOn } = named;
	// A day of cancelling before the present subscription began is of an earlier one.
	const isOfPresent = cancelledOn !== null && cancelledOn <= asOf && (subscriptions === null || subscriptions.status === null || subscriptions.since === null || cancelledOn >= subscriptions.since);
	return isOfPresent ? evidence(SAYS, 'cancelled', { since: cancelledOn }) : null;
}

/** Is there anything in which they could have told it? */
const canTell = ({ subscriptions, tickets, contacts, named }: Observed): boolean =>
	(subscriptions !== null && subscriptions.cancelled !== null) || tickets?.recentTexts != null || contacts?.recentTexts != null || named.isNamed.texts || named.isNamed.cancelledOn;

/**
 * They tell you
 *
 * Question: do they say that they leave, or ask how?
 *
 * What still runs was cancelled, a column names the day, or a text says it: texts count fully for 30 days, then less
 * and less up to 120. It quotes the words found. The surest sign: it sets a floor under the risk. Source: DOMAIN S5.
 */
export const toldUs: Sign = {
	rule: 'S5',
	title: 'They Tell You',
	question: 'Do they say that they leave, or ask how?',
	family: 'told',
	needs: 'subscriptions: cancelled, endsOn; tickets and contacts: recentTexts, recentTextsOn; or the columns Cancelled On and Texts',
	strength: '1 where they say it or have cancelled, .6 where they ask; texts fade from 30 to 120 days. Also the least the risk can be: 90 times the strength',
	oddsRatio: 20,
	why: 'The surest sign; and who says it is usually willing to hear you',
	source: 'Five signs that a customer is leaving (S), fifth sign',
	example: { given: { asOf: 100, tickets: { recentTexts: ['How do I cancel my subscription?'], recentTextsOn: [95] } }, strength: 0.6 },
	find(observed) {
		if (!canTell(observed)) return 'noTexts';
		const { asOf, tickets, contacts, named } = observed;
		// Nothing says since when a column reads so.
		const inNamed = named.texts.map((text) => undated(inText(text, asOf, asOf)));
		return strongest([inColumns(observed), ...inNamed, inStream(observed, tickets), inStream(observed, contacts)]) ?? evidence(0, 'saysLeaving');
	},
};
