/** What holds for every ledger and every definition, on purchases and spells drawn by chance. */
import fc from 'fast-check';
import { churnDefinitions } from '../../domain/churn/definitions';
import type { ChurnDefinition } from '../../domain/churn/definition';
import { churnRowFields } from '../../domain/churn/rowFields';
import type { ChurnRow } from '../../domain/churn/rowFields';
import { addMovements, customerDays, movementsOf, withoutMovements } from '../../domain/churn/movements';
import type { Movements } from '../../domain/churn/movements';
import { spellsFromVisits } from '../../domain/ledger/spells';
import { isoDate, periodsCovering } from '../../domain/time';
import type { Period } from '../../domain/time';
import { closeTo } from '../support/closeTo';
import { churnOf, july, ledgerOf, nobody, visitsOf } from '../support/ledger';
import type { Purchase, SpellRow } from '../support/ledger';
import { expectSame, law, TABLES } from '../support/law';
import { slowMovements, spellsOfPurchases } from '../support/slowLedger';

const DAY = 86_400_000;
const NAMES = ['Ada', 'Boris', 'Cyrus', 'Dana', 'Eva', 'Farid'];
const PLANS = ['', 'Basic', 'Pro'];

/** As Of is 15 August; purchases and spells begin between 12 May and then, so that some lie before, in and after July. */
const AS_OF = july(46);
const someDay = fc.integer({ min: july(-49), max: AS_OF });

const purchase: fc.Arbitrary<Purchase> = fc.record({
	customer: fc.constantFrom(...NAMES),
	at: fc.tuple(someDay, fc.nat(DAY - 1)).map(([day, time]) => day * DAY + time),
	amount: fc.integer({ min: 1, max: 5_000_000 }).map((tenThousandths) => tenThousandths / 10_000),
	groups: fc.constantFrom(...PLANS).map((plan) => ({ plan })),
});
const purchases = fc.array(purchase, { minLength: 1, maxLength: 40 }).map((rows) => Object.freeze(rows) as readonly Purchase[]);
const window = fc.integer({ min: 1, max: 45 });

const spell: fc.Arbitrary<SpellRow> = fc
	.tuple(fc.constantFrom(...NAMES), someDay, fc.integer({ min: 0, max: 60 }))
	.map(([customer, start, length]) => ({ customer, start, end: start + length }));
const spells = fc.array(spell, { maxLength: 25 }).map((rows) => Object.freeze(rows) as readonly SpellRow[]);

/** Periods of so many days each that follow one another from some day on and reach beyond As Of. */
const spans: fc.Arbitrary<readonly Period[]> = fc.tuple(fc.integer({ min: july(-60), max: july(20) }), fc.integer({ min: 1, max: 40 })).map(([first, length]) => {
	const count = Math.ceil((AS_OF + 5 - first) / length);
	return Array.from({ length: count }, (_, index) => ({ start: first + index * length, end: first + (index + 1) * length, label: `${index}` }));
});

const inEach = (periods: readonly Period[], rows: readonly SpellRow[]) => {
	const { ledger, customers } = ledgerOf(rows, AS_OF);
	const { movements, losses } = movementsOf(ledger, periods);
	return { ledger, customers, losses, movements: periods.map((period, index) => movements[index].get(0) ?? nobody(period.end - period.start)) };
};

const letters = ({ customersAtStart: S, joined: N, returned: R, churned: L, customersAtEnd: E }: Movements) => ({ S, N, R, L, E });

const asTheTwinSaysIt = (movements: Movements) => ({
	...letters(movements),
	gone: movements.churnedAtEnd,
	leftAtLeastOnce: movements.churnedAtLeastOnce,
	hereByDay: [...movements.hereByDay],
	leftByDay: [...movements.leftByDay],
});

