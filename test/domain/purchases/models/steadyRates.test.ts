import { steadyRates } from '../../../../domain/purchases/models/steadyRates';
import { closeTo } from '../../../support/closeTo';
import { landmarksReference, historyOfPurchases, within } from '../../../support/forecastReference';
import { fitted, sampleAt, sampleOf } from '../../../support/forecastSamples';
import { dayOf } from '../../../support/ledger';
import { onlineRetailInvoices } from '../../../support/reference';
import { describeTimingModel } from '../../../support/timingModels';

// purchase_models.json; Fader, Hardie and Lee 2005, table 1 has NBD at .385 12.072, −9763.7.
describeTimingModel('steadyRates', [0.8, 40], { parameters: ['0.385', '12.072'], logLikelihood: '-9763.658' });

describe('steadyRates', () => {
	it('expects the own pace drawn to that of all: (r + x) h / (α + T), and none with ((α + T) / (α + T + h))^(r + x)', () => {
		const customers = Array.from({ length: 300 }, (_, i) => ({ repeats: i % 7, recency: 10, age: 100 + i }));
		const sample = sampleOf(customers, 60);
		const { parameters, outlook } = fitted(steadyRates.fit(sample));
		const [r, alpha] = parameters.map(({ value }) => value);
		customers.forEach(({ repeats, age }, customer) => {
			const { chance, purchases } = outlook(sample.timing.rowOf[customer]);
			closeTo(purchases, ((r + repeats) * 60) / (alpha + age), { customer });
			closeTo(chance, 1 - ((alpha + age) / (alpha + age + 60)) ** (r + repeats), { customer });
		});
	});

	it('has the parameters of landmarks.json on Online Retail on three days, where most models find that nobody leaves', () => {
		const { history } = historyOfPurchases(onlineRetailInvoices());
		for (const { day, customers, distinctRows, fits } of landmarksReference().timing) {
			const sample = sampleAt(history, dayOf(day), 100);
			expect([sample.timing.customers.reduce((sum, number) => sum + number, 0), sample.timing.count]).toEqual([customers, distinctRows]);
			const { parameters, logLikelihood } = fitted(steadyRates.fit(sample));
			const expected = fits.find(({ model }) => model === 'steadyRates')!;
			within(logLikelihood!, expected.logLikelihood, day, 1e-11);
			Object.values(expected.parameters!).forEach((value, i) => within(parameters[i].value, value, day, 1e-8));
		}
	});

	it('cannot be where all bought as often in as many days: two in 100 each says that they hardly differ', () => {
		expect(steadyRates.fit(sampleOf(Array.from({ length: 300 }, () => ({ repeats: 2, recency: 50, age: 100 })), 90))).toEqual({ unfit: 'allAlike' });
	});
});
