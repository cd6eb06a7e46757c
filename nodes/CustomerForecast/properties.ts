import type { INodeProperties } from 'n8n-workflow';
import { modelIds, models } from '../../domain/purchases/models';
import { inputProperty, keepColumnsProperty, purchaseAsOfProperties, purchaseColumnProperties, purchaseWritingProperty } from '../shared/activityInput';
import { unusableRowsProperty, wholePopulationNotice } from '../shared/commonProperties';
import { segmentsProperty } from './segmentsProperty';

const horizonProperty = {
	displayName: 'Horizon (Days)',
	name: 'horizonDays',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 1826, numberPrecision: 0 },
	default: 90,
	description: 'For how many days ahead: chance, purchases and money are within them',
} satisfies INodeProperties;

const marginProperty = {
	displayName: 'Margin (%)',
	name: 'marginPercent',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 2 },
	default: 0,
	description: 'What part of what customers spend you earn. 0 to take it from the rows, where they name a margin or a cost.',
} satisfies INodeProperties;

const discountProperty = {
	displayName: 'Discount per Year (%)',
	name: 'yearlyDiscount',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 2 },
	default: 0,
	description: 'How much less money is worth to you a year later; only the value is discounted',
} satisfies INodeProperties;

const modelProperty = {
	displayName: 'Model',
	name: 'model',
	type: 'options',
	options: [
		{ name: 'Automatic', value: 'automatic', description: 'The one that would have told best, on your own customers of the past, who buys; days since the last purchase where nothing is surely better' },
		...modelIds.map((id) => ({ name: models[id].title, value: id, description: `${models[id].name}: ${models[id].idea}` })).sort((one, other) => (one.name < other.name ? -1 : 1)),
	],
	default: 'automatic',
	description: 'What the forecast is made by; the output Evidence says how well each did',
} satisfies INodeProperties;

const lapsedProperty = {
	displayName: 'Lapsed After (Days)',
	name: 'lapsedAfterDays',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 90,
	description: 'After how many silent days a customer counts as lapsed in the output Evidence, which tells of them apart; moves no forecast',
} satisfies INodeProperties;

/** Everything the node asks, in the order in which a person thinks of it. */
export const properties: INodeProperties[] = [
	inputProperty('An item a customer, as the node Customer Activity gives it; switch on its option History', 'Orders or invoices, an item each'),
	...purchaseColumnProperties,
	horizonProperty,
	marginProperty,
	discountProperty,
	modelProperty,
	...purchaseAsOfProperties,
	unusableRowsProperty,
	segmentsProperty,
	lapsedProperty,
	keepColumnsProperty('the fields of Customer Activity'),
	purchaseWritingProperty(),
	wholePopulationNotice,
];
