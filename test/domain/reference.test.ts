/**
 * The domain against independent Python: sixty random ledgers and the Online Retail invoices, computed by day-by-day
 * sets from DOMAIN alone (test/reference/README.md). All figures are computed from the rows, none is read off.
 */
import type { ChurnReport } from '../../domain/churn/churnReport';
import type { ChurnRow } from '../../domain/churn/rowFields';
import { compareRates, confidenceAmongGroups } from '../../domain/churn/change';
import { churnDefinitions } from '../../domain/churn/definitions';
import type { ChurnDefinition, Fraction } from '../../domain/churn/definition';
import { customerDays as customerDaysOf, movementsOf, withoutMovements } from '../../domain/churn/movements';
import type { Movements } from '../../domain/churn/movements';
import { groupingOf } from '../../domain/ledger/groups';
import { spellsFromVisits, STILL_HERE } from '../../domain/ledger/spells';
import { isoDate, periodsCovering } from '../../domain/time';
import type { PeriodUnitId } from '../../domain/time';
import { closeTo, hasDigits } from '../support/closeTo';
import { churnOfVisits, dayOf, ledgerOf, localTimeOf, nobody, settingsWith, visitsOf } from '../support/ledger';
import type { Purchase } from '../support/ledger';
import { onlineRetailChurn, onlineRetailInvoices, randomLedgers } from '../support/reference';
import type { OnlineRetailChurn, ReferencePeriod, ReferenceRate, ReferenceRow } from '../support/reference';

const SHARE_DECIMALS = 10;
const MONEY_DECIMALS = 4;
const byId = churnDefinitions.map((definition) => [definition.id, definition as ChurnDefinition] as const);

const letters = ({ customersAtStart: S, joined: N, returned: R, churned: L, customersAtEnd: E }: Movements) => ({ S, N, R, L, E });
const lettersOf = ({ S, N, R, L, E }: ReferencePeriod) => ({ S, N, R, L, E });

/**
 * Our parts against Python's. Two conventions differ: for C4 Python gives the customer-days themselves and we give them
 * over the days of the period, so that numerator / denominator is the rate; for C5 Python gives no denominator and we
 * give the one that leads to the sum.
 */
function comparesParts(rate: Fraction, expected: ReferenceRate, id: string, days: number, input: unknown): void {
	expect(rate.numerator).toBe(expected.numerator);
	if (id === 'dailySum') {
		if (rate.denominator !== null) closeTo(rate.denominator * rate.value.value!, expected.numerator, input);
	} else if (id === 'customerDays') {
		if (expected.denominator !== null) closeTo(rate.denominator! * days, expected.denominator, input);
	} else {
		expect(rate.denominator).toBe(expected.denominator);
	}
}

/** A definition's rate and limits in a period, from movements. A rate that the period itself forbids is null in Python. */
function comparesRate(definition: ChurnDefinition, movements: Movements, period: ReferencePeriod, input: unknown): void {
	const expected = period.definitions[definition.id];
	const rate = definition.compute(movements, period.days);
	comparesParts(rate, expected, definition.id, period.days, input);
	if (period.reason) {
		expect(expected.rate).toBeNull();
		return;
	}
	closeTo(rate.value.value, expected.rate, input);
	const interval = definition.interval(rate, 0.95);
	closeTo(interval?.low ?? null, expected.low, { limit: 'low', input });
	closeTo(interval?.high ?? null, expected.high, { limit: 'high', input });
}

/**
 * The reason of a rate. Python calls every denominator of 0 noCustomersAtStart; ours is noCustomers for the definitions
 * that count more than those at the start.
 */
function comparesReason(got: unknown, expected: string | null, id: string): void {
	const ours = { startOfPeriod: 'noCustomersAtStart', ignoreSamePeriod: 'noCustomersAtStart', averageCustomers: 'noCustomersAtStartOrEnd' };
	expect(got).toBe(expected === 'noCustomersAtStart' ? (ours[id as keyof typeof ours] ?? 'noCustomers') : expected);
}

