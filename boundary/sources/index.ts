import { chartMogulSubscriptions } from './chartMogulSubscriptions';
import { hubspotContacts } from './hubspotContacts';
import { hubspotDeals } from './hubspotDeals';
import { hubspotEngagements } from './hubspotEngagements';
import { hubspotTickets } from './hubspotTickets';
import { npsAnswers } from './npsAnswers';
import { onlineRetail } from './onlineRetail';
import { pipedriveActivities } from './pipedriveActivities';
import { pipedriveDeals } from './pipedriveDeals';
import { pipedrivePersons } from './pipedrivePersons';
import { plainContacts } from './plainContacts';
import { plainCustomers } from './plainCustomers';
import { plainPayments } from './plainPayments';
import { plainSubscriptions } from './plainSubscriptions';
import { plainTable } from './plainTable';
import { plainTickets } from './plainTickets';
import { plainUsage } from './plainUsage';
import { recurlySubscriptions } from './recurlySubscriptions';
import { shopifyCustomers } from './shopifyCustomers';
import { shopifyOrders } from './shopifyOrders';
import { stripeChargePayments } from './stripeChargePayments';
import { stripeCharges } from './stripeCharges';
import { stripeCustomers } from './stripeCustomers';
import { stripeInvoices } from './stripeInvoices';
import { stripeSubscriptions } from './stripeSubscriptions';
import { typeformAnswers } from './typeformAnswers';
import { wooCommerceCustomers } from './wooCommerceCustomers';
import { wooCommerceOrders } from './wooCommerceOrders';
import { zendeskTickets } from './zendeskTickets';
import { zendeskUsers } from './zendeskUsers';
import type { PurchaseSource } from './source';
import type { ContactRowRole, CustomerRole, PaymentRole, TicketRole, UsageRole } from './streamRoles';
import type { StreamSource } from './streamSource';
import type { SubscriptionSource } from './subscriptionSource';

/** Every source of purchases, the particular ones first; the plain table takes what no other recognises. */
export const purchaseSources = [shopifyOrders, wooCommerceOrders, stripeCharges, hubspotDeals, pipedriveDeals, onlineRetail, plainTable] as const satisfies readonly PurchaseSource[];

/** Every source of subscriptions, the particular ones first. */
export const subscriptionSources = [stripeSubscriptions, chartMogulSubscriptions, recurlySubscriptions, plainSubscriptions] as const satisfies readonly SubscriptionSource[];

/** Every source of payments, the particular ones first. */
export const paymentSources = [stripeInvoices, stripeChargePayments, plainPayments] as const satisfies ReadonlyArray<StreamSource<PaymentRole>>;

/** Every source of requests and of answers to surveys, the particular ones first. */
export const ticketSources = [zendeskTickets, hubspotTickets, typeformAnswers, npsAnswers, plainTickets] as const satisfies ReadonlyArray<StreamSource<TicketRole>>;

/** Every source of contacts with customers, the particular ones first. */
export const contactSources = [hubspotEngagements, pipedriveActivities, plainContacts] as const satisfies ReadonlyArray<StreamSource<ContactRowRole>>;

/** Every source of what customers do in the product. */
export const usageSources = [plainUsage] as const satisfies ReadonlyArray<StreamSource<UsageRole>>;

/** Every source of lists of customers, the particular ones first. */
export const customerSources = [
	hubspotContacts,
	pipedrivePersons,
	shopifyCustomers,
	wooCommerceCustomers,
	stripeCustomers,
	zendeskUsers,
	plainCustomers,
] as const satisfies ReadonlyArray<StreamSource<CustomerRole>>;
