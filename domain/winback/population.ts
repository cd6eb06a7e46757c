/** What is usual among all customers, which rules hold each against. DOMAIN W1, W2. */
import type { PurchaseCustomers } from '../purchases/purchaseCustomers';
import { quintiles } from '../purchases/rfm/quintiles';
import { median } from '../statistics/quantile';
import type { Behaviour } from './customers';
import type { RuleFacts } from './rules/rule';

export interface Population {
	/** What rules know of a customer. */
	factsOf(customer: number, behaviour: Behaviour, purchasesKnown: boolean): RuleFacts;
	/** What a purchase usually brings in a currency, -1 for none named; null where no amounts are known. */
	usualPurchaseIn(currency: number): number | null;
	/** What part of the spend is usually earned in it; null where the rows do not say it. */
	usualMarginRateIn(currency: number): number | null;
}

/** Medians of the known values of each group; a group is -1 or a small whole number. */
function mediansOf(values: Float64Array, groups: Int32Array, groupCount: number): ReadonlyArray<number | null> {
	const own: number[][] = Array.from({ length: groupCount + 1 }, () => []);
	values.forEach((value, customer) => {
		if (!Number.isNaN(value)) own[groups[customer] + 1].push(value);
	});
	return own.map((known) => (known.length === 0 ? null : median(Float64Array.from(known).sort())));
}

/** What part of the money is earned, by currency, over all who brought some and whose margin is known, as Customer Forecast takes it. */
function marginRatesOf({ count, net, margin, currency, currencies }: PurchaseCustomers): ReadonlyArray<number | null> {
	const earned = new Float64Array(currencies.length + 1);
	const of = new Float64Array(currencies.length + 1);
	for (let customer = 0; customer < count; customer++) {
		if (!(net[customer] > 0) || Number.isNaN(margin[customer])) continue;
		earned[currency[customer] + 1] += margin[customer];
		of[currency[customer] + 1] += net[customer];
	}
	return Array.from(earned, (sum, place) => (of[place] > 0 ? sum / of[place] : null));
}

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** Measures everybody once. O(customers log customers). */
export function populationOf(customers: PurchaseCustomers): Population {
	const { purchaseDays, ageDays, net, margin, currency, currencies } = customers;
	const ofBuyers = (value: (customer: number) => number) => Float64Array.from(purchaseDays, (days, customer) => (days === 0 ? NaN : value(customer)));
	const average = ofBuyers((customer) => net[customer] / purchaseDays[customer]);
	const frequencyScores = quintiles(ofBuyers((customer) => purchaseDays[customer]), 'larger');
	const ageScores = quintiles(ofBuyers((customer) => ageDays[customer]), 'larger');
	const purchaseScores = quintiles(average, 'larger', currency);
	const usualPurchases = mediansOf(average, currency, currencies.length);
	const usualMarginRates = marginRatesOf(customers);
	return {
		usualPurchaseIn: (place) => usualPurchases[place + 1],
		usualMarginRateIn: (place) => usualMarginRates[place + 1],
		factsOf(customer, behaviour, purchasesKnown) {
			const hasBought = purchaseDays[customer] > 0;
			return {
				...behaviour,
				purchaseDays: purchasesKnown ? purchaseDays[customer] : null,
				ageDays: hasBought ? ageDays[customer] : null,
				frequencyScore: frequencyScores[customer],
				ageScore: ageScores[customer],
				purchaseScore: purchaseScores[customer],
				averagePurchase: known(average[customer]),
				usualPurchase: usualPurchases[currency[customer] + 1],
				marginRate: net[customer] > 0 ? known(margin[customer] / net[customer]) : null,
				usualMarginRate: usualMarginRates[currency[customer] + 1],
			};
		},
	};
}
