/*
 * Writes the sample of the template that joins three systems: charges of Stripe, tickets and users of Zendesk, contacts
 * of HubSpot, as the nodes of n8n give them, of a small software firm that does not exist.
 *
 *   node templates/data/stripe_zendesk_hubspot.mjs
 *
 * Everything is drawn from one seed and no clock is read, so two runs give the same bytes. The systems share nothing but
 * e-mail addresses, and those are written as people write them. Some customers are in one system only, two share an
 * address, some addresses are known to Zendesk and stand in no ticket.
 */
import { fileURLToPath } from 'node:url';
import { putIntoTemplate } from './inTemplate.mjs';
import { peopleWhoDoNotExist } from './people.mjs';
import { draws, randomNumbers } from './seeded.mjs';

const seed = 20260110;
const peopleCount = 62;
const day = 86_400_000;
const firstMonth = [2025, 6];
/** The last day with a row. */
const lastMoment = Date.UTC(2026, 0, 8, 16, 30);
const inSeconds = (moment) => Math.floor(moment / 1000);
const asText = (moment) => new Date(moment).toISOString().replace('.000Z', 'Z');

const prices = [1900, 4900, 9900, 24_900];
/** By topic, what people ask: the subject and the text. */
const questions = {
	export: [['Export stops half way', 'At 60 % nothing moves any more, since Monday.'], ['How to export', 'Is there a way to get everything at once?']],
	billing: [['Wrong address on the invoice', 'We moved in spring.'], ['Charged twice', 'This month there are two charges on our card.']],
	login: [['Cannot sign in', 'It says that my account is unknown.'], ['Single sign-on', 'Please reset it, our provider has changed.']],
	how_to: [['Add a colleague', 'Where do I invite somebody?'], ['Rename a project', 'Can that still be done?']],
};
const owners = ['41001', '41002', '41003'];

/** Who is known to which systems: most to all three, some to one or two. */
const knownTo = { szh: 26, sz: 6, sh: 16, s: 4, zh: 3, z: 3, h: 4 };

function makePeople({ between, happens, weighed, oneOf, id }) {
	return peopleWhoDoNotExist(peopleCount).map((person, place) => ({
		...person,
		systems: weighed(knownTo),
		stripeId: id('cus_U', 13),
		requesterId: 36_100_001 + place * 17,
		vid: 2001 + place,
		cents: oneOf(prices),
		payDay: between(1, 28),
		startsIn: weighed({ 0: 70, 1: 6, 2: 6, 3: 6, 4: 6, 5: 6 }),
		leavesAfter: happens(0.2) ? between(2, 5) : 99,
		tickets: weighed({ 0: 10, 1: 45, 2: 25, 3: 15, 5: 5 }),
		/** Whether Zendesk knows only a telephone number. */
		callsOnly: place === 3,
		owner: oneOf(owners),
		objects: happens(0.08),
		writesLarge: happens(0.3),
	}));
}

const isIn = (system) => ({ systems }) => systems.includes(system);
const asWritten = ({ email, writesLarge, firstName, lastName }) => (writesLarge ? `${firstName}.${lastName}@Example.com` : email);

function chargeAsStripeHasIt({ person, at, cents, status = 'succeeded', backCents = 0, isTest = false, customer = person.stripeId }, { id, between }) {
	const charge = id('ch_3T', 18);
	const back = backCents === 0 ? [] : [{ id: id('re_3T', 18), object: 'refund', amount: backCents, created: inSeconds(at) + between(1, 20) * 3600, currency: 'usd', status: 'succeeded' }];
	return {
		id: charge,
		object: 'charge',
		amount: cents,
		amount_refunded: backCents,
		billing_details: { email: person.email, name: `${person.firstName} ${person.lastName}` },
		captured: status === 'succeeded',
		created: inSeconds(at),
		currency: 'usd',
		customer,
		disputed: false,
		livemode: !isTest,
		paid: status === 'succeeded',
		refunded: backCents === cents,
		refunds: { object: 'list', data: back },
		status,
	};
}

/** A charge a month; some fail first and go through three days later, some are paid back. */
function chargesOf(person, drawn) {
	const { weighed } = drawn;
	const charges = [];
	for (let month = Number(person.startsIn); month < Math.min(7, Number(person.startsIn) + person.leavesAfter); month++) {
		const at = Date.UTC(firstMonth[0], firstMonth[1] + month, person.payDay, 7, 15, month);
		const fate = weighed({ paid: 90, failed: 5, part: 3, whole: 2 });
		if (fate === 'failed') charges.push({ person, at, cents: person.cents, status: 'failed' });
		const backCents = { part: Math.round(person.cents / 4), whole: person.cents }[fate] ?? 0;
		charges.push({ person, at: fate === 'failed' ? at + 3 * day : at, cents: person.cents, backCents });
	}
	return charges.filter(({ at }) => at <= lastMoment).map((charge) => chargeAsStripeHasIt(charge, drawn));
}

