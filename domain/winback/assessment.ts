/** What is found of each lapsed customer, before calls and money are shared out. DOMAIN W1, W2, W3, W5, W8. */
import { isoDate } from '../time';
import type { ChannelId } from './channels';
import type { Address } from './channels/channel';
import type { Contacts } from './contacts';
import type { Behaviour, Forecasts, SentBefore, WinBackCustomers } from './customers';
import type { ReasonCode } from './itemFields';
import type { Population } from './population';
import type { ReasonId } from './reasons';
import type { RuleId } from './rules';
import { rules } from './rules';
import type { Finding } from './rules/rule';
import type { SentToSharer } from './sentToSharers';
import { isOfCampaign, lastOf } from './sentToSharers';
import type { WinBackSettings } from './settings';
import type { Uplift } from './uplift';
import { oddsRatioWith, upliftOf } from './uplift';

/** What is assumed of the margin where nobody says it: between that of a grocer, a quarter, and of a clothes shop, a half. */
export const ASSUMED_MARGIN_RATE = 0.3;

/** A way to contact somebody, and what it adds; money in the currency of the run. */
export interface ContactOption extends Uplift {
	readonly channel: ChannelId;
	readonly contactCost: number;
	readonly reach: number;
	/** By how many times the contact multiplies the odds, that of the channel times that of the reason of leaving. */
	readonly oddsRatio: number;
}

export type MarginSource = 'set' | 'forecast' | 'rows' | 'assumed';

/** What is expected of somebody by themselves. */
export interface Score {
	readonly chance: number;
	readonly expectedMargin: number;
	/** What a return earns, as many times as it counts by the rules, and how many times that is. */
	readonly worthOfReturn: number;
	readonly returnCounts: number;
	readonly marginIs: MarginSource;
}

export interface FoundRule {
	readonly rule: RuleId;
	readonly finding: Finding;
}

/** Why somebody is not contacted, or not worth it, with the day, the number of days or the currency that says it. */
export interface Verdict {
	readonly code: ReasonCode;
	readonly day?: number | null;
	readonly days?: number;
	readonly currency?: string;
	readonly heldOutFrom?: SentBefore['heldOutFrom'];
}

/** Kept of every lapsed customer; what a channel adds is told anew by `optionIn`, which takes less than to keep it. */
export interface Assessment {
	readonly customer: number;
	/** Null where a contact adds money and nothing speaks against it. */
	readonly verdict: Verdict | null;
	readonly audience: 'lapsed' | 'neverBought';
	/** Null of objectors, and where nothing can be forecast. */
	readonly score: Score | null;
	readonly findings: readonly FoundRule[];
	readonly leftBecause: ReasonId | null;
	readonly topCategory: string | null;
	/** Channels with an address that can be used, in the order of the registry; the same list for all who have the same. */
	readonly reachable: readonly ChannelId[];
	/** The one that adds most; null where no channel can be used, or nothing is scored. */
	readonly best: ChannelId | null;
	readonly sendAfter: string;
}

/** By so small a chance, as it stands rounded in an item, nothing can be divided. */
const LEAST_CHANCE = 1e-6;

const NO_FINDINGS: readonly FoundRule[] = Object.freeze([]);
const NO_CHANNELS: readonly ChannelId[] = Object.freeze([]);

/** What is looked up once for all customers. */
export interface Run {
	readonly given: WinBackCustomers;
	readonly forecasts: Forecasts;
	readonly population: Population;
	readonly contacts: Contacts;
	/** What can matter of what was sent before to those who share an address with a customer. */
	sentToSharers(customer: number): readonly SentToSharer[];
	readonly settings: WinBackSettings;
	/** What one unit of each currency is worth in that of the run, by its place; NaN where it is not set. Place 0 is for none named. */
	readonly worths: Float64Array;
	/** The place of the run's currency, -1 for none named. */
	readonly currency: number;
	/** The channels of the settings that can be used with some kinds of addresses: the same list every time. */
	channelsWith(hasAddress: (address: Address) => boolean): readonly ChannelId[];
}

