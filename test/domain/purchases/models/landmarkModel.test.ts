import fc from 'fast-check';
import type { LandmarkFeature } from '../../../../domain/purchases/models/landmarkModel';
import { fitLandmarks, LEAST_OUTCOMES, lnRepeats, lnSilence } from '../../../../domain/purchases/models/landmarkModel';
import type { Estimate } from '../../../../domain/purchases/purchaseModel';
import { normalFactor } from '../../../../domain/statistics/interval';
import { Drawing } from '../../../support/drawing';
import type { ReferenceRegression } from '../../../support/forecastReference';
import { historyOfPurchases, landmarksReference, within } from '../../../support/forecastReference';
import { drawnDays, fitted, historyOf, sampleAt, valuesOf } from '../../../support/forecastSamples';
import { law } from '../../../support/law';
import { dayOf } from '../../../support/ledger';
import { onlineRetailInvoices } from '../../../support/reference';

const BOTH: readonly LandmarkFeature[] = [lnSilence, lnRepeats];

const errorOf = ({ low, high }: Estimate) => (high! - low!) / (2 * normalFactor(0.95));

/** 300 customers who bought first on any of 200 days, seen 400 days after the first. */
const shop = (seed: number, count = 300) => {
	const draw = new Drawing(seed);
	return drawnDays(seed, 'mbgNbd', [0.8, 30, 0.6, 2.5], Array.from({ length: count }, (_, i) => (i === 0 ? 0 : draw.whole(0, 200))), 400);
};

describe('fitLandmarks on Online Retail', () => {
	const { ids, history } = historyOfPurchases(onlineRetailInvoices());
	const reference = landmarksReference();
	const sampleOn = (date: string) => sampleAt(history, dayOf(date), reference.horizon);

	/** Coefficients and errors clustered by customer, with the factor for their number. */
	function compare(own: readonly Estimate[], { coefficients, standardErrorsG }: ReferenceRegression): void {
		coefficients.forEach((coefficient, i) => within(own[i].value, coefficient, { name: own[i].name }, 1e-8));
		standardErrorsG.forEach((error, i) => within(errorOf(own[i]), error, { name: own[i].name }, 1e-8));
	}

	it.each([
		['five', reference.asOf, BOTH],
		['fiveDaysSince', reference.asOf, [lnSilence]],
		['judged', reference.judgedAt, BOTH],
		['judgedDaysSince', reference.judgedAt, [lnSilence]],
	] as const)('has the coefficients of landmarks.json with errors clustered by customer: %s', (name, date, features) => {
		const expected = reference.fits.find((fit) => fit.name === name)!;
		const { parameters, isShrunk } = fitted(fitLandmarks(sampleOn(date), features));
		const size = features.length + 1;
		expect(isShrunk).toBe(false);
		expect(parameters).toHaveLength(2 * size);
		compare(parameters.slice(0, size), expected.returned);
		compare(parameters.slice(size), expected.more);
	});

	it.each([['silenceAndRepeats', BOTH], ['daysSince', [lnSilence]]] as const)('gives each of 3,317 customers the chance and the purchases of landmarks.json: %s', (name, features) => {
		const sample = sampleOn(reference.asOf);
		const { outlook } = fitted(fitLandmarks(sample, features));
		const column = (figure: string) => reference.people.find((each) => each.column === `${name} ${figure}`)!.values;
		const customers = ids.flatMap((_, customer) => (sample.timing.rowOf[customer] < 0 ? [] : [customer]));
		expect(customers).toHaveLength(3317);
		customers.forEach((customer, place) => {
			const { chance, purchases } = outlook(sample.timing.rowOf[customer]);
			within(chance, column('chance')[place], { id: ids[customer] }, 1e-8);
			within(purchases, column('expected')[place], { id: ids[customer] }, 1e-8);
		});
	});
});

