import { evidence } from '../evidence';
import type { Observed } from '../observed';
import type { Population } from '../population';
import type { Evidence, Sign } from '../sign';
import { clamp, freshness } from '../strengths';

const FULL_DAYS = 90;
const END_DAYS = 365;

/** Up to this score somebody does not recommend us: a detractor. */
const DETRACTOR = 6;
const HIGHEST_NPS = 10;

/** Scales that begin at 1 and not at 0. */
const STARS = 5;

type Given = Evidence & { readonly since: number };

function ofNps({ asOf, tickets }: Observed): Given | null {
	if (tickets?.lastNps == null || tickets.lastNpsOn === null) return null;
	const { lastNps: score, lastNpsOn: since } = tickets;
	const strength = score <= DETRACTOR ? clamp(1 - score / HIGHEST_NPS) : 0;
	return { ...evidence(strength * freshness(asOf - since, FULL_DAYS, END_DAYS), 'wouldNotRecommend', { measured: score, usual: HIGHEST_NPS }), since };
}

/** A score as a share of its scale. */
const shareOf = (score: number, scale: number): number => clamp(scale === STARS ? (score - 1) / (STARS - 1) : score / scale);

function ofSatisfaction({ asOf, tickets }: Observed, { satisfactionScale: scale }: Population): Given | null {
	if (tickets?.lastSatisfaction == null || tickets.lastSatisfactionOn === null || scale === null) return null;
	const { lastSatisfaction: score, lastSatisfactionOn: since } = tickets;
	const share = shareOf(score, scale);
	const strength = share <= 0.5 ? 1 - 1.2 * share : 0;
	return { ...evidence(strength * freshness(asOf - since, FULL_DAYS, END_DAYS), 'notSatisfied', { measured: score, usual: scale }), since };
}

/** The one given later; of the same day the one that warns more. */
function givenLater(one: Given | null, other: Given | null): Given | null {
	if (one === null || other === null) return one ?? other;
	if (one.since !== other.since) return one.since > other.since ? one : other;
	return one.strength >= other.strength ? one : other;
}

/**
 * Low satisfaction
 *
 * Question: did they say that they are not content, or would not recommend us?
 *
 * The answer given last counts, fully for 90 days and less and less up to a year. The scale of satisfaction is set,
 * or that of the highest score in the run: 1, 5, 10 or 100. Source: DOMAIN S8.
 */
export const lowSatisfaction: Sign = {
	rule: 'S8',
	title: 'Low Satisfaction',
	question: 'Did they say that they are not content, or would not recommend us?',
	family: 'service',
	needs: 'tickets: lastNps and lastNpsOn, lastSatisfaction and lastSatisfactionOn',
	strength: '1 − score / 10 for an NPS of 0 to 6; 1 for the lowest satisfaction, .4 in the middle of the scale, 0 above; fades from 90 days to a year',
	oddsRatio: 3,
	why: 'It is their own word, but many who grumble stay, and answers grow old',
	source: 'NPS: 0 to 6 are detractors (Reichheld, The One Number You Need to Grow, 2003)',
	example: { given: { asOf: 100, tickets: { lastNps: 3, lastNpsOn: 90 } }, strength: 0.7 },
	find(observed, population) {
		if (observed.tickets === null) return 'notConnected';
		const given = givenLater(ofNps(observed), ofSatisfaction(observed, population));
		return given ?? 'noRows';
	},
};
