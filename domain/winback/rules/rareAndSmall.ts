import type { Rule } from './rule';
import { found } from './rule';

const [RARE, SMALL] = [2, 1];

/** DOMAIN W1. */
export const rareAndSmall: Rule = {
	title: 'Rare and Small Purchases',
	question: 'Does the customer buy seldom, and little at a time?',
	needs: 'purchases with amounts, of five customers at least',
	effect: { kind: 'notWorth', isFinal: false },
	source: 'W1',
	bounds: 'among the two fifths of customers who buy least often, and the fifth whose purchases bring least (assumptions)',
	finding({ frequencyScore, purchaseScore, purchaseDays, ageDays, averagePurchase, usualPurchase }) {
		if (frequencyScore === 0 || purchaseScore === 0 || frequencyScore > RARE || purchaseScore > SMALL) return null;
		return found({ count: purchaseDays, days: ageDays, measured: averagePurchase, usual: usualPurchase });
	},
};