describe('fitLandmarks', () => {
	it('cannot be without histories, with a log too short, or with fewer than 20 who came back or stayed away', () => {
		const sample = sampleAt(historyOf(shop(1)), 400, 90);
		expect(fitLandmarks({ ...sample, history: null }, BOTH)).toEqual({ unfit: 'noHistories' });
		// One landmark lies 30 days after the first purchase as soon as the horizon is 370 of 400 days.
		expect(fitLandmarks({ ...sample, horizon: 371 }, BOTH)).toEqual({ unfit: 'logTooShort' });
		const twice = (back: number, away: number) => sampleAt(historyOf([...Array.from({ length: back }, () => [0, 70]), ...Array.from({ length: away }, (_, i) => [i % 20])]), 100, 60);
		expect(LEAST_OUTCOMES).toBe(20);
		expect(fitLandmarks(twice(19, 60), [lnSilence])).toEqual({ unfit: 'fewReturns' });
		expect(fitLandmarks(twice(60, 19), [lnSilence])).toEqual({ unfit: 'fewReturns' });
		fitted(fitLandmarks(twice(20, 20), [lnSilence]));
	});

	it('draws slopes to 0 below 200 customers and says so; 200 tell for themselves', () => {
		const shrunk = fitted(fitLandmarks(sampleAt(historyOf(shop(2, 199)), 400, 90), BOTH));
		const free = fitted(fitLandmarks(sampleAt(historyOf(shop(2, 200)), 400, 90), BOTH));
		expect([shrunk.isShrunk, free.isShrunk]).toEqual([true, false]);
	});

	it.each([[60], [400]])('with all who were silent for long gone, and all others back, stays finite: %i customers, drawn to 0 below 200', (count) => {
		// Who bought within 10 days before any landmark comes back within 20, who did not never.
		const days = Array.from({ length: count }, (_, i) => (i % 2 === 0 ? Array.from({ length: 30 }, (_unused, n) => 10 * n) : [i % 30]));
		const sample = sampleAt(historyOf(days), 290, 20);
		const { parameters, outlook } = fitted(fitLandmarks(sample, BOTH));
		expect(parameters.flatMap(({ value, low, high }) => [value, low, high]).every(Number.isFinite)).toBe(true);
		for (let row = 0; row < sample.timing.count; row++) expect(Object.values(outlook(row)).every(Number.isFinite)).toBe(true);
	});

	it('where features do not tell how often those buy who come back, since they were all alike, takes the mean: 3 days each', () => {
		// Of 200 who bought once on day 4, eighty come on three days within the horizon; of 100 who bought twice nobody does.
		const days = Array.from({ length: 300 }, (_, i) => [...(i % 3 === 2 ? [i % 5, 20 + (i % 4)] : [4]), ...(i % 3 < 2 && i % 5 < 2 ? [61, 62, 63] : [])]);
		const sample = sampleAt(historyOf([...days, [0]]), 100, 60);
		const { parameters, outlook } = fitted(fitLandmarks(sample, BOTH));
		expect(parameters.map(({ name }) => name.split('.')[0])).toEqual(['return', 'return', 'return', 'more', 'more', 'more']);
		expect(valuesOf(parameters).slice(4)).toEqual([0, 0]);
		for (let row = 0; row < sample.timing.count; row++) {
			const { chance, purchases, ...errors } = outlook(row);
			within(purchases, 3 * chance, { row }, 1e-9);
			expect(Object.values(errors).every(Number.isFinite)).toBe(true);
		}
	});

	it('expects nobody on more days than the horizon has, however strong a habit', () => {
		const days = Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? Array.from({ length: 400 }, (_unused, day) => day) : [i % 40, ...(i % 2 === 0 ? [250 + (i % 100)] : [])].sort((one, other) => one - other)));
		const sample = sampleAt(historyOf(days), 399, 60);
		const { outlook } = fitted(fitLandmarks(sample, BOTH));
		for (let row = 0; row < sample.timing.count; row++) expect(outlook(row).purchases).toBeLessThanOrEqual(60);
	});

	it('has errors of its chances that say how far they move from one sample of 400 customers to another', () => {
		// The same ten customers judged by forty other shops drawn alike: the errors tell their spread to a third.
		const asked = sampleAt(historyOf(shop(3)), 400, 90);
		const rows = Array.from({ length: 10 }, (_, i) => i * 3);
		const spread = rows.map(() => ({ sum: 0, squares: 0, errors: 0 }));
		for (let run = 0; run < 40; run++) {
			const sample = sampleAt(historyOf(shop(100 + run, 400)), 400, 90);
			const { outlook } = fitted(fitLandmarks({ ...sample, timing: asked.timing }, BOTH));
			rows.forEach((row, i) => {
				const { chance, chanceError } = outlook(row);
				const odds = Math.log(chance / (1 - chance));
				spread[i].sum += odds;
				spread[i].squares += odds * odds;
				spread[i].errors += chanceError;
			});
		}
		for (const { sum, squares, errors } of spread) {
			const deviation = Math.sqrt((squares - sum ** 2 / 40) / 39);
			expect(errors / 40 / deviation).toBeGreaterThan(2 / 3);
			expect(errors / 40 / deviation).toBeLessThan(3 / 2);
		}
	});
});

describe('laws of fitLandmarks', () => {
	it('the future after the day changes nothing', () => {
		law(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }), (seed, other) => {
			const draw = new Drawing(other);
			const days = shop(seed);
			const changed = days.map((own) => [...own.filter((day) => day <= 300), ...(draw.uniform() < 0.5 ? [301 + draw.whole(0, 50)] : [])]);
			const [one, two] = [days, changed].map((those) => fitLandmarks(sampleAt(historyOf(those), 300, 60), BOTH));
			if ('unfit' in one) expect(two).toEqual(one);
			else expect(fitted(two).parameters).toEqual(one.parameters);
		}, 10);
	});

	it('the order of customers does not matter, nor a customer who bought after the day alone', () => {
		law(fc.integer({ min: 0, max: 1000 }), fc.constant(0), (seed) => {
			const days = shop(seed);
			const [one, two] = [days, [[350], ...[...days].reverse()]].map((those) => valuesOf(fitted(fitLandmarks(sampleAt(historyOf(those), 300, 60), BOTH)).parameters));
			one.forEach((value, i) => expect(Math.abs(two[i] - value)).toBeLessThan(1e-7));
		}, 10);
	});
});
