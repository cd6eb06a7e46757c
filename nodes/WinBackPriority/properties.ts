import type { INodeProperties } from 'n8n-workflow';
import { locales } from '../../domain/winback/locales';
import { inputProperty, keepColumnsProperty, purchaseAsOfProperties, purchaseColumnProperties, purchaseWritingProperty } from '../shared/activityInput';
import { unusableRowsProperty, wholePopulationNotice } from '../shared/commonProperties';
import { languageProperty } from '../shared/registries';
import { channelsProperty, figuresProperties, oddsFactorsProperty, rulesProperty, worthTimesProperty } from './figures';

const whole = (minValue: number, maxValue?: number) => ({ minValue, numberPrecision: 0, ...(maxValue === undefined ? {} : { maxValue }) });
const COLUMN = { type: 'string', requiresDataPath: 'single', default: '', placeholder: 'Drag a column here' } as const;

const firstProperties = [
	{
		displayName: 'Lapsed Are',
		name: 'lapsedAre',
		type: 'options',
		options: [
			{ name: 'On the Input Lapsed', value: 'listed', description: 'Those whom a list of yours names, by their ID, e-mail address or phone number; nobody where it is empty' },
			{ name: 'Silent for Long', value: 'silent', description: 'Whoever has bought nothing for long and has no subscription' },
		],
		default: 'silent',
		description: 'Who is looked at',
	},
	{
		displayName: 'Lapsed After (Days)',
		name: 'lapsedAfterDays',
		type: 'number',
		typeOptions: whole(1),
		default: 90,
		displayOptions: { show: { lapsedAre: ['silent'] } },
		description: 'Whoever has bought nothing for longer is looked at',
	},
	{
		displayName: 'Calls per Run',
		name: 'calls',
		type: 'number',
		typeOptions: whole(0),
		default: 25,
		description: 'How many calls your people can make until the next run: as many customers at most are on First',
	},
	{
		displayName: 'Budget per Run',
		name: 'budget',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0,
		description: 'What contacts and offers of a run may cost together. 0 for no limit: whatever adds money is done.',
	},
	{
		displayName: 'Margin (%)',
		name: 'marginPercent',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 2 },
		default: 0,
		description: 'What part of what customers spend you earn. 0 to take it from the rows, or from Customer Forecast, where they say it; else 30% is assumed.',
	},
] satisfies INodeProperties[];

const offerProperty = {
	displayName: 'Offer per Return',
	name: 'offer',
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 2 },
	default: 0,
	description: 'What you give to whoever was reached and returns, such as a voucher; also to those who would have come anyway',
} satisfies INodeProperties;

const horizonProperty = {
	displayName: 'Horizon (Days)',
	name: 'horizonDays',
	type: 'number',
	typeOptions: whole(1, 1826),
	default: 90,
	description: 'Within how many days a return counts. Items of Customer Forecast bring their own.',
} satisfies INodeProperties;

const campaignProperties = [
	{
		displayName: 'Campaign',
		name: 'campaign',
		type: 'string',
		default: 'win-back',
		description: 'A name of your own. Within a campaign a customer gets one attempt for each silence, and the same customers are held out in every run.',
	},
	{
		displayName: 'Hold-Out (%)',
		name: 'holdoutPercent',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 90, numberPrecision: 1 },
		default: 10,
		description: 'How many of those worth a contact are left alone on purpose, so that next month shows what the campaign brought',
	},
	{
		displayName: 'Skip if Contacted Within (Days)',
		name: 'skipDays',
		type: 'number',
		typeOptions: whole(0),
		default: 30,
		description: 'Whoever was in touch with you less than so many days ago is left in peace; 0 for nobody',
	},
] satisfies INodeProperties[];

const consentProperty = {
	displayName: 'Contact',
	name: 'contactWhom',
	type: 'options',
	options: [
		{ name: 'All Who Did Not Object', value: 'unlessObjected' },
		{ name: 'Only Those Who Agreed', value: 'onlyWithConsent', description: 'Whoever did not say that they agree is left alone' },
	],
	default: 'unlessObjected',
	description: 'Who may be contacted. Whoever objected never is, nor scored.',
} satisfies INodeProperties;

const managersProperty = {
	displayName: 'Managers',
	name: 'managers',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Manager',
	default: {},
	description: 'Who calls. The best ones get the best customers, and nobody one whom they handled before.',
	options: [
		{
			displayName: 'Manager',
			name: 'values',
			values: [
				{ displayName: 'Name', name: 'name', type: 'string', default: '', placeholder: 'e.g. Olena', description: 'As the column of the owner writes it' },
				{ displayName: 'Calls per Run', name: 'calls', type: 'number', typeOptions: whole(0), default: 10, description: 'How many calls they can make until the next run' },
				{ displayName: 'Called', name: 'called', type: 'number', typeOptions: whole(0), default: 0, description: 'How many customers they called so far; 0 where you do not know' },
				{ displayName: 'Won Back', name: 'wonBack', type: 'number', typeOptions: whole(0), default: 0, description: 'How many of those came back' },
			],
		},
	],
} satisfies INodeProperties;

