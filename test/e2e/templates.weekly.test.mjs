/*
 * Weekly win-back in the real n8n, with a PostgreSQL and a mail server on loopback that keep what they get: who is called,
 * who gets a letter and when, who is left alone, and that nobody is contacted twice.
 *
 * Who lapsed, objected or came back is counted here from the sample's rows; whom rules are about was planted by
 * templates/data/tea_shop.mjs (`planted`). The clock of the quiet hours is set to half past eight of a winter's morning
 * in London, a day that is always to come; rows are then put back in time, so that it is noon of that day.
 */
import { createHmac } from 'node:crypto';
import { importCredentials, importWorkflows } from '../../playground/n8n.mjs';
import { sampleAsText } from '../../templates/data/inTemplate.mjs';
import { mondays, planted, teaShopSample, templateOfTeaShop } from '../../templates/data/tea_shop.mjs';
import { openMailbox } from './mailbox.mjs';
import { openN8n } from './openN8n.mjs';
import { homeWithTemplates, readTemplate, throwAway } from './pack.mjs';
import { startPostgres } from './postgres.mjs';
import { credentialsOf, onMonday } from './weeks.mjs';

const minutes = 60_000;
const [monday, nextMonday] = mondays;
const sample = teaShopSample();
const customerOf = (id) => sample.customers.find(({ customer_id: each }) => each === id);

const winter = `${new Date().getUTCFullYear() + 1}-01-11`;
const halfPastEight = `${winter}T08:30:00Z`;
const noon = `${winter}T12:00:00Z`;
/** In London and Berlin the day has begun by then, in New York it does so at 13:00 of Greenwich, in Los Angeles at 16:00. */
const beginsIn = { 'Europe/London': '08:30', 'Europe/Berlin': '08:30', 'America/New_York': '13:00', 'America/Los_Angeles': '16:00' };

const inMilliseconds = 86_400_000;
const dayOf = (date) => Date.parse(date) / inMilliseconds;

const lists = ['First', 'Worth It', 'Not Worth It', 'Not Contacted'];
const tables = ['win_back_attempts', 'call_tasks', 'win_back_not_worth_it', 'win_back_not_contacted'];
/** As the template has them. */
const [calls, budget] = [6, 24];

/** Who is held out: the draw is a keyed hash of the customer, the key being the campaign's name where no credential says another. */
const isDrawn = (customer) => createHmac('sha256', 'win-back').update(`win-back\0${customer}`).digest().readUIntBE(0, 6) / 2 ** 48 < 0.1;
/** A tea room that is held out on the first Monday, and orders in the week after it; the sample does not have that order. */
const returning = planted.heldOut;
const laterOrder = { customer_id: returning, ordered_on: '2026-03-12', amount: 310, currency: 'GBP', category: 'Oolong', promotion: 'no' };

let home, n8n, postgres, mailbox;
/** What each run told, and what the tables and the mailbox held then. */
const runs = {};
const marks = {};

async function runAs(id, trigger) {
	const result = await n8n.run(id, trigger);
	return { result, told: Object.fromEntries(lists.map((list, output) => [list, result.rows('Win-Back Priority', output)])), ...(await kept()) };
}

async function kept() {
	const rows = await Promise.all(tables.map((table) => postgres.rows(`SELECT * FROM ${table}`)));
	const byTable = Object.fromEntries(tables.map((table, place) => [table, rows[place]]));
	const attempts = byTable.win_back_attempts.sort((one, other) => (one.campaign_key < other.campaign_key ? -1 : 1));
	return { ...byTable, contacts: attempts.filter(({ holdout }) => !holdout), heldOut: attempts.filter(({ holdout }) => holdout), letters: [...mailbox.letters] };
}

const lettersOf = ({ contacts }) => contacts.filter(({ channel }) => channel === 'email');

