import { paretoNbd } from '../../../../domain/purchases/models/paretoNbd';
import { paretoLikelihood } from '../../../../domain/purchases/paretoNbdLikelihood';
import { steadyPart } from '../../../../domain/purchases/steadyLikelihood';
import { timingTables } from '../../../../domain/purchases/timingTables';
import { maximise } from '../../../../domain/statistics/maximise';
import { drawnCustomers, fitted, sampleOf } from '../../../support/forecastSamples';
import { describeTimingModel } from '../../../support/timingModels';

// Fader, Hardie and Lee 2005, table 1: .553 10.578 .606 11.669, −9595.0.
describeTimingModel('paretoNbd', [0.8, 30, 0.7, 100], { parameters: ['0.553', '10.578', '0.606', '11.669'], logLikelihood: '-9594.976' });

describe('paretoNbd', () => {
	it('cannot be where nobody leaves: of 400 who buy at a pace for good it says so', () => {
		expect(paretoNbd.fit(sampleOf(drawnCustomers(2, 'steadyRates', [1.5, 60], Array.from({ length: 400 }, (_, i) => 200 + i)), 90))).toEqual({ unfit: 'nobodyLeaves' });
	});

	it('where all leave at one rate, which two parameters have together only, still answers: half are gone after 139 days', () => {
		// s and β of 1e4 and 2e6 are as good as a rate of 1/200 for everybody; ln 2 · 200 = 139.
		const sample = sampleOf(drawnCustomers(5, 'paretoNbd', [1.2, 20, 1e4, 2e6], Array.from({ length: 1500 }, (_, i) => 200 + (i % 200))), 90);
		const { parameters } = fitted(paretoNbd.fit(sample));
		const [, , s, beta] = parameters.map(({ value }) => value);
		const half = beta * (2 ** (1 / s) - 1);
		expect(half).toBeGreaterThan(100);
		expect(half).toBeLessThan(190);
	});

	it('ends soon where all are alike, and the likelihood is a ridge that a bound cuts off: 300 who bought daily, up to ten days ago', () => {
		const { timing } = sampleOf(Array.from({ length: 300 }, (_, i) => ({ repeats: 119 - (i % 10), recency: 119 - (i % 10), age: 120 })), 90);
		const tables = timingTables(timing);
		const bounds = [1, 120, 1, 120].map((unit) => ({ low: Math.log(1e-5 * unit), high: Math.log(1e4 * unit) }));
		const { hasConverged, evaluations, value } = maximise(paretoLikelihood(tables), [0.6, 0.31, 0.6, 72].map(Math.log), bounds);
		expect(hasConverged).toBe(true);
		expect(evaluations).toBeLessThan(300);
		// At least as likely as that nobody leaves, which the model can say too: a shape of 1e4, on the bound, at the mean pace.
		expect(value).toBeGreaterThan(steadyPart(tables, 1e4, (1e4 * tables.totalAge) / tables.totalRepeats).value);
	});
});
