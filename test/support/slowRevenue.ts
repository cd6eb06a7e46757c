/**
 * The slow twin of `domain/revenue`: row by row and customer by customer, straight from the words of DOMAIN C11 and of
 * the docstrings. It shares no code with the domain but for the two intervals of `domain/statistics`.
 */
import { normalFactor, poissonInterval, wilsonInterval } from '../../domain/statistics/interval';
import type { TermRow } from './terms';

export interface SlowCustomer {
	readonly customer: string;
	readonly start: number;
	readonly end: number;
	/** 'new', 'reactivated', 'expanded', 'contracted', 'churned' or 'same'. */
	readonly what: string;
}

/** Whole 1/10,000, so that sums are exact. */
const cents = (amount: number) => Math.round(amount * 10_000);

/**
 * What of the rows is known as of a day: nothing that starts after it, and no end on it or later, but for the end on As
 * Of of a customer who starts something that day, which is a change of plan.
 */
export function asKnown(rows: readonly TermRow[], asOf: number): TermRow[] {
	const lasting = rows.filter(({ start, end }) => start < end && start <= asOf);
	const changesToday = new Set(lasting.filter(({ start }) => start === asOf).map(({ customer }) => customer));
	const isKnown = ({ customer, end }: TermRow) => end < asOf || (end === asOf && changesToday.has(customer));
	return lasting.map((row) => ({ ...row, end: isKnown(row) ? row.end : Infinity }));
}

/** "Here as day t opens when start < t ≤ end". */
function bringsOn(rows: readonly TermRow[], day: number): number {
	const here = rows.filter(({ start, end }) => start < day && day <= end);
	return Math.max(0, here.reduce((sum, { amount }) => sum + cents(amount), 0));
}

function whatHappened(start: number, end: number, paidBefore: boolean): string {
	if (start === 0) return paidBefore ? 'reactivated' : 'new';
	if (end === 0) return 'churned';
	if (end === start) return 'same';
	return end > start ? 'expanded' : 'contracted';
}

/** Everybody who pays at the start or at the end of [a, b), with what became of them; `rows` as they are known. */
export function slowCustomers(rows: readonly TermRow[], a: number, b: number): SlowCustomer[] {
	return [...new Set(rows.map(({ customer }) => customer))].flatMap((customer) => {
		const own = rows.filter((row) => row.customer === customer);
		const [start, end] = [bringsOn(own, a), bringsOn(own, b)];
		const paidBefore = own.some((row) => row.amount > 0 && row.start < a);
		return start === 0 && end === 0 ? [] : [{ customer, start, end, what: whatHappened(start, end, paidBefore) }];
	});
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

export function slowSums(customers: readonly SlowCustomer[]) {
	const of = (what: string) => customers.filter((customer) => customer.what === what);
	const change = (what: string) => Math.abs(sum(of(what).map(({ start, end }) => end - start)));
	return {
		startMrr: sum(customers.map(({ start }) => start)),
		newMrr: change('new'),
		expansionMrr: change('expanded'),
		contractionMrr: change('contracted'),
		churnedMrr: change('churned'),
		reactivationMrr: change('reactivated'),
		endMrr: sum(customers.map(({ end }) => end)),
		customersAtStart: customers.filter(({ start }) => start > 0).length,
		newCustomers: of('new').length,
		expandedCustomers: of('expanded').length,
		contractedCustomers: of('contracted').length,
		churnedCustomers: of('churned').length,
		reactivatedCustomers: of('reactivated').length,
		customersAtEnd: customers.filter(({ end }) => end > 0).length,
	};
}

/** The variance of Σ part / Σ start, residual by residual. */
function variance(customers: readonly SlowCustomer[], partOf: (customer: SlowCustomer) => number): number {
	const total = sum(customers.map(({ start }) => start));
	const rate = sum(customers.map(partOf)) / total;
	const residuals = customers.map((customer) => partOf(customer) - rate * customer.start);
	return ((customers.length / (customers.length - 1)) * sum(residuals.map((residual) => residual ** 2))) / total ** 2;
}

interface Limits {
	readonly value: number;
	readonly low: number;
	readonly high: number;
}

function loss(atStart: readonly SlowCustomer[]): Limits {
	const starts = atStart.map(({ start }) => start);
	const lost = (customer: SlowCustomer) => Math.max(0, customer.start - customer.end);
	const share = sum(atStart.map(lost)) / sum(starts);
	const alike = sum(starts) ** 2 / sum(starts.map((start) => start ** 2));
	const ofShare = variance(atStart, lost);
	const size = share === 0 || share === 1 || ofShare === 0 ? alike : Math.min(alike, (share * (1 - share)) / ofShare);
	return { value: share, ...wilsonInterval(share * size, size) };
}

function gain(customers: readonly SlowCustomer[]): Limits {
	const gained = (customer: SlowCustomer) => Math.max(0, customer.end - customer.start);
	const value = sum(customers.map(gained)) / sum(customers.map(({ start }) => start));
	const ofValue = variance(customers, gained);
	if (value === 0 || ofValue === 0) return { value, low: value, high: value };
	const count = value ** 2 / ofValue;
	const { low, high } = count > 1e8 ? { low: count - normalFactor(0.95) * Math.sqrt(count), high: count + normalFactor(0.95) * Math.sqrt(count) } : poissonInterval(count);
	return { value, low: (low / count) * value, high: (high / count) * value };
}

const minus = (one: Limits, other: Limits) => ({
	low: one.value - other.value - Math.sqrt((one.value - one.low) ** 2 + (other.high - other.value) ** 2),
	high: one.value - other.value + Math.sqrt((one.high - one.value) ** 2 + (other.value - other.low) ** 2),
});

/** The three intervals, from 2 customers on. */
export function slowIntervals(customers: readonly SlowCustomer[]) {
	const atStart = customers.filter(({ start }) => start > 0);
	const lost = loss(atStart);
	const kept = minus(lost, gain(atStart));
	return {
		gross: { low: lost.low, high: lost.high },
		net: minus(lost, gain(customers.filter(({ what }) => what !== 'new'))),
		netRetention: { low: 1 - kept.high, high: 1 - kept.low },
	};
}
