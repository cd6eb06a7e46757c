import type { Rule } from './rule';
import { found } from './rule';

/** DOMAIN W1. */
export const toxic: Rule = {
	title: 'Toxic',
	question: 'Is the customer toxic or scandalous?',
	needs: 'a column of yours that says so',
	effect: { kind: 'notWorth', isFinal: true },
	source: 'W1',
	bounds: 'a yes in that column',
	finding: ({ isToxic }) => (isToxic === true ? found() : null),
};
