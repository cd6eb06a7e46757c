import { evidence } from '../evidence';
import { alarmDays, chanceOfSilence, LEAST_GAPS } from '../habit';
import type { HabitPrior, Rhythm } from '../habit';
import type { EvidenceKind } from '../evidenceKinds';
import { rhythmOfContacts } from '../rhythms';
import type { Finding, Sign } from '../sign';
import { ALARM_CHANCE, strengthOfChance } from '../strengths';

/** What is known of a rhythm and of the silence since. */
export interface Silence {
	readonly rhythm: Rhythm | null;
	readonly silentDays: number | null;
	readonly lastOn: number | null;
	/** Days that usually lie between two events, as the item tells it. */
	readonly usualGap: number | null;
}

/** How much longer than own habit explains is the customer silent? DOMAIN S1, S6. */
export function silenceFinding(kind: EvidenceKind, { rhythm, silentDays, lastOn, usualGap }: Silence, prior: HabitPrior | null): Finding {
	if (rhythm === null || silentDays === null || lastOn === null) return 'noRows';
	if (prior === null || rhythm.gaps < LEAST_GAPS) return 'tooFewEvents';
	const strength = strengthOfChance(chanceOfSilence(prior, rhythm, silentDays));
	const alarmOn = lastOn + Math.ceil(alarmDays(prior, rhythm, ALARM_CHANCE));
	return evidence(strength, kind, { measured: silentDays, usual: usualGap, since: strength > 0 ? alarmOn : null });
}

export const SILENCE_STRENGTH = '(log10(1/q) − 1) / 2 between 0 and 1, where q is the chance of a silence this long by the own habit, drawn towards everybody\'s: 0 at one in ten, 1 at one in a thousand';

/**
 * Silence
 *
 * Question: somebody was regularly in touch; is their silence longer than their own habit explains?
 *
 * No data below three contact days. Source: DOMAIN S1; the gamma mixture of exponential gaps.
 */
export const silence: Sign = {
	rule: 'S1',
	title: 'Silence',
	question: 'Somebody was regularly in touch: are they not heard from any more?',
	family: 'habit',
	needs: 'contacts: contactDays, firstOn, lastOn, daysSince; at least three contact days',
	strength: SILENCE_STRENGTH,
	oddsRatio: 6,
	why: 'They may be weighing you up, and may as well be busy or ill: a reason to ask, and none to be sure',
	source: 'Five signs that a customer is leaving (S), first sign',
	example: {
		given: { contacts: { contactDays: 6, firstOn: 0, lastOn: 150, daysSince: 90, gapMedianDays: 30 } },
		strength: 0.04215686,
	},
	find(observed, { contactHabit }) {
		const { contacts } = observed;
		if (contacts === null) return 'notConnected';
		const { lastOn, daysSince: silentDays, gapMedianDays: usualGap } = contacts;
		return silenceFinding('notHeardOf', { rhythm: rhythmOfContacts(observed), silentDays, lastOn, usualGap }, contactHabit);
	},
};
