import { contactSources, customerSources, paymentSources, purchaseSources, subscriptionSources, ticketSources, usageSources } from '../../../boundary/sources';
import type { Row, Table } from '../../../boundary/paths';
import { entriesFrom, rowsOf, tableFrom } from '../../support/sourceFixtures';
import { readText } from '../../support/files.cjs';
import { subscriptionFixture } from '../../support/subscriptionFixtures';

interface Recognising {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	readonly nouns: readonly string[];
	recognises(table: Table): boolean;
	readonly entriesOf?: unknown;
}

const streams: Readonly<Record<string, readonly Recognising[]>> = {
	purchases: purchaseSources,
	subscriptions: subscriptionSources,
	payments: paymentSources,
	tickets: ticketSources,
	contacts: contactSources,
	usage: usageSources,
	customers: customerSources,
};

/** The profiles of each stream that know a list when they see one; the plain tables take everything. */
const particular = Object.entries(streams).flatMap(([stream, sources]) => sources.slice(0, -1).map((source) => [stream, source] as const));

/** What the items of a list stand for; subscriptions say it in a way of their own. */
const entriesOfList = (source: Recognising, rows: readonly Row[]): readonly Row[] => entriesFrom(source as { entriesOf?: (json: Row) => readonly Row[] }, rows);

/** Each list as a node gives it, and which profiles it is of. */
const lists: Readonly<Record<string, readonly string[]>> = {
	shopify_orders: ['shopifyOrders'],
	woocommerce_orders: ['wooCommerceOrders'],
	stripe_charges: ['stripeCharges', 'stripeChargePayments'],
	hubspot_deals: ['hubspotDeals'],
	hubspot_deals_search: ['hubspotDeals'],
	pipedrive_deals: ['pipedriveDeals'],
	pipedrive_deals_v2: ['pipedriveDeals'],
	stripe_invoices: ['stripeInvoices'],
	zendesk_tickets: ['zendeskTickets'],
	hubspot_tickets: ['hubspotTickets'],
	hubspot_tickets_search: ['hubspotTickets'],
	typeform_answers: ['typeformAnswers'],
	sheet_nps: ['npsAnswers'],
	hubspot_engagements: ['hubspotEngagements'],
	pipedrive_activities: ['pipedriveActivities'],
	pipedrive_activities_v2: ['pipedriveActivities'],
	hubspot_contacts: ['hubspotContacts'],
	hubspot_contacts_search: ['hubspotContacts'],
	pipedrive_persons: ['pipedrivePersons'],
	pipedrive_persons_v2: ['pipedrivePersons'],
	shopify_customers: ['shopifyCustomers'],
	woocommerce_customers: ['wooCommerceCustomers'],
	stripe_customers: ['stripeCustomers'],
	zendesk_users: ['zendeskUsers'],
	sheet_purchases_ukrainian: [],
	sheet_purchases_russian: [],
	sheet_purchases_persian: [],
};

/** Sheets of one shape a row. */
const sheets = ['sheet_payments', 'sheet_tickets', 'sheet_contacts', 'sheet_usage', 'sheet_customers'];

const recognisedBy = (rows: readonly Row[]): string[] => particular.filter(([, source]) => source.recognises(tableFrom(rows))).map(([, { id }]) => id);

describe('a list of a known origin', () => {
	it.each(Object.entries(lists))('%s is recognised by its own profiles and by no other: %j', (name, ids) => expect(recognisedBy(rowsOf(name))).toEqual(ids));

	it.each(Object.entries(lists))('%s is recognised by what its items stand for, too, and item by item', (name, ids) => {
		const sources = particular.map(([, source]) => source).filter(({ id }) => ids.includes(id));
		for (const source of sources) {
			expect(source.recognises(tableFrom(entriesOfList(source, rowsOf(name))))).toBe(true);
			for (const row of rowsOf(name)) expect(source.recognises(tableFrom([row]))).toBe(true);
		}
	});

	it.each(sheets)('the rows of %s are recognised by none', (name) => {
		for (const row of rowsOf(name)) expect(recognisedBy([row])).toEqual([]);
	});

	it.each(['plain_english', 'plain_ukrainian', 'plain_russian', 'plain_persian', 'hostile'])('nothing in %s is recognised by any of them', (name) => {
		const { rows, cases } = JSON.parse(readText(`test/fixtures/${name}.json`)) as { rows?: Row[]; cases?: Array<{ rows?: Row[] }> };
		for (const each of [rows, ...(cases ?? []).map((one) => one.rows)]) if (each && each.length > 0) expect(recognisedBy(each)).toEqual([]);
	});

	it.each(['stripe_subscriptions', 'chartmogul_export', 'recurly_export', 'plan_changes', 'plain_subscriptions_english', 'plain_subscriptions_ukrainian', 'plain_subscriptions_russian', 'plain_subscriptions_persian'])(
		'%s is recognised by no profile of another stream',
		(name) => {
			const { shapes } = JSON.parse(readText(`test/fixtures/${name}.json`)) as { shapes?: ReadonlyArray<{ id: string }> };
			for (const shape of shapes?.map(({ id }) => id) ?? [undefined]) {
				const others = particular.filter(([stream, source]) => stream !== 'subscriptions' && source.recognises(tableFrom(subscriptionFixture(name, shape).items)));
				expect(others).toEqual([]);
			}
		},
	);
});

describe('the sources of all streams', () => {
	const all = Object.values(streams).flat();

	it('have ids of their own', () => expect(new Set(all.map(({ id }) => id)).size).toBe(all.length));

	it.each(Object.entries(streams))('of %s end with a plain table, which takes every other', (_, sources) => {
		expect(sources.at(-1)!.id).toMatch(/^plain/);
		expect(sources.at(-1)!.recognises(tableFrom([{ customer: 'ann', start_date: '2024-01-01', mrr: 1 }]))).toBe(true);
	});

	it.each(all.map((source) => [source.id, source] as const))('%s is called by words, and its rows too', (id, source) => {
		expect(id).toMatch(/^[a-z][A-Za-z]+$/);
		expect(source.title).toMatch(/^[A-Z]/);
		expect(source.description).toMatch(/^[A-Z].*[^.]$/);
		expect(source.nouns.every((noun) => /^[a-z]+$/.test(noun))).toBe(true);
	});

	it.each(particular.map(([stream, source]) => [source.id, stream, source] as const))('%s does not recognise an ordinary sheet of %s', (_id, _stream, source) => {
		const ordinary = { id: 1, customer_id: 7, name: 'Ann', email: 'ann@example.com', status: 'open', type: 'call', value: 10, currency: 'EUR', total: 10, date: '2024-01-01', created_at: '2024-01-01', subject: 'x', properties: {} };
		expect(source.recognises(tableFrom([ordinary]))).toBe(false);
	});
});
