/** What the node says of a customer: the item, field by field. DOMAIN W4, W6. */
import type { Details } from '../activity/customerActivity';
import { itemOfNulls } from '../activity/itemOfNulls';
import { figure, moneyFigure } from '../activity/rounding';
import { whoInWords } from '../figuresInWords';
import type { NullReason } from '../problems';
import { DEFAULT_CONFIDENCE, normalFactor } from '../statistics/interval';
import { DAYS_PER_YEAR, isoDate } from '../time';
import { FORECAST_VERSION, forecastItemFields } from './forecastFields';
import { forecastInWords } from './forecastText';
import type { PurchaseCustomers } from './purchaseCustomers';
import type { Outlook } from './purchaseModel';
import type { Rfm } from './rfm/rfmOf';
import type { Spend } from './spend/spendOf';

export type ForecastItem = Record<string, unknown>;

/** A figure with its limits; null where it is not known. */
interface Ranged {
	readonly value: number | null;
	readonly low: number | null;
	readonly high: number | null;
}

const UNKNOWN: Ranged = Object.freeze({ value: null, low: null, high: null });
/** A positive figure whose logarithm has a standard error; without one there are no limits. */
function ranged(value: number, error: number): Ranged {
	if (!(error > 0) || !(value > 0)) return { value, low: null, high: null };
	const times = Math.exp(normalFactor(DEFAULT_CONFIDENCE) * error);
	return { value, low: value / times, high: value * times };
}

/** With limits up to the most that there can be. */
const atMost = ({ value, low, high }: Ranged, most: number): Ranged => ({ value, low, high: high === null ? null : Math.min(high, most) });

/** The same for a chance, on the scale of log-odds, so that limits stay within 0 and 1. */
function rangedChance({ chance, chanceError }: Outlook): Ranged {
	if (!(chanceError > 0) || !(chance > 0) || !(chance < 1)) return { value: chance, low: null, high: null };
	const times = Math.exp(normalFactor(DEFAULT_CONFIDENCE) * chanceError);
	const odds = chance / (1 - chance);
	return { value: chance, low: odds / (odds + times), high: (odds * times) / (1 + odds * times) };
}

/** All of it times a factor, which may be negative, as a margin below 0 is. */
function times({ value, low, high }: Ranged, factor: number): Ranged {
	const scaled = (limit: number | null) => (limit === null ? null : limit * factor);
	return factor < 0 ? { value: scaled(value), low: scaled(high), high: scaled(low) } : { value: scaled(value), low: scaled(low), high: scaled(high) };
}

/** What money that is spread evenly over the horizon is worth on As Of, per unit. `yearlyRate` of .1 is 10 % a year. */
export function discountFactor(horizonDays: number, yearlyRate: number): number {
	const exponent = (Math.log1p(yearlyRate) / DAYS_PER_YEAR) * horizonDays;
	return exponent === 0 ? 1 : -Math.expm1(-exponent) / exponent;
}

/** Everything that is known when items are made. */
export interface Telling {
	readonly customers: PurchaseCustomers;
	idOf(customer: number): string | number;
	readonly details: Details;
	/** Fields of Customer Activity that travel along. */
	passedOn(customer: number): Readonly<Record<string, unknown>>;
	/** Whether anything is told of a customer's purchases, be it that there is none. */
	knowsPurchases(customer: number): boolean;
	readonly rfm: Rfm;
	/** Null where nothing can be forecast of the customer. */
	outlookOf(customer: number): Outlook | null;
	spendOf(customer: number): Spend | null;
	/** What part of the spend is earned; null where it is not known. */
	marginRateOf(customer: number): number | null;
	readonly horizonDays: number;
	readonly yearlyDiscount: number;
	readonly evidence: Readonly<Record<string, unknown>>;
}

interface Money {
	readonly spend: Ranged;
	readonly margin: Ranged;
	readonly value: Ranged;
	readonly valueIs: 'margin' | 'spend' | null;
}

function moneyOf({ purchases, purchasesError }: Outlook, spend: Spend | null, marginRate: number | null, discount: number): Money {
	if (spend === null) return { spend: UNKNOWN, margin: UNKNOWN, value: UNKNOWN, valueIs: null };
	const isSure = purchasesError > 0 && spend.error > 0;
	const expected = ranged(purchases * spend.value, isSure ? Math.hypot(purchasesError, spend.error) : 0);
	const margin = marginRate === null ? UNKNOWN : times(expected, marginRate);
	const isMargin = margin.value !== null;
	return { spend: expected, margin, value: times(isMargin ? margin : expected, discount), valueIs: isMargin ? 'margin' : 'spend' };
}

const NO_MONEY: Money = { spend: UNKNOWN, margin: UNKNOWN, value: UNKNOWN, valueIs: null };

/** Puts a figure and its limits into the item. */
function put(item: ForecastItem, name: string, { value, low, high }: Ranged, rounded: (figure: number) => number): void {
	item[name] = value === null ? null : rounded(value);
	item[`${name}Low`] = low === null ? null : rounded(low);
	item[`${name}High`] = high === null ? null : rounded(high);
}

/** Names of the fields that the forecast adds, in the order of the output. */
function namesOfItem(detailNames: readonly string[]): string[] {
	const { customer, ...others } = forecastItemFields;
	return [...Object.keys({ customer }), ...detailNames, ...Object.keys(others)];
}

