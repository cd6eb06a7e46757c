import fc from 'fast-check';
import type { CustomerBase } from '../../../domain/churn/customerBase';
import { lifetimeFields } from '../../../domain/survival/lifetimeFields';
import type { LifetimeSettings } from '../../../domain/survival/lifetimeReport';
import { lifetimeReport } from '../../../domain/survival/lifetimeReport';
import { wilsonInterval } from '../../../domain/statistics/interval';
import { anyPurchases, anySubscriptions, baseOfPurchases, baseOfRows } from '../../support/anyBase';
import { subscriptionBase, visitBase } from '../../support/bases';
import { closeTo } from '../../support/closeTo';
import { expectSame, law, TABLES } from '../../support/law';
import { dayOf } from '../../support/ledger';
import { shuffled } from '../../support/lifetimes';
import { fieldsWith, pathsOfNothing, reasonsOf, unexplainedNulls } from '../../support/registry';

const settings: LifetimeSettings = Object.freeze({
	periodUnit: 'month',
	weekStartsOn: 1,
	watchedSince: null,
	valuePerCustomer: null,
	grossMargin: 1,
	horizonMonths: 60,
	timeZone: 'UTC',
});
const reportOf = (base: CustomerBase, chosen: Partial<LifetimeSettings> = {}) => lifetimeReport(base, { ...settings, ...chosen });
const namesOf = ({ rows }: ReturnType<typeof reportOf>) => rows.map(({ group }) => group);
const SHARE = 10;
const MONEY = 4;

/**
 * As of 1 June 2024 (a leap year) Ada stayed 30 days, Boris and Dana 60, Cyrus has stayed 151 so far (up to 31 May), Eve
 * 91. Dana came back, on another plan. The curve: 1, from day 30 on 4/5, from day 60 on 4/5 · 2/4 = 2/5.
 */
const five = `
	customer  start       end         amount  plan
	Ada       2024-01-01  2024-01-31  10      Basic
	Boris     2024-01-01  2024-03-01  10      Basic
	Cyrus     2024-01-01  -           20      Pro
	Dana      2024-02-01  2024-04-01  20      Pro
	Dana      2024-05-01  -           20      Basic
	Eve       2024-03-01  -           30      Pro
`;

