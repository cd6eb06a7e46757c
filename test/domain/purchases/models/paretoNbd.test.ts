import { paretoNbd } from '../../../../domain/purchases/models/paretoNbd';
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
});
