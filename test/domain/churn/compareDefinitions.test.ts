import { compareDefinitions } from '../../../domain/churn/compareDefinitions';
import type { ComparisonSettings } from '../../../domain/churn/compareDefinitions';
import { comparedCustomerFields, comparisonRowFields } from '../../../domain/churn/comparisonFields';
import type { CustomerBase } from '../../../domain/churn/customerBase';
import { churnDefinitions } from '../../../domain/churn/definitions';
import { includingNew } from '../../../domain/churn/definitions/includingNew';
import { startOfPeriod } from '../../../domain/churn/definitions/startOfPeriod';
import { movementsOf } from '../../../domain/churn/movements';
import { storiesIn } from '../../../domain/churn/periodStories';
import fc from 'fast-check';
import { baseOfVisits } from '../../../domain/churn/baseOfVisits';
import { closeTo, hasDigits } from '../../support/closeTo';
import { baseOfSpells, drawPurchases, drawSpells, july, julyPeriod, ledgerOf } from '../../support/ledger';
import { law } from '../../support/law';
import { FIRST_JULY, SECOND_JULY } from '../../support/vectors';

const settings = (chosen: Partial<ComparisonSettings> = {}): ComparisonSettings => ({
	periodUnit: 'month',
	weekStartsOn: 1,
	dayInPeriod: july(15),
	reference: startOfPeriod,
	customers: 'churned',
	timeZone: 'UTC',
	...chosen,
});

const compared = (base: CustomerBase, chosen: Partial<ComparisonSettings> = {}) => compareDefinitions(base, settings(chosen))!;
const byId = <Row extends { definition: unknown }>(rows: readonly Row[]) => Object.fromEntries(rows.map((row) => [row.definition as string, row]));

describe('July of DOMAIN vector (i), six definitions side by side', () => {
	const { rows, customers } = compared(baseOfSpells(drawSpells(FIRST_JULY)));
	const of = byId(rows);

	it.each([
		['startOfPeriod', '.2', 2, 10],
		['includingNew', '.3076923077', 4, 13],
		['averageCustomers', '.4', 4, 10],
		['customerDays', '.3974358974', 4, 312 / 31],
		['dailySum', '.3818181818', 4, null],
		['ignoreSamePeriod', '.3', 3, 10],
	] as const)('%s is %s', (id, digits, numerator, denominator) => {
		hasDigits(of[id].churnRate, digits, id);
		expect(of[id].numerator).toBe(numerator);
		if (denominator !== null) closeTo(of[id].denominator, denominator, id, 10);
	});

	it('the reference comes first, then the others in the order of the drop-down', () => {
		expect(rows.map(({ definition }) => definition)).toEqual(churnDefinitions.map(({ id }) => id));
		const turned = compared(baseOfSpells(drawSpells(FIRST_JULY)), { reference: includingNew });
		expect(turned.rows[0].definition).toBe('includingNew');
	});

	it('says whom Including New Customers counts more: n1, who joined and left, and c2, who was back', () => {
		expect(of.includingNew.reconciliation).toBe(
			'Against Start of Period, Including New Customers counts 2 more: c2 left and was back by the end of 2024-07; n1 joined and left within 2024-07; ' +
				'it divides by 13 (customers here at the start and those who joined) instead of 10 (customers here at the start).',
		);
		expect(of.includingNew.countsMore).toBe(2);
	});

	it('says that Ignore Same Period divides by the same and counts c2 more', () => {
		expect(of.ignoreSamePeriod.reconciliation).toBe(
			`Against Start of Period, ${of.ignoreSamePeriod.title as string} counts 1 more: c2 left and was back by the end of 2024-07; it divides by the same 10 (customers here at the start).`,
		);
	});

	it('says that Daily Sum does not divide once', () => {
		expect(of.dailySum.reconciliation).toContain('it adds up the share of each day instead of dividing by 10 (customers here at the start).');
	});

	it('says the other way round whom Start of Period counts fewer', () => {
		const turned = byId(compared(baseOfSpells(drawSpells(FIRST_JULY)), { reference: includingNew }).rows);
		expect(turned.startOfPeriod.reconciliation).toContain('counts 2 fewer: c2 left and was back by the end of 2024-07; n1 joined and left within 2024-07');
	});

	it('tells of the four who left, each with its part in each definition', () => {
		expect(customers.map(({ fields }) => [fields.customer, ...churnDefinitions.map(({ id }) => fields[id])])).toEqual([
			['c1', 1, 1, 1, 1, 1, 1],
			['c2', 0, 1, 1, 1, 1, 1],
			['c3', 1, 1, 1, 1, 1, 1],
			['n1', 0, 1, 1, 1, 1, 0],
		]);
		expect(customers[1].fields).toMatchObject({
			story: 'left and was back by the end of 2024-07',
			startOfPeriodWhy: 'divided by, not counted: left and was back by the end of 2024-07',
			ignoreSamePeriodWhy: 'counted: left and was back by the end of 2024-07',
		});
		expect(customers[3].fields.startOfPeriodWhy).toBe('neither counted nor divided by: joined and left within 2024-07');
	});

	it('tells of all thirteen where everybody is asked for: those who stayed are divided by', () => {
		const everybody = compared(baseOfSpells(drawSpells(FIRST_JULY)), { customers: 'everybody' }).customers;
		expect(everybody).toHaveLength(13);
		expect(everybody.find(({ fields }) => fields.customer === 'c4')!.fields.startOfPeriodWhy).toBe('divided by, not counted: stayed throughout 2024-07');
	});

	it('has every field of its lists and no other', () => {
		expect(Object.keys(rows[0])).toEqual(Object.keys(comparisonRowFields).filter((name) => name !== 'allowedGap'));
		expect(Object.keys(customers[0].fields)).toEqual(Object.keys(comparedCustomerFields));
	});
});

