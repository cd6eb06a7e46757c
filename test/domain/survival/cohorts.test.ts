import fc from 'fast-check';
import { EVERYBODY } from '../../../domain/churn/question';
import { movementsOf } from '../../../domain/churn/movements';
import { groupingOf } from '../../../domain/ledger/groups';
import { AMOUNT_SCALE } from '../../../domain/ledger/history';
import { spellsFromVisits } from '../../../domain/ledger/spells';
import type { Cohort, CohortQuestion } from '../../../domain/survival/cohorts';
import { cohortTable } from '../../../domain/survival/cohorts';
import { MILLISECONDS_PER_DAY, periodsCovering } from '../../../domain/time';
import { hasLimits } from '../../support/closeTo';
import { law, TABLES } from '../../support/law';
import type { DrawnVisits } from '../../support/ledger';
import { dayOf, drawPurchases, drawSpells, july, visitsOf } from '../../support/ledger';
import { shuffled } from '../../support/lifetimes';

const WINDOW = 30;

/** The cohorts by month of drawn visits, from January 2024 to As Of, with a window of 30 days. */
function cohortsOf({ history, groupColumns, currencies, asOf }: DrawnVisits, changed: Partial<CohortQuestion> = {}) {
	const periods = periodsCovering(dayOf('2024-01-01'), asOf.day, 'month');
	return cohortTable({
		ledger: spellsFromVisits(history, WINDOW, asOf.day),
		history,
		currencyCount: currencies.length,
		periods,
		asOf: asOf.day,
		ratedFrom: -Infinity,
		grouping: groupColumns.length > 0 ? groupingOf(history, groupColumns, periods) : null,
		...changed,
	});
}

const column = <Field extends keyof Cohort['ages'][number]>({ ages }: Cohort, field: Field) => ages.map((age) => age[field]);

/** Ada buys in January and February, Boris in January only, Cyrus joins in February. As Of 1 April: three months are over. */
const visits = `
	customer  on          amount  what
	Ada       2024-01-10  10      purchase
	Ada       2024-02-05  20      purchase
	Ada       2024-02-20  5       purchase
	Ada       2024-03-01  -4      refund
	Boris     2024-01-01  7       purchase
	Cyrus     2024-02-10  50      purchase
	Cyrus     2024-03-31  1       purchase
`;

describe('cohortTable: who is still here', () => {
	const { cohorts, outside } = cohortsOf(drawPurchases(visits, '2024-04-01'));
	const [january, february] = cohorts;

	it('puts customers into the period of their first purchase: two in January, one in February, none in March', () => {
		expect(cohorts.map(({ period, group, size }) => [period, group, size])).toEqual([[0, EVERYBODY, 2], [1, EVERYBODY, 1]]);
		expect(outside).toBe(0);
	});

	it('looks at each month as it closes: Boris, who left on 31 January, is not here as January closes; Ada, until 21 March, is not as March does', () => {
		expect([column(january, 'here'), column(january, 'share')]).toEqual([[1, 1, 0, null], [1 / 2, 1 / 2, 0, null]]);
	});

	it('has one who left and came back here again: Cyrus, until 11 March and from the 31st on', () => {
		expect(column(february, 'here')).toEqual([1, 1, null]);
	});

	it('has Wilson’s limits: 1 of 2 is [.0945312, .9054688]', () => {
		// By hand: (1/2 ± 1.959964 · √(1/8 + 1.959964²/16) / (1 + …)), centre 1/2.
		hasLimits(january.ages[0].limits, '.0945312', '.9054688');
	});

	it('tells how many bought in each month, once each, and what they brought, refunds taken off', () => {
		expect([column(january, 'visited'), column(february, 'visited')]).toEqual([[2, 1, 0, null], [1, 1, null]]);
		expect(column(january, 'amount').map((amount) => amount && amount / AMOUNT_SCALE)).toEqual([17, 25, -4, null]);
	});

	it('says of a month that is not over that it is not: all null', () => {
		expect(january.ages[3]).toEqual({ age: 3, here: null, share: null, limits: null, reason: 'periodUnfinished', visited: null, amount: null, amountReason: 'periodUnfinished' });
	});
});

