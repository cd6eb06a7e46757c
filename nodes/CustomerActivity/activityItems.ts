import type { IDataObject, INodeExecutionData, IPairedItemData } from 'n8n-workflow';
import type { ActivityReading } from '../../boundary/activity/readActivity';
import type { ActivityItem } from '../../domain/activity/customerActivity';
import { activityItems } from '../../domain/activity/customerActivity';
import { flattened } from './flatten';

/** The items that told last of a customer, one of each stream. */
function pairedItems({ streams }: ActivityReading, customer: number): IPairedItemData | IPairedItemData[] {
	const pairs: IPairedItemData[] = [];
	for (const { input, lastItemOf } of streams) {
		const item = lastItemOf(customer);
		// n8n takes no input for the first one.
		if (item !== null) pairs.push(streams.length === 1 && input === 0 ? { item } : { item, input });
	}
	return pairs.length === 1 ? pairs[0] : pairs;
}

/** An item for each customer of any stream, in the order of the customers. */
export function itemsOfCustomers(reading: ActivityReading, isFlat: boolean): INodeExecutionData[] {
	const itemOf = activityItems(reading.base);
	const shaped = isFlat ? flattened : (item: ActivityItem) => item;
	const items: INodeExecutionData[] = [];
	for (let customer = 0; customer < reading.customerCount; customer++) {
		const pairedItem = pairedItems(reading, customer);
		// A customer all of whose rows were left out is in no stream.
		if (Array.isArray(pairedItem) && pairedItem.length === 0) continue;
		const item = itemOf(customer);
		items.push({ json: shaped(item) as IDataObject, pairedItem });
	}
	return items;
}
