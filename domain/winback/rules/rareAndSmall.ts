import type { Rule } from './rule';
import { found } from './rule';

const [RARE, SMALL] = [2, 1];
/** Fifths find somebody even where all are alike. */
const [MOST_PURCHASES, PART_OF_USUAL] = [2, 0.5];

/** DOMAIN W1. */
export const rareAndSmall: Rule = {
	title: 'Rare and Small Purchases',
	question: 'Does the customer buy seldom, and little at a time?',
	needs: 'purchases with amounts, of five customers at least',
	effect: { kind: 'notWorth', isFinal: false },
	source: 'W1',
	bounds: 'at most 2 purchases, among the two fifths of customers who buy least often; they bring at most half of what is usual, among the fifth that brings least (assumptions)',
	finding({ frequencyScore, purchaseScore, purchaseDays, ageDays, averagePurchase, usualPurchase }) {
		if (frequencyScore === 0 || purchaseScore === 0 || frequencyScore > RARE || purchaseScore > SMALL) return null;
		if (purchaseDays === null || purchaseDays > MOST_PURCHASES || averagePurchase === null || usualPurchase === null || averagePurchase > PART_OF_USUAL * usualPurchase) return null;
		return found({ count: purchaseDays, days: ageDays, measured: averagePurchase, usual: usualPurchase });
	},
};
