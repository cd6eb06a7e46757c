/** The table, on drawn terms. July has 31 days and is complete unless As Of is stated. */
import { confidenceAmongGroups } from '../../../domain/churn/change';
import type { RevenueQuestion } from '../../../domain/revenue/question';
import { revenueRowFields } from '../../../domain/revenue/revenueRowFields';
import type { RevenueRow } from '../../../domain/revenue/revenueRowFields';
import { differenceInterval, wilsonInterval, wilsonIntervalOfShare } from '../../../domain/statistics/interval';
import { closeTo, hasDigits } from '../../support/closeTo';
import { july, julyPeriod } from '../../support/ledger';
import { drawTerms, many, revenueOf } from '../../support/terms';

const HEAD = 'customer  start  end  amount';
const GROUPED = 'customer  start  end  amount  group';
const SHARE_DECIMALS = 10;

const inJuly = (lines: readonly string[], chosen: Partial<RevenueQuestion> = {}): RevenueRow => {
	const asOf = chosen.asOf ?? july(46);
	return revenueOf(drawTerms([HEAD, ...lines].join('\n'), asOf), { ...chosen, asOf })[0];
};

const months = [
	{ start: july(-29), end: july(1), label: '2024-06' },
	julyPeriod,
	{ start: july(32), end: july(63), label: '2024-08' },
];

describe('a July of forty customers at 20, one at 50 who leaves, one at 30 who pays 10 less, and one new at 60', () => {
	const row = inJuly([many('c', 40, 'before  –  20'), 'gone  before  9  50', 'less  before  9  30', 'less  9  –  20', 'new  9  –  60']);

	it('has every sum in whole currency units: 880 + 60 − 10 − 50 = 880', () => {
		expect(row).toMatchObject({ mrrAtStart: 880, newMrr: 60, expansionMrr: 0, contractionMrr: 10, churnedMrr: 50, reactivationMrr: 0, mrrAtEnd: 880 });
	});

	it('has gross and net 60/880, GRR and NRR 820/880, quick ratio 1', () => {
		for (const name of ['grossChurnRate', 'netChurnRate'] as const) closeTo(row[name], 60 / 880, name, SHARE_DECIMALS);
		for (const name of ['grossRetention', 'netRetention'] as const) closeTo(row[name], 820 / 880, name, SHARE_DECIMALS);
		expect(row.quickRatio).toBe(1);
	});

	it('has 42 customers at the start, 42 at the end, one churned, 880/42 each', () => {
		expect(row).toMatchObject({ customersAtStart: 42, customersAtEnd: 42, churnedCustomers: 1 });
		closeTo(row.averageMrr, 880 / 42, 'average', 4);
	});

	it('has a lifetime value of 880/42 times 42 months, its limits Wilson’s of 1 in 42, the upper at the horizon', () => {
		expect(row.lifetimeValue).toBe(880);
		closeTo(row.lifetimeValueMonths, 42, 'months', SHARE_DECIMALS);
		closeTo(row.lifetimeValueLow, 880 / 42 / wilsonInterval(1, 42).high, 'low', 4);
		closeTo(row.lifetimeValueHigh, (880 / 42) * 60, 'high', 4);
	});

	it('names its period, its days, its zone and its As Of', () => {
		expect(row).toMatchObject({ period: '2024-07', start: '2024-07-01', end: '2024-08-01', isComplete: true, asOf: '2024-08-15', timeZone: 'UTC', currency: null, reason: null });
	});

	it('has every field of the list in its order, but for those of groups', () => {
		const isAlways = ([, { meaning }]: readonly [string, { readonly meaning: string }]) => !meaning.startsWith('Only with');
		expect(Object.keys(row)).toEqual(Object.entries(revenueRowFields).filter(isAlways).map(([name]) => name));
	});

	it('says why its change is null', () => {
		expect(row.reasons).toBe('change: noPreviousPeriod');
	});
});

