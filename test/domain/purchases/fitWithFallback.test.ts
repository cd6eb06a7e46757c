import type { Fitting } from '../../../domain/purchases/fitWithFallback';
import { fittingOn, fitWithFallback } from '../../../domain/purchases/fitWithFallback';
import type { ModelId } from '../../../domain/purchases/models';
import { models, modelIds } from '../../../domain/purchases/models';
import type { Fit, UnfitReason } from '../../../domain/purchases/purchaseModel';
import { unfitReasons } from '../../../domain/purchases/purchaseModel';
import { drawnCustomers, sampleOf } from '../../support/forecastSamples';

const answering: Fit = { parameters: [], logLikelihood: 0, isShrunk: false, expected: () => ({ chance: 0.5, purchases: 1 }), outlook: () => ({ chance: 0.5, purchases: 1, chanceError: 0, purchasesError: 0 }) };

/** Models that cannot be used, by reason; all others answer. */
const without =
	(reasons: Partial<Record<ModelId, UnfitReason>>): Fitting =>
	(model) => {
		const unfit = reasons[model];
		return unfit === undefined ? answering : { unfit };
	};

describe('fitWithFallback(asked, fitOf)', () => {
	it('answers with the model that was asked for, if it can', () => {
		expect(fitWithFallback('bgNbd', without({}))).toEqual({ asked: 'bgNbd', model: 'bgNbd', fitted: answering, failed: [] });
	});

	it('else with a pace alone, then with one pace for all, naming each that failed', () => {
		expect(fitWithFallback('bgNbd', without({ bgNbd: 'nobodyLeaves' }))).toMatchObject({ asked: 'bgNbd', model: 'steadyRates', failed: [{ model: 'bgNbd', reason: 'nobodyLeaves' }] });
		expect(fitWithFallback('paretoNbd', without({ paretoNbd: 'nobodyLeaves', steadyRates: 'allAlike' }))).toMatchObject({
			model: 'oneRate',
			failed: [{ model: 'paretoNbd', reason: 'nobodyLeaves' }, { model: 'steadyRates', reason: 'allAlike' }],
		});
	});

	it('asks none twice: of steadyRates only one pace for all is simpler', () => {
		expect(fitWithFallback('steadyRates', without({ steadyRates: 'nobodyCameBack' }))).toMatchObject({ model: 'oneRate', failed: [{ model: 'steadyRates', reason: 'nobodyCameBack' }] });
	});

	it('has no answer where nobody has a day of history, and says so of each', () => {
		const sample = sampleOf([{ repeats: 0, recency: 0, age: 0 }], 90);
		for (const asked of modelIds) {
			const { fitted, failed } = fitWithFallback(asked, fittingOn(sample));
			expect(fitted).toBeNull();
			expect(failed.filter(({ model }) => model !== 'silenceAndRepeats' && model !== 'daysSince').every(({ reason }) => reason === 'noHistory')).toBe(true);
			expect(failed.at(-1)!.reason).toBe('noHistory');
		}
	});

	it('without histories the landmark regressions say so and a pace answers', () => {
		const fitOf = fittingOn(sampleOf(drawnCustomers(1, 'bgNbd', [0.6, 25, 0.7, 2.5], Array.from({ length: 300 }, (_, i) => 100 + i)), 90));
		for (const asked of ['silenceAndRepeats', 'daysSince'] as const) {
			expect(fitWithFallback(asked, fitOf)).toMatchObject({ asked, model: 'steadyRates', failed: [{ model: asked, reason: 'noHistories' }] });
		}
	});
});

describe('fittingOn(sample)', () => {
	it('fits each model once, what it says the second time is what it said', () => {
		const fitOf = fittingOn(sampleOf(drawnCustomers(1, 'bgNbd', [0.6, 25, 0.7, 2.5], Array.from({ length: 300 }, (_, i) => 100 + i)), 90));
		for (const id of modelIds) expect(fitOf(id)).toBe(fitOf(id));
	});

	it('fits what the registry has', () => {
		const sample = sampleOf(drawnCustomers(1, 'bgNbd', [0.6, 25, 0.7, 2.5], Array.from({ length: 300 }, (_, i) => 100 + i)), 90);
		for (const id of modelIds) expect(JSON.stringify(fittingOn(sample)(id))).toEqual(JSON.stringify(models[id].fit(sample)));
	});
});

it('every reason has a phrase to end a sentence with', () => {
	for (const phrase of Object.values(unfitReasons)) expect(phrase).toMatch(/^[a-z][^.]*[^.\s]$/);
});
