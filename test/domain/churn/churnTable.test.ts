/** The table as `churnReport` asks for it: purchases in, rows out. The window is 30 days unless stated. */
import { churnDefinitions } from '../../../domain/churn/definitions';
import { averageCustomers } from '../../../domain/churn/definitions/averageCustomers';
import { customerDays } from '../../../domain/churn/definitions/customerDays';
import { dailySum } from '../../../domain/churn/definitions/dailySum';
import { includingNew } from '../../../domain/churn/definitions/includingNew';
import { startOfPeriod } from '../../../domain/churn/definitions/startOfPeriod';
import { churnRowFields } from '../../../domain/churn/rowFields';
import { compareRates, confidenceAmongGroups } from '../../../domain/churn/change';
import { fraction } from '../../../domain/churn/definition';
import { differenceInterval, wilsonInterval } from '../../../domain/statistics/interval';
import { isoDate } from '../../../domain/time';
import { closeTo } from '../../support/closeTo';
import { churnOf, drawPurchases, rowOf } from '../../support/ledger';

const share = (numerator: number, denominator: number) => fraction(numerator, denominator, 'noCustomersAtStart');
const SHARE_DECIMALS = 10;

/** Purchases of so many customers named a1, a2, … on each of the dates; `rest` is what else their rows say. */
const buyers = (name: string, count: number, dates: readonly string[], rest = ''): string =>
	Array.from({ length: count }, (_, index) => dates.map((date) => `${name}${index + 1}  ${date}  ${rest}`).join('\n')).join('\n');

const logOf = (columns: string, ...parts: readonly string[]) => [`customer  on  ${columns}`, ...parts].join('\n');

/** The 20th of each of these months. */
const from2024 = (...months: readonly string[]) => months.map((month) => `2024-${month}-20`);

describe('a month of ten customers of whom two do not come again', () => {
	// All buy in January, so they are here as February opens; a gap from 20 January ends on 19 February.
	const visits = drawPurchases(
		logOf('amount', 'first  2024-01-02  1', buyers('kept', 8, ['2024-01-20', '2024-02-10', '2024-03-05'], '10'), buyers('lost', 2, ['2024-01-20'], '20')),
		'2024-04-01',
	);
	const february = rowOf(churnOf(visits), '2024-02');

	it('has S 11 with the first one, N 0, R 0, L 3, E 8', () => {
		const { customersAtStart, joined, returned, churned, customersAtEnd } = february;
		expect([customersAtStart, joined, returned, churned, customersAtEnd]).toEqual([11, 0, 0, 3, 8]);
	});

	it('has the rate 3/11 with its parts and Wilson’s limits', () => {
		expect([february.numerator, february.denominator]).toEqual([3, 11]);
		closeTo(february.churnRate, 3 / 11, 'February', SHARE_DECIMALS);
		closeTo(february.low, wilsonInterval(3, 11).low, 'low', SHARE_DECIMALS);
		closeTo(february.high, wilsonInterval(3, 11).high, 'high', SHARE_DECIMALS);
	});

	it('has the rate of Including New beside the chosen one, 3/11 too as nobody joined', () => {
		closeTo(february.churnRateIncludingNew, 3 / 11, 'February', SHARE_DECIMALS);
	});

	it('names its period, its days, its definition, its window, its zone and its As Of', () => {
		expect(february).toMatchObject({
			period: '2024-02',
			start: '2024-02-01',
			end: '2024-03-01',
			isComplete: true,
			currency: null,
			definition: 'startOfPeriod',
			churnWindow: 30,
			timeZone: 'UTC',
			asOf: '2024-04-01',
			reason: null,
		});
	});

	it('has 1 − (8/11)^(365/29) as its yearly rate, February 2024 having 29 days', () => {
		closeTo(february.yearlyChurnRate, 1 - (8 / 11) ** (365 / 29), 'February', SHARE_DECIMALS);
	});

	it('has 8 · 29 days of those who stay, 19 + 19 of the lost on the 19th and 1 of the first, lost on 1 February', () => {
		expect(february.customerDays).toBe(8 * 29 + 2 * 19 + 1);
	});

	it('has every field of the list in its order, but for those of groups and of replacing', () => {
		const isAlways = ([, { meaning }]: readonly [string, { readonly meaning: string }]) => !meaning.startsWith('Only with');
		expect(Object.keys(february)).toEqual(Object.entries(churnRowFields).filter(isAlways).map(([name]) => name));
	});
});

