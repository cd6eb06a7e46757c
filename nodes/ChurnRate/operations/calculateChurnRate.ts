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
import { churnWindowParameter, columnList, inputParameters, subscriptionsParameter } from '../../shared/parameters';
import { definitionNamed, definitionParameter, definitionProperty } from '../definition';
import { customerItems, rowItems } from '../items';

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
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Churned Customers',
				name: 'losses',
				type: 'options',
				options: [
					{ name: 'Every Loss', value: 'every', description: 'As many as the rows count; a customer who left twice is in it twice' },
					{
						name: 'Of the Latest Complete Period, Not Back',
						value: 'latestNotBack',
						description: 'Those to write to now, each once',
					},
				],
				default: 'every',
				description: 'Whom to give on the second output; the rows do not change',
			},
			{
				displayName: 'Keep Columns',
				name: 'keepColumns',
				type: 'string',
				requiresDataPath: 'multiple',
				default: '',
				placeholder: 'e.g. city, segment',
				description: 'Columns to pass on with each churned customer, besides e-mail, phone, name and the like',
			},
			{
				displayName: 'Last Periods Only',
				name: 'lastPeriods',
				type: 'number',
				typeOptions: { minValue: 1, numberPrecision: 0 },
				default: 12,
				description: 'How many of the latest complete periods to give; all are computed all the same',
			},
		],
	},
	wholePopulationNotice,
];

const share = z.number().min(0).transform((percent) => percent / 100);

/** 0 says that nothing is set. */
const amountOrNothing = z.number().min(0, 'expected 0 or more').transform((amount) => (amount === 0 ? null : amount)).nullable();

export const parameters = z.object({
	...inputParameters,
	...periodParameters,
	...churnWindowParameter,
	...subscriptionsParameter,
	...definitionParameter,
	groupBy: columnList.default([]),
	money: z
		.object({
			acceptableRate: share.nullable().default(null),
			costOfKeeping: amountOrNothing.default(null),
			replacementFactor: z.number().min(0).default(5),
			valuePerCustomer: amountOrNothing.default(null),
		})
		.prefault({}),
	options: z
		.object({
			keepColumns: columnList.default([]),
			losses: z.enum(['every', 'latestNotBack']).default('every'),
			lastPeriods: z.number().int().min(1).nullable().default(null),
		})
		.prefault({}),
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