describe('the slow twin, day by day', () => {
	it('finds the same movements of spells, day for day', () => {
		law(spells, spans, (rows, periods) => {
			const { movements } = inEach(periods, rows);
			periods.forEach((period, index) => expect(asTheTwinSaysIt(movements[index])).toEqual(slowMovements(rows, AS_OF, period)));
		});
	});

	it('finds the same movements of purchases, day for day', () => {
		law(fc.tuple(purchases, window), spans, ([rows, days], periods) => {
			const { history } = visitsOf(rows, AS_OF);
			const { movements } = movementsOf(spellsFromVisits(history, days, AS_OF), periods);
			const plain = rows.map(({ customer, at }) => ({ customer, day: Math.floor(at / DAY) }));
			periods.forEach((period, index) => {
				const found = movements[index].get(0) ?? nobody(period.end - period.start);
				expect(asTheTwinSaysIt(found)).toEqual(slowMovements(spellsOfPurchases(plain, days), AS_OF, period));
			});
		});
	});

	it('has the same spells whether purchases are read as visits or as spells of the window', () => {
		law(purchases, window, (rows, days) => {
			const { history } = visitsOf(rows, AS_OF);
			const asSpells = rows.map(({ customer, at }) => ({ customer, start: Math.floor(at / DAY), end: Math.floor(at / DAY) + days }));
			expect(spellsFromVisits(history, days, AS_OF)).toEqual(ledgerOf(asSpells, AS_OF).ledger);
		});
	});
});

describe('movements', () => {
	it('always satisfy E = S + N + R − L, and end where the next period begins', () => {
		law(spells, spans, (rows, periods) => {
			inEach(periods, rows).movements.forEach((found, index, all) => {
				const { S, N, R, L, E } = letters(found);
				expect(E).toBe(S + N + R - L);
				if (index > 0) expect(S).toBe(all[index - 1].customersAtEnd);
			});
		});
	});

	it('do not depend on the order of the rows', () => {
		law(spells, spans, (rows, periods) => {
			expect(inEach(periods, [...rows].reverse()).movements).toEqual(inEach(periods, rows).movements);
		});
	});

	it('stay the same when each spell is cut in two that touch, and when it is told twice', () => {
		law(spells, spans, (rows, periods) => {
			const cut = rows.flatMap(({ customer, start, end }) => {
				const middle = Math.floor((start + end) / 2);
				return [{ customer, start, end: middle }, { customer, start: middle, end }, { customer, start, end }];
			});
			// Spells without days are none before and after; only their customers remain, without movements.
			expect(inEach(periods, cut).movements).toEqual(inEach(periods, rows).movements);
		});
	});

	it('of two halves of the customers add up to the whole, and the whole without one half is the other', () => {
		law(spells, spans, (rows, periods) => {
			const { ledger, customers, movements: whole } = inEach(periods, rows);
			const { movements } = movementsOf(ledger, periods, (customer) => (NAMES.indexOf(customers[customer]) % 2));
			periods.forEach(({ start, end }, index) => {
				const [even, odd] = [0, 1].map((group) => movements[index].get(group) ?? nobody(end - start));
				expect(addMovements([even, odd], end - start)).toEqual(whole[index]);
				expect(withoutMovements(whole[index], odd)).toEqual(even);
			});
		});
	});

	it('give the customer-days that counting spell by spell gives', () => {
		law(spells, spans, (rows, periods) => {
			const { ledger, movements } = inEach(periods, rows);
			periods.forEach(({ start, end }, index) => {
				let days = 0;
				ledger.start.forEach((first, spellIndex) => {
					days += Math.max(0, Math.min(ledger.end[spellIndex], end - 1) - Math.max(first, start - 1));
				});
				expect(customerDays(movements[index])).toBe(days);
			});
		});
	});

	it('change nothing they are given', () => {
		law(spells, spans, (rows, periods) => {
			const { ledger } = ledgerOf(rows, AS_OF);
			const before = structuredClone(ledger);
			movementsOf(ledger, Object.freeze(periods));
			expect(ledger).toEqual(before);
		});
	});
});

describe.each(churnDefinitions.map((definition) => [definition.id, definition as ChurnDefinition] as const))('%s', (_, definition) => {
	it('stays in its range, its interval holds it, and a null has a reason', () => {
		law(spells, spans, (rows, periods) => {
			inEach(periods, rows).movements.forEach((movements, index) => {
				const days = periods[index].end - periods[index].start;
				const rate = definition.compute(movements, days);
				const { value, reason } = rate.value;
				if (value === null) {
					expect(reason).not.toBeNull();
					return;
				}
				expect(value).toBeGreaterThanOrEqual(definition.range[0]);
				expect(value).toBeLessThanOrEqual(definition.range[1] ?? Infinity);
				const interval = definition.interval(rate, 0.95);
				if (!interval) return;
				expect(interval.low).toBeLessThanOrEqual(value + 1e-12);
				expect(interval.high).toBeGreaterThanOrEqual(value - 1e-12);
			});
		});
	});

	it('has as its numerator the losses that count', () => {
		law(spells, spans, (rows, periods) => {
			const { movements, losses } = inEach(periods, rows);
			movements.forEach((found, index) => {
				const counted = losses.filter((loss) => loss.period === index && definition.counts(loss));
				expect(definition.compute(found, periods[index].end - periods[index].start).numerator).toBe(counted.length);
			});
		});
	});

	it('gives a share of a year, between 0 and 1, where it gives one', () => {
		law(fc.double({ min: 0, max: definition.range[1] ?? 3, noNaN: true }), fc.integer({ min: 1, max: 366 }), (rate, days) => {
			const yearly = definition.perYear(rate, days);
			if (yearly === null) return;
			expect(yearly).toBeGreaterThanOrEqual(0);
			expect(yearly).toBeLessThanOrEqual(1);
		});
	});
});

