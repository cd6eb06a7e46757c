import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { dayIn } from '../../../boundary/reading/asOf';
import { compareDefinitions } from '../../../domain/churn/compareDefinitions';
import type { Problem } from '../../../domain/problems';
import { asOfProperties, churnWindowProperty, inputProperties, unusableRowsProperty, wholePopulationNotice, writingProperty } from '../../shared/commonProperties';
import type { Answer, Question } from '../../shared/customerRows';
import { answerFromRows } from '../../shared/customerRows';
import { customerItems, rowItems } from '../../shared/items';
import { churnWindowParameter, columnList, inputParameters, subscriptionsParameter } from '../../shared/parameters';
import { periodParameters, periodProperties } from '../../shared/period';
import { subscriptionsProperty } from '../../shared/subscriptionsProperty';
import { keepColumnsOption } from '../listing';
import { definitionNamed, definitionParameter, definitionProperty } from '../definition';

export const option = {
	name: 'Compare Definitions',
	value: 'compareDefinitions',
	action: 'Compare definitions',
	description: 'One period by all six definitions, side by side, and which customers make the difference',
};

export const properties: INodeProperties[] = [
	...inputProperties,
	...periodProperties,
	{
		displayName: 'Which Period',
		name: 'whichPeriod',
		type: 'options',
		options: [
			{ name: 'Latest Complete', value: 'latestComplete', description: 'The latest that is over and has a rate' },
			{ name: 'The One With a Day', value: 'withDay' },
		],
		default: 'latestComplete',
	},
	{
		displayName: 'Day in the Period',
		name: 'dayInPeriod',
		type: 'dateTime',
		default: '',
		displayOptions: { show: { whichPeriod: ['withDay'] } },
	},
	churnWindowProperty,
	{ ...definitionProperty, displayName: 'Compare With', name: 'comparedWith', description: 'The definition that the others are reconciled with' },
	...asOfProperties,
	unusableRowsProperty,
	subscriptionsProperty,
	writingProperty,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Customers',
				name: 'customers',
				type: 'options',
				options: [
					{ name: 'Everybody Here in the Period', value: 'everybody' },
					{ name: 'Those Who Left', value: 'churned' },
				],
				default: 'churned',
				description: 'Whose part in each definition to give on the second output',
			},
			keepColumnsOption,
		],
	},
	wholePopulationNotice,
];

export const parameters = z.object({
	...inputParameters,
	...periodParameters,
	whichPeriod: z.enum(['latestComplete', 'withDay']).default('latestComplete'),
	dayInPeriod: z.unknown().default(''),
	...churnWindowParameter,
	...subscriptionsParameter,
	comparedWith: definitionParameter.definition,
	options: z
		.object({
			customers: z.enum(['churned', 'everybody']).default('churned'),
			keepColumns: columnList.default([]),
		})
		.prefault({}),
});

const unusableDay = (received: unknown, expected: string): { readonly problems: Problem[] } => ({
	problems: [{ code: 'invalidSetting', item: null, column: 'Day in the Period', received, expected }],
});

function answer({ chosen, customerRows, zone }: Question<z.infer<typeof parameters>>): Answer {
	const { options, whichPeriod } = chosen;
	const day = whichPeriod === 'withDay' ? dayIn(chosen.dayInPeriod, zone) : null;
	if (Number.isNaN(day)) return unusableDay(chosen.dayInPeriod, 'a date such as 2024-04-03');
	const settings = { ...chosen, dayInPeriod: day, reference: definitionNamed(chosen.comparedWith), customers: options.customers, timeZone: zone.name };
	const comparison = compareDefinitions(customerRows.base, settings);
	if (comparison === null) return unusableDay(chosen.dayInPeriod, 'a day between the first row and As Of');
	const { rows, customers, advice } = comparison;
	return { outputs: [rowItems(rows), customerItems(customers, customerRows.rows, options.keepColumns)], advice };
}

const columnsIn = ({ options }: z.infer<typeof parameters>) => ({ groupBy: [], keepColumns: options.keepColumns });

export const execute = (context: IExecuteFunctions, outputCount: number): INodeExecutionData[][] =>
	answerFromRows(context, outputCount, { parameters, properties, columnsIn, answer });
