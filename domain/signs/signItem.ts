/** What the node says of a customer: the item, field by field. DOMAIN S20 to S23. */
import type { NullReason } from '../problems';
import { isoDate } from '../time';
import type { Outcome } from './alerts';
import { roundedRisk } from './alerts';
import type { FiringSign } from './assessments';
import type { Locale } from './locales/locale';
import type { Assessment } from './risk';
import type { Evidence, Finding } from './sign';
import type { SignId } from './signs';
import { signIds, signs } from './signs';
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
	level: { meaning: 'atRisk, watch or healthy, by today\'s risk', unit: 'text', nullWhen: 'risk is null' },
	risk: { meaning: 'An index from 0 (safe) to 100 (leaving); no probability, unless base and weights were learned from your own losses', unit: 'index', nullWhen: 'nothing is known that a sign could be read from' },
	topSign: { meaning: 'The sign that moves the risk most', unit: 'text', nullWhen: 'no sign fires' },
	action: { meaning: 'What to do about it', unit: 'text', nullWhen: 'no sign fires' },
	explanation: { meaning: 'All signs that fire, as a colleague would say it', unit: 'text' },
	valueAtRisk: { meaning: 'What the customer brings in a year: your column, else subscriptions times twelve, else the pace of purchases in the usual and recent days', unit: 'money', nullWhen: 'there are no amounts' },
	currency: { meaning: 'In which currency', unit: 'text', nullWhen: 'none is named' },
	completeness: { meaning: 'The share of all weights for which there is data', unit: 'share' },
	since: { meaning: 'Since which As Of the customer has this level', unit: 'date', nullWhen: 'the level was not told yet, or the customer is healthy and always was' },
	signs: { meaning: 'The signs that fire, those that move the risk most first', unit: 'list' },
	isAlert: { meaning: 'Whether this is an alert: at risk, and new or worse', unit: 'true or false' },
	heldBack: { meaning: 'Why a change is not told yet: confirmation, coolDown or mostAlerts', unit: 'text', nullWhen: 'nothing is held back' },
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
	contribution: { meaning: 'By how many points the risk would be lower without it; 0 where another sign of its family is stronger', unit: 'points' },
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
	readonly asOf: number;
	readonly assessment: Assessment;
	readonly firing: readonly FiringSign[];
	readonly findings: readonly Finding[];
	readonly outcome: Outcome;
	readonly value: Value;
	readonly previousLevel: RememberedLevel | null;
}

/** Below it the explanation says how little is known. */
const LITTLE = 0.5;
const DECIMALS = 10_000;

const rounded = (figure: number): number => Math.round(figure * DECIMALS) / DECIMALS;
const roundedOrNull = (figure: number | null): number | null => (figure === null ? null : rounded(figure));
const dateOrNull = (day: number | null): string | null => (day === null ? null : isoDate(day));

/** A sign that fires has found something. */
const foundBy = (findings: readonly Finding[], id: SignId): Evidence => {
	const finding = findings[signIds.indexOf(id)];
	if (typeof finding === 'string') throw new Error(`The sign ${id} fires and has no data`);
	return finding;
};

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

/** Texts of reasons are few, so each is made once. */
const reasonTexts = new Map<string, string>();

function reasonsOf({ findings, assessment, value }: Telling): string {
	const reasons: Array<readonly [string, NullReason]> = findings.flatMap((finding, place) => (typeof finding === 'string' ? [[signIds[place], finding] as const] : []));
	if (assessment.risk === null) reasons.push(['risk', 'noSigns']);
	if (value.reason !== null) reasons.push(['valueAtRisk', value.reason]);
	const text = reasons.map(([name, reason]) => `${name}: ${reason}`).join('; ');
	const known = reasonTexts.get(text);
	if (known === undefined && reasonTexts.size < DECIMALS) reasonTexts.set(text, text);
	return known ?? text;
}

function explanationOf(entries: readonly SignEntry[], completeness: number, locale: Locale): string {
	const said = entries.length === 0 ? locale.nothingFires : locale.explanation(entries.map(({ text }) => String(text)), entries[0].since === null ? null : String(entries[0].since));
	return completeness < LITTLE ? `${said} ${locale.littleKnown(Math.round(completeness * 100))}` : said;
}

/** The item of a customer; contact details are put in behind the customer. */
export function signItem(telling: Telling, details: ReadonlyArray<readonly [string, unknown]>, locale: Locale): SignItem {
	const { customer, who, asOf, assessment, firing, findings, outcome, value, previousLevel } = telling;
	const { risk, completeness } = assessment;
	const { level, change, isAlert, heldBack, alertKey, since } = outcome;
	const entries = firing.map((sign) => entryOf(sign, foundBy(findings, sign.id), locale));
	const texts = entries.map(({ text }) => String(text));
	const item: SignItem = { customer };
	// Any name is data, __proto__ too.
	for (const [name, own] of details) Object.defineProperty(item, name, { value: own, enumerable: true, configurable: true, writable: true });
	return Object.assign(item, {
		summary: risk === null || level === null ? locale.nothingKnown(who) : locale.summary(who, level, roundedRisk(risk), texts),
		change,
		level,
		risk: risk === null ? null : roundedRisk(risk),
		topSign: firing.length === 0 ? null : firing[0].id,
		action: firing.length === 0 ? null : locale.actions[firing[0].id],
		explanation: explanationOf(entries, completeness, locale),
		valueAtRisk: value.value,
		currency: value.currency,
		completeness: rounded(completeness),
		since: dateOrNull(since),
		signs: entries,
		isAlert,
		heldBack,
		previousLevel,
		alertKey,
		asOf: isoDate(asOf),
		reasons: reasonsOf(telling),
		signsVersion: SIGNS_VERSION,
	} satisfies Record<Exclude<keyof typeof signItemFields, 'customer'>, unknown>);
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

/** How a sign is called in texts of the node. */
export const titleOfSign = (id: SignId): string => signs[id].title;
