/* Each template runs in the real n8n, with the pack as npm would publish it. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../playground/install.mjs';
import { executeWorkflow, importWorkflows, workflowId } from '../../playground/n8n.mjs';
import { sampleAsText } from '../../templates/data/inTemplate.mjs';
import { templatesOfOffices } from '../../templates/data/office_coffee.mjs';
import { shopifySample } from '../../templates/data/shopify_orders.mjs';
import { pagesAsText, subscriptionPages } from '../../templates/data/stripe_subscriptions.mjs';
import { stripeZendeskHubspotSample } from '../../templates/data/stripe_zendesk_hubspot.mjs';
import { templateOfTeaShop } from '../../templates/data/tea_shop.mjs';
import { homeWithTemplates, readTemplate, throwAway } from './pack.mjs';
import { stripeStandIn } from './stripe.mjs';

const minutes = 60_000;
// These have tests of their own: `n8n execute` starts without Data Tables, and one asks for a database and a mail server.
const elsewhere = [...templatesOfOffices, templateOfTeaShop];
const files = (await readdir(join(root, 'templates'))).filter((file) => file.endsWith('.json') && !elsewhere.includes(file));
const readJson = async (...path) => JSON.parse(await readFile(join(root, ...path), 'utf8'));
// Counted by the programs of the same names in test/reference, of which none knows the nodes.
const countedStripeMonths = await readJson('test', 'reference', 'stripe_months.json');
const { onlineRetail: countedSilences } = await readJson('test', 'reference', 'churn_window.json');
const { months180: countedMonths180 } = await readJson('test', 'reference', 'online_retail_churn.json');

let home;
const results = {};
beforeAll(async () => {
	home = await homeWithTemplates(files);
	for (const file of files) results[file] = await executeWorkflow(home, workflowId(file));
}, 5 * minutes);
afterAll(() => throwAway(home));

test.each(files)('%s runs to its end', (file) => {
	expect(results[file].status).toBe('success');
});

describe('monthly churn of a shop', () => {
	const shop = () => results['monthly-churn-of-a-shop.json'];
	const month = (period) => shop().rows('Churn Rate').find((row) => row.period === period);

	// Counted from the same file by an independent program; see the vectors of the domain tests.
	test.each([
		['2011-03', 358, 1682],
		['2011-06', 346, 1959],
		['2011-11', 229, 2461],
	])('in %s %i of %i customers churned', (period, numerator, denominator) => {
		expect(month(period)).toMatchObject({ numerator, denominator, reason: null });
		expect(month(period).churnRate).toBeCloseTo(numerator / denominator, 9);
	});

	test.each(['2010-12', '2011-01', '2011-02'])('%s has no rate: the data begins less than 90 days before it', (period) => {
		expect(month(period)).toMatchObject({ churnRate: null, reason: 'leftEdge' });
	});

	test('2011-12 has no rate: the data ends on the 9th', () => {
		expect(month('2011-12')).toMatchObject({ churnRate: null, reason: 'periodUnfinished' });
	});

	test('the message for the chat is about November, the last month with a rate', () => {
		const [{ message }] = shop().rows('Write the Message');
		expect(message).toBe(`Churn of our shop in ${month('2011-11').summary}`);
	});

	// Counted from the file: customers whose last invoice plus 90 days falls in November 2011.
	test('the CRM node gets the 209 who left in November and are not back, each customer once', () => {
		const losses = shop().rows('Your CRM Here');
		expect(losses.length).toBe(209);
		expect(new Set(losses.map(({ customer }) => customer)).size).toBe(losses.length);
		for (const loss of losses) expect(loss).toMatchObject({ period: '2011-11', returnedOn: null });
	});

	test('a hint tells which columns were found', () => {
		expect(shop().hints('Churn Rate').join(' ')).toMatch(/customer_id.*order_date.*amount/s);
	});
});

describe('first run on a raw shop export', () => {
	const shopExport = () => results['first-run-on-a-raw-shop-export.json'];

	test('the month has no rate and says why', () => {
		const rows = shopExport().rows('Churn Rate');
		expect(rows.length).toBeGreaterThan(0);
		for (const row of rows) {
			expect(row.churnRate).toBeNull();
			expect(row.reason).not.toBeNull();
		}
	});

	test('every row of the export is accounted for in a hint: taken or left out', () => {
		const [, taken, leftOut] = shopExport().hints('Churn Rate').join(' ').match(/([\d,]+) lines.*?Left out: (.*?)\. /);
		const leftOutCounts = leftOut.match(/[\d,]+(?= (?:cancelled|without|with))/g);
		const count = (text) => Number(text.replaceAll(',', ''));
		expect([taken, ...leftOutCounts].map(count).reduce((sum, part) => sum + part)).toBe(42_481);
	});
});

describe('monthly churn and MRR from Stripe', () => {
	const file = 'monthly-churn-and-mrr-from-stripe.json';
	const stripe = () => results[file];
	const counted = countedStripeMonths; // day by day, in the zone of the template
	const monthsOf = (node) => stripe().rows(node).filter(({ isComplete }) => isComplete);

	test('the list is what its generator writes', async () => {
		const written = await readFile(join(root, 'templates', 'data', 'stripe_subscriptions.json'), 'utf8');
		expect(pagesAsText(subscriptionPages())).toBe(written);
	});

	test('every month counts the customers that an independent count finds, among them 6 of 192 lost in December 2025', () => {
		const fields = ['period', 'customersAtStart', 'joined', 'returned', 'churned', 'churnedAtEnd', 'customersAtEnd'];
		const pick = (row) => Object.fromEntries(fields.map((field) => [field, row[field]]));
		expect(monthsOf('Churn Rate').map(pick)).toEqual(counted.months.map(pick));
		expect(monthsOf('Churn Rate').at(-1)).toMatchObject({ period: '2025-12', numerator: 6, denominator: 192, churnRate: 6 / 192 });
	});

	test('every month counts cards that failed apart from cancellations', () => {
		const kinds = monthsOf('Churn Rate').map(({ churnedVoluntary, churnedInvoluntary, churnedIntentUnknown }) => [churnedVoluntary, churnedInvoluntary, churnedIntentUnknown]);
		expect(kinds).toEqual(counted.months.map(({ reasons }) => [reasons.cancellation_requested ?? 0, reasons.payment_failed ?? 0, 0]));
	});

	test('every month moves the money that an independent count finds, a cent for rounding', () => {
		const rows = monthsOf('Revenue Churn');
		expect(rows.map(({ period }) => period)).toEqual(counted.months.map(({ period }) => period));
		for (const [index, month] of counted.months.entries()) {
			for (const [field, amount] of Object.entries(month).filter(([name]) => /mrr/i.test(name))) expect(rows[index][field]).toBeCloseTo(amount, 2);
		}
	});

	test('of December 2025, revenue churn is what was churned and contracted of 10,195.17: 204.83', () => {
		const { churnedMrr, contractionMrr, mrrAtStart } = counted.months.at(-1);
		expect([churnedMrr + contractionMrr, mrrAtStart].map((amount) => amount.toFixed(2))).toEqual(['204.83', '10195.17']);
		expect(monthsOf('Revenue Churn').at(-1).grossChurnRate).toBeCloseTo((churnedMrr + contractionMrr) / mrrAtStart, 6);
	});

	test('one message has the sentences of the last complete month, about customers and about money', () => {
		const [customers, revenue] = ['Churn Rate', 'Revenue Churn'].map((node) => monthsOf(node).at(-1).summary);
		expect(stripe().rows('Write the Message')).toEqual([{ message: `Customers in ${customers}\nRevenue in ${revenue}` }]);
		expect([customers, revenue]).toEqual([expect.stringMatching(/^2025-12: .*6 of 192/), expect.stringMatching(/^2025-12: .*10,195 → 10,832 USD/)]);
	});

	test('those who left in December and are not back go two ways: whose card failed, and who cancelled', () => {
		const { payment_failed, cancellation_requested } = counted.leftInLastMonthAndNotBack;
		const customersOf = (node) => stripe().rows(node).map(({ customer }) => customer).sort();
		expect(customersOf('Ask for a New Card')).toEqual(payment_failed);
		expect(customersOf('Ask Why')).toEqual(cancellation_requested);
	});

	test('Ask Stripe, once activated, asks for every page of the whole list and gives what the file gives', async () => {
		const pages = await readJson('templates', 'data', 'stripe_subscriptions.json');
		const service = await stripeStandIn(pages.flatMap(({ data }) => data));
		try {
			await importWorkflows(home, [await askingStripe(service.url)]);
			const result = await executeWorkflow(home, 'ask-stripe');
			expect(result.rows('Ask Stripe')).toEqual(pages);
			expect(result.rows('Write the Message')).toEqual(stripe().rows('Write the Message'));
			expect(service.asked.map(({ starting_after }) => starting_after)).toEqual([undefined, ...pages.slice(0, -1).map(({ data }) => data.at(-1).id)]);
		} finally {
			await service.close();
		}
	}, minutes);

	/** The template as a person switches it over, but for the address and the credential. */
	async function askingStripe(url) {
		const flow = await readTemplate(file);
		const nodes = flow.nodes.map((node) =>
			node.name === 'Ask Stripe' ? { ...node, disabled: false, parameters: { ...node.parameters, url, authentication: 'none' } } : node,
		);
		const connections = { ...flow.connections, Start: flow.connections.Monthly };
		return { ...flow, id: 'ask-stripe', nodes, connections };
	}
});