describe.each(churnDefinitions.map((definition) => [definition.id, definition] as const))('the row of %s', (id, definition) => {
	const visits = drawPurchases(
		logOf('', buyers('kept', 8, ['2024-01-01', '2024-01-20', '2024-02-10', '2024-03-05']), buyers('lost', 2, ['2024-01-20']), buyers('new', 1, ['2024-02-05', '2024-03-01'])),
		'2024-04-01',
	);
	const row = rowOf(churnOf(visits, { definition }), '2024-02');

	it('has numerator over denominator as its rate', () => {
		expect(row.definition).toBe(id);
		closeTo(row.churnRate, (row.numerator as number) / (row.denominator as number), row, SHARE_DECIMALS);
	});
});

describe('the left edge (DOMAIN C7)', () => {
	const reasonOfFebruary = (first: string) =>
		rowOf(churnOf(drawPurchases(`customer  on\nAda  ${first}\nBoris  2024-01-28`, '2024-06-01')), '2024-02').reason;

	it('a first row on 2 January: February begins 30 days after it and has a rate', () => {
		expect(reasonOfFebruary('2024-01-02')).toBeNull();
	});

	it('a first row on 3 January: February begins 29 days after it: leftEdge', () => {
		expect(reasonOfFebruary('2024-01-03')).toBe('leftEdge');
	});

	it('comes before any other reason: a January that is at the edge and not over is leftEdge', () => {
		const january = rowOf(churnOf(drawPurchases('customer  on\nAda  2024-01-03', '2024-01-20')), '2024-01');
		expect([january.reason, january.isComplete]).toEqual(['leftEdge', false]);
	});

	it('comes before noCustomersAtStart', () => {
		expect(rowOf(churnOf(drawPurchases('customer  on\nAda  2024-01-03', '2024-06-01')), '2024-01').reason).toBe('leftEdge');
	});

	it('leaves the counts and the customer-days as they are, so that E = S + N + R − L', () => {
		const january = rowOf(churnOf(drawPurchases('customer  on\nAda  2024-01-03\nBoris  2024-01-28', '2024-06-01')), '2024-01');
		expect([january.customersAtStart, january.joined, january.returned, january.churned, january.customersAtEnd]).toEqual([0, 2, 0, 0, 2]);
		expect(january.customerDays).toBe(28 + 3);
	});
});

describe('an unfinished period (DOMAIN C7)', () => {
	const february = (asOf: string) =>
		rowOf(churnOf(drawPurchases('customer  on\nAda  2024-01-01\nAda  2024-01-20\nBoris  2024-01-28\nCyrus  2024-02-20', asOf)), '2024-02');

	it('February is complete as of 1 March, and not as of 29 February', () => {
		expect([february('2024-03-01').reason, february('2024-03-01').isComplete]).toEqual([null, true]);
		expect([february('2024-02-29').reason, february('2024-02-29').isComplete]).toEqual(['periodUnfinished', false]);
	});

	it('has no rate and nothing that follows from one, but counts so far', () => {
		const { customersAtStart, joined, churned, customersAtEnd, ...others } = february('2024-02-29');
		expect([customersAtStart, joined, churned, customersAtEnd]).toEqual([2, 1, 2, 1]);
		expect(others).toMatchObject({
			churnRate: null,
			low: null,
			high: null,
			churnRateIncludingNew: null,
			numerator: null,
			denominator: null,
			customerDays: null,
			yearlyChurnRate: null,
			change: null,
			verdict: null,
			aboveTarget: null,
			moneyLost: null,
			topFifthCustomers: null,
		});
	});

	it('counts a loss dated the day before As Of, not one dated on it', () => {
		// Ada’s last purchase on 20 January is a loss on 19 February.
		expect(february('2024-02-20').churned).toBe(1);
		expect(rowOf(churnOf(drawPurchases('customer  on\nAda  2024-01-01\nAda  2024-01-20', '2024-02-19')), '2024-02').churned).toBe(0);
	});

	it('counts a purchase on As Of as joining', () => {
		expect(february('2024-02-20').joined).toBe(1);
	});
});

