import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { purchaseSources, subscriptionSources } from '../../boundary/sources';

const sourceOptions: INodePropertyOptions[] = [
	{ name: 'Automatic', value: 'automatic', description: 'Recognise the rows by their columns' },
	...[...purchaseSources, ...subscriptionSources].map(({ id, title, description }) => ({ name: title, value: id, description })),
];

const dateFormatOptions: INodePropertyOptions[] = [
	{ name: 'Automatic', value: 'automatic', description: 'What can be read in one way only; 3/4/2024 is asked about' },
	{ name: 'Day First (31/12/2024)', value: 'dayFirst' },
	{ name: 'Jalali (1403/10/11)', value: 'jalali' },
	{ name: 'Month First (12/31/2024)', value: 'monthFirst' },
	{ name: 'Spreadsheet Serial (45657)', value: 'spreadsheetSerial' },
];

export const automaticPlaceholder = 'Found automatically, or drag a column here';

export const sourceProperty = {
	displayName: 'Source',
	name: 'source',
	type: 'options',
	options: sourceOptions,
	default: 'automatic',
	description: 'Where the rows come from; says which columns hold what and which rows do not count',
} satisfies INodeProperties;

export const rowsAreProperty = {
	displayName: 'Rows Are',
	name: 'rowsAre',
	type: 'options',
	options: [
		{ name: 'Automatic', value: 'automatic', description: 'Subscriptions where they have a start and an end or a plan, else purchases' },
		{ name: 'Purchases', value: 'purchases', description: 'Rows with an amount of 0 are left out, negative ones are refunds' },
		{ name: 'Subscriptions', value: 'subscriptions', description: 'A row a subscription with its start and end, or a row a change of plan' },
		{ name: 'Visits', value: 'visits', description: 'Every row counts, whatever its amount' },
	],
	default: 'automatic',
} satisfies INodeProperties;

const SHOWN_FOR_PURCHASES = { show: { rowsAre: ['automatic', 'purchases', 'visits'] } };
const SHOWN_FOR_SUBSCRIPTIONS = { show: { rowsAre: ['subscriptions'] } };

export const customerColumnProperty = {
	displayName: 'Customer Column',
	name: 'customerColumn',
	type: 'string',
	requiresDataPath: 'single',
	default: '',
	placeholder: automaticPlaceholder,
	description: 'What tells customers apart. Leave empty to have it found by its usual name.',
} satisfies INodeProperties;

export const dateColumnProperty = {
	displayName: 'Date Column',
	name: 'dateColumn',
	type: 'string',
	requiresDataPath: 'single',
	default: '',
	placeholder: automaticPlaceholder,
	displayOptions: SHOWN_FOR_PURCHASES,
	description: 'When it happened. Leave empty to have it found by its usual name.',
} satisfies INodeProperties;

export const startColumnProperty = {
	displayName: 'Start Column',
	name: 'startColumn',
	type: 'string',
	requiresDataPath: 'single',
	default: '',
	placeholder: automaticPlaceholder,
	displayOptions: SHOWN_FOR_SUBSCRIPTIONS,
	description: 'When the subscription, or the plan, began. Leave empty to have it found by its usual name.',
} satisfies INodeProperties;

export const endColumnProperty = {
	displayName: 'End Column',
	name: 'endColumn',
	type: 'string',
	requiresDataPath: 'single',
	default: '',
	placeholder: automaticPlaceholder,
	displayOptions: SHOWN_FOR_SUBSCRIPTIONS,
	description: 'The day of leaving; blank while it runs. Leave empty to have it found by its usual name.',
} satisfies INodeProperties;

export const amountColumnProperty = {
	displayName: 'Amount Column',
	name: 'amountColumn',
	type: 'string',
	requiresDataPath: 'single',
	default: '',
	placeholder: automaticPlaceholder,
	description: 'What the customer paid, refunds negative; of a subscription its price. Leave empty to have it found; without amounts the figures about money are null.',
} satisfies INodeProperties;

export const churnWindowProperty = {
	displayName: 'Churn Window (Days)',
	name: 'churnWindow',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 180,
	displayOptions: SHOWN_FOR_PURCHASES,
	description:
		'After how many days without a purchase a customer has left; of subscriptions their end says it. A shop usually takes half a year to a year; losses of a period tell of purchases that many days before it.',
} satisfies INodeProperties;

export const groupByProperty = {
	displayName: 'Group By',
	name: 'groupBy',
	type: 'string',
	requiresDataPath: 'multiple',
	default: '',
	placeholder: 'e.g. country, plan',
	description: 'Columns to tell groups of customers apart by, such as industry, product or manager; separated by commas',
} satisfies INodeProperties;

/** Where rows come from and which columns they have: the same in every node that takes customers' rows. */
export const inputProperties: INodeProperties[] = [
	sourceProperty,
	rowsAreProperty,
	customerColumnProperty,
	dateColumnProperty,
	startColumnProperty,
	endColumnProperty,
	amountColumnProperty,
];

