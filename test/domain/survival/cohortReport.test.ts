import fc from 'fast-check';
import type { SubscriptionBase } from '../../../domain/churn/baseOfTerms';
import { churnReport } from '../../../domain/churn/churnReport';
import type { CustomerBase } from '../../../domain/churn/customerBase';
import type { CohortRow } from '../../../domain/survival/cohortFields';
import { cohortFields } from '../../../domain/survival/cohortFields';
import type { CohortSettings } from '../../../domain/survival/cohortReport';
import { cohortReport } from '../../../domain/survival/cohortReport';
import { wilsonInterval } from '../../../domain/statistics/interval';
import { anyPurchases, anySubscriptions, baseOfPurchases, baseOfRows } from '../../support/anyBase';
import { subscriptionBase, visitBase } from '../../support/bases';
import { closeTo } from '../../support/closeTo';
import { expectSame, law, TABLES } from '../../support/law';
import { settingsWith } from '../../support/ledger';
import { shuffled } from '../../support/lifetimes';
import { fieldsWith, pathsOfNothing, unexplainedNulls } from '../../support/registry';

const settings: CohortSettings = Object.freeze({ periodUnit: 'month', weekStartsOn: 1, shape: 'long', timeZone: 'UTC' });
const ofVisits = (base: CustomerBase, chosen: Partial<CohortSettings> = {}) => cohortReport(base, null, { ...settings, ...chosen });
const ofSubscriptions = (base: SubscriptionBase, chosen: Partial<CohortSettings> = {}) => cohortReport(base, base, { ...settings, ...chosen });
const longRows = ({ rows }: ReturnType<typeof cohortReport>) => rows as readonly CohortRow[];

/** The values of some columns, a list for each row. */
const columnsOf = (rows: readonly CohortRow[], ...names: ReadonlyArray<keyof CohortRow>) => rows.map((row) => names.map((name) => row[name]));
const SHARE = 10;

/** A window of 30 days from 1 January: whoever joined in January may have been there before. As Of 2 May, so April is over and May is not. */
const visits = `
	customer  on          amount  what
	first     2024-01-01  1       purchase
	Ada       2024-02-05  10      purchase
	Ada       2024-02-20  20      purchase
	Ada       2024-03-10  -4      refund
	Boris     2024-02-10  30      purchase
	Boris     2024-04-15  6       purchase
	Cyrus     2024-03-31  50      purchase
`;

