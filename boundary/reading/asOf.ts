/** Up to which day the data is read. */

export type AsOfSetting =
	| { readonly kind: 'automatic'; readonly today: number }
	| { readonly kind: 'day'; readonly day: number; readonly today: number };

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