describe('random_ledgers.json', () => {
	it.each(randomLedgers().map((ledger) => [ledger.id, ledger.unit, ledger] as const))('ledger %i, by %s', (id, unit, reference) => {
		const purchases = reference.rows.map(({ customer, date, amount }): Purchase => ({ customer, at: localTimeOf(date), amount }));
		const visits = visitsOf(purchases, dayOf(reference.asOf));
		const ledger = spellsFromVisits(visits.history, reference.window, visits.asOf.day);
		expect(visits.customers).toHaveLength(reference.customers);

		for (const expected of reference.periods) {
			// Each by itself, since periods of the unit "custom" have gaps between them.
			const period = { start: dayOf(expected.start), end: dayOf(expected.end), label: expected.start };
			const { movements, losses } = movementsOf(ledger, [period]);
			const found = movements[0].get(0) ?? nobody(expected.days);
			expect(letters(found)).toEqual(lettersOf(expected));
			expect(new Set(losses.map(({ customer }) => customer)).size).toBe(expected.churnedItems);
			if (expected.customerDays !== null) {
				expect(customerDaysOf(found)).toBe(expected.customerDays);
				for (const definition of churnDefinitions) comparesRate(definition, found, expected, { id, start: expected.start, definition: definition.id });
			}
		}

		if (unit === 'custom') return;
		for (const [definitionId, definition] of byId) {
			const { rows } = churnOfVisits(
				visits,
				settingsWith({ churnWindow: reference.window, periodUnit: unit, weekStartsOn: reference.weekStart === 'Sunday' ? 0 : 1, definition }),
			);
			// Python's periods reach to the one that holds As Of, ours to the one that holds the last day known, the day before it.
			const expected = reference.periods.filter(({ start }) => dayOf(start) <= Math.max(visits.history.lastDay, visits.asOf.day - 1));
			expect(rows.map(({ start }) => start)).toEqual(expected.map(({ start }) => start));
			expected.forEach((period, index) => {
				comparesReason(rows[index].reason, period.definitions[definitionId].reason, definitionId);
				closeTo(rows[index].churnRate, period.definitions[definitionId].rate, { id, definitionId, start: period.start }, SHARE_DECIMALS);
			});
		}
	});
});

const reference = onlineRetailChurn();

describe('online_retail_churn.json: the drawn ledgers', () => {
	it.each(reference.drawnLedgers.map((drawn) => [drawn.name, drawn] as const))('%s', (name, drawn) => {
		const rows = drawn.spells.map(([customer, start, end]) => ({ customer, start: dayOf(start), end: end === null ? STILL_HERE : dayOf(end) }));
		const { ledger } = ledgerOf(rows, dayOf(drawn.asOf));
		const { movements, losses } = movementsOf(ledger, [{ start: dayOf(drawn.start), end: dayOf(drawn.end), label: name }]);
		const found = movements[0].get(0) ?? nobody(drawn.days);
		expect(letters(found)).toEqual(lettersOf(drawn));
		expect(customerDaysOf(found)).toBe(drawn.customerDays);
		expect(new Set(losses.map(({ customer }) => customer)).size).toBe(drawn.churnedItems);
		for (const [id, definition] of byId) {
			comparesRate(definition, found, drawn, { name, definition: id });
			const { value } = definition.compute(found, drawn.days).value;
			closeTo(value === null ? null : definition.perYear(value, drawn.days), drawn.definitions[id].yearly ?? null, { name, yearly: id });
		}
	});
});

const AS_OF = '2011-12-10';
const visits = visitsOf(onlineRetailInvoices(), dayOf(AS_OF), ['country']);

const tables = new Map<string, ChurnReport>();

/** The table of a view; each is computed once and remembered. */
function tableOf(unit: PeriodUnitId, window: number, definition: ChurnDefinition, isByCountry = false): ChurnReport {
	const key = `${unit} ${window} ${definition.id} ${isByCountry}`;
	let table = tables.get(key);
	if (!table) {
		const settings = settingsWith({ periodUnit: unit, churnWindow: window, definition });
		table = churnOfVisits({ ...visits, groupColumns: isByCountry ? visits.groupColumns : [] }, settings);
		tables.set(key, table);
	}
	return table;
}

/** One row of the table against one of Python's; where a convention differs, the line says so. */
function comparesRow(row: ChurnRow, expected: ReferenceRow, definition: ChurnDefinition): void {
	const input = { start: expected.start, group: expected.group, definition: definition.id };
	const rate = expected.definitions[definition.id];
	expect({ S: row.customersAtStart, N: row.joined, R: row.returned, L: row.churned, E: row.customersAtEnd }).toEqual(lettersOf(expected));
	expect([row.start, row.end, row.customerDays]).toEqual([expected.start, expected.end, expected.customerDays]);
	comparesReason(row.reason, rate.reason, definition.id);
	closeTo(row.churnRate, rate.rate, input, SHARE_DECIMALS);
	closeTo(row.low, rate.low, input, SHARE_DECIMALS);
	closeTo(row.high, rate.high, input, SHARE_DECIMALS);
	closeTo(row.yearlyChurnRate, rate.yearly ?? null, input, SHARE_DECIMALS);
	// Python keeps the parts where a rate is null; we give none of the three.
	expect(row.numerator).toBe(row.reason === null ? rate.numerator : null);
	closeTo(row.churnRateIncludingNew, row.reason === null ? expected.definitions.includingNew.rate : null, input, SHARE_DECIMALS);
	comparesChange(row, rate, input);
	comparesMoney(row, expected, input);
}

