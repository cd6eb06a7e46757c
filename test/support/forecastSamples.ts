/** Customers of known kinds for the purchase models: drawn by a model, or by hand from their purchase days. */
import type { ModelId } from '../../domain/purchases/models';
import type { Estimate, Fit, Fitted, Sample } from '../../domain/purchases/purchaseModel';
import { isFitted } from '../../domain/purchases/purchaseModel';
import type { PurchaseHistory } from '../../domain/purchases/purchaseCustomers';
import type { TimingRows, Timings } from '../../domain/purchases/timing';
import { timingAt, timingRows } from '../../domain/purchases/timing';
import { Drawing } from './drawing';

/** r α and a b, or s β; of steadyRates r α alone. */
export type Truth = readonly number[];

export type TimingModelId = Extract<ModelId, 'bgNbd' | 'mbgNbd' | 'paretoNbd' | 'steadyRates'>;

export interface Timing {
	readonly repeats: number;
	readonly recency: number;
	readonly age: number;
}

export const timingsOf = (customers: readonly Timing[]): Timings => ({
	count: customers.length,
	repeats: Int32Array.from(customers, ({ repeats }) => repeats),
	recency: customers.map(({ recency }) => recency),
	age: customers.map(({ age }) => age),
});

export const rowsOf = (customers: readonly Timing[]): TimingRows => timingRows(timingsOf(customers));

/** A sample of which only sums are known. */
export const sampleOf = (customers: readonly Timing[], horizon: number): Sample => ({ day: 0, horizon, timing: rowsOf(customers), history: null });

/** One customer's purchase times after the first, up to `until`, as a model has it. */
export function purchaseTimes(draw: Drawing, model: TimingModelId, [r, alpha, third, fourth]: Truth, until: number): number[] {
	const pace = draw.gamma(r) / alpha;
	const end = model === 'paretoNbd' ? Math.min(until, draw.wait() / (draw.gamma(third) / fourth)) : until;
	const leaves = model === 'bgNbd' || model === 'mbgNbd' ? draw.beta(third, fourth) : 0;
	const times: number[] = [];
	if (model === 'mbgNbd' && draw.uniform() < leaves) return times;
	for (let time = draw.wait() / pace; time <= end; time += draw.wait() / pace) {
		times.push(time);
		if (draw.uniform() < leaves) break;
	}
	return times;
}

/** Customers as a model has them, time without days: each with an age of their own. */
export function drawnCustomers(seed: number, model: TimingModelId, truth: Truth, ages: readonly number[]): Timing[] {
	const draw = new Drawing(seed);
	return ages.map((age) => {
		const times = purchaseTimes(draw, model, truth, age);
		return { repeats: times.length, recency: times.at(-1) ?? 0, age };
	});
}

/** Histories from each customer's purchase days in order, what each day brought where `net` is given. */
export function historyOf(days: ReadonlyArray<readonly number[]>, net: ReadonlyArray<readonly number[]> | null = null): PurchaseHistory {
	const startOf = new Int32Array(days.length + 1);
	days.forEach((own, customer) => {
		startOf[customer + 1] = startOf[customer] + own.length;
	});
	return { startOf, day: Int32Array.from(days.flat()), net: net === null ? null : Float64Array.from(net.flat()) };
}

/** What is known of histories on a day. */
export const sampleAt = (history: PurchaseHistory, day: number, horizon: number): Sample => ({ day, horizon, timing: timingAt(history, day), history });

/** Purchase days of customers as a model has them, who first bought on a day of `from`; several purchases of a day are one. */
export function drawnDays(seed: number, model: TimingModelId, truth: Truth, firstDays: readonly number[], until: number): number[][] {
	const draw = new Drawing(seed);
	return firstDays.map((first) => [...new Set([first, ...purchaseTimes(draw, model, truth, until - first).map((time) => first + Math.ceil(time))])].filter((day) => day <= until));
}

export function fitted(fit: Fit): Fitted {
	if (!isFitted(fit)) throw new Error(`not fitted: ${fit.unfit}`);
	return fit;
}

export const valuesOf = (estimates: readonly Estimate[]): number[] => estimates.map(({ value }) => value);