describe('cohortReport: purchases', () => {
	const report = ofVisits(visitBase(visits, '2024-05-02'));
	const rows = longRows(report);
	const cohort = (label: string) => rows.filter((row) => row.cohort === label);

	it('follows those who joined in February: both here as it closes, none in March, Boris again in April; May is not over', () => {
		// Ada until 21 March, Boris until 11 March and from 15 April on.
		expect(columnsOf(cohort('2024-02'), 'size', 'age', 'period', 'here', 'shareHere', 'reason')).toEqual([
			[2, 0, '2024-02', 2, 1, null],
			[2, 1, '2024-03', 0, 0, null],
			[2, 2, '2024-04', 1, 0.5, null],
			[2, 3, '2024-05', null, null, 'periodUnfinished'],
		]);
	});

	it('has Wilson’s limits of 1 of 2', () => {
		const { low, high } = wilsonInterval(1, 2);
		closeTo(cohort('2024-02')[2].low, low, 'low', SHARE);
		closeTo(cohort('2024-02')[2].high, high, 'high', SHARE);
	});

	it('says who bought in each month and what they brought, refunds taken off, in it and so far', () => {
		expect(columnsOf(cohort('2024-02'), 'buyers', 'shareBuying', 'amount', 'amountPerCustomer', 'amountSoFarPerCustomer')).toEqual([
			[2, 1, 60, 30, 30],
			[0, 0, -4, -2, 28],
			[1, 0.5, 6, 3, 31],
			[null, null, null, null, null],
		]);
	});

	it('has no shares at the left edge, but counts and amounts, and says why beside them', () => {
		expect(columnsOf(cohort('2024-01'), 'here', 'shareHere', 'shareBuying', 'buyers', 'amount', 'reason').slice(0, 2)).toEqual([[0, null, null, 1, 1, 'leftEdge'], [0, null, null, 0, 0, 'leftEdge']]);
		expect(report.advice).toEqual([{ kind: 'info', message: 'Cohorts that joined before the first churn window is over have no shares: some of their customers may have bought before the rows begin.' }]);
	});

	it('says nothing of a left edge of subscriptions, which have none', () => {
		expect(ofSubscriptions(subscriptionBase('customer  start  end\nAda  2024-02-05  -', '2024-05-02')).advice).toEqual([]);
	});

	it('says how the rows were read', () => {
		expect(rows[0]).toMatchObject({ asOf: '2024-05-02', churnWindow: 30, timeZone: 'UTC', currency: null });
	});

	it('by quarter has one cohort of all four, of which the second quarter is not over', () => {
		expect(columnsOf(longRows(ofVisits(visitBase(visits, '2024-05-02'), { periodUnit: 'quarter' })), 'cohort', 'size', 'age', 'period', 'here')).toEqual([['2024-Q1', 4, 0, '2024-Q1', 1], ['2024-Q1', 4, 1, '2024-Q2', null]]);
	});

	it('without amounts has none', () => {
		const [row] = longRows(ofVisits(visitBase('customer  on\nAda  2024-02-05', '2024-05-02')));
		expect([row.amount, row.amountPerCustomer, row.amountSoFarPerCustomer]).toEqual([null, null, null]);
	});

	it('gives no sum that is too large to be exact, and none from then on', () => {
		const [february, march] = longRows(ofVisits(visitBase('customer  on  amount\nAda  2024-02-05  800000000000\nAda  2024-03-05  800000000000', '2024-05-02')));
		expect(columnsOf([february, march], 'amount', 'amountSoFarPerCustomer')).toEqual([[800_000_000_000, 800_000_000_000], [800_000_000_000, null]]);
	});
});

describe('cohortReport: currencies', () => {
	const log = 'customer  on  amount  currency\nfirst  2024-01-01  1  EUR\nAda  2024-02-05  10  EUR\nAda  2024-02-20  20  USD\nBoris  2024-02-10  30  EUR';

	it('has a row in each, with the same customers and other money', () => {
		const rows = longRows(ofVisits(visitBase(log, '2024-04-01'))).filter(({ cohort, age }) => cohort === '2024-02' && age === 0);
		expect(columnsOf(rows, 'currency', 'size', 'here', 'buyers', 'amount', 'amountPerCustomer')).toEqual([['EUR', 2, 2, 2, 40, 20], ['USD', 2, 2, 2, 20, 10]]);
	});

	it('has one row a cohort in the triangle, which tells of no money', () => {
		expect(ofVisits(visitBase(log, '2024-04-01'), { shape: 'triangle' }).rows.map(({ cohort }) => cohort)).toEqual(['2024-01', '2024-02']);
	});

	it('of subscriptions too', () => {
		const base = subscriptionBase('customer  start  end  amount  currency\nAda  2024-02-05  -  10  EUR\nAda  2024-03-05  -  7  USD\nBoris  2024-02-10  -  30  EUR', '2024-04-01');
		expect(columnsOf(longRows(ofSubscriptions(base)), 'age', 'currency', 'here', 'amount')).toEqual([[0, 'EUR', 2, 40], [0, 'USD', 2, 0], [1, 'EUR', 2, 40], [1, 'USD', 2, 7]]);
	});
});

/** Ada changes her plan from 10 to 25; Boris leaves on 1 March, which is no loss of February, and is back for 30 from 10 April on. */
const subscriptions = `
	customer  start       end         amount  plan
	Ada       2024-02-05  2024-03-10  10      Basic
	Ada       2024-03-10  -           25      Pro
	Boris     2024-02-10  2024-03-01  20      Pro
	Boris     2024-04-10  -           30      Basic
	Cyrus     2024-03-01  -           40      Basic
	Dana      2024-03-05  2024-03-20  90      Basic
`;