describe('why a rate is null', () => {
	const lines = [many('c', 40, 'before  –  20'), 'gone  before  9  50'];
	const reasonOf = (chosen: Partial<RevenueQuestion>) => inJuly(lines, chosen).reason;

	it('leftEdge: July begins a day before the first day that can be rated; not on it', () => {
		expect([reasonOf({ ratedFrom: july(2) }), reasonOf({ ratedFrom: july(1) })]).toEqual(['leftEdge', null]);
	});

	it('periodUnfinished: as of 31 July; not as of 1 August', () => {
		expect([reasonOf({ asOf: july(31) }), reasonOf({ asOf: july(32) })]).toEqual(['periodUnfinished', null]);
	});

	it('withinAllowedGap: 7 days after July as of 7 August; not as of the 8th', () => {
		expect([reasonOf({ asOf: july(38), settlingDays: 7 }), reasonOf({ asOf: july(39), settlingDays: 7 })]).toEqual(['withinAllowedGap', null]);
	});

	it('is leftEdge before any other, then periodUnfinished', () => {
		expect([reasonOf({ asOf: july(31), settlingDays: 7, ratedFrom: july(2) }), reasonOf({ asOf: july(31), settlingDays: 7 })]).toEqual(['leftEdge', 'periodUnfinished']);
	});

	it('noRevenueAtStart: nobody, or nobody who paid', () => {
		expect([inJuly([]).reason, inJuly(['f1  before  –  0', 'n1  9  –  10']).reason]).toEqual(['noRevenueAtStart', 'noRevenueAtStart']);
	});

	it('amountTooLarge: then the sums that are too large are null, the others and the counts stay', () => {
		const row = inJuly(['c1  before  –  600000000000', 'c2  before  –  600000000000', 'n1  9  –  5']);
		expect(row).toMatchObject({ reason: 'amountTooLarge', mrrAtStart: null, mrrAtEnd: null, averageMrr: null, newMrr: 5, customersAtStart: 2, grossChurnRate: null });
		expect(row.reasons).toBe('amounts: amountTooLarge');
	});

	it('leaves amounts, counts and the average, and nothing that follows from a rate', () => {
		const row = inJuly(lines, { asOf: july(31) });
		expect(row).toMatchObject({ mrrAtStart: 850, churnedMrr: 50, mrrAtEnd: 800, customersAtStart: 41, churnedCustomers: 1, isComplete: false });
		closeTo(row.averageMrr, 850 / 41, 'average', 4);
		const rates = Object.entries(row).filter(([name]) => /Rate|Low|High|Retention|quick|change|verdict|lifetime/.test(name));
		expect(rates.length).toBe(19);
		expect(rates.filter(([, value]) => value !== null)).toEqual([]);
		expect(row.reasons).toBe('');
	});
});

describe('why other figures are null', () => {
	it('the intervals below 30 customers at the start: fewerThan30Customers', () => {
		const row = inJuly([many('c', 28, 'before  –  20'), 'gone  before  9  20']);
		closeTo(row.grossChurnRate, 1 / 29, 'gross', SHARE_DECIMALS);
		expect(row).toMatchObject({ grossLow: null, netHigh: null, netRetentionLow: null, reasons: 'interval: fewerThan30Customers; change: noPreviousPeriod' });
	});

	it('the quick ratio and the lifetime value where nothing was lost: nothingLost and noChurn', () => {
		const row = inJuly([many('c', 30, 'before  –  20')]);
		expect(row).toMatchObject({ grossChurnRate: 0, quickRatio: null, lifetimeValue: null, lifetimeValueMonths: null });
		expect(row.reasons).toBe('quickRatio: nothingLost; change: noPreviousPeriod; lifetimeValue: noChurn');
	});

	it('the lifetime value where money was lost and nobody: only contraction', () => {
		const row = inJuly([many('c', 30, 'before  –  20'), 'less  before  9  30', 'less  9  –  20']);
		expect([row.quickRatio, row.lifetimeValue]).toEqual([0, null]);
	});
});

describe('the change against the period before', () => {
	// 100 alike in June of whom 2 leave; of the 98 in July 20 leave, of the 78 in August none.
	const lines = [many('c', 78, 'before  –  20'), many('june', 2, 'before  -5  20'), many('july', 20, 'before  9  20')];
	const [june, inJulyRow, august] = revenueOf(drawTerms([HEAD, ...lines].join('\n'), july(70)), { periods: months, asOf: july(70) });
	/** n alike of whom k leave: Wilson for n − 1, and for n where nobody does (see revenueRates.test.ts). */
	const gross = (lost: number, total: number) => ({ value: lost / total, ...wilsonIntervalOfShare(lost / total, lost === 0 ? total : total - 1) });

	it('of the first is noPreviousPeriod', () => {
		expect([june.change, june.reasons]).toEqual([null, 'change: noPreviousPeriod']);
	});

	it('is 20/98 − 2/100 with MOVER’s limits: up', () => {
		const { low, high } = differenceInterval(gross(20, 98), gross(2, 100));
		closeTo(inJulyRow.change, 20 / 98 - 2 / 100, 'July', SHARE_DECIMALS);
		closeTo(inJulyRow.changeLow, low, 'July', SHARE_DECIMALS);
		closeTo(inJulyRow.changeHigh, high, 'July', SHARE_DECIMALS);
		expect(inJulyRow.verdict).toBe('up');
	});

	it('is 0/78 − 20/98: down', () => {
		closeTo(august.change, -20 / 98, 'August', SHARE_DECIMALS);
		expect(august.verdict).toBe('down');
	});

	it('is not told where one of the two has no interval: fewerThan30Customers', () => {
		const few = revenueOf(drawTerms(`${HEAD}\n${many('c', 29, 'before  –  20')}\n${many('n', 5, '-9  –  20')}`, july(70)), { periods: months, asOf: july(70) });
		expect(few.map(({ customersAtStart }) => customersAtStart)).toEqual([29, 34, 34]);
		expect(few.map(({ reasons }) => /change: (\w+)/.exec(reasons as string)?.[1])).toEqual(['noPreviousPeriod', 'fewerThan30Customers', undefined]);
		expect([few[2].grossLow, few[2].change]).toEqual([0, 0]);
	});

	it('is noPreviousPeriod where the one before is at the left edge', () => {
		const rows = revenueOf(drawTerms([HEAD, ...lines].join('\n'), july(70)), { periods: months, asOf: july(70), ratedFrom: july(1) });
		expect(rows.map(({ reason }) => reason)).toEqual(['leftEdge', null, null]);
		expect(rows[1].reasons).toBe('change: noPreviousPeriod');
	});
});