function comparesChange(row: ChurnRow, { againstPrevious }: ReferenceRate, input: unknown): void {
	const expected = againstPrevious!;
	// Without limits Python still gives the difference of two daily sums; ours stands or falls with its limits.
	const isKnown = expected.low !== null;
	closeTo(row.change, isKnown ? expected.change : null, input, SHARE_DECIMALS);
	closeTo(row.changeLow, expected.low, input, SHARE_DECIMALS);
	closeTo(row.changeHigh, expected.high, input, SHARE_DECIMALS);
	expect(row.verdict).toBe(expected.verdict);
}

function comparesMoney(row: ChurnRow, { money, topFifth, reason }: ReferenceRow, input: unknown): void {
	closeTo(row.valuePerCustomer, money?.valuePerCustomer ?? null, input, MONEY_DECIMALS);
	closeTo(row.moneyLost, money?.thisPeriod ?? null, input, MONEY_DECIMALS);
	closeTo(row.moneyLostTwelveMonths, money?.leaversOverTwelveMonths ?? null, input, MONEY_DECIMALS);
	closeTo(row.twelveMonthShortfall, money?.twelveMonthShortfall ?? null, input, MONEY_DECIMALS);
	// Below five customers Python has a fifth of none, and we have none: null, with tooFewCustomers.
	const hasFifth = reason === null && topFifth !== null && topFifth.customers > 0;
	expect(row.topFifthCustomers).toBe(hasFifth ? topFifth.customers : null);
	expect(row.topFifthChurned).toBe(hasFifth ? topFifth.inStartOfPeriod : null);
	closeTo(row.topFifthShare, hasFifth ? topFifth.share : null, input, SHARE_DECIMALS);
}

describe('online_retail_churn.json: the data', () => {
	it('is 18,532 invoices of 4,338 customers, from 2010-12-01 to 2011-12-09', () => {
		const { history, customers } = visits;
		expect([history.row.length, customers.length]).toEqual([18_532, 4_338]);
		expect([isoDate(history.firstDay), isoDate(history.lastDay)]).toEqual(['2010-12-01', '2011-12-09']);
	});
});

type View = 'months90' | 'months180' | 'quarters90' | 'weeks90';
const views: ReadonlyArray<readonly [View, PeriodUnitId, number]> = [
	['months90', 'month', 90],
	['months180', 'month', 180],
	['quarters90', 'quarter', 90],
	['weeks90', 'week', 90],
];

describe.each(views)('online_retail_churn.json: %s', (view, unit, window) => {
	const expected = reference[view];

	it.each(byId)('%s: counts, rates, limits, reasons, changes, money and top fifth of every period', (_, definition) => {
		const { rows } = tableOf(unit, window, definition);
		expect(rows).toHaveLength(expected.length);
		rows.forEach((row, index) => comparesRow(row, expected[index], definition));
	});

	it.each(byId)('%s: churned customers, and how many of them count', (id, definition) => {
		const { churnedCustomers } = tableOf(unit, window, definition);
		const counting = { startOfPeriod: 'inStartOfPeriod', ignoreSamePeriod: 'inIgnoreSamePeriod' } as const;
		expected.forEach(({ start, churned }) => {
			// The items of a period are those whose day of leaving lies in it; Python counts customers, we count losses.
			const label = periodsCovering(dayOf(start), dayOf(start), unit)[0].label;
			const items = churnedCustomers.filter(({ fields }) => fields.period === label);
			expect(items).toHaveLength(churned.losses);
			expect(new Set(items.map(({ customer }) => customer)).size).toBe(churned.items);
			const inRate = id in counting ? churned[counting[id as keyof typeof counting]] : churned.losses;
			expect(items.filter(({ fields }) => fields.countsInRate)).toHaveLength(inRate);
		});
	});
});

describe('Online Retail, purchases, W = 90, C1 (DOMAIN 1)', () => {
	it.each([
		['2011-03', 358, 1682],
		['2011-06', 346, 1959],
		['2011-11', 229, 2461],
	] as const)('%s is %i of %i', (month, numerator, denominator) => {
		const row = tableOf('month', 90, churnDefinitions[0]).rows.find(({ period }) => period === month);
		expect([row?.numerator, row?.denominator]).toEqual([numerator, denominator]);
	});
});

