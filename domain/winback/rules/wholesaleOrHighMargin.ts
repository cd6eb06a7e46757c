import type { Rule, RuleFacts } from './rule';
import { found } from './rule';

/** One huge order does not make a wholesale customer. */
const [TIMES_USUAL, LEAST_DAYS, TIMES_MARGIN] = [5, 2, 1.5];

const buysWholesale = ({ averagePurchase, usualPurchase, purchaseDays }: RuleFacts): boolean =>
	averagePurchase !== null && usualPurchase !== null && usualPurchase > 0 && (purchaseDays ?? 0) >= LEAST_DAYS && averagePurchase >= TIMES_USUAL * usualPurchase;

const hasHighMargin = ({ marginRate, usualMarginRate }: RuleFacts): boolean => marginRate !== null && usualMarginRate !== null && usualMarginRate > 0 && marginRate >= TIMES_MARGIN * usualMarginRate;

/** DOMAIN W2. A share below 1 is a margin, an amount a purchase. */
export const wholesaleOrHighMargin: Rule = {
	title: 'Wholesale or High Margin',
	question: 'Does the customer buy wholesale, or goods of high margin?',
	needs: 'amounts of purchases, margins, or a column of yours that says so',
	effect: { kind: 'first', worthTimes: 1.25 },
	source: 'W2',
	bounds: 'a yes in that column; purchases on at least 2 days that bring 5 times what is usual; or 1.5 times the usual margin (assumptions)',
	finding(facts) {
		if (buysWholesale(facts)) return found({ measured: facts.averagePurchase, usual: facts.usualPurchase, count: facts.purchaseDays });
		if (facts.isWholesale === true) return found();
		return hasHighMargin(facts) ? found({ measured: facts.marginRate, usual: facts.usualMarginRate }) : null;
	},
};