describe('the lifetime value', () => {
	/** All at 100 a month: 5 of 95 leave in June, 95 of 195 in July, 10 of 100 in August. */
	const lines = [
		many('gone', 5, 'before  -5  100'),
		many('stay', 90, 'before  –  100'),
		many('late', 10, '-9  40  100'),
		many('short', 95, '-9  31  100'),
	];
	const question = { periods: months, asOf: july(70) };
	const rows = revenueOf(drawTerms([HEAD, ...lines].join('\n'), july(70)), question);

	it('pools the losses of all periods so far: 5/95, then + 95/195, then + 10/100', () => {
		expect(rows.map(({ customersAtStart, churnedCustomers }) => [churnedCustomers, customersAtStart])).toEqual([[5, 95], [95, 195], [10, 100]]);
		closeTo(rows[0].lifetimeValue, (100 * 95) / 5, 'June', 4);
		closeTo(rows[1].lifetimeValue, (100 * (95 + 195)) / (5 + 95), 'July', 4);
		closeTo(rows[2].lifetimeValue, (100 * (95 + 195 + 100)) / (5 + 95 + 10), 'August', 4);
	});

	it('leaves out periods without a rate: with June at the left edge August is 295/105', () => {
		const rated = revenueOf(drawTerms([HEAD, ...lines].join('\n'), july(70)), { ...question, ratedFrom: july(1) });
		expect(rated[0].lifetimeValue).toBeNull();
		closeTo(rated[2].lifetimeValue, (100 * 295) / 105, 'August', 4);
	});

	it('of 15 in 400 at 100 is 2,666.67 [1,640.85, 4,375.40] (DOMAIN 1)', () => {
		const row = inJuly([many('stay', 385, 'before  –  100'), many('gone', 15, 'before  9  100')]);
		hasDigits(row.lifetimeValue, '2666.67', 'value');
		hasDigits(row.lifetimeValueLow, '1640.85', 'low');
		hasDigits(row.lifetimeValueHigh, '4375.40', 'high');
	});

	it('takes the margin: at .8 it is .8 of it, and the months are the same', () => {
		const [at1, at8] = [1, 0.8].map((grossMargin) => inJuly([many('stay', 385, 'before  –  100'), many('gone', 15, 'before  9  100')], { grossMargin }));
		closeTo(at8.lifetimeValue, (at1.lifetimeValue as number) * 0.8, 'value', 3);
		expect(at8.lifetimeValueMonths).toBe(at1.lifetimeValueMonths);
	});

	it('counts months: a quarter that loses 15 of 400 is 80 months of 100, at most 60', () => {
		const ofQuarter = (horizonMonths: number) => inJuly([many('stay', 385, 'before  –  100'), many('gone', 15, 'before  9  100')], { monthsPerPeriod: 3, horizonMonths });
		expect(ofQuarter(60)).toMatchObject({ lifetimeValueMonths: 60, lifetimeValue: 6_000 });
		closeTo(ofQuarter(100).lifetimeValueMonths, 80, 'months', SHARE_DECIMALS);
		closeTo(ofQuarter(100).lifetimeValue, 8_000, 'value', 4);
	});
});

