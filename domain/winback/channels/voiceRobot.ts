import type { Channel } from './channel';
import { NO_OFFER } from './channel';

/** DOMAIN W3, 5. */
export const voiceRobot: Channel = {
	title: 'Voice Robot',
	use: 'Thousands of contacts in days: a hot discount, a survey, unused bonuses',
	needs: ['phone'],
	assumed: { reach: 0.44, oddsRatio: 1.15, cost: 0.04, offer: 0 },
	sources: {
		reach: 'of 5,000 numbers 2,188 answered',
		oddsRatio: 'assumption: 36 % of those who answered were interested, how many came back is not told',
		cost: '2.50 UAH a call that is answered, some $0.10, times the share who answer; set what you pay',
		offer: NO_OFFER,
	},
};
