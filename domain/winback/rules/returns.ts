import type { Rule } from './rule';
import { found } from './rule';

const [SHARE, LEAST_ORDERS] = [0.3, 3];

/** DOMAIN W1. */
export const returns: Rule = {
	title: 'Returns or Cancels',
	question: 'Does the customer return or cancel much of what they order?',
	needs: 'orders with refunds or cancellations',
	effect: { kind: 'notWorth', isFinal: false },
	source: 'W1',
	bounds: 'at least 3 orders, 30 % of them returned or cancelled in full (assumptions)',
	finding({ orders, returnedShare }) {
		if (orders === null || returnedShare === null || returnedShare < SHARE) return null;
		// Of somebody who returned everything it is not told how many orders that were.
		if (returnedShare === 1) return found({ measured: 1 });
		const all = Math.round(orders / (1 - returnedShare));
		return all < LEAST_ORDERS ? null : found({ count: all - orders, of: all, measured: returnedShare });
	},
};
