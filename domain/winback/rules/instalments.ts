import type { Rule } from './rule';
import { found } from './rule';

const [SHARE, LEAST_ORDERS] = [0.5, 3];

/** DOMAIN W1. */
export const instalments: Rule = {
	title: 'Often Takes Instalments',
	question: 'Does the customer pay in instalments as a rule?',
	needs: 'orders of which it is known whether they were paid in instalments',
	effect: { kind: 'notWorth', isFinal: false },
	source: 'W1',
	bounds: 'at least 3 such orders, half of them in instalments (assumptions)',
	finding({ instalmentShare, instalmentsKnown }) {
		if (instalmentShare === null || instalmentsKnown === null || instalmentsKnown < LEAST_ORDERS || instalmentShare < SHARE) return null;
		return found({ count: Math.round(instalmentShare * instalmentsKnown), of: instalmentsKnown });
	},
};