/** Whether somebody has lapsed: on the list, or silent for long enough without a subscription. */
export function hasLapsed({ given, settings }: Run, customer: number, { isSubscribed, tenureDays }: Behaviour): boolean {
	const { customers, lapsedList, knowsPurchases } = given;
	if (settings.lapsedAre === 'listed') return lapsedList?.knownUpTo(customer) !== undefined;
	if (!knowsPurchases(customer)) return false;
	const hasBought = customers.purchaseDays[customer] > 0;
	if (isSubscribed || (!hasBought && !settings.rules.includes('neverBought'))) return false;
	const silence = hasBought ? customers.ageDays[customer] - customers.recencyDays[customer] : tenureDays;
	return silence === null || silence > settings.lapsedAfterDays;
}

/** One attempt for each silence: it is another one once they have bought again. */
export const campaignKeyOf = ({ given, settings }: Pick<Run, 'given' | 'settings'>, customer: number): string => {
	const lastOn = lastPurchaseOf(given, customer);
	return `${settings.campaign}:${given.keyOf(customer)}:${lastOn === null ? 'never' : isoDate(lastOn)}`;
};

/** Day number of the last purchase; null where there is none. */
export function lastPurchaseOf({ customers: { asOf, purchaseDays, ageDays, recencyDays } }: WinBackCustomers, customer: number): number | null {
	return purchaseDays[customer] === 0 ? null : asOf - ageDays[customer] + recencyDays[customer];
}

function findingsOf({ given, population, settings }: Run, customer: number, behaviour: Behaviour): readonly FoundRule[] {
	const facts = population.factsOf(customer, behaviour, given.knowsPurchases(customer));
	let found: FoundRule[] | null = null;
	for (const rule of settings.rules) {
		const finding = rules[rule].finding(facts);
		if (finding !== null) (found ??= []).push({ rule, finding });
	}
	return found ?? NO_FINDINGS;
}

/** How many times a return counts: as the strongest of the rules says that speak for the customer. */
function worthTimesOf({ worthTimes }: WinBackSettings, findings: readonly FoundRule[]): number {
	let times = 1;
	for (const { rule } of findings) times = Math.max(times, worthTimes[rule] ?? 1);
	return times;
}

const speaksFor = ({ rule }: FoundRule): boolean => rules[rule].effect.kind === 'first';

/** Whether a rule speaks against it: a final one in any case, another unless one speaks for it, when money alone decides. */
function isRuledOut(findings: readonly FoundRule[]): boolean {
	const against = findings.map(({ rule }) => rules[rule].effect).filter(({ kind }) => kind === 'notWorth');
	return against.length > 0 && (against.some((effect) => effect.kind === 'notWorth' && effect.isFinal) || !findings.some(speaksFor));
}

/** Where rules of both kinds meet, a return counts once. */
const timesOf = (settings: WinBackSettings, findings: readonly FoundRule[]): number =>
	findings.some(({ rule }) => rules[rule].effect.kind === 'notWorth') ? 1 : worthTimesOf(settings, findings);

interface Earned {
	readonly chance: number;
	/** Within the horizon, in the customer's currency. */
	readonly margin: number;
	/** Given a return. */
	readonly worth: number;
	readonly marginIs: MarginSource;
}

/** What is earned of somebody who bought; a code where it is not known. */
function earnedBy({ forecasts, settings: { marginRate } }: Run, customer: number): Earned | 'noForecast' | 'noMargin' {
	const [chance, spend, margin] = [forecasts.chance[customer], forecasts.spend[customer], forecasts.margin[customer]];
	if (Number.isNaN(chance)) return 'noForecast';
	const isKnown = !Number.isNaN(margin) && marginRate === null;
	const isPossible = chance > LEAST_CHANCE;
	if (!isKnown && Number.isNaN(spend)) return 'noMargin';
	const earned = isKnown ? margin : spend * (marginRate ?? ASSUMED_MARGIN_RATE);
	const source = forecasts.isGiven ? 'forecast' : 'rows';
	const assumed = marginRate === null ? 'assumed' : 'set';
	return { chance, margin: earned, worth: isPossible ? earned / chance : 0, marginIs: isKnown ? source : assumed };
}

