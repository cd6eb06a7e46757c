import { pairedBootstrap } from '../../../../domain/purchases/judgement/pairedBootstrap';
import { normalFactor } from '../../../../domain/statistics/interval';
import { closeTo } from '../../../support/closeTo';
import { Drawing } from '../../../support/drawing';

const drawn = (seed: number, count: number, of: (draw: Drawing) => number) => {
	const draw = new Drawing(seed);
	return Float64Array.from({ length: count }, () => of(draw));
};

/** Mean ± factor × standard error, which is what many draws with replacement come to. */
function byNormal(differences: Float64Array, confidence: number) {
	const mean = differences.reduce((sum, each) => sum + each, 0) / differences.length;
	const variance = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0) / differences.length;
	const error = Math.sqrt(variance / differences.length);
	return { error, low: mean - normalFactor(confidence) * error, high: mean + normalFactor(confidence) * error };
}

describe('pairedBootstrap(differences, confidence)', () => {
	it('has the mean itself: of 1, 2 and 6 it is 3', () => closeTo(pairedBootstrap(Float64Array.of(1, 2, 6), 0.95).value, 3, 'mean'));

	it('of customers who are all alike has no width', () => {
		expect(pairedBootstrap(new Float64Array(50).fill(0.25), 0.95)).toEqual({ value: 0.25, low: 0.25, high: 0.25 });
	});

	it('of one customer has no width either, since there is nobody else to draw', () => {
		expect(pairedBootstrap(Float64Array.of(-0.3), 0.95)).toEqual({ value: -0.3, low: -0.3, high: -0.3 });
	});

	it('is the same each time', () => {
		const differences = drawn(1, 30, (draw) => draw.normal());
		expect(pairedBootstrap(differences, 0.95)).toEqual(pairedBootstrap(differences, 0.95));
	});

	it.each([[60], [2500]])('of %i customers is the normal interval to a third of a standard error, at 95 % and where three are compared', (count) => {
		const differences = drawn(count, count, (draw) => draw.normal() + 0.1);
		// One draw of samples tells both limits.
		for (const confidence of count > 2000 ? [0.95] : [0.95, 1 - 0.05 / 3]) {
			const [{ low, high }, { error, ...normal }] = [pairedBootstrap(differences, confidence), byNormal(differences, confidence)];
			// 2,000 draws tell a quantile in the tail to about .09 standard errors: √(.0083 · .9917 / 2000) / φ(2.39).
			expect(Math.abs(low - normal.low)).toBeLessThan(error / 3);
			expect(Math.abs(high - normal.high)).toBeLessThan(error / 3);
		}
	});

	it('is wider the surer it is asked to be', () => {
		const differences = drawn(3, 50, (draw) => draw.normal());
		const [narrow, wide] = [0.9, 0.99].map((confidence) => pairedBootstrap(differences, confidence));
		expect(wide.low).toBeLessThan(narrow.low);
		expect(wide.high).toBeGreaterThan(narrow.high);
	});

	it('of 2,500 customers, who are drawn in 2,000 blocks, is as wide as of the first 2,000 but for their number: √(2000 / 2500)', () => {
		const differences = drawn(5, 2500, (draw) => draw.normal());
		const [all, first] = [differences, differences.slice(0, 2000)].map((those) => pairedBootstrap(those, 0.95));
		expect(Math.abs((all.high - all.low) / (first.high - first.low) / Math.sqrt(2000 / 2500) - 1)).toBeLessThan(0.05);
	});

	it('leaves the differences as they are', () => {
		const differences = Float64Array.of(3, 1, 2);
		pairedBootstrap(differences, 0.95);
		expect([...differences]).toEqual([3, 1, 2]);
	});
});
