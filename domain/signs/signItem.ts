/** What the node says of a customer: the item, field by field. DOMAIN S20 to S23. */
import { itemOfNulls } from '../activity/itemOfNulls';
import type { NullReason } from '../problems';
import { isoDate } from '../time';
import type { Outcome } from './alerts';
import { roundedRisk } from './alerts';
import type { FiringSign } from './assessments';
import type { Locale } from './locales/locale';
import type { Assessment } from './risk';
import type { Evidence } from './sign';
import type { SignId } from './signs';
import type { RememberedLevel, StateRow } from './state';
import type { Value } from './valueAtRisk';

export const SIGNS_VERSION = 1;

interface Meaning {
	readonly meaning: string;
	readonly unit: string;
	readonly nullWhen?: string;
}

/** In the order of the output; contact details and kept columns stand behind the customer. */
export const signItemFields = {
	customer: { meaning: 'The customer, as Customer Activity calls them', unit: 'id' },
	summary: { meaning: 'Who is how much at risk and why, in a sentence for a chat message', unit: 'text' },
	change: { meaning: 'What changed since the previous run: new, worse, better, same or recovered', unit: 'text' },
	level: { meaning: 'atRisk, watch or healthy: as it is told where it changed, else by today\'s risk', unit: 'text', nullWhen: 'risk is null' },
	risk: { meaning: 'An index from 0 (safe) to 100 (leaving); no probability, unless base and weights were learned from your own losses', unit: 'index', nullWhen: 'nothing is known that a sign could be read from' },
	topSign: { meaning: 'The sign that moves the risk most', unit: 'text', nullWhen: 'no sign fires' },
	action: { meaning: 'What to do about it', unit: 'text', nullWhen: 'no sign fires' },
	explanation: { meaning: 'All signs that fire, as a colleague would say it', unit: 'text' },
	valueAtRisk: { meaning: 'What the customer brings in a year: your column, else subscriptions times twelve, else the pace of purchases in the usual and recent days, or since the first where there was none in them', unit: 'money', nullWhen: 'there are no amounts' },
	currency: { meaning: 'In which currency', unit: 'text', nullWhen: 'none is named' },
	completeness: { meaning: 'The share of all weights for which there is data', unit: 'share' },
	since: { meaning: 'Since which As Of the customer has this level', unit: 'date', nullWhen: 'the level was not told yet, or the customer is healthy and always was' },
	signs: { meaning: 'The signs that fire, those that move the risk most first', unit: 'list' },
	isAlert: { meaning: 'Whether this is an alert: at risk, and new or worse', unit: 'true or false' },
	heldBack: { meaning: 'Why a change is not told yet: confirmation, coolDown, mostAlerts or noData', unit: 'text', nullWhen: 'nothing is held back' },
	previousLevel: { meaning: 'The level that was told before', unit: 'text', nullWhen: 'the previous state has no row of the customer' },
	alertKey: { meaning: 'The same for as long as the customer is on watch or at risk, so that a CRM makes one task', unit: 'text', nullWhen: 'the customer was never told as on watch or at risk' },
	asOf: { meaning: 'The day up to which everything was read', unit: 'date' },
	reasons: { meaning: 'Why signs have no data and fields are null, as name: code', unit: 'text' },
	signsVersion: { meaning: 'The version of this item', unit: 'number' },
} as const satisfies Readonly<Record<string, Meaning>>;

/** One entry of `signs`. */
export const signEntryFields = {
	sign: { meaning: 'Which sign', unit: 'text' },
	strength: { meaning: 'How loudly it warns, 0 to 1', unit: 'share' },
	contribution: { meaning: 'By how many points the risk would be lower if no sign of its family fired, before what they told us sets the least it can be; 0 where another sign of its family is stronger', unit: 'points' },
	finding: { meaning: 'What it found', unit: 'text' },
	measured: { meaning: 'The figure it found, in the unit of the finding', unit: 'number', nullWhen: 'nothing is counted' },
	usual: { meaning: 'The same as it is usual for this customer', unit: 'number', nullWhen: 'it is not known' },
	since: { meaning: 'Since when', unit: 'date', nullWhen: 'no day is known' },
	words: { meaning: 'Words of the customer, a topic or a name as they stand in the data', unit: 'text', nullWhen: 'there are none' },
	text: { meaning: 'The finding in words', unit: 'text' },
	action: { meaning: 'What to do about it', unit: 'text' },
} as const satisfies Readonly<Record<string, Meaning>>;

type SignEntry = Readonly<Record<keyof typeof signEntryFields, string | number | null>>;
export type SignItem = Record<string, unknown>;

/** Everything that is known when an item is made. */
export interface Telling {
	readonly customer: string | number;
	/** How the sentences call the customer. */
	readonly who: string;
	/** Contact details and kept columns, in the order of their names. */
	readonly details: readonly unknown[];
	readonly asOf: number;
	readonly assessment: Assessment;
	readonly firing: readonly FiringSign[];
	evidenceOf(sign: SignId): Evidence;
	/** Why signs have no data. */
	readonly reasons: string;
	readonly outcome: Outcome;
	readonly value: Value;
	readonly previousLevel: RememberedLevel | null;
}