describe('July of DOMAIN vector (ii)', () => {
	const { rows } = compared(baseOfSpells(drawSpells(SECOND_JULY)));
	const of = byId(rows);
	it.each([
		['startOfPeriod', '.5'],
		['includingNew', '.4444444444'],
		['averageCustomers', '.7272727273'],
		['customerDays', '.7380952'],
		['dailySum', '.8095238095'],
		['ignoreSamePeriod', '.5'],
	])('%s is %s', (id, digits) => hasDigits(of[id].churnRate, digits, id));

	it('counts c1, who left twice, twice where times are counted', () => {
		expect(of.includingNew.reconciliation).toContain('c1 left 2 times in 2024-07; o1 came back and left within 2024-07');
	});
});

describe('which period', () => {
	const purchases = 'customer  on\nAda  2024-01-10\nBoris  2024-02-05\nAda  2024-02-08\nCyrus  2024-04-02';
	const base = (asOf: string) => baseOfVisits(drawPurchases(purchases, asOf), 30);

	it('is the latest complete one that has a rate where none is named: May as of 10 June', () => {
		expect(compared(base('2024-06-10'), { dayInPeriod: null }).rows[0].period).toBe('2024-05');
	});

	it('is the one with the day', () => {
		expect(compared(base('2024-06-10'), { dayInPeriod: july(1) - 91 }).rows[0].period).toBe('2024-04');
	});

	it('is null where the day lies outside: before the first row', () => {
		expect(compareDefinitions(base('2024-06-10'), settings({ dayInPeriod: july(1) - 1000 }))).toBeNull();
	});

	it('has reasons instead of rates where it is not over', () => {
		const { rows } = compared(base('2024-06-10'), { dayInPeriod: july(0) });
		for (const row of rows) expect(row).toMatchObject({ churnRate: null, reconciliation: null, difference: null, reason: 'periodUnfinished' });
	});

	it('of no rows at all gives none', () => {
		expect(compareDefinitions(baseOfVisits(drawPurchases('customer  on', '2024-06-01'), 30), settings({ dayInPeriod: null }))).toEqual({ rows: [], customers: [], advice: [] });
	});
});

describe('the parts of customers', () => {
	const spell = fc.record({ customer: fc.constantFrom('a', 'b', 'c', 'd', 'e'), start: fc.integer({ min: july(-40), max: july(31) }), length: fc.integer({ min: 1, max: 50 }) });

	it('add up to numerator and denominator of every definition', () => {
		law(fc.array(spell, { maxLength: 12 }), fc.constantFrom(...churnDefinitions), (spells, definition) => {
			const { ledger } = ledgerOf(spells.map(({ customer, start, length }) => ({ customer, start, end: start + length })), july(60));
			const movements = movementsOf(ledger, [julyPeriod]).movements[0].get(0);
			if (!movements) return;
			const rate = definition.compute(movements, 31);
			const parts = storiesIn(ledger, julyPeriod).map((story) => definition.partOf(story));
			expect(parts.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(rate.numerator);
			if (definition.divisor !== null && rate.denominator !== null) {
				closeTo(parts.reduce((sum, { denominator }) => sum + denominator!, 0), rate.denominator, definition.id);
			}
		});
	});
});
