/** Amounts are drawn in whole units a month and counted in 1/10,000. July is [1, 32). */
import { addRevenue, isExact, othersOf, revenueMovements } from '../../../domain/revenue/revenueMovements';
import type { RevenueMovements } from '../../../domain/revenue/revenueMovements';
import { july, julyPeriod } from '../../support/ledger';
import { drawTerms, revenueInJuly } from '../../support/terms';

const HEAD = 'customer  start  end  amount';

/** The amounts above 0 in whole units, without the letters Mrr. */
const amountsOf = (movements: RevenueMovements | undefined) =>
	Object.fromEntries(
		Object.entries(movements ?? {}).flatMap(([name, amount]) => (name.endsWith('Mrr') && amount !== 0 ? [[name.slice(0, -'Mrr'.length), amount / 10_000]] : [])),
	);
const july1 = (...lines: string[]) => amountsOf(revenueInJuly([HEAD, ...lines].join('\n')));

describe('revenueMovements: DOMAIN’s vectors', () => {
	it('100 → 0, 100 → 150, returning 0 → 40, new 60: start 200, churned 100, expansion 50, reactivation 40, new 60, end 250', () => {
		const found = july1('c1  before  15  100', 'c2  before  15  100', 'c2  15  –  150', 'c3  -60  -20  40', 'c3  20  –  40', 'n1  9  –  60');
		expect(found).toEqual({ start: 200, churned: 100, expansion: 50, reactivation: 40, new: 60, end: 250 });
	});

	it('a change of plan is expansion or contraction, never churn', () => {
		expect(july1('c1  before  15  100', 'c1  15  –  130')).toEqual({ start: 100, expansion: 30, end: 130 });
		expect(july1('c1  before  15  100', 'c1  15  –  70')).toEqual({ start: 100, contraction: 30, end: 70 });
	});

	it('of two subscriptions cancelled in different periods the first is contraction, the second churn', () => {
		const { terms } = drawTerms(`${HEAD}\nc1  before  10  60\nc1  before  40  40`, july(90));
		const periods = [julyPeriod, { start: july(32), end: july(63), label: '2024-08' }];
		expect(revenueMovements(terms, periods).map((groups) => amountsOf(groups.get(0)))).toEqual([
			{ start: 100, contraction: 60, end: 40 },
			{ start: 40, churned: 40 },
		]);
	});

	it('of two subscriptions cancelled in one period both are churn', () => {
		expect(july1('c1  before  10  60', 'c1  before  20  40')).toEqual({ start: 100, churned: 100 });
	});
});

describe('revenueMovements: who is new and who is back', () => {
	it('who paid until May and pays again in July is reactivated', () => {
		expect(july1('c1  -60  -40  10', 'c1  9  –  15')).toEqual({ reactivation: 15, end: 15 });
	});

	it('who was there for nothing until May and pays in July is new', () => {
		expect(july1('c1  -60  -40  0', 'c1  9  –  15')).toEqual({ new: 15, end: 15 });
	});

	it('who uses a free plan as July opens and pays from the 9th is new', () => {
		expect(july1('c1  before  9  0', 'c1  9  –  15')).toEqual({ new: 15, end: 15 });
	});

	it('who joins, leaves and comes back within July is new, with what they pay as August opens', () => {
		expect(july1('c1  3  10  10', 'c1  20  –  25')).toEqual({ new: 25, end: 25 });
	});

	it('who leaves and is back within July for as much has not moved', () => {
		expect(july1('c1  before  3  10', 'c1  20  –  10')).toEqual({ start: 10, end: 10 });
	});

	it('who turns to a free plan has churned', () => {
		expect(july1('c1  before  9  15', 'c1  9  –  0')).toEqual({ start: 15, churned: 15 });
	});

	it('who joins and leaves within July is in no movement', () => {
		expect(july1('c1  3  10  10')).toEqual({});
	});
});

describe('revenueMovements: the edges of July', () => {
	it('a term that ends on 1 July was here as July opened: churn of July', () => {
		expect(july1('c1  before  1  10')).toEqual({ start: 10, churned: 10 });
	});

	it('a term that ends on 30 June is not in July', () => {
		expect(july1('c1  before  0  10')).toEqual({});
	});

	it('a term that ends on 31 July is churn of July, on 1 August not', () => {
		expect(july1('c1  before  31  10')).toEqual({ start: 10, churned: 10 });
		expect(july1('c1  before  32  10')).toEqual({ start: 10, end: 10 });
	});

	it('a term that starts on 1 July is new in July, on 30 June it is there at the start', () => {
		expect(july1('c1  1  –  10')).toEqual({ new: 10, end: 10 });
		expect(july1('c1  0  –  10')).toEqual({ start: 10, end: 10 });
	});

	it('a term that starts on 31 July is new in July, on 1 August not', () => {
		expect(july1('c1  31  –  10')).toEqual({ new: 10, end: 10 });
		expect(july1('c1  32  –  10')).toEqual({});
	});

	it('a change of plan on 1 August is none of July; on 31 July it is', () => {
		expect(july1('c1  before  32  10', 'c1  32  –  25')).toEqual({ start: 10, end: 10 });
		expect(july1('c1  before  31  10', 'c1  31  –  25')).toEqual({ start: 10, expansion: 15, end: 25 });
	});

	it('an end on As Of, the 20th, is not known yet; one on the 19th is', () => {
		expect(amountsOf(revenueInJuly(`${HEAD}\nc1  before  20  10`, july(20)))).toEqual({ start: 10, end: 10 });
		expect(amountsOf(revenueInJuly(`${HEAD}\nc1  before  19  10`, july(20)))).toEqual({ start: 10, churned: 10 });
	});

	it('a change of plan on As Of, the 20th, is not paid twice; a second subscription from then on is', () => {
		expect(amountsOf(revenueInJuly(`${HEAD}\nc1  before  20  10\nc1  20  –  25`, july(20)))).toEqual({ start: 10, expansion: 15, end: 25 });
		expect(amountsOf(revenueInJuly(`${HEAD}\nc1  before  –  10\nc1  20  –  25`, july(20)))).toEqual({ start: 10, expansion: 25, end: 35 });
	});

	it('within the allowed gap of 7 days the old price goes on: gone on the 28th, back on 4 August, is no churn of July', () => {
		const inJuly = (allowedGap: number) => amountsOf(revenueMovements(drawTerms(`${HEAD}\nc1  before  28  10\nc1  35  –  25`, july(46), allowedGap).terms, [julyPeriod])[0].get(0));
		expect(inJuly(7)).toEqual({ start: 10, end: 10 });
		expect(inJuly(6)).toEqual({ start: 10, churned: 10 });
	});
});