describe('lifetimeReport: five subscribers of whom three left', () => {
	const { rows, advice } = reportOf(subscriptionBase(five, '2024-06-01'));
	const [everybody, basic, pro] = rows;

	it('says how many there are and how many left, each once, though Dana came back', () => {
		expect([everybody.customers, everybody.left]).toEqual([5, 3]);
	});

	it('has half of them gone after 60 days, where the curve comes down to 2/5', () => {
		expect(everybody.medianDays).toBe(60);
	});

	it('has 4/5 here after 30 days, 2/5 after 90, and nothing to say of 180, for which nobody was watched', () => {
		expect([everybody.here30Days, everybody.here90Days, everybody.here180Days]).toEqual([0.8, 0.4, null]);
	});

	it('has a mean of 30 + 30 · 4/5 + 91 · 2/5 = 90.4 of the first 151 days', () => {
		expect([everybody.meanDays, everybody.meanHorizon]).toEqual([90.4, 151]);
	});

	it('looks no further than the horizon for the mean: 3 months are 91 days, 30 + 24 + 31 · 2/5', () => {
		const [{ meanDays, meanHorizon }] = reportOf(subscriptionBase(five, '2024-06-01'), { horizonMonths: 3 }).rows;
		expect([meanHorizon, meanDays]).toEqual([91, 66.4]);
	});

	it('pools February to May: 0 of 2, 1 of 3, 1 of 3, 0 of 2', () => {
		expect([everybody.pooledLost, everybody.pooledAtStart, everybody.pooledChurnRate]).toEqual([2, 10, 0.2]);
	});

	// What ran as each month opened: 30 of two, 50 of three, 70 of three, 50 of two.
	const perPeriod = (30 + 50 + 70 + 50) / 10;

	it('has a customer bring 200 / 10 = 20 in a month, and 5 times as much in a life', () => {
		closeTo(everybody.marginPerPeriod, perPeriod, 'margin', MONEY);
		closeTo(everybody.lifetimeValue, 5 * perPeriod, 'value', MONEY);
		expect(everybody.lifetimePeriods).toBe(5);
	});

	it('has its limits from Wilson’s of 2/10, high churn making the low one', () => {
		const { low, high } = wilsonInterval(2, 10);
		closeTo(everybody.lifetimeValueLow, perPeriod / high, 'low', MONEY);
		closeTo(everybody.lifetimeValueHigh, perPeriod / low, 'high', MONEY);
	});

	it('has four who stayed at least 60 days, 362 days together, and paid for those days', () => {
		// Boris 60 days at 10, Cyrus 151 at 20, Dana 60 at 20, Eve 91 at 30; each rounded to 1/10,000.
		const spent = [60 * 10, 151 * 20, 60 * 20, 91 * 30].map((monthDays) => Math.round((monthDays * 12 * 10_000) / 365) / 10_000).reduce((sum, each) => sum + each, 0);
		expect(everybody.loyalCustomers).toBe(4);
		closeTo(everybody.loyalYears, 362 / 4 / 365, 'years', SHARE);
		closeTo(everybody.loyalValue, spent / 4, 'value', MONEY);
		closeTo(everybody.loyalSpendPerYear, spent / (362 / 365), 'a year', MONEY);
	});

	it('has one who pays 30 a month spend 360 a year', () => {
		const [row] = reportOf(subscriptionBase('customer  start  end  amount\nAda  2024-01-01  -  30\nBoris  2024-01-01  2024-01-11  30', '2024-06-01'), {}).rows;
		expect([row.loyalCustomers, row.loyalSpendPerYear]).toEqual([1, 360]);
	});

	it('tells of everybody first and then of the groups by name, each customer in the first group: Dana in Pro', () => {
		expect(rows.map(({ group, customers, left }) => [group, customers, left])).toEqual([[null, 5, 3], ['Basic', 2, 2], ['Pro', 3, 1]]);
	});

	it('has the churn of the same customers: Basic 0 of 1 in February and 1 of 1 … Dana’s loss is Pro’s, her return too', () => {
		// Basic: Boris in February and March. Pro: Cyrus; Cyrus, Dana; Cyrus, Dana, Eve; Cyrus, Eve.
		expect([basic.pooledLost, basic.pooledAtStart]).toEqual([1, 2]);
		expect([pro.pooledLost, pro.pooledAtStart]).toEqual([1, 8]);
	});

	it('expects of Basic 2/5 at day 30 and 2 · 1/4 at day 60 to leave, .9, and of Pro the other 2.1', () => {
		expect([basic.expectedLeft, pro.expectedLeft, everybody.expectedLeft]).toEqual([0.9, 2.1, null]);
	});

	it('has a log-rank test of all groups in the row of everybody alone: (2 − .9)² / (.24 + 2·2/3 · 1/4 · 3/4) = 2.469', () => {
		// Variance: at 30, 1 leaves of 2 + 3: 2/5 · 3/5 = .24; at 60, 2 of 1 + 3: 2 · (1/4)(3/4) · (4 − 2)/(4 − 1) = .25.
		closeTo(everybody.chiSquare, 1.1 ** 2 / 0.49, 'chi square', SHARE);
		expect(everybody.degreesOfFreedom).toBe(1);
		expect([basic.chiSquare, basic.degreesOfFreedom, basic.p]).toEqual([null, null, null]);
	});

	it('sums each row up in a sentence', () => {
		expect(rows.map(({ summary }) => summary)).toEqual([
			'All customers: half have left after 60 days (at least 30 days; 3 of 5 have left). Lifetime value 100 (39 to 353). The groups cannot be told apart (log-rank p 0.12).',
			'Basic: half have left after 45 days (at least 30 days; 2 of 2 have left). Lifetime value 20 (11 to 106).',
			'Pro: more than half are still here (1 of 3 have left), so the median is not known. Lifetime value 180 (48 to 1,004).',
		]);
	});

	it('warns that a difference between groups need not be their doing', () => {
		expect(advice.map(({ message }) => message)).toEqual([
			'Groups are those customers were in first. A difference between them need not be their doing: who chooses a yearly plan may have meant to stay. The log-rank test sees curves that lie apart throughout and may miss curves that cross.',
		]);
	});

	it('says how the rows were read', () => {
		expect(everybody).toMatchObject({ asOf: '2024-06-01', allowedGap: 0, timeZone: 'UTC', watchedSince: null, currency: null, reasons: '' });
	});
});

