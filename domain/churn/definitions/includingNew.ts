import type { ChurnDefinition } from '../definition';
import { fraction } from '../definition';
import { lossInterval } from '../intervals';

/**
 * Customer churn, including new customers
 *
 * Question: how many losses were there for each customer we had at the start or won in the period?
 *
 * Counts every time somebody leaves, also of customers who joined in the same period, and adds those
 * who joined to the denominator. A customer who leaves twice counts twice, so it can exceed 1. Those
 * who returned are not in the denominator.
 *
 * Undefined when nobody was here at the start and nobody joined.
 * Source: DOMAIN C2; Stripe.
 */
export const includingNew: ChurnDefinition = {
	id: 'includingNew',
	title: 'Including New Customers',
	rule: 'Times customers left, over customers here at the start plus those who joined',
	usedBy: 'Stripe',
	source: 'C2',
	range: [0, null],
	example: { numerator: 4, denominator: 13 },
	compute: ({ churned, customersAtStart, joined }) => fraction(churned, customersAtStart + joined, 'noCustomers'),
	partsAddUp: true,
	interval: lossInterval,
	counts: () => true,
	divisor: 'customers here at the start and those who joined',
	partOf: ({ wasHere, joined, timesLeft }) => ({ numerator: timesLeft, denominator: Number(wasHere || joined) }),
	perYear: () => null,
};