describe('the change against the period before', () => {
	const visits = drawPurchases(
		logOf('', 'first  2023-12-31', buyers('kept', 90, from2024('01', '02', '03', '04')), buyers('early', 10, from2024('01')), buyers('late', 45, from2024('01', '02'))),
		'2024-05-01',
	);
	// A window of 31 days, so that the 20th of one month reaches to the 20th of the next.
	const [february, march, april] = ['2024-02', '2024-03', '2024-04'].map((month) => rowOf(churnOf(visits, { churnWindow: 31 }), month));

	it('of the first month with a rate is noPreviousPeriod: January is at the left edge', () => {
		expect([february.change, february.reasons]).toEqual([null, 'change: noPreviousPeriod; moneyLost: noAmounts; topFifth: noAmounts']);
	});

	it('is 45/135 − 10/145 from February to March, with the limits of MOVER: up', () => {
		const outcome = compareRates(startOfPeriod, share(45, 135), share(10, 145));
		if ('reason' in outcome) throw new Error(outcome.reason);
		closeTo(march.change, 45 / 135 - 10 / 145, 'March', SHARE_DECIMALS);
		closeTo(march.changeLow, outcome.comparison.low, 'March', SHARE_DECIMALS);
		closeTo(march.changeHigh, outcome.comparison.high, 'March', SHARE_DECIMALS);
		expect(march.verdict).toBe('up');
	});

	it('is 0/90 − 45/135 from March to April: down', () => {
		closeTo(april.change, -45 / 135, 'April', SHARE_DECIMALS);
		expect(april.verdict).toBe('down');
	});

	it('by Daily Sum is null where nobody left in one of the two: noChurn', () => {
		const byDailySum = rowOf(churnOf(visits, { definition: dailySum, churnWindow: 31 }), '2024-04');
		expect(byDailySum.churnRate).toBe(0);
		expect([byDailySum.change, byDailySum.low]).toEqual([null, null]);
		expect(byDailySum.reasons).toContain('interval: noChurn; change: noChurn');
	});
});