/** What is earned of somebody who never bought, and so pays in no currency yet: what is usual in that of the run, by the chance that the user sets. */
function earnedByFirst({ population, currency, settings: { firstPurchaseChance, marginRate } }: Run): Earned | 'neverBought' | 'noMargin' {
	if (firstPurchaseChance === null) return 'neverBought';
	const usual = population.usualPurchaseIn(currency);
	if (usual === null) return 'noMargin';
	const ofRows = population.usualMarginRateIn(currency);
	const worth = usual * (marginRate ?? ofRows ?? ASSUMED_MARGIN_RATE);
	const unset = ofRows === null ? 'assumed' : 'rows';
	return { chance: firstPurchaseChance, margin: firstPurchaseChance * worth, worth, marginIs: marginRate === null ? unset : 'set' };
}

/** What a contact by a channel adds. */
export function optionIn({ settings: { figures, oddsFactors } }: Pick<Run, 'settings'>, { chance, worthOfReturn }: Score, leftBecause: ReasonId | null, channel: ChannelId): ContactOption {
	const own = figures[channel];
	const oddsRatio = leftBecause === null ? own.oddsRatio : oddsRatioWith(own.oddsRatio, oddsFactors[leftBecause]);
	const { priority, chanceWithContact, offerCost } = upliftOf(chance, worthOfReturn, own, oddsRatio);
	return { channel, priority, chanceWithContact, offerCost, contactCost: own.cost, reach: own.reach, oddsRatio };
}

/** The option that adds most, of several the first in the order of the registry; null for none. */
function bestOf(run: Run, score: Score | null, leftBecause: ReasonId | null, reachable: readonly ChannelId[]): ContactOption | null {
	if (score === null) return null;
	let best: ContactOption | null = null;
	for (const channel of reachable) {
		const option = optionIn(run, score, leftBecause, channel);
		if (best === null || option.priority > best.priority) best = option;
	}
	return best;
}

/** Who objected is neither contacted nor scored, nor is anybody at the same address. */
function objection({ contacts, settings: { onlyWithConsent } }: Run, customer: number): Verdict | null {
	const { consent } = contacts.of(customer);
	if (consent === false) return { code: 'objected' };
	if (contacts.isObjectionOfOther(customer)) return { code: 'addressObjected' };
	if (consent === 'unclear') return { code: 'consentUnclear' };
	return onlyWithConsent && consent === null ? { code: 'noConsent' } : null;
}

/** Whether something sent before was an attempt of this campaign in this silence: by its key, else by its day; what names neither day nor key counts. */
function isAttempt(sent: SentBefore, ownKey: string, ownCampaign: string, lastOn: number | null): boolean {
	const { key, day } = sent;
	if (key === ownKey) return true;
	if (!isOfCampaign(sent, ownCampaign)) return false;
	return day === null ? key === null : lastOn === null || day > lastOn;
}

/**
 * The attempt of this campaign in this silence, with the customer or anybody at the same address
 *
 * A contact that was made goes before one that was held back. Whoever shares the address of one held out is left alone
 * too, but is not held out themselves: nobody drew them, and who shares that of a contacted one is not compared either.
 */
function attemptOf(run: Run, customer: number): Verdict | null {
	const { given, settings } = run;
	if (given.contactedBefore === null) return null;
	const key = campaignKeyOf(run, customer).toLowerCase();
	const isOne = (sent: SentBefore): boolean => isAttempt(sent, key, settings.campaign.toLowerCase(), lastPurchaseOf(given, customer));
	const own = given.contactedBefore.of(customer, key).filter(isOne);
	const ofOthers = run.sentToSharers(customer).filter(({ sent, isOfTheirSilence }) => isOfTheirSilence || isOne(sent)).map(({ sent }) => sent);
	const contact = lastOf([...own, ...ofOthers].filter(({ isHeldOut }) => !isHeldOut));
	if (contact !== null) return { code: 'alreadyContacted', day: contact.day };
	const heldOut = lastOf(own);
	if (heldOut !== null) return { code: 'heldOutBefore', heldOutFrom: heldOut.heldOutFrom };
	return ofOthers.length > 0 ? { code: 'sameAddress' } : null;
}

