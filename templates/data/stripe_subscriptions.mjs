/*
 * Writes stripe_subscriptions.json: the subscriptions of a small firm that does not exist, as Stripe's API lists them.
 *
 *   node templates/data/stripe_subscriptions.mjs
 *
 * Everything is drawn from one seed and no clock is read, so two runs give the same bytes. A customer subscribes,
 * perhaps after a trial, and at the end of each paid period stays, cancels, fails to pay, changes plan or adds a second
 * subscription. Like Stripe's, the list holds what each subscription is now; what it was before is not in it.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { draws, randomNumbers } from './seeded.mjs';

const seed = 20260108;
const firstDay = Date.UTC(2024, 0, 1) / 1000;
/** The moment of the export: nothing is later, but for ends that are planned. */
const exportedAt = Date.UTC(2026, 0, 8, 21, 30) / 1000;
const day = 86_400;
const trialDays = 14;
const monthsOfSales = 24;
const subscriptionsAPage = 100;

const plans = {
	basic: { nickname: 'Basic', interval: 'month', cents: 1900, leaves: 0.045, fails: 0.04, larger: 'pro' },
	pro: { nickname: 'Pro', interval: 'month', cents: 4900, leaves: 0.03, fails: 0.025, larger: 'team', smaller: 'basic', yearly: 'proYearly' },
	team: { nickname: 'Team', interval: 'month', cents: 1500, hasSeats: true, leaves: 0.018, fails: 0.016, smaller: 'pro', yearly: 'teamYearly' },
	basicYearly: { nickname: 'Basic yearly', interval: 'year', cents: 19_000, leaves: 0.26, fails: 0.1, larger: 'proYearly' },
	proYearly: { nickname: 'Pro yearly', interval: 'year', cents: 49_000, leaves: 0.18, fails: 0.08, larger: 'teamYearly' },
	teamYearly: { nickname: 'Team yearly', interval: 'year', cents: 15_000, hasSeats: true, leaves: 0.1, fails: 0.05 },
};

/** How many of a hundred newcomers take each plan. */
const firstPlans = { basic: 38, pro: 27, team: 15, basicYearly: 8, proYearly: 8, teamYearly: 4 };

const feedbacks = { too_expensive: 26, unused: 20, missing_features: 17, switched_service: 14, other: 8, too_complex: 7, customer_service: 6, low_quality: 2 };

const comments = {
	too_expensive: ['We have to cut costs this year.', 'Too much for a team of our size.', null, null],
	unused: ['The project ended.', 'We hardly opened it.', null, null],
	missing_features: ['We need single sign-on.', 'No export to our accounting.', null],
	switched_service: ['Our parent company uses another tool.', null, null],
	other: ['We are closing the business.', 'Seasonal, we will be back in spring.', null],
	too_complex: [null],
	customer_service: ['Waited four days for an answer.', null],
	low_quality: [null],
};

/** The same time of day so many months later; the 31st becomes the last day of a shorter month. */
function monthsAfter(moment, months) {
	const anchor = new Date(moment * 1000);
	const lastOfMonth = new Date(Date.UTC(anchor.getUTCFullYear(), anchor.getUTCMonth() + months + 1, 0)).getUTCDate();
	const date = Math.min(anchor.getUTCDate(), lastOfMonth);
	return Date.UTC(anchor.getUTCFullYear(), anchor.getUTCMonth() + months, date, anchor.getUTCHours(), anchor.getUTCMinutes(), anchor.getUTCSeconds()) / 1000;
}

const monthsIn = (plan) => (plans[plan].interval === 'year' ? 12 : 1);

