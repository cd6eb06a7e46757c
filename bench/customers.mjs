/** Made-up purchases: the same ones at every run. */

/** Mulberry32: small, seeded, good enough to spread purchases. */
export function randomNumbers(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const MILLISECONDS_PER_DAY = 86_400_000;
const FIRST_INSTANT = Date.UTC(2023, 0, 1);
const DAYS = 730;

/** Items as a shop's node gives them, in order of time, spread evenly over customers and two years. */
export function purchaseItems(itemCount, customerCount) {
	const random = randomNumbers(20240304);
	return Array.from({ length: itemCount }, (_, index) => {
		const instant = FIRST_INSTANT + Math.floor((index / itemCount) * DAYS * MILLISECONDS_PER_DAY);
		return {
			json: {
				order_id: `O${1_000_000 + index}`,
				customer_id: `C${100_000 + Math.floor(random() * customerCount)}`,
				order_date: new Date(instant).toISOString().slice(0, 19).replace('T', ' '),
				amount: Math.round(random() * 20_000) / 100,
			},
		};
	});
}

/** Items as a billing system gives them: a row a subscription, two of three ended, some customers with several. */
export function subscriptionItems(itemCount, customerCount) {
	const random = randomNumbers(20240305);
	const dateOf = (day) => new Date(FIRST_INSTANT + day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
	return Array.from({ length: itemCount }, (_, index) => {
		const start = Math.floor((index / itemCount) * DAYS);
		const end = start + 30 + Math.floor(random() * 700);
		return {
			json: {
				subscription_id: `S${1_000_000 + index}`,
				customer_id: `C${100_000 + Math.floor(random() * customerCount)}`,
				started_on: dateOf(start),
				ended_on: end < DAYS ? dateOf(end) : '',
				amount: [10, 25, 80, 300][Math.floor(random() * 4)],
				interval: random() < 0.2 ? 'year' : 'month',
			},
		};
	});
}

/** The same items as if one customer had made all purchases. */
export const ofOneCustomer = (items) => items.map(({ json }) => ({ json: { ...json, customer_id: 'C1' } }));

/** Items as Customer Activity gives them for a shop with a help desk: three streams, some customers silent or complaining. */
export function activityItems(count) {
	const random = randomNumbers(20240306);
	const dateOf = (day) => new Date(FIRST_INSTANT + day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
	const whole = (below) => Math.floor(random() * below);
	return Array.from({ length: count }, (_, index) => {
		const daysSince = whole(100);
		const recencyDays = 30 + whole(500);
		const repeats = whole(12);
		const complaints = random() < 0.05 ? 1 + whole(4) : 0;
		return {
			json: {
				customer: `C${1_000_000 + index}`,
				email: `c${index}@example.org`,
				name: `Customer ${index}`,
				summary: '',
				asOf: dateOf(DAYS),
				customerSince: dateOf(DAYS - daysSince - recencyDays),
				tenureDays: daysSince + recencyDays,
				streams: 'purchases, payments, tickets',
				otherIds: null,
				purchases: { repeats, recencyDays, lastOn: dateOf(DAYS - daysSince), daysSince, gapMedianDays: 20 + whole(40), recentNet: whole(10_000) / 100, usualNet: whole(60_000) / 100, currency: 'EUR' },
				subscriptions: null,
				payments: { onTime: repeats, late: whole(3), recentDelayDays: whole(5), usualDelayDays: whole(5), partial: 0, pastDue: 0, pastDueDays: random() < 0.03 ? whole(60) : null, retries: null, cardExpiresOn: null, methodChangedOn: null, lastPaidOn: dateOf(DAYS - daysSince) },
				tickets: { recent: complaints, usual: whole(3), complaints, usualComplaints: whole(2), returningTopic: null, returningTopicTickets: null, firstAnswerHours: 2 + whole(8), usualFirstAnswerHours: 5, lastSatisfaction: null, lastSatisfactionOn: null, lastNps: random() < 0.1 ? whole(11) : null, lastNpsOn: dateOf(DAYS - 40), recentTexts: null, recentTextsOn: null },
				contacts: null,
				usage: null,
				customers: null,
				recentDays: 30,
				usualDays: 180,
				activityVersion: 1,
			},
		};
	});
}

/** Items as Customer Forecast gives them for lapsed customers of such a shop, with what Win-Back Priority reads of them. */
export const forecastItems = (count) =>
	activityItems(count).map(({ json }, index) => {
		const purchaseDays = json.purchases.repeats + 1;
		const recencyDays = purchaseDays === 1 ? 0 : json.purchases.recencyDays;
		const daysSince = 91 + (index % 300);
		const chanceToReturn = 0.05 + ((index * 7919) % 1000) / 1100;
		const expectedSpend = chanceToReturn * (1 + (index % 5)) * (10 + (index % 90));
		const purchases = { ...json.purchases, purchaseDays, recencyDays, daysSince, ageDays: recencyDays + daysSince, net: 50 * purchaseDays, margin: 20 * purchaseDays, orders: purchaseDays, promotionShare: 0.2, promotionKnown: purchaseDays, instalmentShare: null, instalmentsKnown: null, returnedShare: 0, topCategory: 'Tea' };
		return { json: { ...json, segment: 'Loyal', chanceToReturn, expectedSpend, expectedMargin: 0.4 * expectedSpend, horizonDays: 90, forecastVersion: 1, purchases } };
	});

/** The same with what customers wrote last; two in a hundred say that they leave. */
export function withTexts(items) {
	const texts = ['The delivery came a day late, but everything is fine now, thank you.', 'Where do I find the invoice for March? I need it for our books.', 'Could you add a second user to our account, please?', 'The export takes very long since last week, can you look into it?'];
	return items.map(({ json }, index) => {
		const text = index % 50 === 0 ? 'We have decided to cancel our subscription at the end of the month.' : texts[index % texts.length];
		return { json: { ...json, tickets: { ...json.tickets, recentTexts: [text], recentTextsOn: [json.asOf] } } };
	});
}
