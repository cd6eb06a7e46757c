import { alarmDays, LEAST_GAPS } from './habit';
import type { Observed } from './observed';
import type { Population } from './population';
import { ALARM_CHANCE } from './strengths';

/** The later of some days; null where none is known. */
function latest(days: ReadonlyArray<number | null | undefined>): number | null {
	let last: number | null = null;
	for (const day of days) if (day != null && (last === null || day > last)) last = day;
	return last;
}

/** Is the time since the last purchase still within the own rhythm of buying? Without a rhythm it is not. */
function isWithinHabit({ purchases }: Observed, { purchaseHabit }: Population): boolean {
	const { repeats = null, recencyDays = null, daysSince = null } = purchases ?? {};
	if (purchaseHabit === null || repeats === null || recencyDays === null || daysSince === null || repeats < LEAST_GAPS) return false;
	return daysSince < alarmDays(purchaseHabit, { gaps: repeats, span: recencyDays }, ALARM_CHANCE);
}

/**
 * Has the customer left already, so that there is nobody to keep?
 *
 * Their subscription ended and they have neither bought nor used anything since; or none runs, and the last purchase or
 * use is more than `goneAfterDays` ago and longer than their own rhythm explains. Where neither is known, the last
 * contact or payment says it. Of somebody without any day nothing is known, and they have not left.
 */
export function isGone(observed: Observed, population: Population, goneAfterDays: number): boolean {
	const { asOf, subscriptions, purchases, usage, contacts, payments } = observed;
	const status = subscriptions?.status ?? null;
	if (status !== null && status !== 'ended') return false;
	const lastActive = latest([purchases?.lastOn, usage?.lastOn]);
	const endedOn = status === 'ended' ? (subscriptions?.endedOn ?? null) : null;
	if (endedOn !== null && (lastActive === null || lastActive < endedOn)) return true;
	const lastOn = lastActive ?? latest([contacts?.lastOn, payments?.lastPaidOn]);
	if (lastOn === null) return false;
	return asOf - lastOn > goneAfterDays && !isWithinHabit(observed, population);
}