beforeAll(async () => {
	[postgres, mailbox, home] = await Promise.all([startPostgres(), openMailbox(), homeWithTemplates([])]);
	await importWorkflows(home, [
		await onMonday(monday, { id: 'monday', notBefore: halfPastEight, isHourly: true }),
		await onMonday(monday, { id: 'monday-now' }),
		await onMonday(nextMonday, { id: 'next-monday', addOrder: laterOrder }),
	]);
	await importCredentials(home, credentialsOf(postgres, mailbox));
	n8n = await openN8n(home);

	runs.first = await runAs('monday');
	marks.refused = lettersOf(runs.first).find(({ customer }) => customerOf(customer).time_zone === 'Europe/Berlin');
	mailbox.refused.add(marks.refused.contact_at);
	await postgres.does(`UPDATE win_back_attempts SET send_after = send_after - (timestamptz '${noon}' - now())`);
	runs.noon = await runAs('monday', 'Every Hour');
	mailbox.refused.clear();
	await postgres.does(`UPDATE win_back_attempts SET status = 'waiting' WHERE status = 'failed'`);
	await postgres.does(`UPDATE win_back_attempts SET send_after = send_after - interval '6 hours'`);
	runs.evening = await runAs('monday', 'Every Hour');
	runs.again = await runAs('monday');
	runs.nextWeek = await runAs('next-monday');
	await postgres.does(`TRUNCATE ${tables.join(', ')}`);
	mailbox.letters.length = 0;
	await Promise.all([n8n.run('monday-now'), n8n.run('monday-now')]);
	runs.atOnce = await kept();
}, 5 * minutes);
afterAll(async () => {
	await n8n?.stop();
	await postgres?.stop();
	await mailbox?.close();
	if (home) await throwAway(home);
}, minutes);

const ids = (rows) => rows.map(({ customer }) => customer).sort();
const everybody = ({ told }) => lists.flatMap((list) => told[list]);
const keysOf = (rows) => rows.map(({ campaign_key: key }) => key);

/** Who has been silent for more than 90 days: since their last order that was not sent back, else since their first. */
function lapsedOn(day, orders = sample.orders) {
	const before = orders.filter(({ ordered_on: date }) => date <= day);
	const isSentBack = ({ customer_id: customer, ordered_on: date, amount }) => before.some((other) => other.customer_id === customer && other.amount === -amount && other.ordered_on > date);
	const lastOf = (customer) => {
		const own = before.filter(({ customer_id: id, amount }) => id === customer && amount > 0);
		const days = own.map((order) => ({ day: dayOf(order.ordered_on), isKept: !isSentBack(order) }));
		const kept = days.filter(({ isKept }) => isKept);
		return kept.length > 0 ? Math.max(...kept.map((each) => each.day)) : Math.min(...days.map((each) => each.day));
	};
	return [...new Set(before.map(({ customer_id: id }) => id))].filter((customer) => dayOf(day) - lastOf(customer) > 90).sort();
}

test('the sample is what its generator writes', async () => {
	const { nodes } = await readTemplate(templateOfTeaShop);
	expect(nodes.find(({ name }) => name === 'Sample').parameters.jsonOutput).toBe(sampleAsText(sample));
});