describe('cohortReport: subscriptions', () => {
	const base = subscriptionBase(subscriptions, '2024-05-02');
	const rows = longRows(ofSubscriptions(base)).filter(({ group }) => group === null);

	it('follows those who joined in February with what they bring a month as each month closes: 30, Ada’s 25, and with Boris back 55', () => {
		expect(columnsOf(rows.filter(({ cohort }) => cohort === '2024-02'), 'age', 'here', 'shareHere', 'amount', 'amountPerCustomer', 'reason')).toEqual([
			[0, 2, 1, 30, 15, null],
			[1, 1, 0.5, 25, 12.5, null],
			[2, 2, 1, 55, 27.5, null],
			[3, null, null, null, null, 'periodUnfinished'],
		]);
	});

	it('has who came and went within March in its size and in nothing else', () => {
		expect(columnsOf(rows.filter(({ cohort }) => cohort === '2024-03'), 'size', 'here', 'amount')).toEqual([[2, 1, 40], [2, 1, 40], [2, null, null]]);
	});

	it('puts a customer into the group of joining for good, though the plan changes: Ada in Basic, Boris in Pro', () => {
		const february = longRows(ofSubscriptions(base)).filter(({ cohort, age }) => cohort === '2024-02' && age === 2);
		expect(columnsOf(february, 'group', 'size', 'here', 'amount')).toEqual([[null, 2, 2, 55], ['Basic', 1, 1, 25], ['Pro', 1, 1, 30]]);
	});

	it('has no left edge: each joining is known', () => expect(rows.some(({ reason }) => reason === 'leftEdge')).toBe(false));

	it('within an allowed gap keeps a customer here who brings what ran last: Boris for 40 days at 20', () => {
		const bridged = longRows(ofSubscriptions(subscriptionBase(subscriptions, '2024-05-02', 40))).filter(({ cohort, group }) => cohort === '2024-02' && group === null);
		expect(columnsOf(bridged, 'here', 'amount').slice(0, 3)).toEqual([[2, 30], [2, 45], [2, 55]]);
	});

	it('without prices has no amounts', () => {
		expect(longRows(ofSubscriptions(subscriptionBase('customer  start  end\nAda  2024-02-05  -', '2024-05-02')))[0]).toMatchObject({ here: 1, amount: null, amountPerCustomer: null });
	});

	it('gives no sum that is too large to be exact', () => {
		const large = subscriptionBase('customer  start  end  amount\nAda  2024-02-05  -  600000000000\nBoris  2024-02-05  -  600000000000', '2024-05-02');
		expect(longRows(ofSubscriptions(large))[0]).toMatchObject({ here: 2, amount: null, amountPerCustomer: null });
	});
});

describe('cohortReport: the triangle', () => {
	it('is a row a cohort with a share for each age, and none for what is not over', () => {
		expect(ofSubscriptions(subscriptionBase(subscriptions.replace(/ {2}(plan|Basic|Pro)$/gm, ''), '2024-05-02'), { shape: 'triangle' }).rows).toEqual([
			{ cohort: '2024-02', size: 2, age0: 1, age1: 0.5, age2: 1, age3: null },
			{ cohort: '2024-03', size: 2, age0: 0.5, age1: 0.5, age2: null },
		]);
	});

	it('has groups below everybody', () => {
		const { rows } = ofSubscriptions(subscriptionBase(subscriptions, '2024-05-02'), { shape: 'triangle' });
		expect(rows.map(({ cohort, group, size }) => [cohort, group, size])).toEqual([['2024-02', null, 2], ['2024-02', 'Basic', 1], ['2024-02', 'Pro', 1], ['2024-03', null, 2], ['2024-03', 'Basic', 2]]);
	});

	it('has no share at the left edge, and says why', () => {
		const { rows, advice } = ofVisits(visitBase(visits, '2024-05-02'), { shape: 'triangle' });
		expect(rows[0]).toEqual({ cohort: '2024-01', size: 1, age0: null, age1: null, age2: null, age3: null, age4: null });
		expect(advice).toHaveLength(1);
	});

	it('of nobody has no rows', () => {
		expect(ofVisits(visitBase('customer  on', '2024-06-01'), { shape: 'triangle' })).toEqual({ rows: [], advice: [] });
		expect(ofVisits(visitBase('customer  on', '2024-06-01'))).toEqual({ rows: [], advice: [] });
		expect(ofSubscriptions(subscriptionBase('customer  start  end', '2024-06-01'))).toEqual({ rows: [], advice: [] });
	});
});

