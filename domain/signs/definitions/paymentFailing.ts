import { evidence, strongest } from '../evidence';
import type { Observed, ObservedStream } from '../observed';
import type { Evidence, Sign } from '../sign';
import { clamp, freshness } from '../strengths';

const MONTH_AHEAD = 30;
const EXPIRED = 0.8;

/** Who always pays late is past due only after that. */
function pastDue({ asOf }: Observed, { pastDueDays: measured, usualDelayDays }: ObservedStream<'payments'>): Evidence | null {
	if (measured === null) return null;
	const usual = Math.max(0, usualDelayDays ?? 0);
	return evidence(clamp((measured - usual) / MONTH_AHEAD), 'pastDue', { measured, usual: usualDelayDays, since: asOf - measured });
}

/** A first retry is often an accident; each further one halves what is left of the doubt. */
const retried = ({ retries }: ObservedStream<'payments'>): Evidence | null =>
	retries === null || retries < 1 ? null : evidence(1 - 0.5 ** retries, 'retried', { measured: retries });

/** A card that nobody needs any more may expire, and one that was paid with since is another; what expired long ago is old news. */
function card({ asOf, subscriptions }: Observed, { cardExpiresOn, lastPaidOn }: ObservedStream<'payments'>): Evidence | null {
	if (cardExpiresOn === null) return null;
	const ahead = cardExpiresOn - asOf;
	if (ahead >= 0) return evidence(ahead >= MONTH_AHEAD ? 0 : 0.5 * (1 - ahead / MONTH_AHEAD), 'cardExpires', { measured: ahead, since: cardExpiresOn - MONTH_AHEAD });
	const isPaidSince = lastPaidOn !== null && lastPaidOn > cardExpiresOn;
	const isNeeded = subscriptions === null || (subscriptions.status !== null && subscriptions.status !== 'ended');
	return evidence(isNeeded && !isPaidSince ? EXPIRED * freshness(-ahead, 90, 365) : 0, 'cardExpired', { measured: -ahead, since: cardExpiresOn + 1 });
}

/**
 * Payment failing
 *
 * Question: is a payment past due, was it tried in vain, or does the card expire?
 *
 * Many leave without wanting to: their payment fails and nobody asks. Source: DOMAIN S13.
 */
export const paymentFailing: Sign = {
	rule: 'S13',
	title: 'Payment Failing',
	question: 'Is a payment past due, tried in vain, or about to fail with the card?',
	family: 'money',
	needs: 'payments: payments, pastDueDays, usualDelayDays, retries, cardExpiresOn, lastPaidOn; subscriptions: status',
	strength: 'the strongest of: days past due beyond those usual for them, over 30; 1 − .5 to the power of the attempts that failed; .8 for an expired card with which nothing was paid since, fading from 90 days to a year, up to .5 in the 30 days before',
	oddsRatio: 6,
	why: 'Part of those who leave never decided to: their payment failed',
	source: 'Involuntary churn as the billing systems tell it (C13)',
	example: { given: { asOf: 100, payments: { pastDueDays: 20, usualDelayDays: 2 } }, strength: 0.6 },
	find(observed) {
		const { payments } = observed;
		if (payments === null) return 'notConnected';
		return strongest([pastDue(observed, payments), retried(payments), card(observed, payments)]) ?? (payments.payments === 0 ? 'noRows' : evidence(0, 'pastDue'));
	},
};
