import type { Score } from './quintiles';
import { scores } from './quintiles';
import type { ScoreSets, SegmentRule } from './segmentTable';

/** A segment of the usual table. */
export interface UsualSegment {
	readonly title: string;
	/** Who is in it. */
	readonly meaning: string;
	/** What one does with it. */
	readonly action: string;
	readonly rules: readonly ScoreSets[];
}

const ANY: readonly Score[] = scores;
const HIGH: readonly Score[] = [4, 5];
const NOT_HIGH: readonly Score[] = [1, 2, 3];
const MIDDLE: readonly Score[] = [3];
const LOW: readonly Score[] = [1, 2];

/**
 * The usual segments, the best first
 *
 * Question: what is this customer to us, and what does one do about it?
 *
 * Everything is told by comparing the customers of one shop. Recency says how somebody stands: 4 and 5 bought more
 * lately than most, 3 begins to be silent, 1 and 2 are silent longer than most; a shorter silence never leads to a
 * segment of longer silence. Frequency says how close they had come. Money decides who is a champion among those who
 * come often, and for whom one fights among those who are silent; among those who are here and came seldom it decides
 * nothing, since one large purchase makes no habit. The names are those of the field; published tables give them to
 * sets of scores that overlap or leave gaps, here each cell is in one.
 * Source: DOMAIN W6; for what to do, DOMAIN section 5.
 */
export const segments = {
	champions: {
		title: 'Champions',
		meaning: 'They bought more lately, more often and for more money than most',
		action: 'Thank them, show them first what is new and ask them to recommend you; they need no discount',
		rules: [{ recency: HIGH, frequency: HIGH, monetary: HIGH }],
	},
	loyal: {
		title: 'Loyal',
		meaning: 'They bought more often than most; either they spend less than champions or they begin to be silent',
		action: 'Offer what goes with their purchases or a better grade of it, and let their coming pay off',
		rules: [
			{ recency: HIGH, frequency: HIGH, monetary: NOT_HIGH },
			{ recency: MIDDLE, frequency: HIGH, monetary: ANY },
		],
	},
	potentialLoyalists: {
		title: 'Potential Loyalists',
		meaning: 'They bought more lately than most and came before, though not often yet',
		action: 'Give a reason for the next purchase, such as a bonus programme or what goes with the last one',
		rules: [{ recency: HIGH, frequency: [2, 3], monetary: ANY }],
	},
	newCustomers: {
		title: 'New Customers',
		meaning: 'They are among the last who bought and among those who came least, often for the first time',
		action: 'Welcome them, make sure that the purchase went well and show what else there is',
		rules: [{ recency: [5], frequency: [1], monetary: ANY }],
	},
	promising: {
		title: 'Promising',
		meaning: 'They bought more lately than most, if not just now, and are among those who came least',
		action: 'Ask how they like it and make the next purchase easy before they forget you',
		rules: [{ recency: [4], frequency: [1], monetary: ANY }],
	},
	needAttention: {
		title: 'Need Attention',
		meaning: 'They come now and then, or spend more than most, and begin to be silent',
		action: 'Write before the silence grows: what is new since their last purchase, with an offer for a limited time',
		rules: [
			{ recency: MIDDLE, frequency: MIDDLE, monetary: ANY },
			{ recency: MIDDLE, frequency: LOW, monetary: HIGH },
		],
	},
	aboutToSleep: {
		title: 'About to Sleep',
		meaning: 'They came seldom, did not spend much and begin to be silent',
		action: 'Remind them by e-mail with something useful and what others like; it should not cost much',
		rules: [{ recency: MIDDLE, frequency: LOW, monetary: NOT_HIGH }],
	},
	cantLoseThem: {
		title: 'Can\'t Lose Them',
		meaning: 'They bought more often and for more money than most, and are silent longer than most',
		action: 'Let your best manager call each of them, ask for the reason and have amends ready, since there is one attempt',
		rules: [{ recency: LOW, frequency: HIGH, monetary: HIGH }],
	},
	atRisk: {
		title: 'At Risk',
		meaning: 'They came now and then or often, or spent more than most, and are silent longer than most',
		action: 'Write to them personally, ask why, and come to an offer only after that',
		rules: [
			{ recency: LOW, frequency: HIGH, monetary: NOT_HIGH },
			{ recency: LOW, frequency: MIDDLE, monetary: ANY },
			{ recency: LOW, frequency: LOW, monetary: HIGH },
		],
	},
	hibernating: {
		title: 'Hibernating',
		meaning: 'They came seldom, did not spend much and are silent longer than most',
		action: 'Send a short chain of useful e-mails that ends with a benefit, and do not call',
		rules: [{ recency: [2], frequency: LOW, monetary: NOT_HIGH }],
	},
	lost: {
		title: 'Lost',
		meaning: 'They came seldom, did not spend much and are among those silent longest',
		action: 'Let them go, or try once by the cheapest means',
		rules: [{ recency: [1], frequency: LOW, monetary: NOT_HIGH }],
	},
} as const satisfies Record<string, UsualSegment>;

export type SegmentId = keyof typeof segments;

export const segmentIds = Object.keys(segments) as SegmentId[];

/** The usual table as rules, each segment under its title. */
export const usualRules: readonly SegmentRule[] = segmentIds.flatMap((id) => segments[id].rules.map((sets) => ({ segment: segments[id].title, ...sets })));
