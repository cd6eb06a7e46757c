import type { Channel } from './channel';
import { ASSUMED, NO_OFFER, OWN_COST } from './channel';

/** DOMAIN W3, 5. */
export const customAudience: Channel = {
	title: 'Custom Audience',
	use: 'Advertisements shown to customers by their past purchases, before one writes to them',
	needs: ['email', 'phone'],
	assumed: { reach: 0.3, oddsRatio: 1.05, cost: 0.02, offer: 0 },
	sources: { reach: ASSUMED, oddsRatio: ASSUMED, cost: OWN_COST, offer: NO_OFFER },
};
