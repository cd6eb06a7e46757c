/** What holds for all terms, drawn by chance, and the slow twin. */
import fc from 'fast-check';
import type { Period } from '../../../domain/time';
import { addRevenue, isExact, othersOf, revenueMovements } from '../../../domain/revenue/revenueMovements';
import type { RevenueMovements } from '../../../domain/revenue/revenueMovements';
import { revenueIntervals, revenueRates } from '../../../domain/revenue/revenueRates';
import { revenueRowFields } from '../../../domain/revenue/revenueRowFields';
import { closeTo } from '../../support/closeTo';
import { expectSame, law, TABLES } from '../../support/law';
import { july } from '../../support/ledger';
import { asKnown, slowCustomers, slowIntervals, slowSums } from '../../support/slowRevenue';
import { revenueOf, termsFrom } from '../../support/terms';
import type { TermRow } from '../../support/terms';

const AS_OF = july(46);
const NAMES = ['Ada', 'Boris', 'Cyrus', 'Dana', 'Eva', 'Farid'];
const GROUPS = ['', 'Basic', 'Pro'];
const CURRENCIES = ['EUR', 'USD'];

const termWith = (names: fc.Arbitrary<string>): fc.Arbitrary<TermRow> =>
	fc
		.record({
			customer: names,
			start: fc.integer({ min: july(-49), max: AS_OF + 5 }),
			length: fc.integer({ min: 0, max: 70 }),
			isRunning: fc.boolean(),
			amount: fc.oneof(fc.constantFrom(0, 10, 20, -5), fc.integer({ min: 1, max: 5_000_000 }).map((tenThousandths) => tenThousandths / 10_000)),
			currency: fc.constantFrom(...CURRENCIES),
		})
		.map(({ length, isRunning, ...row }) => Object.freeze({ ...row, end: isRunning ? Infinity : row.start + length, group: GROUPS[row.customer.length % 3] }));
const rowsOf = (row: fc.Arbitrary<TermRow>, sizes: fc.ArrayConstraints) => fc.array(row, sizes).map((rows) => Object.freeze(rows) as readonly TermRow[]);
const terms = rowsOf(termWith(fc.constantFrom(...NAMES)), { maxLength: 25 });
/** So many customers that most periods have 30 at the start. */
const manyTerms = rowsOf(termWith(fc.integer({ min: 0, max: 150 }).map((number) => `c${number}`)), { minLength: 150, maxLength: 250 });

/** Periods of so many days each that follow one another from some day on and reach beyond As Of. */
const spans: fc.Arbitrary<readonly Period[]> = fc.tuple(fc.integer({ min: july(-60), max: july(20) }), fc.integer({ min: 1, max: 40 })).map(([first, length]) => {
	const count = Math.ceil((AS_OF + 5 - first) / length);
	return Array.from({ length: count }, (_, index) => ({ start: first + index * length, end: first + (index + 1) * length, label: `${index}` }));
});

const nobody = addRevenue([]);
const inEach = (rows: readonly TermRow[], periods: readonly Period[], currency: number | null = null): RevenueMovements[] =>
	revenueMovements(termsFrom(rows, AS_OF).terms, periods, currency).map((groups) => groups.get(0) ?? nobody);

describe('the slow twin, customer by customer', () => {
	it('finds the same sums and counts', () => {
		law(terms, spans, (rows, periods) => {
			inEach(rows, periods).forEach((found, index) => {
				const { start, end } = periods[index];
				expect(found).toMatchObject(slowSums(slowCustomers(asKnown(rows, AS_OF), start, end)));
			});
		});
	});

	it('finds the same sums in each currency', () => {
		law(terms, spans, (rows, periods) => {
			const { terms: drawn, currencies } = termsFrom(rows, AS_OF);
			currencies.forEach((name, currency) => {
				const own = asKnown(rows, AS_OF).filter((row) => row.currency === name);
				revenueMovements(drawn, periods, currencies.length > 1 ? currency : null).forEach((groups, index) => {
					const { start, end } = periods[index];
					expect(groups.get(0) ?? nobody).toMatchObject(slowSums(slowCustomers(own, start, end)));
				});
			});
		});
	});

	it('finds the same intervals, residual by residual', () => {
		law(manyTerms, spans, (rows, periods) => {
			inEach(rows, periods).forEach((found, index) => {
				const intervals = revenueIntervals(found);
				if (typeof intervals === 'string') return;
				const slow = slowIntervals(slowCustomers(asKnown(rows, AS_OF), periods[index].start, periods[index].end));
				for (const name of ['gross', 'net', 'netRetention'] as const) {
					for (const limit of ['low', 'high'] as const) closeTo(intervals[name][limit], slow[name][limit], { name, limit, index }, 10);
				}
			});
		}, TABLES);
	});
});

