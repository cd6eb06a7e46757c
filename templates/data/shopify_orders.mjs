/*
 * Writes the sample of the template about Shopify: the orders of a coffee shop that does not exist, as the Shopify node gives them.
 *
 *   node templates/data/shopify_orders.mjs
 *
 * Everything is drawn from one seed and no clock is read, so two runs give the same bytes. Each customer buys in a
 * rhythm of their own; some fall silent. Between them lies what real orders bring along: part and whole refunds,
 * cancellations, orders never paid, tests, guests, sales at the till of nobody, a person with two accounts.
 */
import { fileURLToPath } from 'node:url';
import { putIntoTemplate } from './inTemplate.mjs';
import { peopleWhoDoNotExist } from './people.mjs';
import { draws, randomNumbers } from './seeded.mjs';

const seed = 20260109;
const customerCount = 60;
const day = 86_400_000;
const firstDay = Date.UTC(2025, 0, 10);
/** The last day with an order. */
const lastDay = Date.UTC(2026, 0, 8);
const summer = [Date.UTC(2025, 2, 30, 1), Date.UTC(2025, 9, 26, 1)];

/** As Shopify writes a moment, in the time of the shop, which is Berlin's. */
function written(moment) {
	const hours = moment >= summer[0] && moment < summer[1] ? 2 : 1;
	return `${new Date(moment + hours * 3_600_000).toISOString().slice(0, 19)}+0${hours}:00`;
}

const money = (cents) => (cents / 100).toFixed(2);

function makeCustomers({ between, happens, weighed }) {
	const people = peopleWhoDoNotExist(customerCount);
	return people.map((person, place) => ({
		...person,
		// The last one is the first one again, with a second account.
		...(place === customerCount - 1 ? people[0] : {}),
		id: 7_300_001 + place * 13,
		phone: happens(0.4) ? `+49 30 5550${String(100 + place)}` : null,
		consent: weighed({ subscribed: 70, not_subscribed: 18, unsubscribed: 12 }),
		usualGap: between(16, 70),
		usualCents: between(9, 60) * 100 + 90,
		startsOn: firstDay + between(0, 200) * day,
		/** For how many days they go on buying. */
		staysDays: happens(0.45) ? between(60, 230) : 365,
		buysOnce: happens(0.15),
	}));
}

function customerAsShopifyHasIt({ id, firstName, lastName, email, phone, consent }) {
	return { id, email, first_name: firstName, last_name: lastName, phone, email_marketing_consent: { state: consent } };
}

/** When a customer buys: the own gap, now shorter and now longer. */
function daysOf({ startsOn, staysDays, usualGap, buysOnce }, { between }) {
	const days = [];
	for (let at = startsOn; at <= Math.min(lastDay, startsOn + staysDays * day); at += Math.max(1, Math.round((usualGap * between(60, 140)) / 100)) * day) days.push(at);
	return buysOnce ? days.slice(0, 1) : days;
}

/** What becomes of a paid order: mostly nothing, else money that goes back some days later, or a cancellation. */
function fateOf({ at, cents }, { between, weighed }) {
	const fate = weighed({ kept: 88, partRefund: 5, wholeRefund: 3, cancelled: 4 });
	const later = at + between(1, 9) * day + between(0, 3_600) * 1000;
	if (fate === 'kept' || later > lastDay) return {};
	const isPart = fate === 'partRefund';
	const refund = { at: later, cents: isPart ? Math.round(cents * 0.3) : cents };
	return { refund, cancelledAt: fate === 'cancelled' ? later - 2000 : null, status: isPart ? 'partially_refunded' : 'refunded' };
}

function refundAsShopifyHasIt({ at, cents }, id) {
	const moment = written(at);
	return { id, created_at: moment, processed_at: moment, transactions: [{ id: id + 1, kind: 'refund', status: 'success', amount: money(cents), currency: 'EUR', processed_at: moment }] };
}

/** The order with what matters and what one stumbles over; the rest is left away. */
function asShopifyHasIt(order, place) {
	const { at, cents, customer, email = customer?.email ?? '', status = 'paid', refund, cancelledAt, isTest = false, source = 'web', discountCents = 0, gateway = 'shopify_payments' } = order;
	const id = 5_400_001 + place * 3;
	return {
		id,
		admin_graphql_api_id: `gid://shopify/Order/${id}`,
		name: `#${1001 + place}`,
		order_number: 1001 + place,
		created_at: written(at),
		processed_at: written(at),
		cancelled_at: cancelledAt ? written(cancelledAt) : null,
		closed_at: place % 5 === 0 ? null : written(at + 20_000_000),
		currency: 'EUR',
		total_price: money(cents),
		total_discounts: money(discountCents),
		discount_codes: discountCents > 0 ? [{ code: 'AUTUMN', amount: money(discountCents), type: 'percentage' }] : [],
		financial_status: status,
		payment_gateway_names: [gateway],
		source_name: source,
		test: isTest,
		email,
		refunds: refund ? [refundAsShopifyHasIt(refund, 640_000 + place * 2)] : [],
		...(customer ? { customer: customerAsShopifyHasIt(customer) } : {}),
	};
}

/** Orders that are no customer's purchase, or that have no account. */
function strangeOrders(customers, { between, oneOf }) {
	const some = (count, order) => Array.from({ length: count }, () => ({ at: firstDay + between(20, 360) * day + between(28_800, 64_800) * 1000, cents: between(9, 70) * 100, ...order() }));
	return [
		...some(5, () => ({ source: 'pos', gateway: 'cash' })),
		...some(2, () => ({ email: 'guest.of.the.shop@example.com' })),
		...some(3, () => ({ customer: oneOf(customers), isTest: true })),
		...some(3, () => ({ customer: oneOf(customers), status: 'pending' })),
		...some(2, () => ({ customer: oneOf(customers), status: 'voided' })),
	];
}

/** All orders, newest first, as Shopify lists them. */
export function shopifyOrders() {
	const drawn = draws(randomNumbers(seed));
	const { between, happens } = drawn;
	const customers = makeCustomers(drawn);
	const bought = customers.flatMap((customer) =>
		daysOf(customer, drawn).map((on) => {
			const order = { customer, at: on + between(28_800, 64_800) * 1000, cents: Math.round((customer.usualCents * between(70, 150)) / 100) };
			const discountCents = happens(0.12) ? Math.round(order.cents * 0.1) : 0;
			return { ...order, discountCents, gateway: happens(0.08) ? 'klarna' : 'shopify_payments', source: happens(0.1) ? 'pos' : 'web', ...fateOf(order, drawn) };
		}),
	);
	const inOrder = [...bought, ...strangeOrders(customers, drawn)].sort((one, other) => one.at - other.at);
	return inOrder.map(asShopifyHasIt).reverse();
}

export const shopifySample = () => ({ orders: shopifyOrders() });

if (process.argv[1] === fileURLToPath(import.meta.url)) await putIntoTemplate('silent-shopify-customers.json', shopifySample());