export const wholePopulationNotice = {
	displayName: 'All rows are taken together, so expressions in these fields are read once, at the first row',
	name: 'wholePopulationNotice',
	type: 'notice',
	default: '',
} satisfies INodeProperties;

export const asOfProperties = [
	{
		displayName: 'As Of',
		name: 'asOfMode',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'automatic',
				description: 'Today when the last row is at most 7 days old, else the day after the last row',
			},
			{ name: 'Day', value: 'day', description: 'A day you choose; nothing after it is read' },
		],
		default: 'automatic',
		description: 'Up to which day the rows are read',
	},
	{
		displayName: 'As Of Day',
		name: 'asOfDay',
		type: 'dateTime',
		default: '',
		displayOptions: { show: { asOfMode: ['day'] } },
		description: 'The last day that is read; it is not over, so losses count up to the day before',
	},
] satisfies INodeProperties[];

export const unusableRowsProperty = {
	displayName: 'When a Row Is Unusable',
	name: 'unusableRows',
	type: 'options',
	options: [
		{ name: 'Stop', value: 'stop', description: 'Stop and name the rows' },
		{ name: 'Leave Out', value: 'leaveOut', description: 'Go on without them and say how many there were' },
	],
	default: 'stop',
	description: 'What to do with a row whose customer, date or amount cannot be read',
} satisfies INodeProperties;

export const writingProperty = {
	displayName: 'How the Data Is Written',
	name: 'writing',
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	options: [
		{
			displayName: 'Amount Is',
			name: 'amountIs',
			type: 'options',
			options: [
				{ name: 'Automatic', value: 'automatic', description: 'Of each row; asked where rows of an order repeat one amount' },
				{ name: 'Of Each Row', value: 'perRow', description: 'The rows of an order are added' },
				{ name: 'Of the Whole Order', value: 'perOrder', description: 'Each row repeats the total of its order, which counts once' },
			],
			default: 'automatic',
		},
		{
			displayName: 'Amount Unit',
			name: 'amountUnit',
			type: 'options',
			options: [
				{ name: 'Automatic', value: 'automatic', description: 'Whole units, unless the column is called cents; asked where it looks like cents' },
				{ name: 'Smallest Coin (Cents)', value: 'minor', description: '1999 is 19.99; the yen has no cents, the dinar three decimals' },
				{ name: 'Whole Units', value: 'whole', description: '1999 is 1,999' },
			],
			default: 'automatic',
		},
		{
			displayName: 'Cancelled Rows',
			name: 'cancelledRows',
			type: 'options',
			options: [
				{ name: 'Leave Out', value: 'leaveOut' },
				{ name: 'Keep', value: 'keep' },
			],
			default: 'leaveOut',
			description: 'What to do with rows whose status says that nothing was bought in the end',
		},
		{
			displayName: 'Currency Column',
			name: 'currencyColumn',
			type: 'string',
			requiresDataPath: 'single',
			default: '',
			placeholder: automaticPlaceholder,
		},
		{
			displayName: 'Customer IDs Ending in .0',
			name: 'customerIds',
			type: 'options',
			options: [
				{ name: 'Keep as They Are', value: 'asGiven', description: '17850.0 and 17850 are two customers' },
				{ name: 'Read as Whole Numbers', value: 'dropTrailingZero', description: '17850.0 is 17850' },
			],
			default: 'asGiven',
		},
		{
			displayName: 'Date Format',
			name: 'dateFormat',
			type: 'options',
			options: dateFormatOptions,
			default: 'automatic',
		},
		{
			displayName: 'Decimal Mark',
			name: 'decimalMark',
			type: 'options',
			options: [
				{ name: 'Automatic', value: 'automatic', description: 'What can be read in one way only; 1,234 is asked about' },
				{ name: 'Comma', value: 'comma', description: '1.234,50' },
				{ name: 'Point', value: 'point', description: '1,234.50' },
			],
			default: 'automatic',
		},
		{
			displayName: 'Order Column',
			name: 'orderColumn',
			type: 'string',
			requiresDataPath: 'single',
			default: '',
			placeholder: automaticPlaceholder,
			description: 'The number of the order; lets repeated rows be told from separate purchases',
		},
		{
			displayName: 'Status Column',
			name: 'statusColumn',
			type: 'string',
			requiresDataPath: 'single',
			default: '',
			placeholder: automaticPlaceholder,
			description: 'What says that an order was cancelled or refunded',
		},
	],
} satisfies INodeProperties;

const WRITING_OF_ACTIVITY = ['amountIs', 'amountUnit', 'customerIds', 'dateFormat', 'decimalMark'];

/** What of it Customer Activity asks, and who folds purchases as it does. */
export const activityWriting = (...added: INodeProperties[]): INodeProperties => ({
	...writingProperty,
	options: [...writingProperty.options.filter(({ name }) => WRITING_OF_ACTIVITY.includes(name)), ...added],
});
