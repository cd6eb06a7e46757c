/** Which columns of each stream hold what, where they are not found by themselves. */
import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { contactSources, customerSources, paymentSources, purchaseSources, subscriptionSources, ticketSources, usageSources } from '../../boundary/sources';
import type { ActivityStreamId } from '../../domain/activity/customerActivity';
import { activityStreamIds, activityStreams } from '../../domain/activity/customerActivity';
import { automaticPlaceholder } from '../shared/commonProperties';

interface Source {
	readonly id: string;
	readonly title: string;
	readonly description: string;
}

const sourcesOf: Readonly<Record<ActivityStreamId, readonly Source[]>> = {
	purchases: purchaseSources,
	subscriptions: subscriptionSources,
	payments: paymentSources,
	tickets: ticketSources,
	contacts: contactSources,
	usage: usageSources,
	customers: customerSources,
};

/** The columns that can be chosen, by role, as a person calls them. */
const columnsOf: Readonly<Record<ActivityStreamId, Readonly<Record<string, string>>>> = {
	purchases: { customer: 'Customer Column', date: 'Date Column', amount: 'Amount Column', order: 'Order Column', currency: 'Currency Column', status: 'Status Column' },
	subscriptions: { customer: 'Customer Column', start: 'Start Column', end: 'End Column', plan: 'Plan Column', amount: 'Amount Column', interval: 'Interval Column', status: 'Status Column', reason: 'Reason Column', trialEnd: 'Trial End Column' },
	payments: { customer: 'Customer Column', date: 'Date Column', due: 'Due Column', paidAt: 'Paid On Column', amount: 'Amount Column', paidAmount: 'Amount Paid Column', state: 'Status Column' },
	tickets: { customer: 'Customer Column', date: 'Date Column', closedAt: 'Closed On Column', answeredAt: 'Answered On Column', topic: 'Topic Column', complaint: 'Complaint Column', satisfaction: 'Satisfaction Column', nps: 'NPS Column', text: 'Text Column' },
	contacts: { customer: 'Customer Column', date: 'Date Column', startedByCustomer: 'Direction Column', person: 'Contact Person Column', text: 'Text Column' },
	usage: { customer: 'Customer Column', date: 'Date Column', count: 'Count Column', feature: 'Feature Column' },
	customers: { customer: 'Customer Column', since: 'Customer Since Column' },
};

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
			...sourcesOf[id].map(({ id: value, title, description }) => ({ name: title, value, description })),
		],
		default: 'automatic',
		description: 'Where the rows come from; says which columns hold what and which rows do not count',
	};
}

const byName = (one: INodeProperties, other: INodeProperties) => Number(one.displayName > other.displayName) - Number(one.displayName < other.displayName);

const streamProperty = (id: ActivityStreamId): INodeProperties => ({
	displayName: `${activityStreams[id].title}: Source and Columns`,
	name: nameOf(id),
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	displayOptions: { show: { streams: [id] } },
	description: 'Only where they are not found automatically; the hint below the output says which were taken',
	options: [...Object.entries(columnsOf[id]).map(columnProperty), sourceProperty(id)].sort(byName),
});

export const columnProperties: readonly INodeProperties[] = activityStreamIds.map(streamProperty);

const chosenOf = (id: ActivityStreamId) =>
	z
		.object({ source: z.enum(['automatic', ...sourcesOf[id].map((source) => source.id)]).default('automatic') })
		.catchall(z.string().trim())
		.prefault({});

type Chosen = z.infer<ReturnType<typeof chosenOf>>;

/** By stream, what the user chose. */
export const columnParameters: Record<string, ReturnType<typeof chosenOf>> = Object.fromEntries(activityStreamIds.map((id) => [nameOf(id), chosenOf(id)]));

/** What the user chose of a stream. */
export function chosenFor(id: ActivityStreamId, parameters: Readonly<Record<string, unknown>>): { readonly source: string; readonly columns: Readonly<Record<string, string>> } {
	const { source, ...columns } = parameters[nameOf(id)] as Chosen;
	return { source, columns };
}
