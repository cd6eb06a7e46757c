import fc from 'fast-check';
import type { SubscriptionBase } from '../../../domain/churn/baseOfTerms';
import { churnReport } from '../../../domain/churn/churnReport';
import type { RevenueSettings } from '../../../domain/revenue/revenueReport';
import { revenueReport } from '../../../domain/revenue/revenueReport';
import { revenueRowFields } from '../../../domain/revenue/revenueRowFields';
import { anySubscriptions, baseOfRows } from '../../support/anyBase';
import { subscriptionBase } from '../../support/bases';
import { expectSame, law, TABLES } from '../../support/law';
import { settingsWith } from '../../support/ledger';
import { shuffled } from '../../support/lifetimes';
import { fieldsWith, pathsOfNothing, unexplainedNulls } from '../../support/registry';

const settings: RevenueSettings = Object.freeze({ periodUnit: 'month', weekStartsOn: 1, losses: 'every', lastPeriods: null, timeZone: 'UTC', grossMargin: 1, horizonMonths: 60 });
const reportOf = (base: SubscriptionBase, chosen: Partial<RevenueSettings> = {}) => revenueReport(base, base.terms.monthlyAmount!, { ...settings, ...chosen });

/**
 * As of 2 May 2024. As March opens Ada 10, Boris 20, Cyrus 70. In March Ada leaves, Boris goes down to 10, Cyrus up to 80:
 * 100 of which 10 churned, 10 contracted, 10 added. In April Ada is back for 15, and Dana comes for 40.
 */
const table = `
	customer  start       end         amount  plan
	Ada       2024-01-10  2024-03-15  10      Basic
	Ada       2024-04-10  -           15      Basic
	Boris     2024-01-10  2024-03-20  20      Basic
	Boris     2024-03-20  -           10      Basic
	Cyrus     2024-02-10  2024-03-25  70      Pro
	Cyrus     2024-03-25  -           80      Pro
	Dana      2024-04-05  -           40      Pro
`;
const base = subscriptionBase(table, '2024-05-02');
const report = reportOf(base);
const rowOf = (period: string, group: string | null = null, { rows } = report) => rows.find((row) => row.period === period && row.group === group)!;

describe('revenueReport: three months of four subscribers', () => {
	it('has every month from the first start to As Of, everybody before the groups', () => {
		expect(report.rows.map(({ period, group }) => [period, group])).toEqual(
			['2024-01', '2024-02', '2024-03', '2024-04', '2024-05'].flatMap((period) => [[period, null], [period, 'Basic'], ...(period === '2024-01' ? [] : [[period, 'Pro']])]),
		);
	});

	it('has March: gross (10 + 10) / 100, net (20 − 10) / 100', () => {
		expect(rowOf('2024-03')).toMatchObject({ mrrAtStart: 100, churnedMrr: 10, contractionMrr: 10, expansionMrr: 10, newMrr: 0, reactivationMrr: 0, mrrAtEnd: 90, grossChurnRate: 0.2, netChurnRate: 0.1, netRetention: 0.9 });
	});

	it('has April: nothing lost, 15 back and 40 new on 90', () => {
		expect(rowOf('2024-04')).toMatchObject({ mrrAtStart: 90, reactivationMrr: 15, newMrr: 40, mrrAtEnd: 145, grossChurnRate: 0, quickRatio: null, reasons: expect.stringContaining('quickRatio: nothingLost') as string });
	});

	it('has January at the left edge, since it opens before the first subscription, and May not over', () => {
		expect([rowOf('2024-01').reason, rowOf('2024-05').reason]).toEqual(['leftEdge', 'periodUnfinished']);
	});

	it('has the groups of everybody: in March Basic lost 20 of 30, Pro nothing of 70', () => {
		expect([rowOf('2024-03', 'Basic').grossChurnRate, rowOf('2024-03', 'Pro').grossChurnRate]).toEqual([0.6666666667, 0]);
	});

	it('lists as churned who left, as the churn rate has them: Ada in March, and not who changed a plan', () => {
		expect(report.churnedCustomers.map(({ customer, fields }) => [base.idOf(customer), fields.period, fields.churnedOn])).toEqual([['Ada', '2024-03', '2024-03-15']]);
		const { churnedCustomers } = churnReport(base, settingsWith({ replacementFactor: 1 }));
		expect(report.churnedCustomers).toEqual(churnedCustomers);
	});

	it('warns of few customers', () => {
		expect(report.advice.map(({ message }) => message)).toEqual(['Every churn rate is of fewer than 30 customers at the start. That is too few for an interval: a single large customer can make such a rate.']);
	});
});

describe('revenueReport: which periods', () => {
	it('the last one only has April, with the same figures, and nobody who left before', () => {
		const last = reportOf(base, { lastPeriods: 1 });
		expect(last.rows).toEqual(report.rows.filter(({ period }) => period === '2024-04'));
		expect(last.churnedCustomers).toEqual([]);
	});

	it('those of the latest complete period who are not back: nobody, since Ada is', () => {
		expect(reportOf(base, { losses: 'latestNotBack' }).churnedCustomers).toEqual([]);
	});

	it('by quarter has the first at the left edge and the second not over', () => {
		expect(reportOf(base, { periodUnit: 'quarter' }).rows.filter(({ group }) => group === null).map(({ period, reason }) => [period, reason])).toEqual([['2024-Q1', 'leftEdge'], ['2024-Q2', 'periodUnfinished']]);
		expect(reportOf(base, { periodUnit: 'quarter' }).advice[0].message).toMatch(/^No period has a churn rate yet/);
	});

	it('of no rows at all has none', () => {
		expect(reportOf(subscriptionBase('customer  start  end  amount', '2024-05-02'))).toEqual({ rows: [], churnedCustomers: [], advice: [] });
	});
});

describe('revenueReport: currencies', () => {
	const two = reportOf(subscriptionBase('customer  start  end  amount  currency\nAda  2024-01-10  2024-03-15  10  EUR\nAda  2024-01-10  -  5  USD\nBoris  2024-01-10  -  30  EUR', '2024-05-02'));

	it('has a row in each: in March 10 of 40 EUR were lost, and nothing of 5 USD', () => {
		expect(two.rows.filter(({ period }) => period === '2024-03').map(({ currency, grossChurnRate, mrrAtStart }) => [currency, grossChurnRate, mrrAtStart])).toEqual([['EUR', 0.25, 40], ['USD', 0, 5]]);
	});

	it('lists nobody who goes on in another currency', () => expect(two.churnedCustomers).toEqual([]));
});

describe('laws of revenueReport', () => {
	it('every field and no other, no number that is none, nulls where the registry says', () => {
		law(anySubscriptions, fc.constantFrom(0, 40), (rows, allowedGap) => {
			const { rows: found } = reportOf(baseOfRows(rows, allowedGap));
			expect(pathsOfNothing(found)).toEqual([]);
			for (const row of found) {
				expect(Object.keys(row)).toEqual(fieldsWith(revenueRowFields, new Set(['groups', 'subscriptions'])));
				expect(unexplainedNulls(row, revenueRowFields)).toEqual([]);
				expect(row.grossChurnRate === null).toBe(row.reason !== null);
			}
		}, TABLES);
	});

	it('the order of rows does not matter for the table; which row tells of a loss may', () => {
		const tableOf = (rows: Parameters<typeof baseOfRows>[0]) => reportOf(baseOfRows(rows)).rows;
		law(anySubscriptions, fc.nat(), (rows, seed) => expectSame(tableOf(shuffled(rows, seed)), tableOf(rows)), TABLES);
	});
});
