import { rhythmOfPurchases } from '../rhythms';
import type { Sign } from '../sign';
import { SILENCE_STRENGTH, silenceFinding } from './silence';

/**
 * Order overdue
 *
 * Question: should this customer have bought again by now, by their own rhythm?
 *
 * No data below three purchase days. It says when to ask, not who leaves: over a fixed horizon the plain number of
 * days since the last purchase ranks customers better. Source: DOMAIN S6.
 */
export const orderOverdue: Sign = {
	rule: 'S6',
	title: 'Order Overdue',
	question: 'By their own rhythm, should they have bought again by now?',
	family: 'habit',
	needs: 'purchases: repeats, recencyDays, lastOn, daysSince; at least three purchase days',
	strength: SILENCE_STRENGTH,
	oddsRatio: 8,
	why: 'For most shops it is all there is; it tells the right moment to ask, and is weak as a forecast',
	source: 'The gamma mixture of exponential gaps between purchases; own habit before fixed numbers of days',
	example: {
		given: { purchases: { repeats: 5, recencyDays: 150, lastOn: 150, daysSince: 90, gapMedianDays: 30 } },
		strength: 0.04215686,
	},
	find(observed, { purchaseHabit }) {
		const { purchases } = observed;
		if (purchases === null) return 'notConnected';
		const { lastOn, daysSince: silentDays, gapMedianDays: usualGap } = purchases;
		return silenceFinding('orderOverdue', { rhythm: rhythmOfPurchases(observed), silentDays, lastOn, usualGap }, purchaseHabit);
	},
};
