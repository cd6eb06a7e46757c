import { wilsonIntervalOfShare, poissonInterval, differenceInterval, normalFactor } from '../../../domain/statistics/interval';
import type { RevenueMovements } from '../../../domain/revenue/revenueMovements';
import { grossEstimate, revenueIntervals, revenueRates } from '../../../domain/revenue/revenueRates';
import type { RevenueIntervals } from '../../../domain/revenue/revenueRates';
import { closeTo } from '../../support/closeTo';
import { many, revenueInJuly } from '../../support/terms';

const HEAD = 'customer  start  end  amount';
const inJuly = (...lines: string[]): RevenueMovements => revenueInJuly([HEAD, ...lines].join('\n'))!;

const ratesOf = (movements: RevenueMovements) => Object.fromEntries(Object.entries(revenueRates(movements)).map(([name, { value }]) => [name, value]));

/** Gross, net, GRR, NRR, quick ratio. */
function hasRates(movements: RevenueMovements, expected: ReadonlyArray<number | null>) {
	const got = ratesOf(movements);
	expect(Object.keys(got)).toEqual(['gross', 'net', 'grossRetention', 'netRetention', 'quickRatio']);
	Object.values(got).forEach((value, index) => closeTo(value, expected[index], Object.keys(got)[index]));
}

function intervalsOf(movements: RevenueMovements): RevenueIntervals {
	const intervals = revenueIntervals(movements);
	if (typeof intervals === 'string') throw new Error(intervals);
	return intervals;
}

describe('revenueRates: DOMAIN’s vectors', () => {
	it('$100, −10 churn, −10 contraction, +10 expansion: gross 20 %, net 10 %', () => {
		const movements = inJuly('c1  before  15  10', 'c2  before  15  20', 'c2  15  –  10', 'c3  before  15  20', 'c3  15  –  30', 'c4  before  –  50');
		hasRates(movements, [0.2, 0.1, 0.8, 0.9, 10 / 20]);
	});

	it('customers 100 → 0, 100 → 150, returning 0 → 40, new 60: gross .5, net .05, GRR .5, NRR .75, quick 1.5', () => {
		const movements = inJuly('c1  before  15  100', 'c2  before  15  100', 'c2  15  –  150', 'c3  -60  -20  40', 'c3  20  –  40', 'n1  9  –  60');
		hasRates(movements, [0.5, 0.05, 0.5, 0.75, 1.5]);
	});
});

describe('revenueRates', () => {
	it('caps GRR customer by customer: 100 → 0 and 100 → 300 is GRR .5, not 1, and NRR 1.5', () => {
		hasRates(inJuly('c1  before  15  100', 'c2  before  15  100', 'c2  15  –  300'), [0.5, -0.5, 0.5, 1.5, 200 / 100]);
	});

	it('counts new customers in the quick ratio alone', () => {
		hasRates(inJuly('c1  before  15  50', 'c2  before  –  50', 'n1  9  –  500'), [0.5, 0.5, 0.5, 0.5, 10]);
	});

	it('counts the reactivated in net churn and not in NRR', () => {
		hasRates(inJuly('c1  before  –  100', 'c2  -60  -20  40', 'c2  20  –  40'), [0, -0.4, 1, 1, null]);
	});

	it('has no quick ratio where nothing was lost: nothingLost', () => {
		expect(revenueRates(inJuly('c1  before  –  100')).quickRatio).toEqual({ value: null, reason: 'nothingLost' });
	});

	it('are all undefined where nobody paid as July opened: noRevenueAtStart', () => {
		const rates = revenueRates(inJuly('f1  before  –  0', 'n1  9  –  60'));
		expect(new Set(Object.values(rates).map(({ reason }) => reason))).toEqual(new Set(['noRevenueAtStart']));
	});

	it('are all undefined where a sum passes 2^53: amountTooLarge', () => {
		const rates = revenueRates(inJuly('c1  before  –  600000000000', 'c2  before  –  600000000000'));
		expect(new Set(Object.values(rates).map(({ reason }) => reason))).toEqual(new Set(['amountTooLarge']));
	});
});

