/**
 * Slow, obvious twins of Customer Activity's streams: plain loops over the rows of one customer, in the words of the
 * definitions, without histories, memory that is reused or a single pass.
 */
import type { Windows } from '../../domain/activity/windows';
import { isoDate } from '../../domain/time';
import { DAY } from './activity';

export const dayOfMoment = (at: number): number => Math.floor(at / DAY);

const isIn = (from: number, days: number) => (day: number) => day >= from && day < from + days;

/** Does a day lie among the last days up to As Of, or among those before? */
export const inRecent = ({ asOf, recentDays }: Windows) => isIn(asOf - recentDays + 1, recentDays);
export const inUsual = ({ asOf, recentDays, usualDays }: Windows) => isIn(asOf - recentDays + 1 - usualDays, usualDays);

export const distinct = <Value extends string | number>(values: readonly Value[]): Value[] =>
	[...new Set(values)].sort((one, other) => (one < other ? -1 : Number(one > other)));

/** The value in the middle, or the mean of the two there. */
export function slowMedian(values: readonly number[]): number | null {
	if (values.length === 0) return null;
	const inOrder = [...values].sort((one, other) => one - other);
	return (inOrder[Math.ceil(values.length / 2) - 1] + inOrder[Math.floor(values.length / 2)]) / 2;
}

/** Type 7 as a weighted mean of all: the weight of each falls with its distance from the place. */
export function slowQuantile(values: readonly number[], share: number): number {
	const inOrder = [...values].sort((one, other) => one - other);
	return inOrder.reduce((sum, value, place) => sum + value * Math.max(0, 1 - Math.abs(place - share * (values.length - 1))), 0);
}

export const slowRate = (count: number, windowFrom: number, windowTo: number, since: number): number | null => {
	let exposure = 0;
	for (let day = windowFrom; day <= windowTo; day++) if (day >= since) exposure++;
	return exposure === 0 ? null : (30 * count) / exposure;
};

/** Counts of days, or of anything that has a day, in both windows, and per 30 days. */
export function slowWindows(days: readonly number[], windows: Windows, since: number, weights: readonly number[] = days.map(() => 1)) {
	const { asOf, recentDays, usualDays } = windows;
	const sumOf = (isCounted: (day: number) => boolean) => days.reduce((sum, day, index) => sum + (isCounted(day) ? weights[index] : 0), 0);
	const recent = sumOf(inRecent(windows));
	const usual = sumOf(inUsual(windows));
	return {
		recent,
		usual,
		recentPer30Days: slowRate(recent, asOf - recentDays + 1, asOf, since),
		usualPer30Days: slowRate(usual, asOf - recentDays - usualDays + 1, asOf - recentDays, since),
	};
}

export const slowDays = (days: readonly number[], asOf: number) => {
	const inOrder = distinct(days);
	const [first, last] = [inOrder.at(0), inOrder.at(-1)];
	return {
		firstOn: first === undefined ? null : isoDate(first),
		lastOn: last === undefined ? null : isoDate(last),
		daysSince: last === undefined ? null : asOf - last,
	};
};

export function slowGaps(days: readonly number[]) {
	const inOrder = distinct(days);
	const gaps = inOrder.slice(1).map((day, index) => day - inOrder[index]);
	return {
		gapMedianDays: slowMedian(gaps),
		gapSpreadDays: gaps.length < 2 ? null : slowQuantile(gaps, 3 / 4) - slowQuantile(gaps, 1 / 4),
		gapLongestDays: gaps.length === 0 ? null : Math.max(...gaps),
	};
}

interface Named {
	readonly at: number;
	readonly name: string;
}

/** Since which moment is a name among those of every moment that has one? */
function runOf(named: readonly Named[], name: string): number {
	const moments = distinct(named.map(({ at }) => at));
	const without = moments.filter((moment) => !named.some((row) => row.at === moment && row.name === name));
	return moments.filter((moment) => moment > (without.at(-1) ?? -Infinity))[0];
}

/** Who holds at the end, since when and after whom. */
export function slowRun(rows: readonly Named[]): { readonly value: string; readonly since: number; readonly previous: string | null } | null {
	const named = rows.filter(({ name }) => name !== '');
	if (named.length === 0) return null;
	const lastMoment = Math.max(...named.map(({ at }) => at));
	const candidates = distinct(named.filter(({ at }) => at === lastMoment).map(({ name }) => name));
	const value = candidates.reduce((best, other) => (runOf(named, other) < runOf(named, best) ? other : best));
	const since = runOf(named, value);
	const before = named.filter(({ at }) => at < since);
	const momentBefore = Math.max(...before.map(({ at }) => at));
	return { value, since, previous: distinct(before.filter(({ at }) => at === momentBefore).map(({ name }) => name)).at(0) ?? null };
}

/** The five newest texts and their days; those of one moment in the order of the alphabet. */
export function slowTexts(rows: ReadonlyArray<{ readonly at: number; readonly text: string }>) {
	const newest = rows
		.filter(({ text }) => text !== '')
		.sort((one, other) => other.at - one.at || (one.text < other.text ? -1 : 1))
		.slice(0, 5);
	return { recentTexts: newest.map(({ text }) => text), recentTextsOn: newest.map(({ at }) => isoDate(dayOfMoment(at))) };
}
