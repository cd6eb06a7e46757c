import { toldUs } from './definitions/toldUs';
import type { HabitPrior, Rhythm } from './habit';
import { alarmDays, LEAST_GAPS } from './habit';
import type { Observed } from './observed';
import type { Population } from './population';
import { rhythmOfContacts, rhythmOfPurchases } from './rhythms';
import { GONE_CHANCE } from './strengths';

const NO_SUBSCRIPTION = { status: null, endedOn: null } as const;

/** The later of two days; null where neither is known. */
function laterDay(one: number | null | undefined, other: number | null | undefined): number | null {
	if (one == null || other == null) return one ?? other ?? null;
	return Math.max(one, other);
}

/** When did they last buy, use or pay for anything? */
const lastActiveOn = ({ purchases, usage, payments }: Observed): number | null => laterDay(laterDay(purchases?.lastOn, usage?.lastOn), payments?.lastPaidOn);

/** Is a silence so long still within a rhythm of their own? Without a rhythm it is not. */
function isWithin(prior: HabitPrior | null, rhythm: Rhythm | null, silentDays: number | null | undefined): boolean {
	if (prior === null || rhythm === null || silentDays == null || rhythm.gaps < LEAST_GAPS) return false;
	return silentDays < alarmDays(prior, rhythm, GONE_CHANCE);
}

const isInRhythmOfPurchases = (observed: Observed, { purchaseHabit }: Population): boolean => isWithin(purchaseHabit, rhythmOfPurchases(observed), observed.purchases?.daysSince);
const isInRhythmOfContacts = (observed: Observed, { contactHabit }: Population): boolean => isWithin(contactHabit, rhythmOfContacts(observed), observed.contacts?.daysSince);

/** Nobody who has just said that they leave is passed over. */
function saysLeaving(observed: Observed, population: Population): boolean {
	const finding = toldUs.find(observed, population);
	return typeof finding !== 'string' && finding.strength > 0;
}

/**
 * Has the customer left already, so that there is nobody to keep?
 *
 * Their subscription ended and they have neither bought, used nor paid anything since; or none runs, and the last of it
 * is more than `goneAfterDays` ago, so long that their own rhythm explains it in less than one of a thousand cases: until
 * then the order is overdue and told as that. Where none of it is known, the last contact says it, with the rhythm of
 * contacts. Of somebody without any day nothing is known, and they have not left.
 */
export function isGone(observed: Observed, population: Population, goneAfterDays: number): boolean {
	const { status, endedOn } = observed.subscriptions ?? NO_SUBSCRIPTION;
	if (status !== null && status !== 'ended') return false;
	const activeOn = lastActiveOn(observed);
	if (status === 'ended' && endedOn !== null && (activeOn === null || activeOn < endedOn)) return true;
	const lastOn = activeOn ?? observed.contacts?.lastOn ?? null;
	if (lastOn === null || observed.asOf - lastOn <= goneAfterDays) return false;
	const isInRhythm = activeOn === null ? isInRhythmOfContacts(observed, population) : isInRhythmOfPurchases(observed, population);
	return !isInRhythm && !saysLeaving(observed, population);
}
