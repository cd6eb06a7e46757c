import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { churnWindowReport } from '../../../domain/survival/churnWindowReport';
import { asOfProperties, inputProperties, unusableRowsProperty, wholePopulationNotice, writingProperty } from '../../shared/commonProperties';
import type { Answer, Question } from '../../shared/customerRows';
import { answerFromRows, noColumns } from '../../shared/customerRows';
import { rowItems } from '../../shared/items';
import { inputParameters, percentage, wholeNumber } from '../../shared/parameters';

export const option = {
	name: 'Find Churn Window',
	value: 'findChurnWindow',
	action: 'Find churn window',
	description: 'After how many days without a purchase has a customer left?',
};

export const properties: INodeProperties[] = [
	...inputProperties,
	{
		displayName: 'Acceptable Share Coming Back (%)',
		name: 'acceptableShare',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 2 },
		default: 5,
		description: 'How many of those you call gone may still come back; the window is the shortest silence after which surely fewer do',
	},
	{
		displayName: 'Come Back Within (Days)',
		name: 'returnDays',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 90,
		description: 'For how long after the silence it is watched who comes back',
	},
	...asOfProperties,
	unusableRowsProperty,
	writingProperty,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Curve Every (Days)',
				name: 'curveEvery',
				type: 'number',
				typeOptions: { minValue: 0, numberPrecision: 0 },
				default: 30,
				description: 'Behind the answer, a row of the curve for every so many days; 0 for the answer alone',
			},
		],
	},
	wholePopulationNotice,
];

export const parameters = z.object({
	...inputParameters,
	acceptableShare: percentage.default(0.05),
	returnDays: wholeNumber(1).default(90),
	options: z.object({ curveEvery: wholeNumber(0).default(30) }).prefault({}),
});

/** From so many silent customers on a share is read. DOMAIN C14. */
const MINIMUM_SUPPORT = 100;

function answer({ chosen, customerRows, zone }: Question<z.infer<typeof parameters>>): Answer {
	if (customerRows.subscriptions !== null) {
		const expected = 'purchases or visits: subscriptions say themselves when they end, so they need no churn window';
		return { problems: [{ code: 'invalidSetting', item: null, column: 'Rows Are', received: chosen.rowsAre, expected }] };
	}
	const { curveEvery } = chosen.options;
	const { rows, advice } = churnWindowReport(customerRows.base, {
		target: chosen.acceptableShare,
		returnDays: chosen.returnDays,
		minimumSupport: MINIMUM_SUPPORT,
		curveEvery: curveEvery === 0 ? null : curveEvery,
		timeZone: zone.name,
	});
	return { outputs: [rowItems(rows)], advice };
}

export const execute = (context: IExecuteFunctions, outputCount: number): INodeExecutionData[][] =>
	answerFromRows(context, outputCount, { parameters, properties, columnsIn: noColumns, answer });
