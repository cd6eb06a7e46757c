import { estimateOf, isFitted } from '../../../domain/purchases/purchaseModel';
import { closeTo } from '../../support/closeTo';

describe('estimateOf(name, value, errorOfLog)', () => {
	it('is a factor of e^(1.96 · error) to either side: 10 with .1 is [8.22, 12.17]', () => {
		const { low, high, ...rest } = estimateOf('alpha', 10, 0.1);
		expect(rest).toEqual({ name: 'alpha', value: 10 });
		closeTo(low, 10 * Math.exp(-0.1959963984540054), 'low');
		closeTo(high, 10 * Math.exp(0.1959963984540054), 'high');
	});

	it('has no limits without an error', () => expect(estimateOf('r', 3, null)).toEqual({ name: 'r', value: 3, low: null, high: null }));

	it('has none beyond any number', () => {
		const { low, high } = estimateOf('r', 3, 1e6);
		for (const limit of [low, high]) expect(limit === null || Number.isFinite(limit)).toBe(true);
	});
});

it('isFitted tells a fit from a reason', () => {
	expect(isFitted({ unfit: 'noHistory' })).toBe(false);
	expect(isFitted({ parameters: [], logLikelihood: null, isShrunk: false, expected: () => ({ chance: 0, purchases: 0 }), outlook: () => ({ chance: 0, purchases: 0, chanceError: 0, purchasesError: 0 }) })).toBe(true);
});
