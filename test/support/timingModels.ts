/** What every model of purchase timing is held to: the reference, the CDNOW customers, and the laws that all share. */
import fc from 'fast-check';
import { scoresOf } from '../../domain/purchases/judgement/scores';
import { models } from '../../domain/purchases/models';
import type { Fitted, Sample } from '../../domain/purchases/purchaseModel';
import { purchasesUpTo } from '../../domain/purchases/timing';
import { normalFactor } from '../../domain/statistics/interval';
import { hasDigits } from './closeTo';
import { Drawing } from './drawing';
import type { PurchaseModelsReference, ReferenceFit } from './forecastReference';
import { columnSums, historyOfPurchases, purchaseModelsReference, within } from './forecastReference';
import type { Timing, TimingModelId, Truth } from './forecastSamples';
import { drawnCustomers, fitted, sampleAt, sampleOf, valuesOf } from './forecastSamples';
import { law } from './law';
import { dayOf } from './ledger';
import { cdnowTransactions } from './reference';

const fitOf = (model: TimingModelId, sample: Sample): Fitted => fitted(models[model].fit(sample));

/** Likelihood, parameters and errors of a fit, each to the digits that two searches for one maximum share. */
function compareFit({ parameters, logLikelihood }: Fitted, expected: ReferenceFit, name: string): void {
	within(logLikelihood!, expected.logLikelihood, { name, figure: 'log-likelihood' }, 1e-11);
	Object.values(expected.parameters!).forEach((value, i) => within(parameters[i].value, value, { name, parameter: i }, 1e-8));
	expected.standardErrorsOfLogs!.forEach((error, i) => {
		const { value, low, high } = parameters[i];
		// Curvatures by differences of slopes have fewer digits, the fewer the flatter the likelihood is.
		within(Math.log(high! / value) / normalFactor(0.95), error, { name, error: i }, 1e-4);
		within(Math.log(value / low!) / normalFactor(0.95), error, { name, error: i }, 1e-4);
	});
}

const customersOf = ({ x, tx, T }: PurchaseModelsReference['populations'][number]): Timing[] => x.map((repeats, i) => ({ repeats, recency: tx[i], age: T[i] }));

/** Ages of customers who came over half a year and were watched for another. */
const agesOf = (count: number) => Array.from({ length: count }, (_, i) => 180 + ((i * 7) % 180));

function describeReference(id: TimingModelId): void {
	const { populations } = purchaseModelsReference();
	const large = populations.filter(({ customers, fits }) => customers >= 200 && fits.find(({ model }) => model === id)!.inside);

	it.each(large.map((population) => [population.name, population] as const))('agrees with SciPy on the customers "%s" (purchase_models.json): fit, errors, chances, expectations', (name, population) => {
		const sample = sampleOf(customersOf(population), population.horizon);
		const fit = fitOf(id, sample);
		expect([sample.timing.count, fit.isShrunk]).toEqual([population.distinctRows, false]);
		compareFit(fit, population.fits.find(({ model }) => model === id)!, name);
		const { chance, expected } = population.forecasts![id];
		chance.forEach((value, customer) => {
			const outlook = fit.outlook(sample.timing.rowOf[customer]);
			within(outlook.chance, value, { name, customer }, 1e-7);
			within(outlook.purchases, expected[customer], { name, customer }, 1e-7);
		});
	});
}

interface CdnowDigits {
	/** In weeks, as the papers have them; the first is r, the second α. */
	readonly parameters: readonly string[];
	readonly logLikelihood: string;
}

