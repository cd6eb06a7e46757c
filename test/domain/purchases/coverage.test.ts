/** Do 95 % intervals hold the truth as often as they say? Shops drawn by the model itself, 2,000 customers each. */
import { models } from '../../../domain/purchases/models';
import type { TimingModelId, Truth } from '../../support/forecastSamples';
import { drawnCustomers, fitted, sampleOf } from '../../support/forecastSamples';

/** First purchases spread over half a year, whole days; everybody watched for another half. */
const AGES = Object.freeze(Array.from({ length: 2000 }, (_, i) => 180 + ((i * 7) % 180)));

/** By parameter, in how many of the runs the interval held it. */
function heldIn(model: TimingModelId, truth: Truth, runs: number): Record<string, number> {
	const held: Record<string, number> = {};
	for (let run = 0; run < runs; run++) {
		const { parameters } = fitted(models[model].fit(sampleOf(drawnCustomers(7000 + run, model, truth, AGES), 90)));
		parameters.forEach(({ name, low, high }, i) => {
			held[name] = (held[name] ?? 0) + Number(low !== null && high !== null && low <= truth[i] && truth[i] <= high);
		});
	}
	return held;
}

// Of 100 intervals of 95 % fewer than 90 hold with a chance of 1.1 %, of 40 fewer than 36 with one of 4.8 %; the seeds are fixed. 200
// shops of Pareto/NBD, which take half a minute, had 94 to 97 %.
it.each([
	['bgNbd', [0.6, 30, 0.8, 2.5], 100, 90],
	['mbgNbd', [0.8, 30, 0.7, 2.5], 100, 90],
	['steadyRates', [0.6, 40], 100, 90],
	['paretoNbd', [0.8, 30, 0.7, 100], 40, 36],
] as const)('intervals of %s hold each true parameter, %j, in at least nine tenths of %i shops', (model, truth, runs, least) => {
	const held = heldIn(model, truth, runs);
	expect(Object.keys(held)).toHaveLength(truth.length);
	for (const [parameter, times] of Object.entries(held)) expect({ parameter, isEnough: times >= least, times }).toEqual({ parameter, isEnough: true, times });
});
