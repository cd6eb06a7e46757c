import type { INodeProperties } from 'n8n-workflow';
import { activityWriting, asOfProperties, unusableRowsProperty, wholePopulationNotice } from '../shared/commonProperties';
import { columnProperties } from './columns';
import { streamsProperty } from './streams';

const matchProperty = {
	displayName: 'Match Customers By',
	name: 'matchBy',
	type: 'options',
	options: [
		{ name: 'Automatic', value: 'automatic', description: 'Customer ID where the streams have the same, else e-mail; a hint says which' },
		{ name: 'Customer ID', value: 'id', description: 'What the customer columns hold; the stream Aliases says which IDs are the same' },
		{ name: 'E-Mail', value: 'email', description: 'In small letters, without spaces; a row without one keeps its own ID' },
		{ name: 'Phone', value: 'phone', description: 'As the world writes them; say under "How the Data Is Written" where numbers without a code are from' },
	],
	default: 'automatic',
	description: 'How the streams recognise the same customer; nobody is lost, and nobody is merged in silence',
} satisfies INodeProperties;

const windowProperties = [
	{
		displayName: 'Recent (Days)',
		name: 'recentDays',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 30,
		description: 'The last days up to As Of, which are compared with what is usual for the customer',
	},
	{
		displayName: 'Usual (Days)',
		name: 'usualDays',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 180,
		description: 'The days before the recent ones, which say what is usual for the customer',
	},
] satisfies INodeProperties[];

const customerColumnsProperty = {
	displayName: 'Customer Columns',
	name: 'customerColumns',
	type: 'string',
	requiresDataPath: 'multiple',
	default: '',
	placeholder: 'e.g. segment, industry',
	displayOptions: { show: { streams: ['customers'] } },
	description: 'Columns of the stream Customers that the item tells, marked as undated: they say how it is now, also where As Of lies in the past',
} satisfies INodeProperties;

const aliasColumnsProperty = {
	displayName: 'Alias Columns',
	name: 'aliasColumns',
	type: 'string',
	requiresDataPath: 'multiple',
	default: '',
	placeholder: 'e.g. crm_id, stripe_id, email',
	displayOptions: { show: { streams: ['aliases', 'customers'] } },
	description: 'Columns of the stream Aliases, else of Customers, that name the same customer; matched by ID the first is the name in the output. Leave empty to have them found in Aliases.',
} satisfies INodeProperties;

const keepColumnsProperty = {
	displayName: 'Keep Columns',
	name: 'keepColumns',
	type: 'string',
	requiresDataPath: 'multiple',
	default: '',
	placeholder: 'e.g. city, segment',
	description: 'Columns of any stream to pass on with each customer, besides e-mail, phone, name, owner, language, zone and consent',
} satisfies INodeProperties;

const PHONE_COUNTRY = {
	displayName: 'Phone Country',
	name: 'phoneCountry',
	type: 'string',
	default: '',
	placeholder: 'e.g. UA',
	description: 'Where phone numbers without a country code are from, in two letters; empty reads only numbers with a code',
} satisfies INodeProperties;

const optionsProperty = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Flatten',
			name: 'flatten',
			type: 'boolean',
			default: false,
			description: 'Whether to give one row of plain columns, such as purchasesLastOn, for sheets and databases',
		},
		{
			displayName: 'History',
			name: 'history',
			type: 'boolean',
			default: false,
			description: 'Whether to give every purchase day and what it brought',
		},
	],
} satisfies INodeProperties;

/** Everything the node asks, in the order in which a person thinks of it. */
export const properties: INodeProperties[] = [
	streamsProperty,
	matchProperty,
	...columnProperties,
	aliasColumnsProperty,
	customerColumnsProperty,
	keepColumnsProperty,
	...windowProperties,
	...asOfProperties,
	unusableRowsProperty,
	activityWriting(PHONE_COUNTRY),
	optionsProperty,
	wholePopulationNotice,
];
