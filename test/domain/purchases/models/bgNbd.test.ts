import { bgNbd } from '../../../../domain/purchases/models/bgNbd';
import { drawnCustomers, fitted, sampleOf } from '../../../support/forecastSamples';
import { describeTimingModel } from '../../../support/timingModels';

// Fader, Hardie and Lee 2005, table 1: .243 4.414 .793 2.426, −9582.4; DOMAIN 3 has a digit more.
describeTimingModel('bgNbd', [0.6, 25, 0.7, 2.5], { parameters: ['0.2426', '4.4136', '0.7929', '2.4259'], logLikelihood: '-9582.43' });

describe('bgNbd', () => {
	it('cannot be where nobody leaves: of 400 who buy at a pace for good it says so', () => {
		expect(bgNbd.fit(sampleOf(drawnCustomers(3, 'steadyRates', [1.5, 60], Array.from({ length: 400 }, (_, i) => 200 + i)), 90))).toEqual({ unfit: 'nobodyLeaves' });
	});

	it('takes all who bought once for alive, and still expects few of them: of 0 repeats and 250 days the chance is under that of 1 repeat', () => {
		const customers = [{ repeats: 0, recency: 0, age: 250 }, { repeats: 1, recency: 200, age: 250 }, ...drawnCustomers(4, 'bgNbd', [0.3, 30, 0.8, 2.4], Array.from({ length: 600 }, (_, i) => 180 + (i % 90)))];
		const sample = sampleOf(customers, 90);
		const { outlook } = fitted(bgNbd.fit(sample));
		const [once, twice] = [0, 1].map((customer) => outlook(sample.timing.rowOf[customer]).chance);
		expect(once).toBeLessThan(0.15);
		expect(twice).toBeGreaterThan(2 * once);
	});
});
