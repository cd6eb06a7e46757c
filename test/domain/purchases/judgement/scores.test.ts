import fc from 'fast-check';
import { auc, calibration, logLossOf, scoresOf } from '../../../../domain/purchases/judgement/scores';
import { closeTo } from '../../../support/closeTo';
import { law } from '../../../support/law';

const chancesOf = (pairs: ReadonlyArray<readonly [chance: number, hasBought: number]>) => [Float64Array.from(pairs, ([chance]) => chance), Uint8Array.from(pairs, ([, one]) => one)] as const;

/** All pairs of one who bought and one who did not; equal chances count half. */
function aucByPairs(chances: Float64Array, hasBought: Uint8Array): number | null {
	let [pairs, won] = [0, 0];
	chances.forEach((chance, one) => {
		if (hasBought[one] === 0) return;
		chances.forEach((other, at) => {
			if (hasBought[at] === 1) return;
			pairs++;
			if (chance > other) won += 1;
			else if (chance === other) won += 0.5;
		});
	});
	return pairs === 0 ? null : won / pairs;
}

/** Chances with many ties, as a model gives them to customers alike. */
const anyPairs = fc.array(fc.tuple(fc.oneof(fc.constantFrom(0, 0.1, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true })), fc.constantFrom(0, 1)), { minLength: 1, maxLength: 40 });

describe('logLossOf(chance, hasBought)', () => {
	it('is −ln of the chance that came true: ln 2 of a half, −ln .9 and −ln .1 of nine in ten', () => {
		closeTo(logLossOf(0.5, true), Math.LN2, 'half');
		closeTo(logLossOf(0.9, true), -Math.log(0.9), 'right');
		closeTo(logLossOf(0.9, false), -Math.log(0.1), 'wrong');
	});

	it('takes nobody for certain: 0 and 1 that turn out wrong cost −ln 1e-6 = 13.8155, not Infinity', () => {
		closeTo(logLossOf(0, true), -Math.log(1e-6), 'never, and yet');
		expect(Math.abs(logLossOf(1, false) - 13.815510558)).toBeLessThan(1e-8);
		expect(logLossOf(1, true)).toBeLessThan(1.1e-6);
	});
});

describe('auc(chances, hasBought)', () => {
	it('is 1 where all who bought had the higher chance, 0 where the lower, 1/2 where all had the same', () => {
		expect(auc(...chancesOf([[0.9, 1], [0.8, 1], [0.3, 0], [0.1, 0]]))).toBe(1);
		expect(auc(...chancesOf([[0.9, 0], [0.8, 0], [0.3, 1], [0.1, 1]]))).toBe(0);
		expect(auc(...chancesOf([[0.4, 0], [0.4, 1], [0.4, 1]]))).toBe(0.5);
	});

	it('counts a tie half: .7 over .3 and .5 but level with .7 and .5 level, (1 + 1 + ½ + 1 + ½ + 0) / 6', () => {
		// Bought: .7 and .5. Did not: .3, .5, .7. Pairs of .7: won, won, half; of .5: won, half, lost.
		closeTo(auc(...chancesOf([[0.7, 1], [0.5, 1], [0.3, 0], [0.5, 0], [0.7, 0]])), 4 / 6, 'ties');
	});

	it('is null where all bought, none did, or there is nobody', () => {
		expect([auc(...chancesOf([[0.4, 1]])), auc(...chancesOf([[0.4, 0]])), auc(...chancesOf([]))]).toEqual([null, null, null]);
	});

	it('is what going through all pairs gives', () => {
		law(anyPairs, fc.constant(0), (pairs) => closeTo(auc(...chancesOf(pairs)), aucByPairs(...chancesOf(pairs)), pairs));
	});

	it('minds the order of chances alone: squared, it is the same', () => {
		law(anyPairs, fc.constant(0), (pairs) => {
			// Squares of different small chances could be the same number.
			const steps = pairs.map(([chance, one]) => [Math.round(1e6 * chance) / 1e6, one] as const);
			expect(auc(...chancesOf(steps.map(([chance, one]) => [chance ** 2, one])))).toBe(auc(...chancesOf(steps)));
		});
	});
});

