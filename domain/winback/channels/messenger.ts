import type { Channel } from './channel';
import { ASSUMED, NO_OFFER, OWN_COST } from './channel';

/** DOMAIN W3, W5. */
export const messenger: Channel = {
	title: 'Messenger',
	use: 'A short personal message where you talked before',
	needs: ['messenger'],
	assumed: { reach: 0.7, oddsRatio: 1.2, cost: 0.02, offer: 0 },
	sources: { reach: 'assumption: more than e-mail, fewer than SMS', oddsRatio: ASSUMED, cost: OWN_COST, offer: NO_OFFER },
};
