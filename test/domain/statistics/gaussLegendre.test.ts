import { gaussLegendre } from '../../../domain/statistics/gaussLegendre';
import { closeTo } from '../../support/closeTo';

const integral = (n: number, of: (x: number) => number): number => {
	const { nodes, weights } = gaussLegendre(n);
	return nodes.reduce((sum, node, place) => sum + weights[place] * of(node), 0);
};

describe('gaussLegendre(n)', () => {
	it('of one place is the middle with all the weight: 0 and 2', () => {
		const { nodes, weights } = gaussLegendre(1);
		closeTo(nodes[0], 0, 'place');
		closeTo(weights[0], 2, 'weight');
	});

	it('of two places is ±1/√3 with a weight of 1 each (Abramowitz and Stegun, table 25.4)', () => {
		const { nodes, weights } = gaussLegendre(2);
		closeTo(nodes[0], 1 / Math.sqrt(3), 'first place');
		closeTo(nodes[1], -1 / Math.sqrt(3), 'second place');
		for (const weight of weights) closeTo(weight, 1, 'weight');
	});

	it('of three places is 0 and ±√(3/5) with weights 8/9 and 5/9 (Abramowitz and Stegun, table 25.4)', () => {
		const { nodes, weights } = gaussLegendre(3);
		[Math.sqrt(3 / 5), 0, -Math.sqrt(3 / 5)].forEach((place, i) => closeTo(nodes[i], place, { place: i }));
		[5 / 9, 8 / 9, 5 / 9].forEach((weight, i) => closeTo(weights[i], weight, { weight: i }));
	});

	it('of n places integrates powers up to 2n − 1 exactly: x^k from −1 to 1 is 2 / (k + 1) for even k, else 0', () => {
		for (const n of [1, 2, 5, 12, 20]) {
			for (let power = 0; power < 2 * n; power++) closeTo(integral(n, (x) => x ** power), power % 2 === 0 ? 2 / (power + 1) : 0, { n, power });
		}
	});

	it('of n places misses the power 2n: x² by the middle alone is 0, not 2/3', () => {
		closeTo(integral(1, (x) => x * x), 0, 'x²');
	});

	it('of 20 places has e^x, e − 1/e, to the last digits', () => {
		closeTo(integral(20, Math.exp), Math.E - 1 / Math.E, 'e^x');
	});

	it('of 64 places is as good: weights add up to 2, places lie within (−1, 1), apart and mirrored', () => {
		const { nodes, weights } = gaussLegendre(64);
		closeTo(weights.reduce((sum, weight) => sum + weight, 0), 2, 'sum of weights');
		nodes.forEach((node, place) => {
			expect(Math.abs(node)).toBeLessThan(1);
			if (place > 0) expect(node).toBeLessThan(nodes[place - 1]);
			closeTo(node, -nodes[63 - place], { place });
		});
	});
});
