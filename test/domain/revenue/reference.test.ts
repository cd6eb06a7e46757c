/**
 * Movements, rates, limits and lifetime values against a plain count in Python (test/reference/revenue.py).
 *
 * The limits of NRR and of net churn are left out: the reference has ratio ± z · standard error, which holds the true
 * figure too seldom (test/reference/README.md), and the product takes the interval of a difference instead. Those of gross
 * churn are Wilson's of the smaller of the two numbers of customers that the reference gives.
 */
import type { RevenueMovements } from '../../../domain/revenue/revenueMovements';
import { addRevenue, revenueMovements } from '../../../domain/revenue/revenueMovements';
import { grossEstimate, revenueRates } from '../../../domain/revenue/revenueRates';
import { wilsonIntervalOfShare } from '../../../domain/statistics/interval';
import { lifetimeValue } from '../../../domain/survival/lifetimeValue';
import { AMOUNT_SCALE } from '../../../domain/ledger/history';
import { closeTo } from '../../support/closeTo';
import { dayOf } from '../../support/ledger';
import type { ReferenceTerm, ReferenceRevenue } from '../../support/revenueReference';
import { revenueReference } from '../../support/revenueReference';
import { termsFrom } from '../../support/terms';

const { books, vectors, lifetimeValue: values, traps } = revenueReference();
const nobody = addRevenue([]);

function movementsOf(terms: readonly ReferenceTerm[], asOf: string, periods: readonly ReferenceRevenue[]): RevenueMovements[] {
	const rows = terms.map(({ customer, start, end, amount }) => ({ customer, start: dayOf(start), end: end === null ? Infinity : dayOf(end), amount }));
	const spans = periods.map(({ start, end }) => ({ start: dayOf(start), end: dayOf(end), label: start }));
	return revenueMovements(termsFrom(rows, dayOf(asOf)).terms, spans).map((groups) => groups.get(0) ?? nobody);
}

const KINDS = ['new', 'expansion', 'contraction', 'churned', 'reactivation'] as const;
const countOf = { new: 'newCustomers', expansion: 'expandedCustomers', contraction: 'contractedCustomers', churned: 'churnedCustomers', reactivation: 'reactivatedCustomers' } as const;

/** Amounts are whole 1/10,000 on both sides, so they are compared exactly. */
function compareCounts(got: RevenueMovements, expected: ReferenceRevenue, input: unknown): void {
	const amount = (whole: number) => Math.round(whole * AMOUNT_SCALE);
	expect({ input, start: got.startMrr, end: got.endMrr, customers: [got.customersAtStart, got.customersAtEnd] }).toEqual({
		input,
		start: amount(expected.startAmount),
		end: amount(expected.endAmount),
		customers: [expected.startCustomers, expected.endCustomers],
	});
	for (const kind of KINDS) {
		expect({ input, kind, amount: got[`${kind}Mrr`], customers: got[countOf[kind]] }).toEqual({ input, kind, amount: amount(expected[`${kind}Amount`]), customers: expected[`${kind}Customers`] });
	}
}

function compareRates(got: RevenueMovements, expected: ReferenceRevenue, input: unknown): void {
	const { gross, net, grossRetention, netRetention, quickRatio } = revenueRates(got);
	closeTo(gross.value, expected.gross.rate, { input, rate: 'gross' });
	closeTo(net.value, expected.net.rate, { input, rate: 'net' });
	closeTo(grossRetention.value, expected.grr.rate, { input, rate: 'GRR' });
	closeTo(netRetention.value, expected.nrr.rate, { input, rate: 'NRR' });
	closeTo(quickRatio.value, expected.quickRatio, { input, rate: 'quick ratio' });
}

/** How many periods had limits. */
function compareLimits(got: RevenueMovements, expected: ReferenceRevenue, input: unknown): number {
	const estimate = grossEstimate(got);
	const { effectiveCustomers, byKish } = expected;
	if (effectiveCustomers === null || byKish === null) {
		expect({ input, estimate }).toEqual({ input, estimate: got.startMrr === 0 ? 'noRevenueAtStart' : 'fewerThan30Customers' });
		return 0;
	}
	if (typeof estimate === 'string') throw new Error(`${JSON.stringify(input)}: ${estimate}`);
	const { low, high } = wilsonIntervalOfShare(expected.gross.rate!, Math.min(effectiveCustomers, byKish.customers));
	closeTo(estimate.low, low, { input, limit: 'low' });
	closeTo(estimate.high, high, { input, limit: 'high' });
	const isKish = byKish.customers <= effectiveCustomers;
	closeTo(estimate.high, isKish ? byKish.gross.high : expected.gross.high, { input, limit: 'high, as the reference gives it' });
	closeTo(estimate.low, isKish ? byKish.gross.low : expected.gross.low, { input, limit: 'low, as the reference gives it' });
	return 1;
}

describe('the plain count of revenue (revenue.json)', () => {
	it('of the sentences of DOMAIN C11', () => {
		for (const { id, terms, asOf, period } of vectors) {
			const [got] = movementsOf(terms, asOf, [period]);
			compareCounts(got, period, id);
			compareRates(got, period, id);
			compareLimits(got, period, id);
		}
	});

	it('of drawn books and planted ones, month by month', () => {
		let periods = 0;
		let withLimits = 0;
		for (const book of books) {
			movementsOf(book.terms, book.asOf, book.periods).forEach((got, index) => {
				const expected = book.periods[index];
				const input = { book: book.id, month: expected.start };
				compareCounts(got, expected, input);
				compareRates(got, expected, input);
				withLimits += compareLimits(got, expected, input);
				periods++;
			});
		}
		expect([periods, withLimits]).toEqual([traps.periods, traps.withLimits]);
	});

	it('of lifetime values, without a horizon that is nearer and with one', () => {
		for (const { periods, margin, horizon, pooledChurn, value, low, high, capped } of values) {
			const question = { lost: periods.map(({ lost }) => lost), atStart: periods.map(({ start }) => start), marginPerPeriod: margin };
			for (const [horizonPeriods, expected] of [[Infinity, { value, low, high }], [horizon, capped]] as const) {
				const found = lifetimeValue({ ...question, horizonPeriods });
				if (found.value === null) throw new Error(found.reason);
				closeTo(found.churnRate, pooledChurn, periods);
				closeTo(found.value, expected.value, { periods, horizonPeriods });
				closeTo(found.low, expected.low, { periods, horizonPeriods, limit: 'low' });
				closeTo(found.high, expected.high, { periods, horizonPeriods, limit: 'high' });
			}
		}
	});
});
