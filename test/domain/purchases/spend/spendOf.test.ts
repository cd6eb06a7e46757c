import type { PurchaseCustomers } from '../../../../domain/purchases/purchaseCustomers';
import { expectedAverage, fitGammaGamma } from '../../../../domain/purchases/spend/gammaGamma';
import { spendOf } from '../../../../domain/purchases/spend/spendOf';
import { closeTo } from '../../../support/closeTo';
import { Drawing } from '../../../support/drawing';
import { historyOf } from '../../../support/forecastSamples';

interface Given {
	/** What each purchase day brought, the first on day 0; null where amounts cannot be added up. */
	readonly nets: readonly number[] | null;
	readonly days?: number;
	readonly margin?: number;
	readonly currency?: string;
}

/** Customers with or without their days; what they brought in all is the sum of their days. */
function customersOf(given: readonly Given[], withHistory: boolean): PurchaseCustomers {
	const currencies = [...new Set(given.flatMap(({ currency }) => currency ?? []))];
	const numberOf = ({ nets, days }: Given) => days ?? nets?.length ?? 0;
	return {
		count: given.length,
		asOf: 100,
		purchaseDays: Int32Array.from(given, numberOf),
		recencyDays: Int32Array.from(given, (each) => Math.max(0, numberOf(each) - 1)),
		ageDays: Int32Array.from(given, () => 100),
		net: Float64Array.from(given, ({ nets }) => (nets === null ? NaN : nets.reduce((sum, net) => sum + net, 0))),
		margin: Float64Array.from(given, ({ margin }) => margin ?? NaN),
		currency: Int32Array.from(given, ({ currency }) => (currency === undefined ? -1 : currencies.indexOf(currency))),
		currencies,
		history: withHistory ? historyOf(given.map((each) => Array.from({ length: numberOf(each) }, (_, day) => day)), given.map((each) => each.nets ?? Array.from({ length: numberOf(each) }, () => NaN))) : null,
	};
}

/** 300 customers as Gamma-Gamma has them, one to six purchases each. */
function shop(seed: number, unit = 1): Given[] {
	const draw = new Drawing(seed);
	return Array.from({ length: 300 }, () => {
		const rate = draw.gamma(4) / (15 * unit);
		return { nets: Array.from({ length: draw.whole(1, 6) }, () => draw.gamma(6) / rate) };
	});
}

