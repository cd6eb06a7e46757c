import type { Rule } from './rule';
import { found } from './rule';

const HIGH = 4;
/** Among customers who all bought once or twice somebody is among the best fifths, too. */
const [LEAST_PURCHASES, LEAST_DAYS] = [5, 180];

/** DOMAIN W2. */
export const longAndFrequent: Rule = {
	title: 'Long History, Frequent Purchases',
	question: 'Has the customer been one for long, and bought often?',
	needs: 'purchases of five customers at least',
	effect: { kind: 'first', worthTimes: 1.25 },
	source: 'W2',
	bounds: 'at least 5 purchases and half a year since the first, among the two fifths who have been customers for longest and the two fifths who bought most often (assumptions)',
	finding({ ageScore, frequencyScore, purchaseDays, ageDays }) {
		const isLong = ageScore >= HIGH && (ageDays ?? 0) >= LEAST_DAYS;
		return isLong && frequencyScore >= HIGH && (purchaseDays ?? 0) >= LEAST_PURCHASES ? found({ count: purchaseDays, days: ageDays }) : null;
	},
};