describe('find your churn window', () => {
	const file = 'find-your-churn-window.json';
	const window = () => results[file];
	const pairsOf = (rows) => rows.map(({ customersAtStart, numerator }) => [customersAtStart, numerator]);

	test('there is no window: at best, after 214 days of silence, 95 of 415 customers came back', () => {
		const [answer] = window().rows('Find Churn Window');
		expect(answer).toMatchObject({ row: 'answer', churnWindow: null, reason: 'shareNeverLow', lowestWindow: 214, lowestCameBack: 95, lowestSilentCustomers: 415 });
		expect(answer.lowestShareBack).toBeCloseTo(95 / 415, 9);
		expect(window().hints('Find Churn Window')).toContain(answer.summary.replaceAll('\u00a0', ' '));
	});

	test('the curve counts who was silent for 30, 60 … 270 days and who came back, as an independent count does', () => {
		const curve = window().rows('Find Churn Window').filter(({ row }) => row === 'curve').map((row) => [row.window, row.silentCustomers, row.cameBack]);
		const counted = countedSilences.table90.filter(({ w }) => w % 30 === 0).map(({ w, n, back }) => [w, n, back]);
		expect(curve).toEqual(counted.slice(0, curve.length));
		expect(curve.at(-1)).toEqual([270, 152, 55]);
	});

	test('Churn Rate then takes 180 days, and the message says that nobody found them', () => {
		const rated = window().rows('Churn Rate').filter(({ churnRate }) => churnRate !== null);
		const counted = countedMonths180.filter(({ reason }) => reason === null).map(({ definitions, S }) => [S, definitions.startOfPeriod.numerator]);
		expect(rated.at(-1)).toMatchObject({ period: '2011-11', churnWindow: 180, numerator: 182, denominator: 3194 });
		expect(pairsOf(rated)).toEqual(counted);
		expect(window().rows('Write the Message')).toEqual([{ message: expect.stringMatching(/^No churn window can be told: .*95 of 415.*\nWith the usual 180 days, churn in 2011-11: .*182 of 3,194/) }]);
	});

	test('where 30 % within 60 days are accepted there is one, 121 days, and Churn Rate takes it', async () => {
		const { answer } = countedSilences.answers.find(({ horizon, target }) => horizon === 60 && target === 0.3);
		expect(answer.w).toBe(121);
		const flow = await readTemplate(file);
		const nodes = flow.nodes.map((node) => (node.name === 'Find Churn Window' ? { ...node, parameters: { acceptableShare: 30, returnDays: 60 } } : node));
		await importWorkflows(home, [{ ...flow, id: 'found-window', nodes }]);
		const result = await executeWorkflow(home, 'found-window');
		expect(result.rows('Find Churn Window')[0]).toMatchObject({ churnWindow: 121, reason: null, silentCustomers: answer.n, cameBack: answer.back });
		expect(result.rows('Churn Rate')[0]).toMatchObject({ churnWindow: 121 });
		expect(result.rows('Write the Message')[0].message).toMatch(/\nWith 121 days, churn in 2011-11: /);
	}, minutes);
});

