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
import { wooCommerceOrders } from './wooCommerceOrders';

/** Every source of purchases, the particular ones first; the plain table takes what no other recognises. */
export const purchaseSources = [shopifyOrders, wooCommerceOrders, stripeCharges, hubspotDeals, pipedriveDeals, onlineRetail, plainTable] as const satisfies readonly PurchaseSource[];

/** Every source of subscriptions, the particular ones first. */
export const subscriptionSources = [stripeSubscriptions, chartMogulSubscriptions, recurlySubscriptions, plainSubscriptions] as const satisfies readonly SubscriptionSource[];