describe('spendOf(customers)', () => {
	it('is Gamma-Gamma’s expected average of a customer’s own purchases, from days or from sums', () => {
		const given = shop(1);
		const spends = { purchases: Float64Array.from(given, ({ nets }) => nets!.length), average: Float64Array.from(given, ({ nets }) => nets!.reduce((sum, net) => sum + net, 0) / nets!.length) };
		const fit = fitGammaGamma(spends);
		if ('unfit' in fit) throw new Error(fit.unfit);
		for (const withHistory of [true, false]) {
			const spend = spendOf(customersOf(given, withHistory));
			expect(spend.groups).toHaveLength(1);
			given.forEach((_, customer) => {
				const { value, error } = spend.of(customer)!;
				closeTo(value, expectedAverage(fit, spends.purchases[customer], spends.average[customer]), { customer, withHistory });
				expect(error).toBeGreaterThan(0);
				expect(error).toBeLessThan(0.5);
			});
		}
	});

	it('counts a day on which as much went back as came in as one that brings nothing: of 30, 0 and −5 it is 30 at a third of days, drawn to that of all', () => {
		const given: Given[] = [...shop(2), { nets: [30, 0, -5] }, { nets: [30] }];
		const spend = spendOf(customersOf(given, true));
		const days = given.reduce((sum, { nets }) => sum + nets!.length, 0);
		const share = (days - 2) / days;
		closeTo(spend.groups[0].payingShare, share, 'two days of all bring nothing');
		closeTo(spend.of(300)!.value / ((1 + 2 * share) / 5), spend.of(301)!.value / ((1 + 2 * share) / 3), 'a paying day is worth as much to either');
	});

	it('of who brought nothing, or took more back, is what a customer brings on average, at two days of all customers to their own that bring nothing', () => {
		const given: Given[] = [...shop(3), { nets: [0] }, { nets: [-20] }];
		for (const withHistory of [true, false]) {
			const spend = spendOf(customersOf(given, withHistory));
			const { fit, payingShare } = spend.groups[0];
			const { p, q, gamma } = fit!;
			for (const customer of [300, 301]) closeTo(spend.of(customer)!.value, (((p * gamma) / (q - 1)) * 2 * payingShare) / 3, { customer, withHistory });
		}
	});

	it('is null of a customer whose amounts cannot be added up, and of all where nobody’s can', () => {
		const spend = spendOf(customersOf([...shop(4), { nets: null, days: 3 }], true));
		expect(spend.of(300)).toBeNull();
		expect(spend.of(0)).not.toBeNull();
		const unknown = spendOf(customersOf([{ nets: null, days: 2 }, { nets: null, days: 1 }], true));
		expect(unknown.groups).toMatchObject([{ customers: 2, mean: null, fit: null, unfit: 'fewReturns', marginRate: null }]);
		expect([unknown.of(0), unknown.of(1)]).toEqual([null, null]);
	});

	it('with few customers is the own average as if two purchases of the mean stood beside it: twice 30 beside twice 25 is 27.5, all days paying', () => {
		// Three purchases of 30, 30 and 15: the mean is 25.
		const spend = spendOf(customersOf([{ nets: [30, 30] }, { nets: [15] }], true));
		expect(spend.groups[0]).toMatchObject({ customers: 2, mean: 25, fit: null, unfit: 'fewReturns', payingShare: 1 });
		expect([0, 1].map((customer) => spend.of(customer))).toEqual([
			{ value: (2 * 25 + 2 * 30) / 4, error: 0 },
			{ value: (2 * 25 + 15) / 3, error: 0 },
		]);
	});

	it('adds up to what the days brought: values times days of all customers come near it, free days or not', () => {
		for (const free of [0, 0.3]) {
			const draw = new Drawing(12);
			const given = shop(11).map(({ nets }) => ({ nets: nets!.map((net) => (draw.uniform() < free ? 0 : net)) }));
			const spend = spendOf(customersOf(given, true));
			const brought = given.reduce((sum, { nets }) => sum + nets.reduce((own, net) => own + net, 0), 0);
			const expected = given.reduce((sum, { nets }, customer) => sum + nets.length * spend.of(customer)!.value, 0);
			expect(Math.abs(expected / brought - 1)).toBeLessThan(0.05);
		}
	});

	it('is told a currency at a time: yen among euros change nothing for the euros', () => {
		const euros = shop(5).map((each) => ({ ...each, currency: 'EUR' }));
		const yen = shop(6, 160).map((each) => ({ ...each, currency: 'JPY' }));
		const mixed = spendOf(customersOf([...euros, ...yen], true));
		const alone = spendOf(customersOf(euros, true));
		expect(mixed.groups.map(({ currency, customers }) => [currency, customers])).toEqual([['EUR', 300], ['JPY', 300]]);
		for (const customer of [0, 99, 299]) expect(mixed.of(customer)).toEqual(alone.of(customer));
		expect(mixed.of(300)!.value).toBeGreaterThan(200);
	});

	it('keeps who has no currency apart, and has no group of nobody', () => {
		const spend = spendOf(customersOf([{ nets: [10], currency: 'EUR' }, { nets: [90] }, { nets: [20], currency: 'EUR' }], true));
		expect(spend.groups.map(({ currency, customers, mean }) => [currency, customers, mean])).toEqual([[null, 1, 90], ['EUR', 2, 15]]);
	});

	it('never has a value below 0 or none of a number, however odd the amounts', () => {
		const draw = new Drawing(8);
		for (const unit of [1e-6, 1, 1e9]) {
			const given = Array.from({ length: 100 }, (_, i) => ({ nets: Array.from({ length: draw.whole(1, 5) }, () => unit * (i % 10 === 0 ? draw.scale(1e-6, 1e6) : 10)) }));
			const spend = spendOf(customersOf(given, true));
			given.forEach((_, customer) => {
				const { value, error } = spend.of(customer)!;
				expect(value).toBeGreaterThan(0);
				expect(Number.isFinite(value) && Number.isFinite(error)).toBe(true);
			});
		}
	});
});

describe('marginRateOf(customer)', () => {
	it('is the customer’s own with two purchases of all beside them: 40 of 100, 30 of 300 and a mean of 150, all 70 of 450 of whose margin is known 400', () => {
		const spend = spendOf(customersOf([{ nets: [100], margin: 40 }, { nets: [300], margin: 30 }, { nets: [50] }], true));
		expect(spend.groups[0]).toMatchObject({ mean: 150, marginRate: 70 / 400 });
		const borrowed = 2 * 150 * (70 / 400);
		[(40 + borrowed) / (100 + 300), (30 + borrowed) / (300 + 300), 70 / 400].forEach((rate, customer) => closeTo(spend.marginRateOf(customer), rate, { customer }));
	});

	it('of who brought nothing is that of all, since a margin of nothing is no rate', () => {
		expect(spendOf(customersOf([{ nets: [100], margin: 40 }, { nets: [0], margin: -3 }], true)).marginRateOf(1)).toBe(0.4);
	});

	it('is never over 1, though a refund left next to nothing to divide by: 90 earned of 1', () => {
		const spend = spendOf(customersOf([...Array.from({ length: 9 }, () => ({ nets: [100], margin: 50 })), { nets: [1], margin: 90 }], true));
		expect(spend.marginRateOf(9)).toBeLessThanOrEqual(1);
		expect(spend.marginRateOf(9)).toBeGreaterThan(0.5);
	});

	it('can be below 0, and is null where nobody’s is known', () => {
		expect(spendOf(customersOf([{ nets: [100], margin: -25 }], true)).marginRateOf(0)).toBe(-0.25);
		expect(spendOf(customersOf([{ nets: [100] }], true)).marginRateOf(0)).toBeNull();
	});

	it('is told a currency at a time', () => {
		const spend = spendOf(customersOf([{ nets: [100], margin: 40, currency: 'EUR' }, { nets: [100], currency: 'EUR' }, { nets: [100], currency: 'JPY' }], true));
		expect([0, 1, 2].map((customer) => spend.marginRateOf(customer))).toEqual([0.4, 0.4, null]);
	});
});
