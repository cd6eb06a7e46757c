import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { cohortReport } from '../../../domain/survival/cohortReport';
import { asOfProperties, churnWindowProperty, groupByProperty, inputProperties, unusableRowsProperty, wholePopulationNotice, writingProperty } from '../../shared/commonProperties';
import type { Answer, Question } from '../../shared/customerRows';
import { answerFromRows } from '../../shared/customerRows';
import { rowItems } from '../../shared/items';
import { churnWindowParameter, columnList, inputParameters, subscriptionsParameter } from '../../shared/parameters';
import { periodParameters, periodProperties } from '../../shared/period';
import { subscriptionsProperty } from '../../shared/subscriptionsProperty';

export const option = {
	name: 'Build Cohort Table',
	value: 'buildCohortTable',
	action: 'Build cohort table',
	description: 'Those who joined in the same period, followed from period to period',
};

export const properties: INodeProperties[] = [
	...inputProperties,
	...periodProperties,
	{
		displayName: 'Shape',
		name: 'shape',
		type: 'options',
		options: [
			{ name: 'A Row for Each Cohort and Age', value: 'long', description: 'With counts, limits and money; for charts' },
			{ name: 'A Row for Each Cohort', value: 'triangle', description: 'A share for each age, side by side; for reading' },
		],
		default: 'long',
	},
	churnWindowProperty,
	groupByProperty,
	...asOfProperties,
	unusableRowsProperty,
	subscriptionsProperty,
	writingProperty,
	wholePopulationNotice,
];

export const parameters = z.object({
	...inputParameters,
	...periodParameters,
	shape: z.enum(['long', 'triangle']).default('long'),
	...churnWindowParameter,
	groupBy: columnList.default([]),
	...subscriptionsParameter,
});

function answer({ chosen, customerRows, zone }: Question<z.infer<typeof parameters>>): Answer {
	const { rows, advice } = cohortReport(customerRows.base, customerRows.subscriptions, { ...chosen, timeZone: zone.name });
	return { outputs: [rowItems(rows)], advice };
}

const columnsIn = ({ groupBy }: z.infer<typeof parameters>) => ({ groupBy, keepColumns: [] });

export const execute = (context: IExecuteFunctions, outputCount: number): INodeExecutionData[][] =>
	answerFromRows(context, outputCount, { parameters, properties, columnsIn, answer });