/** How many days ago the last contact was, with anybody at the same address; Infinity where none is known. */
function daysSinceContact(run: Run, customer: number): number {
	let last = run.contacts.lastContactOn(customer);
	const sent = [...(run.given.contactedBefore?.of(customer, '') ?? []), ...run.sentToSharers(customer).map((each) => each.sent)];
	for (const { isHeldOut, day } of sent) if (!isHeldOut && day !== null && day > last) last = day;
	return Math.max(0, run.given.customers.asOf - last);
}

/** What speaks against a contact now, whatever it adds. DOMAIN W5. */
function obstacle(run: Run, customer: number, isSubscribed: boolean, canReach: boolean): Verdict | null {
	const { given, settings, worths } = run;
	const { currency, currencies } = given.customers;
	if (isSubscribed) return { code: 'subscribed' };
	const listedUpTo = given.lapsedList?.knownUpTo(customer) ?? null;
	const lastOn = lastPurchaseOf(given, customer);
	if (listedUpTo !== null && lastOn !== null && lastOn > listedUpTo) return { code: 'boughtSince', day: lastOn };
	const attempt = attemptOf(run, customer);
	if (attempt !== null) return attempt;
	const days = daysSinceContact(run, customer);
	if (days < settings.skipDays) return { code: 'contactedRecently', days };
	if (!canReach) return { code: 'unreachable' };
	return Number.isNaN(worths[currency[customer] + 1]) ? { code: 'otherCurrency', currency: currencies[currency[customer]] } : null;
}

/** What speaks against it once it is known what it adds. */
function notWorthIt(earned: Earned | ReasonCode, findings: readonly FoundRule[], best: ContactOption | null): Verdict | null {
	if (isRuledOut(findings)) return { code: 'ruledOut' };
	if (typeof earned === 'string') return { code: earned };
	return best === null || best.priority <= 0 ? { code: 'costsMore' } : null;
}

function scoreOf({ settings, worths, given }: Run, customer: number, earned: Earned | ReasonCode, findings: readonly FoundRule[]): Score | null {
	if (typeof earned === 'string') return null;
	const worth = worths[given.customers.currency[customer] + 1];
	if (Number.isNaN(worth)) return null;
	const returnCounts = timesOf(settings, findings);
	return { chance: earned.chance, expectedMargin: earned.margin * worth, worthOfReturn: earned.worth * worth * returnCounts, returnCounts, marginIs: earned.marginIs };
}

/** Looks at one lapsed customer. O(rules + channels). */
export function assess(run: Run, customer: number, behaviour: Behaviour): Assessment {
	const { given, settings, contacts } = run;
	const hasBought = given.customers.purchaseDays[customer] > 0;
	const audience = hasBought || !given.knowsPurchases(customer) ? 'lapsed' : 'neverBought';
	const { zone, addresses } = contacts.of(customer);
	const sendAfter = settings.sendAfter(zone);
	const objected = objection(run, customer);
	if (objected !== null) return { customer, audience, sendAfter, verdict: objected, score: null, findings: NO_FINDINGS, leftBecause: null, topCategory: behaviour.topCategory, reachable: NO_CHANNELS, best: null };
	const { leftBecause, topCategory, isSubscribed } = behaviour;
	const findings = findingsOf(run, customer, behaviour);
	const earned = audience === 'neverBought' ? earnedByFirst(run) : earnedBy(run, customer);
	const score = scoreOf(run, customer, earned, findings);
	const reachable = run.channelsWith((address) => addresses[address] !== null);
	const best = bestOf(run, score, leftBecause, reachable);
	const verdict = obstacle(run, customer, isSubscribed, reachable.length > 0) ?? notWorthIt(earned, findings, best);
	return { customer, audience, sendAfter, verdict, score, findings, leftBecause, topCategory, reachable, best: best === null ? null : best.channel };
}
