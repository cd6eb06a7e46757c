import type { ChurnDefinition } from '../definition';
import { fraction } from '../definition';
import { lossInterval } from '../intervals';

/**
 * Customer churn, average customers
 *
 * Question: how many losses were there for each customer of the average of start and end?
 *
 * Counts every time somebody leaves. The average of two days stands for the whole period, which is
 * rough when the number of customers jumps in between (`customerDays` looks at each day). It can
 * exceed 1.
 *
 * Undefined when there was no customer at the start and none at the end.
 * Source: DOMAIN C3; finance texts.
 */
export const averageCustomers: ChurnDefinition = {
	id: 'averageCustomers',
	title: 'Average Customers',
	rule: 'Times customers left, over the average of the customers at the start and at the end',
	usedBy: 'Finance texts',
	source: 'C3',
	range: [0, null],
	example: { numerator: 4, denominator: 10 },
	compute: ({ churned, customersAtStart, customersAtEnd }) =>
		fraction(churned, (customersAtStart + customersAtEnd) / 2, 'noCustomersAtStartOrEnd'),
	partsAddUp: true,
	interval: lossInterval,
	counts: () => true,
	divisor: 'the mean of customers at the start and at the end',
	partOf: ({ wasHere, isHere, timesLeft }) => ({ numerator: timesLeft, denominator: (Number(wasHere) + Number(isHere)) / 2 }),
	perYear: () => null,
};