const SCORES = ['recencyScore', 'frequencyScore', 'monetaryScore'] as const;

/** Scores and segment. */
function putRfm(item: ForecastItem, { recency, frequency, monetary, segmentOf }: Rfm, customer: number): void {
	const own = [recency[customer], frequency[customer], monetary[customer]];
	if (own[0] === 0) return;
	SCORES.forEach((name, place) => {
		item[name] = own[place] === 0 ? null : own[place];
	});
	item.rfm = own.join('');
	item.segment = segmentOf(customer);
}

/** Why nothing is known of what a customer brought. */
function whyNoAmount({ net, currencies }: PurchaseCustomers, customer: number): NullReason {
	if (!Number.isNaN(net[customer])) return 'noSpend';
	return currencies.length > 0 ? 'twoCurrencies' : 'noAmounts';
}

/** Why nothing can be forecast of a customer. */
function whyNoOutlook({ purchaseDays }: ForecastItem): NullReason {
	if (purchaseDays === null) return 'notConnected';
	return purchaseDays === 0 ? 'noRows' : 'nobodyWatched';
}

/** Why figures are null, each by its name. */
function reasonsOf(item: ForecastItem, customers: PurchaseCustomers, customer: number): string {
	const noAmount = whyNoAmount(customers, customer);
	const noOutlook = whyNoOutlook(item);
	const noMoney = item.chanceToReturn === null ? noOutlook : noAmount;
	const isMonetaryAlone = item.recencyScore !== null && Number.isNaN(customers.net[customer]);
	const noScore = isMonetaryAlone ? noAmount : 'tooFewToScore';
	const reasons: Readonly<Record<string, NullReason>> = {
		chanceToReturn: noOutlook,
		expectedPurchases: noOutlook,
		expectedSpend: noMoney,
		expectedMargin: item.expectedSpend === null ? noMoney : 'noSuchColumn',
		value: noMoney,
		segment: item.daysSince === null ? noOutlook : noScore,
		monetaryScore: item.daysSince === null ? noOutlook : noScore,
	};
	return Object.keys(reasons).flatMap((name) => (item[name] === null ? [`${name}: ${reasons[name]}`] : [])).join('; ');
}

/** Gives a customer's item. */
export function forecastItems(telling: Telling): (customer: number) => ForecastItem {
	const { customers, details, rfm, horizonDays, evidence } = telling;
	const { asOf, purchaseDays, recencyDays, ageDays, currency, currencies } = customers;
	const empty: ForecastItem = { ...itemOfNulls(namesOfItem(details.names)), horizonDays, until: isoDate(asOf + horizonDays), asOf: isoDate(asOf), forecastVersion: FORECAST_VERSION };
	const discount = discountFactor(horizonDays, telling.yearlyDiscount);
	const nameAt = details.names.indexOf('name');

	return (customer) => {
		const item = { ...empty };
		const own = details.of(customer);
		const id = telling.idOf(customer);
		item.customer = id;
		for (let place = 0; place < own.length; place++) item[details.names[place]] = own[place];
		const hasBought = purchaseDays[customer] > 0;
		const silence = ageDays[customer] - recencyDays[customer];
		item.purchaseDays = telling.knowsPurchases(customer) ? purchaseDays[customer] : null;
		if (hasBought) {
			item.lastPurchaseOn = isoDate(asOf - silence);
			item.daysSince = silence;
			putRfm(item, rfm, customer);
		}
		const money = putForecast(item, telling, customer, discount);
		item.currency = currency[customer] === -1 ? null : currencies[currency[customer]];
		item.summary = forecastInWords(
			{
				who: whoInWords(id, nameAt === -1 ? null : own[nameAt]),
				chance: item.chanceToReturn as number | null,
				purchases: item.expectedPurchases as number | null,
				spend: money.spend.value,
				currency: item.currency as string | null,
				purchaseDays: item.purchaseDays as number | null,
				daysSince: hasBought ? silence : null,
				segment: item.segment as string | null,
			},
			horizonDays,
		);
		item.evidence = { ...evidence };
		item.reasons = reasonsOf(item, customers, customer);
		// Copied in one piece, which makes an object of two thirds the size of one that grows.
		return { ...item, ...telling.passedOn(customer) };
	};
}

/** Chance, purchases and money. */
function putForecast(item: ForecastItem, telling: Telling, customer: number, discount: number): Money {
	const outlook = telling.outlookOf(customer);
	if (outlook === null) return NO_MONEY;
	const spend = telling.spendOf(customer);
	const money = moneyOf(outlook, spend, telling.marginRateOf(customer), discount);
	put(item, 'chanceToReturn', rangedChance(outlook), figure);
	put(item, 'expectedPurchases', atMost(ranged(outlook.purchases, outlook.purchasesError), telling.horizonDays), figure);
	put(item, 'expectedSpend', money.spend, moneyFigure);
	put(item, 'expectedMargin', money.margin, moneyFigure);
	put(item, 'value', money.value, moneyFigure);
	item.valueIs = money.valueIs;
	item.purchaseBrings = spend === null ? null : moneyFigure(spend.value);
	return money;
}
