/** Draws lifetimes: [entry, exit, whether they left or are still here], in days since joining. */
import fc from 'fast-check';
import type { Lifetimes } from '../../domain/survival/riskSets';

export type DrawnLifetime = readonly [entry: number, exit: number, end: 'left' | 'here'];

export const drawLifetimes = (...rows: readonly DrawnLifetime[]): Lifetimes => ({
	entry: Int32Array.from(rows, ([entry]) => entry),
	exit: Int32Array.from(rows, ([, exit]) => exit),
	isEvent: Uint8Array.from(rows, ([, , end]) => (end === 'left' ? 1 : 0)),
});

/** Nobody was watched late: everyone from joining on. */
export const fromJoining = (end: 'left' | 'here', ...exits: readonly number[]): DrawnLifetime[] => exits.map((exit) => [0, exit, end] as const);

const end = fc.constantFrom('left' as const, 'here' as const);

/** Up to 40 lifetimes of up to 30 days, so that many share a day; half of them watched late; some of no days. */
export const anyLifetimes = fc.array(fc.tuple(fc.constantFrom(0, 0, 0, 1, 4, 9), fc.integer({ min: 0, max: 30 }), end), { maxLength: 40 });

/** The same without delayed entry. */
export const anyFromJoining = fc.array(fc.tuple(fc.constant(0), fc.integer({ min: 1, max: 30 }), end), { maxLength: 40 });

/** The slow twin of the risk set: asks every customer at every age. */
export const slowRiskSet = (rows: readonly DrawnLifetime[], age: number) => {
	const atRisk = rows.filter(([entry, exit]) => entry < age && age <= exit);
	return { atRisk: atRisk.length, events: atRisk.filter(([, exit, how]) => exit === age && how === 'left').length };
};

/** The slow twin of Kaplan–Meier: the product over all ages up to one, written as in the textbook. */
export const slowSurvival = (rows: readonly DrawnLifetime[], upTo: number): number => {
	let share = 1;
	for (let age = 1; age <= upTo; age++) {
		const { atRisk, events } = slowRiskSet(rows, age);
		if (events > 0) share *= 1 - events / atRisk;
	}
	return share;
};

/** The rows in another order. */
export const shuffled = <Row>(rows: readonly Row[], seed: number): Row[] =>
	rows.map((row, index) => ({ row, key: (index * 7919 + seed * 104_729) % 997 })).sort((one, other) => one.key - other.key).map(({ row }) => row);
