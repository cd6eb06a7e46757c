import { whyNoRate } from '../../activity/windows';
import { chanceOfAtMost } from '../countTails';
import { evidence, exposureIn, usualIn } from '../evidence';
import type { Sign } from '../sign';
import { strengthOfChance } from '../strengths';

/**
 * Usage falling
 *
 * Question: is the product used on fewer days of late than this customer's own usage explains?
 *
 * Days with usage are counted, not clicks: a day more or less means the same in every product. No data where the
 * customer has no usual days. Source: DOMAIN S7.
 */
export const usageFalling: Sign = {
	rule: 'S7',
	title: 'Usage Falling',
	question: 'Is it used on fewer days than usual for them?',
	family: 'habit',
	needs: 'usage: recentActiveDays, usualActiveDays; tenureDays',
	strength: '(log10(1/q) − 1) / 2 between 0 and 1, where q is the chance of so few active days or fewer by what is usual: 0 at one in ten, 1 at one in a thousand',
	oddsRatio: 8,
	why: 'Who stops using a product has no reason left to pay for it: what the suites find first where they have usage',
	source: 'Negative binomial tail with the own usual count; prior of shape .5 and 3 windows',
	example: {
		given: { asOf: 300, tenureDays: 300, usage: { recentActiveDays: 0, usualActiveDays: 24, lastOn: 265 } },
		strength: 0.06052926,
	},
	find(observed) {
		const { usage } = observed;
		if (usage === null) return 'notConnected';
		const { recentActiveDays: recent, usualActiveDays: usual } = usage;
		if (recent === null || usual === null) return 'noRows';
		const exposure = exposureIn(observed);
		if (exposure.usualDays === 0) return whyNoRate(exposure);
		const strength = strengthOfChance(chanceOfAtMost(recent, { count: usual, days: exposure.usualDays }, observed.recentDays));
		return evidence(strength, 'usedLess', { measured: recent, usual: usualIn(usual, observed, exposure) });
	},
};
