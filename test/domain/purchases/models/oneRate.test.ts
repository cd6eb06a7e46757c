import { oneRate } from '../../../../domain/purchases/models/oneRate';
import { closeTo } from '../../../support/closeTo';
import { purchaseModelsReference } from '../../../support/forecastReference';
import { fitted, sampleOf } from '../../../support/forecastSamples';

describe('oneRate', () => {
	it('is half a purchase more than there were over all days: (3 + ½) / (100 + 50) a day, and the same for everybody', () => {
		const { parameters, outlook, expected } = fitted(oneRate.fit(sampleOf([{ repeats: 3, recency: 90, age: 100 }, { repeats: 0, recency: 0, age: 50 }], 30)));
		closeTo(parameters[0].value, 3.5 / 150, 'rate');
		for (const row of [0, 1]) {
			closeTo(outlook(row).purchases, (3.5 / 150) * 30, { row });
			closeTo(outlook(row).chance, 1 - Math.exp((-3.5 / 150) * 30), { row });
			expect(outlook(row)).toMatchObject(expected(row));
		}
	});

	it('agrees with purchase_models.json on every population that has a day of history: rate and log-likelihood', () => {
		for (const { name, x, tx, T, fits, horizon } of purchaseModelsReference().populations) {
			const expected = fits.find(({ model }) => model === 'oneRate');
			const fit = oneRate.fit(sampleOf(x.map((repeats, i) => ({ repeats, recency: tx[i], age: T[i] })), horizon));
			if (expected?.rateWithHalf === undefined) continue;
			closeTo(fitted(fit).parameters[0].value, expected.rateWithHalf, name);
			closeTo(fitted(fit).logLikelihood, expected.logLikelihood, name);
		}
	});

	it('answers where nobody ever came back: .5 over the days, and a log-likelihood of 0', () => {
		const { parameters, logLikelihood, outlook } = fitted(oneRate.fit(sampleOf([{ repeats: 0, recency: 0, age: 1000 }], 90)));
		closeTo(parameters[0].value, 0.5 / 1000, 'rate');
		expect(logLikelihood).toBe(0);
		closeTo(outlook(0).chance, 1 - Math.exp(-0.045), 'chance');
	});

	it('has a standard error of the logarithm of one over the root of the count: 1 / √3.5', () => {
		const { outlook, parameters } = fitted(oneRate.fit(sampleOf([{ repeats: 3, recency: 90, age: 100 }], 30)));
		closeTo(outlook(0).purchasesError, 1 / Math.sqrt(3.5), 'purchases');
		// ln odds of 1 − e^−m are ln(e^m − 1), whose slope in ln m is m / (1 − e^−m).
		closeTo(outlook(0).chanceError, 1.05 / (1 - Math.exp(-1.05)) / Math.sqrt(3.5), 'chance');
		closeTo(Math.log(parameters[0].high! / parameters[0].value), 1.959963984540054 / Math.sqrt(3.5), 'interval');
	});

	it('cannot be where nobody has a day of history', () => {
		expect(oneRate.fit(sampleOf([{ repeats: 0, recency: 0, age: 0 }], 90))).toEqual({ unfit: 'noHistory' });
		expect(oneRate.fit(sampleOf([], 90))).toEqual({ unfit: 'noHistory' });
	});
});
