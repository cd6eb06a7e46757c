/** Items of Customer Activity, or purchases that the node folds itself: how nodes that take either ask for them. */
import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { ActivitySettings } from '../../boundary/activity/readActivity';
import type { InputKind } from '../../boundary/activityItems/activityRows';
import type { AsOfSetting } from '../../boundary/reading/asOf';
import type { Zone } from '../../domain/time';
import { activityWriting, amountColumnProperty, asOfProperties, customerColumnProperty, dateColumnProperty } from './commonProperties';
import { columnList, writingShape } from './parameters';

/** What the input is; the descriptions say what the node can do with either. */
export const inputProperty = (ofActivity: string, fromPurchases: string): INodeProperties => ({
	displayName: 'Input Is',
	name: 'inputIs',
	type: 'options',
	options: [
		{ name: 'Automatic', value: 'automatic', description: 'Items of Customer Activity where they are, else purchases' },
		{ name: 'Customer Activity', value: 'activity', description: ofActivity },
		{ name: 'Purchases', value: 'purchases', description: fromPurchases },
	],
	default: 'automatic',
});

const ofPurchases = (property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { show: { ...property.displayOptions?.show, inputIs: ['purchases'] } },
});

/** Other nodes show a column by "Rows Are", which these do not ask. */
export const purchaseColumnProperties: INodeProperties[] = [customerColumnProperty, dateColumnProperty, amountColumnProperty].map((property) => ofPurchases({ ...property, displayOptions: {} }));
export const purchaseAsOfProperties: INodeProperties[] = asOfProperties.map(ofPurchases);
export const purchaseWritingProperty = (): INodeProperties => ofPurchases(activityWriting());

export const keepColumnsProperty = (besides: string): INodeProperties => ({
	displayName: 'Keep Columns',
	name: 'keepColumns',
	type: 'string',
	requiresDataPath: 'multiple',
	default: '',
	placeholder: 'e.g. customers.segment',
	description: `Columns of the input to pass on with each customer, besides contact details and ${besides}`,
});

const column = z.string().trim().default('');
const { amountIs, amountUnit, customerIds, dateFormat, decimalMark } = writingShape;

export const activityInputParameters = {
	inputIs: z.enum(['automatic', 'activity', 'purchases'] satisfies InputKind[]).default('automatic'),
	customerColumn: column,
	dateColumn: column,
	amountColumn: column,
	keepColumns: columnList.default([]),
	writing: z.object({ amountIs, amountUnit, customerIds, dateFormat, decimalMark }).prefault({}),
};

type Chosen = z.infer<z.ZodObject<typeof activityInputParameters>>;

/** How the input is to be read; purchases are folded as Customer Activity does with its defaults. */
export const activityInputSettings = (time: { readonly zone: Zone; readonly asOf: AsOfSetting }, { inputIs, customerColumn, dateColumn, amountColumn, keepColumns, writing }: Chosen) => ({
	zone: time.zone,
	inputIs,
	purchaseColumns: { customer: customerColumn, date: dateColumn, amount: amountColumn },
	keepColumns,
	activity: {
		...time,
		dateFormat: writing.dateFormat,
		decimalMark: writing.decimalMark,
		amountUnit: writing.amountUnit,
		amountIs: writing.amountIs,
		dropsTrailingZero: writing.customerIds === 'dropTrailingZero',
		withHistory: false,
		customerColumns: [],
		match: 'automatic',
		phoneCountry: '',
		aliases: null,
		customerAliases: [],
		recentDays: 30,
		usualDays: 180,
		keepColumns: [],
	} satisfies ActivitySettings,
});