describe('lifetimeReport: what is set', () => {
	const base = subscriptionBase(five, '2024-06-01');

	it('a value of 100 a period and a margin of 80 % make 80 a period and 400 a life', () => {
		expect(reportOf(base, { valuePerCustomer: 100, grossMargin: 0.8 }).rows[0]).toMatchObject({ marginPerPeriod: 80, lifetimeValue: 400 });
	});

	it('a horizon of 3 months caps a life of 5 periods at 3, and the upper limit too', () => {
		expect(reportOf(base, { valuePerCustomer: 100, horizonMonths: 3 }).rows[0]).toMatchObject({ lifetimePeriods: 3, lifetimeValue: 300, lifetimeValueHigh: 300 });
	});

	it('by quarter the horizon of 3 months is one period; the second quarter of 2024 is not over as of 1 June', () => {
		expect(reportOf(base, { valuePerCustomer: 100, horizonMonths: 3, periodUnit: 'quarter' }).rows[0]).toMatchObject({ pooledAtStart: 0, reasons: expect.stringContaining('lifetimeValue: noCustomersAtStart') as string });
		const withoutReturn = five.replace(/.*2024-05-01.*/, '');
		expect(reportOf(subscriptionBase(withoutReturn, '2024-07-01'), { valuePerCustomer: 100, horizonMonths: 3, periodUnit: 'quarter' }).rows[0]).toMatchObject({ pooledLost: 1, pooledAtStart: 3, lifetimePeriods: 1 });
	});
});

describe('lifetimeReport: Watched Since', () => {
	// Of those who left before April the list knows nothing any more.
	const { rows, advice } = reportOf(subscriptionBase(five, '2024-06-01'), { watchedSince: dayOf('2024-03-15') });

	it('leaves out and counts who had left by then: Ada and Boris', () => {
		expect(rows[0]).toMatchObject({ customers: 3, left: 1, leftUnseen: 2, watchedSince: '2024-03-15' });
		expect(advice.map(({ message }) => message)).toContain('2 customers had left when the watching began and are not among the lifetimes.');
	});

	it('pools only periods that open on that day or later: April 1 of 3, May 0 of 2', () => {
		expect(rows[0]).toMatchObject({ pooledLost: 1, pooledAtStart: 5 });
		expect(reportOf(subscriptionBase(five, '2024-06-01'), { watchedSince: dayOf('2024-03-01') }).rows[0]).toMatchObject({ pooledLost: 2, pooledAtStart: 8 });
	});

	it('has Cyrus, who joined on 1 January, come in at the age of 74 days, so that he hides nobody’s leaving at 60: of Dana and Eve one left', () => {
		// At risk at 60: Dana (from 43 on) and Eve (from 14 on); so 1/2, where all three would make 2/3.
		expect(rows[0].here90Days).toBe(0.5);
	});

	it('warns where nobody was being watched at some age: before 14 days nobody was', () => {
		expect(advice.map(({ message }) => message)).toContain('At an age of 0 days nobody was being watched, so the curve is a guess from there on.');
	});

	it('has no period left where it is after the last: leftEdge', () => {
		const [row] = reportOf(subscriptionBase(five, '2024-06-01'), { watchedSince: dayOf('2024-05-20') }).rows;
		expect(row).toMatchObject({ pooledAtStart: 0, pooledChurnRate: null });
		expect(reasonsOf(row).lifetimeValue).toBe('leftEdge');
	});
});