function describeCdnow(id: TimingModelId, digits: CdnowDigits): void {
	const transactions = cdnowTransactions();
	const run = transactions === null ? it.skip : it;
	const { cdnow, cdnowFits, cdnowSums, cdnowSome, judged } = purchaseModelsReference();

	const prepared = () => {
		const { ids, history } = historyOfPurchases(transactions!);
		const sample = sampleAt(history, dayOf(cdnow.asOf), cdnow.horizon);
		return { ids, history, sample, fit: fitOf(id, sample) };
	};

	run(`has the parameters of the papers on CDNOW in weeks, ${digits.parameters.join(' ')}, log-likelihood ${digits.logLikelihood} (../shared/data; skipped where it is missing)`, () => {
		const { sample, fit } = prepared();
		expect([sample.timing.rowOf.length, sample.timing.count]).toEqual([cdnow.customers, cdnow.distinctRows]);
		const expected = cdnowFits.find(({ model }) => model === id)!;
		compareFit(fit, expected, 'CDNOW in days');
		// α, and β of Pareto/NBD, are times.
		const unit = (name: string) => (name === 'alpha' || name === 'beta' ? 7 : 1);
		fit.parameters.forEach(({ name, value }, i) => hasDigits(value / unit(name), digits.parameters[i], { name }));
		// The density of each purchase in weeks is seven times that in days.
		const inWeeks = fit.logLikelihood! + cdnow.sums.x.sum * Math.log(7);
		hasDigits(inWeeks, digits.logLikelihood, 'log-likelihood in weeks');
		within(inWeeks, expected.logLikelihoodInWeeks!, 'log-likelihood in weeks', 1e-11);
	});

	run('gives all 2,357 CDNOW customers the chance and the purchases of purchase_models.json (../shared/data; skipped where it is missing)', () => {
		const { ids, sample, fit } = prepared();
		const outlooks = ids.map((_, customer) => fit.outlook(sample.timing.rowOf[customer]));
		const sums = cdnowSums.find(({ model }) => model === id)!;
		for (const [own, expected] of [[columnSums(outlooks.map(({ chance }) => chance)), sums.chance], [columnSums(outlooks.map(({ purchases }) => purchases)), sums.expected]] as const) {
			for (const figure of ['sum', 'squares', 'weighted', 'least', 'most'] as const) within(own[figure], expected[figure], { figure }, 1e-7);
		}
		for (const some of cdnowSome) {
			const { chance, purchases } = outlooks[ids.indexOf(some.id)];
			within(chance, some[id].chance, some.id, 1e-7);
			within(purchases, some[id].expected, some.id, 1e-7);
		}
	});

	run('foretells CDNOW’s 39 weeks after as well as in purchase_models.json: AUC, Brier, log loss, purchases off (../shared/data; skipped where it is missing)', () => {
		const { ids, history, sample, fit } = prepared();
		const after = ids.map((_, customer) => purchasesUpTo(history, customer, sample.day + cdnow.horizon) - purchasesUpTo(history, customer, sample.day));
		expect([after.filter((number) => number > 0).length, after.reduce((sum, number) => sum + number, 0)]).toEqual([cdnow.came, cdnow.purchaseDaysAfter]);
		const forecast = ids.map((_, customer) => fit.expected(sample.timing.rowOf[customer]));
		const { auc, brier, logLoss } = scoresOf(Float64Array.from(forecast, ({ chance }) => chance), Uint8Array.from(after, (number) => Number(number > 0)))!;
		const expected = judged.find(({ model }) => model === id)!;
		within(auc!, expected.auc!, 'AUC', 1e-9);
		within(brier, expected.brier!, 'Brier', 1e-7);
		within(logLoss, expected.logLoss!, 'log loss', 1e-7);
		within(forecast.reduce((sum, { purchases }, customer) => sum + Math.abs(purchases - after[customer]), 0) / ids.length, expected.mae!, 'mean absolute error', 1e-7);
	});
}

