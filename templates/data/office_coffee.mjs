/*
 * Writes the sample of the templates "Morning warning signs": what six systems know of the customers of a firm that does
 * not exist. It lends coffee machines to offices for a monthly fee, sells beans, and has an app in which offices note
 * what they use up.
 *
 *   node templates/data/office_coffee.mjs
 *
 * Everything is drawn from one seed and no clock is read, so two runs give the same bytes. Most of forty offices do
 * what they always do. Of twelve something else is told, on purpose and by hand: `fates` says of whom and on which of
 * three mornings, Tuesday to Thursday, it can first be seen.
 */
import { fileURLToPath } from 'node:url';
import { putIntoTemplate } from './inTemplate.mjs';
import { peopleWhoDoNotExist } from './people.mjs';
import { draws, randomNumbers } from './seeded.mjs';

export const templatesOfOffices = ['morning-warning-signs.json', 'morning-warning-signs-hubspot.json', 'morning-warning-signs-pipedrive.json'];

const seed = 20260310;
const officeCount = 40;
const inMilliseconds = 86_400_000;
const dayOf = (date) => Date.parse(date) / inMilliseconds;
const dateOf = (day) => new Date(day * inMilliseconds).toISOString().slice(0, 10);
const momentOf = (day, hour) => `${dateOf(day)}T${String(hour).padStart(2, '0')}:00:00Z`;

/** Tuesday, Wednesday and Thursday. */
export const mornings = ['2026-03-10', '2026-03-11', '2026-03-12'];
const [tuesday, wednesday, thursday] = mornings.map(dayOf);
const firstDay = dayOf('2025-08-01');

const trades = ['Architects', 'Law', 'Dental', 'Logistics', 'Design', 'Insurance', 'Studio', 'Tax', 'Software', 'Print'];
const owners = ['Olena', 'Jakob', 'Sahar'];
const plans = { One: 89, Two: 149, Four: 279 };

/** Of these offices something is told; the others only do what they always do. By number of the office. */
const fates = {
	/** Say on Sunday, in Ukrainian, that they leave. */
	saysInUkrainian: 3,
	/** Ask on Monday how one leaves. */
	asksHow: 7,
	/** Have not touched the app for 31 days. */
	stoppedUsing: 11,
	/** A trap: pays 30 % more since January, which alone is no reason to leave. */
	priceRose: 14,
	/** Ordered every week and have not for 65 days; the card was tried four times for the invoice of February. On Thursday they order and pay, 25 days late. */
	returnsOnThursday: 18,
	/** Ordered every week, have not for 120 days, and do on Thursday. */
	ordersOnThursday: 21,
	/** Somebody new answers the telephone since the end of February; early on Wednesday three complaints come in. */
	newPersonComplains: 25,
	/** Say early on Wednesday, in Persian, that they leave. */
	saysInPersian: 28,
	/** A trap: cancels a delivery and nothing else. */
	cancelsADelivery: 31,
	/** A trap in Ukrainian: the same. */
	cancelsADeliveryInUkrainian: 33,
	/** Say on Monday that they end the contract, and on Thursday their subscription has ended: the task about them is over. */
	leavesOnThursday: 35,
	/** Left in January; nobody needs to be warned of that. */
	leftInJanuary: 37,
};
/** Who left, and the day from which they rent nothing any more. */
const endedOn = { leavesOnThursday: mornings[2], leftInJanuary: '2026-01-31' };
const is = (fate, { number }) => fates[fate] === number;
const endOf = (office) => Object.keys(endedOn).filter((fate) => is(fate, office)).map((fate) => endedOn[fate])[0] ?? null;
/** The last day of which anything is known of an office. */
const lastDayOf = (office) => (endOf(office) === null ? thursday : dayOf(endOf(office)) - 1);

