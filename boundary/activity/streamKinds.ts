/** The streams whose rows are read by their roles. Purchases and subscriptions have readers of their own. */
import type { StreamKind } from '../reading/streamRows';
import { contactSources, customerSources, paymentSources, ticketSources, usageSources } from '../sources';
import type { ContactRowRole, CustomerRole, PaymentRole, TicketRole, UsageRole } from '../sources/streamRoles';
import { contactRowRoles, customerRoles, paymentRoles, ticketRoles, usageRoles } from '../sources/streamRoles';

/** The roles that each stream's rows are read by. */
export interface RolesOfStream {
	readonly payments: PaymentRole;
	readonly tickets: TicketRole;
	readonly contacts: ContactRowRole;
	readonly usage: UsageRole;
	readonly customers: CustomerRole;
}

export type RowStreamId = keyof RolesOfStream;

export const streamKinds: { readonly [Id in RowStreamId]: StreamKind<RolesOfStream[Id]> } = {
	payments: { roles: paymentRoles, sources: paymentSources, datedBy: 'due', settledBy: { at: 'paidAt', state: 'state', as: 'paid' }, cancelledBy: 'voidedAt' },
	tickets: { roles: ticketRoles, sources: ticketSources, isNoWhereBlank: ['complaint', 'survey'] },
	contacts: { roles: contactRowRoles, sources: contactSources, mayBePlanned: true },
	usage: { roles: usageRoles, sources: usageSources },
	customers: { roles: customerRoles, sources: customerSources, isUndated: true, beginsBy: 'since' },
};
