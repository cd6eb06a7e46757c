import type { Rule } from './rule';
import { found } from './rule';

/** DOMAIN W8: a school called those who had come to a free consultation, and 30 % of them bought where it had been 18 %. */
export const neverBought: Rule = {
	title: 'Never Bought',
	question: 'Did the customer only try, or ask?',
	needs: 'customers of another stream who have no purchase',
	effect: { kind: 'audience' },
	source: 'W8',
	bounds: 'no purchase at all',
	finding: ({ purchaseDays }) => (purchaseDays === 0 ? found() : null),
};
