/** What a purchase of each customer is expected to bring, and how much of it is earned. DOMAIN 3. */
import { varianceOf } from '../../statistics/symmetricInverse';
import type { PurchaseCustomers } from '../purchaseCustomers';
import type { UnfitReason } from '../purchaseModel';
import type { GammaGammaFit } from './gammaGamma';
import { expectedAverage, fitGammaGamma } from './gammaGamma';

/** How many purchases there were that brought something, and what one of them brought on average; NaN where it is not known. */
interface Observed {
	readonly purchases: Float64Array;
	readonly average: Float64Array;
}

/** The days of a customer that brought something, and what they brought; days on which as much went back as came in are left out. */
function broughtBy({ history, purchaseDays, net }: PurchaseCustomers, customer: number): readonly [number: number, sum: number] {
	if (history === null || history.net === null) return net[customer] > 0 ? [purchaseDays[customer], net[customer]] : [0, 0];
	let [number, sum] = [0, 0];
	for (let at = history.startOf[customer]; at < history.startOf[customer + 1]; at++) {
		if (!(history.net[at] > 0)) continue;
		number++;
		sum += history.net[at];
	}
	return [number, sum];
}

/** O(purchases). */
function observedSpends(customers: PurchaseCustomers): Observed {
	const purchases = new Float64Array(customers.count);
	const average = new Float64Array(customers.count).fill(NaN);
	for (let customer = 0; customer < customers.count; customer++) {
		const [number, sum] = broughtBy(customers, customer);
		purchases[customer] = number;
		if (number > 0) average[customer] = sum / number;
	}
	return { purchases, average };
}

/** How customers of one currency spend. */
export interface SpendGroup {
	readonly currency: string | null;
	readonly customers: number;
	/** What a purchase brings, over all customers; null where nobody's amounts are known. */
	readonly mean: number | null;
	readonly fit: GammaGammaFit | null;
	readonly unfit: UnfitReason | null;
	/** What part of the money is earned, over all whose margin is known; null where nobody's is. */
	readonly marginRate: number | null;
	/** On what share of the days with a purchase something was brought; on the others as much went back, or it was free. */
	readonly payingShare: number;
}

/**
 * A customer's own average (where the model cannot be fitted), margin rate and share of days that bring something count as
 * if two purchases of an average customer stood beside them.
 */
const BORROWED = 2;
const STEP = 1e-4;

export interface Spend {
	readonly value: number;
	/** Standard error of its logarithm, from the fit. */
	readonly error: number;
}

export interface SpendOutlook {
	readonly groups: readonly SpendGroup[];
	/** What a day with a purchase is expected to bring, those that bring nothing counted in; null where no amounts are known. */
	of(customer: number): Spend | null;
	/** What part of it is earned: the customer's own drawn to that of all, since a refund can leave next to nothing to divide by; null where nobody's is known. */
	marginRateOf(customer: number): number | null;
}

function groupOf(currency: string | null, own: readonly number[], { purchases, average }: Observed, { net, margin, purchaseDays }: PurchaseCustomers): SpendGroup {
	const known = own.filter((customer) => purchases[customer] > 0);
	const spends = { purchases: Float64Array.from(known, (customer) => purchases[customer]), average: Float64Array.from(known, (customer) => average[customer]) };
	let [money, number, days, earned, earnedOf] = [0, 0, 0, 0, 0];
	for (const customer of known) {
		money += purchases[customer] * average[customer];
		number += purchases[customer];
	}
	for (const customer of own) if (!Number.isNaN(net[customer])) days += purchaseDays[customer];
	for (const customer of own) {
		if (!(net[customer] > 0) || Number.isNaN(margin[customer])) continue;
		earned += margin[customer];
		earnedOf += net[customer];
	}
	const fit = fitGammaGamma(spends);
	const isFitted = !('unfit' in fit);
	return {
		currency,
		customers: own.length,
		mean: number === 0 ? null : money / number,
		fit: isFitted ? fit : null,
		unfit: isFitted ? null : fit.unfit,
		marginRate: earnedOf > 0 ? earned / earnedOf : null,
		payingShare: days === 0 ? 0 : number / days,
	};
}

/** Expected average by the model, with its standard error by how it moves with the parameters. */
function byModel(fit: GammaGammaFit, purchases: number, average: number): Spend {
	const value = expectedAverage(fit, purchases, average);
	const bigger = Math.exp(STEP);
	const slopes = [{ ...fit, p: fit.p * bigger }, { ...fit, q: fit.q * bigger }, { ...fit, gamma: fit.gamma * bigger }].map((moved) => Math.log(expectedAverage(moved, purchases, average) / value) / STEP);
	return { value, error: Math.sqrt(varianceOf(slopes, fit.covariance)) };
}

/** Fits a model a currency. O(customers × steps of the fit). */
export function spendOf(customers: PurchaseCustomers): SpendOutlook {
	const observed = observedSpends(customers);
	const { currency, currencies, purchaseDays, net, margin } = customers;
	const own: number[][] = [[], ...currencies.map(() => [])];
	currency.forEach((place, customer) => {
		if (purchaseDays[customer] > 0) own[place + 1].push(customer);
	});
	const groups = own.map((those, place) => groupOf(place === 0 ? null : currencies[place - 1], those, observed, customers));
	const groupOfCustomer = (customer: number) => groups[currency[customer] + 1];
	const spendOfCustomer = (customer: number): Spend | null => {
		const { mean, fit, payingShare } = groupOfCustomer(customer);
		const [purchases, average] = [observed.purchases[customer], observed.average[customer]];
		if (mean === null || Number.isNaN(net[customer])) return null;
		const ownAverage = purchases === 0 ? 0 : average;
		const brings = fit === null ? { value: (BORROWED * mean + purchases * ownAverage) / (BORROWED + purchases), error: 0 } : byModel(fit, purchases, ownAverage);
		const paying = (purchases + BORROWED * payingShare) / (purchaseDays[customer] + BORROWED);
		return { value: brings.value * paying, error: brings.error };
	};
	// Items and their sum both ask, so each is made once.
	const told = new Array<Spend | null | undefined>(customers.count);
	return {
		groups: groups.filter(({ customers: number }) => number > 0),
		of: (customer) => (told[customer] === undefined ? (told[customer] = spendOfCustomer(customer)) : told[customer]),
		marginRateOf(customer) {
			const { mean, marginRate } = groupOfCustomer(customer);
			if (mean === null || marginRate === null || !(net[customer] > 0) || Number.isNaN(margin[customer])) return marginRate;
			const borrowed = BORROWED * mean;
			return Math.min(1, (margin[customer] + borrowed * marginRate) / (net[customer] + borrowed));
		},
	};
}
