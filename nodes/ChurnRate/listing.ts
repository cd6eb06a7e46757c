/** Which rows and which churned customers are listed; the numbers do not change with it. */
import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { columnList } from '../shared/parameters';

export const keepColumnsOption = {
	displayName: 'Keep Columns',
	name: 'keepColumns',
	type: 'string',
	requiresDataPath: 'multiple',
	default: '',
	placeholder: 'e.g. city, segment',
	description: 'Columns to pass on with each customer, besides e-mail, phone, name and the like',
} satisfies INodeProperties;

export const listingOptions = {
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
		keepColumnsOption,
		{
			displayName: 'Last Periods Only',
			name: 'lastPeriods',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: 12,
			description: 'How many of the latest complete periods to give; all are computed all the same',
		},
	],
} satisfies INodeProperties;

export const listingParameters = {
	options: z
		.object({
			keepColumns: columnList.default([]),
			losses: z.enum(['every', 'latestNotBack']).default('every'),
			lastPeriods: z.number().int().min(1).nullable().default(null),
		})
		.prefault({}),
};