describe('on the first Monday', () => {
	const run = () => runs.first;

	test('the lists have whoever ordered nothing for more than 90 days, each once', () => {
		expect(ids(everybody(run()))).toEqual(lapsedOn(monday));
	});

	test('First are as many as can be called, by rank; the tea room that has been silent for 130 days is one of them, as a wholesale customer', () => {
		const { First: first } = run().told;
		expect(first.length).toBe(calls);
		expect(first.map(({ rank }) => rank)).toEqual(first.map((_, place) => place + 1));
		const tearoom = first.find(({ customer }) => customer === planted.cafe);
		expect(tearoom).toMatchObject({ channel: 'call', daysSince: 130, findings: expect.arrayContaining([expect.objectContaining({ rule: 'wholesaleOrHighMargin' })]) });
	});

	test('each of First and Worth It is written down under a key of its own, before anything is sent', () => {
		const { First: first, 'Worth It': worthIt } = run().told;
		expect(keysOf(run().contacts).sort()).toEqual([...first, ...worthIt].map(({ campaignKey }) => campaignKey).sort());
		expect(lettersOf(run()).every(({ status }) => status === 'waiting')).toBe(true);
		expect(run().letters).toEqual([]);
	});

	test('each of First is one task, with the reasons, for a manager who did not handle them before', () => {
		const { First: first } = run().told;
		expect(run().call_tasks.map(({ customer, why, status }) => [customer, why, status])).toEqual(first.map(({ customer, summary }) => [customer, summary, 'open']));
		for (const { customer, manager, phone } of run().call_tasks) {
			expect(['Emma', 'Oleh', 'Sahar']).toContain(manager);
			expect(manager).not.toBe(customerOf(customer).owner);
			expect(phone.replaceAll(' ', '')).toBe(customerOf(customer).phone.replaceAll(' ', ''));
		}
	});

	test('nobody is called or written to before eight on their own clock', () => {
		for (const { customer, send_after: from } of run().contacts) expect(from).toBe(`${winter}T${beginsIn[customerOf(customer).time_zone]}:00+00:00`);
		for (const { campaign_key: key, call_after: from } of run().call_tasks) expect(from).toBe(run().contacts.find((row) => row.campaign_key === key).send_after);
	});

	test('who buys only on promotion and who sends back most of it is not worth it, with the numbers', () => {
		const why = (customer) => run().win_back_not_worth_it.find((row) => row.customer === customer).why_not;
		expect(why(planted.onPromotion)).toMatch(/\b(\d+) of \1 purchases on promotion/);
		expect(why(planted.returner)).toMatch(/returned or cancelled/);
		expect(ids(run().win_back_not_worth_it)).toEqual(ids(run().told['Not Worth It']));
	});

	test('who objected is neither scored nor kept anywhere: it is counted', () => {
		const objectors = lapsedOn(monday).filter((customer) => customerOf(customer).consent === 'no');
		expect(objectors).toContain(planted.objector);
		const told = run().told['Not Contacted'].filter(({ reasonCode }) => reasonCode === 'objected');
		expect(ids(told)).toEqual(objectors);
		expect(told.every(({ chanceToReturn, priority }) => chanceToReturn === null && priority === null)).toBe(true);
		expect(run().win_back_not_contacted).toContainEqual({ as_of: monday, reason_code: 'objected', customers: objectors.length });
		for (const table of tables) expect(ids(run()[table].filter(({ customer }) => objectors.includes(customer)))).toEqual([]);
	});

	test('without a valid address or number nobody is contacted', () => {
		expect(run().told['Not Contacted'].find(({ customer }) => customer === planted.unreachable)).toMatchObject({ reasonCode: 'unreachable' });
				for (const { customer, contact_at: address } of lettersOf(run())) {
			expect(address).toMatch(/@example\.com$/);
			expect(address).toBe(customerOf(customer).email);
		}
	});

	test('who has the address of somebody who objects is left alone too, and of a household one gets a letter', () => {
		const alone = (customer) => run().told['Not Contacted'].find((each) => each.customer === customer)?.reasonCode;
		expect(alone(planted.sharesWithObjector)).toBe('addressObjected');
		const told = planted.household.map(alone);
		expect(told.filter((code) => code === 'sameAddress').length).toBe(1);
		expect(ids(lettersOf(run()))).toContain(planted.household[told.indexOf(undefined)]);
	});

	test('calls and money are no more than are to be had', () => {
		const { First: first, 'Worth It': worthIt } = run().told;
		expect(first.length).toBe(calls);
		expect([...first, ...worthIt].reduce((sum, { contactCost, offerCost }) => sum + contactCost + offerCost, 0)).toBeLessThanOrEqual(budget);
	});

	test('who is held out is written down: those who would be on First or Worth It, but for the draw', () => {
		const heldOut = run().told['Not Contacted'].filter(({ holdout }) => holdout);
		expect(run().heldOut.map(({ customer, channel, held_out_from: from, status }) => [customer, channel, from, status]).sort()).toEqual(heldOut.map(({ customer, channel, heldOutFrom }) => [customer, channel, heldOutFrom, 'held out']).sort());
		expect(ids(heldOut).filter(isDrawn)).toEqual(ids(heldOut));
		expect(ids(run().contacts).filter(isDrawn)).toEqual([]);
		expect(new Set(heldOut.map(({ heldOutFrom }) => heldOutFrom))).toEqual(new Set(['first', 'worthIt']));
	});
});

