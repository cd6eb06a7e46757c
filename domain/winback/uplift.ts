/** What a contact adds: the money that comes by it and would not come by itself. DOMAIN W3. */
import type { ChannelFigures } from './channels/channel';

/**
 * The chance with a contact
 *
 * Question: somebody returns by themselves with a chance; what is it once the odds are multiplied?
 *
 * P1 = P0·OR / (1 − P0 + P0·OR). `chance` in [0, 1], `oddsRatio` above 0; 0 stays 0 and 1 stays 1, since nothing can be
 * won of who never or surely returns. .3 with 1.5 gives 9/23. Source: DOMAIN W3; the odds ratio as in logistic regression.
 */
export const chanceWith = (chance: number, oddsRatio: number): number => (chance * oddsRatio) / (1 - chance + chance * oddsRatio);

/**
 * What a channel does to the odds of somebody who left for a reason
 *
 * The product of both; but a reason cannot turn a contact that helps into one that harms. Both above 0. DOMAIN W3, 4.
 */
export const oddsRatioWith = (oddsRatio: number, reasonFactor: number): number => (reasonFactor < 1 ? Math.max(Math.min(oddsRatio, 1), oddsRatio * reasonFactor) : oddsRatio * reasonFactor);

/** What a contact adds and what it costs, in the currency of its figures. */
export interface Uplift {
	/** What it adds, less what it costs. */
	readonly priority: number;
	/** The chance to return of one who takes notice. */
	readonly chanceWithContact: number;
	/** What the offer is expected to cost: it is given to all who were reached and return, also to those who would have anyway. */
	readonly offerCost: number;
}

/**
 * The money that a contact adds
 *
 * Question: how much more do we earn within the horizon if we contact this customer than if we do not?
 *
 * priority = reach · [(P1 − P0) · M − P1 · offer] − cost. `chance` P0 in [0, 1] is that of returning unprompted;
 * `worthOfReturn` M is what is earned within the horizon given a return, and is never multiplied by P again. Dearer contacts
 * and offers never raise it. `oddsRatio` stands in for that of the channel, where a reason changes it. (OR 1.5, reach .2, M 100, offer 10, cost .05): P0 .3 gives .99348, .05 gives .26707, .9 gives
 * −1.29138. Source: DOMAIN W3.
 */
export function upliftOf(chance: number, worthOfReturn: number, { reach, cost, offer, oddsRatio: ownRatio }: ChannelFigures, oddsRatio = ownRatio): Uplift {
	const chanceWithContact = chanceWith(chance, oddsRatio);
	const offerCost = reach * chanceWithContact * offer;
	return { priority: reach * (chanceWithContact - chance) * worthOfReturn - offerCost - cost, chanceWithContact, offerCost };
}