function makeOffices({ between, happens, oneOf }) {
	return peopleWhoDoNotExist(officeCount).map(({ firstName, lastName, email }, place) => {
		const number = place + 1;
		return {
			number,
			id: `K${String(100 + number)}`,
			name: `${lastName} ${trades[(number * 7) % trades.length]}`,
			person: `${firstName} ${lastName}`,
			email,
			owner: owners[number % owners.length],
			plan: oneOf(Object.keys(plans)),
			since: firstDay - between(0, 500),
			/** Days from one order of beans to the next. */
			gap: [fates.ordersOnThursday, fates.returnsOnThursday].includes(number) ? 7 : oneOf([14, 21, 28]),
			bagPrice: oneOf([18, 22, 26]),
			bags: between(2, 9),
			paysAfter: between(8, 12),
			/** The share of weekdays on which somebody opens the app; 0 where they never did. */
			opensApp: number === fates.stoppedUsing ? 0.8 : 0.45 * Number(happens(0.6)),
			callsEvery: between(35, 50),
		};
	});
}

/** Orders about every `gap` days, the last of them as long ago as chance will have it, but never late. */
function orderDaysOf(office, { between }) {
	const isBack = is('ordersOnThursday', office) || is('returnsOnThursday', office);
	const silentDays = is('ordersOnThursday', office) ? 120 : 65;
	const last = isBack ? tuesday - silentDays : thursday + between(1, office.gap - 2);
	const days = [];
	for (let day = last; day >= firstDay; day -= office.gap + between(-2, 2)) days.push(day);
	if (isBack) return [thursday, ...days];
	return days.filter((day) => day <= lastDayOf(office));
}

function purchasesOf(office, drawn) {
	return orderDaysOf(office, drawn).map((day) => ({ customer_id: office.id, ordered_on: dateOf(day), amount: (office.bags + drawn.between(-1, 2)) * office.bagPrice, currency: 'EUR' }));
}

function subscriptionsOf(office) {
	const { id, plan, since } = office;
	const row = { customer_id: id, plan, started_on: dateOf(since), ended_on: endOf(office), monthly_amount: plans[plan], currency: 'EUR' };
	if (!is('priceRose', office)) return [row];
	const dearer = Math.round(plans[plan] * 1.3);
	return [
		{ ...row, ended_on: '2026-01-15' },
		{ ...row, started_on: '2026-01-15', monthly_amount: dearer },
	];
}

/** An invoice on the first of each month, due after a fortnight. */
function paymentsOf(office, { between }) {
	return Array.from({ length: 8 }, (_, month) => Date.UTC(2025, 7 + month, 1) / inMilliseconds)
		.filter((made) => made <= lastDayOf(office))
		.map((made) => {
			const isTried = is('returnsOnThursday', office) && dateOf(made) === '2026-02-01';
			const paid = isTried ? thursday : made + (is('returnsOnThursday', office) ? 12 : office.paysAfter + between(-2, 2));
			return {
				customer_id: office.id,
				invoice: `${office.id}-${dateOf(made).slice(0, 7)}`,
				invoice_date: dateOf(made),
				due_date: dateOf(made + 14),
				paid_on: paid <= thursday ? dateOf(paid) : null,
				attempts: isTried ? 4 : 1,
				amount: plans[office.plan],
				currency: 'EUR',
			};
		});
}

const everydayTopics = {
	delivery: ['Could the beans come before nine?', 'Please deliver to the second floor from now on.'],
	machine: ['The grinder is louder than usual.', 'How often should the machine be descaled?'],
	app: ['A colleague needs access to the app.', 'Where do I see what we used up last month?'],
};

