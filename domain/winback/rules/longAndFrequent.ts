import type { Rule } from './rule';
import { found } from './rule';

const HIGH = 4;

/** DOMAIN W2. */
export const longAndFrequent: Rule = {
	title: 'Long History, Frequent Purchases',
	question: 'Has the customer been one for long, and bought often?',
	needs: 'purchases of five customers at least',
	effect: { kind: 'first', worthTimes: 1.25 },
	source: 'W2',
	bounds: 'among the two fifths who have been customers for longest, and the two fifths who bought most often (assumptions)',
	finding: ({ ageScore, frequencyScore, purchaseDays, ageDays }) => (ageScore >= HIGH && frequencyScore >= HIGH ? found({ count: purchaseDays, days: ageDays }) : null),
};