/** Every subscription of the firm, each with its fate. */
function makeSubscriptions({ between, happens, oneOf, id, weighed }) {
	const made = [];

	function subscribe(customer, start, plan, seats, { hasTrial = false } = {}) {
		const subscription = {
			id: id('sub_1S', 22),
			itemId: id('si_', 14),
			customer,
			plan,
			seats: plans[plan].hasSeats ? seats : 1,
			start,
			trialEnd: hasTrial ? start + trialDays * day : null,
			status: 'active',
			cancelAt: null,
			cancelledAt: null,
			endedAt: null,
			reason: null,
			feedback: null,
			comment: null,
		};
		made.push(subscription);
		return subscription;
	}

	function sayWhy(subscription) {
		subscription.reason = 'cancellation_requested';
		if (happens(0.25)) return;
		subscription.feedback = weighed(feedbacks);
		subscription.comment = oneOf(comments[subscription.feedback]);
	}

	/** The customer cancels at some moment, with effect from `until`. */
	function cancel(subscription, moment, until) {
		if (moment > exportedAt) return;
		subscription.cancelledAt = moment;
		subscription.cancelAt = until > moment ? until : null;
		sayWhy(subscription);
		if (until > exportedAt) return;
		subscription.status = 'canceled';
		subscription.endedAt = until;
	}

	/** Payment fails and is tried again for three weeks; half of them pay in the end. */
	function failToPay(subscription, moment) {
		const givenUpAt = moment + 21 * day + between(0, 3) * 3600;
		if (givenUpAt > exportedAt) {
			subscription.status = 'past_due';
			return true;
		}
		if (happens(0.5)) return false;
		Object.assign(subscription, { status: 'canceled', cancelledAt: givenUpAt, endedAt: givenUpAt, reason: 'payment_failed' });
		return true;
	}

	/** Another plan is another subscription here: one ends and the next begins at the same moment. */
	function changePlan(subscription, moment, plan) {
		Object.assign(subscription, { status: 'canceled', cancelledAt: moment, endedAt: moment, reason: 'cancellation_requested' });
		live(subscribe(subscription.customer, moment, plan, Math.max(3, subscription.seats + between(-1, 3))));
	}

	function nextPlanOf({ plan }) {
		const { larger, smaller, yearly } = plans[plan];
		const choice = weighed({ larger: 55, smaller: 25, yearly: 20 });
		return { larger, smaller, yearly }[choice];
	}

	/** Somebody who left may come back: more often one whose card had failed than one who wished to go. */
	function perhapsReturn({ customer, plan, seats, endedAt, reason }) {
		const wanted = reason === 'cancellation_requested';
		if (endedAt === null || !happens(wanted ? 0.14 : 0.3)) return;
		const start = endedAt + (wanted ? between(25, 200) : between(2, 40)) * day + between(0, 36_000);
		if (start < exportedAt) live(subscribe(customer, start, plan, seats));
	}

	/** What becomes of a subscription at the end of one paid period; whether it is over, or known no further. */
	function renew(subscription, from, until) {
		const { leaves, fails } = plans[subscription.plan];
		const isNew = until - subscription.start < 100 * day;
		if (happens(isNew ? leaves * 1.6 : leaves)) {
			const moment = from + Math.floor((until - from) * (between(10, 95) / 100));
			cancel(subscription, moment, happens(0.15) ? moment : until);
			return true;
		}
		if (until > exportedAt) return true;
		if (happens(fails)) return failToPay(subscription, until);
		const plan = happens(0.018 * monthsIn(subscription.plan)) ? nextPlanOf(subscription) : undefined;
		const moment = until + between(1, 20) * day;
		if (!plan || moment > exportedAt) return false;
		changePlan(subscription, moment, plan);
		return true;
	}

	/** A second workspace beside the first. */
	function perhapsAddAnother({ customer }, moment) {
		if (moment < exportedAt && happens(0.006)) live(subscribe(customer, moment, weighed({ basic: 2, pro: 1 }), 1));
	}

	function endInTrial(subscription) {
		const moment = subscription.start + between(1, trialDays - 1) * day + between(0, 40_000);
		cancel(subscription, moment, subscription.trialEnd);
		if (subscription.endedAt === null) subscription.status = 'trialing';
	}

	function live(subscription) {
		const { trialEnd, start, plan } = subscription;
		if (trialEnd !== null && happens(0.38)) return endInTrial(subscription);
		if (trialEnd > exportedAt) {
			subscription.status = 'trialing';
			return;
		}
		const anchor = trialEnd ?? start;
		for (let period = 0, isOver = false; !isOver; period++) {
			const [from, until] = [0, 1].map((one) => monthsAfter(anchor, (period + one) * monthsIn(plan)));
			isOver = renew(subscription, from, until);
			if (!isOver) perhapsAddAnother(subscription, until + between(1, 9) * day);
		}
		perhapsReturn(subscription);
	}

	/** The first payment needs a confirmation that some never give; most of them try again. */
	function failToStart(customer, start, plan, seats) {
		const attempt = subscribe(customer, start, plan, seats);
		if (start + 23 * 3600 > exportedAt) {
			attempt.status = 'incomplete';
			return;
		}
		Object.assign(attempt, { status: 'incomplete_expired', endedAt: start + 23 * 3600 });
		if (happens(0.6)) live(subscribe(customer, start + between(1, 3) * day, plan, seats));
	}

	function arrive(start) {
		const customer = id('cus_T', 13);
		const plan = weighed(firstPlans);
		const seats = between(3, 12);
		const hasTrial = happens(0.5);
		if (!hasTrial && happens(0.08)) failToStart(customer, start, plan, seats);
		else live(subscribe(customer, start, plan, seats, { hasTrial }));
	}

	for (let month = 0; month <= monthsOfSales; month++) {
		const [from, until] = [monthsAfter(firstDay, month), Math.min(monthsAfter(firstDay, month + 1), exportedAt)];
		const newcomers = Math.round((10 + month * 0.35 + between(-2, 2)) * Math.min(1, (until - from) / (30 * day)));
		for (let newcomer = 0; newcomer < newcomers; newcomer++) arrive(from + between(0, until - from - 1));
	}
	return made;
}