describe('rows by group', () => {
	const grouped = (plans: Readonly<Record<string, readonly [kept: number, lost: number]>>) =>
		drawPurchases(
			logOf(
				'plan',
				'first  2023-12-20  Basic',
				...Object.entries(plans).flatMap(([plan, [kept, lost]]) => [
					buyers(`${plan}kept`, kept, ['2024-01-20', '2024-02-10', '2024-03-05'], plan === 'none' ? '-' : plan),
					buyers(`${plan}lost`, lost, ['2024-01-20'], plan === 'none' ? '-' : plan),
				]).filter((text) => text !== ''),
			),
			'2024-04-01',
		);
	const churn = churnOf(grouped({ Pro: [40, 10], Basic: [90, 10], none: [5, 5] }));
	const february = churn.rows.filter(({ period }) => period === '2024-02');

	it('are everybody first, then the groups by name, blank a group of its own', () => {
		expect(february.map(({ group }) => group)).toEqual([null, '(blank)', 'Basic', 'Pro']);
	});

	it('add up to everybody: 10, 100 and 50 customers at the start, 5, 10 and 10 of them lost', () => {
		expect(february.map(({ customersAtStart }) => customersAtStart)).toEqual([160, 10, 100, 50]);
		expect(february.map(({ numerator }) => numerator)).toEqual([25, 5, 10, 10]);
	});

	it('compare each group with the rest, never with the total: Basic 10/100 against 15/60', () => {
		const basic = rowOf(churn, '2024-02', 'Basic');
		const estimate = (count: number, total: number) => ({ value: count / total, ...wilsonInterval(count, total, confidenceAmongGroups(3)) });
		const { low, high } = differenceInterval(estimate(10, 100), estimate(15, 60));
		closeTo(basic.againstRest, 10 / 100 - 15 / 60, 'Basic', SHARE_DECIMALS);
		closeTo(basic.againstRestLow, low, 'Basic', SHARE_DECIMALS);
		closeTo(basic.againstRestHigh, high, 'Basic', SHARE_DECIMALS);
	});

	it('allow for the number of groups: Basic 10/100 against 13/60 is down by itself, inconclusive among three', () => {
		const { rows } = churnOf(grouped({ Pro: [40, 10], Basic: [90, 10], none: [7, 3] }));
		const basic = rows.find(({ period, group }) => period === '2024-02' && group === 'Basic')!;
		const byItself = compareRates(startOfPeriod, share(10, 100), share(13, 60), 0.95);
		expect('comparison' in byItself && byItself.comparison.verdict).toBe('down');
		expect(basic.restVerdict).toBe('inconclusive');
		closeTo(basic.low, wilsonInterval(10, 100, 0.95).low, 'low stays at 95 %', SHARE_DECIMALS);
	});

	it('have no rest where there is one group alone: noRest', () => {
		const alone = rowOf(churnOf(grouped({ Basic: [20, 5] })), '2024-02', 'Basic');
		expect([alone.againstRest, alone.restVerdict]).toEqual([null, null]);
		expect(alone.reasons).toContain('againstRest: noRest');
	});

	it('have no rest where all others have only just joined', () => {
		const visits = drawPurchases(
			logOf('plan', buyers('old', 5, ['2023-12-20', '2024-01-10', '2024-02-05'], 'Basic'), buyers('new', 5, ['2024-02-10'], 'Pro')),
			'2024-04-01',
		);
		const churnWithNew = churnOf(visits);
		expect(rowOf(churnWithNew, '2024-02', 'Basic').reasons).toContain('againstRest: noRest');
		expect(rowOf(churnWithNew, '2024-02', 'Pro').reason).toBe('noCustomersAtStart');
	});

	it('count only groups that have a rate among those compared: a third of newcomers leaves it at .05/2', () => {
		const visits = drawPurchases(
			logOf(
				'plan',
				buyers('a', 10, ['2023-12-20', '2024-01-20'], 'Basic'),
				buyers('b', 10, ['2023-12-20', '2024-01-20', '2024-02-10'], 'Pro'),
				buyers('c', 10, ['2024-02-10'], 'Free'),
			),
			'2024-04-01',
		);
		const estimate = (count: number, total: number) => ({ value: count / total, ...wilsonInterval(count, total, confidenceAmongGroups(2)) });
		const basic = rowOf(churnOf(visits), '2024-02', 'Basic');
		closeTo(basic.againstRestLow, differenceInterval(estimate(10, 10), estimate(0, 10)).low, 'Basic', SHARE_DECIMALS);
		expect(basic.restVerdict).toBe('up');
		expect(rowOf(churnOf(visits), '2024-02', 'Pro').restVerdict).toBe('down');
	});

	it('say nothing about the rest in the row of everybody', () => {
		const everybody = rowOf(churn, '2024-02');
		expect([everybody.againstRest, everybody.reasons]).toEqual([null, 'change: noPreviousPeriod; moneyLost: noAmounts; topFifth: noAmounts']);
	});
});

