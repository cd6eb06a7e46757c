import type { ChurnDefinition } from '../definition';
import { fraction } from '../definition';
import { lossInterval } from '../intervals';
import { customerDays as customerDaysOf } from '../movements';
import { yearlyFromRate } from '../yearly';

/**
 * Customer churn, customer days
 *
 * Question: how many losses were there for each customer who stayed the whole period?
 *
 * Every day that a customer is here as the day opens counts once; the denominator is those days over
 * the days in the period, so it is the number of customers on an average day. It stays the same while
 * the risk does, also when the business grows, which the rules with a fixed start do not.
 *
 * Undefined when nobody was here on any day.
 * Source: DOMAIN C4; Recurly.
 */
export const customerDays: ChurnDefinition = {
	id: 'customerDays',
	title: 'Customer Days',
	rule: 'Times customers left, over the customers here on an average day of the period',
	usedBy: 'Recurly',
	source: 'C4',
	range: [0, null],
	example: { numerator: 4, denominator: 312 / 31 },
	compute: (movements, days) => fraction(movements.churned, customerDaysOf(movements) / days, 'noCustomers'),
	partsAddUp: true,
	interval: lossInterval,
	counts: () => true,
	divisor: 'customers here on an average day',
	partOf: ({ timesLeft, daysHere, days }) => ({ numerator: timesLeft, denominator: daysHere / days }),
	perYear: yearlyFromRate,
};