function describeLaws(id: TimingModelId, truth: Truth): void {
	const anySeed = fc.integer({ min: 0, max: 10_000 });
	const drawn = (seed: number, count = 250) => drawnCustomers(seed, id, truth, agesOf(count)).map(({ repeats, recency, age }) => ({ repeats, recency: Math.ceil(recency), age }));
	const figures = (sample: Sample) => {
		const { outlook } = fitOf(id, sample);
		return Array.from(sample.timing.rowOf, (row) => outlook(row));
	};
	const CASES = 3;

	it('weeks or days are the same: chances, expectations and errors do not change', () => {
		law(anySeed, fc.constant(0), (seed) => {
			const days = drawn(seed);
			const weeks = days.map(({ repeats, recency, age }) => ({ repeats, recency: recency / 7, age: age / 7 }));
			const [one, other] = [figures(sampleOf(days, 91)), figures(sampleOf(weeks, 13))];
			one.forEach((outlook, customer) => {
				within(other[customer].chance, outlook.chance, { seed, customer }, 1e-8);
				within(other[customer].purchases, outlook.purchases, { seed, customer }, 1e-8);
				within(other[customer].chanceError, outlook.chanceError, { seed, customer }, 1e-3);
			});
		}, CASES);
	});

	it('customers alike in one row tell what they tell one by one', () => {
		law(anySeed, fc.constant(0), (seed) => {
			const customers = drawn(seed);
			const sample = sampleOf(customers, 90);
			const one = (column: ArrayLike<number>) => customers.map((_, customer) => column[sample.timing.rowOf[customer]]);
			const { repeats, recency, age } = sample.timing;
			const apart: Sample = {
				...sample,
				timing: { count: customers.length, repeats: Int32Array.from(one(repeats)), recency: Float64Array.from(one(recency)), age: Float64Array.from(one(age)), customers: new Float64Array(customers.length).fill(1), rowOf: Int32Array.from(customers.keys()) },
			};
			const [together, single] = [figures(sample), figures(apart)];
			together.forEach(({ chance, purchases }, customer) => {
				within(single[customer].chance, chance, { seed, customer }, 1e-8);
				within(single[customer].purchases, purchases, { seed, customer }, 1e-8);
			});
		}, CASES);
	});

	it('the order of customers does not matter', () => {
		law(anySeed, fc.constant(0), (seed) => {
			const customers = drawn(seed);
			const [one, other] = [customers, [...customers].reverse()].map((those) => figures(sampleOf(those, 90)));
			one.forEach(({ chance }, customer) => within(other[customers.length - 1 - customer].chance, chance, { seed, customer }, 1e-8));
		}, CASES);
	});

	it('chance and purchases grow with the horizon, the parameters do not change; a chance lies in 0 to 1, as many or more purchases are expected', () => {
		const customers = drawn(77);
		const fits = [7, 30, 90, 365].map((horizon) => ({ sample: sampleOf(customers, horizon), fit: fitOf(id, sampleOf(customers, horizon)) }));
		for (const { fit } of fits) expect(valuesOf(fit.parameters)).toEqual(valuesOf(fits[0].fit.parameters));
		for (let row = 0; row < fits[0].sample.timing.count; row++) {
			const outlooks = fits.map(({ fit }) => fit.outlook(row));
			outlooks.forEach(({ chance, purchases, chanceError, purchasesError }, i) => {
				expect(chance).toBeGreaterThanOrEqual(0);
				expect(chance).toBeLessThanOrEqual(1);
				expect(purchases).toBeGreaterThanOrEqual(chance * (1 - 1e-12));
				expect(Math.min(chanceError, purchasesError)).toBeGreaterThanOrEqual(0);
				if (i > 0) expect(chance).toBeGreaterThan(outlooks[i - 1].chance);
				if (i > 0) expect(purchases).toBeGreaterThan(outlooks[i - 1].purchases);
			});
		}
	});

	it('what is expected of a row is what its outlook says, errors aside', () => {
		const sample = sampleOf(drawn(78), 90);
		const { expected, outlook } = fitOf(id, sample);
		for (let row = 0; row < sample.timing.count; row++) expect(outlook(row)).toMatchObject(expected(row));
	});

	it('says that it is drawn to usual parameters below 200 customers: 199 are, 200 are not', () => {
		expect([199, 200].map((count) => fitOf(id, sampleOf(drawn(79, count), 90)).isShrunk)).toEqual([true, false]);
	});

	it('cannot be where nobody has a day of history, there is nobody, or nobody came back', () => {
		const today = { repeats: 0, recency: 0, age: 0 };
		for (const customers of [[], [today], Array.from({ length: 500 }, () => today)]) expect(models[id].fit(sampleOf(customers, 90))).toEqual({ unfit: 'noHistory' });
		expect(models[id].fit(sampleOf(Array.from({ length: 500 }, (_, i) => ({ repeats: 0, recency: 0, age: i })), 90))).toEqual({ unfit: 'nobodyCameBack' });
	});

	it('has errors of its chances that say how far they move from one sample to another', () => {
		const asked = [{ repeats: 0, recency: 0, age: 200 }, { repeats: 1, recency: 60, age: 200 }, { repeats: 5, recency: 170, age: 200 }];
		const runs = 30;
		const spread = asked.map(() => ({ sum: 0, squares: 0, errors: 0 }));
		const draw = new Drawing(5);
		for (let run = 0; run < runs; run++) {
			const customers = [...asked, ...drawnCustomers(draw.whole(1, 1e6), id, truth, agesOf(400))];
			const sample = sampleOf(customers, 90);
			const { outlook } = fitOf(id, sample);
			asked.forEach((_, i) => {
				const { chance, chanceError } = outlook(sample.timing.rowOf[i]);
				const odds = Math.log(chance / (1 - chance));
				spread[i].sum += odds;
				spread[i].squares += odds * odds;
				spread[i].errors += chanceError;
			});
		}
		for (const { sum, squares, errors } of spread) {
			// Thirty runs tell a deviation to 13 %; twice that, and some for the errors' own.
			const ratio = errors / runs / Math.sqrt((squares - sum ** 2 / runs) / (runs - 1));
			expect(ratio).toBeGreaterThan(0.65);
			expect(ratio).toBeLessThan(1.5);
		}
	});
}

/** Registers the tests that a model of purchase timing shares with the others; `truth` are parameters of a usual shop, time in days. */
export function describeTimingModel(id: TimingModelId, truth: Truth, digits: CdnowDigits): void {
	describe(`${id} beside the reference`, () => {
		describeReference(id);
		describeCdnow(id, digits);
	});
	describe(`laws of ${id}`, () => describeLaws(id, truth));
}
