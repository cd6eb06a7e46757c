import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { churnReport } from '../../../domain/churn/churnReport';
import {
	asOfProperties,
	churnWindowProperty,
	groupByProperty,
	inputProperties,
	unusableRowsProperty,
	wholePopulationNotice,
	writingProperty,
} from '../../shared/commonProperties';
import type { Answer, Question } from '../../shared/customerRows';
import { answerFromRows } from '../../shared/customerRows';
import { periodParameters, periodProperties } from '../../shared/period';
import { subscriptionsProperty } from '../../shared/subscriptionsProperty';
import { customerItems, rowItems } from '../../shared/items';
import { amountOrNothing, anyPercentage, churnWindowParameter, columnList, inputParameters, subscriptionsParameter } from '../../shared/parameters';
import { definitionNamed, definitionParameter, definitionProperty } from '../definition';
import { listingOptions, listingParameters } from '../listing';

export const option = {
	name: 'Calculate Churn Rate',
	value: 'calculateChurnRate',
	action: 'Calculate churn rate',
	description: 'A row of counts, rates and money for each period and group',
};

export const properties: INodeProperties[] = [
	...inputProperties,
	...periodProperties,
	churnWindowProperty,
	definitionProperty,
	groupByProperty,
	...asOfProperties,
	unusableRowsProperty,
	subscriptionsProperty,
	{
		displayName: 'Money and Target',
		name: 'money',
		type: 'collection',
		placeholder: 'Add Setting',
		default: {},
		options: [
			{
				displayName: 'Acceptable Churn Rate (%)',
				name: 'acceptableRate',
				type: 'number',
				typeOptions: { minValue: 0, numberPrecision: 2 },
				default: 3,
				description: 'Per period; each row then says whether it is above',
			},
			{
				displayName: 'Cost of Keeping a Customer',
				name: 'costOfKeeping',
				type: 'number',
				typeOptions: { minValue: 0, numberPrecision: 4 },
				default: 0,
				description: 'Per period; above 0, each row says what replacing the lost customers costs',
			},
			{
				displayName: 'Cost of Replacing, as a Multiple of Keeping',
				name: 'replacementFactor',
				type: 'number',
				typeOptions: { minValue: 0, numberPrecision: 2 },
				default: 5,
				description: 'Winning a new customer is said to cost 5 to 25 times what keeping one does',
			},
			{
				displayName: 'Value per Customer and Period',
				name: 'valuePerCustomer',
				type: 'number',
				typeOptions: { minValue: 0, numberPrecision: 4 },
				default: 0,
				description: 'What one customer brings in one period; 0 takes it from the purchases',
			},
		],
	},
	writingProperty,
	listingOptions,
	wholePopulationNotice,
];

export const parameters = z.object({
	...inputParameters,
	...periodParameters,
	...churnWindowParameter,
	...subscriptionsParameter,
	...definitionParameter,
	groupBy: columnList.default([]),
	money: z
		.object({
			acceptableRate: anyPercentage.nullable().default(null),
			costOfKeeping: amountOrNothing.default(null),
			replacementFactor: z.number().min(0).default(5),
			valuePerCustomer: amountOrNothing.default(null),
		})
		.prefault({}),
	...listingParameters,
});

function answer({ chosen, customerRows, zone }: Question<z.infer<typeof parameters>>): Answer {
	const { money, options } = chosen;
	const settings = { ...chosen, ...money, ...options, definition: definitionNamed(chosen.definition), timeZone: zone.name };
	const { rows, churnedCustomers, advice } = churnReport(customerRows.base, settings);
	return { outputs: [rowItems(rows), customerItems(churnedCustomers, customerRows.rows, options.keepColumns)], advice };
}

const columnsIn = ({ groupBy, options }: z.infer<typeof parameters>) => ({ groupBy, keepColumns: options.keepColumns });

export const execute = (context: IExecuteFunctions, outputCount: number): INodeExecutionData[][] =>
	answerFromRows(context, outputCount, { parameters, properties, columnsIn, answer });