describe('the parts of a change, rate and mix', () => {
	// As February opens: A 20 of whom 2 leave, B 80 of whom 4; as March opens the rest of both, and C who joined.
	const visits = drawPurchases(
		logOf(
			'plan',
			'first  2023-12-20  A',
			buyers('aStays', 15, ['2024-01-20', '2024-02-15', '2024-03-10'], 'A'),
			buyers('aLate', 3, ['2024-01-20', '2024-02-15'], 'A'),
			buyers('aEarly', 2, ['2024-01-20'], 'A'),
			buyers('bStays', 70, ['2024-01-20', '2024-02-15', '2024-03-10'], 'B'),
			buyers('bLate', 6, ['2024-01-20', '2024-02-15'], 'B'),
			buyers('bEarly', 4, ['2024-01-20'], 'B'),
		),
		'2024-04-01',
	);

	it('add up to the change of everybody: from 6/100 to 9/94', () => {
		const march = rowOf(churnOf(visits), '2024-03');
		closeTo(march.change, 9 / 94 - 6 / 100, 'March', SHARE_DECIMALS);
		closeTo((march.changeFromRates as number) + (march.changeFromMix as number), 9 / 94 - 6 / 100, 'March', SHARE_DECIMALS - 1);
	});

	it('are the mean weight times the change of rates: A 2/20 to 3/18, B 4/80 to 6/76', () => {
		const fromRates = ((20 / 100 + 18 / 94) / 2) * (3 / 18 - 2 / 20) + ((80 / 100 + 76 / 94) / 2) * (6 / 76 - 4 / 80);
		closeTo(rowOf(churnOf(visits), '2024-03').changeFromRates, fromRates, 'March', SHARE_DECIMALS);
	});

	it.each([includingNew, averageCustomers, customerDays].map((definition) => [definition.id, definition] as const))('add up by %s too', (_, definition) => {
		const march = rowOf(churnOf(visits, { definition }), '2024-03');
		closeTo((march.changeFromRates as number) + (march.changeFromMix as number), march.change as number, 'March', SHARE_DECIMALS - 1);
	});

	it('are null by Daily Sum, which is no quotient of sums, though every group lost somebody in both months', () => {
		const march = rowOf(churnOf(visits, { definition: dailySum }), '2024-03');
		expect([march.changeFromRates, march.changeFromMix]).toEqual([null, null]);
	});

	it('add up, or are null, where a group has losses and nothing to divide them by: by Average Customers, joined on 1 and lost on 31 March', () => {
		const withTrial = drawPurchases(
			logOf(
				'plan',
				'first  2023-12-20  Basic',
				buyers('stays', 9, ['2024-01-20', '2024-02-15', '2024-03-10', '2024-04-05'], 'Basic'),
				'early  2024-01-20  Basic',
				'trial  2024-03-01  Trial',
			),
			'2024-04-20',
		);
		const march = rowOf(churnOf(withTrial, { definition: averageCustomers }), '2024-03');
		closeTo(march.change, 1 / 9 - 1 / 9.5, 'March', SHARE_DECIMALS);
		const together = march.changeFromRates === null ? null : (march.changeFromRates as number) + (march.changeFromMix as number);
		closeTo(together, together === null ? null : (march.change as number), 'from rates and from mix', SHARE_DECIMALS - 1);
	});

	it('are null in the rows of the groups and in the first month with a rate', () => {
		const { changeFromRates, changeFromMix } = rowOf(churnOf(visits), '2024-03', 'A');
		expect([changeFromRates, changeFromMix, rowOf(churnOf(visits), '2024-02').changeFromRates]).toEqual([null, null, null]);
	});
});