describe('the table', () => {
	const byPlan = (rows: readonly Purchase[]) => visitsOf(rows, AS_OF, ['plan']);
	const settings = fc.record({
		churnWindow: window,
		definition: fc.constantFrom<ChurnDefinition>(...churnDefinitions),
		periodUnit: fc.constantFrom('week', 'month', 'quarter' as const),
		acceptableRate: fc.constantFrom(null, 0.1),
		costOfKeeping: fc.constantFrom(null, 3),
	});

	it('does not depend on the order of the rows', () => {
		law(purchases, settings, (rows, chosen) => {
			const [oneWay, theOther] = [churnOf(byPlan(rows), chosen), churnOf(byPlan([...rows].reverse()), chosen)];
			expectSame(theOther.rows, oneWay.rows);
			expectSame(
				theOther.churnedCustomers.map(({ fields }) => fields),
				oneWay.churnedCustomers.map(({ fields }) => fields),
			);
		}, TABLES);
	});

	it('does not depend on what customers are called, but for ties among the top fifth', () => {
		const nameless = (row: ChurnRow) => ({ ...row, topFifthChurned: null, summary: null });
		law(purchases, settings, (rows, chosen) => {
			const renamed = rows.map((row) => ({ ...row, customer: `x${NAMES.length - NAMES.indexOf(row.customer)}` }));
			expectSame(churnOf(byPlan(renamed), chosen).rows.map(nameless), churnOf(byPlan(rows), chosen).rows.map(nameless));
		}, TABLES);
	});

	const withoutDates = (row: ChurnRow) => ({ ...row, period: '', start: '', end: '', asOf: '', summary: '' });

	it.each([
		['any number of days', 'day', 1, TABLES / 4],
		['whole weeks', 'week', 7, TABLES],
	] as const)('shifted by %s says the same by %s', (_, periodUnit, step, cases) => {
		law(fc.tuple(purchases, settings), fc.integer({ min: -60, max: 60 }), ([rows, chosen], steps) => {
			const shifted = rows.map((row) => ({ ...row, at: row.at + steps * step * DAY }));
			const [here, there] = [visitsOf(rows, AS_OF, ['plan']), visitsOf(shifted, AS_OF + steps * step, ['plan'])].map(
				(visits) => churnOf(visits, { ...chosen, periodUnit }).rows,
			);
			expectSame(there.map(withoutDates), here.map(withoutDates));
		}, cases);
	});

	it('has one row of everybody per period, whose counts are those of its groups added', () => {
		const counts = ['customersAtStart', 'joined', 'returned', 'churned', 'customersAtEnd'] as const;
		law(purchases, settings, (rows, chosen) => {
			const table = churnOf(byPlan(rows), chosen).rows;
			for (const everybody of table.filter(({ group }) => group === null)) {
				const groups = table.filter(({ group, period }) => group !== null && period === everybody.period);
				for (const count of counts) expect(groups.reduce((sum, row) => sum + (row[count] as number), 0)).toBe(everybody[count]);
				const { customersAtStart: S, joined: N, returned: R, churned: L, customersAtEnd: E } = everybody as Record<string, number>;
				expect(E).toBe(S + N + R - L);
			}
		}, TABLES);
	});

	it('has a churned customer for each loss, and as many that count as the numerators say', () => {
		law(purchases, settings, (rows, chosen) => {
			const { rows: table, churnedCustomers } = churnOf(byPlan(rows), chosen);
			for (const { period, churned, numerator } of table.filter(({ group }) => group === null)) {
				const ofPeriod = churnedCustomers.filter(({ fields }) => fields.period === period);
				expect(ofPeriod).toHaveLength(churned as number);
				if (numerator !== null) expect(ofPeriod.filter(({ fields }) => fields.countsInRate)).toHaveLength(numerator as number);
			}
		}, TABLES);
	});

	const canBeNull = (name: string) => 'nullWhen' in churnRowFields[name as keyof typeof churnRowFields];
	const isFaulty = ([name, value]: readonly [string, unknown]) =>
		(typeof value === 'number' && !Number.isFinite(value)) || (value === null && !canBeNull(name));

	it('is never NaN or infinite, is null only where its field says so, and names a reason for each null rate', () => {
		law(purchases, settings, (rows, chosen) => {
			const faults = churnOf(byPlan(rows), chosen).rows.flatMap((row) => [
				...((row.churnRate === null) === (row.reason !== null) ? [] : [`churnRate: ${row.churnRate}, ${row.reason}`]),
				...Object.entries(row).filter(isFaulty).map(([name, value]) => `${name}: ${value}`),
			]);
			expect(faults).toEqual([]);
		}, TABLES);
	});

	it('splits a change into rate and mix that add up to it, wherever it gives the two', () => {
		law(purchases, settings, (rows, chosen) => {
			for (const { change, changeFromRates, changeFromMix, period } of churnOf(byPlan(rows), chosen).rows) {
				if (changeFromRates === null || change === null) continue;
				closeTo((changeFromRates as number) + (changeFromMix as number), change as number, { period, definition: chosen.definition.id }, 9);
			}
		}, TABLES);
	});

	it('loses nothing by money: losses in twelve months are the losses of the period times 365 over its days', () => {
		law(purchases, settings, (rows, chosen) => {
			for (const { valuePerCustomer, moneyLost, moneyLostTwelveMonths, twelveMonthShortfall, start, end } of churnOf(visitsOf(rows, AS_OF), {
				...chosen,
				valuePerCustomer: 100,
			}).rows) {
				if (moneyLost === null) continue;
				const days = (Date.parse(end as string) - Date.parse(start as string)) / DAY;
				closeTo(moneyLostTwelveMonths, ((moneyLost as number) * 365) / days, { start }, 4);
				// Who lost nobody misses nothing; nobody can miss more than all customers bring in a year.
				expect((twelveMonthShortfall as number) === 0).toBe(moneyLost === 0);
				expect(valuePerCustomer).toBe(100);
			}
		}, TABLES);
	});

	it('given for the last periods alone is the end of the complete ones', () => {
		law(fc.tuple(purchases, settings), fc.integer({ min: 1, max: 6 }), ([rows, chosen], lastPeriods) => {
			const [all, last] = [churnOf(byPlan(rows), chosen).rows, churnOf(byPlan(rows), { ...chosen, lastPeriods }).rows];
			const complete = all.filter(({ isComplete }) => isComplete);
			expectSame(last, complete.slice(complete.length - last.length));
			expect(new Set(last.map(({ period }) => period)).size).toBe(Math.min(lastPeriods, new Set(complete.map(({ period }) => period)).size));
		}, TABLES);
	});
});

