import type { INodeProperties } from 'n8n-workflow';
import { automaticPlaceholder } from './commonProperties';

const whoIsACustomer = (whom: string) => [
	{ name: 'Are Customers', value: 'keep', description: `${whom} count from their first day on` },
	{ name: 'Are Not Customers', value: 'leaveOut', description: `${whom} are left out and counted` },
];

export const subscriptionsProperty = {
	displayName: 'Subscriptions',
	name: 'subscriptions',
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	displayOptions: { show: { rowsAre: ['automatic', 'subscriptions'] } },
	options: [
		{
			displayName: 'Allowed Gap (Days)',
			name: 'allowedGap',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			default: 0,
			description: 'Who is back after at most so many days has not left; 1 where the end column holds the last day of a subscription',
		},
		{
			displayName: 'Free Plans',
			name: 'freePlans',
			type: 'options',
			options: whoIsACustomer('Those who pay nothing'),
			default: 'leaveOut',
		},
		{
			displayName: 'Interval Column',
			name: 'intervalColumn',
			type: 'string',
			requiresDataPath: 'single',
			default: '',
			placeholder: automaticPlaceholder,
			description: 'How often the price is paid, such as monthly or yearly',
		},
		{
			displayName: 'Pauses',
			name: 'pauses',
			type: 'options',
			options: [
				{ name: 'Are Customers', value: 'keep', description: 'Who pauses stays a customer and brings nothing meanwhile' },
				{ name: 'Are Not Customers', value: 'leaveOut', description: 'Who pauses has left, and returns' },
			],
			default: 'keep',
		},
		{
			displayName: 'Plan Column',
			name: 'planColumn',
			type: 'string',
			requiresDataPath: 'single',
			default: '',
			placeholder: automaticPlaceholder,
		},
		{
			displayName: 'Price Is For',
			name: 'priceIsFor',
			type: 'options',
			options: [
				{ name: 'Automatic', value: 'automatic', description: 'The interval of the row, else what its plan is called, else a month' },
				{ name: 'Month', value: 'month' },
				{ name: 'Quarter', value: 'quarter' },
				{ name: 'Week', value: 'week' },
				{ name: 'Year', value: 'year' },
			],
			default: 'automatic',
			description: 'For how long one price is; a year is taken as twelve months',
		},
		{
			displayName: 'Reason Column',
			name: 'reasonColumn',
			type: 'string',
			requiresDataPath: 'single',
			default: '',
			placeholder: automaticPlaceholder,
			description: 'Why the customer left, as a code or in words',
		},
		{
			displayName: 'Trial End Column',
			name: 'trialEndColumn',
			type: 'string',
			requiresDataPath: 'single',
			default: '',
			placeholder: automaticPlaceholder,
		},
		{
			displayName: 'Trials',
			name: 'trials',
			type: 'options',
			options: whoIsACustomer('Those on trial'),
			default: 'leaveOut',
		},
	],
} satisfies INodeProperties;