/** Until when the latest period of a subscription is paid. */
function latestPeriod({ start, trialEnd, endedAt, plan }) {
	const last = Math.min(endedAt ?? exportedAt, exportedAt);
	if (trialEnd !== null && last <= trialEnd) return [start, trialEnd];
	const anchor = trialEnd ?? start;
	let period = 0;
	while (monthsAfter(anchor, (period + 1) * monthsIn(plan)) < last) period++;
	return [period, period + 1].map((each) => monthsAfter(anchor, each * monthsIn(plan)));
}

/** The object as the API gives it, with what matters and what one stumbles over; the rest is left away. */
function asStripeHasIt(subscription, prices) {
	const { id, itemId, customer, start, trialEnd, status, cancelAt, cancelledAt, endedAt, reason, feedback, comment, seats, plan } = subscription;
	const [current_period_start, current_period_end] = latestPeriod(subscription);
	const item = { id: itemId, object: 'subscription_item', created: start, current_period_end, current_period_start, price: prices[plan], quantity: seats, subscription: id };
	return {
		id,
		object: 'subscription',
		billing_cycle_anchor: trialEnd ?? start,
		cancel_at: cancelAt,
		cancel_at_period_end: cancelAt !== null,
		canceled_at: cancelledAt,
		cancellation_details: { comment, feedback, reason },
		collection_method: 'charge_automatically',
		created: start,
		currency: 'usd',
		customer,
		discounts: [],
		ended_at: endedAt,
		items: { object: 'list', data: [item], has_more: false, total_count: 1, url: `/v1/subscription_items?subscription=${id}` },
		livemode: false,
		metadata: {},
		pause_collection: null,
		start_date: start,
		status,
		trial_end: trialEnd,
		trial_start: trialEnd === null ? null : start,
	};
}

function priceOf({ nickname, interval, cents }, { id }) {
	return {
		id: id('price_1S', 22),
		object: 'price',
		active: true,
		billing_scheme: 'per_unit',
		currency: 'usd',
		nickname,
		product: id('prod_T', 13),
		recurring: { interval, interval_count: 1, usage_type: 'licensed' },
		type: 'recurring',
		unit_amount: cents,
		unit_amount_decimal: String(cents),
	};
}

/** The list, newest first, a page of a hundred after the other. */
export function subscriptionPages() {
	const drawn = draws(randomNumbers(seed));
	const prices = Object.fromEntries(Object.entries(plans).map(([name, plan]) => [name, priceOf(plan, drawn)]));
	const subscriptions = makeSubscriptions(drawn)
		.sort((one, other) => other.start - one.start || (one.id < other.id ? -1 : 1))
		.map((subscription) => asStripeHasIt(subscription, prices));
	return Array.from({ length: Math.ceil(subscriptions.length / subscriptionsAPage) }, (_, page) => ({
		object: 'list',
		data: subscriptions.slice(page * subscriptionsAPage, (page + 1) * subscriptionsAPage),
		has_more: (page + 1) * subscriptionsAPage < subscriptions.length,
		url: '/v1/subscriptions',
	}));
}

/** A line a subscription, so that a change of the generator can be seen. */
export function pagesAsText(pages) {
	const lines = pages.map(({ data, ...page }) => {
		const head = JSON.stringify({ ...page, data: [] }).slice(0, -2);
		return `${head}\n${data.map((subscription) => JSON.stringify(subscription)).join(',\n')}\n]}`;
	});
	return `[\n${lines.join(',\n')}\n]\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await writeFile(new URL('stripe_subscriptions.json', import.meta.url), pagesAsText(subscriptionPages()));
}