describe('laws of cohortReport', () => {
	/** Of everybody and of every group: customers of all cohorts are those that the churn table has at the end of each period. */
	function expectKept(base: CustomerBase, subscriptionsToo: SubscriptionBase | null) {
		const rows = longRows(cohortReport(base, subscriptionsToo, settings));
		expect(pathsOfNothing(rows)).toEqual([]);
		const has = new Set(['groups', subscriptionsToo === null ? 'purchases' : 'subscriptions']);
		for (const row of rows) {
			expect(Object.keys(row)).toEqual(fieldsWith(cohortFields, has));
			expect(unexplainedNulls(row, cohortFields)).toEqual([]);
			expect(row.shareHere === null).toBe(row.reason !== null);
		}
		const { currency } = rows[0] ?? { currency: null };
		const isOfEverybody = (row: { readonly group?: unknown; readonly currency: unknown }) => row.group === null && row.currency === currency;
		const all = rows.filter(isOfEverybody);
		for (const { period, customersAtEnd, joined } of churnReport(base, settingsWith({})).rows.filter(isOfEverybody)) {
			const inPeriod = all.filter((row) => row.period === period);
			expect(inPeriod.filter(({ age }) => age === 0).reduce((sum, { size }) => sum + (size as number), 0)).toBe(joined);
			if (inPeriod.every(({ here }) => here !== null)) expect(inPeriod.reduce((sum, { here }) => sum + (here as number), 0)).toBe(customersAtEnd);
		}
		for (const whole of all.filter(({ here }) => here !== null)) {
			const parts = rows.filter((row) => row.group !== null && row.cohort === whole.cohort && row.age === whole.age && row.currency === currency);
			for (const field of ['size', 'here', 'amount'] as const) closeTo(parts.reduce((sum, row) => sum + (row[field] as number), 0), whole[field] as number, { field, whole });
		}
	}

	it('every field and no other, no number that is none, all cohorts are the customers of the churn table, groups add up: subscriptions', () => {
		law(anySubscriptions, fc.constantFrom(0, 40), (rows, allowedGap) => {
			const base = baseOfRows(rows, allowedGap);
			expectKept(base, base);
		}, TABLES);
	});

	it('the same: purchases', () => {
		law(anyPurchases, fc.constant(null), (purchases) => expectKept(baseOfPurchases(purchases), null), TABLES);
	});

	it('the triangle has the shares of the long rows', () => {
		law(anySubscriptions, fc.constant(null), (rows) => {
			const base = baseOfRows(rows);
			const long = longRows(ofSubscriptions(base));
			for (const { cohort, group, size, ...shares } of ofSubscriptions(base, { shape: 'triangle' }).rows) {
				const own = long.filter((row) => row.cohort === cohort && row.group === group && row.currency === long[0].currency);
				expect(shares).toEqual(Object.fromEntries(own.map(({ age, shareHere }) => [`age${age as number}`, shareHere])));
				expect(own[0].size).toBe(size);
			}
		}, TABLES);
	});

	it('the order of rows does not matter', () => {
		const reportFrom = (base: SubscriptionBase) => ofSubscriptions(base);
		law(anySubscriptions, fc.nat(), (rows, seed) => expectSame(reportFrom(baseOfRows(shuffled(rows, seed))), reportFrom(baseOfRows(rows))), TABLES);
		law(anyPurchases, fc.nat(), (rows, seed) => expectSame(ofVisits(baseOfPurchases(shuffled(rows, seed))), ofVisits(baseOfPurchases(rows))), TABLES);
	});
});