describe('movements of revenue', () => {
	it('always satisfy end = start + new + expansion + reactivation − contraction − churned, exactly, and so do the counts', () => {
		law(terms, spans, (rows, periods) => {
			inEach(rows, periods).forEach((found, index, all) => {
				const { startMrr, newMrr, expansionMrr, reactivationMrr, contractionMrr, churnedMrr, endMrr } = found;
				expect(endMrr).toBe(startMrr + newMrr + expansionMrr + reactivationMrr - contractionMrr - churnedMrr);
				expect(found.customersAtEnd).toBe(found.customersAtStart + found.newCustomers + found.reactivatedCustomers - found.churnedCustomers);
				if (index > 0) expect([startMrr, found.customersAtStart]).toEqual([all[index - 1].endMrr, all[index - 1].customersAtEnd]);
				expect(isExact(found)).toBe(true);
			});
		});
	});

	it('do not depend on the order of the rows', () => {
		law(terms, spans, (rows, periods) => expect(inEach([...rows].reverse(), periods)).toEqual(inEach(rows, periods)));
	});

	it('do not change when all dates move by whole days', () => {
		law(terms, fc.tuple(spans, fc.integer({ min: -400, max: 400 })), (rows, [periods, days]) => {
			const moved = termsFrom(rows.map((row) => ({ ...row, start: row.start + days, end: row.end + days })), AS_OF + days).terms;
			const later = periods.map((period) => ({ ...period, start: period.start + days, end: period.end + days }));
			expect(revenueMovements(moved, later).map((groups) => groups.get(0) ?? nobody)).toEqual(inEach(rows, periods));
		});
	});

	it('do not change when a term is cut in two that touch, at the same price', () => {
		law(terms, spans, (rows, periods) => {
			const cut = rows.flatMap((row) => {
				const middle = Math.floor((row.start + Math.min(row.end, row.start + 20)) / 2);
				// A start on As Of makes other ends on that day known, so nothing is cut there.
				if (middle === AS_OF) return [row];
				return [{ ...row, end: middle }, { ...row, start: middle }];
			});
			inEach(cut, periods).forEach((found, index) => hasSums(found, inEach(rows, periods)[index]));
		});
	});

	it('of groups add up to the whole, and the others of each group are the whole without it', () => {
		law(terms, spans, (rows, periods) => {
			const { terms: drawn, customers } = termsFrom(rows, AS_OF);
			const whole = inEach(rows, periods);
			revenueMovements(drawn, periods, null, (customer) => customers[customer].length).forEach((groups, index) => {
				const parts = [...groups.values()];
				hasSums(addRevenue(parts), whole[index]);
				othersOf(parts).forEach((others, part) => hasSums(addRevenue([others, parts[part]]), whole[index]));
			});
		});
	});

	it('change nothing they are given', () => {
		law(terms, spans, (rows, periods) => {
			const { terms: drawn } = termsFrom(rows, AS_OF);
			const before = structuredClone(drawn);
			revenueMovements(drawn, Object.freeze(periods));
			expect(drawn).toEqual(before);
		});
	});
});

/** The same whole numbers, and the same squares but for rounding. */
function hasSums(got: RevenueMovements, expected: RevenueMovements): void {
	for (const [name, value] of Object.entries(expected)) {
		if (/Squares|Times/.test(name)) closeTo(got[name as keyof RevenueMovements], value, name);
		else expect([name, got[name as keyof RevenueMovements]]).toEqual([name, value]);
	}
}