describe('revenueMovements: amounts', () => {
	it('of terms that overlap add up', () => {
		expect(july1('c1  before  –  10', 'c1  before  –  5', 'c1  9  –  2')).toEqual({ start: 15, expansion: 2, end: 17 });
	});

	it('keep the 1/10,000: a twelfth of 100 is 8.3333', () => {
		expect(july1('c1  before  –  8.3333', 'c2  before  –  8.3333')).toEqual({ start: 16.6666, end: 16.6666 });
	});

	it('below 0 lower the sum of a customer, and never below 0', () => {
		expect(july1('c1  before  –  10', 'c1  9  –  -4')).toEqual({ start: 10, contraction: 4, end: 6 });
		expect(july1('c1  before  –  10', 'c1  9  –  -40')).toEqual({ start: 10, churned: 10 });
	});

	it('of 900,719,925,474.0991 are exact, and of one more 1/10,000 are not', () => {
		const isExactWith = (...amounts: string[]) => isExact(revenueInJuly([HEAD, ...amounts.map((amount, index) => `c${index}  before  –  ${amount}`)].join('\n'))!);
		expect(isExactWith('900719925474.0991')).toBe(true);
		expect(isExactWith('900719925474.0991', '0.0001')).toBe(false);
	});

	it('that were too large on the way stay so: 9 and 9 hundred billion less 17.9 for one customer', () => {
		const movements = revenueInJuly(`${HEAD}\nc1  -9  –  900000000000\nc1  -8  –  900000000000\nc1  -7  –  -890000000000\nc1  -7  –  -900000000000`)!;
		expect(isExact(movements)).toBe(false);
	});
});

describe('revenueMovements: counts, groups and currencies', () => {
	it('count the customers of each movement', () => {
		const movements = revenueInJuly(
			[HEAD, 'c1  before  15  100', 'c2  before  15  100', 'c2  15  –  150', 'c3  before  15  9', 'c3  15  –  8', 'c4  -60  -20  40', 'c4  20  –  40', 'n1  9  –  60', 'n2  9  –  60', 'f1  before  –  0'].join('\n'),
		);
		expect(movements).toMatchObject({
			customersAtStart: 3,
			newCustomers: 2,
			expandedCustomers: 1,
			contractedCustomers: 1,
			churnedCustomers: 1,
			reactivatedCustomers: 1,
			customersAtEnd: 5,
		});
	});

	it('who turns from EUR to USD has churned in EUR and is new in USD', () => {
		const { terms, currencies } = drawTerms('customer  start  end  amount  currency\nc1  before  15  10  EUR\nc1  15  –  11  USD');
		expect(currencies).toEqual(['EUR', 'USD']);
		expect([0, 1].map((currency) => amountsOf(revenueMovements(terms, [julyPeriod], currency)[0].get(0)))).toEqual([{ start: 10, churned: 10 }, { new: 11, end: 11 }]);
	});

	it('of a group nobody of whom pays at the start or the end are missing', () => {
		const { terms } = drawTerms(`${HEAD}\nc1  before  –  10\nc2  before  –  0\nc3  3  10  10`);
		const [groups] = revenueMovements(terms, [julyPeriod], null, (customer) => customer);
		expect([...groups.keys()]).toEqual([0]);
	});

	it('of nobody are none, and of no periods are none', () => {
		expect(revenueInJuly(HEAD)).toBeUndefined();
		expect(revenueMovements(drawTerms(`${HEAD}\nc1  before  –  10`).terms, [])).toEqual([]);
	});
});

describe('othersOf', () => {
	const { terms } = drawTerms(`${HEAD}\nc1  before  –  900000000000\nc2  before  15  0.0003\nc3  before  –  0.0004`);
	const [groups] = revenueMovements(terms, [julyPeriod], null, (customer) => customer);
	const [giant, gone, small] = [0, 1, 2].map((group) => groups.get(group)!);

	it('of three are the two others each', () => {
		expect(othersOf([giant, gone, small])).toEqual([addRevenue([gone, small]), addRevenue([giant, small]), addRevenue([giant, gone])]);
	});

	it('keep the squares of small customers beside those of a giant: 3² + 4²', () => {
		expect(othersOf([giant, gone, small])[0].startSquares).toBe(25);
	});

	it('of one are nobody, and of none are none', () => {
		expect(othersOf([giant])[0].startMrr).toBe(0);
		expect(othersOf([])).toEqual([]);
	});
});