describe('money (DOMAIN C10)', () => {
	const table = logOf(
		'amount',
		'first  2023-12-20  999',
		buyers('kept', 3, ['2024-01-02', '2024-01-31', '2024-02-10'], '6'),
		buyers('lost', 1, ['2024-01-20'], '12'),
		'new  2024-02-03  500',
	);
	const february = (chosen = {}) => rowOf(churnOf(drawPurchases(table, '2024-04-01'), chosen), '2024-02');

	it('what one brings is the amounts of the 30 days before February of those in S, over S = 4, over 30, times 29', () => {
		// From 2 January on: 3 · (6 + 6) + 12 = 48; neither the 999 of December nor the 500 of the one who joins.
		closeTo(february().valuePerCustomer, (48 / 4 / 30) * 29, 'February', 4);
	});

	it('a purchase 31 days before February is not in it: 2 January is, 1 January is not', () => {
		const earlier = rowOf(churnOf(drawPurchases(table.replaceAll('2024-01-02', '2024-01-01'), '2024-04-01')), '2024-02');
		closeTo(earlier.valuePerCustomer, (30 / 4 / 30) * 29, 'February', 4);
	});

	it('one lost costs that much this month, times 365/29 in a year', () => {
		const value = (48 / 4 / 30) * 29;
		closeTo(february().moneyLost, value, 'February', 4);
		closeTo(february().moneyLostTwelveMonths, (value * 365) / 29, 'February', 4);
	});

	it('refunds in the window are taken off', () => {
		const withRefund = `${table.replace('customer  on  amount', 'customer  on  amount  what')}\nkept1  2024-01-25  -8  refund`;
		closeTo(rowOf(churnOf(drawPurchases(withRefund, '2024-04-01')), '2024-02').valuePerCustomer, (40 / 4 / 30) * 29, 'February', 4);
	});

	it('what one brings as the user sets it goes before the amounts', () => {
		const { valuePerCustomer, moneyLost } = february({ valuePerCustomer: 500 });
		expect([valuePerCustomer, moneyLost]).toEqual([500, 500]);
	});

	it('counts the lost of Start of Period, whatever the definition', () => {
		const visits = drawPurchases('customer  on\nAda  2023-12-20\nAda  2024-01-05\nAda  2024-02-25\nBoris  2024-01-31\nBoris  2024-02-25', '2024-04-01');
		const { numerator, moneyLost } = rowOf(churnOf(visits, { definition: includingNew, valuePerCustomer: 10 }), '2024-02');
		expect([numerator, moneyLost]).toEqual([1, 0]);
	});

	it('replacing one costs 5 times keeping one, which the user sets: 1 lost · 7 · 5', () => {
		expect(february({ costOfKeeping: 7 }).replacementCost).toBe(35);
		expect(february({ costOfKeeping: 7, replacementFactor: 25 }).replacementCost).toBe(175);
		expect('replacementCost' in february()).toBe(false);
	});

	it('is above the acceptable rate at 1/4 against .2, not above at exactly 1/4, and null where none is set', () => {
		expect([february({ acceptableRate: 0.2 }), february({ acceptableRate: 1 / 4 }), february()].map(({ aboveTarget }) => aboveTarget)).toEqual([true, false, null]);
	});

	it('is null without an amount column: noAmounts', () => {
		const row = rowOf(churnOf(drawPurchases('customer  on\nAda  2023-12-20\nAda  2024-01-20', '2024-04-01')), '2024-02');
		expect([row.moneyLost, row.valuePerCustomer, row.reasons]).toEqual([null, null, 'change: noPreviousPeriod; moneyLost: noAmounts; topFifth: noAmounts']);
	});

	it('is null by a definition that has a rate where S is 0: noCustomersAtStart', () => {
		const visits = drawPurchases('customer  on  amount\nAda  2023-12-20  5\nBoris  2024-02-05  5', '2024-04-01');
		const row = rowOf(churnOf(visits, { definition: includingNew }), '2024-02');
		expect([row.churnRate, row.moneyLost]).toEqual([0, null]);
		expect(row.reasons).toContain('moneyLost: noCustomersAtStart');
	});

	it('is null where the sum passes 900,719,925,474.0991, beyond which 1/10,000 are not exact: amountTooLarge', () => {
		const visits = drawPurchases(logOf('amount', 'first  2023-12-20  1', buyers('rich', 2, ['2024-01-20'], '600000000000')), '2024-04-01');
		const row = rowOf(churnOf(visits), '2024-02');
		expect([row.churnRate, row.moneyLost]).toEqual([1, null]);
		expect(row.reasons).toContain('moneyLost: amountTooLarge');
	});

	it('is never told from a sum that was too large on the way: 1.2 trillion long ago and .0001 of late', () => {
		const visits = drawPurchases(
			logOf('amount', 'rich  2023-11-20  600000000000', 'rich  2023-12-01  600000000000', 'rich  2023-12-25  1', 'rich  2024-01-20  0.0001'),
			'2024-04-01',
		);
		const row = rowOf(churnOf(visits), '2024-02');
		const told = row.valuePerCustomer === null ? 'amountTooLarge' : row.valuePerCustomer;
		expect(told).toBe('amountTooLarge');
	});
});

