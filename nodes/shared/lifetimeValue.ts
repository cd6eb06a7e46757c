/** What a lifetime value depends on besides churn: the same in every operation that gives one. */
import type { INodeProperties } from 'n8n-workflow';
import { percentage, wholeNumber } from './parameters';

const grossMarginOption = {
	displayName: 'Gross Margin (%)',
	name: 'grossMargin',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 2 },
	default: 100,
	description: 'What stays of the revenue after serving the customer',
} satisfies INodeProperties;

const horizonOption = {
	displayName: 'Horizon (Months)',
	name: 'horizonMonths',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 60,
	description: 'The longest life that is believed of a customer',
} satisfies INodeProperties;

export const lifetimeValueOptions: INodeProperties[] = [grossMarginOption, horizonOption];

export const lifetimeValueParameters = {
	grossMargin: percentage.refine((margin) => margin > 0, 'expected more than 0').default(1),
	horizonMonths: wholeNumber(1).default(60),
};