const sampleNodeOf = ({ nodes }) => nodes.find(({ name }) => name === 'Sample').parameters.jsonOutput;

/** The template with the nodes that ask a person's own systems in the place of the sample, answered from the sample. */
async function askingOwnSystems(file, trigger, fieldOf) {
	const flow = await readTemplate(file);
	const answeredBy = (field) => ({ type: 'n8n-nodes-base.splitOut', typeVersion: 1, parameters: { fieldToSplitOut: field, options: {} }, disabled: false });
	const nodes = flow.nodes.map((node) => (node.name in fieldOf ? { ...node, ...answeredBy(fieldOf[node.name]) } : node));
	return { ...flow, id: `own-${workflowId(file)}`, nodes, connections: { ...flow.connections, Sample: flow.connections[trigger] } };
}

async function resultOf(flow) {
	await importWorkflows(home, [flow]);
	return await executeWorkflow(home, flow.id);
}

const cents = (amount) => Math.round(Number(amount) * 100);
const dayNumber = (date) => Date.parse(date) / 86_400_000;
const byNet = (one, other) => other.net - one.net;

function medianOf(numbers) {
	const sorted = [...numbers].sort((one, other) => one - other);
	return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

describe('silent customers of a Shopify shop', () => {
	const file = 'silent-shopify-customers.json';
	const shop = () => results[file];
	const asOf = '2026-01-09'; // the day after the last order

	const isLeftOut = ({ test: isTest, financial_status: status, customer, email }) => isTest || ['pending', 'voided'].includes(status) || (!customer && !email);

	/** What is left of an order in cents: nothing of one that was cancelled or paid back. */
	function leftOf({ total_price: total, refunds, cancelled_at: cancelledAt }) {
		if (cancelledAt !== null) return 0;
		return refunds.flatMap(({ transactions }) => transactions).reduce((left, { amount }) => left - cents(amount), cents(total));
	}

	function rhythmOf(days) {
		const sorted = [...days].sort((one, other) => one - other);
		const gaps = sorted.slice(1).map((day, before) => day - sorted[before]);
		return { purchaseDays: sorted.length, daysSince: sorted.length > 0 ? dayNumber(asOf) - sorted.at(-1) : null, gap: gaps.length > 0 ? medianOf(gaps) : null };
	}

	/** What the orders say of each customer, counted one after the other. */
	function countedFrom(all) {
		const customers = new Map();
		for (const order of all.filter((each) => !isLeftOut(each))) {
			const who = String(order.customer?.id ?? order.email);
			const customer = customers.get(who) ?? { email: order.email, state: order.customer?.email_marketing_consent.state, days: new Set(), orders: 0, net: 0 };
			customers.set(who, customer);
			if (leftOf(order) === 0) continue;
			customer.net += leftOf(order);
			customer.orders++;
			customer.days.add(dayNumber(order.processed_at.slice(0, 10)));
		}
		return new Map([...customers].map(([who, customer]) => [who, { ...customer, ...rhythmOf(customer.days) }]));
	}

	let orders, counted;
	beforeAll(async () => {
		({ orders } = JSON.parse(sampleNodeOf(await readTemplate(file))));
		counted = countedFrom(orders);
	});

	test('the sample is what its generator writes', async () => {
		expect(sampleNodeOf(await readTemplate(file))).toBe(sampleAsText(shopifySample()));
	});

	test('the sample has what real orders bring along', () => {
		const some = (isSo) => orders.filter(isSo).length > 0;
		const isRefunded = ({ financial_status: status, cancelled_at: at }) => status === 'refunded' && at === null;
		const traps = [({ test: isTest }) => isTest, ({ cancelled_at: at }) => at !== null, isRefunded, ({ financial_status: status }) => status === 'partially_refunded', ({ financial_status: status }) => status === 'pending', ({ customer, email }) => !customer && email === '', ({ customer, email }) => !customer && email !== ''];
		expect(traps.map(some)).toEqual(traps.map(() => true));
	});

	test('there is an item for each of 60 accounts and a guest, with the purchases, the money and the rhythm that a plain count finds', () => {
		const told = shop().rows('Customer Activity').map(({ customer, asOf: day, purchases: { purchaseDays, orders: placed, daysSince, gapMedianDays, net } }) => [customer, { day, purchaseDays, placed, daysSince, gapMedianDays, net: cents(net) }]);
		const expected = [...counted].map(([customer, { purchaseDays, orders: placed, daysSince, gap, net }]) => [customer, { day: asOf, purchaseDays, placed, daysSince, gapMedianDays: gap, net }]);
		expect(counted.size).toBe(61);
		expect(Object.fromEntries(told)).toEqual(Object.fromEntries(expected));
	});

	test('the list has those silent for more than twice their own gap who agreed to e-mails, who brought most first', () => {
		const isSilent = ({ purchaseDays, daysSince, gap, state }) => purchaseDays >= 3 && daysSince > 2 * gap && state === 'subscribed';
		const expected = [...counted.values()].filter(isSilent).sort(byNet).map(({ email, daysSince, gap, net }) => ({ email, daysSince, usualGapDays: gap, net }));
		expect(expected.length).toBeGreaterThan(5);
		expect(shop().rows('Your CRM Here').map(({ email, daysSince, usualGapDays, net }) => ({ email, daysSince, usualGapDays, net: cents(net) }))).toEqual(expected);
		expect(shop().rows('Your CRM Here')[0]).toMatchObject({ name: expect.stringMatching(/^\w+ \w+$/), currency: 'EUR', consent: true, summary: expect.stringMatching(/^\d+ purchases, worth \d+ EUR, the last \d+ days ago\.$/) });
	});

	test('hints tell what was left out and that two accounts share an address', () => {
		expect(shop().hints('Customer Activity').join('\n')).toMatch(/Shopify Orders: .*Left out: 5 not paid, 3 made for a test, 5 without a customer\..*As of 2026-01-09.*1 e-mail address stands at several customers/s);
	});

	test('Ask Shopify, once activated, feeds the same node', async () => {
		const own = await resultOf(await askingOwnSystems(file, 'Every Monday', { 'Ask Shopify': 'orders' }));
		expect(own.nodes).not.toContain('Orders');
		expect(own.rows('Your CRM Here')).toEqual(shop().rows('Your CRM Here'));
	}, minutes);
});

describe('open tickets of paying customers', () => {
	const file = 'open-tickets-of-paying-customers.json';
	const joined = () => results[file];

	/** By the address, or where there is none by the requester's number: open tickets, money, and who is known where. */
	function countedFrom({ charges, tickets, users, contacts }) {
		const customers = new Map();
		const at = (key, stream) => {
			if (!customers.has(key)) customers.set(key, { streams: new Set(), open: 0, net: 0 });
			customers.get(key).streams.add(stream);
			return customers.get(key);
		};
		for (const { billing_details: { email }, status, livemode, amount, amount_refunded: back } of charges) {
			if (livemode && status === 'succeeded') at(email.toLowerCase(), 'purchases').net += amount - back;
		}
		const addressOf = new Map(users.map(({ id, email }) => [id, email]));
		for (const { requester_id: requester, status } of tickets) {
			const key = (addressOf.get(requester) ?? String(requester)).toLowerCase();
			if (status !== 'deleted') at(key, 'tickets').open += ['solved', 'closed'].includes(status) ? 0 : 1;
		}
		for (const contact of contacts) at(contact['identity-profiles'][0].identities[0].value.toLowerCase(), 'customers');
		return customers;
	}

	let sample, counted;
	beforeAll(async () => {
		sample = JSON.parse(sampleNodeOf(await readTemplate(file)));
		counted = countedFrom(sample);
	});

	test('the sample is what its generator writes', async () => {
		expect(sampleNodeOf(await readTemplate(file))).toBe(sampleAsText(stripeZendeskHubspotSample()));
	});

	test('the systems write addresses in two ways, and most tickets have none', () => {
		expect(sample.contacts.filter((contact) => /[A-Z]/.test(contact['identity-profiles'][0].identities[0].value)).length).toBeGreaterThan(5);
		expect(sample.tickets.filter(({ via }) => !via.source.from.address).length).toBeGreaterThan(sample.tickets.length / 2);
	});

	test('there is an item for everybody whom any system knows, with the streams, tickets and money that a plain count finds', () => {
		const told = joined().rows('Customer Activity').map(({ customer, streams, tickets, purchases }) => [customer, { streams, open: tickets.open, net: cents(purchases.net) }]);
		const expected = [...counted].map(([customer, { streams, open, net }]) => [customer, { streams: ['purchases', 'tickets', 'customers'].filter((stream) => streams.has(stream)).join(', '), open, net }]);
		expect(Object.fromEntries(told)).toEqual(Object.fromEntries(expected));
		expect(new Set(expected.map(([, { streams }]) => streams)).size).toBeGreaterThanOrEqual(6);
	});

	test('the list has those with open tickets, who brought most first', () => {
		const listed = joined().rows('Your Chat Here');
		const expected = [...counted].filter(([, { open }]) => open > 0).map(([customer, { open, net }]) => ({ customer, openTickets: open, net }));
		expect(expected.length).toBeGreaterThan(10);
		expect(listed.map(({ net }) => cents(net))).toEqual([...expected].sort(byNet).map(({ net }) => net));
		const inOrder = (rows) => [...rows].sort((one, other) => (one.customer < other.customer ? -1 : 1));
		expect(inOrder(listed.map(({ customer, openTickets, net }) => ({ customer, openTickets, net: cents(net) })))).toEqual(inOrder(expected));
	});

	test('consent is false for those who opted out in HubSpot, and null for all others: not having objected is no agreement', () => {
		const optedOut = new Map(sample.contacts.map((contact) => [contact['identity-profiles'][0].identities[0].value.toLowerCase(), contact.properties.hs_email_optout.value === 'true']));
		expect([...optedOut.values()].filter((isOut) => isOut).length).toBe(4);
		for (const { customer, consent } of joined().rows('Customer Activity')) expect([customer, consent]).toEqual([customer, optedOut.get(customer) ? false : null]);
	});

	test('a hint tells how many matched, another that two Stripe customers share an address', () => {
		const countOf = (isSo) => [...counted.values()].filter(isSo).length;
		const [paying, several] = [countOf(({ streams }) => streams.has('purchases')), countOf(({ streams }) => streams.size > 1)];
		const hints = joined().hints('Customer Activity').join('\n');
		expect(hints).toContain(`Matched by e-mail address: ${counted.size} customers, ${several} of them in several streams. Purchases ${paying} customers`);
		expect(hints).toMatch(/1 customer has several ids in one stream and may be several people who share an e-mail address/);
	});

	test('the nodes that ask, once activated, feed the inputs of their streams', async () => {
		const own = await resultOf(await askingOwnSystems(file, 'Every Morning', { 'Ask Stripe': 'charges', 'Ask Zendesk for Tickets': 'tickets', 'Ask HubSpot': 'contacts', 'Ask Zendesk for Users': 'users' }));
		expect(own.nodes).not.toContain('Stripe Charges');
		expect(own.rows('Your Chat Here')).toEqual(joined().rows('Your Chat Here'));
	}, minutes);
});

describe('next quarter by customer', () => {
	const quarter = () => results['next-quarter-by-customer.json'];
	const [asOf, stoodOn, ahead] = [dayNumber('2011-12-10'), dayNumber('2011-09-11'), 90];
	const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

	/** By customer, what each purchase day brought. */
	let bought;
	beforeAll(async () => {
		const [, ...lines] = (await readFile(join(root, 'templates', 'data', 'online_retail_invoices.csv'), 'utf8')).trim().split('\n');
		bought = new Map();
		for (const [customer, , at, amount] of lines.map((line) => line.split(','))) {
			const days = bought.get(customer) ?? new Map();
			bought.set(customer, days);
			const day = dayNumber(at.slice(0, 10));
			days.set(day, (days.get(day) ?? 0) + Number(amount));
		}
	});

	const daysOf = (customer) => [...bought.get(customer).keys()];
	const items = () => quarter().rows('Customer Forecast');
	const evidence = (about) => quarter().rows('Customer Forecast', 1).filter((row) => row.about === about);

	test('there is an item for each of 4,338 customers, with the purchase days and the silence that a plain count finds', () => {
		const told = items().map(({ customer, purchaseDays, daysSince }) => [customer, purchaseDays, daysSince]);
		expect(told.length).toBe(4338);
		expect(told).toEqual([...bought.keys()].sort().map((customer) => [customer, daysOf(customer).length, asOf - Math.max(...daysOf(customer))]));
	});

	test('models are held against the 3,385 customers of 2011-09-11, of whom 1,922 bought in 90 days; days since the last purchase names the right one in 69 of 100 cases', () => {
		const then = [...bought.keys()].map(daysOf).map((days) => ({ silent: stoodOn - Math.max(...days.filter((day) => day <= stoodOn)), hasBought: days.some((day) => day > stoodOn && day <= stoodOn + ahead) })).filter(({ silent }) => silent < Infinity);
		const [didBuy, didNot] = [true, false].map((outcome) => then.filter(({ hasBought }) => hasBought === outcome).map(({ silent }) => silent));
		const lapsed = then.filter(({ silent }) => silent > 90);
		const rightOnes = sum(didBuy.map((one) => sum(didNot.map((other) => (one < other) + 0.5 * (one === other)))));
		expect([then.length, didBuy.length, lapsed.length]).toEqual([3385, 1922, 1461]);
		for (const row of evidence('model')) expect(row).toMatchObject({ customers: 3385, bought: 1922, lapsedCustomers: 1461, lapsedBought: lapsed.filter(({ hasBought }) => hasBought).length });
		expect(evidence('model').find(({ isBaseline }) => isBaseline).auc).toBeCloseTo(rightOnes / (didBuy.length * didNot.length), 9);
		expect(Math.round((100 * rightOnes) / (didBuy.length * didNot.length))).toBe(69);
	});

	test('the sentence about all customers adds up the items, and names the 2,769 purchases of the same days a year before', () => {
		const yearBefore = [...bought.values()].flatMap((days) => [...days]).filter(([day]) => day > asOf - 365 && day <= asOf - 365 + ahead);
		expect(yearBefore.length).toBe(2769);
		const total = (field) => Math.round(sum(items().map((item) => item[field]))).toLocaleString('en-US');
		const [{ summary }] = evidence('forecast');
		expect(summary).toContain(`Of 4,338 customers, ${total('chanceToReturn')} (`);
		expect(summary).toContain(`, with ${total('expectedPurchases')} purchases in all, worth ${total('expectedSpend')}. In the same days a year before there were 2,769, worth ${Math.round(sum(yearBefore.map(([, amount]) => amount))).toLocaleString('en-US')};`);
		expect(quarter().hints('Customer Forecast')).toContain(summary.replaceAll('\u00a0', ' '));
	});

	test('a customer is a champion who is among the two best fifths by silence, purchase days and money: 886', () => {
		const customers = [...bought].map(([customer, days]) => ({ customer, silent: asOf - Math.max(...days.keys()), frequency: days.size, money: Math.round(sum([...days.values()]) * 100) }));
		/** How many have less of it than a customer. */
		const belowBy = (figure) => {
			const sorted = customers.map((one) => one[figure]).sort((one, other) => one - other);
			return (one) => sorted.findIndex((other) => other >= one[figure]);
		};
		const [moreLately, lessOften, lessMoney] = ['silent', 'frequency', 'money'].map(belowBy);
		const fifths = (number) => Math.floor((5 * number) / customers.length);
		const isChampion = (one) => 5 - fifths(moreLately(one)) >= 4 && 1 + fifths(lessOften(one)) >= 4 && 1 + fifths(lessMoney(one)) >= 4;
		const champions = customers.filter(isChampion).map(({ customer }) => customer).sort();
		expect(champions.length).toBe(886);
		expect(items().filter(({ segment }) => segment === 'Champions').map(({ customer }) => customer)).toEqual(champions);
	});

	test('the spreadsheet has a row a customer with a dozen columns, who is expected to spend most first', () => {
		const rows = quarter().rows('Most Expected First');
		expect(Object.keys(rows[0])).toEqual(['customer', 'segment', 'rfm', 'chanceToReturn', 'expectedPurchases', 'expectedSpend', 'currency', 'until', 'purchaseDays', 'lastPurchaseOn', 'daysSince', 'summary']);
		const chosen = ({ customer, expectedSpend }) => [customer, expectedSpend];
		expect(rows.map(chosen)).toEqual(items().map(chosen).sort(([, one], [, other]) => other - one));
		expect(quarter().nodes).toContain('Make a Spreadsheet');
	});

	test('the message for the owner has the sentence about all, a line a segment that add up to it, and why this model', () => {
		const [{ message }] = quarter().rows('Your Chat Here');
		const [{ summary, why }] = evidence('forecast');
		const [first, lines, last] = message.split('\n\n');
		expect([first, last]).toEqual([summary, `How we know: ${why}`]);
		const figuresOf = (line) => line.match(/^• .+: ([\d,]+) of ([\d,]+) customers, ([\d,]+) purchases, worth ([\d,]+)$/).slice(1).map((text) => Number(text.replaceAll(',', '')));
		const figures = lines.split('\n').map(figuresOf);
		expect(figures.length).toBe(11);
		expect(sum(figures.map(([, customers]) => customers))).toBe(4338);
		for (const [place, field] of [[0, 'chanceToReturn'], [2, 'expectedPurchases'], [3, 'expectedSpend']]) {
			expect(Math.abs(sum(figures.map((line) => line[place])) - sum(items().map((item) => item[field])))).toBeLessThan(11 / 2);
		}
		expect(lines).toMatch(/^• Champions: [\d,]+ of 886 customers/);
	});
});