/** A chat message names the signs that count most; the explanation names all. */
const IN_SUMMARY = 3;
/** Below it the explanation says how little is known. */
const LITTLE = 50;
const DECIMALS = 10_000;

const rounded = (figure: number): number => Math.round(figure * DECIMALS) / DECIMALS;
const roundedOrNull = (figure: number | null): number | null => (figure === null ? null : rounded(figure));
const dateOrNull = (day: number | null): string | null => (day === null ? null : isoDate(day));

function entryOf({ id, strength, contribution }: FiringSign, found: Evidence, { phrases, actions }: Locale): SignEntry {
	const { kind, measured, usual, since, words } = found;
	return {
		sign: id,
		strength: rounded(strength),
		contribution: roundedRisk(contribution),
		finding: kind,
		measured: roundedOrNull(measured),
		usual: roundedOrNull(usual),
		since: dateOrNull(since),
		words,
		text: phrases[kind](found),
		action: actions[id],
	};
}

const RISK_UNKNOWN: NullReason = 'noSigns';

function reasonsOf({ reasons, assessment, value }: Telling): string {
	const parts = reasons === '' ? [] : [reasons];
	if (assessment.risk === null) parts.push(`risk: ${RISK_UNKNOWN}`);
	if (value.reason !== null) parts.push(`valueAtRisk: ${value.reason}`);
	return parts.length === 1 ? parts[0] : parts.join('; ');
}

/** Gives the explanation of an item; where no sign fires there are few, so each is made once. */
function explainer(locale: Locale): (entries: readonly SignEntry[], completeness: number) => string {
	const ofNothing = new Map<number, string>();
	const withShare = (said: string, percentage: number): string => (percentage < LITTLE ? `${said} ${locale.littleKnown(percentage)}` : said);
	return (entries, completeness) => {
		const percentage = Math.round(completeness * 100);
		if (entries.length > 0) {
			const { since } = entries[0];
			return withShare(locale.explanation(entries.map(({ text }) => String(text)), since === null ? null : String(since)), percentage);
		}
		const known = ofNothing.get(percentage) ?? withShare(locale.nothingFires, percentage);
		ofNothing.set(percentage, known);
		return known;
	};
}

/** Names of all fields, in the order of the output. */
function namesOfItem(detailNames: readonly string[]): string[] {
	const { customer, ...others } = signItemFields;
	return [...Object.keys({ customer }), ...detailNames, ...Object.keys(others)];
}

/** Gives the item of a customer; contact details stand behind the customer. */
export function signItems(detailNames: readonly string[], locale: Locale): (telling: Telling) => SignItem {
	const empty = itemOfNulls(namesOfItem(detailNames));
	const explanationOf = explainer(locale);
	return (telling) => {
		const { customer, who, details, asOf, assessment, firing, outcome, value, previousLevel } = telling;
		const { risk, completeness } = assessment;
		const entries = firing.map((sign) => entryOf(sign, telling.evidenceOf(sign.id), locale));
		const item = { ...empty };
		item.customer = customer;
		for (let place = 0; place < detailNames.length; place++) item[detailNames[place]] = details[place];
		const isKnown = risk !== null && outcome.level !== null;
		item.summary = isKnown ? locale.summary(who, outcome.level, roundedRisk(risk), entries.slice(0, IN_SUMMARY).map(({ text }) => String(text))) : locale.nothingKnown(who);
		item.change = outcome.change;
		item.level = outcome.level;
		item.risk = risk === null ? null : roundedRisk(risk);
		if (firing.length > 0) {
			item.topSign = firing[0].id;
			item.action = locale.actions[firing[0].id];
		}
		item.explanation = isKnown ? explanationOf(entries, completeness) : item.summary;
		item.valueAtRisk = value.value;
		item.currency = value.currency;
		item.completeness = rounded(completeness);
		item.since = dateOrNull(outcome.since);
		item.signs = entries;
		item.isAlert = outcome.isAlert;
		item.heldBack = outcome.heldBack;
		item.previousLevel = previousLevel;
		item.alertKey = outcome.alertKey;
		item.asOf = isoDate(asOf);
		item.reasons = reasonsOf(telling);
		item.signsVersion = SIGNS_VERSION;
		return item;
	};
}

/** A row of the output State. */
export const stateItem = ({ customerId, asOf, level, risk, since, pendingLevel, pendingRuns, lastAlertAt, signs: fired, alertKey }: StateRow): Record<keyof StateRow, string | number | null> => ({
	customerId,
	asOf: isoDate(asOf),
	level,
	risk,
	since: isoDate(since),
	pendingLevel,
	pendingRuns,
	lastAlertAt: dateOrNull(lastAlertAt),
	signs: fired,
	alertKey,
});
