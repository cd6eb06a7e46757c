import { evidence, strongest } from '../evidence';
import type { Observed } from '../observed';
import type { Evidence, Sign } from '../sign';
import { clamp, freshness } from '../strengths';

/** A rise by so much is felt as much as one can be. */
const FULL_RISE = 0.3;
const AHEAD_DAYS = 60;

/** The price rose on the same plan; on another plan the customer chose to pay more. */
function behind({ asOf, subscriptions }: Observed): Evidence | null {
	if (subscriptions === null || subscriptions.monthlyAmount === null) return null;
	const { monthlyAmount: measured, previousMonthlyAmount: usual, priceChangedOn: since, plan, previousPlan } = subscriptions;
	if (usual === null || since === null || usual <= 0 || measured <= usual) return evidence(0, 'priceRose', { measured });
	const isOfPlan = plan !== null && previousPlan !== null;
	if (isOfPlan && plan !== previousPlan) return evidence(0, 'priceRose', { measured });
	const size = clamp((measured - usual) / usual / FULL_RISE) * freshness(asOf - since, 60, 120);
	return evidence(isOfPlan ? size : size / 2, 'priceRose', { measured, usual, since });
}

function announced({ asOf, named: { isNamed, priceRisesOn } }: Observed): Evidence | null {
	if (!isNamed.priceRisesOn) return null;
	if (priceRisesOn === null) return evidence(0, 'priceWillRise');
	const days = priceRisesOn - asOf;
	return evidence(days < 0 ? 0.5 * freshness(-days, 60, 120) : 0.5 * clamp(1 - days / AHEAD_DAYS), days < 0 ? 'priceRose' : 'priceWillRise', { measured: days < 0 ? null : days, since: days < 0 ? priceRisesOn : priceRisesOn - AHEAD_DAYS });
}

/**
 * Price rise
 *
 * Question: does their price rise soon, or has it just risen?
 *
 * Source: DOMAIN S10.
 */
export const priceRise: Sign = {
	rule: 'S10',
	title: 'Price Rise',
	question: 'Does their price rise soon, or has it just risen?',
	family: 'money',
	needs: 'subscriptions: monthlyAmount, previousMonthlyAmount, priceChangedOn, plan, previousPlan; or the column Price Rises On',
	strength: 'the rise over 30 %, on the same plan, fading from 60 to 120 days, half where the plan is not known; up to .5 in the 60 days before one that is announced',
	oddsRatio: 2,
	why: 'A reason to look around; churn comes more often from service than from price',
	source: 'Why customers leave (K): price rise',
	example: {
		given: { asOf: 100, subscriptions: { monthlyAmount: 23, previousMonthlyAmount: 20, priceChangedOn: 80, plan: 'Pro', previousPlan: 'Pro' } },
		strength: 0.5,
	},
	find: (observed) => strongest([behind(observed), announced(observed)]) ?? (observed.subscriptions === null ? 'notConnected' : 'noAmounts'),
};
