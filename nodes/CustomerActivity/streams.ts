/** The inputs of the node: one for each stream that is chosen, in the order in which they were chosen. */
import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { ActivityStreamId } from '../../domain/activity/customerActivity';
import { activityStreamIds, activityStreams } from '../../domain/activity/customerActivity';

export const ALIASES = 'aliases';

/** A stream, or the rows that say which ids are the same customer. */
export type InputId = ActivityStreamId | typeof ALIASES;

const inputIds: readonly InputId[] = [...activityStreamIds, ALIASES];
const titleOf = (id: InputId): string => (id === ALIASES ? 'Aliases' : activityStreams[id].title);

const descriptions: Readonly<Record<InputId, string>> = {
	purchases: 'Orders, invoices or visits, an item each, or their lines',
	subscriptions: 'A row a subscription with its start and end, or a row a change of plan',
	payments: 'Invoices and attempts to charge, paid and open ones',
	tickets: 'Requests, complaints and answers to surveys',
	contacts: 'Calls, meetings and messages, a row each',
	usage: 'What customers did in the product, a row an event or a day',
	customers: 'What is known of each customer now: contact details, segment, owner',
	aliases: 'Rows that say which ids, e-mail addresses and phone numbers are the same customer',
};

export const streamsProperty = {
	displayName: 'Streams',
	name: 'streams',
	type: 'multiOptions',
	options: inputIds.map((value) => ({ name: titleOf(value), value, description: descriptions[value] })),
	default: ['purchases'],
	noDataExpression: true,
	description: 'What is known of customers; each is an input of its own, in the order in which you choose them. No Merge is needed.',
} satisfies INodeProperties;

export const streamsParameter = {
	streams: z
		.array(z.enum(inputIds as [InputId, ...InputId[]]))
		.transform((ids) => [...new Set(ids)])
		.pipe(z.array(z.enum(inputIds as [InputId, ...InputId[]])).min(1, 'expected at least one stream'))
		.default(['purchases']),
};

/** The inputs as n8n draws them. An expression, since they follow the parameter; n8n computes it by itself, so it must not lean on anything. */
export const inputsExpression = `={{ $parameter["streams"].map((stream) => ({ type: "main", displayName: (${JSON.stringify(Object.fromEntries(inputIds.map((id) => [id, titleOf(id)])))})[stream] })) }}`;
