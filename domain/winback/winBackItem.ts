/** What the node says of a customer: the item, field by field. DOMAIN W1 to W8. */
import type { Details } from '../activity/customerActivity';
import { itemOfNulls } from '../activity/itemOfNulls';
import { figure, moneyFigure } from '../activity/rounding';
import { whoInWords } from '../figuresInWords';
import type { NullReason } from '../problems';
import { isoDate } from '../time';
import type { Assessment, ContactOption, FoundRule, Run } from './assessment';
import type { ChannelId } from './channels';
import { channels } from './channels';
import type { Contact } from './customers';
import { campaignKeyOf, lastPurchaseOf, optionIn } from './assessment';
import type { ReasonCode } from './itemFields';
import { winBackFields, WIN_BACK_VERSION } from './itemFields';
import type { Placed } from './lists';
import { locales } from './locales';
import type { Locale, Worth } from './locales/locale';
import type { RuleId } from './rules';
import { rules } from './rules';

export type WinBackItem = Record<string, unknown>;

/** Names of the item's fields, contact details and kept columns behind the customer. */
function namesOfItem(detailNames: readonly string[]): string[] {
	const { customer, ...others } = winBackFields;
	return [...Object.keys({ customer }), ...detailNames, ...Object.keys(others)];
}

const worthOf = ({ score }: Assessment, option: ContactOption, currency: string | null): Worth => ({
	channel: option.channel,
	priority: option.priority,
	chance: score!.chance,
	chanceWithContact: option.chanceWithContact,
	worthOfReturn: score!.worthOfReturn,
	returnCounts: score!.returnCounts,
	currency,
});

/** What the codes of nobody's contact say. */
function notContactedInWords({ notContacted }: Locale, { verdict }: Assessment, code: ReasonCode): string {
	if (code === 'heldOut') return notContacted.heldOut;
	if (code === 'boughtSince') return notContacted.boughtSince(isoDate(verdict!.day!));
	if (code === 'heldOutBefore') return notContacted.heldOutBefore;
	if (code === 'alreadyContacted') return notContacted.alreadyContacted(verdict!.day == null ? null : isoDate(verdict!.day));
	if (code === 'contactedRecently') return notContacted.contactedRecently(verdict!.days!);
	if (code === 'otherCurrency') return notContacted.otherCurrency(verdict!.currency!);
	return notContacted[code as 'objected' | 'addressObjected' | 'consentUnclear' | 'noConsent' | 'subscribed' | 'sameAddress' | 'unreachable'];
}

/** What a rule found, as it stands in the item. */
interface ToldFinding {
	readonly rule: RuleId;
	readonly source: string;
	readonly effect: string;
	readonly text: string;
}

const toldFindings = (locale: Locale, findings: readonly FoundRule[]): ToldFinding[] =>
	findings.map(({ rule, finding }) => ({ rule, source: rules[rule].source, effect: rules[rule].effect.kind, text: locale.findings[rule](finding) }));

/** Texts of rules that speak for the list the customer is on. */
function textsOf(findings: readonly ToldFinding[], code: ReasonCode): string[] {
	const texts: string[] = [];
	for (const { effect, text } of findings) if (effect === 'notWorth' || (effect === 'first' && code !== 'ruledOut')) texts.push(text);
	return texts;
}

/** Why the customer is on the list: parts of a sentence. */
function whyInParts(locale: Locale, { assessment, code, manager }: Placed, option: ContactOption | null, currency: string | null, findings: readonly ToldFinding[]): string[] {
	const { leftBecause } = assessment;
	const left = leftBecause === null ? [] : [locale.leftBecause[leftBecause]];
	const found = textsOf(findings, code);
	switch (code) {
		case 'callAddsMost':
		case 'contactAdds':
			return [locale.adds(worthOf(assessment, option!, currency)), ...found, ...left, ...(manager === null ? [] : [locale.calledBy(manager)])];
		case 'ruledOut':
			return [...found, ...left];
		case 'costsMore':
			return [locale.costsMore(worthOf(assessment, option!, currency)), ...found, ...left];
		case 'budgetSpent':
		case 'callsTaken':
			return [`${locale.wouldAdd(worthOf(assessment, option!, currency))}${locale.notChosen[code]}`, ...found, ...left];
		case 'neverBought':
		case 'noForecast':
		case 'noMargin':
			return [locale.notScored[code], ...left];
		case 'heldOut':
			return [locale.notContacted.heldOut, locale.wouldAdd(worthOf(assessment, option!, currency)), ...found, ...left];
		default:
			return [notContactedInWords(locale, assessment, code)];
	}
}

const SCORED = ['chanceToReturn', 'expectedMargin', 'worthOfReturn', 'returnCounts', 'marginIs'] as const;
const OF_CONTACT = ['priority', 'channel', 'contactAt', 'reach', 'oddsRatio', 'chanceWithContact', 'contactCost', 'offerCost'] as const;

const MAY_NOT_CONTACT: ReadonlySet<ReasonCode> = new Set(['objected', 'addressObjected', 'consentUnclear', 'noConsent']);

/** Whether somebody may not be contacted, and so nothing is said of them but that. */
const mayNotContact = (code: ReasonCode | undefined): boolean => code !== undefined && MAY_NOT_CONTACT.has(code);

