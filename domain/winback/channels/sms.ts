import type { Channel } from './channel';
import { NO_OFFER, OWN_COST } from './channel';

/** DOMAIN W3, 5. */
export const sms: Channel = {
	title: 'SMS',
	use: 'A code that was agreed before, or a reminder of bonuses',
	needs: ['phone'],
	assumed: { reach: 0.98, oddsRatio: 1.05, cost: 0.05, offer: 0 },
	sources: { reach: '98 % are read', oddsRatio: 'assumption: read by all, but “just one more spam”, and no dialogue', cost: OWN_COST, offer: NO_OFFER },
};
