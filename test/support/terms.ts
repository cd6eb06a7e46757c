/**
 * Draws terms: a small table of text in, the domain's columns out. A head line, then a line each; cells stand two or
 * more spaces apart. Days are those of July 2024: 1 is its first day, 32 is 1 August, 0 is 30 June; `before` is long
 * before it, `–` is not over. Amounts are whole currency units a month.
 *
 * Columns: `customer`, `start`, `end`, `amount`, and where wanted `currency` and `group`.
 */
import type { Grouping } from '../../domain/ledger/groups';
import { AMOUNT_SCALE } from '../../domain/ledger/history';
import { STILL_HERE } from '../../domain/ledger/spells';
import { termsOf } from '../../domain/ledger/terms';
import type { PricedTerms, RevenueQuestion } from '../../domain/revenue/question';
import { revenueMovements } from '../../domain/revenue/revenueMovements';
import type { RevenueMovements } from '../../domain/revenue/revenueMovements';
import type { RevenueRow } from '../../domain/revenue/revenueRowFields';
import { revenueTable } from '../../domain/revenue/revenueTable';
import { july, julyPeriod, readTable } from './ledger';

export interface TermRow {
	readonly customer: string;
	readonly start: number;
	/** The day of leaving; Infinity while still running. */
	readonly end: number;
	/** In whole currency units. */
	readonly amount: number;
	readonly currency?: string;
	readonly group?: string;
}

export interface DrawnTerms {
	readonly customers: readonly string[];
	readonly terms: PricedTerms;
	readonly currencies: readonly string[];
	/** By the group that the first row of a customer names; null where none does. */
	readonly grouping: Grouping | null;
}

export function termRows(table: string): TermRow[] {
	return readTable(table).rows.map((cell) => {
		const [start, end] = [cell('start'), cell('end')];
		return {
			customer: cell('customer'),
			start: start === 'before' ? july(-100) : july(Number(start)),
			end: end === '–' ? Infinity : july(Number(end)),
			amount: Number(cell('amount')),
			currency: cell('currency'),
			group: cell('group'),
		};
	});
}

/** The terms of rows in any order, with named customers. */
export function termsFrom(rows: readonly TermRow[], asOf: number, allowedGap = 0): DrawnTerms {
	const customers = [...new Set(rows.map(({ customer }) => customer))].sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
	const named = [...new Set(rows.map(({ currency }) => currency ?? ''))].sort();
	const currencies = named.some((name) => name !== '') ? named : [];
	const columns = {
		customerCount: customers.length,
		customer: Int32Array.from(rows, ({ customer }) => customers.indexOf(customer)),
		start: Int32Array.from(rows, ({ start }) => start),
		end: Int32Array.from(rows, ({ end }) => Math.min(end, STILL_HERE)),
		monthlyAmount: Float64Array.from(rows, ({ amount }) => Math.round(amount * AMOUNT_SCALE)),
		currency: currencies.length > 1 ? Int32Array.from(rows, ({ currency }) => currencies.indexOf(currency ?? '')) : null,
	};
	const terms = termsOf(columns, allowedGap, asOf);
	const groupNames = [...new Set(rows.map(({ group }) => group ?? ''))];
	const hasGroups = groupNames.some((name) => name !== '');
	const groupOfCustomer = customers.map((name) => groupNames.indexOf(rows.find(({ customer }) => customer === name)!.group ?? ''));
	return {
		customers,
		currencies,
		terms: { ...terms, monthlyAmount: terms.monthlyAmount! },
		grouping: hasGroups ? { names: groupNames, groupOf: (customer) => groupOfCustomer[customer] } : null,
	};
}

/** Draws terms; As Of is 15 August unless stated, so that July is complete. */
export const drawTerms = (table: string, asOf = july(46), allowedGap = 0): DrawnTerms => termsFrom(termRows(table), asOf, allowedGap);

/** So many lines of customers named a1, a2, …, all with the same cells. */
export const many = (name: string, count: number, cells: string): string => Array.from({ length: count }, (_, index) => `${name}${index + 1}  ${cells}`).join('\n');

/** What July makes of drawn terms, in 1/10,000. */
export const revenueInJuly = (table: string, asOf = july(46)): RevenueMovements | undefined => revenueMovements(drawTerms(table, asOf).terms, [julyPeriod])[0].get(0);

/** The rows of drawn terms, by default of July alone, as of 15 August. */
export function revenueOf(drawn: DrawnTerms, chosen: Partial<RevenueQuestion> = {}): RevenueRow[] {
	return revenueTable({
		...drawn,
		periods: [julyPeriod],
		monthsPerPeriod: 1,
		asOf: july(46),
		ratedFrom: -Infinity,
		settlingDays: 0,
		grossMargin: 1,
		horizonMonths: 60,
		timeZone: 'UTC',
		...chosen,
	});
}
