import type { ActivityStreamId } from '../../domain/activity/customerActivity';
import { activityStreamIds } from '../../domain/activity/customerActivity';
import type { Table } from '../paths';
import { tableOf } from '../paths';
import { contactSources, customerSources, paymentSources, purchaseSources, subscriptionSources, ticketSources, usageSources } from '../sources';
import type { StreamInput } from './connection';

interface Recogniser {
	readonly id: string;
	readonly title: string;
	recognises(table: Table): boolean;
}

const sourcesOf: Readonly<Record<ActivityStreamId, readonly Recogniser[]>> = {
	purchases: purchaseSources,
	subscriptions: subscriptionSources,
	payments: paymentSources,
	tickets: ticketSources,
	contacts: contactSources,
	usage: usageSources,
	customers: customerSources,
};

/** The other stream of which a known source recognises the rows, and that source; null where none does. A plain table may be of any. */
export function streamRecognising({ id, items }: StreamInput): { readonly id: ActivityStreamId; readonly source: string } | null {
	const table = tableOf(items);
	for (const other of activityStreamIds) {
		const source = other === id ? undefined : sourcesOf[other].find((each) => !each.id.startsWith('plain') && each.recognises(table));
		if (source) return { id: other, source: source.title };
	}
	return null;
}
