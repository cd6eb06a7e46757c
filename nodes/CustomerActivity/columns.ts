/** Which columns of each stream hold what, where they are not found by themselves. */
import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { StreamInput } from '../../boundary/activity/connection';
import { sourcesOfStream } from '../../boundary/activity/streamSources';
import type { ActivityStreamId } from '../../domain/activity/customerActivity';
import { activityStreamIds, activityStreams } from '../../domain/activity/customerActivity';
import { amountColumnProperty, automaticPlaceholder, customerColumnProperty, dateColumnProperty } from '../shared/commonProperties';
import { subscriptionsShape } from '../shared/parameters';
import { subscriptionsProperty } from '../shared/subscriptionsProperty';
import { byName } from '../shared/registries';

/** Who a row is about, and how to reach them: of every stream. */
const WHO = { customer: 'Customer Column', email: 'E-Mail Column', phone: 'Phone Column' };

/** The columns that can be chosen, by role, as a person calls them. */
const columnsOf: Readonly<Record<ActivityStreamId, Readonly<Record<string, string>>>> = {
	purchases: {
		customer: 'Customer Column', date: 'Date Column', amount: 'Amount Column', email: WHO.email, phone: WHO.phone, order: 'Order Column', currency: 'Currency Column', status: 'Status Column',
		promotion: 'Promotion Column', instalments: 'Instalments Column', cost: 'Cost Column', margin: 'Margin Column', category: 'Category Column', channel: 'Channel Column',
	},
	subscriptions: { ...WHO, start: 'Start Column', end: 'End Column', plan: 'Plan Column', amount: 'Amount Column', currency: 'Currency Column', interval: 'Interval Column', status: 'Status Column', reason: 'Reason Column', trialEnd: 'Trial End Column' },
	payments: { ...WHO, date: 'Date Column', due: 'Due Column', paidAt: 'Paid On Column', amount: 'Amount Column', paidAmount: 'Amount Paid Column', currency: 'Currency Column', state: 'Status Column', attempts: 'Attempts Column', method: 'Method Column', cardExpiresAt: 'Card Expires Column' },
	tickets: { ...WHO, date: 'Date Column', closedAt: 'Closed On Column', answeredAt: 'Answered On Column', state: 'Status Column', topic: 'Topic Column', complaint: 'Complaint Column', satisfaction: 'Satisfaction Column', nps: 'NPS Column', scoredAt: 'Scored On Column', text: 'Text Column' },
	contacts: { ...WHO, date: 'Date Column', startedByCustomer: 'Direction Column', person: 'Contact Person Column', text: 'Text Column' },
	usage: { ...WHO, date: 'Date Column', count: 'Count Column', feature: 'Feature Column' },
	customers: { ...WHO, since: 'Customer Since Column' },
};

/** What stands on the canvas by itself: of purchases, the stream that is there at first, and that most flows have alone. */
const IN_SIGHT: Readonly<Record<string, INodeProperties>> = { customer: customerColumnProperty, date: dateColumnProperty, amount: amountColumnProperty };

const nameOf = (id: ActivityStreamId): string => `${id}Columns`;

const columnProperty = ([name, displayName]: [string, string]): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	requiresDataPath: 'single',
	default: '',
	placeholder: automaticPlaceholder,
});

function sourceProperty(id: ActivityStreamId): INodeProperties {
	return {
		displayName: 'Source',
		name: 'source',
		type: 'options',
		options: [
			{ name: 'Automatic', value: 'automatic', description: 'Recognise the rows by their columns' },
			...sourcesOfStream[id].map(({ id: value, title, description }) => ({ name: title, value, description })),
		],
		default: 'automatic',
		description: 'Where the rows come from; says which columns hold what and which rows do not count',
	};
}

const isInSight = (id: ActivityStreamId, role: string): boolean => id === 'purchases' && role in IN_SIGHT;

const [priceIsForProperty]: readonly INodeProperties[] = subscriptionsProperty.options.filter(({ name }) => name === 'priceIsFor');


const streamProperty = (id: ActivityStreamId): INodeProperties => ({
	displayName: `${activityStreams[id].title}: Source and Columns`,
	name: nameOf(id),
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	displayOptions: { show: { streams: [id] } },
	description: 'Only where they are not found automatically; the hint below the output says which were taken',
	options: [...Object.entries(columnsOf[id]).filter(([role]) => !isInSight(id, role)).map(columnProperty), ...(id === 'subscriptions' ? [priceIsForProperty] : []), sourceProperty(id)].sort(byName),
});

/** The columns of purchases that stand by themselves, then a collection for each stream. */
export const columnProperties: readonly INodeProperties[] = [
	...Object.values(IN_SIGHT).map((property): INodeProperties => ({ ...property, displayOptions: { show: { streams: ['purchases'] } } })),
	...activityStreamIds.map(streamProperty),
];

const { priceIsFor } = subscriptionsShape;
const chosenOf = (id: ActivityStreamId) =>
	z
		.object({ source: z.enum(['automatic', ...sourcesOfStream[id].map((source) => source.id)]).default('automatic'), priceIsFor })
		.catchall(z.string().trim())
		.prefault({});

type Chosen = z.infer<ReturnType<typeof chosenOf>>;

const column = z.string().trim().default('');

/** The parameters of the columns in sight. */
export const columnsInSightParameters = { customerColumn: column, dateColumn: column, amountColumn: column };

/** By name of the parameter, what the user chose of a stream. */
export const columnParameters: Record<string, ReturnType<typeof chosenOf>> = Object.fromEntries(activityStreamIds.map((id) => [nameOf(id), chosenOf(id)]));

type ColumnsInSight = z.infer<z.ZodObject<typeof columnsInSightParameters>>;

/** What the user chose of a stream. */
export function chosenFor(id: ActivityStreamId, parameters: ColumnsInSight & Readonly<Record<string, unknown>>): Pick<StreamInput, 'source' | 'columns' | 'priceIsFor'> {
	const { source, priceIsFor: interval, ...columns } = parameters[nameOf(id)] as Chosen;
	const { customerColumn: customer, dateColumn: date, amountColumn: amount } = parameters;
	return { source, columns: id === 'purchases' ? { ...columns, customer, date, amount } : columns, priceIsFor: interval };
}