describe('online_retail_churn.json: by month and country', () => {
	const keyOf = (start: unknown, group: unknown) => `${start} ${group}`;
	const expectedByKey = new Map(reference.months90ByCountry.map((row) => [keyOf(row.start, row.group), row]));

	it.each(byId)('%s: every row of a country', (_, definition) => {
		const rows = tableOf('month', 90, definition, true).rows.filter(({ group }) => group !== null);
		expect(rows.map(({ start, group }) => keyOf(start, group)).sort()).toEqual([...expectedByKey.keys()].sort());
		for (const row of rows) comparesRow(row, expectedByKey.get(keyOf(row.start, row.group))!, definition);
	});

	it.each(byId)('%s: each country against the rest, at the confidence for all countries seen in the month', (id, definition) => {
		const { history } = visits;
		const ledger = spellsFromVisits(history, 90, dayOf(AS_OF));
		const periods = periodsCovering(history.firstDay, history.lastDay, 'month');
		const grouping = groupingOf(history, visits.groupColumns, periods);
		const whole = movementsOf(ledger, periods).movements;
		const byCountry = movementsOf(ledger, periods, grouping.groupOf).movements;
		periods.forEach(({ start, end }, index) => {
			for (const [group, movements] of byCountry[index]) {
				const { groups, definitions, reason } = expectedByKey.get(keyOf(isoDate(start), grouping.names[group]))!;
				const expected = definitions[id].againstRest!;
				if (reason !== null || expected.low === null) continue;
				const rest = definition.compute(withoutMovements(whole[index].get(0)!, movements), end - start);
				const outcome = compareRates(definition, definition.compute(movements, end - start), rest, confidenceAmongGroups(groups!));
				if ('reason' in outcome) throw new Error(outcome.reason);
				const input = { start: isoDate(start), group: grouping.names[group], id };
				closeTo(rest.value.value, expected.restRate, input);
				closeTo(outcome.comparison.difference, expected.difference, input);
				closeTo(outcome.comparison.low, expected.low, input);
				closeTo(outcome.comparison.high, expected.high, input);
				expect(outcome.comparison.verdict).toBe(expected.verdict);
			}
		});
	});

	it.each(byId)('%s: the table says the same of the rest where every country seen has a rate', (id, definition) => {
		// Python's m counts every country seen in the month, the table’s those that have a rate, since only they are compared.
		const rows = tableOf('month', 90, definition, true).rows.filter(({ group, reason }) => group !== null && reason === null);
		let compared = 0;
		for (const row of rows) {
			const { groups, definitions } = expectedByKey.get(keyOf(row.start, row.group))!;
			const rated = rows.filter(({ start }) => start === row.start).length;
			const expected = definitions[id].againstRest!;
			closeTo(row.againstRest, expected.low === null ? null : expected.difference, row, SHARE_DECIMALS);
			if (rated !== groups) continue;
			compared++;
			closeTo(row.againstRestLow, expected.low, row, SHARE_DECIMALS);
			closeTo(row.againstRestHigh, expected.high, row, SHARE_DECIMALS);
			expect(row.restVerdict).toBe(expected.verdict);
		}
		expect(compared).toBeGreaterThan(0);
	});

	it.each(byId)('%s: how much of each change is rates and how much is the mix of countries', (id, definition) => {
		const rows = tableOf('month', 90, definition, true).rows.filter(({ group }) => group === null);
		const splits: OnlineRetailChurn['months90SplitByCountry'] = reference.months90SplitByCountry;
		for (const row of rows) {
			const split = splits.find(({ start }) => start === row.start)?.[id] ?? null;
			const expected = split !== null && typeof split !== 'string' ? split : null;
			closeTo(row.changeFromRates, expected?.rate ?? null, { id, start: row.start }, SHARE_DECIMALS);
			closeTo(row.changeFromMix, expected?.mix ?? null, { id, start: row.start }, SHARE_DECIMALS);
		}
	});
});

describe('online_retail_churn.json: figures a person can look up', () => {
	it('July 2011: 262 of 1,969 left by C1, who brought 312.1555 each in the month, 81,784.74 together', () => {
		const july = tableOf('month', 90, churnDefinitions[0]).rows.find(({ period }) => period === '2011-07')!;
		expect([july.numerator, july.denominator]).toEqual([262, 1969]);
		hasDigits(july.valuePerCustomer, '312.1555', 'July 2011');
		hasDigits(july.moneyLost, '81784.7400', 'July 2011');
	});

	it('July 2011: the top fifth, 393 customers, had brought 69.9 % and 9 of them left', () => {
		const july = tableOf('month', 90, churnDefinitions[0]).rows.find(({ period }) => period === '2011-07')!;
		expect([july.topFifthCustomers, july.topFifthChurned]).toEqual([393, 9]);
		hasDigits(july.topFifthShare, '.6994622804', 'July 2011');
	});
});
