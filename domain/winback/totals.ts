/** What all contacts of a run are expected to bring and to cost. DOMAIN W3. */
import type { Run } from './assessment';
import { optionIn } from './assessment';
import type { Lists, Placed } from './lists';

export interface Totals {
	/** First, then Worth It. */
	readonly contacted: readonly Placed[];
	/** What comes by the contacts and would not come by itself; what rules make a return count is not in it, since nobody earns it within the horizon. */
	readonly adds: number;
	/** Contacts and offers. */
	readonly costs: number;
	/** What each of the contacted adds of it. */
	readonly gains: Float64Array;
	/** How many are expected to return by themselves, and how many more by the contacts. */
	readonly returns: number;
	readonly moreReturns: number;
}

/** O(contacted). */
export function totalsOf(run: Pick<Run, 'settings'>, { first, worthIt }: Lists): Totals {
	const contacted = [...first, ...worthIt];
	const gains = new Float64Array(contacted.length);
	let [adds, costs, returns, moreReturns] = [0, 0, 0, 0];
	contacted.forEach(({ assessment: { score, leftBecause }, channel }, place) => {
		const { reach, chanceWithContact, contactCost, offerCost } = optionIn(run, score!, leftBecause, channel!);
		const more = reach * (chanceWithContact - score!.chance);
		gains[place] = (more * score!.worthOfReturn) / score!.returnCounts;
		adds += gains[place];
		costs += contactCost + offerCost;
		returns += score!.chance;
		moreReturns += more;
	});
	return { contacted, adds, costs, gains, returns, moreReturns };
}