const firstPurchaseProperty = {
	displayName: 'Chance of a First Purchase (%)',
	name: 'firstPurchasePercent',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 99, numberPrecision: 2 },
	default: 0,
	description: 'How many of those who only tried or asked buy within the horizon by themselves. 0 where you do not know: they are then on Not Worth It, as an audience of their own.',
} satisfies INodeProperties;

const currenciesProperty = {
	displayName: 'Worth of Currencies',
	name: 'worthOfCurrencies',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Currency',
	default: {},
	description: 'Only where your customers pay in several: what one unit is worth in the currency of most customers, in which all money here is',
	options: [
		{
			displayName: 'Currency',
			name: 'values',
			values: [
				{ displayName: 'Currency', name: 'currency', type: 'string', default: '', placeholder: 'e.g. UAH', description: 'As the rows name it' },
				{ displayName: 'Worth', name: 'worth', type: 'number', typeOptions: { minValue: 0, numberPrecision: 8 }, default: 1, description: 'What one unit of it is worth in the currency of most customers' },
			],
		},
	],
} satisfies INodeProperties;

const columnsProperty = {
	displayName: 'Columns of Your Own',
	name: 'columns',
	type: 'collection',
	placeholder: 'Add Column',
	default: {},
	description: 'Where the items say it under another name, and what no stream tells; Customer Activity passes such columns on under Keep Columns',
	options: [
		{ ...COLUMN, displayName: 'Big Name', name: 'isBigName', description: 'Yes where their business advertises yours' },
		{ ...COLUMN, displayName: 'Consent', name: 'consent' },
		{ ...COLUMN, displayName: 'E-Mail', name: 'email' },
		{ ...COLUMN, displayName: 'Last Contacted On', name: 'lastContactedOn', description: 'Besides the stream of contacts and the input Contacted Before' },
		{ ...COLUMN, displayName: 'Messenger', name: 'messenger', description: 'A name such as @anna, a number or a link' },
		{ ...COLUMN, displayName: 'Owner', name: 'owner', description: 'Who handled the customer before; never calls again' },
		{ ...COLUMN, displayName: 'Phone', name: 'phone' },
		{ ...COLUMN, displayName: 'Time Zone', name: 'zone', description: 'Such as Europe/Kyiv; quiet hours go by it' },
		{ ...COLUMN, displayName: 'Toxic', name: 'isToxic', description: 'Yes for those you do not want back' },
		{ ...COLUMN, displayName: 'Wholesale', name: 'isWholesale', description: 'Yes for wholesale customers' },
		{ ...COLUMN, displayName: 'Why They Left', name: 'reason', description: 'A code, or their own words in English, Ukrainian, Russian or Persian; goes before the reason of a subscription' },
	],
} satisfies INodeProperties;

const phoneCountryProperty = {
	displayName: 'Phone Country',
	name: 'phoneCountry',
	type: 'string',
	default: '',
	placeholder: 'e.g. UA',
	description: 'Where phone numbers without a country code are from, in two letters; empty calls only numbers with a code',
} satisfies INodeProperties;

const quietHoursProperty = {
	displayName: 'Quiet Hours',
	name: 'quietHours',
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	description: 'Nobody is contacted outside 8:00 to 21:00 in their own zone; a contact is put off, never dropped',
	options: [
		{ displayName: 'From (Hour)', name: 'earliestHour', type: 'number', typeOptions: whole(0, 23), default: 8 },
		{ displayName: 'Not Before', name: 'notBefore', type: 'dateTime', default: '', description: 'The first moment of the campaign; empty for now' },
		{ displayName: 'Until (Hour)', name: 'latestHour', type: 'number', typeOptions: whole(1, 24), default: 21 },
	],
} satisfies INodeProperties;

/** Everything the node asks, in the order in which a person thinks of it. */
export const properties: INodeProperties[] = [
	inputProperty('An item a customer, as Customer Forecast or Customer Activity gives it', 'Orders or invoices, an item each; the node then forecasts by itself'),
	...purchaseColumnProperties,
	...firstProperties,
	channelsProperty,
	offerProperty,
	...campaignProperties,
	languageProperty(locales, 'Language of summary and reasons'),
	managersProperty,
	...figuresProperties,
	oddsFactorsProperty,
	rulesProperty,
	worthTimesProperty,
	firstPurchaseProperty,
	consentProperty,
	horizonProperty,
	...purchaseAsOfProperties,
	unusableRowsProperty,
	columnsProperty,
	phoneCountryProperty,
	quietHoursProperty,
	currenciesProperty,
	keepColumnsProperty('columns that stand beside the fields of Customer Activity'),
	purchaseWritingProperty(),
	wholePopulationNotice,
];