describe('rows by group', () => {
	const lines = [many('p', 40, 'before  –  20  Pro'), many('pro', 10, 'before  9  20  Pro'), many('b', 90, 'before  –  20  Basic'), many('basic', 10, 'before  9  20  Basic'), many('t', 5, 'before  –  20  Tiny')];
	const rows = revenueOf(drawTerms([GROUPED, ...lines].join('\n')));
	const gross = (lost: number, total: number, confidence: number) => ({ value: lost / total, ...wilsonIntervalOfShare(lost / total, total - 1, confidence) });
	const rowOf = (group: string) => rows.find((row) => row.group === group)!;

	it('are everybody first, then the groups by name, with all fields of the list', () => {
		expect(rows.map(({ group }) => group)).toEqual([null, 'Basic', 'Pro', 'Tiny']);
		expect(Object.keys(rows[1])).toEqual(Object.keys(revenueRowFields));
	});

	it('compare each with the rest, at a confidence for the groups that can be: Basic 10/100 against 10/55 among two', () => {
		const { low, high } = differenceInterval(gross(10, 100, confidenceAmongGroups(2)), gross(10, 55, confidenceAmongGroups(2)));
		closeTo(rowOf('Basic').againstRest, 10 / 100 - 10 / 55, 'Basic', SHARE_DECIMALS);
		closeTo(rowOf('Basic').againstRestLow, low, 'Basic', SHARE_DECIMALS);
		closeTo(rowOf('Basic').againstRestHigh, high, 'Basic', SHARE_DECIMALS);
		expect(rowOf('Basic').restVerdict).toBe('inconclusive');
	});

	it('keep their own limits at 95 %', () => {
		closeTo(rowOf('Basic').grossLow, gross(10, 100, 0.95).low, 'Basic', SHARE_DECIMALS);
	});

	it('of fewer than 30 customers are not compared: fewerThan30Customers', () => {
		expect(rowOf('Tiny').againstRest).toBeNull();
		expect(rowOf('Tiny').reasons).toContain('againstRest: fewerThan30Customers');
	});

	it('have no rest where nobody else paid as July opened: noRest', () => {
		const [, only] = revenueOf(drawTerms([GROUPED, many('a', 40, 'before  –  20  A'), many('n', 40, '9  –  20  B')].join('\n')));
		expect([only.group, only.againstRest]).toEqual(['A', null]);
		expect(only.reasons).toContain('againstRest: noRest');
	});

	it('say nothing about the rest in the row of everybody', () => {
		expect([rows[0].againstRest, rows[0].reasons]).toEqual([null, 'change: noPreviousPeriod']);
	});

	it('tell a difference: 40 of 100 against 2 of 100', () => {
		const [, a, b] = revenueOf(
			drawTerms([GROUPED, many('a', 60, 'before  –  20  A'), many('ax', 40, 'before  9  20  A'), many('b', 98, 'before  –  20  B'), many('bx', 2, 'before  9  20  B')].join('\n')),
		);
		expect([a.restVerdict, b.restVerdict]).toEqual(['up', 'down']);
	});

	it('of a group are pooled by themselves', () => {
		closeTo(rowOf('Pro').lifetimeValue, (20 * 50) / 10, 'Pro', 4);
	});
});

describe('rows by currency', () => {
	const table = 'customer  start  end  amount  currency  group\na1  before  9  10  EUR  A\na2  before  –  30  EUR  A\nb1  before  –  50  USD  B';

	it('are one each for everybody, and for a group in the currencies it pays in', () => {
		const rows = revenueOf(drawTerms(table));
		expect(rows.map(({ group, currency }) => [group, currency])).toEqual([[null, 'EUR'], [null, 'USD'], ['A', 'EUR'], ['B', 'USD']]);
		expect(rows.map(({ mrrAtStart, grossChurnRate }) => [mrrAtStart, grossChurnRate])).toEqual([[40, 0.25], [50, 0], [40, 0.25], [50, 0]]);
	});

	it('name the one currency that there is', () => {
		expect(inJulyIn('EUR').currency).toBe('EUR');
	});

	it('of rows without a currency beside others are a row of their own, with none', () => {
		const rows = revenueOf(drawTerms('customer  start  end  amount  currency\na1  before  –  10  EUR\na2  before  –  30'));
		expect(rows.map(({ currency, mrrAtStart }) => [currency, mrrAtStart])).toEqual([[null, 30], ['EUR', 10]]);
	});

	function inJulyIn(currency: string): RevenueRow {
		return revenueOf(drawTerms(`customer  start  end  amount  currency\na1  before  –  10  ${currency}`))[0];
	}
});

describe('the edges of the table', () => {
	it('no periods are no rows', () => {
		expect(revenueOf(drawTerms(`${HEAD}\nc1  before  –  10`), { periods: [] })).toEqual([]);
	});

	it('nobody is a row of zeros', () => {
		expect(inJuly([])).toMatchObject({ mrrAtStart: 0, newMrr: 0, mrrAtEnd: 0, customersAtStart: 0, grossChurnRate: null, averageMrr: null, reason: 'noRevenueAtStart' });
	});
});