describe('the interval of gross churn', () => {
	it('of 100 alike of whom 5 leave is Wilson’s of .05 for 99: n_eff = g(1 − g) / (n/(n − 1) · g(1 − g)/n)', () => {
		const { gross } = intervalsOf(inJuly(many('c', 95, 'before  –  20'), many('x', 5, 'before  9  20')));
		const { low, high } = wilsonIntervalOfShare(0.05, 99);
		closeTo(gross.low, low, 'low');
		closeTo(gross.high, high, 'high');
	});

	it('is never for more customers than weigh as much: one of 99 at 1 lost beside one at 99 is for 3.96', () => {
		// Kish: (99 · 1 + 99)² / (99 · 1² + 99²) = 39,204 / 9,900 = 3.96
		const { gross } = intervalsOf(inJuly('big  before  –  99', many('c', 98, 'before  –  1'), 'x1  before  9  1'));
		const { low, high } = wilsonIntervalOfShare(1 / 198, 39_204 / 9_900);
		closeTo(gross.low, low, 'low');
		closeTo(gross.high, high, 'high');
	});

	it('where nothing was lost ends at z² / (n + z²), n = 40 of equal amounts', () => {
		const { gross } = intervalsOf(inJuly(many('c', 40, 'before  –  20')));
		expect(gross.low).toBe(0);
		closeTo(gross.high, normalFactor(0.95) ** 2 / (40 + normalFactor(0.95) ** 2), 'high');
	});

	it('where all was lost begins at 40 / (40 + z²)', () => {
		const { gross } = intervalsOf(inJuly(many('c', 40, 'before  9  20')));
		expect(gross.high).toBe(1);
		closeTo(gross.low, 40 / (40 + normalFactor(0.95) ** 2), 'low');
	});

	it('where all lose the same share is for as many as there are, though the variance is 0', () => {
		const lines = Array.from({ length: 40 }, (_, index) => `c${index}  before  9  ${30 * (index + 1)}\nc${index}  9  –  ${20 * (index + 1)}`);
		// Amounts 1 to 40 times 30: (Σ i)² / Σ i² = 820² / 22,140.
		const { low, high } = wilsonIntervalOfShare(1 / 3, 820 ** 2 / 22_140);
		const { gross } = intervalsOf(inJuly(...lines));
		closeTo(gross.low, low, 'low');
		closeTo(gross.high, high, 'high');
	});

	it('is wider where a few bring most: 40 of whom 2 leave, alike and with one at 100 times as much', () => {
		const width = ({ gross }: RevenueIntervals) => gross.high - gross.low;
		const alike = intervalsOf(inJuly(many('c', 38, 'before  –  1'), many('x', 2, 'before  9  1')));
		const uneven = intervalsOf(inJuly('big  before  –  100', many('c', 37, 'before  –  1'), many('x', 2, 'before  9  1')));
		expect(width(uneven)).toBeGreaterThan(2 * width(alike));
	});

	it('is not given for 29 customers at the start, and is for 30: fewerThan30Customers', () => {
		const of = (count: number) => grossEstimate(inJuly(many('c', count, 'before  –  20'), many('n', 40, '9  –  20')));
		expect(of(29)).toBe('fewerThan30Customers');
		expect(of(30)).toMatchObject({ value: 0 });
	});
});

describe('the intervals of net churn and NRR', () => {
	// 100 alike: 5 leave, 5 pay twice as much. Σ gain² = 5, Σ gain · start = 5: variance 100/99 · (5 − .5 + .25)/100².
	const movements = inJuly(many('c', 90, 'before  –  20'), many('x', 5, 'before  9  20'), many('u', 5, 'before  –  20'), many('u', 5, '9  –  20'));
	const loss = { value: 0.05, ...wilsonIntervalOfShare(0.05, 99) };
	const gains = 0.05 ** 2 / ((100 / 99) * (4.75 / 100 ** 2));
	const gain = { value: 0.05, low: (poissonInterval(gains).low / gains) * 0.05, high: (poissonInterval(gains).high / gains) * 0.05 };

	it('are that of gross churn less expansion: net 0, NRR 1, with MOVER’s limits', () => {
		const { net, netRetention } = intervalsOf(movements);
		const { low, high } = differenceInterval(loss, gain);
		closeTo(net.low, low, 'net low');
		closeTo(net.high, high, 'net high');
		closeTo(netRetention.low, 1 - high, 'NRR low');
		closeTo(netRetention.high, 1 - low, 'NRR high');
	});

	it('are those of gross churn where nothing was added', () => {
		const { gross, net, netRetention } = intervalsOf(inJuly(many('c', 95, 'before  –  20'), many('x', 5, 'before  9  20')));
		closeTo(net.low, gross.low, 'net low');
		closeTo(net.high, gross.high, 'net high');
		closeTo(netRetention.low, 1 - gross.high, 'NRR low');
	});

	it('add nothing to the chance where all pay a tenth more: net is gross less .1, whose limits it has', () => {
		const lines = Array.from({ length: 40 }, (_, index) => `c${index}  before  9  ${10 * (index + 1)}\nc${index}  9  –  ${11 * (index + 1)}`);
		const { gross, net, netRetention } = intervalsOf(inJuly(...lines));
		closeTo(net.low, gross.low - 0.1, 'net low');
		closeTo(net.high, gross.high - 0.1, 'net high');
		closeTo(netRetention.high, 1.1, 'NRR high');
	});

	it('of net churn allow for the reactivated, those of NRR do not: 100 alike, 5 come back with 20', () => {
		const { net, netRetention, gross } = intervalsOf(inJuly(many('c', 100, 'before  –  20'), many('r', 5, '-60  -20  20'), many('r', 5, '9  –  20')));
		closeTo(netRetention.low, 1 - gross.high, 'NRR low');
		expect(netRetention.high).toBe(1);
		// Σ gain² over 105 = 5, start 0 for them: variance 105/104 · (5 + .05² · 100)/100².
		const back = 0.05 ** 2 / ((105 / 104) * (5.25 / 100 ** 2));
		closeTo(net.low, -0.05 - 0.05 * (poissonInterval(back).high / back - 1), 'net low');
	});

	it('have nearly the normal limits where a billion gains could be told apart', () => {
		// Two halves raised by .1 and by .1 + 4e-7: a variance so small that gains number over 1e8.
		const lines = Array.from({ length: 1000 }, (_, index) => `c${index}  before  9  1000\nc${index}  9  –  ${index % 2 ? 1100 : 1100.0004}`);
		const { net, gross } = intervalsOf(inJuly(...lines));
		closeTo(net.high, gross.high - 0.1000002, 'net high', 7);
	});

	it('stay in order and in their ranges when half is lost and half doubled', () => {
		const { net, netRetention } = intervalsOf(inJuly(many('x', 20, 'before  9  20'), many('u', 20, 'before  –  20'), many('u', 20, '9  –  20')));
		expect(netRetention.low).toBeGreaterThanOrEqual(0);
		expect(net.high).toBeLessThanOrEqual(1);
		expect(net.low).toBeLessThan(0);
	});
});