describe('lifetimeReport: purchases', () => {
	// The window is 30 days. Who bought before 31 January may have been a customer before the log.
	const log = `
		customer  on          amount  currency
		Ada       2024-01-01  10      EUR
		Boris     2024-02-05  10      EUR
		Boris     2024-03-01  20      USD
		Cyrus     2024-02-10  30      EUR
		Cyrus     2024-04-20  30      EUR
	`;
	const { rows, advice } = reportOf(visitBase(log, '2024-06-01'));

	it('leaves out and counts whose joining cannot be seen: Ada', () => {
		expect(rows[0]).toMatchObject({ joinedUnseen: 1, customers: 2, left: 2, watchedSince: '2024-01-31', churnWindow: 30 });
		expect(advice.map(({ message }) => message)).toEqual([
			'1 customer bought in the first 30 days of the rows: since when they are customers cannot be seen, so their stay is not among the lifetimes.',
		]);
	});

	it('has Boris leave 30 days after the last purchase, after 55, and Cyrus after 30: half in the middle of both', () => {
		expect([rows[0].medianDays, rows[0].here30Days]).toEqual([42.5, 0.5]);
	});

	it('has a row in each currency, with the same stay and other money', () => {
		expect(rows.map(({ currency, medianDays, loyalValue }) => [currency, medianDays, loyalValue])).toEqual([['EUR', 42.5, 10], ['USD', 42.5, 20]]);
	});

	it('counts a period in which customers brought nothing as 0: in March USD 0, of two; in May 0, of one', () => {
		// March: Boris and Cyrus had brought 40 EUR and nothing in USD in the 30 days before. May: Cyrus 30 EUR.
		expect(rows.map(({ pooledLost, pooledAtStart }) => [pooledLost, pooledAtStart])).toEqual([[3, 3], [3, 3]]);
		closeTo(rows[0].marginPerPeriod, (((10 + 30) / 30) * 31 + (30 / 30) * 31) / 3, 'EUR', MONEY);
		expect(rows[1]).toMatchObject({ marginPerPeriod: 0, lifetimeValue: null });
		expect(reasonsOf(rows[1]).lifetimeValue).toBe('noSpend');
	});

	it('says that one value cannot be told of two currencies', () => {
		expect(reasonsOf(reportOf(visitBase(log, '2024-06-01'), { valuePerCustomer: 10 }).rows[0])).toEqual({ lifetimeValue: 'twoCurrencies' });
	});

	it('says that no period can be rated yet: all begin before 31 January or are not over', () => {
		const [row] = reportOf(visitBase('customer  on\nAda  2024-01-01\nBoris  2024-02-05', '2024-02-20')).rows;
		expect(reasonsOf(row).lifetimeValue).toBe('leftEdge');
		expect(reasonsOf(reportOf(visitBase('customer  on\nAda  2024-01-01', '2024-01-20')).rows[0]).lifetimeValue).toBe('leftEdge');
	});
});

describe('lifetimeReport: what is not known', () => {
	it('without amounts is the value, not the stay', () => {
		const [row] = reportOf(subscriptionBase('customer  start  end\nAda  2024-01-01  2024-02-10\nBoris  2024-01-01  -', '2024-06-01')).rows;
		expect(row).toMatchObject({ medianDays: 95.5, marginPerPeriod: null, lifetimeValue: null, loyalCustomers: null });
		expect(reasonsOf(row)).toEqual({ lifetimeValue: 'noAmounts', loyalValue: 'noAmounts' });
	});

	it('where nobody left is the median and the value', () => {
		const [row] = reportOf(subscriptionBase('customer  start  end  amount\nAda  2024-01-01  -  10\nBoris  2024-02-01  -  10', '2024-06-01')).rows;
		expect(row).toMatchObject({ customers: 2, left: 0, pooledChurnRate: 0, here90Days: 1, meanDays: 151, lifetimeValue: null });
		expect(reasonsOf(row)).toEqual({ medianDays: 'medianNotReached', lifetimeValue: 'noChurn', loyalValue: 'medianNotReached' });
		expect(row.summary).toBe('All customers: more than half are still here (0 of 2 have left), so the median is not known.');
	});

	it('of one who left is a limit, and the summary has none', () => {
		const [row] = reportOf(subscriptionBase('customer  start  end\nAda  2024-01-01  2024-01-07', '2024-06-01')).rows;
		expect([row.medianDays, row.medianLow, row.medianHigh]).toEqual([6, null, null]);
		expect(row.summary).toBe('All customers: half have left after 6 days (1 of 1 have left).');
	});

	it('is everything of one who joined on As Of', () => {
		const { rows, advice } = reportOf(subscriptionBase('customer  start  end  amount\nAda  2024-06-01  -  10', '2024-06-01'));
		expect(rows[0]).toMatchObject({ customers: 0, tooNew: 1, medianDays: null, meanDays: null, meanHorizon: null, pooledChurnRate: null });
		expect(reasonsOf(rows[0])).toEqual({ medianDays: 'noCustomers', lifetimeValue: 'periodUnfinished', loyalValue: 'medianNotReached' });
		expect(rows[0].summary).toBe('All customers: nobody was seen to join and watched for a day, so nothing is known.');
		expect(advice).toEqual([{ kind: 'warning', message: 'Nobody was seen to join and then watched for a day, so there are no lifetimes. Read a longer history, or set an earlier Watched Since.' }]);
	});

	it('of one group alone is a comparison: oneGroup', () => {
		const [row] = reportOf(subscriptionBase('customer  start  end  plan\nAda  2024-01-01  2024-02-10  Pro', '2024-06-01')).rows;
		expect(reasonsOf(row).chiSquare).toBe('oneGroup');
	});

	it('of no rows at all gives none', () => {
		expect(reportOf(subscriptionBase('customer  start  end', '2024-06-01'))).toEqual({ rows: [], advice: [] });
		expect(reportOf(visitBase('customer  on', '2024-06-01'))).toEqual({ rows: [], advice: [] });
	});
});

