/** Up to which day the data is read. */
import type { Zone } from '../../domain/time';
import { dayOfLocalTime, endOfDay, MILLISECONDS_PER_DAY } from '../../domain/time';
import { createDateReader } from '../dates';
import type { Column } from '../sources/roleColumn';
import type { Verdicts } from './verdicts';

export type AsOfSetting =
	| { readonly kind: 'automatic'; readonly today: number }
	| { readonly kind: 'day'; readonly day: number; readonly today: number };

/** The day that a setting names; NaN where it names none. */
export const dayIn = (setting: unknown, zone: Zone): number => dayOfLocalTime(createDateReader({ format: 'automatic', zone }).read(setting));

/** The instant that a setting names, in milliseconds since 1970 UTC; null where it names none. Of a wall clock reading that does not exist the one an hour later, of one that there is twice the first. */
export function instantIn(setting: unknown, zone: Zone): number | null {
	const localTime = createDateReader({ format: 'automatic', zone }).read(setting);
	if (Number.isNaN(localTime)) return null;
	// Clocks are changed at most once within two days, so one of the offsets around is the one of that moment.
	const offsetAt = (instant: number): number => zone.localTime(instant) - instant;
	const [byEarlier, byLater] = [localTime - offsetAt(localTime - MILLISECONDS_PER_DAY), localTime - offsetAt(localTime + MILLISECONDS_PER_DAY)];
	const onlyLaterShowsIt = zone.localTime(byLater) === localTime && zone.localTime(byEarlier) !== localTime;
	return onlyLaterShowsIt ? byLater : byEarlier;
}

/**
 * The setting as the user made it, at an instant of the clock; null where the day cannot be read
 *
 * `now` is in milliseconds since 1970 UTC.
 */
export function asOfSetting(mode: 'automatic' | 'day', day: unknown, zone: Zone, now: number): AsOfSetting | null {
	const today = dayOfLocalTime(zone.localTime(now));
	if (mode === 'automatic') return { kind: 'automatic', today };
	const chosen = dayIn(day, zone);
	return Number.isNaN(chosen) ? null : { kind: 'day', day: chosen, today };
}

export interface AsOf {
	readonly day: number;
	readonly today: number;
	readonly how: 'today' | 'dayAfterLastEvent' | 'chosen';
}

const FRESH_DAYS = 7;

/**
 * As of which day are the figures?
 *
 * Automatic is today when the last event is at most 7 days old, else the day after it: a file from last
 * year describes last year. `lastEventDay` is that of the last event not in the future, or null.
 */
export function resolveAsOf(setting: AsOfSetting, lastEventDay: number | null): AsOf {
	const { today } = setting;
	if (setting.kind === 'day') return { day: setting.day, today, how: 'chosen' };
	const isFresh = lastEventDay === null || today - lastEventDay <= FRESH_DAYS;
	return isFresh ? { day: today, today, how: 'today' } : { day: lastEventDay + 1, today, how: 'dayAfterLastEvent' };
}

/** The last day with a row, up to today; null where there is none. */
export function lastDayUpTo(today: number, localTime: Float64Array, verdicts: Verdicts): number | null {
	const midnight = endOfDay(today);
	let last = -Infinity;
	for (let item = 0; item < localTime.length; item++) {
		const time = localTime[item];
		if (time > last && time < midnight && verdicts.counts(item)) last = time;
	}
	return last === -Infinity ? null : dayOfLocalTime(last);
}

/** Leaves out what lies after As Of; what lies after today is a problem unless the user chose the day. */
export function cutAtAsOf(asOf: AsOf, setting: AsOfSetting, localTime: Float64Array, column: Column, verdicts: Verdicts): void {
	const endOfAsOf = endOfDay(asOf.day);
	const endOfToday = endOfDay(setting.today);
	for (let item = 0; item < localTime.length; item++) {
		const time = localTime[item];
		if (time < endOfAsOf || !verdicts.counts(item)) continue;
		const isInFuture = time >= endOfToday;
		if (setting.kind === 'automatic' && isInFuture) verdicts.fail(item, 'startsInFuture', column);
		else verdicts.leaveOut(item, 'afterAsOf');
	}
}