describe('rates of revenue', () => {
	const ofEach = (rows: readonly TermRow[], periods: readonly Period[], holds: (movements: RevenueMovements, rates: Record<string, number | null>) => void) => {
		for (const movements of inEach(rows, periods)) {
			const rates = revenueRates(movements);
			if (rates.gross.value !== null) holds(movements, Object.fromEntries(Object.entries(rates).map(([name, { value }]) => [name, value])));
		}
	};

	it('have 0 ≤ GRR ≤ min(1, NRR) and GRR = 1 − gross', () => {
		law(terms, spans, (rows, periods) => {
			ofEach(rows, periods, (_, { gross, grossRetention, netRetention }) => {
				expect(grossRetention).toBeGreaterThanOrEqual(0);
				expect(grossRetention).toBeLessThanOrEqual(Math.min(1, netRetention!));
				closeTo(grossRetention, 1 - gross!, 'GRR');
			});
		});
	});

	it('have net = 1 − NRR − reactivation / start ≤ gross', () => {
		law(terms, spans, (rows, periods) => {
			ofEach(rows, periods, ({ reactivationMrr, startMrr }, { gross, net, netRetention }) => {
				expect(net).toBeLessThanOrEqual(gross!);
				closeTo(net, 1 - netRetention! - reactivationMrr / startMrr, 'net');
			});
		});
	});

	it('lie within their limits, which are in order and in range', () => {
		law(manyTerms, spans, (rows, periods) => {
			ofEach(rows, periods, (movements, { gross, net, netRetention }) => {
				const intervals = revenueIntervals(movements);
				if (typeof intervals === 'string') {
					expect([movements.customersAtStart < 30, intervals]).toEqual([true, 'fewerThan30Customers']);
					return;
				}
				for (const [{ low, high }, value] of [[intervals.gross, gross], [intervals.net, net], [intervals.netRetention, netRetention]] as const) {
					expect(low).toBeLessThanOrEqual(value! + 1e-12);
					expect(high).toBeGreaterThanOrEqual(value! - 1e-12);
				}
				expect(intervals.gross.low).toBeGreaterThanOrEqual(0);
				expect(intervals.gross.high).toBeLessThanOrEqual(1);
				expect(intervals.netRetention.low).toBeGreaterThanOrEqual(-1e-12);
				expect(intervals.net.high).toBeLessThanOrEqual(1 + 1e-12);
			});
		}, TABLES);
	});
});

describe('the table', () => {
	const question = { asOf: AS_OF, settlingDays: 3 };
	const tableOf = (rows: readonly TermRow[], periods: readonly Period[]) => revenueOf(termsFrom(rows, AS_OF), { ...question, periods });

	it('does not depend on the order of the rows', () => {
		law(manyTerms, spans, (rows, periods) => expectSame(tableOf([...rows].reverse(), periods), tableOf(rows, periods)), TABLES);
	});

	const canBeNull = (name: string) => 'nullWhen' in revenueRowFields[name as keyof typeof revenueRowFields];
	const isFaulty = ([name, value]: readonly [string, unknown]) => (typeof value === 'number' && !Number.isFinite(value)) || (value === null && !canBeNull(name));

	it('is never NaN or infinite, is null only where its field says so, and names a reason for each null rate', () => {
		law(manyTerms, spans, (rows, periods) => {
			const faults = tableOf(rows, periods).flatMap((row) => [
				...((row.grossChurnRate === null) === (row.reason !== null) ? [] : [`grossChurnRate: ${row.grossChurnRate}, ${row.reason}`]),
				...Object.entries(row).filter(isFaulty).map(([name, value]) => `${name}: ${value}`),
			]);
			expect(faults).toEqual([]);
		}, TABLES);
	});

	it('has a reason for each figure that is null beside a rate', () => {
		const explained = [['grossLow', 'interval'], ['quickRatio', 'quickRatio'], ['change', 'change'], ['lifetimeValue', 'lifetimeValue']] as const;
		law(manyTerms, spans, (rows, periods) => {
			for (const row of tableOf(rows, periods).filter(({ reason }) => reason === null)) {
				for (const [field, name] of explained) expect([field, row[field] === null]).toEqual([field, (row.reasons as string).includes(`${name}: `)]);
			}
		}, TABLES);
	});
});
