import type { Rule } from './rule';
import { found } from './rule';

const [SHARE, LEAST_ORDERS] = [0.8, 3];

/** DOMAIN W1. */
export const onlyOnPromotion: Rule = {
	title: 'Buys Only on Promotion',
	question: 'Does the customer buy at a discount only?',
	needs: 'orders of which it is known whether they were on promotion',
	effect: { kind: 'notWorth', isFinal: false },
	source: 'W1',
	bounds: 'at least 3 such orders, 80 % of them on promotion (assumptions)',
	finding({ promotionShare, promotionKnown }) {
		if (promotionShare === null || promotionKnown === null || promotionKnown < LEAST_ORDERS || promotionShare < SHARE) return null;
		return found({ count: Math.round(promotionShare * promotionKnown), of: promotionKnown });
	},
};
