import type { Parameter, TimingFit } from '../../../domain/purchases/fitTiming';
import { FEW_CUSTOMERS, fittedOf, fitTiming } from '../../../domain/purchases/fitTiming';
import type { UnfitReason } from '../../../domain/purchases/purchaseModel';
import type { Objective } from '../../../domain/statistics/maximise';
import { closeTo } from '../../support/closeTo';
import { within } from '../../support/forecastReference';

const WIDE = Object.freeze({ low: -20, high: 20 });
const parameter = (name: string, start: number, rest: Partial<Parameter> = {}): Parameter => ({ name, start, bounds: WIDE, ...rest });
const nothingWrong = () => null;

/** −½ Σ wᵢ (xᵢ − mᵢ)²: a likelihood of logarithms with top m and information w. */
const hill =
	(middle: readonly number[], weights: readonly number[]): Objective =>
	(point, gradient) => {
		let value = 0;
		middle.forEach((at, i) => {
			gradient[i] = -weights[i] * (point[i] - at);
			value -= (weights[i] * (point[i] - at) ** 2) / 2;
		});
		return value;
	};

function found(fit: ReturnType<typeof fitTiming>): TimingFit {
	if ('unfit' in fit) throw new Error(fit.unfit);
	return fit;
}

describe('fitTiming(likelihood, parameters, customers, reasonOf)', () => {
	it('tells parameters, not their logarithms, with 95 % limits a factor of e^(1.96 / √information) away', () => {
		const { estimates, logLikelihood } = found(fitTiming(hill([Math.log(3), 0], [100, 25]), [parameter('r', 0), parameter('alpha', 1)], FEW_CUSTOMERS, nothingWrong));
		closeTo(estimates[0].value, 3, 'r');
		within(estimates[0].low!, 3 * Math.exp(-1.959963984540054 / 10), 'low', 1e-8);
		within(estimates[0].high!, 3 * Math.exp(1.959963984540054 / 10), 'high', 1e-8);
		closeTo(estimates[1].value, 1, 'alpha');
		within(estimates[1].high!, Math.exp(1.959963984540054 / 5), 'high', 1e-8);
		expect(Math.abs(logLikelihood)).toBeLessThan(1e-15);
	});

	it('ends at the top to the last digits, where the search alone stops a few parts in a million short', () => {
		// ln x − x of x = e^point: a top at 0, of which a search sees nothing more once it is within 1e-6 of 1,000,000.
		const objective: Objective = ([point], gradient) => {
			gradient[0] = 1e6 * (1 - Math.exp(point));
			return 1e6 * (point - Math.exp(point));
		};
		closeTo(found(fitTiming(objective, [parameter('r', 3)], 500, nothingWrong)).point[0], 0, 'top');
	});

	it('draws to the start below 200 customers, as if it were known to within 1.5: information 1 at 3 and 1 / 1.5² at 0 make 3 / (1 + 4/9)', () => {
		const fit = (customers: number) => found(fitTiming(hill([3], [1]), [parameter('r', 0)], customers, nothingWrong));
		closeTo(fit(199).point[0], 3 / (1 + 4 / 9), 'drawn');
		expect(fit(199).isShrunk).toBe(true);
		closeTo(fit(200).point[0], 3, 'free');
		expect(fit(200).isShrunk).toBe(false);
		// The likelihood is told without what drew it.
		closeTo(fit(199).logLikelihood, -((3 - 3 / (1 + 4 / 9)) ** 2) / 2, 'log-likelihood');
	});

	it('gives a parameter on its bound no interval, and the others theirs as if it were known', () => {
		const { estimates, covariance } = found(fitTiming(hill([3, 1], [4, 4]), [parameter('r', 0, { bounds: { low: -5, high: 2 } }), parameter('alpha', 0)], 500, nothingWrong));
		closeTo(estimates[0].value, Math.exp(2), 'on the bound');
		expect([estimates[0].low, estimates[0].high]).toEqual([null, null]);
		expect(estimates[1].low).not.toBeNull();
		expect(covariance[0]).toEqual([0, 0]);
	});

	it('holds one of two that are determined only together: of a ridge along (1, −1) the other has an interval', () => {
		const ridge: Objective = ([x, y], gradient) => {
			gradient.fill(-(x + y - 1));
			return -((x + y - 1) ** 2) / 2;
		};
		const { estimates, point } = found(fitTiming(ridge, [parameter('s', 0), parameter('beta', 0)], 500, nothingWrong));
		closeTo(point[0] + point[1], 1, 'on the ridge');
		expect(estimates.map(({ low }) => low === null)).toEqual([true, false]);
	});

	it('is not determined where nothing is: on a plain', () => {
		const plain: Objective = (_, gradient) => {
			gradient.fill(0);
			return -3;
		};
		expect(fitTiming(plain, [parameter('r', 0), parameter('alpha', 0)], 500, nothingWrong)).toEqual({ unfit: 'notDetermined' });
	});

	it('says what is wrong with an optimum before anything else', () => {
		const reason: UnfitReason = 'nobodyLeaves';
		expect(fitTiming(hill([3], [1]), [parameter('r', 0)], 500, ({ point }) => (point[0] > 2 ? reason : null))).toEqual({ unfit: reason });
	});

	it('takes the higher of two hills where a second start is named: −1 at −3 and 0 at 3', () => {
		const hills: Objective = ([x], gradient) => {
			const left = x < 0.1;
			gradient[0] = left ? -(x + 3) : -(x - 3);
			return left ? -1 - (x + 3) ** 2 / 2 : -((x - 3) ** 2) / 2;
		};
		closeTo(found(fitTiming(hills, [parameter('r', -2)], 500, nothingWrong)).point[0], -3, 'one start');
		closeTo(found(fitTiming(hills, [parameter('r', -2, { again: 2 })], 500, nothingWrong)).point[0], 3, 'two starts');
		closeTo(found(fitTiming(hills, [parameter('r', 2, { again: -2 })], 500, nothingWrong)).point[0], 3, 'the first is better');
		// Of few customers the higher one is too far from the usual, −2: 5² / (2 · (1 + 1.5²)) = 3.8 more than 1 + .2 of the other.
		closeTo(found(fitTiming(hills, [parameter('r', -2, { again: 2 })], 100, nothingWrong)).point[0], -3 + 1 / (1 + 1.5 ** 2), 'few customers');
	});
});