describe('laws of lifetimeReport', () => {
	/** The figure whose reason explains that another is null. */
	const explains: Record<string, string> = {
		medianDays: 'medianDays',
		pooledChurnRate: 'lifetimeValue',
		marginPerPeriod: 'lifetimeValue',
		lifetimeValue: 'lifetimeValue',
		loyalCustomers: 'loyalValue',
		loyalYears: 'loyalValue',
		loyalSpendPerYear: 'loyalValue',
		loyalValue: 'loyalValue',
	};

	function expectKept(base: CustomerBase, kind: 'subscriptions' | 'purchases', watchedSince: number | null) {
		const { rows } = reportOf(base, { watchedSince });
		expect(pathsOfNothing(rows)).toEqual([]);
		for (const row of rows) {
			expect(Object.keys(row)).toEqual(fieldsWith(lifetimeFields, new Set([kind, 'groups'])));
			expect(unexplainedNulls(row, lifetimeFields)).toEqual([]);
			const reasons = reasonsOf(row);
			for (const [figure, reason] of Object.entries(explains)) if (row[figure as 'medianDays'] === null) expect(reasons).toHaveProperty(reason);
			if (row.group === null && row.chiSquare === null) expect(reasons).toHaveProperty('chiSquare');
			expect(row.lifetimeValue === null || !('lifetimeValue' in reasons)).toBe(true);
		}
		if (rows.length === 0) return;
		const names = [...new Set(namesOf({ rows, advice: [] }))];
		expect(names).toEqual([null, ...names.slice(1).sort()]);
		const [everybody, ...groups] = rows.filter(({ currency }) => currency === rows[0].currency);
		const { joinedUnseen, leftUnseen, tooNew } = everybody;
		const isAll = joinedUnseen === 0 && leftUnseen === 0 && tooNew === 0;
		for (const field of ['customers', 'left', ...(isAll ? (['pooledLost', 'pooledAtStart'] as const) : [])] as const) {
			expect([field, groups.reduce((sum, row) => sum + (row[field] as number), 0)]).toEqual([field, everybody[field]]);
		}
	}
	const since = fc.constantFrom(null, dayOf('2024-04-01'), dayOf('2024-08-15'));

	it('every field and no other, no number that is none, each null explained, groups add up: subscriptions', () => {
		law(anySubscriptions, since, (rows, watchedSince) => expectKept(baseOfRows(rows), 'subscriptions', watchedSince), TABLES);
	});

	it('the same: purchases', () => {
		law(anyPurchases, since, (purchases, watchedSince) => expectKept(baseOfPurchases(purchases), 'purchases', watchedSince), TABLES);
	});

	it('the order of rows does not matter', () => {
		law(anySubscriptions, fc.nat(), (rows, seed) => expectSame(reportOf(baseOfRows(shuffled(rows, seed))), reportOf(baseOfRows(rows))), TABLES);
		law(anyPurchases, fc.nat(), (purchases, seed) => expectSame(reportOf(baseOfPurchases(shuffled(purchases, seed))), reportOf(baseOfPurchases(purchases))), TABLES);
	});
});