describe('at noon in London', () => {
	const begun = ({ customer }) => ['Europe/London', 'Europe/Berlin'].includes(customerOf(customer).time_zone);

	test('those in London and Berlin have their letter, those in New York and Los Angeles wait', () => {
		const due = lettersOf(runs.first).filter(begun);
		const got = due.filter(({ campaign_key: key }) => key !== marks.refused.campaign_key);
		expect(runs.noon.letters.map(({ to: [address] }) => address).sort()).toEqual(got.map(({ contact_at: address }) => address).sort());
		const waiting = runs.noon.contacts.filter(({ status }) => status === 'waiting');
		expect(waiting.length).toBeGreaterThan(0);
		expect(keysOf(waiting).sort()).toEqual(keysOf(lettersOf(runs.first).filter((row) => !begun(row))).sort());
	});

	test('a letter that the mail server refused is marked, with its words, and all others are', () => {
		const failed = runs.noon.contacts.filter(({ status }) => status === 'failed');
		expect(failed).toMatchObject([{ campaign_key: marks.refused.campaign_key, mailed_at: null, problem: expect.stringContaining('No such mailbox') }]);
	});

	test('six hours later all have their letter, the one set to waiting again too, and nobody two', () => {
		expect(runs.evening.letters.map(({ to: [address] }) => address).sort()).toEqual(lettersOf(runs.first).map(({ contact_at: address }) => address).sort());
		expect(lettersOf(runs.evening).every(({ status, mailed_at: at }) => status === 'sent' && at !== null)).toBe(true);
	});
});

