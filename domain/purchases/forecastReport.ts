/** Who will buy again, and how much? DOMAIN W4, W6. */
import type { Details } from '../activity/customerActivity';
import { customersInWords, wholeMoney } from '../figuresInWords';
import { evidenceOf, forecastRow, judgedRows, spendRow } from './evidenceRows';
import type { ForecastItem, Telling } from './forecastItem';
import { forecastItems } from './forecastItem';
import { totalsInWords, whyInWords } from './forecastText';
import type { ChosenModel } from './judgement/chooseModel';
import { chooseModel } from './judgement/chooseModel';
import type { ModelId } from './models';
import type { PurchaseCustomers } from './purchaseCustomers';
import type { Outlook, Sample } from './purchaseModel';
import { rfmOf } from './rfm/rfmOf';
import type { SegmentTable } from './rfm/segmentTable';
import type { SpendOutlook } from './spend/spendOf';
import { spendOf } from './spend/spendOf';
import { timingAt, timingRows } from './timing';
import { yearBefore } from './yearBefore';

export interface ForecastSettings {
	readonly model: ModelId | 'automatic';
	readonly horizonDays: number;
	/** After how many silent days a customer counts as lapsed, where models are judged. */
	readonly lapsedAfterDays: number;
	/** What part of the spend is earned, for everybody; null to take it from the rows. */
	readonly marginRate: number | null;
	/** How much less money is worth a year later: .1 for 10 %. */
	readonly yearlyDiscount: number;
	readonly segmentTable: SegmentTable;
}

export interface ForecastCustomers {
	readonly customers: PurchaseCustomers;
	idOf(customer: number): string | number;
	readonly details: Details;
	passedOn(customer: number): Readonly<Record<string, unknown>>;
	/** Whether anything is told of a customer's purchases, be it that there is none. */
	knowsPurchases(customer: number): boolean;
}

export interface ForecastAdvice {
	readonly kind: 'info' | 'warning';
	readonly message: string;
}

export interface ForecastReport {
	/** One a customer, in their order. */
	readonly items: readonly ForecastItem[];
	readonly evidence: ReadonlyArray<Readonly<Record<string, unknown>>>;
	readonly advice: readonly ForecastAdvice[];
}

/** What is known on As Of. */
export function sampleOf({ count, asOf, history, purchaseDays, recencyDays, ageDays }: PurchaseCustomers, horizon: number): Sample {
	const timing = history === null ? timingRows({ count, repeats: purchaseDays.map((days) => days - 1), recency: recencyDays, age: ageDays }) : timingAt(history, asOf);
	return { day: asOf, horizon, timing, history };
}

/** Nobody buys on more days than there are; models in which purchases take no time may say so of one who buys daily. */
const withinDays = (outlook: Outlook, horizon: number): Outlook => (outlook.purchases <= horizon ? outlook : { ...outlook, purchases: horizon });

/** What the chosen model says of each customer, looked up by rows of customers alike. */
function outlooks({ fit }: ChosenModel, { timing, horizon }: Sample): (customer: number) => Outlook | null {
	if (fit === null) return () => null;
	const ofRow = Array.from({ length: timing.count }, (_, row) => withinDays(fit.fitted.outlook(row), horizon));
	return (customer) => (timing.rowOf[customer] === -1 ? null : ofRow[timing.rowOf[customer]]);
}

/** What is forecast of every customer. */
export interface Forecast {
	readonly chosen: ChosenModel;
	readonly spends: SpendOutlook;
	/** How many customers have bought. */
	readonly buyers: number;
	/** Null where nothing can be forecast of the customer. */
	outlookOf(customer: number): Outlook | null;
	/** What part of the spend is earned; null where it is not known. */
	marginRateOf(customer: number): number | null;
}

/** Chooses a model and asks it for everybody. O(customers log customers), besides the fits. */
export function forecastOf(customers: PurchaseCustomers, { model, horizonDays, lapsedAfterDays, marginRate }: Pick<ForecastSettings, 'model' | 'horizonDays' | 'lapsedAfterDays' | 'marginRate'>): Forecast {
	const sample = sampleOf(customers, horizonDays);
	const chosen = chooseModel(model, sample, { horizon: horizonDays, lapsedAfterDays });
	const spends = spendOf(customers);
	return {
		chosen,
		spends,
		buyers: sample.timing.customers.reduce((sum, number) => sum + number, 0),
		outlookOf: outlooks(chosen, sample),
		marginRateOf: marginRate === null ? spends.marginRateOf : () => marginRate,
	};
}

