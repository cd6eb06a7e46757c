import type { ChurnDefinition } from '../definition';
import { fraction } from '../definition';
import { shareInterval } from '../intervals';

/**
 * Customer churn, at least once
 *
 * Question: of the customers we had as the period opened, what share left at least once in it?
 *
 * A customer who leaves and is back by the end has churned all the same, once, however often; that is
 * the difference to `startOfPeriod`. Whoever joins in the period is in neither number. The id is the name
 * that ProfitWell gives the rule.
 *
 * Undefined when there was no customer at the start.
 * Source: DOMAIN C6; ProfitWell.
 */
export const ignoreSamePeriod: ChurnDefinition = {
	id: 'ignoreSamePeriod',
	title: 'Left at Least Once',
	rule: 'Customers here at the start who left at least once, back or not, over customers here at the start',
	usedBy: 'ProfitWell',
	source: 'C6',
	range: [0, 1],
	example: { numerator: 3, denominator: 10 },
	compute: ({ churnedAtLeastOnce, customersAtStart }) =>
		fraction(churnedAtLeastOnce, customersAtStart, 'noCustomersAtStart'),
	partsAddUp: true,
	interval: shareInterval,
	counts: ({ spellWasHereAtStart }) => spellWasHereAtStart,
	divisor: 'customers here at the start',
	partOf: ({ wasHere, timesLeft }) => ({ numerator: Number(wasHere && timesLeft > 0), denominator: Number(wasHere) }),
	perYear: () => null,
};
