import type { Channel } from './channel';
import { ASSUMED, NO_OFFER, OWN_COST } from './channel';

/** DOMAIN W3, 5. */
export const email: Channel = {
	title: 'E-Mail',
	use: 'A chain of letters that begins with something useful and has the offer at its end',
	needs: ['email'],
	assumed: { reach: 0.2, oddsRatio: 1.5, cost: 0.01, offer: 0 },
	sources: { reach: 'about 20 % are opened', oddsRatio: ASSUMED, cost: OWN_COST, offer: NO_OFFER },
};