describe('adding days and losses', () => {
	it('a month is its days together: losses, joiners and customer-days', () => {
		law(spells, fc.constant(periodsCovering(july(1), july(31), 'month')), (rows, [month]) => {
			const days = Array.from({ length: 31 }, (_, index) => ({ start: july(index + 1), end: july(index + 2), label: isoDate(july(index + 1)) }));
			const [whole] = inEach([month], rows).movements;
			const each = inEach(days, rows).movements;
			const sum = (of: (movements: Movements) => number) => each.reduce((total, movements) => total + of(movements), 0);
			expect([sum(({ churned }) => churned), sum(({ joined }) => joined), sum(({ returned }) => returned)]).toEqual([whole.churned, whole.joined, whole.returned]);
			expect(sum(customerDays)).toBe(customerDays(whole));
			expect(each.map(({ customersAtStart }) => customersAtStart)).toEqual([...whole.hereByDay]);
		});
	});

	it('a customer of S who is gone left at least once, and who left at least once is in L: C1 ≤ C6 ≤ L', () => {
		law(spells, spans, (rows, periods) => {
			for (const { churnedAtEnd, churnedAtLeastOnce, churned, customersAtStart } of inEach(periods, rows).movements) {
				expect(churnedAtEnd).toBeLessThanOrEqual(churnedAtLeastOnce);
				expect(churnedAtLeastOnce).toBeLessThanOrEqual(Math.min(churned, customersAtStart));
			}
		});
	});
});