describe('fittedOf(fit, predict)', () => {
	const fit = found(fitTiming(hill([Math.log(2), Math.log(5)], [100, 25]), [parameter('r', 0), parameter('alpha', 0)], 500, nothingWrong));

	it('has errors by how much a forecast moves with each parameter: r · alpha moves with both, √(1/100 + 1/25)', () => {
		const { outlook } = fittedOf(fit, (point) => ({ chance: 0.5, purchases: Math.exp(point[0] + point[1]) }));
		const { purchases, purchasesError, chanceError } = outlook(0);
		closeTo(purchases, 10, 'purchases');
		within(purchasesError, Math.sqrt(1 / 100 + 1 / 25), 'error of the logarithm', 1e-6);
		expect(chanceError).toBe(0);
	});

	it('has errors of a chance on the log-odds scale: of r / (1 + r) they are those of ln r, 1/10', () => {
		const { outlook } = fittedOf(fit, (point) => ({ chance: 1 / (1 + Math.exp(-point[0])), purchases: 1 }));
		closeTo(outlook(0).chance, 2 / 3, 'chance');
		within(outlook(0).chanceError, 1 / 10, 'error', 1e-6);
	});

	it('has none of what cannot move: chances of 0 and 1, no purchases, or a forecast that falls to 0 beside it', () => {
		for (const [chance, purchases] of [[0, 0], [1, 4]]) expect(fittedOf(fit, () => ({ chance, purchases })).outlook(0)).toEqual({ chance, purchases, chanceError: 0, purchasesError: 0 });
		const { outlook } = fittedOf(fit, (point) => (point[0] > Math.log(2) + 1e-9 ? { chance: 0, purchases: 0 } : { chance: 0.1, purchases: 1 }));
		expect(Object.values(outlook(0)).every(Number.isFinite)).toBe(true);
	});
});
