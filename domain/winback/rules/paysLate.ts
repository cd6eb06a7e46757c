import type { Rule } from './rule';
import { found } from './rule';

const [SHARE, LEAST_PAYMENTS] = [0.5, 3];

/** DOMAIN W1. */
export const paysLate: Rule = {
	title: 'Pays Late',
	question: 'Does the customer pay late as a rule?',
	needs: 'the stream of payments, with the days on which they were due and paid',
	effect: { kind: 'notWorth', isFinal: false },
	source: 'W1',
	bounds: 'at least 3 payments, half of them late (assumptions)',
	finding({ paidOnTime, paidLate }) {
		if (paidOnTime === null || paidLate === null) return null;
		const payments = paidOnTime + paidLate;
		return payments < LEAST_PAYMENTS || paidLate < SHARE * payments ? null : found({ count: paidLate, of: payments });
	},
};