/** Why nothing is scored of a customer, whatever else keeps them from being contacted. */
function whyNoScore({ forecasts, settings, worths, given: { customers } }: Run, { customer, audience, verdict }: Assessment): NullReason {
	if (mayNotContact(verdict?.code)) return 'mayNotContact';
	const isForecast = audience === 'neverBought' ? settings.firstPurchaseChance !== null : !Number.isNaN(forecasts.chance[customer]);
	if (!isForecast) return 'nothingForecast';
	return Number.isNaN(worths[customers.currency[customer] + 1]) ? 'twoCurrencies' : 'noAmounts';
}

/** Why figures are null, each by its name; the same few texts for all. */
function reasonsOf(run: Run, assessment: Assessment, option: ContactOption | null): string {
	if (option !== null) return '';
	const isScored = assessment.score !== null;
	const why = isScored ? 'noAddress' : whyNoScore(run, assessment);
	return [...(isScored ? [] : SCORED), ...OF_CONTACT].map((name) => `${name}: ${why}`).join('; ');
}

function putMoney(item: WinBackItem, { score }: Assessment, option: ContactOption | null): void {
	if (score !== null) {
		item.chanceToReturn = figure(score.chance);
		item.expectedMargin = moneyFigure(score.expectedMargin);
		item.worthOfReturn = moneyFigure(score.worthOfReturn);
		item.returnCounts = score.returnCounts;
		item.marginIs = score.marginIs;
	}
	if (option === null) return;
	item.priority = moneyFigure(option.priority);
	item.channel = option.channel;
	item.reach = option.reach;
	item.oddsRatio = figure(option.oddsRatio);
	item.chanceWithContact = figure(option.chanceWithContact);
	item.contactCost = moneyFigure(option.contactCost);
	item.offerCost = moneyFigure(option.offerCost);
}

/** Contact details and kept columns; an address stands there as it was checked. */
function putDetails(item: WinBackItem, { names, of }: Details, customer: number, addresses: Contact['addresses']): void {
	const own = of(customer);
	for (let place = 0; place < own.length; place++) item[names[place]] = own[place];
	if (addresses.email !== null && item.email !== undefined) item.email = addresses.email;
	if (addresses.phone !== null && item.phone !== undefined) item.phone = addresses.phone;
	if (addresses.messenger !== null && item.messenger !== undefined) item.messenger = addresses.messenger;
}

/** The address for a channel: the first of those that it needs. */
const addressFor = (channel: ChannelId, addresses: Contact['addresses']): string | null => channels[channel].needs.map((address) => addresses[address]).find((address) => address !== null) ?? null;

/** Gives the items of a run; `advice` stands behind the summary of those held out. */
export function winBackItems(run: Run, advice: string): (placed: Placed) => WinBackItem {
	const { given, forecasts, settings, currency: place } = run;
	const { customers, details } = given;
	const locale: Locale = locales[settings.language];
	const currency = place === -1 ? null : customers.currencies[place];
	const nameAt = details.names.indexOf('name');
	const empty: WinBackItem = {
		...itemOfNulls(namesOfItem(details.names)),
		currency,
		campaign: settings.campaign,
		holdout: false,
		horizonDays: forecasts.horizonDays,
		asOf: isoDate(customers.asOf),
		winBackVersion: WIN_BACK_VERSION,
	};
	return (placed) => {
		const { assessment, list, code, rank, channel, manager, heldOutFrom } = placed;
		const { customer, score, leftBecause } = assessment;
		const option = channel === null || score === null ? null : optionIn(run, score, leftBecause, channel);
		const item = { ...empty };
		item.customer = given.idOf(customer);
		const { addresses } = run.contacts.of(customer);
		putDetails(item, details, customer, addresses);
		const findings = toldFindings(locale, assessment.findings);
		const text = locale.joined(whyInParts(locale, placed, option, currency, findings));
		const who = whoInWords(given.idOf(customer), nameAt === -1 ? null : item[details.names[nameAt]]);
		const summary = locale.summary(who, list, text);
		item.summary = code === 'heldOut' ? `${summary} ${advice}` : summary;
		item.rank = rank;
		item.list = list;
		putMoney(item, assessment, option);
		if (option !== null) item.contactAt = addressFor(option.channel, addresses);
		item.sendAfter = rank === null ? null : assessment.sendAfter;
		item.segment = mayNotContact(code) ? null : forecasts.segmentOf(customer);
		item.audience = assessment.audience;
		item.reason = locale.sentence(text);
		item.reasonCode = code;
		item.notWorthReason = list === 'notWorthIt' ? item.reason : null;
		item.leftBecause = leftBecause;
		item.reasonFactor = leftBecause === null ? null : settings.oddsFactors[leftBecause];
		item.findings = findings;
		const lastOn = lastPurchaseOf(given, customer);
		if (lastOn !== null) {
			item.lastPurchaseOn = isoDate(lastOn);
			item.daysSince = customers.asOf - lastOn;
		}
		item.topCategory = assessment.topCategory;
		item.suggestedManager = manager;
		item.campaignKey = campaignKeyOf(run, customer);
		item.holdout = code === 'heldOut' || code === 'heldOutBefore';
		item.heldOutFrom = heldOutFrom;
		item.reasons = reasonsOf(run, assessment, option);
		return item;
	};
}
