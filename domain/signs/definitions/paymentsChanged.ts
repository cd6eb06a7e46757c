import { evidence, strongest } from '../evidence';
import type { Observed } from '../observed';
import type { Population } from '../population';
import type { Evidence, Sign } from '../sign';
import { clamp, drawnTowards, freshness } from '../strengths';

/** A few days more say nothing; a month more says all. */
const UNNOTICED_DAYS = 3;
const FULL_DAYS = 30;

/** Do they pay later than is usual for them? Open payments count at their age, in Customer Activity. */
function payLater({ payments }: Observed, { usualDelayDays: everybodys }: Population): Evidence | null {
	if (payments === null || payments.recentDelayDays === null) return null;
	const { recentDelayDays: measured, usualDelayDays: own, onTime, late } = payments;
	const expected = drawnTowards(own, (onTime ?? 0) + (late ?? 0), everybodys);
	if (expected === null) return null;
	const usual = Math.max(0, expected);
	return evidence(clamp((measured - usual - UNNOTICED_DAYS) / (FULL_DAYS - UNNOTICED_DAYS)), 'paysLater', { measured, usual });
}

/** Do they pay less a month than before? */
function less({ asOf, subscriptions }: Observed): Evidence | null {
	if (subscriptions === null || subscriptions.monthlyAmount === null) return null;
	const { monthlyAmount: measured, previousMonthlyAmount: usual, priceChangedOn: since } = subscriptions;
	if (usual === null || since === null || usual <= measured) return evidence(0, 'paysLess', { measured });
	return evidence(((usual - measured) / usual) * freshness(asOf - since, 30, 180), 'paysLess', { measured, usual, since });
}

const inPart = ({ payments }: Observed): Evidence | null =>
	payments === null || payments.partial === null ? null : evidence(payments.partial > 0 ? 0.5 : 0, 'paysInPart', { measured: payments.partial });

function otherwise({ asOf, payments }: Observed): Evidence | null {
	if (payments === null || payments.methodChangedOn === null) return null;
	const { methodChangedOn: since } = payments;
	return evidence(0.3 * freshness(asOf - since, 30, 90), 'paysOtherwise', { since });
}

/**
 * Payment pattern changed
 *
 * Question: do they pay later, less, in part or in another way than is usual for them?
 *
 * The strongest of the four. Source: DOMAIN S3; delays count open ages too.
 */
export const paymentsChanged: Sign = {
	rule: 'S3',
	title: 'Payment Pattern Changed',
	question: 'Do they pay later, less, in part or in another way than usual?',
	family: 'money',
	needs: 'payments: recentDelayDays, usualDelayDays, onTime, late, partial, methodChangedOn; subscriptions: monthlyAmount, previousMonthlyAmount, priceChangedOn',
	strength: 'the strongest of: days later than usual, from 3 (0) to 30 (1); the share by which they pay less a month, fading from 30 to 180 days; .5 for payments in part; .3 for another way to pay, fading from 30 to 90 days',
	oddsRatio: 4,
	why: 'A budget was cut or moved, and somebody new must be convinced',
	source: 'Five signs that a customer is leaving (S), third sign',
	example: { given: { payments: { recentDelayDays: 18.5, usualDelayDays: 2, onTime: 3, late: 3 } }, strength: 0.5 },
	find(observed, population) {
		if (observed.payments === null && observed.subscriptions === null) return 'notConnected';
		return strongest([payLater(observed, population), less(observed), inPart(observed), otherwise(observed)]) ?? 'noRows';
	},
};
