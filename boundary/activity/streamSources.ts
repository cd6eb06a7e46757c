import type { ActivityStreamId } from '../../domain/activity/customerActivity';
import type { Table } from '../paths';
import { contactSources, customerSources, paymentSources, purchaseSources, subscriptionSources, ticketSources, usageSources } from '../sources';

/** What every source has, of whatever stream. */
interface AnySource {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	recognises(table: Table): boolean;
}

/** The sources of each stream, the particular ones first. */
export const sourcesOfStream: Readonly<Record<ActivityStreamId, readonly AnySource[]>> = {
	purchases: purchaseSources,
	subscriptions: subscriptionSources,
	payments: paymentSources,
	tickets: ticketSources,
	contacts: contactSources,
	usage: usageSources,
	customers: customerSources,
};