function chargesOfAll(people, drawn) {
	const payers = people.filter(isIn('s'));
	const [first, second, third] = payers;
	const strange = [
		// Two Stripe customers with one address.
		...[1, 3, 5].map((month) => ({ person: first, at: Date.UTC(2025, 6 + month, 20, 9), cents: 9900, customer: 'cus_USecondAccount' })),
		{ person: second, at: Date.UTC(2025, 9, 3, 12), cents: 5000, isTest: true },
		// Paid by a link, without a customer of Stripe.
		{ person: third, at: Date.UTC(2025, 10, 11, 12), cents: 30_000, customer: null },
	].map((charge) => chargeAsStripeHasIt(charge, drawn));
	return [...payers.flatMap((person) => chargesOf(person, drawn)), ...strange].sort((one, other) => other.created - one.created);
}

function ticketsOf(person, { between, happens, oneOf, weighed }) {
	return Array.from({ length: Number(person.tickets) }, () => {
		const at = lastMoment - between(0, 100) * day - between(0, 30_000) * 1000;
		const topic = oneOf(Object.keys(questions));
		const isYoung = lastMoment - at < 21 * day;
		const status = weighed(isYoung ? { new: 25, open: 35, pending: 10, hold: 5, solved: 25 } : { open: 8, pending: 3, solved: 40, closed: 46, deleted: 3 });
		const isDone = status === 'solved' || status === 'closed';
		return { person, at, topic, status, changedAt: Math.min(lastMoment, at + between(1, 90) * 3_600_000), byMail: happens(0.45), wentWrong: happens(0.3), score: isDone && happens(0.4) ? weighed({ good: 70, bad: 30 }) : 'unoffered', question: oneOf(questions[topic]) };
	});
}

function ticketAsZendeskHasIt({ person, at, topic, status, changedAt, byMail, wentWrong, score, question: [subject, description] }, place) {
	const id = 8001 + place;
	const from = byMail && !person.callsOnly ? { address: asWritten(person), name: `${person.firstName} ${person.lastName}` } : {};
	return {
		url: `https://example.zendesk.com/api/v2/tickets/${id}.json`,
		id,
		via: { channel: from.address ? 'email' : 'web', source: { from, to: {}, rel: null } },
		created_at: asText(at),
		updated_at: asText(changedAt),
		type: wentWrong ? 'problem' : 'question',
		subject,
		description,
		status,
		requester_id: person.requesterId,
		submitter_id: person.requesterId,
		tags: [topic],
		satisfaction_rating: { score },
		result_type: 'ticket',
	};
}

function userAsZendeskHasIt({ requesterId, firstName, lastName, email, callsOnly }) {
	return {
		id: requesterId,
		name: `${firstName} ${lastName}`,
		email: callsOnly ? null : email,
		phone: callsOnly ? '+4930555017' : null,
		created_at: asText(Date.UTC(2025, 5, 1, 10)),
		updated_at: asText(Date.UTC(2025, 11, 1, 10)),
		role: 'end-user',
		active: true,
		suspended: false,
		verified: true,
		locale_id: 1,
	};
}

/** Every third without the property, as the node gives it where it was not asked for: the address stands among the identities. */
function contactAsHubspotHasIt(person) {
	const { vid, firstName, lastName, owner, objects } = person;
	const email = asWritten(person);
	const properties = { firstname: firstName, lastname: lastName, ...(vid % 3 === 0 ? {} : { email }), hubspot_owner_id: owner, hs_email_optout: String(objects), createdate: String(Date.UTC(2025, 4, 1 + (vid % 28))), lastmodifieddate: String(Date.UTC(2025, 11, 1 + (vid % 28))) };
	return {
		vid,
		'portal-id': 62515,
		'is-contact': true,
		properties: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, { value }])),
		'identity-profiles': [{ vid, identities: [{ type: 'EMAIL', value: email, 'is-primary': true }] }],
	};
}

export function stripeZendeskHubspotSample() {
	const drawn = draws(randomNumbers(seed));
	const people = makePeople(drawn);
	const requesters = people.filter(isIn('z'));
	const tickets = requesters.flatMap((person) => ticketsOf(person, drawn)).sort((one, other) => one.at - other.at);
	return {
		charges: chargesOfAll(people, drawn),
		tickets: tickets.map(ticketAsZendeskHasIt).reverse(),
		users: requesters.map(userAsZendeskHasIt),
		contacts: people.filter(isIn('h')).map(contactAsHubspotHasIt),
	};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await putIntoTemplate('open-tickets-of-paying-customers.json', stripeZendeskHubspotSample());