describe('a letter', () => {
	const inLanguage = (language) => {
		const row = lettersOf(runs.first).find(({ customer }) => customerOf(customer).language === language);
		return { ...runs.evening.letters.find(({ to: [address] }) => address === row.contact_at), customer: customerOf(row.customer) };
	};
	const opening = { en: 'Dear', uk: 'Вітаємо', ru: 'Здравствуйте', fa: 'گرامی، سلام' };
	/** How much water. */
	const advice = { en: '200 ml', uk: '200 мл', ru: '200 мл', fa: '۲۰۰ میلی' };

	test.each(['en', 'uk', 'ru', 'fa'])('in %s calls the customer by name in the subject, begins with something useful, and has the bonus behind the ways to come back', (language) => {
		const { subject, text, html, customer, from } = inLanguage(language);
		expect(subject.startsWith(customer.addressed_as)).toBe(true);
		expect(from).toContain('emma@leaf-and-cup.example.com');
		expect(text.split('\n')[0]).toContain(opening[language]);
		const places = [opening[language], advice[language], '/brewing', '–', '/account', 'TEA3', `/no-letters?to=${customer.customer_id}`].map((part) => text.indexOf(part));
		expect(places).not.toContain(-1);
		expect(places).toEqual([...places].sort((one, other) => one - other));
		expect(text.match(/^– /gm).length).toBe(3);
		expect(`${subject}\n${text}`).not.toMatch(/undefined|null|\{\{|Invalid DateTime|n8n/);
		expect(html).toBe(false);
	});
});

describe('the same Monday again', () => {
	test('nobody is on a list, so that nobody else gets a call or a letter in the stead of those who had theirs', () => {
		expect(everybody(runs.again)).toEqual([]);
		for (const table of tables) expect(runs.again[table]).toEqual(runs.evening[table]);
		expect(runs.again.letters).toEqual(runs.evening.letters);
	});
});

describe('a Monday later', () => {
	const run = () => runs.nextWeek;

	test('who fell silent in between is looked at, who ordered is on no list', () => {
		const [then, now] = [lapsedOn(monday), lapsedOn(nextMonday, [...sample.orders, laterOrder])];
		expect(now.filter((customer) => !then.includes(customer)).length).toBeGreaterThan(0);
		expect(ids(everybody(run()))).toEqual(now);
	});

	test('nobody got a second letter or a second task, and no address or number a second contact', () => {
		const addresses = run().letters.map(({ to: [address] }) => address);
		expect(addresses.length).toBe(new Set(addresses).size);
		const contactedAt = run().contacts.map(({ contact_at: at }) => at);
		expect(contactedAt.length).toBe(new Set(contactedAt).size);
		expect(ids(run().contacts).length).toBe(new Set(ids(run().contacts)).size);
		expect(keysOf(run().call_tasks).sort()).toEqual(keysOf(run().contacts.filter(({ channel }) => channel === 'call')).sort());
	});

	test('whoever was contacted in this silence is left in peace, and whoever was held out stays so', () => {
		const now = new Map(run().told['Not Contacted'].map((each) => [each.customer, each]));
		for (const { customer } of runs.first.contacts) if (lapsedOn(nextMonday).includes(customer)) expect(now.get(customer)).toMatchObject({ reasonCode: 'alreadyContacted' });
		for (const { customer, held_out_from: from } of runs.first.heldOut) if (customer !== returning) expect(now.get(customer)).toMatchObject({ reasonCode: 'heldOutBefore', heldOutFrom: from });
	});

	test('calls are there anew', () => {
		const { First: first } = run().told;
		expect(first.length).toBeGreaterThan(0);
		expect(run().contacts.filter(({ channel, as_of: asOf }) => channel === 'call' && asOf === nextMonday).map(({ customer }) => customer).sort()).toEqual(ids(first));
	});

	test('what was due is sent, and what is not waits for its hour', () => {
		const sent = lettersOf(run()).filter(({ status }) => status === 'sent');
		expect(run().letters.length).toBe(sent.length);
		expect(lettersOf(run()).every(({ status }) => ['sent', 'waiting'].includes(status))).toBe(true);
	});

	test('those held out a week before are left alone still, and stand in the table once, since the day on which they first were', () => {
		const drawn = ids(runs.first.heldOut);
		expect(ids(run().contacts).filter((customer) => drawn.includes(customer))).toEqual([]);
		expect(run().heldOut.filter(({ customer }) => drawn.includes(customer))).toEqual(runs.first.heldOut);
		expect(run().heldOut.length).toBeGreaterThan(drawn.length);
	});

	test('a held-out customer who ordered is on no list', () => {
		expect(ids(runs.first.heldOut)).toContain(returning);
		expect(ids(everybody(run()))).not.toContain(returning);
	});
});

test('two runs at the same moment contact nobody twice', () => {
	const { contacts, call_tasks: tasks, letters } = runs.atOnce;
	expect(ids(contacts).length).toBe(new Set(ids(contacts)).size);
	expect(tasks.length).toBe(contacts.filter(({ channel }) => channel === 'call').length);
	const addresses = letters.map(({ to: [address] }) => address);
	expect(addresses.length).toBe(new Set(addresses).size);
	expect(addresses.sort()).toEqual(contacts.filter(({ status }) => status === 'sent').map(({ contact_at: address }) => address).sort());
	expect(tasks.length).toBeLessThanOrEqual(calls);
});

test('a month later the query says how many came back, of the contacted and of the held out by channel, each attempt once', async () => {
	const { nodes } = await readTemplate(templateOfTeaShop);
	const { query } = nodes.find(({ name }) => name === 'Did It Help').parameters;
	const { contacts, heldOut } = runs.atOnce;
	const by = (rows, channel) => rows.filter((row) => row.channel === channel);
	const [called, written, notWritten, notCalled] = [by(contacts, 'call'), by(contacts, 'email'), by(heldOut, 'email'), by(heldOut, 'call')];
	const back = [called[0], written[0], written[1], notWritten[0]];
	// The first orders twice, which is one return; the last three are in time for nobody: the day itself, five weeks later, and money given back.
	const orders = [...back, called[0]].map(({ customer }) => `('${customer}', date '2026-03-20', 40.0)`);
	orders.push(`('${written[2].customer}', date '2026-03-09', 40.0)`, `('${written[2].customer}', date '2026-04-13', 40.0)`, `('${notWritten[1].customer}', date '2026-03-20', -12.5)`);
	await postgres.does(`CREATE TABLE orders AS SELECT * FROM (VALUES ${orders.join(', ')}) AS order_of(customer_id, ordered_on, amount)`);
	const told = (channel, who, rows, cameBack) => ({ channel, who, customers: rows.length, came_back: cameBack, percent: Math.round((1000 * cameBack) / rows.length) / 10 });
	expect(await postgres.rows(query)).toEqual([
		told('call', 'contacted', called, 1),
		told('call', 'held out', notCalled, 0),
		told('email', 'contacted', written, 2),
		told('email', 'held out', notWritten, 1),
	]);
});
