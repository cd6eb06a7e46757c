import type { Fit, PurchaseModel, Sample } from '../purchaseModel';
import { estimateOf } from '../purchaseModel';
import { timingTables } from '../timingTables';

/** Half a purchase more than there were: a rate of nothing would say that nobody can ever come back. */
const HALF = 0.5;
/** Customers watched for less than a month together do not tell a pace: one purchase yesterday is not half a purchase a day. */
const LEAST_WATCHED = 30;

function fit({ timing, horizon }: Sample): Fit {
	const { totalAge, totalRepeats } = timingTables(timing);
	if (totalAge === 0) return { unfit: 'noHistory' };
	const purchases = ((totalRepeats + HALF) / Math.max(totalAge, LEAST_WATCHED)) * horizon;
	const purchasesError = 1 / Math.sqrt(totalRepeats + HALF);
	const chance = -Math.expm1(-purchases);
	// How the log-odds of 1 − e^−m move with ln m.
	const chanceError = (purchasesError * purchases) / chance;
	const outlook = { chance, purchases, chanceError, purchasesError };
	return {
		parameters: [estimateOf('purchasesPerDay', purchases / horizon, purchasesError)],
		logLikelihood: totalRepeats === 0 ? 0 : totalRepeats * Math.log(totalRepeats / totalAge) - totalRepeats,
		isShrunk: false,
		expected: () => outlook,
		outlook: () => outlook,
	};
}

/** One Poisson rate for everybody: (purchases + ½) / days, Jeffreys' estimate; over 30 days at least. */
export const oneRate: PurchaseModel = {
	title: 'One Pace for All',
	name: 'Poisson',
	idea: 'Everybody buys at the same pace',
	source: 'Jeffreys, Theory of Probability, 1961, for the half',
	fit,
};
