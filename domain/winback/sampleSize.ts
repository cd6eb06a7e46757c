import { normalFactor } from '../statistics/interval';
import { normalQuantile } from '../statistics/normalQuantile';
import type { SampleSize } from './locales/locale';

/** 5 % two-sided: how many standard errors chance alone exceeds one time in twenty. */
const CHANCE_FACTOR = normalFactor(0.95);
/** 80 % power: by how many more the gain must lie above that to show four times in five. */
const POWER_FACTOR = normalQuantile(0.8);
/** With fewer in a group the normal approximation does not hold: the power is then as little as .5 (sample_size.py). */
const LEAST_IN_GROUP = 20;
/** Halvings after which a double has no digit left to win. */
const HALVINGS = 60;

interface Groups {
	readonly heldOut: number;
	readonly contacted: number;
}

/** By how much the shares of returns must differ so that a gain of so much shows. `baseline` and `baseline + gain` in [0, 1]. */
function neededDifference(gain: number, baseline: number, { heldOut, contacted }: Groups): number {
	const withContact = Math.min(1, baseline + gain);
	const together = (heldOut * baseline + contacted * withContact) / (heldOut + contacted);
	const errorOfNoGain = Math.sqrt(together * (1 - together) * (1 / heldOut + 1 / contacted));
	const errorOfGain = Math.sqrt((baseline * (1 - baseline)) / heldOut + (withContact * (1 - withContact)) / contacted);
	return CHANCE_FACTOR * errorOfNoGain + POWER_FACTOR * errorOfGain;
}

/**
 * Smallest detectable gain
 *
 * How much must contact add to the share of returns so that a comparison with the held-out shows it? The test is that
 * of two shares, at 5 % two-sided, and shows it four times in five.
 *
 * `baseline` is the share of returns without contact, in [0, 1]. Null where no gain up to 1 would do, and with fewer
 * than twenty in a group. 100 held out and 900 contacted at a baseline of .1 show .1102 and more.
 * Source: Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 2003, 4.2. DOMAIN W3.
 */
export function detectableGain(baseline: number, groups: Groups): number | null {
	if (!(Math.min(groups.heldOut, groups.contacted) >= LEAST_IN_GROUP)) return null;
	// The surplus of the gain over what is needed is convex and below 0 at no gain, so it passes 0 once or never.
	const shows = (gain: number) => gain >= neededDifference(gain, baseline, groups);
	let [tooLittle, enough] = [0, 1 - baseline];
	if (!(enough > 0) || !shows(enough)) return null;
	for (let halving = 0; halving < HALVINGS; halving++) {
		const middle = (tooLittle + enough) / 2;
		if (shows(middle)) enough = middle;
		else tooLittle = middle;
	}
	return enough;
}

/**
 * Held-out customers needed
 *
 * How many must be held out so that a gain of so much shows, where for each of them so many are contacted? By the
 * test of `detectableGain`; the answer is a whole number.
 *
 * Null where there is no gain, where it and the baseline make more than 1, and where nobody is contacted. A gain of
 * .02 over .1 takes 2,186 with nine contacted for each. Source: the same.
 */
export function neededHeldOut(gain: number, baseline: number, contactedPerHeldOut: number): number | null {
	if (!(gain > 0) || !(baseline + gain <= 1) || !(contactedPerHeldOut > 0)) return null;
	const ofOne = neededDifference(gain, baseline, { heldOut: 1, contacted: contactedPerHeldOut });
	return Math.max(Math.ceil((ofOne / gain) ** 2), LEAST_IN_GROUP, Math.ceil(LEAST_IN_GROUP / contactedPerHeldOut));
}

export interface Experiment extends Groups {
	/** The share of the held-out that is expected to return; null where nobody was forecast. */
	readonly baseline: number | null;
	/** What contact is expected to add to it, over all contacted, also those who take no notice. */
	readonly expectedGain: number;
}

/**
 * What the hold-out of a run proves
 *
 * The smallest gain that it shows, and how many held-out customers would show the one expected, with the contacted in
 * the same ratio to them as now. Gains in percentage points.
 */
export function sampleSize({ heldOut, contacted, baseline, expectedGain }: Experiment): SampleSize {
	const detectable = baseline === null ? null : detectableGain(baseline, { heldOut, contacted });
	return {
		heldOut,
		contacted,
		detectablePoints: detectable === null ? null : 100 * detectable,
		expectedPoints: 100 * expectedGain,
		neededHeldOut: baseline === null || heldOut <= 0 ? null : neededHeldOut(expectedGain, baseline, contacted / heldOut),
	};
}
