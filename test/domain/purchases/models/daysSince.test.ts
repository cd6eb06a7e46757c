import { daysSince } from '../../../../domain/purchases/models/daysSince';
import { closeTo } from '../../../support/closeTo';
import { Drawing } from '../../../support/drawing';
import { drawnDays, fitted, historyOf, sampleAt } from '../../../support/forecastSamples';

const days = () => {
	const draw = new Drawing(6);
	return drawnDays(6, 'mbgNbd', [0.8, 30, 0.6, 2.5], Array.from({ length: 400 }, (_, i) => (i === 0 ? 0 : draw.whole(0, 200))), 400);
};

describe('daysSince', () => {
	it('is a regression on ln(1 + silent days) alone', () => {
		const sample = sampleAt(historyOf(days()), 400, 90);
		const { parameters, outlook } = fitted(daysSince.fit(sample));
		expect(parameters.map(({ name }) => name)).toEqual(['return.constant', 'return.ln(1 + silent days)', 'more.constant', 'more.ln(1 + silent days)']);
		const [constant, slope] = parameters.map(({ value }) => value);
		for (let row = 0; row < sample.timing.count; row += 17) {
			const silence = sample.timing.age[row] - sample.timing.recency[row];
			closeTo(outlook(row).chance, 1 / (1 + Math.exp(-constant - slope * Math.log1p(silence))), { silence });
		}
	});

	it('ranks customers by their silence and nothing else: the longer, the less', () => {
		const sample = sampleAt(historyOf(days()), 400, 90);
		const { expected } = fitted(daysSince.fit(sample));
		const rows = Array.from({ length: sample.timing.count }, (_, row) => ({ silence: sample.timing.age[row] - sample.timing.recency[row], chance: expected(row).chance })).sort((one, other) => one.silence - other.silence);
		for (let at = 1; at < rows.length; at++) expect(rows[at].chance).toBeLessThanOrEqual(rows[at - 1].chance);
	});
});
