import type { INodeProperties } from 'n8n-workflow';
import { locales } from '../../domain/signs/locales';
import { combinations } from '../../domain/signs/risk';
import { inputProperty, keepColumnsProperty, purchaseAsOfProperties, purchaseColumnProperties, purchaseWritingProperty } from '../shared/activityInput';
import { unusableRowsProperty, wholePopulationNotice } from '../shared/commonProperties';
import { languageProperty } from '../shared/registries';
import { sharesProperty, weightsProperty } from './weights';

const baseProperty = {
	displayName: 'Base Churn Rate (%)',
	name: 'baseRate',
	type: 'number',
	typeOptions: { minValue: 0.01, maxValue: 99 },
	default: 5,
	description: 'What share of your customers leaves in a month, as Churn Rate says. The risk of somebody as usual as everybody is about that.',
} satisfies INodeProperties;

const boundsProperties = [
	{
		displayName: 'Levels',
		name: 'levels',
		type: 'options',
		options: [
			{ name: 'Automatic', value: 'automatic', description: 'Watch from twice, At Risk from five times the odds of the base: from 9.5 and 20.8 at 5 %. By average, from 25 and 50.' },
			{ name: 'My Own Bounds', value: 'own' },
		],
		default: 'automatic',
		description: 'From which risk on somebody is on watch or at risk',
	},
	{
		displayName: 'Watch From',
		name: 'watchFrom',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
		default: 10,
		displayOptions: { show: { levels: ['own'] } },
		description: 'A risk from 0 to 100',
	},
	{
		displayName: 'At Risk From',
		name: 'atRiskFrom',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
		default: 25,
		displayOptions: { show: { levels: ['own'] } },
		description: 'A risk from 0 to 100',
	},
] satisfies INodeProperties[];

const goneProperty = {
	displayName: 'Gone After (Days)',
	name: 'goneAfterDays',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 180,
	description: 'Somebody without a subscription who has neither bought, used nor paid for anything for so long, and longer than their own rhythm explains, has left already and is not listed',
} satisfies INodeProperties;

const sendProperties = [
	{
		displayName: 'Send',
		name: 'send',
		type: 'options',
		options: [
			{ name: 'Changes Only', value: 'changes', description: 'Those whose level changed since the previous run' },
			{ name: 'Everybody', value: 'everybody', description: 'Every customer who has not left, by level' },
		],
		default: 'changes',
	},
	{
		displayName: 'Most Alerts per Run',
		name: 'mostAlerts',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 50,
		description: 'The most urgent come first, by risk × value; the others are held back for the next runs. 0 for no limit.',
	},
] satisfies INodeProperties[];

const combinationProperty = {
	displayName: 'Combine Signs By',
	name: 'combination',
	type: 'options',
	options: Object.entries(combinations).map(([value, { title: name, description }]) => ({ name, value, description })),
	default: 'odds',
	description: 'How the signs become one index of risk',
} satisfies INodeProperties;

const COLUMN = { type: 'string', requiresDataPath: 'single', default: '', placeholder: 'Drag a column here' } as const;

const scaleProperty = {
	displayName: 'Satisfaction Scale',
	name: 'satisfactionScale',
	type: 'options',
	options: [
		{ name: '0 to 1', value: '1', description: 'Content or not, as Zendesk has it' },
		{ name: '0 to 10', value: '10' },
		{ name: '0 to 100', value: '100' },
		{ name: '1 to 5', value: '5', description: 'Stars' },
		{ name: 'Automatic', value: 'automatic', description: 'That of the highest score among these customers' },
	],
	default: 'automatic',
	description: 'Of the scores that say how content somebody is; 0 to 10 for recommending us is told from it',
} satisfies INodeProperties;

const namedColumnsProperty = {
	displayName: 'Columns of Your Own',
	name: 'namedColumns',
	type: 'collection',
	placeholder: 'Add Column',
	default: {},
	description: 'What no stream tells; Customer Activity passes such columns on under Keep Columns or Customer Columns',
	options: [
		{ ...COLUMN, displayName: 'Bonuses', name: 'bonuses', description: 'How many bonuses or points the customer has' },
		{ ...COLUMN, displayName: 'Bonuses Lapse On', name: 'bonusesLapseOn' },
		{ ...COLUMN, displayName: 'Cancelled On', name: 'cancelledOn', description: 'The day on which the customer said that they leave; empty for everybody else' },
		{ ...COLUMN, displayName: 'Price Rises On', name: 'priceRisesOn' },
		{ ...COLUMN, displayName: 'Texts', name: 'texts', requiresDataPath: 'multiple', description: 'Columns with what the customer wrote of late, such as an answer to "why?"; read for words of leaving' },
		{ ...COLUMN, displayName: 'Value per Year', name: 'value', description: 'What the customer brings in a year; goes before what purchases and subscriptions say' },
	],
} satisfies INodeProperties;

const alertsProperty = {
	displayName: 'Quiet Alerts',
	name: 'alerts',
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	options: [
		{
			displayName: 'Confirm After Runs',
			name: 'confirmAfterRuns',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: 1,
			description: 'In how many runs of different days a change must be met before it is told; one who says that they leave is told at once',
		},
		{
			displayName: 'Cool-Down (Days)',
			name: 'coolDownDays',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			default: 7,
			description: 'For how long after an alert the same customer gives no other, unless they say that they leave',
		},
		{
			displayName: 'Hysteresis (%)',
			name: 'hysteresis',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 99, numberPrecision: 1 },
			default: 20,
			description: 'How far below a bound the risk must fall before the level is left, so that one that wavers does not ring every morning',
		},
	],
} satisfies INodeProperties;

/** Everything the node asks, in the order in which a person thinks of it. */
export const properties: INodeProperties[] = [
	inputProperty('An item a customer, as the node Customer Activity gives it', 'Orders, invoices or visits, an item each; only an overdue order can be seen in them'),
	...purchaseColumnProperties,
	sendProperties[0],
	baseProperty,
	...boundsProperties,
	goneProperty,
	sendProperties[1],
	languageProperty(locales, 'Language of summary, explanation and action'),
	...purchaseAsOfProperties,
	unusableRowsProperty,
	scaleProperty,
	combinationProperty,
	weightsProperty,
	sharesProperty,
	namedColumnsProperty,
	alertsProperty,
	keepColumnsProperty('the columns that Customer Activity kept'),
	purchaseWritingProperty(),
	wholePopulationNotice,
];
