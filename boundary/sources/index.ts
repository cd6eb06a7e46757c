import { chartMogulSubscriptions } from './chartMogulSubscriptions';
import { onlineRetail } from './onlineRetail';
import { plainSubscriptions } from './plainSubscriptions';
import { plainTable } from './plainTable';
import type { PurchaseSource } from './source';
import { recurlySubscriptions } from './recurlySubscriptions';
import { stripeSubscriptions } from './stripeSubscriptions';
import type { SubscriptionSource } from './subscriptionSource';

/** Every source of purchases, the particular ones first; the plain table takes what no other recognises. */
export const purchaseSources = [onlineRetail, plainTable] as const satisfies readonly PurchaseSource[];

/** Every source of subscriptions, the particular ones first. */
export const subscriptionSources = [stripeSubscriptions, chartMogulSubscriptions, recurlySubscriptions, plainSubscriptions] as const satisfies readonly SubscriptionSource[];