describe('scoresOf(chances, hasBought)', () => {
	it('counts and averages: .8 came true, .4 did not', () => {
		const scores = scoresOf(...chancesOf([[0.8, 1], [0.4, 0]]))!;
		expect([scores.customers, scores.bought, scores.auc]).toEqual([2, 1, 1]);
		closeTo(scores.brier, (0.2 ** 2 + 0.4 ** 2) / 2, 'Brier');
		closeTo(scores.logLoss, -(Math.log(0.8) + Math.log(0.6)) / 2, 'log loss');
	});

	it('of nobody are null', () => expect(scoresOf(...chancesOf([]))).toBeNull());

	it('are ln 2 and a quarter of one half said to everybody', () => {
		law(anyPairs, fc.constant(0), (pairs) => {
			const { logLoss, brier } = scoresOf(...chancesOf(pairs.map(([, one]) => [0.5, one])))!;
			closeTo(logLoss, Math.LN2, pairs);
			closeTo(brier, 0.25, pairs);
		});
	});

	it('are best, on average, for the share that bought: every other single chance costs more', () => {
		law(anyPairs, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (pairs, other) => {
			const share = pairs.filter(([, one]) => one === 1).length / pairs.length;
			const [best, rest] = [share, other].map((chance) => scoresOf(...chancesOf(pairs.map(([, one]) => [chance, one])))!);
			expect(best.logLoss).toBeLessThanOrEqual(rest.logLoss + 1e-5);
			expect(best.brier).toBeLessThanOrEqual(rest.brier + 1e-12);
		});
	});
});

describe('calibration(chances, hasBought)', () => {
	it('of twenty customers with different chances has ten tenths of two, the lowest first', () => {
		const tenths = calibration(...chancesOf(Array.from({ length: 20 }, (_, i) => [(19 - i) / 20, Number(i < 5)] as const)));
		expect(tenths.map(({ customers }) => customers)).toEqual(Array.from({ length: 10 }, () => 2));
		closeTo(tenths[0].expected, (0 + 1 / 20) / 2, 'lowest');
		closeTo(tenths[9].expected, (18 / 20 + 19 / 20) / 2, 'highest');
		expect(tenths.map(({ bought }) => bought)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 2, 2]);
	});

	it('keeps equal chances in one tenth: of ten, six with .1 and four above are 6, 1, 1, 1, 1', () => {
		const tenths = calibration(...chancesOf([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.2, 0.3, 0.4, 0.5].map((chance) => [chance, 0] as const)));
		expect(tenths.map(({ customers }) => customers)).toEqual([6, 1, 1, 1, 1]);
	});

	it('tells the share who bought with Wilson’s limits: 3 of 20 is .15 in [.0523687, .3604189] (DOMAIN 1)', () => {
		const [{ observed, observedLow, observedHigh }] = calibration(...chancesOf(Array.from({ length: 20 }, (_, i) => [0.2, Number(i < 3)] as const)));
		closeTo(observed, 3 / 20, 'share');
		closeTo(observedLow, 0.0523687, 'low', 7);
		closeTo(observedHigh, 0.3604189, 'high', 7);
	});

	it('of nobody has no tenths', () => expect(calibration(...chancesOf([]))).toEqual([]));

	it('loses nobody, in order of chances', () => {
		law(anyPairs, fc.constant(0), (pairs) => {
			const tenths = calibration(...chancesOf(pairs));
			const total = (of: (tenth: (typeof tenths)[number]) => number) => tenths.reduce((sum, tenth) => sum + of(tenth), 0);
			expect(tenths.length).toBeLessThanOrEqual(10);
			expect([total(({ customers }) => customers), total(({ bought }) => bought)]).toEqual([pairs.length, pairs.filter(([, one]) => one === 1).length]);
			closeTo(total(({ customers, expected }) => customers * expected), pairs.reduce((sum, [chance]) => sum + chance, 0), pairs);
			for (let at = 1; at < tenths.length; at++) expect(tenths[at].expected).toBeGreaterThan(tenths[at - 1].expected - 1e-12);
		});
	});
});
