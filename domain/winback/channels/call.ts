import type { Channel } from './channel';
import { NO_OFFER, OWN_COST } from './channel';

/** DOMAIN W3, 5. */
export const call: Channel = {
	title: 'Call',
	use: 'The right first contact after a long pause: personal, it answers questions and closes objections',
	needs: ['phone'],
	assumed: { reach: 0.44, oddsRatio: 1.95, cost: 3, offer: 0 },
	sources: {
		reach: 'of 5,000 numbers that a robot called 2,188 answered',
		oddsRatio: 'a school whose managers called raised conversions from 18 % to 30 %: (.3 / .7) / (.18 / .82)',
		cost: `${OWN_COST}: some ten minutes of a manager`,
		offer: NO_OFFER,
	},
};
