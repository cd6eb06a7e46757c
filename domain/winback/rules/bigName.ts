import type { Rule } from './rule';
import { found } from './rule';

/** DOMAIN W2. */
export const bigName: Rule = {
	title: 'Big Name',
	question: 'Is it a person or brand whose business advertises yours?',
	needs: 'a column of yours that says so',
	effect: { kind: 'first', worthTimes: 2 },
	source: 'W2',
	bounds: 'a yes in that column',
	finding: ({ isBigName }) => (isBigName === true ? found() : null),
};
