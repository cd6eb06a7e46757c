import type { ChurnDefinition } from '../definition';
import { fraction } from '../definition';
import { shareInterval } from '../intervals';
import { yearlyFromShare } from '../yearly';

/**
 * Customer churn, start of period
 *
 * Question: of the customers we had as the period opened, what share was gone as the next one opened?
 *
 * A customer who joins during the period is in neither number. One who leaves and is back by the end
 * has not churned. It is the rule of most board reports; it says nothing about customers who join and
 * leave within one period (`includingNew` counts them) and hides leaving and coming back
 * (`ignoreSamePeriod` shows it).
 *
 * Undefined when there was no customer at the start.
 * Source: DOMAIN C1; ChartMogul's standard, Baremetrics, textbooks.
 */
export const startOfPeriod: ChurnDefinition = {
	id: 'startOfPeriod',
	title: 'Start of Period',
	rule: 'Customers here at the start and gone at the end, over customers here at the start',
	usedBy: 'ChartMogul (standard), Baremetrics, textbooks',
	source: 'C1',
	range: [0, 1],
	example: { numerator: 2, denominator: 10 },
	compute: ({ churnedAtEnd, customersAtStart }) => fraction(churnedAtEnd, customersAtStart, 'noCustomersAtStart'),
	partsAddUp: true,
	interval: shareInterval,
	counts: ({ spellWasHereAtStart, isBackAtEnd }) => spellWasHereAtStart && !isBackAtEnd,
	divisor: 'customers here at the start',
	partOf: ({ wasHere, isHere }) => ({ numerator: Number(wasHere && !isHere), denominator: Number(wasHere) }),
	perYear: yearlyFromShare,
};