/** What is expected of all together, in words; null where nothing is forecast of anybody. */
function overview(customers: PurchaseCustomers, { outlookOf, spendOf: spendOfCustomer, horizonDays }: Telling): string | null {
	let [buyers, returns, purchases] = [0, 0, 0];
	const spendIn = new Map<number, number>();
	for (let customer = 0; customer < customers.count; customer++) {
		const outlook = outlookOf(customer);
		if (outlook === null) continue;
		buyers++;
		returns += outlook.chance;
		purchases += outlook.purchases;
		const spend = spendOfCustomer(customer);
		if (spend !== null) spendIn.set(customers.currency[customer], (spendIn.get(customers.currency[customer]) ?? 0) + outlook.purchases * spend.value);
	}
	if (buyers === 0) return null;
	const inWords = (money: ReadonlyMap<number, number>) => [...money].map(([currency, amount]) => `${wholeMoney(amount)}${currency === -1 ? '' : ` ${customers.currencies[currency]}`}`);
	const before = yearBefore(customers, horizonDays);
	const toldBefore = before === null ? null : { purchases: before.purchases, money: inWords(before.spendIn) };
	return totalsInWords({ customers: buyers, returns, purchases, money: inWords(spendIn), before: toldBefore }, horizonDays);
}

function adviceOf({ customers: { count, purchaseDays }, knowsPurchases }: ForecastCustomers, chosen: ChosenModel, spends: SpendOutlook, { horizonDays, marginRate }: ForecastSettings): ForecastAdvice[] {
	const withoutPurchase = purchaseDays.reduce((sum, days) => sum + Number(days === 0), 0);
	const unknown = purchaseDays.reduce((sum, days, customer) => sum + Number(days === 0 && !knowsPurchases(customer)), 0);
	const neverBought = withoutPurchase - unknown;
	const hasAmounts = spends.groups.some(({ mean }) => mean !== null);
	const isMarginKnown = marginRate !== null || spends.groups.some((group) => group.marginRate !== null);
	const advice: ForecastAdvice[] = [];
	if (unknown > 0) advice.push({ kind: 'warning', message: `Nothing is known of what ${customersInWords(unknown)} bought: choose the stream "Purchases" in Customer Activity too.` });
	if (count > withoutPurchase) advice.push({ kind: chosen.choice === 'byRule' ? 'warning' : 'info', message: whyInWords(chosen, horizonDays) });
	if (neverBought > 0) advice.push({ kind: 'info', message: `${customersInWords(neverBought)} never bought; nothing is forecast of them.` });
	if (count > withoutPurchase && !hasAmounts) advice.push({ kind: 'warning', message: 'No amounts are known, so spend, margin and value are null.' });
	if (hasAmounts && !isMarginKnown) advice.push({ kind: 'info', message: 'The rows do not say what was earned, so the value is of what customers spend. Set "Margin (%)" to have it of what you earn.' });
	return advice;
}

/**
 * The forecast of all customers, the evidence for it, and what a person has to know besides
 *
 * O(customers log customers), besides the fits.
 */
export function forecastReport(given: ForecastCustomers, settings: ForecastSettings): ForecastReport {
	const { customers } = given;
	const { horizonDays, yearlyDiscount, segmentTable } = settings;
	const { chosen, spends, buyers, outlookOf, marginRateOf } = forecastOf(customers, settings);
	const telling: Telling = {
		...given,
		rfm: rfmOf(customers, segmentTable),
		outlookOf,
		spendOf: spends.of,
		marginRateOf,
		horizonDays,
		yearlyDiscount,
		evidence: evidenceOf(chosen, horizonDays),
	};
	const itemOf = forecastItems(telling);
	const items = Array.from({ length: customers.count }, (_, customer) => itemOf(customer));
	const summary = overview(customers, telling);
	return {
		items,
		evidence: [forecastRow(chosen, customers.asOf, horizonDays, { customers: buyers, summary }), ...judgedRows(chosen), ...spends.groups.map(spendRow)],
		advice: [...(summary === null ? [] : [{ kind: 'info' as const, message: summary }]), ...adviceOf(given, chosen, spends, settings)],
	};
}
