import { measured, undefinedFigure } from '../../problems';
import type { ChurnDefinition } from '../definition';
import { lossInterval } from '../intervals';
import { yearlyFromRate } from '../yearly';

/**
 * Customer churn, daily sum
 *
 * Question: what do the shares lost on each day add up to?
 *
 * Each day's losses are divided by the customers here as that day opens, and the days are added. It
 * follows a business whose customers change every day; it can exceed 1. The denominator given is the
 * one number of customers that would have led to the same rate; without a loss there is none.
 *
 * Undefined when nobody was here on any day.
 * Source: DOMAIN C5; ChartMogul B2C.
 */
export const dailySum: ChurnDefinition = {
	id: 'dailySum',
	title: 'Daily Sum',
	rule: 'Each day, the times customers left over the customers here that day, added over the days',
	usedBy: 'ChartMogul (B2C)',
	source: 'C5',
	range: [0, null],
	example: { numerator: 4, denominator: 4 / (1 / 10 + 1 / 11 + 1 / 10 + 1 / 11) },
	compute({ churned, hereByDay, leftByDay }) {
		if (hereByDay.every((here) => here === 0)) {
			return { numerator: churned, denominator: null, value: undefinedFigure('noCustomers') };
		}
		let sum = 0;
		for (let day = 0; day < leftByDay.length; day++) {
			if (leftByDay[day] > 0) sum += leftByDay[day] / hereByDay[day];
		}
		return { numerator: churned, denominator: churned > 0 ? churned / sum : null, value: measured(sum) };
	},
	partsAddUp: false,
	interval: lossInterval,
	counts: () => true,
	divisor: null,
	partOf: ({ timesLeft }) => ({ numerator: timesLeft, denominator: null }),
	perYear: yearlyFromRate,
};