const planted = {
	saysInUkrainian: [{ day: dayOf('2026-03-08'), topic: 'contract', text: 'Доброго дня! Ми вирішили розірвати договір із кінця березня, переходимо до іншого постачальника.' }],
	asksHow: [{ day: dayOf('2026-03-09'), topic: 'contract', text: 'How do we cancel our contract, and until when would we have to pay?' }],
	leavesOnThursday: [{ day: dayOf('2026-03-09'), topic: 'contract', text: 'We are giving up our office this week, so we have to cancel our contract.' }],
	newPersonComplains: ['The machine has been leaking since Monday.', 'Nobody called us back about the leak.', 'The wrong beans again, please take them back.'].map((text) => ({ day: wednesday, topic: 'machine', complaint: 'yes', text })),
	saysInPersian: [{ day: wednesday, topic: 'contract', text: '\u0633\u0644\u0627\u0645\u060c \u0645\u0627 \u062a\u0635\u0645\u06cc\u0645 \u06af\u0631\u0641\u062a\u0647\u200c\u0627\u06cc\u0645 \u0642\u0631\u0627\u0631\u062f\u0627\u062f \u0631\u0627 \u0644\u063a\u0648 \u06a9\u0646\u06cc\u0645.' }],
	cancelsADelivery: [{ day: dayOf('2026-03-06'), topic: 'delivery', text: 'Please cancel the delivery on Friday, our office is closed that day. We love the new beans.' }],
	cancelsADeliveryInUkrainian: [{ day: dayOf('2026-03-05'), topic: 'delivery', text: 'Скасуйте, будь ласка, доставку в середу: офіс зачинено, ми чекаємо на вас у четвер.' }],
};

function ticketsOf(office, { between, happens, oneOf }) {
	const usualDays = Array.from({ length: 7 }, (_, month) => firstDay + month * 30 + between(0, 29)).filter(() => happens(0.25));
	const usual = usualDays.map((day) => {
		const topic = oneOf(Object.keys(everydayTopics));
		return { day, topic, text: oneOf(everydayTopics[topic]) };
	});
	const special = Object.keys(planted).filter((fate) => is(fate, office)).flatMap((fate) => planted[fate]);
	return [...usual, ...special].map(({ day, topic, complaint = 'no', text }, place) => ({
		customer_id: office.id,
		ticket_id: `${office.id}-T${place + 1}`,
		opened_at: momentOf(day, 5),
		answered_at: momentOf(day, 6 + between(0, 2)),
		topic,
		complaint,
		text,
	}));
}

/** Talks with the account manager, and who was there. */
function contactsOf(office, { between, oneOf }) {
	const days = [];
	for (let day = tuesday - between(5, 30); day >= firstDay; day -= office.callsEvery + between(-8, 8)) days.push(day);
	const rows = days.map((day) => ({ customer_id: office.id, date: dateOf(day), kind: oneOf(['call', 'visit']), person: office.person }));
	if (!is('newPersonComplains', office)) return rows;
	return [{ ...rows[0], date: '2026-02-25', person: 'Viktor Salo' }, ...rows.filter(({ date }) => date < '2026-02-20')];
}

function usageOf(office, { happens }) {
	const { id, opensApp } = office;
	const last = is('stoppedUsing', office) ? tuesday - 31 : lastDayOf(office);
	const isWeekday = (day) => ![0, 6].includes(new Date(day * inMilliseconds).getUTCDay());
	const days = Array.from({ length: last - firstDay + 1 }, (_, place) => firstDay + place).filter((day) => isWeekday(day) && happens(opensApp));
	return days.map((day) => ({ customer_id: id, used_on: dateOf(day) }));
}

/** What the six systems know, and the list of customers. */
export function officeCoffeeSample() {
	const drawn = draws(randomNumbers(seed));
	const offices = makeOffices(drawn);
	const ofAll = (rowsOf) => offices.flatMap((office) => rowsOf(office, drawn));
	return {
		purchases: ofAll(purchasesOf),
		subscriptions: ofAll(subscriptionsOf),
		payments: ofAll(paymentsOf),
		tickets: ofAll(ticketsOf),
		contacts: ofAll(contactsOf),
		usage: ofAll(usageOf),
		customers: offices.map(({ id, name, email, owner }) => ({ customer_id: id, name, email, owner })),
	};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const template of templatesOfOffices) await putIntoTemplate(template, officeCoffeeSample());