describe('cohortTable: what is not known', () => {
	it('flags a cohort that begins before newcomers can be told: no shares, but counts', () => {
		const { cohorts } = cohortsOf(drawPurchases(visits, '2024-04-01'), { ratedFrom: dayOf('2024-01-31') });
		expect(cohorts.map(({ leftEdge }) => leftEdge)).toEqual([true, false]);
		expect([column(cohorts[0], 'here'), column(cohorts[0], 'share'), column(cohorts[0], 'reason')]).toEqual([[1, 1, 0, null], Array(4).fill(null), Array(4).fill('leftEdge')]);
		expect(column(cohorts[0], 'visited')).toEqual([2, 1, 0, null]);
	});

	it('flags none that begins on the day itself: ratedFrom 1 February', () => {
		const { cohorts } = cohortsOf(drawPurchases(visits, '2024-04-01'), { ratedFrom: dayOf('2024-02-01') });
		expect(cohorts.map(({ leftEdge }) => leftEdge)).toEqual([true, false]);
	});

	it('counts apart who joined outside the periods', () => {
		const { cohorts, outside } = cohortsOf(drawPurchases(visits, '2024-04-01'), { periods: periodsCovering(dayOf('2024-02-01'), dayOf('2024-02-28'), 'month') });
		expect([cohorts.map(({ size }) => size), outside]).toEqual([[1], 2]);
	});

	it('has no visits and no amounts without a history', () => {
		const { ledger } = drawSpells('c1  3  10\nc2  5  –\nc3  before  –');
		const periods = periodsCovering(july(1), july(31), 'week');
		const { cohorts, outside } = cohortTable({ ledger, history: null, periods, asOf: july(46), ratedFrom: -Infinity });
		expect([cohorts[0].size, outside, cohorts[0].ages.slice(0, 2).map(({ here }) => here)]).toEqual([2, 1, [2, 1]]);
		expect(cohorts[0].ages[0]).toMatchObject({ visited: null, amount: null, amountReason: 'noAmounts' });
	});

	it('adds up amounts of several currencies only by currency', () => {
		const drawn = drawPurchases('customer  on  amount  currency\nAda  2024-01-10  10  EUR\nAda  2024-01-11  3  USD', '2024-03-01');
		expect(cohortsOf(drawn).cohorts[0].ages[0]).toMatchObject({ visited: 1, amount: null, amountReason: 'twoCurrencies' });
		expect([0, 1].map((currency) => cohortsOf(drawn, { currency }).cohorts[0].ages[0].amount)).toEqual([10 * AMOUNT_SCALE, 3 * AMOUNT_SCALE]);
	});

	it('gives no sum that is too large to be exact', () => {
		const drawn = drawPurchases('customer  on  amount\nAda  2024-01-10  600000000000\nAda  2024-01-11  600000000000', '2024-03-01');
		expect(cohortsOf(drawn).cohorts[0].ages[0]).toMatchObject({ amount: null, amountReason: 'amountTooLarge' });
	});

	it('is empty where nobody ever came, or there are no periods', () => {
		expect(cohortsOf(drawPurchases('customer  on', '2024-03-01'))).toEqual({ cohorts: [], outside: 0 });
		expect(cohortsOf(drawPurchases(visits, '2024-04-01'), { periods: [] })).toEqual({ cohorts: [], outside: 3 });
	});
});

describe('cohortTable by group', () => {
	it('puts a customer into the group at joining, for good; everybody first, then the groups by name', () => {
		const drawn = drawPurchases(
			`
			customer  on          plan
			Ada       2024-01-10  Pro
			Ada       2024-02-05  Basic
			Boris     2024-01-05  Basic
			`,
			'2024-03-01',
		);
		const { cohorts } = cohortsOf(drawn);
		expect(cohorts.map(({ size }) => size)).toEqual([2, 1, 1]);
		expect(cohorts.map((cohort) => column(cohort, 'here'))).toEqual([[2, 1, null], [1, 0, null], [1, 1, null]]);
		expect(cohorts[0].group).toBe(EVERYBODY);
	});
});

describe('laws of cohorts', () => {
	const names = ['Ada', 'Boris', 'Cyrus', 'Dana', 'Eve'] as const;
	const anyVisits = fc.array(
		fc.record({ customer: fc.constantFrom(...names), day: fc.integer({ min: 0, max: 200 }), amount: fc.integer({ min: -5, max: 50 }), plan: fc.constantFrom('', 'Basic', 'Pro') }),
		{ minLength: 1, maxLength: 25 },
	);
	const drawnFrom = (rows: ReadonlyArray<{ customer: string; day: number; amount: number; plan: string }>) =>
		visitsOf(
			rows.map(({ customer, day, amount, plan }) => ({
				customer,
				at: (dayOf('2024-01-01') + day) * MILLISECONDS_PER_DAY,
				amount,
				isRefund: amount < 0,
				groups: { plan },
			})),
			dayOf('2024-07-20'),
			['plan'],
		);

	it('all cohorts together are those here as each month closes, and the size is those who joined in it', () => {
		law(anyVisits, fc.constant(null), (rows) => {
			const drawn = drawnFrom(rows);
			const periods = periodsCovering(dayOf('2024-01-01'), drawn.asOf.day, 'month');
			const ledger = spellsFromVisits(drawn.history, WINDOW, drawn.asOf.day);
			const { movements } = movementsOf(ledger, periods);
			const everybody = cohortsOf(drawn).cohorts.filter(({ group }) => group === EVERYBODY);
			periods.forEach((period, index) => {
				const of = movements[index].get(0);
				expect(everybody.find((cohort) => cohort.period === index)?.size ?? 0).toBe(of?.joined ?? 0);
				if (period.end > drawn.asOf.day) return;
				const here = everybody.filter((cohort) => cohort.period <= index).reduce((sum, cohort) => sum + cohort.ages[index - cohort.period].here!, 0);
				expect(here).toBe(of?.customersAtEnd ?? 0);
			});
		}, TABLES);
	});

	it('the groups of a cohort add up to everybody, in counts, visits and amounts', () => {
		law(anyVisits, fc.constant(null), (rows) => {
			const { cohorts } = cohortsOf(drawnFrom(rows));
			for (const whole of cohorts.filter(({ group }) => group === EVERYBODY)) {
				const parts = cohorts.filter(({ period, group }) => period === whole.period && group !== EVERYBODY);
				expect(parts.reduce((sum, { size }) => sum + size, 0)).toBe(whole.size);
				for (const { age, here, visited, amount } of whole.ages) {
					if (here === null) continue;
					const sumOf = (field: 'here' | 'visited' | 'amount') => parts.reduce((sum, { ages }) => sum + ages[age][field]!, 0);
					expect([sumOf('here'), sumOf('visited'), sumOf('amount')]).toEqual([here, visited, amount]);
				}
			}
		}, TABLES);
	});

	it('the order of rows does not matter', () => {
		law(anyVisits, fc.nat(), (rows, seed) => {
			const everybody = (drawn: DrawnVisits) => cohortsOf(drawn, { grouping: null });
			expect(everybody(drawnFrom(shuffled(rows, seed)))).toEqual(everybody(drawnFrom(rows)));
		}, TABLES);
	});
});
