import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { dayIn } from '../../../boundary/reading/asOf';
import { isBlank } from '../../../boundary/paths';
import type { CustomerRows } from '../../../boundary/reading/customerRows';
import type { Problem } from '../../../domain/problems';
import { causeReport, curveReport } from '../../../domain/survival/lifetimeCurves';
import { lifetimeReport } from '../../../domain/survival/lifetimeReport';
import { asOfProperties, churnWindowProperty, groupByProperty, inputProperties, unusableRowsProperty, wholePopulationNotice, writingProperty } from '../../shared/commonProperties';
import type { Answer, Question } from '../../shared/customerRows';
import { answerFromRows } from '../../shared/customerRows';
import { rowItems } from '../../shared/items';
import { lifetimeValueOptions, lifetimeValueParameters } from '../../shared/lifetimeValue';
import { amountOrNothing, churnWindowParameter, columnList, inputParameters, subscriptionsParameter, wholeNumber } from '../../shared/parameters';
import { periodParameters, periodProperties } from '../../shared/period';
import { subscriptionsProperty } from '../../shared/subscriptionsProperty';

export const option = {
	name: 'Estimate Lifetime',
	value: 'estimateLifetime',
	action: 'Estimate lifetime',
	description: 'After how long half of the customers have left, what one is worth, the survival curve, and curves by cause',
};

export const properties: INodeProperties[] = [
	...inputProperties,
	{
		displayName: 'Give',
		name: 'give',
		type: 'options',
		options: [
			{ name: 'Lifetimes', value: 'lifetimes', description: 'A row for everybody and for each group: median, shares still here, lifetime value' },
			{ name: 'Lost by Cause', value: 'causes', description: 'The share that has left for each kind of reason; needs reasons for leaving' },
			{ name: 'Survival Curve', value: 'curve', description: 'The share still here so many days after joining' },
		],
		default: 'lifetimes',
	},
	{
		displayName: 'Causes Are',
		name: 'causesBy',
		type: 'options',
		options: [
			{ name: 'Controllable or Not', value: 'control' },
			{ name: 'How It Ended', value: 'ending', description: 'Not renewed, contract ended, account closed' },
			{ name: 'The Reasons as They Stand', value: 'reason' },
			{ name: 'Voluntary or Not', value: 'intent' },
		],
		default: 'intent',
		displayOptions: { show: { give: ['causes'] } },
	},
	{
		displayName: 'Curve Every (Days)',
		name: 'curveEvery',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 30,
		displayOptions: { show: { give: ['causes', 'curve'] } },
	},
	...periodProperties,
	churnWindowProperty,
	{ ...groupByProperty, displayOptions: { show: { give: ['curve', 'lifetimes'] } } },
	{
		displayName: 'Watched Since',
		name: 'watchedSince',
		type: 'dateTime',
		default: '',
		description: 'The first day from which those who left are in the rows; empty where all ever are. Customers who joined before it count from it on.',
	},
	...asOfProperties,
	unusableRowsProperty,
	subscriptionsProperty,
	{
		displayName: 'Lifetime Value',
		name: 'value',
		type: 'collection',
		placeholder: 'Add Setting',
		default: {},
		displayOptions: { show: { give: ['lifetimes'] } },
		options: [
			...lifetimeValueOptions,
			{
				displayName: 'Value per Customer and Period',
				name: 'valuePerCustomer',
				type: 'number',
				typeOptions: { minValue: 0, numberPrecision: 4 },
				default: 0,
				description: 'What one customer brings in one period; 0 takes it from the rows',
			},
		],
	},
	writingProperty,
	wholePopulationNotice,
];

export const parameters = z.object({
	...inputParameters,
	give: z.enum(['lifetimes', 'causes', 'curve']).default('lifetimes'),
	causesBy: z.enum(['control', 'ending', 'reason', 'intent']).default('intent'),
	curveEvery: wholeNumber(1).default(30),
	...periodParameters,
	...churnWindowParameter,
	groupBy: columnList.default([]),
	watchedSince: z.unknown().default(''),
	...subscriptionsParameter,
	value: z
		.object({
			...lifetimeValueParameters,
			valuePerCustomer: amountOrNothing.default(null),
		})
		.prefault({}),
});

/** Causes are asked of rows that name none: purchases cannot, subscriptions lack the column or it is empty. */
function withoutReasons({ subscriptions, rows }: CustomerRows): Problem {
	if (subscriptions !== null) return { code: 'columnNotRecognised', item: null, column: 'reason', received: rows.table.paths };
	const expected = '"Lifetimes" or "Survival Curve": purchases and visits do not say why a customer left';
	return { code: 'invalidSetting', item: null, column: 'Give', received: 'causes', expected };
}

function answer({ chosen, customerRows, zone }: Question<z.infer<typeof parameters>>): Answer {
	const { base } = customerRows;
	const watchedSince = isBlank(chosen.watchedSince) ? null : dayIn(chosen.watchedSince, zone);
	if (Number.isNaN(watchedSince)) {
		return { problems: [{ code: 'invalidSetting', item: null, column: 'Watched Since', received: chosen.watchedSince, expected: 'a date such as 2024-04-03' }] };
	}
	const report = {
		lifetimes: () => lifetimeReport(base, { ...chosen, ...chosen.value, watchedSince, timeZone: zone.name }),
		causes: () => causeReport(base, watchedSince, chosen.causesBy, chosen.curveEvery),
		curve: () => curveReport(base, watchedSince, chosen.curveEvery),
	}[chosen.give]();
	if (typeof report !== 'string') return { outputs: [rowItems(report.rows)], advice: report.advice };
	return { problems: [withoutReasons(customerRows)] };
}

const columnsIn = ({ groupBy }: z.infer<typeof parameters>) => ({ groupBy, keepColumns: [] });

export const execute = (context: IExecuteFunctions, outputCount: number): INodeExecutionData[][] =>
	answerFromRows(context, outputCount, { parameters, properties, columnsIn, answer });
