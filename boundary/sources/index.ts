import { chartMogulSubscriptions } from './chartMogulSubscriptions';
import { hubspotDeals } from './hubspotDeals';
import { onlineRetail } from './onlineRetail';
import { pipedriveDeals } from './pipedriveDeals';
import { plainSubscriptions } from './plainSubscriptions';
import { plainTable } from './plainTable';
import { shopifyOrders } from './shopifyOrders';
import type { PurchaseSource } from './source';
import { recurlySubscriptions } from './recurlySubscriptions';
import { stripeCharges } from './stripeCharges';
import { stripeSubscriptions } from './stripeSubscriptions';
import type { SubscriptionSource } from './subscriptionSource';
import type { ContactRowRole, CustomerRole, PaymentRole, TicketRole, UsageRole } from './streamRoles';
import type { StreamSource } from './streamSource';
import { wooCommerceOrders } from './wooCommerceOrders';

/** Every source of purchases, the particular ones first; the plain table takes what no other recognises. */
export const purchaseSources = [shopifyOrders, wooCommerceOrders, stripeCharges, hubspotDeals, pipedriveDeals, onlineRetail, plainTable] as const satisfies readonly PurchaseSource[];

/** Every source of subscriptions, the particular ones first. */
export const subscriptionSources = [stripeSubscriptions, chartMogulSubscriptions, recurlySubscriptions, plainSubscriptions] as const satisfies readonly SubscriptionSource[];

export const paymentSources: ReadonlyArray<StreamSource<PaymentRole>> = [];
export const ticketSources: ReadonlyArray<StreamSource<TicketRole>> = [];
export const contactSources: ReadonlyArray<StreamSource<ContactRowRole>> = [];
export const usageSources: ReadonlyArray<StreamSource<UsageRole>> = [];
export const customerSources: ReadonlyArray<StreamSource<CustomerRole>> = [];