describe('money in several currencies', () => {
	const churn = churnOf(
		drawPurchases(
			logOf('amount  currency', 'first  2023-12-20  1  EUR', buyers('e', 3, ['2024-01-20'], '30  EUR'), buyers('u', 2, ['2024-01-20', '2024-02-15'], '60  USD')),
			'2024-04-01',
		),
	);

	it('has a row each, in the order of the currencies, with the same customers', () => {
		const february = churn.rows.filter(({ period }) => period === '2024-02');
		expect(february.map(({ currency }) => currency)).toEqual(['EUR', 'USD']);
		expect(february.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([[3, 5], [3, 5]]);
	});

	it('tells what one of all five brings in each: 90 euros and 120 dollars, over 5, over 30, times 29', () => {
		closeTo(rowOf(churn, '2024-02', null, 'EUR').valuePerCustomer, (90 / 5 / 30) * 29, 'EUR', 4);
		closeTo(rowOf(churn, '2024-02', null, 'USD').valuePerCustomer, (120 / 5 / 30) * 29, 'USD', 4);
	});

	it('tells who spent most in each: by euros one who left, by dollars one who stayed', () => {
		const [euros, dollars] = ['EUR', 'USD'].map((currency) => rowOf(churn, '2024-02', null, currency));
		expect([euros.topFifthShare, euros.topFifthChurned]).toEqual([Number((30 / 90).toFixed(10)), 1]);
		expect([dollars.topFifthShare, dollars.topFifthChurned]).toEqual([60 / 120, 0]);
	});

	it('has one row, with its name, where there is one currency', () => {
		const one = churnOf(drawPurchases('customer  on  amount  currency\nAda  2023-12-20  5  EUR\nAda  2024-01-20  5  EUR', '2024-04-01'));
		expect(one.rows.map(({ currency }) => currency)).toEqual(['EUR', 'EUR', 'EUR', 'EUR']);
	});
});

describe('the top fifth by spend before the period (DOMAIN C16)', () => {
	const visits = (count: number) =>
		drawPurchases(
			logOf('amount', 'first  2023-12-20  1', buyers('small', count - 1, ['2024-01-20', '2024-02-15'], '5'), 'big  2024-01-20  80', 'small1  2024-02-10  900'),
			'2024-04-01',
		);

	it('of five is the one who had spent 80 of 100; the 900 within February do not count', () => {
		const { topFifthCustomers, topFifthShare, topFifthChurned } = rowOf(churnOf(visits(5)), '2024-02');
		expect([topFifthCustomers, topFifthShare, topFifthChurned]).toEqual([1, 80 / 100, 1]);
	});

	it('of four is null: tooFewCustomers', () => {
		const row = rowOf(churnOf(visits(4)), '2024-02');
		expect([row.topFifthCustomers, row.topFifthShare, row.topFifthChurned]).toEqual([null, null, null]);
		expect(row.reasons).toContain('topFifth: tooFewCustomers');
	});
});

describe('the reasons of a row', () => {
	it('say that a yearly figure is not defined for Including New: notApplicable', () => {
		const visits = drawPurchases('customer  on\nAda  2023-12-20\nAda  2024-01-20\nBoris  2024-01-20\nBoris  2024-02-10', '2024-04-01');
		expect(rowOf(churnOf(visits, { definition: includingNew }), '2024-02').reasons).toBe(
			'yearlyChurnRate: notApplicable; change: noPreviousPeriod; moneyLost: noAmounts; topFifth: noAmounts',
		);
	});

	it('do not repeat the reason of the rate itself', () => {
		const january = rowOf(churnOf(drawPurchases('customer  on  amount\nAda  2024-01-03  5', '2024-06-01')), '2024-01');
		expect([january.reason, january.reasons]).toEqual(['leftEdge', '']);
	});
});

describe('rounding', () => {
	it('shares have ten decimals and money four, rates are not rounded before', () => {
		const visits = drawPurchases(logOf('amount', 'first  2023-12-20  1', buyers('k', 2, ['2024-01-20', '2024-02-10'], '1'), 'l  2024-01-20  1'), '2024-04-01');
		const { churnRate, valuePerCustomer, moneyLostTwelveMonths } = rowOf(churnOf(visits), '2024-02');
		expect(churnRate).toBe(0.3333333333);
		expect(valuePerCustomer).toBe(Number((29 / 30).toFixed(4)));
		expect(moneyLostTwelveMonths).toBe(Number((365 / 30).toFixed(4)));
	});
});

describe('days', () => {
	it('are written as dates: the As Of day too', () => {
		const [row] = churnOf(drawPurchases('customer  on\nAda  2024-02-28', '2024-02-29')).rows;
		expect([row.start, row.end, row.asOf]).toEqual(['2024-02-01', '2024-03-01', '2024-02-29']);
		expect(isoDate(0)).toBe('1970-01-01');
	});
});
